/** How long the metrics of a run may take, what is said of those that do not come, and who pays for the time. */
import { describe, expect, it } from '@jest/globals';
import type { MetricsClient } from '../../../src/cloud/cloud.ts';
import type { BestEffortOptions } from '../../../src/cloud/http/best-effort.ts';
import { collectMetrics } from '../../../src/gate/collect-metrics.ts';
import type { ComparisonInputs } from '../../../src/inputs/reports.ts';
import { NO_METRICS } from '../../../src/test-run/metrics.ts';
import type { RunMetrics } from '../../../src/test-run/run-metrics.ts';
import { UNKNOWN_HEALTH } from '../../../src/test-run/soundness.ts';
import type { SettledRun } from '../../../src/test-run/test-run.ts';
import { aSettledRun } from '../../support/a-run.ts';
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
}

interface Collecting {
  readonly found: Promise<RunMetrics | undefined>;
  readonly clock: ReturnType<typeof manualClock>;
  readonly notices: readonly string[];
  /** From when on time was charged. */
  readonly charged: readonly number[];
}

function collecting(given: Given): Collecting {
  const { run = aSettledRun({}), leftMs = 30_000, metrics = {}, signal = new AbortController().signal } = given;
  const { cloud } = scriptedCloud({ metrics });
  const clock = manualClock();
  const [notices, charged]: [string[], number[]] = [[], []];
  const budget = { leftMs: () => leftMs, charge: (sinceMs: number) => charged.push(sinceMs) };
  const onNotice = (sentence: string): unknown => notices.push(sentence);
  const ports = { cloud, clock, budget, onNotice, detail: 'all' } as const;
  return { found: collectMetrics({ kind: 'settled', run }, NONE, ports, signal), clock, notices, charged };
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
    const { found, clock, notices } = collecting({ metrics: { testName: () => new Promise(() => undefined) } });
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

describe('a run', () => {
  it.each([
    ['finished, although nobody knows when it began', { startedMs: undefined }, true],
    ['began and was aborted', { ending: { kind: 'aborted', by: 'user' } }, true],
    ['never began', { startedMs: undefined, ending: { kind: 'aborted', by: 'user' } }, false],
  ] as const)('that %s: has metrics: %j', async (_, given, has) => {
    expect((await collecting({ run: aSettledRun(given) }).found) !== undefined).toBe(has);
  });
});
