/** The numbers of a run in one table. Whatever reads, reports or compares them takes them from here. */
import type { Unit } from './quantity.ts';

/** What is known of one number. */
export type NumberRow = ReportedNumber & (ComparedNumber | UncomparedNumber);

interface ComparedNumber {
  /** Which way is worse. */
  readonly worse: 'more' | 'less';
  /** The name that `max-regression` takes. */
  readonly rule: string;
}

interface UncomparedNumber {
  readonly worse: 'neither';
  readonly rule: undefined;
}

interface ReportedNumber {
  /** As it stands in tables and sentences. */
  readonly title: string;
  readonly unit: Unit;
  /** Its key in the metrics of report.json. */
  readonly json: string;
  /** Whether it is one of the few that a reviewer asks for first. */
  readonly isKey: boolean;
  /** Whether it is unknown of a run that made no request. */
  readonly needsRequests: boolean;
  /** Metric and statistic of a threshold on it. */
  readonly threshold: readonly [metric: string, stat: string] | undefined;
  /** Metric and method of the query that shows it. Source: the reference of the v5 metrics. */
  readonly query: readonly [metric: string, method: string];
}

const LATENCY = { unit: 'ms', worse: 'more', needsRequests: true } as const;

const ROWS = {
  p95Ms: {
    ...LATENCY,
    title: 'p95 latency',
    rule: 'p95',
    json: 'p95Ms',
    isKey: true,
    threshold: ['http_req_duration', 'p(95)'],
    query: ['http_req_duration', 'histogram_quantile(0.95)'],
  },
  p99Ms: {
    ...LATENCY,
    title: 'p99 latency',
    rule: 'p99',
    json: 'p99Ms',
    isKey: true,
    threshold: ['http_req_duration', 'p(99)'],
    query: ['http_req_duration', 'histogram_quantile(0.99)'],
  },
  avgMs: {
    ...LATENCY,
    title: 'average latency',
    rule: 'avg',
    json: 'avgMs',
    isKey: false,
    threshold: ['http_req_duration', 'avg'],
    query: ['http_req_duration', 'histogram_avg'],
  },
  maxMs: {
    ...LATENCY,
    title: 'longest latency',
    rule: 'max',
    json: 'maxMs',
    isKey: false,
    threshold: ['http_req_duration', 'max'],
    query: ['http_req_duration', 'histogram_max'],
  },
  rps: {
    title: 'requests',
    unit: 'per-second',
    worse: 'less',
    rule: 'rps',
    json: 'requestsPerSecond',
    isKey: true,
    needsRequests: false,
    threshold: ['http_reqs', 'rate'],
    query: ['http_reqs', 'rate'],
  },
  errorRate: {
    title: 'failed requests',
    unit: 'share',
    worse: 'more',
    rule: 'error-rate',
    json: 'errorRate',
    isKey: true,
    needsRequests: true,
    threshold: ['http_req_failed', 'rate'],
    query: ['http_req_failed', 'ratio'],
  },
  checksRate: {
    title: 'checks passed',
    unit: 'share',
    worse: 'less',
    rule: 'checks-rate',
    json: 'checksRate',
    isKey: true,
    needsRequests: false,
    threshold: ['checks', 'rate'],
    query: ['checks', 'ratio'],
  },
  requests: {
    title: 'total requests',
    unit: 'count',
    worse: 'neither',
    rule: undefined,
    json: 'requests',
    isKey: false,
    needsRequests: false,
    threshold: ['http_reqs', 'count'],
    query: ['http_reqs', 'increase'],
  },
  peakVus: {
    title: 'peak VUs',
    unit: 'count',
    worse: 'neither',
    rule: undefined,
    json: 'peakVus',
    isKey: false,
    needsRequests: false,
    threshold: undefined,
    query: ['vus', 'sum(max by (instance_id))'],
  },
  iterations: {
    title: 'iterations',
    unit: 'count',
    worse: 'neither',
    rule: undefined,
    json: 'iterations',
    isKey: false,
    needsRequests: false,
    threshold: ['iterations', 'count'],
    query: ['iterations', 'increase'],
  },
} as const satisfies Readonly<Record<string, NumberRow>>;

/** A number of a run; those of time are in ms, rates are 0..1. */
export type NumberName = keyof typeof ROWS;

/** The numbers that can be compared, by the names that `max-regression` takes. */
export type MetricName = Exclude<(typeof ROWS)[NumberName]['rule'], undefined>;

/** What is known of each number. */
export const NUMBERS: Readonly<Record<NumberName, NumberRow>> = ROWS;

/** All numbers, in the order in which reports list them. */
export const NUMBER_NAMES = Object.keys(ROWS) as readonly NumberName[];

/** The numbers of a whole run; latencies are of `http_req_duration`. Unknown is `undefined`, never 0. */
export type Numbers = Readonly<Record<NumberName, number | undefined>>;

/** A share that was reckoned from parts can be a hair above all of it. */
const WHOLE = 1 + 1e-9;

/**
 * The value where a run can have it, else unknown: none is below zero, and no share is above all. Such a value would look
 * like a fast run, or make a change of any size look small.
 */
export function possibleValue(name: NumberName, value: number | undefined): number | undefined {
  if (value === undefined || value < 0) return undefined;
  return NUMBERS[name].unit === 'share' && value > WHOLE ? undefined : value;
}

/** Each number by its name. */
export function numbersBy(valueOf: (name: NumberName) => number | undefined): Numbers {
  return Object.fromEntries(NUMBER_NAMES.map((name) => [name, valueOf(name)])) as Numbers;
}

/** What a comparison needs of a number. */
export interface Metric {
  /** As it stands in tables and sentences. */
  readonly title: string;
  readonly unit: Unit;
  /** Which way is worse. */
  readonly worse: 'more' | 'less';
  /** The number that it compares. */
  readonly number: NumberName;
  readonly row: NumberRow;
  readonly of: (numbers: Numbers) => number | undefined;
}

/** All numbers that can be compared, by the names that `max-regression` takes. */
export const METRICS = Object.fromEntries(
  NUMBER_NAMES.flatMap((name) => {
    const row = NUMBERS[name];
    if (row.worse === 'neither') return [];
    const { title, unit, worse } = row;
    const metric: Metric = { title, unit, worse, number: name, row, of: (numbers) => numbers[name] };
    return [[row.rule, metric]];
  }),
) as Readonly<Record<MetricName, Metric>>;

/** The names of the numbers that can be compared, in the order in which reports list them. */
export const METRIC_NAMES = Object.keys(METRICS) as readonly MetricName[];

/** Whether a name is one that `max-regression` takes. */
export function isMetricName(name: string | undefined): name is MetricName {
  return name !== undefined && Object.hasOwn(METRICS, name);
}
