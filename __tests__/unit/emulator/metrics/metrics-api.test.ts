/** The reads of metrics, thresholds and checks over a real socket. */
import { describe, expect, it } from '@jest/globals';
import type { MetricsOptions } from '../../../../src/emulator/metrics/metrics-options.ts';
import { failedByThreshold, neverEnding, passed, quota } from '../../../../src/emulator/machine/scenarios.ts';
import type { Client, Reply } from '../client.ts';
import { dig, keysOf, served } from '../client.ts';

const RUN = '/cloud/v5/test_runs/7650001';
const CREATED_MS = Date.UTC(2026, 3, 2, 10);
const STORY = failedByThreshold({ numbers: { p95Ms: 431, rps: 50 } });

/** A failed run 7650001 that ran for 124 s, from 10:00:23 on. */
async function withRun(metrics: MetricsOptions, work: (client: Client) => Promise<void>): Promise<void> {
  await served({ metrics, now: () => Date.UTC(2026, 3, 2, 12) }, async (client) => {
    client.emulator.cloud.seed(1, { scenario: STORY, createdMs: CREATED_MS });
    await work(client);
  });
}

const aggregate = (metric: string, query: string, more = ''): string =>
  `${RUN}/query_aggregate_k6(query='${query}',metric='${metric}'${more})`;

function only({ at }: Reply): unknown {
  return at('data', 'result', 0, 'values', 0, 1);
}

describe('v5 aggregates', () => {
  it.each([
    ['http_req_duration', 'histogram_quantile(0.95)', 431],
    ['http_req_duration', 'histogram_quantile(0.99)', 560.3],
    ['http_req_duration', 'histogram_avg', 237.05],
    ['http_req_duration', 'histogram_max', 1034.4],
    ['http_reqs', 'increase', 6200],
    ['http_reqs', 'rate', 50],
    ['http_reqs', 'max_rate(5)', 60],
    ['http_req_failed', 'ratio', 25 / 6200],
    ['vus', 'sum(max by (instance_id))', 200],
    ['vus', 'max', 200],
    ['iterations', 'increase', 3100],
    ['checks', 'increase_z', 13],
    ['checks', 'ratio', 12_387 / 12_400],
    ['http_reqs{scenario="default"}', 'increase', 6200],
    ['checks{check="body has cart"}', 'increase_z', 0],
  ])('%s: %s', async (metric, query, value) => {
    await withRun({}, async ({ ask }) => {
      const answer = await ask(aggregate(metric, query));
      expect(answer.status).toBe(200);
      expect(only(answer)).toBeCloseTo(value, 6);
      expect(answer.at('data', 'result', 0, 'metric')).toMatchObject({
        __name__: metric.split('{')[0],
        test_run_id: '7650001',
      });
    });
  });

  it('know dropped iterations and busy generators of the runs that have them', async () => {
    await served({ metrics: {}, now: () => Date.UTC(2026, 3, 2, 12) }, async ({ ask, emulator }) => {
      const scenario = passed({ numbers: { droppedIterations: 42, generatorCpu: 91.5 } });
      emulator.cloud.seed(1, { scenario, createdMs: CREATED_MS });
      expect(only(await ask(aggregate('dropped_iterations', 'increase')))).toBe(42);
      expect(only(await ask(aggregate('load_generator_cpu_percent', 'max(max by (instance_id))')))).toBe(91.5);
      const half = await ask(aggregate('dropped_iterations', 'increase', ',start=2026-04-02T10:01:00Z'));
      expect(only(half)).toBeGreaterThan(20);
      expect(only(half)).toBeLessThan(42);
    });
  });

  it('tell a check from another', async () => {
    await withRun({}, async ({ ask }) => {
      const { at } = await ask(aggregate('checks', 'increase_z by (check)'));
      const line = (index: number): unknown[] => [
        at('data', 'result', index, 'metric', 'check'),
        at('data', 'result', index, 'values', 0, 1),
      ];
      expect([line(0), line(1)]).toEqual([
        ['status is 200', 13],
        ['body has cart', 0],
      ]);
    });
  });

  it('tell an endpoint from another, and its requests by whether the response was expected', async () => {
    const endpoints = [
      { method: 'GET', name: '/cart', p95Ms: 199, share: 0.75 },
      { method: 'POST', name: '/confirm', p95Ms: 830, share: 0.25, errorRate: 0.02 },
    ];
    await served({ now: () => Date.UTC(2026, 3, 2, 12) }, async ({ ask, emulator }) => {
      emulator.cloud.seed(1, { scenario: passed({ numbers: { rps: 50, endpoints } }), createdMs: CREATED_MS });
      const lines = async (path: string): Promise<readonly unknown[]> => {
        const result = (await ask(path)).at('data', 'result');
        return (Array.isArray(result) ? result : []).map((line: unknown) => [
          ['method', 'name', 'expected_response']
            .map((label) => dig(line, ['metric', label]))
            .join(' ')
            .trim(),
          dig(line, ['values', 0, 1]),
        ]);
      };
      expect(await lines(aggregate('http_req_duration', 'histogram_quantile(0.95) by (name,method)'))).toEqual([
        ['GET /cart', 199],
        ['POST /confirm', 830],
      ]);
      expect(await lines(aggregate('http_reqs', 'increase by (name,method,expected_response)'))).toEqual([
        ['GET /cart true', 4650],
        ['POST /confirm true', 1519],
        ['POST /confirm false', 31],
      ]);
      expect(await lines(aggregate('http_reqs', 'increase by (method)'))).toEqual([
        ['GET', 4650],
        ['POST', 1550],
      ]);
      expect(await lines(aggregate('http_req_failed{name="/confirm"}', 'ratio'))).toEqual([['POST /confirm', 0.02]]);
      expect(await lines(aggregate('http_req_duration', 'histogram_quantile(0.95)'))).toEqual([['', 362]]);
    });
  });

  it.each([
    ['nonsense', 'rate'],
    ['dropped_iterations', 'increase'],
    ['load_generator_cpu_percent', 'max'],
    ['http_reqs{scenario="other"}', 'rate'],
    ['http_reqs{scenario!="default"}', 'rate'],
  ])('of %s have nothing in them', async (metric, query) => {
    await withRun({}, async ({ ask }) => {
      expect((await ask(aggregate(metric, query))).at('data')).toEqual({ resultType: 'vector', result: [] });
    });
  });

  it.each([
    ['a method of another kind', aggregate('http_reqs', 'histogram_avg')],
    ['no method', aggregate('http_reqs', '')],
    ['an odd selector', aggregate('http_reqs{a}', 'rate')],
    ['an odd metric', aggregate('a-b', 'rate')],
    ['brackets encoded', `${RUN}/query_aggregate_k6(query='histogram_quantile%280.95%29',metric='http_req_duration')`],
    ['quotes encoded', `${RUN}/query_aggregate_k6(query=%27rate%27,metric=%27http_reqs%27)`],
    ['a date in quotes', aggregate('http_reqs', 'rate', ",start='2026-04-02T10:50:51Z'")],
    ['a date with fractions', aggregate('http_reqs', 'rate', ',end=2026-04-02T10:50:51.000Z')],
    ['a step in an aggregate', aggregate('http_reqs', 'rate', ',step=5')],
    ['no metric', `${RUN}/query_aggregate_k6(query='rate')`],
    ['no quotes', `${RUN}/query_aggregate_k6(query=rate,metric=http_reqs)`],
    ['bad encoding', `${RUN}/query_aggregate_k6(query='%E0%A4',metric='http_reqs')`],
    ['an open quote', `${RUN}/query_aggregate_k6(query='rate,metric=x)`],
    ['a step that is none', `${RUN}/query_range_k6(query='rate',metric='http_reqs',step=0)`],
  ])('refuse %s', async (_what, path) => {
    await withRun({}, async ({ ask }) => {
      const answer = await ask(path);
      expect([answer.status, typeof answer.at('error', 'message')]).toEqual([400, 'string']);
    });
  });
});

describe('v5 ranges', () => {
  const range = (metric: string, query: string, more = ''): string =>
    `${RUN}/query_range_k6(query='${query}',metric='${metric}'${more})`;
  const points = (answer: Reply): readonly (readonly [number, number])[] => {
    const values = answer.at('data', 'result', 0, 'values');
    return Array.isArray(values) ? values.map((pair: unknown) => [Number(dig(pair, [0])), Number(dig(pair, [1]))]) : [];
  };

  it('agree with the aggregates', async () => {
    await withRun({}, async ({ ask }) => {
      const requests = points(await ask(range('http_reqs', 'increase', ',step=10')));
      expect(requests).toHaveLength(13);
      expect(requests[0]?.[0]).toBe(CREATED_MS / 1000 + 23);
      expect(requests.reduce((sum, [, value]) => sum + value, 0)).toBeCloseTo(6200, 6);
      const p95 = points(await ask(range('http_req_duration', 'histogram_quantile(0.95)', ',step=10')));
      const weighted = p95.reduce((sum, [, value], at) => sum + value * (requests[at]?.[1] ?? 0), 0) / 6200;
      expect(weighted).toBeCloseTo(431, 1);
      const vus = points(await ask(range('vus', 'max', ',step=10')));
      expect(Math.max(...vus.map(([, value]) => value))).toBe(200);
      expect(vus[0]?.[1]).toBeLessThan(200);
    });
  });

  it('can be cut to a window, and so can aggregates', async () => {
    await withRun({}, async ({ ask }) => {
      const window = ',start=2026-04-02T10:01:23Z,end=2026-04-02T10:01:33Z';
      const seconds = points(await ask(range('http_reqs', 'increase', `,step=1${window}`)));
      expect(seconds.map(([at]) => at - CREATED_MS / 1000)).toEqual([83, 84, 85, 86, 87, 88, 89, 90, 91, 92]);
      const sum = seconds.reduce((total, [, value]) => total + value, 0);
      expect(only(await ask(aggregate('http_reqs', 'increase', window)))).toBeCloseTo(sum, 6);
      expect((await ask(aggregate('http_reqs', 'rate', ',end=2026-04-01T00:00:00Z'))).at('data', 'result')).toEqual([]);
    });
  });

  it('have about sixty points where no step is given, in either spelling of the run', async () => {
    await withRun({}, async ({ ask }) => {
      const path = range('http_reqs', 'rate').replace('test_runs/7650001', 'test_runs(7650001)');
      expect(points(await ask(path))).toHaveLength(42);
    });
  });
});

describe('lists and summaries', () => {
  it('thresholds, checks and summary tell the same', async () => {
    await withRun({}, async ({ ask }) => {
      const thresholds = await ask('/loadtests/v2/thresholds?test_run_id=7650001');
      expect(keysOf(thresholds.at())).toEqual(['k6-metrics', 'k6-thresholds']);
      expect(thresholds.at('k6-thresholds', 0)).toMatchObject({
        name: 'p(95)<400',
        stat: 'p(95)',
        value: 400,
        calculated_value: 431,
        tainted: true,
        testrun_id: 7_650_001,
        metric_id: thresholds.at('k6-metrics', 0, 'id'),
      });
      expect(thresholds.at('k6-metrics', 0, 'name')).toBe('http_req_duration');
      expect(thresholds.at('k6-thresholds', 1)).toMatchObject({
        tainted: false,
        tainted_at: null,
        calculated_value: 25 / 6200,
      });
      const v4 = await ask('/loadtests/v4/test_runs(7650001)/thresholds?$select=name,tainted,calculated_value');
      expect(v4.at('value', 0)).toEqual({ name: 'p(95)<400', tainted: true, calculated_value: 431 });
      const checks = await ask('/loadtests/v3/checks?test_run_id=7650001');
      expect(checks.at('k6-checks', 0)).toMatchObject({
        name: 'status is 200',
        success: false,
        success_count: 6187,
        total_count: 6200,
      });
      const v4Checks = await ask(
        '/loadtests/v4/test_runs(7650001)/checks?$filter=group_id eq null&$select=name,metric_summary',
      );
      expect(v4Checks.at('value', 0)).toEqual({
        name: 'status is 200',
        metric_summary: { success_count: 6187, fail_count: 13, success_rate: 6187 / 6200 },
      });
      const summary = await ask('/cloud/v5/test_runs(7650001)/result_summary?$select=metrics_summary,result_status');
      expect(summary.at()).toMatchObject({
        result_status: 'Failed',
        metrics_summary: {
          http_metric_summary: { requests_count: 6200, failures_count: 25, rps_mean: 50, duration: { p95: 431 } },
          checks_metric_summary: { total: 2, successes: 1, hits_total: 12_400, hits_successes: 12_387 },
          thresholds_summary: { total: 2, successes: 1 },
        },
      });
    });
  });

  it('a run that never ran has none of it', async () => {
    await served({}, async ({ ask, emulator }) => {
      emulator.cloud.seed(1, { scenario: quota() });
      expect((await ask(aggregate('http_reqs', 'rate'))).at('data', 'result')).toEqual([]);
      expect((await ask('/loadtests/v2/thresholds?test_run_id=7650001')).at('k6-thresholds')).toEqual([]);
      expect((await ask(`${RUN}/result_summary`)).at('metrics_summary', 'http_metric_summary')).toBeNull();
    });
  });

  it('a run under way has metrics and no summary', async () => {
    let nowMs = 0;
    await served({ now: () => nowMs, advance: { by: 'clock' } }, async ({ ask, emulator }) => {
      emulator.cloud.seed(1, { scenario: neverEnding(), at: 'start' });
      nowMs = 60_000;
      expect(only(await ask(aggregate('vus', 'max')))).toBe(200);
      expect((await ask(`${RUN}/result_summary`)).status).toBe(404);
    });
  });
});

describe('what may be otherwise', () => {
  it('nothing in the answers', async () => {
    await withRun({ data: 'empty' }, async ({ ask }) => {
      expect((await ask(aggregate('http_reqs', 'rate'))).at('data')).toEqual({ resultType: 'vector', result: [] });
      expect((await ask(`${RUN}/query_range_k6(query='rate',metric='http_reqs')`)).at('data', 'result')).toEqual([]);
      expect((await ask('/loadtests/v3/checks?test_run_id=7650001')).at()).toEqual({ 'k6-checks': [] });
    });
  });

  it('numbers as strings, thresholds without telling names', async () => {
    await withRun({ numbersAs: 'strings', thresholdNames: 'generic' }, async ({ ask }) => {
      expect(only(await ask(aggregate('http_reqs', 'increase')))).toBe('6200');
      expect((await ask('/loadtests/v4/test_runs(7650001)/thresholds')).at('value', 1, 'name')).toBe('threshold_2');
    });
  });

  it('404 until it was asked so many times', async () => {
    await withRun({ lateReads: 2 }, async ({ ask }) => {
      const path = aggregate('http_reqs', 'rate');
      expect([(await ask(path)).status, (await ask(path)).status, (await ask(path)).status]).toEqual([404, 404, 200]);
      expect((await ask('/loadtests/v2/thresholds?test_run_id=7650001')).at('error', 'code')).toBe(3);
    });
  });

  it('404 until some time after the end', async () => {
    let nowMs = 0;
    const script = passed({ plannedS: 10 });
    await served(
      { now: () => nowMs, advance: { by: 'clock' }, metrics: { lateMs: 15_000 } },
      async ({ ask, emulator }) => {
        emulator.cloud.seed(1, { scenario: script, at: 'start' });
        nowMs = 40_000;
        expect(emulator.cloud.peek(7_650_001)?.overAtMs).toBe(37_000);
        expect((await ask(aggregate('http_reqs', 'rate'))).status).toBe(404);
        nowMs = 52_000;
        expect((await ask(aggregate('http_reqs', 'rate'))).status).toBe(200);
      },
    );
  });

  it.each([
    ['v2-thresholds', '/loadtests/v2/thresholds?test_run_id=7650001'],
    ['v3-checks', '/loadtests/v3/checks?test_run_id=7650001'],
    ['v4', '/loadtests/v4/test_runs(7650001)/checks'],
    ['v5', aggregate('http_reqs', 'rate')],
    ['result-summary', `${RUN}/result_summary`],
  ] as const)('%s gone', async (source, path) => {
    const insight: { gone: NonNullable<MetricsOptions['gone']> } = { gone: [] };
    await withRun(insight, async ({ ask }) => {
      expect((await ask(path)).status).toBe(200);
      insight.gone = [source];
      expect((await ask(path)).status).toBe(404);
    });
  });

  it.each([
    [aggregate('http_reqs', 'rate'), 'Token emulated-token', 200],
    [aggregate('http_reqs', 'rate'), 'Bearer emulated-token', 200],
    [aggregate('http_reqs', 'rate'), 'Bearer wrong', 401],
    ['/loadtests/v4/test_runs(7650001)/checks', '', 401],
    ['/cloud/v5/test_runs/99/result_summary', 'Token emulated-token', 404],
    ['/loadtests/v4/test_runs(99)/checks', 'Token emulated-token', 404],
    ['/loadtests/v2/thresholds?test_run_id=99', 'Token emulated-token', 404],
    ['/loadtests/v2/thresholds', 'Token emulated-token', 400],
    ['/cloud/v5/nonsense', 'Token emulated-token', 404],
  ])('%s with %s -> %i', async (path, authorization, status) => {
    await withRun({}, async ({ ask }) => {
      expect((await ask(path, { headers: { authorization } })).status).toBe(status);
    });
  });
});
