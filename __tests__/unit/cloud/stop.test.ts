/** What counts as stopped, as over, and as worth another try. */
import { describe, expect, it } from '@jest/globals';
import type { CloudErrorCode } from '../../../src/cloud/errors.ts';
import { CloudError } from '../../../src/cloud/errors.ts';
import { hasEnded, stopRun } from '../../../src/cloud/stop.ts';
import type { TestRun } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import type { Scripted, ScriptedPorts } from '../../support/scripted-http.ts';
import { scriptedPorts } from '../../support/scripted-http.ts';

const calm = new AbortController().signal;
const PATH = '/runs/1/stop';

/** The outcome of a stop whose tries are answered so, the last for ever, and how the run reads meanwhile. */
async function stop(
  run: TestRun | Error,
  budgetMs: number,
  ...tries: readonly Scripted[]
): Promise<{ outcome: unknown; ports: ScriptedPorts; reads: number }> {
  const ports = scriptedPorts((_, place) => tries[Math.min(place, tries.length) - 1] ?? { code: 'rejected' });
  let reads = 0;
  const read = (): Promise<TestRun> => {
    reads++;
    return run instanceof Error ? Promise.reject(run) : Promise.resolve(run);
  };
  const outcome = await stopRun({ ...ports, budgetMs }, PATH, read, calm).catch((error: unknown) => error);
  return { outcome, ports, reads };
}

describe('a stop', () => {
  it('is granted', async () => {
    const { outcome, ports, reads } = await stop(aPendingRun({}), 0, { json: undefined });
    expect([outcome, reads]).toEqual(['stopping', 0]);
    expect(ports.sent).toEqual([{ method: 'POST', path: PATH, urgent: true }]);
  });

  it('is sent again after an answer that could not be read, unless the run is over', async () => {
    const unreadable = { code: 'malformed', status: 200 } as const;
    const over = await stop(aSettledRun({}), 60_000, unreadable);
    expect([over.outcome, over.reads, over.ports.sent.length]).toEqual(['already-over', 1, 1]);
    const going = await stop(aPendingRun({}), 60_000, unreadable, { json: undefined });
    expect([going.outcome, going.reads, going.ports.sent.length]).toEqual(['stopping', 1, 2]);
  });

  it('is sent again after an answer that is too large to read, unless the run is over', async () => {
    const large = { code: 'too-large' } as const;
    const over = await stop(aSettledRun({}), 60_000, large);
    expect([over.outcome, over.reads, over.ports.sent.length]).toEqual(['already-over', 1, 1]);
    const going = await stop(aPendingRun({}), 60_000, large, { json: undefined });
    expect([going.outcome, going.reads, going.ports.sent.length]).toEqual(['stopping', 1, 2]);
    const without = await stop(aPendingRun({}), 60_000, large);
    expect(without.outcome).toMatchObject({ code: 'too-large' });
    expect(without.ports.sent.length).toBeGreaterThan(10);
  });

  it('waits five seconds at most, and not for most of its budget, whatever the service asks for', async () => {
    const busy = { code: 'rate-limited', status: 429, retryAfterMs: 60_000 } as const;
    const { outcome, ports } = await stop(aPendingRun({}), 60_000, busy, busy, { json: undefined });
    expect([outcome, ports.sent.length]).toEqual(['stopping', 3]);
    expect((await stop(aPendingRun({}), 4000, busy, { json: undefined })).outcome).toBe('stopping');
  });

  it.each<readonly [CloudErrorCode, number | undefined]>([
    ['unavailable', 500],
    ['unavailable', 503],
    ['rate-limited', 429],
    ['unreachable', undefined],
    ['late', undefined],
  ])('is sent again after %s %s, and the run is not asked', async (code, status) => {
    const failed = { code, ...(status === undefined ? {} : { status }) };
    const { outcome, ports, reads } = await stop(aSettledRun({}), 60_000, failed, failed, { json: {} });
    expect([outcome, reads, ports.sent.length]).toEqual(['stopping', 0, 3]);
  });

  it.each([400, 404, 405, 409, 410, 422, 499])('refused with %i is a success where the run is over', async (status) => {
    for (const run of [aSettledRun({}), aPendingRun({ phase: 'processing' }), aPendingRun({ phase: 'deciding' })]) {
      const { outcome, ports, reads } = await stop(run, 60_000, { code: 'rejected', status });
      expect([outcome, reads, ports.sent.length]).toEqual(['already-over', 1, 1]);
    }
  });

  it.each([401, 404, 422])('refused with %i is a failure at once while the run goes on', async (status) => {
    const { outcome, ports } = await stop(aPendingRun({}), 60_000, { code: 'rejected', status });
    expect(outcome).toMatchObject({ code: 'rejected', status });
    expect(ports.sent).toHaveLength(1);
  });

  it.each([400, 403])('refused with %i is sent again while the run goes on, until its budget ends', async (status) => {
    const refused = { code: 'rejected', status } as const;
    const granted = await stop(aPendingRun({ phase: 'initializing' }), 60_000, refused, refused, { json: {} });
    expect([granted.outcome, granted.ports.sent.length]).toEqual(['stopping', 3]);
    const { outcome, ports } = await stop(aPendingRun({}), 5000, refused);
    expect(outcome).toMatchObject({ code: 'rejected', status });
    expect(ports.sent.length).toBeGreaterThan(2);
  });

  it('is sent again while neither it nor the read finds the run, which was just made', async () => {
    const gone = new CloudError('not-found', { request: 'GET /runs/1', response: '404', status: 404 });
    const denied = { code: 'not-found', status: 404 } as const;
    const { outcome, ports } = await stop(gone, 60_000, denied, denied, { json: undefined });
    expect([outcome, ports.sent.length]).toEqual(['stopping', 3]);
    expect((await stop(gone, 60_000, denied)).outcome).toMatchObject({ code: 'not-found', status: 404 });
    const refused = { code: 'forbidden', status: 403 } as const;
    expect((await stop(gone, 60_000, refused)).ports.sent).toHaveLength(1);
  });

  it('is sent again after 409 while the run goes on, until its budget ends', async () => {
    const busy = { code: 'rejected', status: 409 } as const;
    const granted = await stop(aPendingRun({ phase: 'initializing' }), 60_000, busy, busy, { json: {} });
    expect([granted.outcome, granted.reads]).toEqual(['stopping', 2]);
    const { outcome } = await stop(aPendingRun({}), 5000, busy);
    expect(outcome).toMatchObject({
      code: 'unavailable',
      status: 409,
      message: `POST ${PATH}: 409, although the run is not over (run_status FINISHED).`,
    });
    expect(outcome instanceof Error ? outcome.cause : undefined).toMatchObject({ code: 'rejected' });
  });

  it('fails as the read of the run fails, and at once with a fault of our own', async () => {
    const gone = new CloudError('not-found', { request: 'GET /runs/1', response: '404', status: 404 });
    expect((await stop(gone, 60_000, { code: 'rejected', status: 400 })).outcome).toBe(gone);
    const ports = scriptedPorts(() => {
      throw new TypeError('x is not a function');
    });
    const failing = stopRun({ ...ports, budgetMs: 60_000 }, PATH, () => Promise.resolve(aSettledRun({})), calm);
    await expect(failing).rejects.toBeInstanceOf(TypeError);
  });
});

describe('the tries of a stop', () => {
  const refused = { code: 'forbidden', status: 403 } as const;
  const busy = { code: 'rate-limited', status: 429, retryAfterMs: 60_000 } as const;

  /** When each request was sent, ms, until the stop is over or its signal is aborted by the `abortAt`-th read. */
  async function tries(
    budgetMs: number,
    script: (place: number) => Scripted,
    abortAt = Infinity,
  ): Promise<{ readonly outcome: unknown; readonly sentMs: readonly number[] }> {
    const [sentMs, cancelling]: [number[], AbortController] = [[], new AbortController()];
    const ports = scriptedPorts((_, place) => {
      sentMs.push(ports.clock.now() - beganMs);
      return script(place);
    });
    const beganMs = ports.clock.now();
    let reads = 0;
    const read = (): Promise<TestRun> => {
      if (++reads >= abortAt) cancelling.abort(new Error('cancelled'));
      return Promise.resolve(aPendingRun({}));
    };
    const stopping = stopRun({ ...ports, budgetMs }, PATH, read, cancelling.signal);
    const outcome = await stopping.catch((error: unknown) => error);
    return { outcome, sentMs };
  }

  it.each([
    [60_000, [0, 5000, 10_000]],
    [20_000, [0, 5000, 10_000]],
    [7000, [0, 1750, 3500]],
  ])('within %d ms are at most a quarter of it apart, and five seconds', async (budgetMs, sentMs) => {
    const seen = await tries(budgetMs, (place) => (place < 3 ? busy : { json: {} }));
    expect(seen).toEqual({ outcome: 'stopping', sentMs });
  });

  it('end before the budget does, so that their failure is told and not the bound of the caller', async () => {
    const { outcome, sentMs } = await tries(20_000, () => busy);
    expect(sentMs).toEqual([0, 5000, 10_000, 15_000, 18_000]);
    expect(outcome).toMatchObject({ code: 'rate-limited' });
  });

  it('are one where there is no budget', async () => {
    expect((await tries(0, (place) => (place < 9 ? busy : { json: {} }))).sentMs).toEqual([0]);
  });

  it('end with the last failure where that was no refusal', async () => {
    const { outcome } = await tries(5000, (place) => (place === 1 ? refused : { code: 'unavailable', status: 503 }));
    expect(outcome).toMatchObject({ code: 'unavailable', status: 503, message: `POST ${PATH}: unavailable.` });
  });

  it('end with the words of the last refusal, which has advice', async () => {
    const { outcome } = await tries(5000, () => ({ ...refused, advice: 'Ask the owner of the project.' }));
    expect(outcome).toMatchObject({
      code: 'forbidden',
      message: `POST ${PATH}: forbidden. Ask the owner of the project.`,
    });
  });

  it('end with the reason of the signal, refused or not', async () => {
    const { outcome, sentMs } = await tries(60_000, () => refused, 2);
    expect(outcome).toEqual(new Error('cancelled'));
    expect(sentMs).toHaveLength(2);
  });

  it('go on after a 408, once a read has shown that the run goes on', async () => {
    const late = { code: 'unavailable', status: 408 } as const;
    expect((await tries(60_000, (place) => (place < 3 ? late : { json: {} }))).outcome).toBe('stopping');
  });

  it('end at once where the stop is redirected', async () => {
    const { outcome, sentMs } = await tries(60_000, () => ({ code: 'redirected', status: 302 }));
    expect(outcome).toMatchObject({ code: 'redirected', status: 302 });
    expect(sentMs).toEqual([0]);
  });
});

describe('a run', () => {
  it.each(['processing', 'deciding'] as const)('has ended where it is %s', (phase) => {
    expect(hasEnded(aPendingRun({ phase }))).toBe(true);
  });

  it('has ended where it is settled', () => {
    expect(hasEnded(aSettledRun({}))).toBe(true);
  });

  it.each(['created', 'validated', 'queued', 'initializing', 'running', 'unrecognised'] as const)(
    'has not ended where it is %s',
    (phase) => {
      expect(hasEnded(aPendingRun({ phase }))).toBe(false);
    },
  );
});
