/** Endpoints and the numbers of other protocols: what is asked for them, what is usual, and how long they may take. */
import { describe, expect, it } from '@jest/globals';
import type { MetricsClient } from '../../../src/cloud/cloud.ts';
import type { BestEffortOptions } from '../../../src/cloud/http/best-effort.ts';
import { baselineRunIds, collectBaselineProtocols, collectEndpoints } from '../../../src/gate/collect-details.ts';
import type { Baseline } from '../../../src/test-run/baseline.ts';
import type { EndpointNumbers } from '../../../src/test-run/endpoints.ts';
import { NO_NUMBERS } from '../../../src/test-run/metrics.ts';
import type { ProtocolName, ProtocolNumbers } from '../../../src/test-run/protocol-table.ts';
import { aSettledRun } from '../../support/a-run.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { anAsking } from '../../support/an-asking.ts';
import { scriptedCloud } from '../../support/scripted-cloud.ts';

const ONE: Baseline = { runId: '7649990', url: 'https://app.k6.io/runs/7649990', numbers: NO_NUMBERS };
const SEVERAL: Baseline = { ...ONE, runIds: ['7649990', '7649980', '7649970'] };
const CART: EndpointNumbers = {
  name: '/cart',
  method: 'GET',
  p95Ms: 120,
  earlierP95Ms: [100],
  errorRate: 0,
  requests: 10,
};
const RUN = aSettledRun({});
/** So that the bound of the details alone counts. */
const PLENTY_MS = 25_000;

describe('the runs of a baseline', () => {
  it.each([
    [undefined, []],
    [ONE, ['7649990']],
    [SEVERAL, ['7649990', '7649980', '7649970']],
  ])('are all of them (row %#)', (baseline, ids) => {
    expect(baselineRunIds(baseline)).toEqual(ids);
  });
});

describe('the endpoints', () => {
  it.each([
    [undefined, []],
    [SEVERAL, ['7649990', '7649980', '7649970']],
  ])('are asked of the run and of the runs of its baseline (row %#)', async (baseline, ids) => {
    const { cloud, asked } = scriptedCloud({ metrics: { endpoints: () => Promise.resolve([CART]) } });
    const clock = manualClock();
    const ports = { cloud, clock, untilMs: clock.now() + PLENTY_MS };
    expect(await collectEndpoints(RUN, baseline, ports, anAsking())).toEqual([CART]);
    expect(asked).toEqual([['endpoints', '7650001', ids]]);
  });
});

describe('the numbers of other protocols of a baseline', () => {
  const HAS: ProtocolNumbers = { grpcP95Ms: 61, lcpP75Ms: 2400 };
  async function protocolsOf(
    values: readonly (readonly [ProtocolName, readonly number[]])[],
    given: { readonly baseline?: Baseline | undefined; readonly testId?: string | undefined; has?: ProtocolNumbers },
  ): Promise<{ readonly found: ProtocolNumbers; readonly asked: readonly unknown[] }> {
    const { baseline, testId, has: protocols = HAS } = { baseline: ONE, testId: '1201', ...given };
    const { cloud, asked } = scriptedCloud({ metrics: { protocols: () => Promise.resolve(new Map(values)) } });
    const clock = manualClock();
    const ports = { cloud, clock, untilMs: clock.now() + PLENTY_MS };
    return { found: await collectBaselineProtocols({ testId, protocols }, baseline, ports, anAsking()), asked };
  }

  it('are those that the run has, and what the baseline does not have is absent', async () => {
    expect(
      await protocolsOf(
        [
          ['grpcP95Ms', [42]],
          ['lcpP75Ms', []],
        ],
        {},
      ),
    ).toStrictEqual({
      found: { grpcP95Ms: 42 },
      asked: [['protocols', '1201', ['7649990'], ['grpcP95Ms', 'lcpP75Ms']]],
    });
  });

  it('are medians where the baseline is several runs, as far as enough of them have the number', async () => {
    const { found } = await protocolsOf(
      [
        ['grpcP95Ms', [90, 40, 50]],
        ['lcpP75Ms', [2000, 2100]],
      ],
      { baseline: SEVERAL },
    );
    expect(found).toStrictEqual({ grpcP95Ms: 50 });
  });

  it.each([
    ['the test is not known', { testId: undefined }],
    ['the run has none', { has: {} }],
    ['there is no baseline', { baseline: undefined }],
  ])('are not asked where %s', async (_, given) => {
    expect(await protocolsOf([['grpcP95Ms', [42]]], given)).toEqual({ found: {}, asked: [] });
  });
});

describe('the time for details', () => {
  /** Endpoints and protocols that never come, and do not fail by themselves. */
  function open(untilMs: number, signal?: AbortSignal) {
    const signals: AbortSignal[] = [];
    const untilOver = (asking: BestEffortOptions): Promise<never> => {
      signals.push(asking.signal);
      return new Promise((_, reject) => {
        asking.signal.addEventListener('abort', () => {
          reject(asking.signal.reason as Error);
        });
      });
    };
    const metrics: Partial<MetricsClient> = {
      endpoints: (_run, _ids, asking) => untilOver(asking),
      protocols: (_testId, _ids, _names, asking) => untilOver(asking),
    };
    const { cloud } = scriptedCloud({ metrics });
    const clock = manualClock();
    const ports = { cloud, clock, untilMs: clock.now() + untilMs };
    const asking = anAsking(signal);
    const found = Promise.all([
      collectEndpoints(RUN, ONE, ports, asking),
      collectBaselineProtocols({ testId: '1201', protocols: { grpcP95Ms: 61 } }, ONE, ports, asking),
    ]);
    return { clock, found, failures: asking.failures, isOver: () => signals.map(({ aborted }) => aborted) };
  }

  it.each([
    ['8 s where there is plenty', PLENTY_MS, 8000],
    ['a second less than there is for everything', 5000, 4000],
  ])('is %s, and what does not come in it is empty and told', async (_, untilMs, limitMs) => {
    const { clock, found, failures, isOver } = open(untilMs);
    clock.advance(limitMs - 1);
    expect(isOver()).toEqual([false, false]);
    clock.advance(1);
    expect(await found).toEqual([[], {}]);
    expect(failures).toEqual([
      'the endpoints were not known in time',
      'numbers of the baseline were not known in time',
    ]);
  });

  it('may be over before anything is asked', async () => {
    const { found, failures, isOver } = open(1000);
    expect(await found).toEqual([[], {}]);
    expect(isOver()).toEqual([]);
    expect(failures).toEqual([
      'the endpoints were not known in time',
      'numbers of the baseline were not known in time',
    ]);
  });

  it('ends with that of its caller, who is told nothing of it', async () => {
    const ending = new AbortController();
    const { found, failures } = open(PLENTY_MS, ending.signal);
    ending.abort(new Error('the time is over'));
    expect(await found).toEqual([[], {}]);
    expect(failures).toEqual([]);
  });

  it('is left by a fault, which is told', async () => {
    const endpoints = (): Promise<never> => Promise.reject(new Error('a fault of ours'));
    const { cloud } = scriptedCloud({ metrics: { endpoints } });
    const clock = manualClock();
    const asking = anAsking();
    const ports = { cloud, clock, untilMs: clock.now() + PLENTY_MS };
    expect(await collectEndpoints(RUN, ONE, ports, asking)).toEqual([]);
    expect(asking.failures).toEqual(['a fault of ours']);
  });

  it('lets every question tell of its own failures', async () => {
    const endpoints: MetricsClient['endpoints'] = (_run, _ids, { onFailure }) => {
      onFailure('GET /x: 500.');
      return Promise.resolve([]);
    };
    const { cloud } = scriptedCloud({ metrics: { endpoints } });
    const clock = manualClock();
    const asking = anAsking();
    await collectEndpoints(RUN, ONE, { cloud, clock, untilMs: clock.now() + PLENTY_MS }, asking);
    expect(asking.failures).toEqual(['GET /x: 500.']);
  });
});
