/** Collects the metrics of a run that has ended: its numbers, the runs before it, and how it compares. Bounded, and never throws. */
import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock.ts';
import { isAborted, toError, withDeadline, withTimeout } from '../clock.ts';
import type { BestEffortOptions } from '../cloud/http/best-effort.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { ComparisonInputs } from '../inputs/reports.ts';
import { compare } from '../test-run/baseline.ts';
import { ruleText } from '../test-run/regression-rule.ts';
import type { EndpointNumbers } from '../test-run/endpoints.ts';
import { comparedEndpoints } from '../test-run/endpoints.ts';
import type { EarlierRun, Metrics } from '../test-run/metrics.ts';
import { NO_METRICS, NO_NUMBERS } from '../test-run/metrics.ts';
import type { DetailPorts } from './collect-details.ts';
import { baselineRunIds, collectBaselineProtocols, collectEndpoints } from './collect-details.ts';
import { findBaseline } from './compare.ts';
import type { MetricsBudget } from './metrics-budget.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import { UNKNOWN_HEALTH, unsoundReasons, unsoundWarning } from '../test-run/soundness.ts';
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
  readonly detail: Detail;
}

/**
 * How much is read: `main` what the verdict and its sentence need, `pictures` the series and the trend as well, `all`
 * the endpoints and the health of the load generators as well.
 */
export type Detail = 'main' | 'pictures' | 'all';

/** All requests of one run may take this long; less where other runs have used up the time of the step. */
const BOUND_MS = 25_000;
/** Where a question does not even listen to its signal. */
const GRACE_MS = 1000;

/** The metrics of a run that ran and has ended; `undefined` for any other, and for a step that was cancelled. */
export async function collectMetrics(
  pollResult: PollResult,
  comparing: ComparisonInputs,
  { cloud, clock, onNotice, budget, detail }: CollectPorts,
  signal: AbortSignal,
): Promise<RunMetrics | undefined> {
  if (pollResult.kind !== 'settled' || !hasRun(pollResult.run) || signal.aborted) return undefined;
  const { run } = pollResult;
  const misses: string[] = [];
  const sinceMs = clock.now();
  const boundMs = Math.min(BOUND_MS, budget.leftMs());
  const late = (): Error => new Error(`no complete response within ${Math.round(boundMs / 1000)} s in all`);
  try {
    if (boundMs <= 0) throw new Error('the time of the step for metrics was used up by other runs');
    return await withTimeout(clock, boundMs + GRACE_MS, late, () =>
      withDeadline(clock, { limitMs: boundMs, signal }, late, (within) => {
        setMaxListeners(0, within); // more than ten questions at once are no leak
        const asking = { signal: within, onFailure: (failure: string) => misses.push(failure) };
        return readMetrics(run, comparing, { cloud, clock, untilMs: sinceMs + boundMs, detail }, asking);
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

const EMPTY = {
  ...NO_METRICS,
  testName: undefined,
  trend: [],
  baseline: undefined,
  baselineProtocols: {},
  endpoints: [],
  health: UNKNOWN_HEALTH,
  unsound: [],
};

function hasRun({ startedMs, ending }: SettledRun): boolean {
  return startedMs !== undefined || ending.kind === 'finished';
}

async function readMetrics(
  run: TestRun,
  comparing: ComparisonInputs,
  ports: DetailPorts & Pick<CollectPorts, 'detail'>,
  asking: BestEffortOptions,
): Promise<RunMetrics> {
  const { cloud, detail } = ports;
  const { metrics } = cloud;
  const isPictured = detail !== 'main';
  const measuring = metrics.metrics(run, asking, isPictured ? 'all' : 'main');
  const past = isPictured ? metrics.earlierRuns(run, asking) : Promise.resolve([]);
  const comparison = past.then((earlier) => findBaseline({ run, earlier, comparing, cloud }, asking));
  const [measured, testName, earlier, { warnings, ...found }, pictured] = await Promise.all([
    measuring,
    run.testId === undefined ? undefined : metrics.testName(run.testId, asking),
    past,
    comparison,
    isPictured ? readPictured(run, { past, measuring, comparison }, ports, asking) : NOT_PICTURED,
  ]);
  const { trend, endpoints, ...details } = pictured;
  const unsound = unsoundReasons(details.health, measured.numbers.iterations);
  const now = { runId: run.id, createdMs: run.createdMs, p95Ms: measured.numbers.p95Ms };
  const judged = withRules(comparing, {
    testName,
    ...measured,
    ...found,
    ...details,
    baselineRun: earlier.find(({ run: one }) => one.id === found.baseline?.runId)?.run,
    trend: trend.some(({ p95Ms }) => p95Ms !== undefined) ? [...trend, now] : [],
    endpoints: [],
    unsound,
    warnings: [...unsoundWarning(run.id, unsound), ...noRequestWarning(run, measured), ...warnings],
  });
  const runs = baselineRunIds(found.baseline).length;
  return { ...judged, endpoints: comparedEndpoints(endpoints, runs, judged.regressions) };
}

/** What is read meanwhile, and what the pictures wait for. */
interface Reading {
  readonly past: Promise<readonly EarlierRun[]>;
  readonly measuring: Promise<Metrics>;
  readonly comparison: ReturnType<typeof findBaseline>;
}

const NOT_PICTURED: Pictured = { trend: [], endpoints: [], baselineProtocols: {}, health: UNKNOWN_HEALTH };

type Pictured = Pick<RunMetrics, 'trend' | 'baselineProtocols' | 'health'> & {
  readonly endpoints: readonly EndpointNumbers[];
};

/** What is shown beside the numbers that decide. */
async function readPictured(
  run: TestRun,
  { past, measuring, comparison }: Reading,
  ports: DetailPorts & Pick<CollectPorts, 'detail'>,
  asking: BestEffortOptions,
): Promise<Pictured> {
  const { cloud, detail } = ports;
  const [trend, endpoints, baselineProtocols, health] = await Promise.all([
    past.then((earlier) => trendBefore(run, earlier, cloud, asking)),
    detail === 'all' ? comparison.then(({ baseline }) => collectEndpoints(run, baseline, ports, asking)) : [],
    Promise.all([measuring, comparison]).then(([{ protocols }, { baseline }]) =>
      collectBaselineProtocols({ testId: run.testId, protocols }, baseline, ports, asking),
    ),
    detail === 'all' ? cloud.metrics.health(run.id, asking) : UNKNOWN_HEALTH,
  ]);
  return { trend, endpoints, baselineProtocols, health };
}

/** A run that passed and sent nothing proves nothing about latency. */
function noRequestWarning({ id }: TestRun, { numbers }: Metrics): readonly string[] {
  return numbers.requests === 0 ? [`Run ${id} made no HTTP request, so its latency is unknown.`] : [];
}

/** Everything but the comparison, and why there is nothing to compare with. */
type Measured = Omit<RunMetrics, 'judged' | 'regressions' | 'notCompared'> & { readonly missing?: string | undefined };

const UNKNOWN_NUMBER = 'a number of the run or of its baseline is not known';

/** Applies the user's rules; one that cannot be judged is a warning, and an error only where the user asks for that. */
function withRules({ maxRegression, baseline: choice }: ComparisonInputs, { missing, ...found }: Measured): RunMetrics {
  const { baseline, numbers, warnings } = found;
  const missed = missing === undefined ? [] : [`${missing}.`];
  if (maxRegression.length === 0 || choice.kind === 'none') {
    return { ...found, judged: [], regressions: [], warnings: [...missed, ...warnings] };
  }
  const against = baseline ?? { runId: '', url: '', numbers: NO_NUMBERS };
  const { judged, regressions, unjudged } = compare(maxRegression, numbers, against);
  const rules = unjudged.map(ruleText);
  if (rules.length === 0) return { ...found, judged, regressions };
  const notApplied = `\`max-regression\` (${rules.join(', ')}) was not applied`;
  const lacks = new Set(unjudged.map((rule) => baseline?.selected?.get(ruleText(rule))?.lack ?? UNKNOWN_NUMBER));
  const notCompared = missing === undefined ? `${notApplied}: ${[...lacks].join('; ')}` : `${missing}; ${notApplied}`;
  return { ...found, judged, regressions, notCompared, warnings: [`${notCompared}.`, ...warnings] };
}
