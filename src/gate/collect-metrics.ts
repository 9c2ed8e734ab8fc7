/** Collects the metrics of a run that has ended: its numbers, the runs before it, and how it compares. Bounded, and never throws. */
import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock.ts';
import { isAborted, toError, withDeadline, withTimeout } from '../clock.ts';
import type { BestEffortOptions } from '../cloud/http/best-effort.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { ComparisonInputs } from '../inputs/reports.ts';
import { compare, ruleText } from '../test-run/baseline.ts';
import type { Metrics } from '../test-run/metrics.ts';
import { NO_METRICS, NO_NUMBERS } from '../test-run/metrics.ts';
import { findBaseline } from './compare.ts';
import type { MetricsBudget } from './metrics-budget.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import type { SettledRun, TestRun, PollResult } from '../test-run/test-run.ts';
import { trendBefore } from './trend.ts';

/** What collecting metrics needs of its surroundings. */
export interface CollectPorts {
  readonly cloud: Cloud;
  readonly clock: Clock;
  /** Called once with a sentence if some sources failed. */
  readonly onNotice: (sentence: string) => void;
  /** Shared by the runs of a step. */
  readonly budget: MetricsBudget;
  /** Whether the course of the run and the trend of its test are wanted whatever the comparison finds. */
  readonly isPictured: boolean;
}

/** All requests of one run may take this long; less where other runs have used up the time of the step. */
const BOUND_MS = 25_000;
/** Where a question does not even listen to its signal. */
const GRACE_MS = 1000;

/** The metrics of a run that ran and has ended; `undefined` for any other, and for a step that was cancelled. */
export async function collectMetrics(
  pollResult: PollResult,
  comparing: ComparisonInputs,
  ports: CollectPorts,
  signal: AbortSignal,
): Promise<RunMetrics | undefined> {
  if (pollResult.kind !== 'settled' || !hasRun(pollResult.run) || signal.aborted) return undefined;
  const { run } = pollResult;
  const { clock, onNotice, budget } = ports;
  const misses: string[] = [];
  const sinceMs = clock.now();
  const boundMs = Math.min(BOUND_MS, budget.leftMs());
  const late = (): Error => new Error(`no complete response within ${Math.round(boundMs / 1000)} s in all`);
  try {
    if (boundMs <= 0) throw new Error('the time of the step for metrics was used up by other runs');
    return await withTimeout(clock, boundMs + GRACE_MS, late, () =>
      withDeadline(clock, { limitMs: boundMs, signal }, late, (within) => {
        setMaxListeners(0, within); // more than ten questions at once are no leak
        return readMetrics(run, comparing, ports, { signal: within, onFailure: (failure) => misses.push(failure) });
      }),
    );
  } catch (error) {
    misses.push(toError(error).message);
    return withRules(comparing, { ...EMPTY, warnings: [] });
  } finally {
    if (misses.length > 0) budget.charge(sinceMs);
    const [first] = misses;
    const rest = misses.length > 1 ? ` (and ${misses.length - 1} more)` : '';
    if (first !== undefined && !isAborted(signal)) onNotice(`Some numbers of run ${run.id} are n/a: ${first}${rest}`);
  }
}

const EMPTY = { ...NO_METRICS, testName: undefined, trend: [], baseline: undefined };

function hasRun({ startedMs, ending }: SettledRun): boolean {
  return startedMs !== undefined || ending.kind === 'finished';
}

async function readMetrics(
  run: TestRun,
  comparing: ComparisonInputs,
  { cloud, isPictured }: CollectPorts,
  asking: BestEffortOptions,
): Promise<RunMetrics> {
  const { metrics } = cloud;
  const name = run.testId === undefined ? undefined : metrics.testName(run.testId, asking);
  const isPastNeeded = isPictured || comparing.baseline.kind !== 'none';
  const past = isPastNeeded ? metrics.earlierRuns(run, asking) : Promise.resolve([]);
  const trendOf = (): Promise<RunMetrics['trend']> => past.then((earlier) => trendBefore(run, earlier, cloud, asking));
  const [measured, testName, { baseline, missing, warnings }, trend] = await Promise.all([
    metrics.metrics(run, asking, isPictured ? 'all' : 'main'),
    name,
    past.then((earlier) => findBaseline({ run, earlier, comparing, cloud }, asking)),
    isPictured ? trendOf() : [],
  ]);
  const judged = withRules(comparing, {
    testName,
    ...measured,
    trend: withRun(run, trend, measured),
    baseline,
    missing,
    warnings: [...noRequestWarning(run, measured), ...warnings],
  });
  if (isPictured || judged.regressions.length === 0) return judged;
  const [series, trendOfRegressed] = await Promise.all([metrics.series(run, asking), trendOf()]);
  return { ...judged, series, trend: withRun(run, trendOfRegressed, measured) };
}

/** The trend up to this run; nothing where no run before it has a latency. */
function withRun({ id, createdMs }: TestRun, trend: RunMetrics['trend'], { numbers }: Metrics): RunMetrics['trend'] {
  const isKnown = trend.some(({ p95Ms }) => p95Ms !== undefined);
  return isKnown ? [...trend, { runId: id, createdMs, p95Ms: numbers.p95Ms }] : [];
}

/** A run that passed and sent nothing proves nothing about latency. */
function noRequestWarning({ id }: TestRun, { numbers }: Metrics): readonly string[] {
  return numbers.requests === 0 ? [`Run ${id} made no HTTP request, so its latency is unknown.`] : [];
}

/** Everything but the comparison, and why there is nothing to compare with. */
type Measured = Omit<RunMetrics, 'regressions' | 'notCompared'> & { readonly missing?: string | undefined };

/** Applies the user's rules; one that cannot be judged is a warning, and an error only where the user asks for that. */
function withRules({ maxRegression, baseline: choice }: ComparisonInputs, { missing, ...found }: Measured): RunMetrics {
  const { baseline, numbers, warnings } = found;
  const missed = missing === undefined ? [] : [`${missing}.`];
  if (maxRegression.length === 0 || choice.kind === 'none') {
    return { ...found, regressions: [], warnings: [...missed, ...warnings] };
  }
  const against = baseline ?? { runId: '', url: '', numbers: NO_NUMBERS };
  const { regressions, unjudged } = compare(maxRegression, numbers, against);
  const rules = unjudged.map(ruleText);
  if (rules.length === 0) return { ...found, regressions };
  const notApplied = `\`max-regression\` (${rules.join(', ')}) was not applied`;
  const notCompared =
    missing === undefined
      ? `${notApplied}: a number of the run or of its baseline is not known`
      : `${missing}; ${notApplied}`;
  return { ...found, regressions, notCompared, warnings: [`${notCompared}.`, ...warnings] };
}
