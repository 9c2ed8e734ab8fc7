/** Numbers, thresholds, checks and series of runs from the metric endpoints that both APIs share. Decoration: never throws. */
import type { Metrics } from '../../test-run/metrics.ts';
import { NO_METRICS } from '../../test-run/metrics.ts';
import type { NumberName, Numbers } from '../../test-run/number-table.ts';
import { NUMBER_NAMES, NUMBERS, numbersBy, possibleValue } from '../../test-run/number-table.ts';
import type { RunFacts } from '../../test-run/test-run.ts';
import type { BestEffortGet, BestEffortOptions, BestEffortPorts } from '../http/best-effort.ts';
import { bestEffortGet } from '../http/best-effort.ts';
import { knownProtocols } from '../../test-run/protocol-table.ts';
import { acrossRuns } from './across-runs.ts';
import { checksOf } from './checks.ts';
import { protocolsIn } from './protocols.ts';
import { firstValue, queryPath } from './query.ts';
import { peakOf, seriesOf } from './time-series.ts';
import { thresholdsOf } from './threshold-lists.ts';
import type { SummaryAnswer } from './schemas.ts';
import { QueryAnswer, SummaryAnswer as SummarySchema } from './schemas.ts';

/** All metrics, those that take one request each (the summary, thresholds and checks), or the summary alone. */
type MetricsParts = 'all' | 'main' | 'numbers';

/** The questions about numbers. Each fills in what it could read, tells `onFailure` of the rest, and ends with the signal. */
export interface MetricsSource {
  /** @param beside how that is asked for which no rule can be about: thresholds, checks and series; else as the rest is */
  readonly metrics: (
    run: RunFacts,
    asking: BestEffortOptions,
    parts?: MetricsParts,
    beside?: BestEffortOptions,
  ) => Promise<Metrics>;
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
    metrics: async (run, asking, parts = 'all', beside = asking) => {
      const reading = parts === 'all' ? seriesOf(ask, run, beside) : undefined;
      const [numbered, thresholds, checks, series] = await Promise.all([
        numbersOf(ask, run.id, asking, { parts, beside, peakVus: reading?.then(peakOf) }),
        parts === 'numbers' ? undefined : thresholdsOf(ask, run.id, beside),
        parts === 'numbers' ? undefined : checksOf(ask, run.id, beside),
        reading ?? NO_METRICS.series,
      ]);
      return { ...numbered, thresholds, checks, series };
    },
    numbers: async (runId, asking) => (await numbersOf(ask, runId, asking)).numbers,
    latencies: (testId, runIds, asking) => latenciesOf(ports, testId, runIds, asking),
  };
}

type Summary = SummaryAnswer['metrics_summary'];

/** Where the one-call summary has each number; `absent`: it never has it. */
const IN_SUMMARY: Readonly<Record<NumberName, ((summary: Summary) => number | undefined) | 'absent'>> = {
  p95Ms: ({ http_metric_summary: http }) => http?.duration?.p95,
  p99Ms: ({ http_metric_summary: http }) => http?.duration?.p99,
  avgMs: ({ http_metric_summary: http }) => http?.duration?.mean,
  maxMs: ({ http_metric_summary: http }) => http?.duration?.max,
  rps: ({ http_metric_summary: http }) => http?.rps_mean ?? (http?.requests_count === 0 ? 0 : undefined),
  errorRate: ({ http_metric_summary: http }) => share(http?.failures_count, http?.requests_count),
  checksRate: ({ checks_metric_summary: checks }) => share(checks?.hits_successes, checks?.hits_total),
  requests: ({ http_metric_summary: http }) => http?.requests_count,
  peakVus: 'absent',
  iterations: 'absent',
};

/** How much of the numbers is asked for. */
interface NumbersOptions {
  readonly parts?: MetricsParts;
  /** How the numbers are asked for that no rule can be about. */
  readonly beside?: BestEffortOptions;
  /** The most VUs, where a series that is read anyway shows them. */
  readonly peakVus?: Promise<number | undefined> | undefined;
}

/** One request for most of them, and one more for each that is left; an older server has no summary at all. */
async function numbersOf(
  ask: BestEffortGet,
  runId: string,
  asking: BestEffortOptions,
  { parts = 'all', beside = asking, peakVus }: NumbersOptions = {},
): Promise<Pick<Metrics, 'numbers' | 'protocols' | 'withoutHttp'>> {
  const answers = { some: false, hasNoRequests: false };
  const known = new Map<NumberName, number | undefined>();
  const query = async (name: NumberName): Promise<void> => {
    const peak = name === 'peakVus' ? await peakVus : undefined;
    if (peak !== undefined) {
      answers.some = true;
      known.set(name, peak);
      return;
    }
    const options = IN_SUMMARY[name] === 'absent' ? beside : asking;
    const answer = await ask(queryPath(runId, 'query_aggregate_k6', NUMBERS[name].query), QueryAnswer, options);
    answers.some ||= answer !== undefined;
    answers.hasNoRequests ||= name === 'requests' && answer?.data.result.length === 0;
    known.set(name, firstValue(answer));
  };
  const path = `/cloud/v5/test_runs/${runId}/result_summary?$select=metrics_summary`;
  const peaking = parts === 'all' ? query('peakVus') : undefined;
  const [summary] = await Promise.all([
    ask(path, SummarySchema, asking),
    parts === 'all' ? query('iterations') : undefined,
  ]);
  // It may wait for a series: no number that is compared waits with it.
  if (!answers.some) await peaking;
  for (const name of NUMBER_NAMES) {
    const read = IN_SUMMARY[name];
    if (read !== 'absent') known.set(name, summary === undefined ? undefined : read(summary.metrics_summary));
  }
  const protocols = protocolsIn(summary?.metrics_summary);
  // A test of other protocols has no HTTP numbers: nothing is missing.
  const isOther = knownProtocols(protocols).length > 0 && (known.get('requests') ?? 0) === 0;
  // If no aggregate can be read at all, more requests of that kind would only add load.
  if (parts !== 'all' && summary === undefined) await query('p95Ms');
  if (answers.some || (parts !== 'all' && summary !== undefined)) {
    const missing = NUMBER_NAMES.filter((name) => IN_SUMMARY[name] !== 'absent' && known.get(name) === undefined);
    await Promise.all(missing.filter((name) => !(isOther && isHttp(name))).map(query));
  }
  await peaking;
  return judgedNumbers(known, protocols, { isOther, hasNoRequests: answers.hasNoRequests });
}

/** The numbers as far as they are possible, and whether the run is known to be without HTTP. */
function judgedNumbers(
  known: ReadonlyMap<NumberName, number | undefined>,
  protocols: Metrics['protocols'],
  { isOther, hasNoRequests }: { readonly isOther: boolean; readonly hasNoRequests: boolean },
): Pick<Metrics, 'numbers' | 'protocols' | 'withoutHttp'> {
  // A run without a single request has no latency: a 0 would look like a fast run.
  const isSilent = known.get('requests') === 0;
  const isLeftOut = (name: NumberName): boolean => (isOther ? isHttp(name) : isSilent && NUMBERS[name].needsRequests);
  const valueOf = (name: NumberName): number | undefined => possibleValue(name, known.get(name));
  const numbers = numbersBy((name) => (isLeftOut(name) ? undefined : valueOf(name)));
  // Where nothing else is known either, the metrics are not there, whatever the run did.
  const isKnown = NUMBER_NAMES.some((name) => numbers[name] !== undefined);
  const hasNone = isOther || (hasNoRequests && isKnown);
  return { numbers, protocols, ...(hasNone && (known.get('rps') ?? 0) === 0 ? { withoutHttp: true } : {}) };
}

function isHttp(name: NumberName): boolean {
  return NUMBERS[name].query[0].startsWith('http_');
}

/** A part of nothing is unknown, not 0; more than all of it is nonsense. */
function share(part: number | undefined, all: number | undefined): number | undefined {
  if (part === undefined || all === undefined || all <= 0 || part > all) return undefined;
  return part / all;
}

/** One request for all runs; a server that does not know this form is asked run by run. */
async function latenciesOf(
  ports: BestEffortPorts,
  testId: string,
  runIds: readonly string[],
  asking: BestEffortOptions,
): Promise<ReadonlyMap<string, number>> {
  const quiet = { ...asking, onFailure: () => undefined };
  const together = await acrossRuns(ports).across(testId, runIds, { number: 'p95Ms' }, quiet);
  if (together.size > 0) return together;
  const ask = bestEffortGet(ports);
  const found = new Map<string, number>();
  await Promise.all(
    runIds.map(async (runId) => {
      const path = queryPath(runId, 'query_aggregate_k6', NUMBERS.p95Ms.query);
      const value = possibleValue('p95Ms', firstValue(await ask(path, QueryAnswer, asking)));
      if (value !== undefined) found.set(runId, value);
    }),
  );
  return found;
}
