/** The endpoints of a run from real answers: two requests, what is left out, and nothing that is not known. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../../src/clock.ts';
import { endpointsSource } from '../../../../src/cloud/metrics/endpoint-lists.ts';
import type { EndpointNumbers } from '../../../../src/test-run/endpoints.ts';
import { aSettledRun } from '../../../support/a-run.ts';
import type { Answer, MetricServer } from '../../../support/v5-server.ts';
import { EMPTY, metricServer } from '../../../support/v5-server.ts';

const RUN = aSettledRun({ id: '3', testId: '1201' });

const servers: MetricServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const answer = (...series: readonly (readonly [labels: object, value: unknown])[]): Answer => ({
  json: { data: { result: series.map(([metric, value]) => ({ metric, values: [[1, value]] })) } },
});

async function asked(
  earlierIds: readonly string[],
  ...rules: readonly (readonly [RegExp, Answer])[]
): Promise<{ found: readonly EndpointNumbers[]; misses: readonly string[]; calls: readonly string[] }> {
  const server = await metricServer(rules);
  servers.push(server);
  const misses: string[] = [];
  const asking = { signal: new AbortController().signal, onFailure: (failure: string) => misses.push(failure) };
  // Backoffs pass at once; the time limit of a request does not.
  const hasty = {
    ...systemClock,
    setTimer: (ms: number, ring: () => void) => systemClock.setTimer(ms >= 10_000 ? ms : Math.min(ms, 200), ring),
  };
  const source = endpointsSource({ http: server.http, clock: hasty, random: () => 0 });
  return { found: await source.endpoints(RUN, earlierIds, asking), misses, calls: server.calls };
}

describe('the endpoints of a run', () => {
  it('are those of the run, each with its latency in the runs of the baseline', async () => {
    const confirm = { name: '/confirm', method: 'POST' };
    const { found, misses, calls } = await asked(
      ['1', '2'],
      [
        /load_tests/u,
        answer(
          [{ ...confirm, test_run_id: 1 }, 500],
          [{ ...confirm, test_run_id: '2' }, '510'],
          [{ ...confirm, test_run_id: '3' }, 830],
          [{ name: '/cart', method: 'GET', test_run_id: '3' }, 199],
          [{ name: '/gone', method: 'GET', test_run_id: '1' }, 20],
        ),
      ],
      [
        /http_reqs/u,
        answer(
          [{ ...confirm, expected_response: 'true' }, 1163],
          [{ ...confirm, expected_response: false }, 37],
          [{ name: '/cart', method: 'GET', expected_response: 'true' }, 5700],
        ),
      ],
    );
    expect(found).toEqual([
      { ...confirm, p95Ms: 830, earlierP95Ms: [500, 510], requests: 1200, errorRate: 37 / 1200 },
      { name: '/cart', method: 'GET', p95Ms: 199, earlierP95Ms: [], requests: 5700, errorRate: 0 },
    ]);
    expect(misses).toEqual([]);
    expect([...calls].sort()).toEqual([
      "/cloud/v5/load_tests/1201/query_aggregate_k6(query='histogram_quantile(0.95)%20by%20(test_run_id,name,method)',metric='http_req_duration',test_run_ids=[3,1,2])",
      "/cloud/v5/test_runs/3/query_aggregate_k6(query='increase%20by%20(name,method,expected_response)',metric='http_reqs')",
    ]);
  });

  it.each<readonly [string, readonly string[], readonly (readonly [RegExp, Answer])[]]>([
    ['without a baseline', [], []],
    ['where the test does not answer', ['1'], [[/load_tests/u, { status: 404 }]]],
    ['where the test knows nothing', ['1'], [[/load_tests/u, EMPTY]]],
  ])('are asked of the run alone %s', async (_, earlierIds, rules) => {
    const own: Answer = answer([{ name: '/cart', method: 'GET' }, 199]);
    const counts = answer([{ name: '/cart', method: 'GET', expected_response: 'true' }, 10]);
    const { found, misses } = await asked(earlierIds, ...rules, [/http_req_duration/u, own], [/http_reqs/u, counts]);
    expect(found).toEqual([{ name: '/cart', method: 'GET', p95Ms: 199, earlierP95Ms: [], requests: 10, errorRate: 0 }]);
    expect(misses).toEqual([]);
  });

  it('are not asked for once more where neither latencies nor counts have any', async () => {
    const { found, calls } = await asked(['1'], [/./u, EMPTY]);
    expect([found, calls.length]).toEqual([[], 2]);
  });

  it('are asked of the run alone where the counts cannot be read', async () => {
    const own: Answer = answer([{ name: '/cart', method: 'GET' }, 199]);
    const { found } = await asked(['1'], [/load_tests/u, EMPTY], [/http_req_duration/u, own], [/./u, { status: 404 }]);
    expect(found).toMatchObject([{ name: '/cart', p95Ms: 199, requests: undefined }]);
  });

  it('leave out what is odd, and call unknown what is not said', async () => {
    const { found } = await asked(
      [],
      [
        /http_req_duration/u,
        answer(
          [{ method: 'GET' }, 1],
          [{ name: '' }, 1],
          [{ name: '/a', method: 7 }, 12],
          [{ name: '/b' }, -1],
          [[], 1],
        ),
      ],
      [/http_reqs/u, answer([{ name: '/a' }, 10], [{ name: '/c', expected_response: 'no' }, 0], [{ name: '/d' }, 'x'])],
    );
    expect(found).toEqual([
      { name: '/a', method: undefined, p95Ms: 12, earlierP95Ms: [], requests: 10, errorRate: undefined },
    ]);
  });

  it('are bounded in number and length', async () => {
    const many = Array.from({ length: 5000 }, (_, place): [object, number] => [
      { name: `${place}/${'x'.repeat(99)}` },
      1,
    ]);
    const { found, misses } = await asked([], [/http_req_duration/u, answer(...many, [{ name: 'y'.repeat(9999) }, 1])]);
    expect(found).toHaveLength(3000);
    expect(misses).toHaveLength(1); // the counts
    const [long] = (await asked([], [/./u, answer([{ name: 'y'.repeat(9999) }, 1])])).found;
    expect(long?.name).toHaveLength(300);
  });

  it.each<readonly [string, Answer]>([
    ['404', { status: 404 }],
    ['500', { status: 500 }],
    ['nonsense', { json: [1, 2] }],
    ['nothing', EMPTY],
  ])('are none, and no error, where every source answers %s', async (what, nothing) => {
    const { found, misses } = await asked(['1'], [/./u, nothing]);
    expect(found).toEqual([]);
    expect(misses).toHaveLength(what === 'nothing' ? 0 : 2);
  });
});
