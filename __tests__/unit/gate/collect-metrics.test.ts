/** The study of a run: what it finds, and that nothing it fails to find can change a verdict or hold it up. */
import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/clock.ts';
import type { BestEffortOptions } from '../../../src/cloud/http/best-effort.ts';
import type { Cloud, MetricsClient } from '../../../src/cloud/cloud.ts';
import type { ComparisonInputs } from '../../../src/inputs/reports.ts';
import type { Detail } from '../../../src/gate/read-metrics.ts';
import { collectMetrics } from '../../../src/gate/collect-metrics.ts';
import { metricsBudget } from '../../../src/gate/metrics-budget.ts';
import type { Metrics, Numbers } from '../../../src/test-run/metrics.ts';
import { NO_METRICS, NO_NUMBERS } from '../../../src/test-run/metrics.ts';
import { UNKNOWN_HEALTH } from '../../../src/test-run/soundness.ts';
import { decide } from '../../../src/test-run/verdict.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { someMetrics } from '../../support/a-run-metrics.ts';
import { NOTHING_KNOWN, scriptedCloud } from '../../support/scripted-cloud.ts';

const RUN = aSettledRun({ id: '7650001' });
const SETTLED = { kind: 'settled', run: RUN } as const;
const NONE: ComparisonInputs = { baseline: { kind: 'none' }, maxRegression: [] };
const P95: ComparisonInputs['maxRegression'] = [{ metric: 'p95', size: 10, unit: '%' }];

function earlier(
  id: string,
  result: 'passed' | 'failed',
  marked = false,
): Awaited<ReturnType<MetricsClient['earlierRuns']>>[number] {
  return { run: aSettledRun({ id, result }), marked };
}

const KNOWN: MetricsClient = {
  ...NOTHING_KNOWN,
  metrics: () => Promise.resolve(someMetrics()),
  numbers: (runId) => Promise.resolve({ ...NO_NUMBERS, p95Ms: runId === '7649990' ? 362 : 500 }),
  latencies: (_testId, runIds) => Promise.resolve(new Map(runIds.map((runId) => [runId, 350]))),
  earlierRuns: () =>
    Promise.resolve([earlier('7649999', 'failed'), earlier('7649990', 'passed'), earlier('7649980', 'passed', true)]),
  namedRun: (id) => Promise.resolve(aSettledRun({ id })),
  testName: () => Promise.resolve('Checkout API'),
};
/** As an adapter is where no source answers. */
const DEAF: MetricsClient = {
  ...NOTHING_KNOWN,
  metrics: (_run, { onFailure }) => {
    onFailure('GET /x: 500.');
    onFailure('GET /y: 500.');
    return Promise.resolve(NO_METRICS);
  },
};

const cloudWith = (metrics: MetricsClient): Cloud => scriptedCloud({ metrics }).cloud;

async function studied(
  insights: MetricsClient,
  comparing: ComparisonInputs,
  signal = new AbortController().signal,
  detail: Detail = 'all',
): Promise<{ readonly found: Awaited<ReturnType<typeof collectMetrics>>; readonly notices: readonly string[] }> {
  const notices: string[] = [];
  // Bounds of half a minute pass at once here.
  const clock = { ...systemClock, setTimer: (_ms: number, ring: () => void) => systemClock.setTimer(30, ring) };
  const budget = metricsBudget(systemClock);
  const onNotice = (sentence: string): unknown => notices.push(sentence);
  const ports = { cloud: cloudWith(insights), clock, budget, onNotice, detail };
  return { found: await collectMetrics(SETTLED, comparing, ports, signal), notices };
}

describe('a study', () => {
  it('finds the name, the numbers, and the trend with this run last', async () => {
    const { found, notices } = await studied(KNOWN, NONE);
    expect(found?.testName).toBe('Checkout API');
    expect(found).toMatchObject(someMetrics());
    expect(found?.trend).toEqual([
      { createdMs: 1_000_000, runId: '7649980', p95Ms: 350 },
      { createdMs: 1_000_000, runId: '7649990', p95Ms: 350 },
      { createdMs: 1_000_000, runId: '7649999', p95Ms: 350 },
      { createdMs: 1_000_000, runId: '7650001', p95Ms: 431.2 },
    ]);
    expect(found).toMatchObject({ baseline: undefined, regressions: [], warnings: [] });
    expect(notices).toEqual([]);
  });

  it.each<readonly [ComparisonInputs['baseline'], string]>([
    [{ kind: 'previous' }, '7649990'],
    [{ kind: 'marked' }, '7649980'],
    [{ kind: 'run', runId: '7000000' }, '7000000'],
  ])('compares with the baseline %j', async (baseline, runId) => {
    const { found } = await studied(KNOWN, { baseline, maxRegression: [] });
    expect(found?.baseline?.runId).toBe(runId);
  });

  it('makes a passed run fail where it is worse than the user allows, and no other run better', async () => {
    const { found } = await studied(KNOWN, { baseline: { kind: 'previous' }, maxRegression: P95 });
    const findings = { pollResult: SETTLED, regressions: found?.regressions ?? [], comparisonCutShort: false };
    expect(decide(findings, { processingError: 'fail', requireThresholds: false })).toEqual({
      word: 'failed',
      cause: 'regressed',
      always: false,
    });
  });

  it('warns where there is no baseline, and fails nothing by it', async () => {
    const alone = { ...KNOWN, earlierRuns: () => Promise.resolve([]) };
    const { found } = await studied(alone, { baseline: { kind: 'previous' }, maxRegression: P95 });
    expect(found?.regressions).toEqual([]);
    expect(found?.warnings).toEqual([
      'No baseline: no earlier run that passed was found; `max-regression` (p95=10%) was not applied.',
    ]);
  });

  it('warns where the run made no request, and compares no latency', async () => {
    const numbers = { ...NO_NUMBERS, requests: 0, rps: 0 };
    const silent = { ...KNOWN, metrics: () => Promise.resolve(someMetrics({ numbers })) };
    const { found } = await studied(silent, { baseline: { kind: 'previous' }, maxRegression: P95 });
    expect(found?.regressions).toEqual([]);
    expect(found?.warnings).toEqual([
      '`max-regression` (p95=10%) was not applied: a number of the run or of its baseline is not known.',
      'Run 7650001 made no HTTP request, so its latency is unknown.',
    ]);
  });

  it.each<readonly [string, { readonly withoutHttp?: true }, number | undefined, number]>([
    ['fails where HTTP has fallen to nothing', { withoutHttp: true }, 5, 1],
    ['fails nothing where HTTP is only unknown', {}, 5, 0],
    ['fails nothing where the baseline has none either', { withoutHttp: true }, undefined, 0],
  ])('%s', async (_, http, rps, count) => {
    const metrics = (): Promise<Metrics> => Promise.resolve({ ...someMetrics({ numbers: NO_NUMBERS }), ...http });
    const numbers = (): Promise<Numbers> => Promise.resolve({ ...NO_NUMBERS, p95Ms: 362, rps });
    const rules = [{ metric: 'rps', size: 5, unit: '%' } as const];
    const fallen = { ...KNOWN, metrics, numbers };
    const { found } = await studied(fallen, { baseline: { kind: 'previous' }, maxRegression: rules });
    expect(found?.regressions).toHaveLength(count);
    expect(found?.numbers.rps).toBeUndefined();
    expect(found?.notCompared === undefined).toBe(count === 1);
  });

  it('warns where a number is unknown, and fails nothing by it', async () => {
    const unread = { ...KNOWN, numbers: () => Promise.resolve({ ...NO_NUMBERS, rps: 5 }) };
    const { found } = await studied(unread, { baseline: { kind: 'marked' }, maxRegression: P95 });
    expect(found?.regressions).toEqual([]);
    expect(found?.warnings.join()).toContain('a number of the run or of its baseline is not known');
    const nothing = await studied(
      { ...KNOWN, numbers: DEAF.numbers },
      { baseline: { kind: 'marked' }, maxRegression: [] },
    );
    expect(nothing.found?.warnings.join()).toContain('no number of the baseline, run 7649980, could be read');
  });

  it('says once that numbers are missing, and goes on without them', async () => {
    const { found, notices } = await studied(DEAF, NONE);
    expect(found).toMatchObject(NO_METRICS);
    expect(found?.trend).toEqual([]);
    expect(notices).toEqual(['Some numbers of run 7650001 are n/a: GET /x: 500. (and 1 more)']);
  });

  it.each<readonly [string, Partial<MetricsClient>]>([
    ['throws', { metrics: () => Promise.reject(new Error('a fault of ours')) }],
    [
      'throws at once',
      {
        earlierRuns: () => {
          throw new Error('a fault of ours');
        },
      },
    ],
    ['never ends, and does not listen to its signal', { earlierRuns: () => new Promise(() => undefined) }],
    ['ends by its signal only', { metrics: (_run, asking) => untilOver(asking).then(() => NO_METRICS) }],
  ])('stands a source that %s', async (_, broken) => {
    const { found } = await studied({ ...KNOWN, ...broken }, { baseline: { kind: 'previous' }, maxRegression: P95 });
    expect(found).toBeDefined();
    expect(found?.regressions).toEqual([]);
    expect(found?.warnings.join()).toContain('`max-regression` (p95=10%) was not applied');
  });

  it.each<readonly [string, Partial<MetricsClient>]>([
    [
      'throw at once',
      {
        testName: () => {
          throw new Error('a fault of ours');
        },
      },
    ],
    ['throw', { latencies: () => Promise.reject(new Error('a fault of ours')) }],
    ['never end, and do not listen to their signal', { testName: () => new Promise(() => undefined) }],
    ['end by their signal only', { health: (_runId, asking) => untilOver(asking).then(() => UNKNOWN_HEALTH) }],
    [
      'are thresholds, checks or series that end by their signal only',
      {
        metrics: (_run, _asking, _parts, beside) =>
          (beside === undefined ? Promise.resolve() : untilOver(beside)).then(() => someMetrics()),
      },
    ],
  ])('is compared where sources of what is only shown %s', async (_, broken) => {
    const comparing: ComparisonInputs = { baseline: { kind: 'previous' }, maxRegression: P95 };
    // A hundred times as fast.
    const setTimer = (ms: number, ring: () => void): (() => void) => systemClock.setTimer(ms / 100, ring);
    const clock = { ...systemClock, setTimer };
    const ports = { clock, budget: metricsBudget(systemClock), onNotice: () => undefined, detail: 'all' as const };
    const cloud = cloudWith({ ...KNOWN, ...broken });
    const found = await collectMetrics(SETTLED, comparing, { ...ports, cloud }, new AbortController().signal);
    expect(found?.regressions).toHaveLength(1);
    expect(found?.notCompared).toBeUndefined();
  });

  it('is compared in time where endpoints and other protocols are not known in theirs', async () => {
    const late = async (asking: BestEffortOptions): Promise<void> => {
      await untilOver(asking);
      asking.onFailure('GET /x: late.');
    };
    const silent: MetricsClient = {
      ...KNOWN,
      metrics: () => Promise.resolve(someMetrics({ protocols: { grpcP95Ms: 61 } })),
      endpoints: (_run, _ids, asking) => late(asking).then(() => []),
      protocols: (_testId, _ids, _names, asking) => late(asking).then(() => new Map()),
    };
    const notices: string[] = [];
    // A hundred times as fast: 25 s for everything, 8 s for these.
    const setTimer = (ms: number, ring: () => void): (() => void) => systemClock.setTimer(ms / 100, ring);
    const budget = metricsBudget(systemClock);
    const ports = { cloud: cloudWith(silent), clock: { ...systemClock, setTimer }, budget, detail: 'all' as const };
    const onNotice = (sentence: string): number => notices.push(sentence);
    const comparing: ComparisonInputs = { baseline: { kind: 'previous' }, maxRegression: P95 };
    const found = await collectMetrics(SETTLED, comparing, { ...ports, onNotice }, new AbortController().signal);
    expect(found?.regressions).toHaveLength(1);
    expect(found).toMatchObject({ endpoints: [], baselineProtocols: {}, warnings: [] });
    expect(notices).toEqual(['Some numbers of run 7650001 are n/a: GET /x: late. (and 1 more)']);
  });

  it('finds the numbers of other protocols and the endpoints of the runs of its baseline', async () => {
    const asked: (readonly string[])[] = [];
    const client: MetricsClient = {
      ...KNOWN,
      metrics: () => Promise.resolve(someMetrics({ protocols: { grpcP95Ms: 61 } })),
      endpoints: (_run, ids) => {
        asked.push(ids);
        const numbers = { method: 'GET', errorRate: 0, requests: 10 };
        return Promise.resolve([{ ...numbers, name: '/cart', p95Ms: 120, earlierP95Ms: [100] }]);
      },
      protocols: (_testId, ids, names) => {
        asked.push(ids, names);
        return Promise.resolve(new Map([['grpcP95Ms', [42]]]));
      },
    };
    const { found } = await studied(client, { baseline: { kind: 'previous' }, maxRegression: [] });
    expect(asked).toEqual([['7649990'], ['7649990'], ['grpcP95Ms']]);
    expect(found?.baselineProtocols).toEqual({ grpcP95Ms: 42 });
    expect(found?.endpoints).toMatchObject([{ name: '/cart', usualP95Ms: 100, isSlower: true }]);
    expect(found?.baselineRun?.id).toBe('7649990');
  });

  it('ends at once where other runs have used up the time of the step', async () => {
    const notices: string[] = [];
    const budget = { leftMs: () => 0, charge: () => undefined };
    const onNotice = (one: string): unknown => notices.push(one);
    const ports = { cloud: cloudWith(KNOWN), clock: systemClock, onNotice, budget, detail: 'all' as const };
    const found = await collectMetrics(SETTLED, NONE, ports, new AbortController().signal);
    expect(found).toMatchObject(NO_METRICS);
    expect(notices.join()).toContain('the time of the step for metrics was used up by other runs');
  });

  it('is not made of a run that is not over, that never ran, or of a step that was cancelled', async () => {
    const ports = {
      cloud: cloudWith(KNOWN),
      clock: systemClock,
      onNotice: () => undefined,
      budget: metricsBudget(systemClock),
      detail: 'all' as const,
    };
    const { signal } = new AbortController();
    expect(await collectMetrics({ kind: 'not-awaited', run: aPendingRun({}) }, NONE, ports, signal)).toBeUndefined();
    const archived = aSettledRun({ ending: { kind: 'archived' }, startedMs: undefined });
    expect(await collectMetrics({ kind: 'settled', run: archived }, NONE, ports, signal)).toBeUndefined();
    expect(await collectMetrics(SETTLED, NONE, ports, AbortSignal.abort())).toBeUndefined();
  });
});

function untilOver({ signal }: BestEffortOptions): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
