/** How much of a run is read: the more runs a step has, the less of those that passed. */
import { describe, expect, it } from '@jest/globals';
import type { MetricsClient } from '../../../src/cloud/cloud.ts';
import { metricsBudget } from '../../../src/gate/metrics-budget.ts';
import { metricsOfRun } from '../../../src/gate/metrics-of-run.ts';
import type { RunContext } from '../../../src/gate/run-test.ts';
import { NO_METRICS, NO_NUMBERS } from '../../../src/test-run/metrics.ts';
import { UNKNOWN_HEALTH } from '../../../src/test-run/soundness.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';

interface Scene {
  readonly runs: number;
  /** Which of them this one is. */
  readonly place: number;
  readonly result?: 'passed' | 'failed';
  readonly comparison?: Partial<RunContext['inputs']['comparison']>;
}

async function scene({ runs, place, result = 'passed', comparison = {} }: Scene): Promise<{
  readonly early: readonly string[];
  /** How often the run took its turn to ask early. */
  readonly turns: number;
  readonly atTheEnd: readonly string[];
}> {
  const asked: string[] = [];
  let turns = 0;
  const noting =
    <T>(what: string, answer: T) =>
    (): Promise<T> => {
      asked.push(what);
      return Promise.resolve(answer);
    };
  const metrics: MetricsClient = {
    metrics: (_run, _asking, which) => noting(`metrics: ${which}`, NO_METRICS)(),
    numbers: noting('numbers', NO_NUMBERS),
    latencies: noting('latencies', new Map()),
    earlierRuns: noting('earlier runs', []),
    markedRuns: noting('marked runs', []),
    namedRun: noting('named run', undefined),
    across: noting('across', new Map()),
    endpoints: noting('endpoints', []),
    protocols: noting('protocols', new Map()),
    health: noting('health', UNKNOWN_HEALTH),
    testName: noting('test name', 'Checkout API'),
  };
  const context = {
    inputs: {
      comparison: { baseline: { kind: 'none' }, maxRegression: [], ...comparison },
      policy: { requireThresholds: false, processingError: 'fail' },
      targets: { ids: Array.from({ length: runs }, (_, at) => String(at)) },
    },
    ports: { cloud: { metrics }, clock: jumpingClock(), reporter: { noticed: () => undefined } },
    limits: {
      early: (work: () => Promise<unknown>) => {
        turns++;
        return work();
      },
      metrics: (work: () => Promise<unknown>) => work(),
      metricsBudget: metricsBudget(jumpingClock()),
    },
    signal: new AbortController().signal,
  } as unknown as RunContext;
  const { polled, collect } = metricsOfRun(String(place), context);
  polled(aPendingRun({ phase: 'created' }));
  polled(aSettledRun({ result }));
  expect([asked, turns]).toEqual([[], 0]);
  polled(aPendingRun({}));
  polled(aPendingRun({}));
  await new Promise((later) => setImmediate(later));
  const early = asked.splice(0);
  await collect({ kind: 'settled', run: aSettledRun({ result }) });
  return { early: early.sort(), turns, atTheEnd: asked.sort() };
}

const EARLY = ['earlier runs', 'test name'];
const ALL = ['endpoints', 'health', 'metrics: all'];

describe('of a run that has passed', () => {
  it('everything is read in a step with ten runs', async () => {
    expect(await scene({ runs: 10, place: 9 })).toEqual({ early: EARLY, turns: 1, atTheEnd: ALL });
  });

  it('the pictures are read where it is one of the first ten of more', async () => {
    expect(await scene({ runs: 11, place: 9 })).toEqual({ early: EARLY, turns: 1, atTheEnd: ['metrics: all'] });
  });

  it('only what its verdict needs is read where it comes after the first ten', async () => {
    expect(await scene({ runs: 11, place: 10 })).toEqual({
      early: ['test name'],
      turns: 1,
      atTheEnd: ['metrics: main'],
    });
  });

  it.each([
    // What was known of the runs before may have changed meanwhile.
    [{ baseline: { kind: 'previous' as const } }, ['earlier runs', 'marked runs', ...ALL].sort()],
    [{ markAsBaseline: true }, ALL],
  ])('everything is read where it is compared, or will be: %j', async (comparison, all) => {
    expect((await scene({ runs: 50, place: 49, comparison })).atTheEnd).toEqual(all);
  });
});

describe('of a run that has failed', () => {
  it('everything is read, wherever it comes', async () => {
    const { early, atTheEnd } = await scene({ runs: 50, place: 49, result: 'failed' });
    expect(early).toEqual(['test name']);
    expect(atTheEnd).toEqual(['earlier runs', ...ALL].sort());
  });
});
