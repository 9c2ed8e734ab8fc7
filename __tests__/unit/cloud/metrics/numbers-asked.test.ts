/** Which requests the numbers of a run take, and what is taken from each answer: scripted answers, no socket. */
import { describe, expect, it } from '@jest/globals';
import { metricsSource } from '../../../../src/cloud/metrics/numbers.ts';
import { NO_METRICS, NO_NUMBERS } from '../../../../src/test-run/metrics.ts';
import type { Numbers } from '../../../../src/test-run/metrics.ts';
import { aSettledRun } from '../../../support/a-run.ts';
import type { ScriptedPorts } from '../../../support/scripted-http.ts';
import type { Rule } from '../../../support/scripted-metrics.ts';
import { anAsking } from '../../../support/an-asking.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { pathsOf, rulePorts, seriesAnswer } from '../../../support/scripted-metrics.ts';

const RUN = aSettledRun({ id: '7' });
const HTTP = {
  requests_count: 6900,
  failures_count: 69,
  rps_mean: 57.5,
  duration: { p95: 431.2, p99: 702, mean: 182.4, max: 1480 },
};
const CHECKS = { hits_total: 200, hits_successes: 197 };
const GRPC = { requests_count: 12, duration: { p95: 42.5 } };
const IN_SUMMARY: Numbers = {
  p95Ms: 431.2,
  p99Ms: 702,
  avgMs: 182.4,
  maxMs: 1480,
  rps: 57.5,
  errorRate: 0.01,
  checksRate: 0.985,
  requests: 6900,
  peakVus: undefined,
  iterations: undefined,
};
/** Metric and method of each number's query, with a value of its own. */
const QUERIES: readonly (readonly [keyof Numbers, query: string, value: number])[] = [
  ['checksRate', 'checks ratio', 0.5],
  ['avgMs', 'http_req_duration histogram_avg', 10],
  ['maxMs', 'http_req_duration histogram_max', 40],
  ['p95Ms', 'http_req_duration histogram_quantile(0.95)', 20],
  ['p99Ms', 'http_req_duration histogram_quantile(0.99)', 30],
  ['errorRate', 'http_req_failed ratio', 0.25],
  ['requests', 'http_reqs increase', 80],
  ['rps', 'http_reqs rate', 8],
  ['iterations', 'iterations increase', 90],
  ['peakVus', 'vus sum(max by (instance_id))', 15],
];
const ALL_QUERIES = QUERIES.map(([, query]) => query);
const FROM_QUERIES = Object.fromEntries(QUERIES.map(([name, , value]) => [name, value]));
const OF_EVERY_RUN = ['iterations increase', 'vus sum(max by (instance_id))'];

const escaped = (text: string): string => text.replace(/[().]/gu, String.raw`\$&`);
/** Answers the query of each number with its value. */
const aggregates: readonly Rule[] = QUERIES.map(([, query, value]) => {
  const [metric = '', ...method] = query.split(' ');
  const call = `aggregate_k6(query='${method.join(' ')}',metric='${metric}')`;
  return [new RegExp(escaped(call), 'u'), seriesAnswer([{}, value])];
});
const noAggregate: Rule = [/aggregate/u, seriesAnswer()];
const summary = (parts: object): Rule => [/result_summary/u, { json: { metrics_summary: parts } }];
const fullSummary = summary({ http_metric_summary: HTTP, checks_metric_summary: CHECKS });
const lists: readonly Rule[] = [
  [/thresholds/u, { json: { 'k6-thresholds': [] } }],
  [/checks/u, { json: { value: [] } }],
];

/** Metric and method of the queries for one number each, sorted. */
function queriesOf(ports: ScriptedPorts): readonly string[] {
  const queries = pathsOf(ports).map((path) => /aggregate_k6\(query='(.*)',metric='(.*)'\)$/u.exec(path));
  return queries.flatMap((found) => (found === null ? [] : [`${found[2] ?? ''} ${found[1] ?? ''}`])).sort();
}

async function numbersFrom(...rules: readonly Rule[]) {
  const [ports, asking] = [rulePorts(...rules), anAsking()];
  const numbers = await metricsSource(ports).numbers('7', asking);
  return { numbers, queries: queriesOf(ports), paths: pathsOf(ports), misses: asking.failures };
}

async function metricsFrom(parts: 'all' | 'main' | 'numbers', ...rules: readonly Rule[]) {
  const [ports, asking] = [rulePorts(...rules), anAsking()];
  const metrics = await metricsSource(ports).metrics(RUN, asking, parts);
  return { metrics, queries: queriesOf(ports), paths: pathsOf(ports), misses: asking.failures };
}

describe('the numbers of a run', () => {
  it('are those of its summary, and two that no summary has', async () => {
    const { numbers, queries, paths, misses } = await numbersFrom(fullSummary, ...aggregates);
    expect(numbers).toEqual({ ...IN_SUMMARY, iterations: 90, peakVus: 15 });
    expect(queries).toEqual(OF_EVERY_RUN);
    expect(paths).toContain('/cloud/v5/test_runs/7/result_summary?$select=metrics_summary');
    expect([paths.length, misses]).toEqual([3, []]);
  });

  it('are asked for one by one as far as the summary lacks them', async () => {
    const http = { ...HTTP, failures_count: null, duration: { p95: 431.2, mean: 182.4, max: 1480 } };
    const { numbers, queries } = await numbersFrom(summary({ http_metric_summary: http }), ...aggregates);
    expect(numbers).toEqual({
      ...IN_SUMMARY,
      ...{ p99Ms: 30, errorRate: 0.25, checksRate: 0.5, iterations: 90, peakVus: 15 },
    });
    expect(queries).toEqual([
      'checks ratio',
      'http_req_duration histogram_quantile(0.99)',
      'http_req_failed ratio',
      ...OF_EVERY_RUN,
    ]);
  });

  it('are asked for one by one where there is no summary', async () => {
    const { numbers, queries, misses } = await numbersFrom(...aggregates);
    expect(numbers).toEqual(FROM_QUERIES);
    expect(queries).toEqual(ALL_QUERIES);
    expect(misses).toHaveLength(1);
  });

  it('are unknown where no run can have them: below zero, or a share above all', async () => {
    const odd = (pattern: RegExp, value: number): Rule => [pattern, seriesAnswer([{}, value])];
    const { numbers } = await numbersFrom(odd(/0\.95/u, -1), odd(/'ratio'/u, 1.5), odd(/'rate'/u, -0.1), ...aggregates);
    expect(numbers).toEqual({
      ...FROM_QUERIES,
      p95Ms: undefined,
      errorRate: undefined,
      checksRate: undefined,
      rps: undefined,
    });
  });

  it('are not asked for any further where no query is answered', async () => {
    const { numbers, queries, misses } = await numbersFrom(summary({}));
    expect(numbers).toEqual(NO_NUMBERS);
    expect(queries).toEqual(OF_EVERY_RUN);
    expect(misses).toHaveLength(2);
  });

  it('are asked for where a query is answered with nothing', async () => {
    const { numbers, queries, misses } = await numbersFrom([/'iterations'/u, seriesAnswer()]);
    expect(numbers).toEqual(NO_NUMBERS);
    expect(queries).toEqual(ALL_QUERIES);
    expect(misses).toHaveLength(10); // the summary, and all queries but the one
  });

  it.each<readonly [part: unknown, all: unknown, rate: number | undefined]>([
    [0, 200, 0],
    [50, 200, 0.25],
    [200, 200, 1],
    [201, 200, undefined],
    [0, 0, undefined],
    [null, 200, undefined],
    [50, null, undefined],
  ])('have of %j in %j the share %j', async (part, all, rate) => {
    const parts = {
      http_metric_summary: { requests_count: all, failures_count: part },
      checks_metric_summary: { hits_total: all, hits_successes: part },
    };
    const { numbers } = await numbersFrom(summary(parts), noAggregate);
    expect([numbers.errorRate, numbers.checksRate]).toEqual([rate, rate]);
  });

  it('have no latency and no rate of failures where there was no request', async () => {
    const http = { ...HTTP, requests_count: 0, failures_count: 0, rps_mean: 0 };
    const { numbers } = await numbersFrom(
      summary({ http_metric_summary: http, checks_metric_summary: CHECKS }),
      ...aggregates,
    );
    expect(numbers).toEqual({
      ...NO_NUMBERS,
      ...{ rps: 0, requests: 0, checksRate: 0.985, iterations: 90, peakVus: 15 },
    });
  });
});

describe('the numbers of a test of another protocol', () => {
  it.each<readonly [string, object | null]>([
    ['no HTTP part', null],
    ['an HTTP part of zeros', { ...HTTP, requests_count: 0, failures_count: 0, rps_mean: 0 }],
    ['an HTTP part without a count', { duration: HTTP.duration, rps_mean: 1 }],
  ])('have none of HTTP, and no query for them, where the summary has %s', async (_, http) => {
    const parts = { http_metric_summary: http, grpc_metric_summary: GRPC };
    const { numbers, queries } = await numbersFrom(summary(parts), ...aggregates);
    expect(numbers).toEqual({ ...NO_NUMBERS, checksRate: 0.5, iterations: 90, peakVus: 15 });
    expect(queries).toEqual(['checks ratio', ...OF_EVERY_RUN]);
  });

  it('have those of HTTP too where it sends HTTP requests as well', async () => {
    const parts = { http_metric_summary: { ...HTTP, duration: null }, grpc_metric_summary: GRPC };
    const { numbers, queries } = await numbersFrom(summary(parts), ...aggregates);
    expect(numbers).toEqual({ ...FROM_QUERIES, rps: 57.5, requests: 6900, errorRate: 0.01 });
    expect(queries).toHaveLength(7);
  });
});

describe('all metrics of a run', () => {
  it('have the peak of the VUs from their series, which is read anyway', async () => {
    const vus: Rule = [
      /range.*'vus'/u,
      {
        json: {
          data: {
            result: [
              {
                values: [
                  [1, 5],
                  [2, 20],
                  [3, 10],
                ],
              },
            ],
          },
        },
      },
    ];
    const { metrics, queries } = await metricsFrom('all', fullSummary, vus, ...aggregates, ...lists);
    expect(metrics.numbers).toEqual({ ...IN_SUMMARY, peakVus: 20, iterations: 90 });
    expect(queries).toEqual(['iterations increase']);
  });

  it('have it by a query where the series is not there', async () => {
    const { metrics, queries } = await metricsFrom('all', fullSummary, ...aggregates, ...lists);
    expect(metrics).toEqual({
      ...NO_METRICS,
      numbers: { ...IN_SUMMARY, peakVus: 15, iterations: 90 },
      thresholds: [],
      checks: [],
    });
    expect(queries).toEqual(OF_EVERY_RUN);
  });

  it('are asked for one by one where that series is the only answer', async () => {
    const { metrics, queries } = await metricsFrom('all', [/range.*'vus'/u, seriesAnswer([{}, 20])]);
    expect(metrics.numbers).toEqual({ ...NO_NUMBERS, peakVus: 20 });
    expect(queries).toEqual(ALL_QUERIES.filter((query) => !query.startsWith('vus')));
  });
});

/** A question that its signal ends. */
function untilOver(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}

describe('what no rule can be about', () => {
  const silent = /range|thresholds|checks\?|'vus'/u;

  it('keeps no number waiting that a rule can be about', async () => {
    const http = { ...HTTP, duration: { p95: 431.2 } };
    const ports = rulePorts(summary({ http_metric_summary: http }), ...aggregates);
    const send: typeof ports.http.send = (asked, signal) =>
      silent.test(asked.path) ? untilOver(signal) : ports.http.send(asked, signal);
    const source = metricsSource({ ...ports, http: { ...ports.http, send }, clock: manualClock() });
    const [asking, beside] = [anAsking(), new AbortController()];
    const finding = source.metrics(RUN, asking, 'all', anAsking(beside.signal));
    await new Promise((later) => setImmediate(later));
    expect(queriesOf(ports)).toContain('http_req_duration histogram_quantile(0.99)');
    beside.abort(new Error('over'));
    expect((await finding).numbers).toMatchObject({ p95Ms: 431.2, p99Ms: 30, peakVus: undefined, iterations: 90 });
    expect(asking.failures).toEqual([]);
  });

  it('is not asked for where the numbers alone are wanted', async () => {
    const { metrics, paths } = await metricsFrom('numbers', fullSummary, ...lists);
    expect(metrics).toEqual({ ...NO_METRICS, numbers: IN_SUMMARY });
    expect(paths).toEqual(['/cloud/v5/test_runs/7/result_summary?$select=metrics_summary']);
  });
});

describe('a run of which no HTTP request is known', () => {
  const noHttp: Rule = [/'http_/u, seriesAnswer()];
  const unreadHttp: Rule = [/'http_/u, seriesAnswer([{}, 'odd'])];
  const nothing = { http_metric_summary: null, checks_metric_summary: CHECKS };
  const ofGrpc = { http_metric_summary: null, grpc_metric_summary: GRPC };
  const zeros = { ...HTTP, requests_count: 0, failures_count: 0, rps_mean: undefined };

  it.each<readonly [string, readonly Rule[], true | undefined]>([
    ['is without HTTP where its queries are empty', [summary(nothing), noHttp, ...aggregates], true],
    ['is without HTTP where other protocols take its place', [summary(ofGrpc), ...aggregates], true],
    ['is without HTTP where there is no summary', [noHttp, ...aggregates], true],
    ['is not known to be where nothing else is known', [summary({}), noAggregate], undefined],
    ['is not known to be where they are not answered', [summary(nothing)], undefined],
    ['is not known to be where their value cannot be read', [summary(nothing), unreadHttp, ...aggregates], undefined],
    ['is not where the summary has a rate', [summary({ ...ofGrpc, http_metric_summary: { rps_mean: 1 } })], undefined],
    ['is not where the queries have one', [summary(nothing), ...aggregates], undefined],
  ])('%s', async (_, rules, withoutHttp) => {
    const { metrics } = await metricsFrom('all', ...rules, ...lists);
    expect(metrics.withoutHttp).toBe(withoutHttp);
    if (withoutHttp === true) expect(metrics.numbers.rps).toBeUndefined();
  });

  it('has no requests per second where the summary says that there was none', async () => {
    const { metrics, queries } = await metricsFrom('all', summary({ http_metric_summary: zeros }), ...aggregates);
    expect(metrics.numbers).toMatchObject({ requests: 0, rps: 0, p95Ms: undefined, errorRate: undefined });
    expect(queries).not.toContain('http_reqs rate');
  });
});

describe('the main metrics of a run', () => {
  it('take three requests', async () => {
    const { metrics, paths, misses } = await metricsFrom('main', fullSummary, ...lists);
    expect(metrics).toEqual({ ...NO_METRICS, numbers: IN_SUMMARY, thresholds: [], checks: [] });
    expect([paths.length, misses]).toEqual([3, []]);
  });

  it('hold the numbers of other protocols', async () => {
    const parts = summary({ http_metric_summary: HTTP, checks_metric_summary: CHECKS, grpc_metric_summary: GRPC });
    const { metrics, paths } = await metricsFrom('main', parts, ...lists);
    expect(metrics.protocols).toStrictEqual({ grpcP95Ms: 42.5, grpcRequests: 12 });
    expect(paths).toHaveLength(3);
  });

  it('are asked for one by one as far as the summary lacks them', async () => {
    const { metrics, queries } = await metricsFrom('main', summary({ http_metric_summary: HTTP }), ...aggregates);
    expect(metrics.numbers).toEqual({ ...IN_SUMMARY, checksRate: 0.5 });
    expect(queries).toEqual(['checks ratio']);
  });

  it('begin with one query where there is no summary, and end there where it is not answered', async () => {
    const { metrics, queries } = await metricsFrom('main', ...lists);
    expect(metrics.numbers).toEqual(NO_NUMBERS);
    expect(queries).toEqual(['http_req_duration histogram_quantile(0.95)']);
  });

  it('are asked for one by one where that query is answered', async () => {
    const { metrics, queries } = await metricsFrom('main', ...aggregates, ...lists);
    expect(metrics.numbers).toEqual({ ...FROM_QUERIES, peakVus: undefined, iterations: undefined });
    expect(queries).toEqual(ALL_QUERIES.filter((query) => !OF_EVERY_RUN.includes(query)));
  });
});
