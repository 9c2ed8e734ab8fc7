/** The metrics a run has, and the query methods that go with each kind. */
import type { Sample } from '../machine/run-numbers.ts';
import { allChecks, latencyMs } from '../machine/run-numbers.ts';

/** One series of a response: its labels and its value; `undefined` where it has none. */
export interface Line {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number | undefined;
}

/** One series of a metric: its labels, and what the methods work on. */
export interface MetricSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly of: Source;
}

/** A metric by its name. */
export interface Metric {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'trend' | 'rate';
  /** The lines that exist, before any grouping; a value by the method, or `undefined` for a method of another kind. */
  readonly series: (sample: Sample) => readonly MetricSeries[];
  /** The same by endpoint, for a query that selects or groups; empty where the plan of the run has none. */
  readonly parts?: (sample: Sample) => readonly MetricSeries[];
}

/** What the methods work on. */
export interface Source {
  /** How many, or how high. */
  readonly count: number;
  /** Of them, those that are not zero. */
  readonly nonZero: number;
  readonly sample: Sample;
}

const one = (pick: (sample: Sample) => { readonly count: number; readonly nonZero?: number }): Metric['series'] => {
  return (sample) => {
    const { count, nonZero = 0 } = pick(sample);
    return count === 0 ? [] : [{ labels: {}, of: { count, nonZero, sample } }];
  };
};

/** A metric that only some runs have. */
const some = (pick: (sample: Sample) => number | undefined): Metric['series'] => {
  return (sample) => {
    const count = pick(sample);
    return count === undefined ? [] : [{ labels: {}, of: { count, nonZero: 0, sample } }];
  };
};

/** All metrics there are. */
export const METRICS: readonly Metric[] = [
  {
    name: 'http_req_duration',
    type: 'trend',
    series: one(({ requests }) => ({ count: requests })),
    parts: (sample) => [...customTrend('http_req_duration').series(sample), ...endpointSeries(sample)],
  },
  {
    name: 'http_reqs',
    type: 'counter',
    series: one(({ requests }) => ({ count: requests })),
    parts: (sample) => endpointSeries(sample).flatMap(byResponse),
  },
  {
    name: 'http_req_failed',
    type: 'rate',
    series: one(({ requests, failures }) => ({ count: requests, nonZero: failures })),
    parts: endpointSeries,
  },
  { name: 'vus', type: 'gauge', series: one(({ vus }) => ({ count: vus })) },
  { name: 'iterations', type: 'counter', series: one(({ iterations }) => ({ count: iterations })) },
  { name: 'dropped_iterations', type: 'counter', series: some(({ droppedIterations }) => droppedIterations) },
  { name: 'load_generator_cpu_percent', type: 'gauge', series: some(({ generatorCpu }) => generatorCpu) },
  {
    name: 'checks',
    type: 'rate',
    series: (sample) =>
      sample.checks.map(({ name, passed, failed }) => ({
        labels: { check: name },
        of: { count: passed + failed, nonZero: passed, sample },
      })),
  },
];

function endpointSeries(sample: Sample): readonly MetricSeries[] {
  return sample.endpoints.map(({ method, name, p95Ms, requests, failures }) => ({
    labels: { method, name },
    of: { count: requests, nonZero: failures, sample: { ...sample, p95Ms } },
  }));
}

/** k6 tags each request with whether its response was expected; a series without a request does not exist. */
function byResponse({ labels, of }: MetricSeries): readonly MetricSeries[] {
  const expected = { labels: { ...labels, expected_response: 'true' }, of: { ...of, count: of.count - of.nonZero } };
  const failed = { labels: { ...labels, expected_response: 'false' }, of: { ...of, count: of.nonZero } };
  return [expected, failed].filter((series) => series.of.count > 0);
}

/** A trend of which the plan of the run's numbers tells; it has no lines where that does not. */
export function customTrend(name: string): Metric {
  return {
    name,
    type: 'trend',
    series: (sample) =>
      sample.trends
        .filter(({ metric }) => metric === name)
        .map(({ tags = {}, p95Ms }) => ({
          labels: tags,
          of: { count: sample.requests, nonZero: 0, sample: { ...sample, p95Ms } },
        })),
  };
}

/** The lines of a rate or a counter of the script by a method; none where it is of another kind. */
export function customLines({ custom, ...sample }: Sample, name: string, method: string): readonly Line[] {
  return custom
    .filter(({ metric }) => metric === name)
    .flatMap(({ kind, tags = {}, count, nonZero = 0 }) => {
      const value = byMethod(kind, method);
      return value === 'unknown'
        ? []
        : [{ labels: tags, value: value({ count, nonZero, sample: { ...sample, custom } }) }];
    });
}

const METHODS: Readonly<Record<Metric['type'], Readonly<Record<string, (source: Source) => number | undefined>>>> = {
  counter: {
    increase: ({ count }) => count,
    value: ({ count }) => count,
    rate: ({ count, sample }) => count / sample.seconds,
    max_rate: ({ count, sample }) => (count / sample.seconds) * 1.2,
  },
  gauge: {
    max: ({ count }) => count,
    last: ({ count }) => count,
    avg: ({ count }) => count,
    min: ({ count }) => count,
  },
  rate: {
    ratio: ({ count, nonZero }) => (count === 0 ? undefined : nonZero / count),
    increase_total: ({ count }) => count,
    increase_nz: ({ nonZero }) => nonZero,
    increase_z: ({ count, nonZero }) => count - nonZero,
    rate_total: ({ count, sample }) => count / sample.seconds,
    rate_nz: ({ nonZero, sample }) => nonZero / sample.seconds,
    rate_z: ({ count, nonZero, sample }) => (count - nonZero) / sample.seconds,
  },
  trend: {
    histogram_avg: ({ sample }) => latencyMs(sample, 'avg'),
    histogram_min: ({ sample }) => latencyMs(sample, 'min'),
    histogram_max: ({ sample }) => latencyMs(sample, 'max'),
    histogram_stddev: ({ sample }) => latencyMs(sample, 'stdev'),
    histogram_count_increase: ({ count }) => count,
  },
};
const QUANTILES: Readonly<Record<string, string>> = {
  '0.5': 'med',
  '0.75': 'p(75)',
  '0.9': 'p(90)',
  '0.95': 'p(95)',
  '0.99': 'p(99)',
};

/** The value by a method, `increase` or `histogram_quantile(0.95)`; `unknown` for a method that the kind has not. */
export function byMethod(type: Metric['type'], method: string): ((source: Source) => number | undefined) | 'unknown' {
  const [, quantile] = /^histogram_quantile\((0(?:\.\d+)?|1)\)$/u.exec(method) ?? [];
  const stat = QUANTILES[quantile ?? ''];
  if (type === 'trend' && stat !== undefined) return ({ sample }) => latencyMs(sample, stat);
  return METHODS[type][method.replace(/\(\d+\)$/u, '')] ?? 'unknown';
}

/** Checks as one source: what a query that does not group by check is about. */
export function together(sample: Sample): Source {
  const { passed, failed } = allChecks(sample);
  return { count: passed + failed, nonZero: passed, sample };
}
