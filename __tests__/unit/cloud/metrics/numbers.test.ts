/** The numbers of a run from real answers: every source, every fallback, and nothing that is not known. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../../src/clock.ts';
import { metricsSource } from '../../../../src/cloud/metrics/numbers.ts';
import type { MetricsSource } from '../../../../src/cloud/metrics/numbers.ts';
import { NO_METRICS } from '../../../../src/test-run/metrics.ts';
import { aSettledRun } from '../../../support/a-run.ts';
import type { Answer, MetricServer } from '../../../support/v5-server.ts';
import { EMPTY, metricServer, vector } from '../../../support/v5-server.ts';

const RUN = aSettledRun({ id: '7650001' });
const SUMMARY: Answer = {
  json: {
    metrics_summary: {
      http_metric_summary: {
        requests_count: 6900,
        failures_count: 69,
        rps_mean: 57.5,
        rps_max: 70,
        duration: { count: 6900, max: 1480, mean: 182.4, min: 3, p95: 431.2, p99: '702', stdev: 9 },
      },
      checks_metric_summary: { total: 2, successes: 1, hits_total: 200, hits_successes: 197 },
    },
  },
};
const THRESHOLDS: Answer = {
  json: {
    'k6-metrics': [{ id: 'm1', name: 'http_req_duration' }, { id: 'm2' }],
    'k6-thresholds': [
      {
        id: 1,
        name: 'threshold_1',
        metric_id: 'm1',
        stat: 'p(95)',
        value: 400,
        calculated_value: 431.2,
        tainted: true,
      },
      {
        id: 2,
        name: 'http_req_failed: rate<0.05',
        metric_id: 'm9',
        stat: 'rate',
        value: 0.05,
        calculated_value: null,
        tainted: false,
      },
    ],
  },
};
const NOTHING_SENT = {
  requests_count: 0,
  failures_count: 0,
  rps_mean: 0,
  duration: { count: 0, max: 0, mean: 0, min: 0, p95: 0, p99: 0 },
};
const CHECKS: Answer = {
  json: {
    value: [
      { name: 'status is 200', metric_summary: { success_count: 90, fail_count: 10 } },
      { name: 'status is 200', metric_summary: { success_count: '9', fail_count: 1 } },
      { name: 'unknown', metric_summary: null },
    ],
  },
};

const servers: MetricServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function source(...rules: readonly (readonly [RegExp, Answer])[]): Promise<{
  source: MetricsSource;
  server: MetricServer;
  misses: string[];
  asking: { signal: AbortSignal; onFailure: (failure: string) => void };
}> {
  const server = await metricServer(rules);
  servers.push(server);
  const misses: string[] = [];
  const asking = { signal: new AbortController().signal, onFailure: (failure: string) => misses.push(failure) };
  // Backoffs pass at once; the time limit of a request does only where one is never answered.
  const isSilent = rules.some(([, answer]) => answer === 'silence');
  const isLimit = (delayMs: number): boolean => delayMs >= 10_000 && !isSilent;
  const hasty = {
    ...systemClock,
    setTimer: (delayMs: number, ring: () => void) =>
      systemClock.setTimer(isLimit(delayMs) ? delayMs : Math.min(delayMs, 200), ring),
  };
  return { source: metricsSource({ http: server.http, clock: hasty, random: () => 0 }), server, misses, asking };
}

describe('the metrics of a run', () => {
  it('takes numbers from the summary, and asks for what it lacks alone', async () => {
    const {
      source: from,
      server,
      misses,
      asking,
    } = await source(
      [/result_summary/u, SUMMARY],
      [/aggregate.*'vus'/u, vector([1, 200])],
      [/aggregate.*'iterations'/u, vector([1, '3450'])],
      [/range.*http_req_duration/u, vector([1_764_000_010.5, 260], [1_764_000_000, '210'], [1_764_000_020, 'NaN'])],
      [/range/u, EMPTY],
      [/thresholds/u, THRESHOLDS],
      [/checks/u, CHECKS],
    );
    const metrics = await from.metrics(RUN, asking);
    expect(metrics.numbers).toEqual({
      p95Ms: 431.2,
      p99Ms: 702,
      avgMs: 182.4,
      maxMs: 1480,
      requests: 6900,
      rps: 57.5,
      errorRate: 0.01,
      checksRate: 0.985,
      peakVus: 200,
      iterations: 3450,
    });
    expect(metrics.thresholds).toEqual([
      {
        metric: 'http_req_duration',
        stat: 'p(95)',
        condition: 'p(95)<400',
        limit: 400,
        value: 431.2,
        failed: true,
      },
      {
        metric: 'http_req_failed',
        stat: 'rate',
        condition: 'rate<0.05',
        limit: 0.05,
        value: undefined,
        failed: false,
      },
    ]);
    expect(metrics.checks).toEqual([{ name: 'status is 200', passes: 99, fails: 11 }]);
    expect(metrics.series.p95Ms).toEqual([
      { atMs: 1_764_000_000_000, value: 210 },
      { atMs: 1_764_000_010_500, value: 260 },
    ]);
    expect(misses).toEqual([]);
    expect(server.calls).toHaveLength(9);
  });

  it('writes queries as the service reads them: brackets, quotes and commas as they are', async () => {
    const { source: from, server, asking } = await source([/./u, EMPTY]);
    await from.metrics(RUN, asking);
    expect(server.calls).toContain(
      "/cloud/v5/test_runs/7650001/query_aggregate_k6(query='histogram_quantile(0.95)',metric='http_req_duration')",
    );
    expect(server.calls).toContain(
      "/cloud/v5/test_runs/7650001/query_range_k6(query='sum(max%20by%20(instance_id))',metric='vus',step=3)",
    );
  });

  it('falls back to aggregates, v4 thresholds and v3 checks where a source is gone', async () => {
    const {
      source: from,
      misses,
      asking,
    } = await source(
      [/aggregate.*quantile\(0\.95\)/u, vector([1, 431.2])],
      [/aggregate.*'http_req_failed'/u, vector([1, 0.01])],
      [
        /v4\/.*thresholds/u,
        { json: { value: [{ id: 1, name: 'p(95)<400', stat: 'p(95)', tainted: true, calculated_value: 431.2 }] } },
      ],
      [/v3\/checks/u, { json: { 'k6-checks': [{ name: 'up', success_count: 3, total_count: 4 }] } }],
      [/query/u, EMPTY],
    );
    const metrics = await from.metrics(RUN, asking);
    expect(metrics.numbers).toMatchObject({ p95Ms: 431.2, errorRate: 0.01, p99Ms: undefined, requests: undefined });
    expect(metrics.thresholds).toEqual([
      { metric: undefined, stat: 'p(95)', condition: 'p(95)<400', limit: 400, value: 431.2, failed: true },
    ]);
    expect(metrics.checks).toEqual([{ name: 'up', passes: 3, fails: 1 }]);
    expect(misses).toHaveLength(1); // the summary; the sources that have a second one are quiet
  });

  it.each<readonly [string, Answer]>([
    ['404', { status: 404 }],
    ['500', { status: 500 }],
    ['nonsense', { json: [1, 2] }],
    ['silence', 'silence'],
    ['a result that is empty', EMPTY],
  ])('knows nothing, and never 0, where every source answers %s', async (_, answer) => {
    const { source: from, asking } = await source([/./u, answer]);
    expect(await from.metrics(RUN, asking)).toEqual(NO_METRICS);
    expect(await from.latencies('1201', ['1', '2'], asking)).toEqual(new Map());
  });

  it('never divides by nothing', async () => {
    const none = {
      metrics_summary: { http_metric_summary: { requests_count: 0, failures_count: 0 }, checks_metric_summary: null },
    };
    const { source: from, asking } = await source([/result_summary/u, { json: none }], [/./u, EMPTY]);
    expect(await from.numbers('1', asking)).toMatchObject({ requests: 0, errorRate: undefined, checksRate: undefined });
  });

  it.each([
    ['the summary', [/result_summary/u, { json: { metrics_summary: { http_metric_summary: NOTHING_SENT } } }]],
    ['an aggregate', [/'http_reqs'/u, vector([1, 0])]],
  ] as const)('has no latency, and no rate of failures, where %s shows no request', async (_, rule) => {
    const { source: from, asking } = await source(rule, [/aggregate/u, vector([1, 0])]);
    const numbers = await from.numbers('1', asking);
    expect(numbers).toEqual({ ...NO_METRICS.numbers, requests: 0, rps: 0, checksRate: 0, peakVus: 0, iterations: 0 });
  });

  it('ends with its signal', async () => {
    const { source: from, server, asking } = await source([/./u, 'silence']);
    const controller = new AbortController();
    const going = from.metrics(RUN, { ...asking, signal: controller.signal });
    controller.abort(new Error('enough'));
    expect(await going).toEqual(NO_METRICS);
    expect(server.calls.length).toBeLessThanOrEqual(9);
  });
});

describe('the latencies of earlier runs', () => {
  const labelled = (runId: string, value: number): object => ({ metric: { test_run_id: runId }, values: [[1, value]] });

  it('come in one request', async () => {
    const result = [labelled('1', 350), labelled('2', 360), labelled('99', 1)];
    const { source: from, server, asking } = await source([/load_tests/u, { json: { data: { result } } }]);
    expect(await from.latencies('1201', ['1', '2', '3'], asking)).toEqual(
      new Map([
        ['1', 350],
        ['2', 360],
      ]),
    );
    expect(server.calls).toEqual([
      "/cloud/v5/load_tests/1201/query_aggregate_k6(query='histogram_quantile(0.95)%20by%20(test_run_id)',metric='http_req_duration',test_run_ids=[1,2,3])",
    ]);
  });

  it('come run by run where that form is not known', async () => {
    const { source: from, asking } = await source([/test_runs\/1\//u, vector([1, 350])], [/test_runs\/2\//u, EMPTY]);
    expect(await from.latencies('1201', ['1', '2'], asking)).toEqual(new Map([['1', 350]]));
  });
});
