/** One test to its verdict: starts the run, saves it, polls it, judges it, and stops it if needed. */
import { stopIfNeeded } from './stop-if-needed.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { isCompared } from '../inputs/reports.ts';
import { startRun } from './start.ts';
import { checkForSecondRuns } from './started-twice.ts';
import type { PendingStart } from '../runner/memory.ts';
import type { Ports } from './ports.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import type { MetricsBudget } from './metrics-budget.ts';
import { withoutFullStop } from '../test-run/evidence.ts';
import type { Limited } from './turns.ts';
import type { MetricsOfRun } from './metrics-of-run.ts';
import { metricsOfRun } from './metrics-of-run.ts';
import { marksOf } from '../test-run/note-marks.ts';
import { addPhase } from '../test-run/phases.ts';
import type { EarlierDuration } from '../test-run/earlier-durations.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import type { PendingRun, PhaseSpan, PollResult, TestRun } from '../test-run/test-run.ts';
import { decide, judge } from '../test-run/verdict.ts';
import { reasonFor } from '../test-run/wording.ts';
import { poll } from '../poll/poll.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { CloudError } from '../cloud/errors.ts';

/** What the runs of a step take limits at, so that many of them are no flood. */
interface ConcurrencyLimits {
  readonly start: Limited;
  readonly early: Limited;
  readonly metrics: Limited;
  readonly metricsBudget: MetricsBudget;
}

/** What every run of a step has in common. */
export interface RunContext {
  readonly inputs: Inputs;
  readonly ports: Ports;
  readonly limits: ConcurrencyLimits;
  readonly signal: AbortSignal;
}

/** A run on its way to a verdict. */
interface FollowedRun {
  /** `undefined` for a run that somebody else started. */
  readonly testId: string | undefined;
  readonly metrics: MetricsOfRun;
  /** How long earlier runs of the test lasted, where that is known. */
  readonly earlier?: readonly EarlierDuration[];
}

/** Starts a test and follows its run to a verdict. */
export async function runTest(testId: string, context: RunContext): Promise<RunOutcome> {
  const { inputs, ports, limits, signal } = context;
  const followed = { testId, metrics: metricsOfRun(testId, context) };
  const started = await limits.start(() => startRun(testId, inputs, ports, signal));
  if (started.state === 'not-started') return conclude(followed, started.pollResult, [], context);
  const { run, earlier } = started;
  ports.reporter.runStarted(run);
  if (!inputs.wait) return conclude(followed, { kind: 'not-awaited', run }, [], context);
  return pollAndJudge({ ...followed, earlier }, run, context);
}

/** Follows a run that somebody else started; it is never stopped. */
export async function judgeExistingRun(runId: string, context: RunContext): Promise<RunOutcome> {
  const followed = { testId: undefined, metrics: metricsOfRun(runId, context) };
  return pollAndJudge(followed, context.ports.cloud.unknownRun(runId), context);
}

async function pollAndJudge(followed: FollowedRun, first: PendingRun, context: RunContext): Promise<RunOutcome> {
  const { inputs, ports, signal } = context;
  const { cloud, clock, reporter, memory } = ports;
  const { testId, metrics, earlier = [] } = followed;
  let phases: readonly PhaseSpan[] = [];
  const announced = new Set(first.seen ? [first.url] : []);
  const onPoll = (run: TestRun): void => {
    if (!announced.has(run.url)) reporter.runStarted(run); // not named yet, or the API knows a better address than its id
    announced.add(run.url);
    phases = addPhase(phases, run, clock.now());
    reporter.polled(run);
    metrics.polled(run);
  };
  const own = ownRunReader(testId, cloud.read);
  const pollPorts = {
    ...ports,
    read: own.read,
    earlier,
    limits: inputs.limits,
    onPoll,
    onPollError: reporter.pollFailed,
  };
  const atStart = await checkForSecondRuns(startOf(testId, ports), { kind: 'not-awaited', run: first }, ports, signal);
  const pollResult =
    atStart.kind === 'not-awaited'
      ? await withThresholds(await poll(first, pollPorts, signal, testId !== undefined), context)
      : atStart;
  if (testId !== undefined && own.isForeign()) memory.forget(testId); // nobody stops it, post neither
  return conclude(followed, pollResult, phases, context);
}

function startOf(testId: string | undefined, { memory }: Ports): PendingStart | undefined {
  return testId === undefined ? undefined : memory.pending().find((one) => one.testId === testId);
}

/** `require-thresholds` costs one request more, and only for a run that would pass: the options do not show samples. */
async function withThresholds(pollResult: PollResult, { inputs, ports, signal }: RunContext): Promise<PollResult> {
  const { policy } = inputs;
  if (!policy.requireThresholds || pollResult.kind !== 'settled') return pollResult;
  if (judge(pollResult, { ...policy, requireThresholds: false }).word !== 'passed') return pollResult;
  try {
    return {
      ...pollResult,
      run: { ...pollResult.run, thresholds: await ports.cloud.thresholds(pollResult.run, signal) },
    };
  } catch (error) {
    if (!signal.aborted) throw error;
    return { kind: 'cancelled', run: pollResult.run };
  }
}

async function conclude(
  { testId, metrics: metricsSource }: FollowedRun,
  polled: PollResult,
  phases: readonly PhaseSpan[],
  context: RunContext,
): Promise<RunOutcome> {
  const { inputs, ports, signal } = context;
  const start = startOf(testId, ports);
  const stopOutcome = await stopIfNeeded({ testId, pollResult: polled }, inputs, ports, signal);
  // Its run is stopped first: a list that does not answer must not keep it going.
  const pollResult = polled.kind === 'not-awaited' ? polled : await checkForSecondRuns(start, polled, ports, signal);
  const metrics = await metricsSource.collect(pollResult);
  const noteFailure = await finishNote(pollResult, metrics, context);
  const { requireComparison } = inputs.comparison;
  const regressions = metrics?.regressions ?? [];
  const comparisonCutShort = signal.aborted && isCompared(inputs.comparison);
  const notCompared = metrics?.notCompared ?? noteFailure;
  const comparisonMissing = requireComparison === true && notCompared !== undefined;
  const verdict = decide({ pollResult, regressions, comparisonCutShort, comparisonMissing }, inputs.policy);
  const judged = metrics === undefined ? undefined : { ...metrics, notCompared };
  const reason = reasonFor({ pollResult, verdict, stopOutcome, metrics: judged });
  const origin = 'run' in pollResult ? pollResult.run?.origin : undefined;
  const source = testId === undefined ? origin : inputs.comparison.origin?.head;
  return { testId, pollResult, source, verdict, stopOutcome, phases, reason, metrics: judged };
}

/** Without its tail and its marks, a run could be the baseline of a later one that it must not be. */
async function finishNote(
  pollResult: PollResult,
  metrics: RunMetrics | undefined,
  { inputs, ports, signal }: RunContext,
): Promise<string | undefined> {
  const run = 'run' in pollResult ? pollResult.run : undefined;
  if (ports.finishNote === undefined || run === undefined) return;
  const marks = marksOf(pollResult, metrics, { isCompared: isCompared(inputs.comparison) });
  // The API is in trouble or time is over, but the run may still pass: post writes the mark.
  if (pollResult.kind === 'gave-up' || pollResult.kind === 'api-unreachable') {
    if (marks.length > 0) await ports.finishNote(run.id, marks, AbortSignal.abort());
    return;
  }
  if (!FINISHED_AT_ONCE.has(pollResult.kind)) return;
  const failure = await ports.finishNote(run.id, marks, signal);
  if (failure === undefined) return;
  return `The note by which later comparisons know run ${run.id} could not be written: ${withoutFullStop(failure)}`;
}

const FINISHED_AT_ONCE: ReadonlySet<PollResult['kind']> = new Set(['settled', 'not-awaited', 'cancelled']);

/** Reads of a run that is ours, and whether the last one showed a run of another test. */
interface OwnRunReader {
  readonly read: Cloud['read'];
  readonly isForeign: () => boolean;
}

/** A read that shows a run of another test is not believed: such a run is neither judged nor stopped. */
function ownRunReader(testId: string | undefined, read: Cloud['read']): OwnRunReader {
  if (testId === undefined) return { read, isForeign: () => false };
  let isForeign = false;
  return {
    isForeign: () => isForeign,
    read: async (runId, signal) => {
      const run = await read(runId, signal);
      isForeign = run.testId !== undefined && run.testId !== testId;
      if (!isForeign) return run;
      const response = `the response shows a run of test ${run.testId}, but test ${testId} was started`;
      throw new CloudError('wrong-run', { request: `the read of run ${runId}`, response });
    },
  };
}

/** After a cancel in the middle of the starts: a run that was to be left is stopped like any other. */
export async function stopStarted(outcome: RunOutcome, context: RunContext): Promise<RunOutcome> {
  const { testId, pollResult, phases } = outcome;
  if (pollResult.kind !== 'not-awaited' || testId === undefined) return outcome;
  const cancelled = { kind: 'cancelled', run: pollResult.run } as const;
  return conclude({ testId, metrics: metricsOfRun(testId, context) }, cancelled, phases, context);
}
