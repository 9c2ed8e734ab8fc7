/** One metric of several runs in one request: how the query is spelled, which values count, and what is never sent. */
import { describe, expect, it } from '@jest/globals';
import { acrossRuns, valuesByRun } from '../../../../src/cloud/metrics/across-runs.ts';
import { bestEffortGet } from '../../../../src/cloud/http/best-effort.ts';
import type { Selector } from '../../../../src/test-run/selector.ts';
import { anAsking } from '../../../support/an-asking.ts';
import { pathsOf, rulePorts, seriesAnswer } from '../../../support/scripted-metrics.ts';

const ANY = /./u;
const ONE = seriesAnswer([{ test_run_id: 1 }, 350]);
const path = (method: string, metric: string, runIds = '1,2'): string =>
  `/cloud/v5/load_tests/1201/query_aggregate_k6(query='${method}',metric='${metric}',test_run_ids=[${runIds}])`;

describe('a metric of several runs', () => {
  it('is the last value of each run that has one', async () => {
    const asking = anAsking();
    const ports = rulePorts([
      ANY,
      seriesAnswer(
        [{ test_run_id: 1 }, 350],
        [{ test_run_id: '2' }, '0'],
        [{ test_run_id: 3 }, null],
        [{ test_run_id: 9 }, 99],
        [{}, 7],
        [null, 8],
      ),
    ]);
    const found = await acrossRuns(ports).across('1201', ['1', '2', '3', '4'], { number: 'p95Ms' }, asking);
    expect(found).toEqual(
      new Map([
        ['1', 350],
        ['2', 0],
      ]),
    );
    expect(pathsOf(ports)).toEqual([path('histogram_quantile(0.95) by (test_run_id)', 'http_req_duration', '1,2,3,4')]);
    expect(asking.failures).toEqual([]);
  });

  it('is unknown of a run that cannot have the value; what a metric of the script counts may be below zero', async () => {
    const ports = rulePorts([ANY, seriesAnswer([{ test_run_id: 1 }, -1], [{ test_run_id: 2 }, 1.5])]);
    const { across } = acrossRuns(ports);
    const found = async (...query: Parameters<typeof across>[2][]): Promise<unknown> =>
      Promise.all(query.map(async (one) => [...(await across('1201', ['1', '2'], one, anAsking()))]));
    expect(
      await found(
        { number: 'p95Ms' },
        { number: 'errorRate' },
        { number: 'rps', of: { metric: undefined, tags: [['name', 'x']] } },
        { number: 'p95Ms', of: { metric: 'balance', tags: [] } },
      ),
    ).toStrictEqual([
      [['2', 1.5]],
      [],
      [['2', 1.5]],
      [
        ['1', -1],
        ['2', 1.5],
      ],
    ]);
  });

  it('is unknown of a run whose series is empty', async () => {
    const empty = { json: { data: { result: [{ metric: { test_run_id: 1 }, values: [] }] } } };
    expect(await acrossRuns(rulePorts([ANY, empty])).across('1201', ['1'], { number: 'rps' }, anAsking())).toEqual(
      new Map(),
    );
  });

  it.each<readonly [string, readonly (readonly [unknown, unknown])[], readonly (readonly [string, number])[]]>([
    [
      'counts as 0 where another run has one',
      [[{ test_run_id: 1 }, 5]],
      [
        ['1', 5],
        ['2', 0],
      ],
    ],
    ['is unknown where no run has one', [], []],
    ['is unknown where the value of the other cannot be read', [[{ test_run_id: 1 }, null]], []],
    ['is unknown where the only other was not asked for', [[{ test_run_id: 9 }, 5]], []],
    [
      'is unknown where its own value cannot be read',
      [
        [{ test_run_id: 1 }, 5],
        [{ test_run_id: 2 }, null],
      ],
      [['1', 5]],
    ],
    [
      'is unknown where a series may be its own',
      [
        [{ test_run_id: 1 }, 5],
        [{}, 7],
      ],
      [['1', 5]],
    ],
  ])('whose series of a counter is missing %s', async (_, series, found) => {
    const ports = rulePorts([ANY, seriesAnswer(...series)]);
    const query = { number: 'rps', zeroFor: ['2'] } as const;
    expect([...(await acrossRuns(ports).across('1201', ['1', '2', '3'], query, anAsking()))]).toEqual(found);
  });

  it('is of no run where it cannot be read, with a word on it', async () => {
    const asking = anAsking();
    const ports = rulePorts([ANY, { code: 'forbidden' }]);
    expect(await acrossRuns(ports).across('1201', ['1'], { number: 'rps' }, asking)).toEqual(new Map());
    expect(asking.failures).toHaveLength(1);
  });

  it.each<readonly [string, Selector | undefined, string]>([
    ['the usual metric', undefined, 'http_reqs'],
    ['a metric of its own', { metric: 'orders', tags: [] }, 'orders'],
    [
      'samples with a tag',
      { metric: undefined, tags: [['name', 'POST /checkout']] },
      'http_reqs{name="POST /checkout"}',
    ],
    [
      'samples of its own metric with tags',
      {
        metric: 'orders',
        tags: [
          ['kind', 'card'],
          ['status', '200'],
        ],
      },
      'orders{kind="card",status="200"}',
    ],
  ])('can be %s', async (_, of, metric) => {
    const ports = rulePorts([ANY, ONE]);
    const found = await acrossRuns(ports).across('1201', ['1', '2'], { number: 'rps', of }, anAsking());
    expect(found).toEqual(new Map([['1', 350]]));
    expect(pathsOf(ports)).toEqual([path('rate by (test_run_id)', metric)]);
  });

  it.each<readonly [string, Selector]>([
    ['its metric ends the query', { metric: "orders',x='", tags: [] }],
    ['its metric begins with a quote', { metric: "'orders", tags: [] }],
    ['a tag ends the query', { metric: undefined, tags: [['name', "O'Hara"]] }],
    ['a tag holds a line break', { metric: undefined, tags: [['name', 'a\nb']] }],
    ['a tag holds a bracket of the list of runs', { metric: undefined, tags: [['name', 'a]']] }],
  ])('is not asked for where %s', async (_, of) => {
    const asking = anAsking();
    const ports = rulePorts([ANY, ONE]);
    expect(await acrossRuns(ports).across('1201', ['1'], { number: 'rps', of }, asking)).toEqual(new Map());
    expect([ports.sent, asking.failures]).toEqual([[], []]);
  });

  it('is not asked for where there is no run', async () => {
    const ports = rulePorts([ANY, ONE]);
    expect(await acrossRuns(ports).across('1201', [], { number: 'rps' }, anAsking())).toEqual(new Map());
    expect(ports.sent).toEqual([]);
  });
});

describe('a query over several runs', () => {
  const asked = async (method: string): Promise<readonly string[]> => {
    const ports = rulePorts([ANY, ONE]);
    const query = { testId: '1201', runIds: ['1', '2'], metric: 'vus', method };
    await valuesByRun(bestEffortGet(ports), query, anAsking());
    return pathsOf(ports);
  };

  it('is grouped by run, unless it is grouped already', async () => {
    expect(await asked('max')).toEqual([path('max by (test_run_id)', 'vus')]);
    expect(await asked('max by (test_run_id)')).toEqual([path('max by (test_run_id)', 'vus')]);
  });

  it('is not sent where its method ends it', async () => {
    expect(await asked("max'")).toEqual([]);
  });
});
