/** How latencies and counts are joined by endpoint, and which requests it takes: scripted answers, no socket. */
import { describe, expect, it } from '@jest/globals';
import { endpointsSource } from '../../../../src/cloud/metrics/endpoint-lists.ts';
import type { RunFacts } from '../../../../src/test-run/test-run.ts';
import { aSettledRun } from '../../../support/a-run.ts';
import type { Scripted } from '../../../support/scripted-http.ts';
import type { Rule } from '../../../support/scripted-metrics.ts';
import { anAsking } from '../../../support/an-asking.ts';
import { pathsOf, rulePorts, seriesAnswer } from '../../../support/scripted-metrics.ts';

const RUN = aSettledRun({ id: '3', testId: '1201' });
const TOGETHER =
  "/cloud/v5/load_tests/1201/query_aggregate_k6(query='histogram_quantile(0.95) by (test_run_id,name,method)',metric='http_req_duration',test_run_ids=[3,1,2])";
const ALONE =
  "/cloud/v5/test_runs/3/query_aggregate_k6(query='histogram_quantile(0.95) by (name,method)',metric='http_req_duration')";
const COUNTS =
  "/cloud/v5/test_runs/3/query_aggregate_k6(query='increase by (name,method,expected_response)',metric='http_reqs')";

const [BY_TEST, LATENCIES, COUNTING] = [/load_tests/u, /test_runs\/3.*http_req_duration/u, /http_reqs/u];
const EMPTY = seriesAnswer();
const cart = { name: '/cart', method: 'GET' };
const latency: Rule = [LATENCIES, seriesAnswer([cart, 199])];

async function asked(earlierIds: readonly string[], rules: readonly Rule[], run: RunFacts = RUN) {
  const [ports, asking] = [rulePorts(...rules), anAsking()];
  const found = await endpointsSource(ports).endpoints(run, earlierIds, asking);
  return { found, paths: [...pathsOf(ports)].sort(), misses: asking.failures };
}

describe('the requests for endpoints', () => {
  it('are two where all runs of the baseline are answered for together', async () => {
    const series = seriesAnswer(
      [{ ...cart, test_run_id: 3 }, 199],
      [{ ...cart, test_run_id: 2 }, 180],
      [{ ...cart, test_run_id: 1 }, 170],
    );
    const counts = seriesAnswer([{ ...cart, expected_response: true }, 40]);
    const { found, paths, misses } = await asked(['1', '2'], [[BY_TEST, series], latency, [COUNTING, counts]]);
    expect(found).toStrictEqual([{ ...cart, p95Ms: 199, earlierP95Ms: [180, 170], requests: 40, errorRate: 0 }]);
    expect([paths, misses]).toStrictEqual([[TOGETHER, COUNTS].sort(), []]);
  });

  it.each<readonly [string, readonly string[], RunFacts]>([
    ['there is no baseline', [], RUN],
    ['the test of the run is not known', ['1', '2'], aSettledRun({ id: '3', testId: undefined })],
  ])('are two of the run alone where %s', async (_, earlierIds, run) => {
    const { found, paths, misses } = await asked(earlierIds, [[BY_TEST, EMPTY], latency, [COUNTING, EMPTY]], run);
    expect(found).toMatchObject([{ ...cart, p95Ms: 199 }]);
    expect([paths, misses]).toStrictEqual([[ALONE, COUNTS].sort(), []]);
  });

  it.each<readonly [string, Scripted, Scripted]>([
    ['refused', { code: 'not-found' }, EMPTY],
    ['refused, while there are counts', { code: 'forbidden' }, seriesAnswer([cart, 40])],
    ['empty, while there are counts', EMPTY, seriesAnswer([cart, 40])],
    ['empty, while the counts are refused', EMPTY, { code: 'not-found' }],
  ])('are three where the answer for all runs is %s', async (_, together, counts) => {
    const { found, paths, misses } = await asked(['1', '2'], [[BY_TEST, together], latency, [COUNTING, counts]]);
    expect(found).toMatchObject([{ ...cart, p95Ms: 199, earlierP95Ms: [] }]);
    expect(paths).toStrictEqual([TOGETHER, ALONE, COUNTS].sort());
    expect(misses).toHaveLength('code' in counts ? 1 : 0); // never for the answer that has a substitute
  });

  it('are two, and the endpoints none, where a run without any is compared', async () => {
    const { found, paths, misses } = await asked(['1', '2'], [[BY_TEST, EMPTY], latency, [COUNTING, EMPTY]]);
    expect(found).toStrictEqual([]);
    expect([paths, misses]).toStrictEqual([[TOGETHER, COUNTS].sort(), []]);
  });
});

describe('an endpoint', () => {
  const joined = async (latencies: Scripted, counts: Scripted) =>
    (
      await asked(
        ['1', '2'],
        [
          [BY_TEST, latencies],
          [COUNTING, counts],
        ],
      )
    ).found;
  const none = { method: undefined, p95Ms: undefined, earlierP95Ms: [], requests: undefined, errorRate: undefined };

  it('is told apart by name and method', async () => {
    const latencies = seriesAnswer([cart, 199], [{ ...cart, method: 'POST' }, 300], [{ name: '/cart' }, 400]);
    expect(await joined(latencies, EMPTY)).toStrictEqual([
      { ...none, ...cart, p95Ms: 199 },
      { ...none, ...cart, method: 'POST', p95Ms: 300 },
      { ...none, name: '/cart', p95Ms: 400 },
    ]);
  });

  it('is of the run itself where its series names no run', async () => {
    const latencies = seriesAnswer([cart, 199], [{ ...cart, test_run_id: 1 }, 180]);
    expect(await joined(latencies, EMPTY)).toStrictEqual([{ ...none, ...cart, p95Ms: 199, earlierP95Ms: [180] }]);
  });

  it('is left out where only earlier runs have it', async () => {
    const latencies = seriesAnswer([{ ...cart, test_run_id: 1 }, 180], [{ name: '/home' }, 20]);
    expect(await joined(latencies, seriesAnswer([cart, 0]))).toStrictEqual([{ ...none, name: '/home', p95Ms: 20 }]);
  });

  it('has no latency below 0, and may have 0', async () => {
    const latencies = seriesAnswer(
      [{ name: '/odd' }, -0.5],
      [{ name: '/unknown' }, 'NaN'],
      [{ name: '/zero' }, 0],
      [{ name: '/zero', test_run_id: 1 }, -1],
      [{ name: '/zero', test_run_id: 2 }, null],
    );
    expect(await joined(latencies, EMPTY)).toStrictEqual([{ ...none, name: '/zero', p95Ms: 0 }]);
  });

  it('sums what was counted with either response', async () => {
    const counts = seriesAnswer(
      [{ ...cart, expected_response: 'true' }, 60],
      [{ ...cart, expected_response: 'false' }, 15],
      [{ ...cart, expected_response: false }, 5],
      [{ ...cart, expected_response: 'false' }, -5],
      [{ ...cart, expected_response: 'true' }, 'x'],
    );
    expect(await joined(EMPTY, counts)).toStrictEqual([{ ...none, ...cart, requests: 80, errorRate: 0.25 }]);
  });

  it.each<readonly [string, Scripted]>([
    ['alone', seriesAnswer([cart, 80])],
    ['before one with it', seriesAnswer([cart, 60], [{ ...cart, expected_response: 'false' }, 20])],
    ['after one with it', seriesAnswer([{ ...cart, expected_response: 'false' }, 20], [cart, 60])],
    ['that is odd', seriesAnswer([{ ...cart, expected_response: 'no' }, 80])],
  ])('has no error rate where a count stands without the tag for it, %s', async (_, counts) => {
    expect(await joined(EMPTY, counts)).toStrictEqual([{ ...none, ...cart, requests: 80 }]);
  });

  it('has no error rate where nothing was counted', async () => {
    const counts = seriesAnswer([{ ...cart, expected_response: 'true' }, 0]);
    expect(await joined(seriesAnswer([cart, 199]), counts)).toStrictEqual([
      { ...none, ...cart, p95Ms: 199, requests: 0 },
    ]);
  });

  it('is left out where it has neither a latency nor a request', async () => {
    const counts = seriesAnswer([{ ...cart, expected_response: 'true' }, 0], [{ name: '/home' }, 1]);
    expect(await joined(EMPTY, counts)).toStrictEqual([{ ...none, name: '/home', requests: 1 }]);
  });

  it('is unknown where its series is empty', async () => {
    const empty: Scripted = { json: { data: { result: [{ metric: cart, values: [] }] } } };
    expect(await joined(empty, empty)).toStrictEqual([]);
  });
});
