/** What every adapter reads of a run beside its status, against the emulated cloud: the same numbers from both APIs. */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { BestEffortOptions } from '../../src/cloud/http/best-effort.ts';
import { systemClock } from '../../src/clock.ts';
import type { Cloud } from '../../src/cloud/cloud.ts';
import { openHttp } from '../../src/cloud/http/http.ts';
import type { Emulator, EmulatorOptions } from '../../src/emulator/emulator.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { serve } from '../../src/emulator/serve.ts';
import type { EndpointPlan } from '../../src/emulator/machine/numbers-plan.ts';
import { failedByThreshold, passed } from '../../src/emulator/machine/scenarios.ts';
import { NO_METRICS } from '../../src/test-run/metrics.ts';
import { ADAPTERS } from './adapters.ts';
import { calm, TEST } from './stage.ts';

describe.each(ADAPTERS)('insights of $name', (adapter) => {
  const endings: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(endings.splice(0).map((end) => end()));
  });
  /** On the real clock: questions about numbers have bounds of their own. */
  const stage = async (options: EmulatorOptions = {}): Promise<{ cloud: Cloud; emulator: Emulator }> => {
    const emulator = createEmulator({ tests: [{ id: TEST, name: 'Checkout API' }], ...options });
    const served = await serve(emulator);
    const http = openHttp({
      apiUrl: new URL(served.url),
      authorization: adapter.authorization('emulated-token'),
      redact: (text) => text,
      userAgent: 'test',
      requestMs: 20_000,
      advice: adapter.remedies,
      clock: systemClock,
      onRequest: () => undefined,
    });
    const quiet = (): void => undefined;
    const cloud = adapter.connect({ http, clock: systemClock, random: () => 0, outageMs: 20_000, onNotice: quiet });
    endings.push(() => {
      cloud.close();
      return served.close();
    });
    return { cloud, emulator };
  };
  const asking = (): BestEffortOptions & { readonly misses: string[] } => {
    const misses: string[] = [];
    return { signal: calm, misses, onFailure: (failure) => misses.push(failure) };
  };

  it('hold numbers, thresholds, checks and series, all of the same run', async () => {
    const { cloud, emulator } = await stage();
    const { id } = emulator.cloud.seed(TEST, { scenario: failedByThreshold() });
    const asked = asking();
    const run = await cloud.read(String(id), calm);
    const { numbers, thresholds, checks, series } = await cloud.metrics.metrics(run, asked);
    expect(asked.misses).toEqual([]);
    expect(numbers.p95Ms).toBeCloseTo(432);
    expect(Object.values(numbers).every((value) => typeof value === 'number')).toBe(true);
    expect(thresholds?.filter((one) => one.failed)).toMatchObject([{ metric: 'http_req_duration', limit: 400 }]);
    expect(checks?.map((one) => one.name).sort()).toEqual(['body has cart', 'status is 200']);
    expect([series.p95Ms, series.rps, series.vus].every((points) => points.length > 10)).toBe(true);
    expect((await cloud.metrics.numbers(String(id), asked)).p95Ms).toBe(numbers.p95Ms);
  });

  it('know the runs before, newest first, which are marked, and their latencies', async () => {
    const { cloud, emulator } = await stage();
    const seeds = [300, 310, 320].map((p95Ms, place) =>
      emulator.cloud.seed(TEST, {
        scenario: passed({ numbers: { p95Ms } }),
        baseline: place === 1,
        starred: place === 1,
      }),
    );
    const own = emulator.cloud.seed(TEST, { scenario: passed() });
    emulator.cloud.seed(TEST, { scenario: passed() });
    const asked = asking();
    const earlier = await cloud.metrics.earlierRuns(await cloud.read(String(own.id), calm), asked);
    const ids = seeds.map(({ id }) => String(id));
    expect(earlier.map(({ run }) => run.id)).toEqual([...ids].reverse());
    expect(earlier.map(({ marked }) => marked)).toEqual([false, true, false]);
    expect(earlier.every(({ run }) => run.state === 'settled' && run.result === 'passed')).toBe(true);
    const latencies = await cloud.metrics.latencies(String(TEST), ids, asked);
    expect(ids.map((id) => Math.round(latencies.get(id) ?? 0))).toEqual([300, 310, 320]);
    expect(await cloud.metrics.testName(String(TEST), asked)).toBe(emulator.cloud.test(TEST)?.name);
    expect(asked.misses).toEqual([]);
  });

  it('know a run that a user names, of whatever test, and say what they could not read', async () => {
    const other = { id: TEST + 1, name: 'Search API' };
    const { cloud, emulator } = await stage({ tests: [{ id: TEST, name: 'Checkout API' }, other] });
    const { id } = emulator.cloud.seed(other.id, { scenario: failedByThreshold() });
    const asked = asking();
    expect(await cloud.metrics.namedRun(String(id), asked)).toMatchObject({
      id: String(id),
      testId: String(other.id),
      state: 'settled',
      result: 'failed',
    });
    expect(asked.misses).toEqual([]);
    expect(await cloud.metrics.namedRun('1', asked)).toBeUndefined();
    expect(asked.misses).toEqual([expect.stringMatching(/^GET \S+\/1: /u)]);
  });

  it('know the endpoints of a run, and their latencies in the runs of its baseline', async () => {
    const { cloud, emulator } = await stage();
    const endpoints = (p95Ms: number): readonly EndpointPlan[] => [
      { method: 'POST', name: '/confirm', p95Ms, share: 0.25, errorRate: 0.02 },
      { method: 'GET', name: '/cart', p95Ms: 199, share: 0.75 },
    ];
    const earlier = [500, 510, 520].map((p95Ms) =>
      emulator.cloud.seed(TEST, { scenario: passed({ numbers: { rps: 50, endpoints: endpoints(p95Ms) } }) }),
    );
    const own = emulator.cloud.seed(TEST, { scenario: passed({ numbers: { rps: 50, endpoints: endpoints(830) } }) });
    const asked = asking();
    const run = await cloud.read(String(own.id), calm);
    const ids = earlier.map(({ id }) => String(id));
    const found = await cloud.metrics.endpoints(run, ids, asked);
    expect(found).toEqual([
      { method: 'POST', name: '/confirm', p95Ms: 830, earlierP95Ms: [500, 510, 520], requests: 1550, errorRate: 0.02 },
      { method: 'GET', name: '/cart', p95Ms: 199, earlierP95Ms: [199, 199, 199], requests: 4650, errorRate: 0 },
    ]);
    expect(asked.misses).toEqual([]);
  });

  it('know what the load generators dropped and how busy they were, and nothing of it where the run has no such metric', async () => {
    const { cloud, emulator } = await stage();
    const busy = passed({ numbers: { droppedIterations: 42, generatorCpu: 91.5 } });
    const { id } = emulator.cloud.seed(TEST, { scenario: busy });
    const plain = emulator.cloud.seed(TEST, { scenario: passed() });
    const asked = asking();
    expect(await cloud.metrics.health(String(id), asked)).toEqual({ droppedIterations: 42, cpuPercent: 91.5 });
    const unknown = { droppedIterations: undefined, cpuPercent: undefined };
    expect(await cloud.metrics.health(String(plain.id), asked)).toEqual(unknown);
    expect(await cloud.metrics.health('1', asked)).toEqual(unknown);
    expect(asked.misses).toEqual([]);
  });

  it('are empty, not 0 and not an error, where nothing is known', async () => {
    const { cloud, emulator } = await stage({ metrics: { data: 'empty' } });
    const { id } = emulator.cloud.seed(TEST, { scenario: passed() });
    const run = await cloud.read(String(id), calm);
    const { numbers, series } = await cloud.metrics.metrics(run, asking());
    expect({ numbers, series }).toEqual({ numbers: NO_METRICS.numbers, series: NO_METRICS.series });
    expect(await cloud.metrics.endpoints(run, [], asking())).toEqual([]);
  });
});
