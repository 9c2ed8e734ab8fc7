/** How long the metrics of a run may take, what is said of those that do not come, and who pays for the time. */
import { describe, expect, it } from '@jest/globals';
import type { MetricsClient } from '../../../src/cloud/cloud.ts';
import type { BestEffortOptions } from '../../../src/cloud/http/best-effort.ts';
import { collectMetrics } from '../../../src/gate/collect-metrics.ts';
import type { MetricsBudget } from '../../../src/gate/metrics-budget.ts';
import { metricsBudget } from '../../../src/gate/metrics-budget.ts';
import type { ComparisonInputs } from '../../../src/inputs/reports.ts';
import { NO_METRICS, NO_NUMBERS } from '../../../src/test-run/metrics.ts';
import type { RunMetrics } from '../../../src/test-run/run-metrics.ts';
import { UNKNOWN_HEALTH } from '../../../src/test-run/soundness.ts';
import type { SettledRun } from '../../../src/test-run/test-run.ts';
import { aSettledRun } from '../../support/a-run.ts';
import type { ManualClock } from '../../support/manual-clock.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { scriptedCloud } from '../../support/scripted-cloud.ts';

const NONE: ComparisonInputs = { baseline: { kind: 'none' }, maxRegression: [] };
const EMPTY: RunMetrics = {
  ...NO_METRICS,
  testName: undefined,
  trend: [],
  baseline: undefined,
  judged: [],
  baselineProtocols: {},
  endpoints: [],
  regressions: [],
  health: UNKNOWN_HEALTH,
  unsound: [],
  warnings: [],
};

interface Given {
  readonly metrics?: Partial<MetricsClient>;
  readonly run?: SettledRun;
  readonly leftMs?: number;
  readonly signal?: AbortSignal;
  readonly comparing?: ComparisonInputs;
  /** Shared with other runs; instead of `leftMs`. */
  readonly clock?: ManualClock;
  readonly budget?: MetricsBudget;
}

interface Collecting {
  readonly found: Promise<RunMetrics | undefined>;
  readonly clock: ManualClock;
  readonly asked: readonly (readonly unknown[])[];
  readonly notices: readonly string[];
  /** From when on time was charged. */
  readonly charged: readonly number[];
  /** How much time was charged. */
  readonly spans: readonly number[];
}

function collecting(given: Given): Collecting {
  const { run = aSettledRun({}), leftMs = 30_000, metrics = {}, signal = new AbortController().signal } = given;
  const { cloud, asked } = scriptedCloud({ metrics });
  const { clock = manualClock(), comparing = NONE } = given;
  const [notices, charged, spans]: [string[], number[], number[]] = [[], [], []];
  const charge = (sinceMs: number, untilMs: number): void => {
    charged.push(sinceMs);
    spans.push(untilMs - sinceMs);
  };
  const budget = given.budget ?? { leftMs: () => leftMs, charge };
  const onNotice = (sentence: string): unknown => notices.push(sentence);
  const ports = { cloud, clock, budget, onNotice, detail: 'all' } as const;
  return {
    found: collectMetrics({ kind: 'settled', run }, comparing, ports, signal),
    clock,
    asked,
    notices,
    charged,
    spans,
  };
}

/** A question that is never answered; it ends by its signal alone. */
function untilOver({ signal }: BestEffortOptions): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}

async function isOpen(work: Promise<unknown>): Promise<boolean> {
  const open = Symbol('open');
  const later = new Promise((resolve) => setImmediate(resolve, open));
  return (await Promise.race([work, later])) === open;
}

describe('metrics that do not come', () => {
  it.each([
    ['25 s', 30_000, 25_000],
    ['what the step has left', 4000, 4000],
  ])('are waited for as long as %s', async (_, leftMs, boundMs) => {
    const { found, clock, notices, charged } = collecting({
      metrics: { testName: (_id, asking) => untilOver(asking) },
      leftMs,
    });
    const sinceMs = clock.now();
    expect(await isOpen(found)).toBe(true);
    clock.advance(boundMs - 1);
    expect(await isOpen(found)).toBe(true);
    clock.advance(1);
    expect(await found).toEqual(EMPTY);
    expect(notices).toEqual([
      `Some numbers of run 7650001 are n/a: no complete response within ${boundMs / 1000} s in all`,
    ]);
    expect(charged).toEqual([sinceMs]);
  });

  it('are waited for a second more where a question does not listen to its signal', async () => {
    const { found, clock, notices } = collecting({ metrics: { metrics: () => new Promise(() => undefined) } });
    expect(await isOpen(found)).toBe(true);
    clock.advance(25_999);
    expect(await isOpen(found)).toBe(true);
    clock.advance(1);
    expect(await found).toEqual(EMPTY);
    expect(notices).toEqual(['Some numbers of run 7650001 are n/a: no complete response within 25 s in all']);
  });

  it('are not asked for where the step has no time left', async () => {
    const { found, notices, charged } = collecting({ leftMs: 0 });
    expect(await found).toEqual(EMPTY);
    expect(notices).toEqual([
      'Some numbers of run 7650001 are n/a: the time of the step for metrics was used up by other runs',
    ]);
    expect(charged).toHaveLength(1);
  });

  it('end with the step, and nothing is said of them', async () => {
    const cancelling = new AbortController();
    const { found, notices } = collecting({
      metrics: { testName: (_id, asking) => untilOver(asking) },
      signal: cancelling.signal,
    });
    expect(await isOpen(found)).toBe(true);
    cancelling.abort(new Error('cancelled'));
    expect(await found).toEqual(EMPTY);
    expect(notices).toEqual([]);
  });
});

describe('metrics that come', () => {
  it('cost nobody anything', async () => {
    const { found, notices, charged } = collecting({});
    expect(await found).toEqual(EMPTY);
    expect([notices, charged]).toEqual([[], []]);
  });

  it.each([
    [1, 'GET /0: 500.'],
    [3, 'GET /0: 500. (and 2 more)'],
  ])('but for some (%i) are said to be incomplete once, and charged', async (count, failures) => {
    const health: MetricsClient['health'] = (_runId, { onFailure }) => {
      for (let place = 0; place < count; place++) onFailure(`GET /${place}: 500.`);
      return Promise.resolve(UNKNOWN_HEALTH);
    };
    const { found, notices, charged } = collecting({ metrics: { health } });
    await found;
    expect(notices).toEqual([`Some numbers of run 7650001 are n/a: ${failures}`]);
    expect(charged).toHaveLength(1);
  });
});

/** A run that is half as slow again as the one before it, by a rule of 10 %. */
const REGRESSED: Partial<MetricsClient> = {
  metrics: () => Promise.resolve({ ...NO_METRICS, numbers: { ...NO_NUMBERS, p95Ms: 450 } }),
  earlierRuns: () => Promise.resolve([{ run: aSettledRun({ id: '7649990' }), marked: false }]),
  numbers: () => Promise.resolve({ ...NO_NUMBERS, p95Ms: 300 }),
};
const RULE: ComparisonInputs = {
  baseline: { kind: 'previous' },
  maxRegression: [{ metric: 'p95', size: 10, unit: '%' }],
};

describe('what a comparison needs', () => {
  it('is read where the step has no time left for what is only shown', async () => {
    const { found, notices, asked } = collecting({ comparing: RULE, metrics: REGRESSED, leftMs: 0 });
    expect((await found)?.regressions).toHaveLength(1);
    expect(asked.map(([question]) => question)).toEqual(['metrics', 'earlierRuns', 'numbers']);
    expect(asked[0]).toEqual(['metrics', '7650001', 'numbers']);
    expect(notices).toEqual([
      'Some numbers of run 7650001 are n/a: the time of the step for metrics was used up by other runs',
    ]);
  });

  it('is waited for as long as ever where the step has little time left for what is only shown', async () => {
    const metrics = { ...REGRESSED, earlierRuns: (_run: unknown, asking: BestEffortOptions) => untilOver(asking) };
    const { found, clock, charged } = collecting({ comparing: RULE, metrics, leftMs: 4000 });
    expect(await isOpen(found)).toBe(true);
    clock.advance(24_999);
    expect(await isOpen(found)).toBe(true);
    clock.advance(1);
    expect((await found)?.notCompared).toContain('`max-regression` (p95=10%) was not applied');
    expect(charged).toEqual([]);
  });

  it('is read of each of seven runs whose test has no name, one after another', async () => {
    const clock = manualClock();
    const budget = metricsBudget(clock);
    const metrics: Partial<MetricsClient> = { ...REGRESSED, testName: (_id, asking) => untilOver(asking) };
    const open: boolean[] = [];
    for (let place = 1; place <= 7; place++) {
      const { found } = collecting({ comparing: RULE, metrics, clock, budget });
      open.push(await isOpen(found));
      clock.advance(24_000);
      expect((await found)?.regressions).toHaveLength(1);
    }
    // 24 s of the first, 6 s of the second: then names are not asked for.
    expect(open).toEqual([true, true, false, false, false, false, false]);
  });

  it('is a part of the step’s time where the run did not pass: nothing can change its verdict', async () => {
    const run = aSettledRun({ result: 'failed' });
    const { found, asked } = collecting({ comparing: RULE, metrics: REGRESSED, run, leftMs: 0 });
    expect((await found)?.regressions).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe('what is only shown', () => {
  it('is charged until it fails, and not for a comparison that takes longer', async () => {
    const failing: MetricsClient['health'] = (_runId, { onFailure }) => {
      onFailure('GET /x: 500.');
      return Promise.resolve(UNKNOWN_HEALTH);
    };
    const slow: Promise<void>[] = [];
    let answer = (): void => undefined;
    slow.push(new Promise((resolve) => (answer = resolve)));
    const earlierRuns: MetricsClient['earlierRuns'] = async () => {
      await slow[0];
      return [];
    };
    const { found, clock, spans } = collecting({ comparing: RULE, metrics: { earlierRuns, health: failing } });
    expect(await isOpen(found)).toBe(true);
    clock.advance(10_000);
    answer();
    await found;
    expect(spans).toEqual([0]);
  });
});

describe('a run', () => {
  it.each([
    ['finished, although nobody knows when it began', { startedMs: undefined }, true],
    ['began and was aborted', { ending: { kind: 'aborted', by: 'user' } }, true],
    ['never began', { startedMs: undefined, ending: { kind: 'aborted', by: 'user' } }, false],
  ] as const)('that %s: has metrics: %j', async (_, given, has) => {
    expect((await collecting({ run: aSettledRun(given) }).found) !== undefined).toBe(has);
  });
});
