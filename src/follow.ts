/** The story of one run: start it, remember it, watch it, judge it, and never leave it going on alone. */
import { Cancelled } from './cancelled.ts';
import type { Clock } from './clock.ts';
import type { Cloud, StartIntent } from './cloud/cloud.ts';
import { StartUncertain } from './cloud/cloud.ts';
import { CloudError } from './cloud/errors.ts';
import { stopLeft } from './epilogue.ts';
import type { Stopping } from './epilogue.ts';
import type { Inputs } from './inputs.ts';
import type { Pace } from './pace.ts';
import type { FullReporter } from './report/reporter.ts';
import type { RunMemory } from './runner/memory.ts';
import type { RunOutcome } from './test-run/outcome.ts';
import { extended } from './test-run/phases.ts';
import { study } from './study.ts';
import type { PendingRun, PhaseSpan, TestRun, Watched } from './test-run/test-run.ts';
import { judge, withRegressions } from './test-run/verdict.ts';
import type { Aftermath } from './test-run/wording.ts';
import { reasonFor } from './test-run/wording.ts';
import { watch } from './watch.ts';

/** What a story needs of its surroundings. */
export interface Ports {
  readonly cloud: Cloud;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly memory: RunMemory;
  readonly reporter: FullReporter;
  /** The instant from which `timeout` counts, epoch ms. */
  readonly stepStartMs: number;
}

/** How long a stop may be tried when the workflow was cancelled: the runner kills 10 s after its first signal. */
const CANCEL_BUDGET_MS = 3500;
/** How long a stop may be tried when patience ended; the post step tries again. */
const STOP_BUDGET_MS = 20_000;

/** Starts a test and follows its run to a verdict. */
export async function followTest(
  testId: string,
  inputs: Inputs,
  ports: Ports,
  signal: AbortSignal,
): Promise<RunOutcome> {
  const started = await start(testId, ports, signal);
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

interface NotStarted {
  readonly state: 'not-started';
  readonly watched: Watched;
}

/** The intent is remembered before the start is sent, so that even a kill in between leaves a trace to search by. */
async function start(testId: string, ports: Ports, signal: AbortSignal): Promise<PendingRun | NotStarted> {
  const { cloud, memory } = ports;
  let intent: StartIntent | undefined;
  try {
    intent = await cloud.prepare(testId, signal);
    memory.remember(intent);
    const run = await cloud.start(intent, signal);
    memory.remember({ ...intent, runId: run.id });
    return run.state === 'pending' ? run : { ...cloud.unseen(run.id), testId };
  } catch (error) {
    if (signal.aborted) return { state: 'not-started', watched: { kind: 'cancelled', run: undefined } };
    if (!(error instanceof CloudError)) throw error;
    if (intent !== undefined) rememberFailure(error, intent, memory);
    return { state: 'not-started', watched: { kind: 'not-started', failure: error.message } };
  }
}

/**
 * What a start that failed leaves to do: a run that is surely ours is stopped, one that may yet appear is searched for
 * by post, and where several may be ours none is touched.
 */
function rememberFailure(error: CloudError, intent: StartIntent, memory: RunMemory): void {
  const uncertain = error instanceof StartUncertain;
  if (uncertain && error.own !== undefined) memory.remember({ ...intent, runId: error.own.id });
  else if (!uncertain || error.runIds.length > 0) memory.forget(intent.testId);
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
  const onLook = (run: TestRun): void => {
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

/** What becomes of the run: a settled one needs nothing, one we gave up on is stopped unless the user wants it left. */
async function farewell(
  testId: string | undefined,
  watched: Watched,
  { onTimeout, onCancel }: Inputs,
  { cloud, clock, memory }: Ports,
  signal: AbortSignal,
): Promise<Aftermath | undefined> {
  if (watched.kind === 'settled' || watched.kind === 'not-awaited') {
    if (testId !== undefined) memory.forget(testId);
    return undefined;
  }
  if (testId === undefined) return 'left';
  const left = memory.recall().find((one) => one.testId === testId);
  if (left === undefined) return undefined;
  // A start without an answer was searched for already, and post looks once more.
  if (watched.kind === 'not-started' && left.runId === undefined) return undefined;
  const cancelled = signal.reason instanceof Cancelled;
  if (!signal.aborted || cancelled) {
    if ((cancelled ? onCancel : onTimeout) === 'leave' && left.runId !== undefined) {
      memory.forget(testId);
      return 'left';
    }
  }
  const stopping = await stopLeft(left, cloud, clock, signal.aborted ? CANCEL_BUDGET_MS : STOP_BUDGET_MS);
  return aftermathOf(stopping, testId, memory);
}

/** What could not be stopped, or not be found, stays in memory for post. */
function aftermathOf(stopping: Stopping, testId: string, memory: RunMemory): Aftermath | undefined {
  switch (stopping.kind) {
    case 'stopped':
    case 'already-over':
      memory.forget(testId);
      return stopping.kind;
    case 'stop-failed':
      return stopping.kind;
    case 'nothing-found':
    case 'several-found':
      return undefined;
  }
}
