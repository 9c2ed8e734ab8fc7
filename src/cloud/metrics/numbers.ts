/** Numbers, thresholds, checks and series of runs from the metric endpoints that both APIs share. Decoration: never throws. */
import type { Metrics, Numbers, Series } from '../../test-run/metrics.ts';
import type { RunFacts } from '../../test-run/test-run.ts';
import type { BestEffortGet, BestEffortOptions, BestEffortPorts } from '../http/best-effort.ts';
import { bestEffortGet } from '../http/best-effort.ts';
import { checksOf } from './checks.ts';
import { thresholdsOf } from './threshold-lists.ts';
import type { SummaryAnswer } from './schemas.ts';
import { QueryAnswer, SummaryAnswer as SummarySchema } from './schemas.ts';

/** The questions about numbers. Each fills in what it could read, tells `onFailure` of the rest, and ends with the signal. */
export interface MetricsSource {
  readonly metrics: (run: RunFacts, asking: BestEffortOptions) => Promise<Metrics>;
  readonly numbers: (runId: string, asking: BestEffortOptions) => Promise<Numbers>;
  /** p95 in ms of several runs of a test, by run id; runs without one are absent. */
  readonly latencies: (
    testId: string,
    runIds: readonly string[],
    asking: BestEffortOptions,
  ) => Promise<ReadonlyMap<string, number>>;
}

/** The shared source; v5, v4 and the older checks and thresholds answer to the tokens of both APIs. */
export function metricsSource(ports: BestEffortPorts): MetricsSource {
  const ask = bestEffortGet(ports);
  return {
    metrics: async (run, asking) => {
      const [numbers, thresholds, checks, series] = await Promise.all([
        numbersOf(ask, run.id, asking),
        thresholdsOf(ask, run.id, asking),
        checksOf(ask, run.id, asking),
        seriesOf(ask, run, asking),
      ]);
      return { numbers, thresholds, checks, series };
    },
    numbers: (runId, asking) => numbersOf(ask, runId, asking),
    latencies: (testId, runIds, asking) => latenciesOf(ask, testId, runIds, asking),
  };
}

type Source = readonly [metric: string, query: string];

/** Where each number comes from where the one-call summary does not tell it. Source: the reference of the v5 metrics. */
export const AGGREGATES: Readonly<Record<keyof Numbers, Source>> = {
  p95Ms: ['http_req_duration', 'histogram_quantile(0.95)'],
  p99Ms: ['http_req_duration', 'histogram_quantile(0.99)'],
  avgMs: ['http_req_duration', 'histogram_avg'],
  maxMs: ['http_req_duration', 'histogram_max'],
  requests: ['http_reqs', 'increase'],
  rps: ['http_reqs', 'rate'],
  errorRate: ['http_req_failed', 'ratio'],
  checksRate: ['checks', 'ratio'],
  peakVus: ['vus', 'sum(max by (instance_id))'],
  iterations: ['iterations', 'increase'],
};

/** One request for most of them, and one more for each that is left; an older server has no summary at all. */
async function numbersOf(ask: BestEffortGet, runId: string, asking: BestEffortOptions): Promise<Numbers> {
  const answers = { some: false };
  const number = async (name: keyof Numbers): Promise<number | undefined> => {
    const answer = await ask(query(runId, 'query_aggregate_k6', AGGREGATES[name]), QueryAnswer, asking);
    answers.some ||= answer !== undefined;
    return firstValue(answer);
  };
  const path = `/cloud/v5/test_runs/${runId}/result_summary?$select=metrics_summary`;
  const [summary, peakVus, iterations] = await Promise.all([
    ask(path, SummarySchema, asking).then(summaryNumbers),
    number('peakVus'),
    number('iterations'),
  ]);
  const known = { ...summary, peakVus, iterations };
  // Where no aggregate can be read at all, more questions of that kind would only make trouble worse.
  if (!answers.some) return measured(known);
  const or = (name: keyof typeof summary): Promise<number | undefined> | number => summary[name] ?? number(name);
  const [p95Ms, p99Ms, avgMs, maxMs, requests, rps, errorRate, checksRate] = await Promise.all([
    or('p95Ms'),
    or('p99Ms'),
    or('avgMs'),
    or('maxMs'),
    or('requests'),
    or('rps'),
    or('errorRate'),
    or('checksRate'),
  ]);
  return measured({ ...known, p95Ms, p99Ms, avgMs, maxMs, requests, rps, errorRate, checksRate });
}

/** A run without a single request has no latency, and no share of failed requests: a 0 would look like a fast run. */
function measured(numbers: Numbers): Numbers {
  if (numbers.requests !== 0) return numbers;
  const none = { p95Ms: undefined, p99Ms: undefined, avgMs: undefined, maxMs: undefined, errorRate: undefined };
  return { ...numbers, ...none };
}

function summaryNumbers(answer: SummaryAnswer | undefined): Omit<Numbers, 'peakVus' | 'iterations'> {
  const { http_metric_summary: http, checks_metric_summary: checks } = answer?.metrics_summary ?? {};
  const { requests_count: requests, failures_count: failures, rps_mean: rps, duration } = http ?? {};
  return {
    p95Ms: duration?.p95,
    p99Ms: duration?.p99,
    avgMs: duration?.mean,
    maxMs: duration?.max,
    requests,
    rps,
    errorRate: share(failures, requests),
    checksRate: share(checks?.hits_successes, checks?.hits_total),
  };
}

/** A part of nothing is unknown, not 0; more than all of it is nonsense. */
function share(part: number | undefined, all: number | undefined): number | undefined {
  if (part === undefined || all === undefined || all <= 0 || part > all) return undefined;
  return part / all;
}

/** As many points as a chart of the summary's width shows well. */
const POINTS = 60;
const SHORTEST_STEP_SECONDS = 1;

async function seriesOf(ask: BestEffortGet, run: RunFacts, asking: BestEffortOptions): Promise<Series> {
  const told = run.startedMs === undefined || run.endedMs === undefined ? undefined : run.endedMs - run.startedMs;
  const lengthMs = run.executedMs ?? told ?? run.plannedMs;
  const step = Math.max(SHORTEST_STEP_SECONDS, Math.ceil((lengthMs ?? 0) / 1000 / POINTS));
  const series = async (source: Source): Promise<Series['vus']> =>
    points(await ask(query(run.id, 'query_range_k6', source, `,step=${step}`), QueryAnswer, asking));
  const [p95Ms, rps, errorRate, vus] = await Promise.all([
    series(AGGREGATES.p95Ms),
    series(AGGREGATES.rps),
    series(AGGREGATES.errorRate),
    series(AGGREGATES.peakVus),
  ]);
  return { p95Ms, rps, errorRate, vus };
}

/** One request for all runs; a server that does not know this form is asked run by run. */
async function latenciesOf(
  ask: BestEffortGet,
  testId: string,
  runIds: readonly string[],
  asking: BestEffortOptions,
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  if (runIds.length === 0) return found;
  const [metric, method] = AGGREGATES.p95Ms;
  const form = `query='${method} by (test_run_id)',metric='${metric}',test_run_ids=[${runIds.join(',')}]`;
  const path = `/cloud/v5/load_tests/${testId}/query_aggregate_k6(${form})`;
  const all = await ask(path, QueryAnswer, { ...asking, onFailure: () => undefined });
  for (const { metric: labels, values } of all?.data.result ?? []) {
    const value = values.at(-1)?.value;
    const runId = labels?.test_run_id;
    if (value !== undefined && runId !== undefined && runIds.includes(runId)) found.set(runId, value);
  }
  if (found.size > 0) return found;
  await Promise.all(
    runIds.map(async (runId) => {
      const value = firstValue(await ask(query(runId, 'query_aggregate_k6', AGGREGATES.p95Ms), QueryAnswer, asking));
      if (value !== undefined) found.set(runId, value);
    }),
  );
  return found;
}

/** The functions are a part of the path; their brackets, quotes and commas must stay as they are. */
function query(runId: string, name: string, [metric, method]: Source, more = ''): string {
  return `/cloud/v5/test_runs/${runId}/${name}(query='${method}',metric='${metric}'${more})`;
}

/** An empty result means that there is no data, not 0. */
function firstValue(answer: QueryAnswer | undefined): number | undefined {
  return answer?.data.result[0]?.values.at(-1)?.value;
}

/** Past this no calendar goes: such an instant is nonsense, and would break what formats it. */
const LATEST_S = 8e12;

function points(answer: QueryAnswer | undefined): Series['vus'] {
  return (answer?.data.result[0]?.values ?? [])
    .flatMap(({ at, value }) =>
      at === undefined || value === undefined || Math.abs(at) > LATEST_S ? [] : [{ atMs: at * 1000, value }],
    )
    .sort((a, b) => a.atMs - b.atMs);
}
