/** Reads the metrics of a run that has ended, side by side: what can change the verdict, and what is only shown. */
import { abortable, toError, withDeadline } from '../clock.ts';
import type { BestEffortOptions } from '../cloud/http/best-effort.ts';
import type { ComparisonInputs } from '../inputs/reports.ts';
import type { EndpointNumbers } from '../test-run/endpoints.ts';
import { comparedEndpoints } from '../test-run/endpoints.ts';
import type { EarlierRun, Metrics } from '../test-run/metrics.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import { UNKNOWN_HEALTH, unsoundReasons, unsoundWarning } from '../test-run/soundness.ts';
import type { TestRun } from '../test-run/test-run.ts';
import { withRules } from './apply-rules.ts';
import type { DetailPorts } from './collect-details.ts';
import { baselineRunIds, collectBaselineProtocols, collectEndpoints } from './collect-details.ts';
import { findBaseline } from './compare.ts';
import { trendBefore } from './trend.ts';
import { watched } from './watched.ts';

/**
 * How much is read: `main` what the verdict and its sentence need, `pictures` the series and the trend as well, `all`
 * the endpoints and the health of the load generators as well.
 */
export type Detail = 'main' | 'pictures' | 'all';

/** What reading needs of its surroundings. */
export interface ReadPorts extends DetailPorts {
  readonly detail: Detail;
  /** The runs before the run as they were while it went on: what they lead to is asked for before they are read again. */
  readonly expected?: readonly EarlierRun[] | undefined;
}

/** How long the list of runs is waited for where there is an earlier one: then that has to do. */
const LIST_MS = 12_000;

/** How questions are asked: those that can change the verdict, and those of which answers are only shown. */
export interface Askings {
  readonly deciding: BestEffortOptions;
  /** `undefined`: there is no time for them. */
  readonly beside: BestEffortOptions | undefined;
}

/** Reads them; a fault in what is only shown costs that alone. */
export async function readMetrics(
  run: TestRun,
  comparing: ComparisonInputs,
  ports: ReadPorts,
  { deciding, beside }: Askings,
): Promise<RunMetrics> {
  const { cloud, detail } = ports;
  const { metrics } = cloud;
  const { testId } = run;
  const isPictured = detail !== 'main';
  const { past, measuring, comparison, ofRun } = begun(run, comparing, ports, { deciding, beside });
  const [measured, testName, earlier, { warnings, isUnread, ...found }, pictured] = await Promise.all([
    measuring,
    testId === undefined ? undefined : harmless(beside, undefined, (asking) => metrics.testName(testId, asking)),
    past,
    comparison,
    isPictured && beside !== undefined
      ? readPictured(run, { past, measuring, comparison }, ports, beside)
      : NOT_PICTURED,
  ]);
  const { trend, endpoints, ...details } = pictured;
  const { iterations, p95Ms: nowMs } = measured.numbers;
  const unsound = unsoundReasons(details.health, iterations);
  const judged = withRules(comparing, {
    testName,
    ...measured,
    ...found,
    ...details,
    baselineRun: earlier.find(({ run: one }) => one.id === found.baseline?.runId)?.run,
    trend: withRun(trend, run, nowMs),
    endpoints: [],
    unsound,
    isUnread: isUnread === true || (found.baseline !== undefined && ofRun.hasFailed()),
    warnings: [...unsoundWarning(run.id, unsound), ...noRequestWarning(run, measured), ...warnings],
  });
  const runs = baselineRunIds(found.baseline).length;
  return { ...judged, endpoints: comparedEndpoints(endpoints, runs, judged.regressions) };
}

/** Asks for the run, for the runs before it, and for what it is compared with. */
function begun(
  run: TestRun,
  comparing: ComparisonInputs,
  ports: ReadPorts,
  { deciding, beside }: Askings,
): Reading & { readonly ofRun: ReturnType<typeof watched> } {
  const { cloud, detail, expected } = ports;
  const isPictured = detail !== 'main';
  const parts = isPictured ? 'all' : 'main';
  const [ofRun, ofList] = [watched(deciding), watched(deciding)];
  const measuring = cloud.metrics.metrics(run, ofRun, beside === undefined ? 'numbers' : parts, beside);
  const past = isPictured ? runsBefore(run, ports, ofList) : Promise.resolve([]);
  foresee(run, comparing, ports, { deciding, beside });
  const comparison = past.then((earlier) => {
    const isListUnread = ofList.hasFailed() && earlier !== expected;
    return findBaseline({ run, earlier, comparing, cloud, isListUnread }, deciding);
  });
  return { past, measuring, comparison, ofRun };
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
  ports: ReadPorts,
  asking: BestEffortOptions,
): Promise<Pictured> {
  const { cloud, detail } = ports;
  const [trend, endpoints, baselineProtocols, health] = await Promise.all([
    past.then((earlier) => harmless(asking, [], () => trendBefore(run, earlier, cloud, asking))),
    detail === 'all' ? comparison.then(({ baseline }) => collectEndpoints(run, baseline, ports, asking)) : [],
    Promise.all([measuring, comparison]).then(([{ protocols }, { baseline }]) =>
      collectBaselineProtocols({ testId: run.testId, protocols }, baseline, ports, asking),
    ),
    detail === 'all' ? harmless(asking, UNKNOWN_HEALTH, () => cloud.metrics.health(run.id, asking)) : UNKNOWN_HEALTH,
  ]);
  return { trend, endpoints, baselineProtocols, health };
}

/** The runs before a run as they are now; those that were read while it went on where that fails. */
async function runsBefore(
  run: TestRun,
  { cloud, clock, expected }: ReadPorts,
  { signal, onFailure }: BestEffortOptions,
): Promise<readonly EarlierRun[]> {
  if (expected === undefined) return cloud.metrics.earlierRuns(run, { signal, onFailure });
  const failures: string[] = [];
  const late = (): Error => new Error('the list of runs was not read in time');
  try {
    const asking = { onFailure: (failure: string): unknown => failures.push(failure) };
    const now = await withDeadline(clock, { limitMs: LIST_MS, signal }, late, (within) =>
      abortable(within, cloud.metrics.earlierRuns(run, { ...asking, signal: within })),
    );
    if (failures.length === 0) return now;
  } catch (error) {
    failures.push(toError(error).message);
  }
  for (const failure of failures) onFailure(failure);
  return expected;
}

/**
 * The list of runs seldom changes while a run goes on: what it leads to is asked for at once, and the memory of the client
 * has the answers for the list that counts. What fails here is asked for again.
 */
function foresee(run: TestRun, comparing: ComparisonInputs, ports: ReadPorts, { deciding, beside }: Askings): void {
  const { cloud, expected, detail } = ports;
  if (expected === undefined) return;
  const quiet = { onFailure: () => undefined };
  const foreseeing = async (): Promise<void> => {
    const asking = { ...deciding, ...quiet };
    const { baseline } = await findBaseline({ run, earlier: expected, comparing, cloud }, asking);
    if (beside === undefined || detail !== 'all') return;
    await collectEndpoints(run, baseline, ports, { ...beside, ...quiet });
  };
  foreseeing().catch(() => undefined);
}

/** The trend with the run itself at its end; none where no run before has a number. */
function withRun(
  before: RunMetrics['trend'],
  { id: runId, createdMs }: TestRun,
  p95Ms: number | undefined,
): RunMetrics['trend'] {
  return before.some((point) => point.p95Ms !== undefined) ? [...before, { runId, createdMs, p95Ms }] : [];
}

/** A run that passed and sent nothing proves nothing about latency. */
function noRequestWarning({ id }: TestRun, { numbers }: Metrics): readonly string[] {
  return numbers.requests === 0 ? [`Run ${id} made no HTTP request, so its latency is unknown.`] : [];
}

/** Asks for what is only shown: a fault, and a silence that heeds no signal, cost this answer alone. */
async function harmless<T>(
  asking: BestEffortOptions | undefined,
  otherwise: T,
  ask: (asking: BestEffortOptions) => Promise<T>,
): Promise<T> {
  if (asking === undefined) return otherwise;
  try {
    return await abortable(asking.signal, ask(asking));
  } catch (error) {
    asking.onFailure(toError(error).message);
    return otherwise;
  }
}
