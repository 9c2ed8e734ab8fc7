/** What is read of a run at each level of detail, and what is made of it: trend, endpoints, soundness, rules and warnings. */
import { describe, expect, it } from '@jest/globals';
import type { MetricsClient } from '../../../src/cloud/cloud.ts';
import type { Detail } from '../../../src/gate/read-metrics.ts';
import { collectMetrics } from '../../../src/gate/collect-metrics.ts';
import { metricsBudget } from '../../../src/gate/metrics-budget.ts';
import type { ComparisonInputs } from '../../../src/inputs/reports.ts';
import type { EndpointNumbers } from '../../../src/test-run/endpoints.ts';
import { NO_NUMBERS } from '../../../src/test-run/metrics.ts';
import type { RegressionRule } from '../../../src/test-run/regression-rule.ts';
import type { RunMetrics } from '../../../src/test-run/run-metrics.ts';
import type { SettledRun } from '../../../src/test-run/test-run.ts';
import { aSettledRun } from '../../support/a-run.ts';
import { someMetrics } from '../../support/a-run-metrics.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { scriptedCloud } from '../../support/scripted-cloud.ts';

const BEFORE = aSettledRun({ id: '7649990' });
const PREVIOUS: ComparisonInputs = { baseline: { kind: 'previous' }, maxRegression: [] };
const NONE: ComparisonInputs = { baseline: { kind: 'none' }, maxRegression: [] };
const P95: RegressionRule = { metric: 'p95', size: 10, unit: '%' };
const P99: RegressionRule = { metric: 'p99', size: 20, unit: '%' };
const SOUND = { droppedIterations: 0, cpuPercent: 20 };

const KNOWN: Partial<MetricsClient> = {
  metrics: () => Promise.resolve(someMetrics()),
  earlierRuns: () => Promise.resolve([{ run: BEFORE, marked: false }]),
  numbers: () => Promise.resolve({ ...NO_NUMBERS, p95Ms: 362 }),
  latencies: () => Promise.resolve(new Map([['7649990', 362]])),
  testName: () => Promise.resolve('Checkout API'),
  health: () => Promise.resolve(SOUND),
};

interface Given {
  readonly metrics?: Partial<MetricsClient>;
  readonly comparing?: ComparisonInputs;
  readonly detail?: Detail;
  readonly run?: Partial<SettledRun>;
}

async function collected(given: Given): Promise<{ found: RunMetrics; asked: readonly (readonly unknown[])[] }> {
  const { comparing = PREVIOUS, detail = 'all', run = {}, metrics = {} } = given;
  const { cloud, asked } = scriptedCloud({ metrics: { ...KNOWN, ...metrics } });
  const clock = manualClock();
  const ports = { cloud, clock, budget: metricsBudget(clock), onNotice: () => undefined, detail };
  const pollResult = { kind: 'settled', run: aSettledRun(run) } as const;
  const found = await collectMetrics(pollResult, comparing, ports, new AbortController().signal);
  if (found === undefined) throw new Error('nothing was collected');
  return { found, asked };
}

describe('what is read', () => {
  it('is what the verdict needs', async () => {
    const { found, asked } = await collected({ detail: 'main', comparing: NONE });
    expect(asked).toEqual([
      ['metrics', '7650001', 'main'],
      ['testName', '1201'],
    ]);
    expect(found).toMatchObject({ testName: 'Checkout API', ...someMetrics(), trend: [], endpoints: [] });
  });

  it('is the series and the trend as well', async () => {
    const { asked } = await collected({ detail: 'pictures', comparing: NONE });
    expect(asked.map((question) => question.slice(0, 3))).toEqual([
      ['metrics', '7650001', 'all'],
      ['earlierRuns', '7650001'],
      ['testName', '1201'],
      ['latencies', '1201', ['7649990']],
    ]);
  });

  it('is the endpoints and the health of the load generators as well', async () => {
    const { asked } = await collected({ detail: 'all', comparing: NONE });
    expect(asked.map(([question]) => question).sort()).toEqual([
      'earlierRuns',
      'endpoints',
      'health',
      'latencies',
      'metrics',
      'testName',
    ]);
  });

  it('is no name where the test of the run is not known', async () => {
    const { found, asked } = await collected({ run: { testId: undefined }, detail: 'main' });
    expect(asked.map(([question]) => question)).toEqual(['metrics', 'markedRuns']);
    expect(found.testName).toBeUndefined();
  });
});

describe('the trend', () => {
  it('ends with the run itself', async () => {
    const { found } = await collected({ run: { createdMs: 2_000_000 } });
    expect(found.trend).toEqual([
      { runId: '7649990', createdMs: 1_000_000, p95Ms: 362 },
      { runId: '7650001', createdMs: 2_000_000, p95Ms: 431.2 },
    ]);
  });

  it('has the runs before of which one number is known at least', async () => {
    const two = [
      { run: BEFORE, marked: false },
      { run: aSettledRun({ id: '7649980' }), marked: false },
    ];
    const { found } = await collected({ metrics: { earlierRuns: () => Promise.resolve(two) } });
    expect(found.trend.map(({ p95Ms }) => p95Ms)).toEqual([undefined, 362, 431.2]);
  });

  it('is empty where no number of any run before is known', async () => {
    const { found } = await collected({ metrics: { latencies: () => Promise.resolve(new Map()) } });
    expect(found.trend).toEqual([]);
  });
});

describe('the endpoints', () => {
  const cart: EndpointNumbers = {
    name: 'cart',
    method: 'GET',
    p95Ms: 104,
    earlierP95Ms: [100],
    errorRate: 0,
    requests: 9,
  };
  const endpoints = (): Promise<readonly EndpointNumbers[]> => Promise.resolve([cart]);

  it('are compared with the run of the baseline', async () => {
    const { found } = await collected({ metrics: { endpoints } });
    expect(found.endpoints).toMatchObject([{ name: 'cart', usualP95Ms: 100, isSlower: false }]);
    expect(found.baselineRun).toBe(BEFORE);
  });

  it('are slower where a rule about one of them is past its limit', async () => {
    const of = { metric: undefined, tags: [['name', 'cart']] } as const;
    const across = (): Promise<ReadonlyMap<string, number>> =>
      Promise.resolve(
        new Map([
          ['7650001', 104],
          ['7649990', 100],
        ]),
      );
    const comparing: ComparisonInputs = { ...PREVIOUS, maxRegression: [{ ...P95, size: 1, of }] };
    const { found } = await collected({ metrics: { endpoints, across }, comparing });
    expect(found.regressions).toHaveLength(1);
    expect(found.endpoints).toMatchObject([{ name: 'cart', isSlower: true }]);
  });
});

describe('a run that is no sound measurement', () => {
  it('says why, in front of all other warnings', async () => {
    const metrics = {
      health: () => Promise.resolve({ droppedIterations: 0, cpuPercent: 95 }),
      metrics: () => Promise.resolve(someMetrics({ numbers: { ...NO_NUMBERS, requests: 0 } })),
    };
    const { found } = await collected({ metrics, comparing: NONE });
    expect(found.health).toEqual({ droppedIterations: 0, cpuPercent: 95 });
    expect(found.unsound).toEqual(['a load generator was at 95 % CPU (limit 80 %)']);
    expect(found.warnings).toEqual([
      'Run 7650001 was not a sound measurement: a load generator was at 95 % CPU (limit 80 %). Its latencies are not those of the tested system alone.',
      'Run 7650001 made no HTTP request, so its latency is unknown.',
    ]);
  });
});

describe('the rules', () => {
  const rules = (...maxRegression: readonly RegressionRule[]): ComparisonInputs => ({ ...PREVIOUS, maxRegression });

  it('are all judged where every number is known', async () => {
    const { found } = await collected({ comparing: rules(P95) });
    expect(found.judged).toEqual([{ rule: P95, now: 431.2, then: 362, usual: undefined }]);
    expect(found.regressions).toEqual([{ rule: P95, now: 431.2, then: 362, baselineRunId: '7649990' }]);
    expect([found.notCompared, found.warnings]).toEqual([undefined, []]);
  });

  it('that cannot be judged are named together with the reason, and the others are judged', async () => {
    const { found } = await collected({ comparing: rules(P95, P99, { ...P99, metric: 'avg' }) });
    expect(found.judged).toHaveLength(1);
    expect(found.notCompared).toBe(
      '`max-regression` (p99=20%, avg=20%) was not applied: a number of the run or of its baseline is not known',
    );
    expect(found.warnings).toEqual([`${String(found.notCompared)}.`]);
  });

  it('about a part of the test say each why they cannot be judged', async () => {
    const of = { metric: undefined, tags: [['name', 'cart']] } as const;
    const { found } = await collected({ comparing: rules(P99, { ...P95, of }) });
    expect(found.notCompared).toBe(
      '`max-regression` (p99=20%, p95{name:cart}=10%) was not applied: a number of the run or of its baseline is not known; no sample of run 7650001 has {name:cart}',
    );
  });

  it('are not applied without a baseline, and the reason is that there is none', async () => {
    const { found } = await collected({
      comparing: rules(P95, P99),
      metrics: { earlierRuns: () => Promise.resolve([]) },
    });
    const why =
      'No baseline: no earlier run that passed was found; `max-regression` (p95=10%, p99=20%) was not applied';
    expect([found.notCompared, found.warnings, found.judged]).toEqual([why, [`${why}.`], []]);
  });

  it('may be none: then a baseline that is missing is a warning alone', async () => {
    const { found } = await collected({ metrics: { earlierRuns: () => Promise.resolve([]) } });
    expect(found.warnings).toEqual(['No baseline: no earlier run that passed was found.']);
    expect(found).not.toHaveProperty('notCompared');
    expect(found).not.toHaveProperty('missing');
  });

  it('count for nothing where no baseline is wanted', async () => {
    const { found } = await collected({ comparing: { ...NONE, maxRegression: [P95] } });
    expect([found.judged, found.regressions, found.warnings]).toEqual([[], [], []]);
  });
});
