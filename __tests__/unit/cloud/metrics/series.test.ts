/** How a run went over time, and the latencies of earlier runs: steps, points that count, and one request or several. */
import { describe, expect, it } from '@jest/globals';
import { metricsSource } from '../../../../src/cloud/metrics/numbers.ts';
import { NO_METRICS } from '../../../../src/test-run/metrics.ts';
import type { Series } from '../../../../src/test-run/metrics.ts';
import type { RunFacts } from '../../../../src/test-run/test-run.ts';
import { aSettledRun } from '../../../support/a-run.ts';
import type { Scripted } from '../../../support/scripted-http.ts';
import type { Rule } from '../../../support/scripted-metrics.ts';
import { anAsking } from '../../../support/an-asking.ts';
import { pathsOf, rulePorts, seriesAnswer } from '../../../support/scripted-metrics.ts';

const UNTIMED = { startedMs: undefined, endedMs: undefined, plannedMs: undefined, executedMs: undefined };

const values = (...points: readonly (readonly unknown[])[]): Scripted => ({
  json: {
    data: {
      result: [
        { metric: {}, values: points },
        { metric: {}, values: [[9, 9]] },
      ],
    },
  },
});

async function read(times: Partial<RunFacts>, ...rules: readonly Rule[]) {
  const [ports, asking] = [rulePorts(...rules), anAsking()];
  const run = aSettledRun({ id: '7', ...UNTIMED, ...times });
  const { series } = await metricsSource(ports).metrics(run, asking);
  const ranges = pathsOf(ports).filter((path) => path.includes('query_range_k6'));
  return { series, ranges, misses: asking.failures.filter((miss) => miss.includes('query_range_k6')) };
}

describe('the course of a run', () => {
  it('has a series of each of four numbers, by one request each', async () => {
    const { series, ranges, misses } = await read(
      { executedMs: 120_000 },
      [/range.*'http_req_duration'/u, values([1, 210])],
      [/range.*'http_reqs'/u, values([1, 12])],
      [/range.*'http_req_failed'/u, values([1, 0.5])],
      [/range.*'vus'/u, values([1, 20])],
    );
    const at = (value: number): Series['vus'] => [{ atMs: 1000, value }];
    expect(series).toEqual({ p95Ms: at(210), rps: at(12), errorRate: at(0.5), vus: at(20) });
    const path = (method: string, metric: string): string =>
      `/cloud/v5/test_runs/7/query_range_k6(query='${method}',metric='${metric}',step=2)`;
    expect(ranges).toEqual([
      path('histogram_quantile(0.95)', 'http_req_duration'),
      path('rate', 'http_reqs'),
      path('ratio', 'http_req_failed'),
      path('sum(max by (instance_id))', 'vus'),
    ]);
    expect(misses).toEqual([]);
  });

  it('is unknown where it cannot be read, with a word on each series', async () => {
    const { series, misses } = await read({});
    expect(series).toEqual(NO_METRICS.series);
    expect(misses).toHaveLength(4);
  });

  it('is unknown, without a word, where the answers hold no series', async () => {
    expect(await read({}, [/range/u, seriesAnswer()])).toMatchObject({ series: NO_METRICS.series, misses: [] });
  });

  it.each<readonly [string, Partial<RunFacts>, number]>([
    ['whose length is not known', {}, 1],
    ['of five seconds', { executedMs: 5000 }, 1],
    ['of a minute', { executedMs: 60_000 }, 1],
    ['of a little more', { executedMs: 60_001 }, 2],
    ['of an hour', { executedMs: 3_600_000 }, 60],
    ['that was executed for less time than it took', { executedMs: 120_000, startedMs: 0, endedMs: 600_000 }, 2],
    ['that started and ended', { startedMs: 1_000_000, endedMs: 1_600_000, plannedMs: 120_000 }, 10],
    ['that started, with no end', { startedMs: 1_000_000, plannedMs: 120_000 }, 2],
    ['that ended, with no start', { endedMs: 1_000_000, plannedMs: 120_000 }, 2],
  ])('has steps of sixty to a run %s', async (_, times, step) => {
    const { ranges } = await read(times);
    expect(ranges.map((path) => /,step=(.*)\)$/u.exec(path)?.[1])).toEqual(Array.from({ length: 4 }, () => `${step}`));
  });

  it('has its points in order of time, without those of which time or value is no number', async () => {
    const points = values([30.5, 3], [10, '1'], [20, 'NaN'], [null, 4], [-5, 0], [15, 9], [], [20, 2]);
    expect((await read({}, [/range.*'vus'/u, points])).series.vus).toEqual([
      { atMs: -5000, value: 0 },
      { atMs: 10_000, value: 1 },
      { atMs: 15_000, value: 9 },
      { atMs: 20_000, value: 2 },
      { atMs: 30_500, value: 3 },
    ]);
  });

  it('has no point that no run can have: below zero, or a share above all', async () => {
    const points = values([10, -1], [20, 1.5], [30, 1], [40, 0]);
    const { series } = await read({}, [/range.*'vus'/u, points], [/range.*http_req_failed/u, points]);
    expect(series.vus.map(({ value }) => value)).toEqual([1.5, 1, 0]);
    expect(series.errorRate.map(({ value }) => value)).toEqual([1, 0]);
  });

  it('has no point that no calendar knows', async () => {
    const points = values([8e12 + 1, 1], [8e12, 2], [-8e12, 3], [-8e12 - 1, 4]);
    expect((await read({}, [/range.*'vus'/u, points])).series.vus).toEqual([
      { atMs: -8e15, value: 3 },
      { atMs: 8e15, value: 2 },
    ]);
  });
});

describe('the latencies of earlier runs', () => {
  const asked = async (...rules: readonly Rule[]) => {
    const [ports, asking] = [rulePorts(...rules), anAsking()];
    const latencies = await metricsSource(ports).latencies('1201', ['1', '2', '3'], asking);
    return { latencies, paths: pathsOf(ports), misses: asking.failures };
  };
  const together =
    "/cloud/v5/load_tests/1201/query_aggregate_k6(query='histogram_quantile(0.95) by (test_run_id)',metric='http_req_duration',test_run_ids=[1,2,3])";
  const alone = (runId: string): string =>
    `/cloud/v5/test_runs/${runId}/query_aggregate_k6(query='histogram_quantile(0.95)',metric='http_req_duration')`;

  it('are asked for in one request, and no further where one of them comes', async () => {
    expect(await asked([/load_tests/u, seriesAnswer([{ test_run_id: 2 }, 360])])).toEqual({
      latencies: new Map([['2', 360]]),
      paths: [together],
      misses: [],
    });
  });

  it.each<readonly [string, Scripted]>([
    ['refused', { code: 'not-found' }],
    ['empty', seriesAnswer()],
    ['nonsense', seriesAnswer([{ test_run_id: 1 }, -350])],
  ])('are asked for run by run where that request is %s, with a word on those that fail', async (_, answer) => {
    const rules: readonly Rule[] = [
      [/load_tests/u, answer],
      [/test_runs\/1\//u, seriesAnswer([{}, 350])],
      [/test_runs\/2\//u, values()],
    ];
    const { latencies, paths, misses } = await asked(...rules);
    expect([...latencies]).toStrictEqual([['1', 350]]);
    expect(paths).toEqual([together, alone('1'), alone('2'), alone('3')]);
    expect(misses).toEqual([`GET ${alone('3')}: not-found.`]);
  });
});
