/** The story of one run: start it, remember it, watch it, judge it, and never leave it going on alone. */
import type { Cloud } from './cloud/cloud.ts';
import { farewell } from './epilogue.ts';
import type { Inputs } from './inputs.ts';
import type { NotStarted } from './launch.ts';
import { launch } from './launch.ts';
import type { Ports } from './ports.ts';
import type { RunOutcome } from './test-run/outcome.ts';
import { study } from './study.ts';
import { extended } from './test-run/phases.ts';
import type { PendingRun, PhaseSpan, TestRun, Watched } from './test-run/test-run.ts';
import { judge, withRegressions } from './test-run/verdict.ts';
import { reasonFor } from './test-run/wording.ts';
import { watch } from './watch.ts';

/** Lets a start begin when it is its turn. */
export type InTurn = (start: () => Promise<PendingRun | NotStarted>) => Promise<PendingRun | NotStarted>;

/** Starts a test and follows its run to a verdict. */
export async function followTest(
  testId: string,
  inputs: Inputs,
  ports: Ports,
  inTurn: InTurn,
  signal: AbortSignal,
): Promise<RunOutcome> {
  const started = await inTurn(() => launch(testId, inputs, ports, signal));
  if (started.state !== 'pending') return conclude(testId, started.watched, [], inputs, ports, signal);
  ports.reporter.started(started);
  if (!inputs.wait) {
    ports.memory.forget(testId);
    return conclude(testId, { kind: 'not-awaited', run: started }, [], inputs, ports, signal);
  }
  return followRun(testId, started, true, inputs, ports, signal);
}

/** Follows a run that somebody else started; it is never stopped. */
export async function followForeign(
  runId: string,
  inputs: Inputs,
  ports: Ports,
  signal: AbortSignal,
): Promise<RunOutcome> {
  const unseen = ports.cloud.unseen(runId);
  return followRun(undefined, unseen, false, inputs, ports, signal);
}

async function followRun(
  testId: string | undefined,
  first: PendingRun,
  seen: boolean,
  inputs: Inputs,
  ports: Ports,
  signal: AbortSignal,
): Promise<RunOutcome> {
  const { cloud, clock, reporter } = ports;
  let phases: readonly PhaseSpan[] = [];
  let address = seen ? first.url : undefined;
  const onLook = (run: TestRun): void => {
    if (run.url !== address) reporter.started(run); // not named yet, or the API knows a better address than its id
    address = run.url;
    phases = extended(phases, run, clock.now());
    reporter.looked(run);
  };
  const watching = { ...ports, read: cloud.read, limits: inputs.limits, onLook, onTrouble: reporter.troubled };
  const watched = await withThresholds(await watch(first, seen, watching, signal), inputs, cloud, signal);
  return conclude(testId, watched, phases, inputs, ports, signal);
}

/** `require-thresholds` costs one request more, and only for a run that would pass. */
async function withThresholds(
  watched: Watched,
  { policy }: Inputs,
  cloud: Cloud,
  signal: AbortSignal,
): Promise<Watched> {
  if (!policy.requireThresholds || watched.kind !== 'settled' || watched.run.thresholds !== 'unknown') return watched;
  if (judge(watched, policy).word !== 'passed') return watched;
  try {
    return { ...watched, run: { ...watched.run, thresholds: await cloud.thresholds(watched.run, signal) } };
  } catch (error) {
    if (!signal.aborted) throw error;
    return { kind: 'cancelled', run: watched.run };
  }
}

async function conclude(
  testId: string | undefined,
  watched: Watched,
  phases: readonly PhaseSpan[],
  inputs: Inputs,
  ports: Ports,
  signal: AbortSignal,
): Promise<RunOutcome> {
  const aftermath = await farewell(testId, watched, inputs, ports, signal);
  const studied = await study(watched, inputs.comparing, { ...ports, onNotice: ports.reporter.noticed }, signal);
  const verdict = withRegressions(judge(watched, inputs.policy), studied?.regressions ?? []);
  const reason = reasonFor({ watched, verdict, aftermath, study: studied });
  const outcome = { testId, watched, verdict, aftermath, phases, reason, study: studied };
  ports.reporter.judged(outcome);
  return outcome;
}
