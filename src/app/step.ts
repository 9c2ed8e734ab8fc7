/** One life of the action with real ports: reads the inputs, connects, runs the gate, and returns whether the job passes. */
import { systemClock, systemRandom, systemUuid, toError, withTighteningDeadline } from '../clock.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { connect } from '../cloud/connect.ts';
import { proxyNotices } from '../cloud/proxy-settings.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { InputError, readInputs } from '../inputs/inputs.ts';
import { runGate } from '../gate/gate.ts';
import { autoInterval, fixedInterval } from '../poll/interval.ts';
import { refused, skipped } from './no-run.ts';
import { reporters } from './reporters.ts';
import type { RunMemory } from '../runner/memory.ts';
import { noopMemory, runMemory, saveConnection } from '../runner/memory.ts';
import type { Runner } from '../runner/runner.ts';

/** The reports of a step may take this long together; once the workflow is cancelled, only a moment. */
const REPORTS_MS = 30_000;
const HASTY_REPORTS_MS = 1000;

/**
 * The main step.
 * @returns whether the job may go on
 */
export async function runMain(runner: Runner, stepStartMs: number, signal: AbortSignal): Promise<boolean> {
  try {
    runner.output('verdict', 'error'); // a crash or a kill leaves it; only a verdict replaces it
  } catch (fault) {
    runner.debug(`The output \`verdict\` could not be written: ${toError(fault).message}`); // reports warn of it
  }
  const inputs = inputsOrError(runner);
  if (inputs instanceof InputError) return refused(runner, inputs);
  if (inputs.simulate !== undefined) {
    const { startSimulation } = await import('./simulate.ts');
    const simulated = await startSimulation(inputs, inputs.simulate, systemClock, stepStartMs);
    runner.annotate(
      'warning',
      `This is a simulation (\`simulate: ${inputs.simulate}\`): no load test was run.`,
      'Simulation',
    );
    try {
      return await gate({ ...simulated, simulated: true }, runner, stepStartMs, signal);
    } finally {
      await simulated.end();
    }
  }
  if (inputs.token === undefined) return skipped(runner, inputs.reports.summary);
  return gate({ inputs, token: inputs.token, simulated: false }, runner, stepStartMs, signal);
}

async function gate(
  { inputs, token, simulated }: { readonly inputs: Inputs; readonly token: string; readonly simulated: boolean },
  runner: Runner,
  stepStartMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  if (!simulated) {
    const { api, apiUrl, requestMs } = inputs;
    saveConnection(runner, { api, apiUrl: apiUrl.href, requestMs });
  }
  const cloud = connected(inputs, token, runner, (sentence) => {
    reporter.noticed(sentence);
  });
  const reporter = reporters(inputs, runner, cloud, stepStartMs);
  if (!simulated) proxyNotices(inputs.apiUrl, runner.env).forEach(reporter.noticed);
  try {
    const memory = simulated ? noopMemory() : runMemory(runner.saveState, systemClock.now);
    if (inputs.onCancel === 'leave') leaveOnCancel(memory, runner, signal);
    const interval = inputs.pollMs === 'auto' ? autoInterval(systemRandom) : fixedInterval(inputs.pollMs);
    const ports = { cloud, clock: systemClock, interval, memory, reporter, stepStartMs };
    const outcome = await runGate(inputs, ports, signal, simulated);
    const late = (): Error => new Error('the time for reports is over');
    const bounds = { limitMs: REPORTS_MS, hastyMs: HASTY_REPORTS_MS, signal };
    await withTighteningDeadline(systemClock, bounds, late, (within) => reporter.closed(outcome, within));
    return !outcome.fails;
  } finally {
    cloud.close();
  }
}

/**
 * `on-cancel: leave` is decided for each run at the moment of the cancel, and saved within the handler of the signal, so
 * that a kill a moment later does not undo it.
 */
function leaveOnCancel(memory: RunMemory, runner: Runner, signal: AbortSignal): void {
  const leave = (): void => {
    try {
      memory.leaveAll();
    } catch (fault) {
      runner.debug(`That runs are left could not be saved: ${toError(fault).message}`); // then post stops them
    }
  };
  if (signal.aborted) leave();
  else signal.addEventListener('abort', leave, { once: true });
}

function inputsOrError(runner: Runner): Inputs | InputError {
  try {
    return readInputs(runner);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

function connected(inputs: Inputs, token: string, runner: Runner, onNotice: (sentence: string) => void): Cloud {
  const { api, apiUrl, requestMs, limits, targets } = inputs;
  const several = targets.ids.length > 1;
  const ports = { clock: systemClock, random: systemRandom, uuid: systemUuid, onDebug: runner.debug, onNotice };
  return connect({
    api,
    apiUrl,
    token,
    redact: runner.redact,
    several,
    requestMs,
    outageMs: limits.outageMs,
    ...ports,
  });
}
