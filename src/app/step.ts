/** One life of the action with real ports: reads the inputs, connects, tells the story, and says whether it is green. */
import { systemClock, systemRandom, systemUuid, withDeadline } from '../clock.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { connect } from '../cloud/connect.ts';
import { proxyNotices } from '../cloud/http/proxy-settings.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { InputError, readInputs } from '../inputs/inputs.ts';
import { runGate } from '../gate/gate.ts';
import { autoInterval, fixedInterval } from '../poll/interval.ts';
import type { SetOutput } from '../report/outputs.ts';
import { reporters } from './reporters.ts';
import { noopMemory, runMemory, saveConnection } from '../runner/memory.ts';
import type { Runner } from '../runner/runner.ts';

/** Reports may take this long; when the runner is about to kill the step, only a moment. */
const REPORTS_MS = 60_000;
const HASTY_REPORTS_MS = 1000;

/**
 * The main step.
 * @returns whether the job may go on
 */
export async function runMain(runner: Runner, stepStartMs: number, signal: AbortSignal): Promise<boolean> {
  const inputs = inputsOr(runner);
  if (inputs === undefined) return false;
  if (inputs.simulate !== undefined) {
    const { startSimulation } = await import('./simulate.ts');
    const simulated = await startSimulation(inputs, inputs.simulate, systemClock, stepStartMs);
    runner.annotate(
      'warning',
      `This is a simulation (\`simulate: ${inputs.simulate}\`): no load test was run.`,
      'Simulation',
    );
    try {
      return await gate(simulated.inputs, simulated.token, runner, true, stepStartMs, signal);
    } finally {
      await simulated.end();
    }
  }
  if (inputs.token === undefined) return skipped(runner);
  return gate(inputs, inputs.token, runner, false, stepStartMs, signal);
}

async function gate(
  inputs: Inputs,
  token: string,
  runner: Runner,
  simulated: boolean,
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
    const memory = simulated ? noopMemory() : runMemory(runner.saveState);
    const interval = inputs.pollMs === 'auto' ? autoInterval(systemRandom) : fixedInterval(inputs.pollMs);
    const ports = { cloud, clock: systemClock, interval, memory, reporter, stepStartMs };
    const outcome = await runGate(inputs, ports, simulated, signal);
    const boundMs = signal.aborted ? HASTY_REPORTS_MS : REPORTS_MS;
    const late = (): Error => new Error('the time for reports is over');
    const never = new AbortController().signal;
    await withDeadline(systemClock, boundMs, never, late, (within) => reporter.closed(outcome, within));
    return !outcome.fails;
  } finally {
    cloud.close();
  }
}

function inputsOr(runner: Runner): Inputs | undefined {
  try {
    return readInputs(runner);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    error.problems.forEach((problem) => {
      runner.annotate('error', problem, 'Input not accepted');
    });
    setter(runner)('verdict', 'error');
    setter(runner)('reason', error.problems.join(' '));
    return undefined;
  }
}

/** `missing-token: skip`: green, but never in silence. */
function skipped(runner: Runner): boolean {
  const reason = 'No token was given, so no load test was started; `missing-token: skip` lets the job pass.';
  setter(runner)('verdict', 'skipped');
  setter(runner)('reason', reason);
  setter(runner)('simulated', 'false');
  runner.annotate('warning', reason, 'Load test skipped');
  return true;
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

function setter(runner: Runner): SetOutput {
  return runner.output;
}
