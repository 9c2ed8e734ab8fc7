/** After a 429 best-effort requests wait together, and go one at a time until one is answered. */
import { describe, expect, it } from '@jest/globals';
import { sleep } from '../../../../src/clock.ts';
import { CloudError } from '../../../../src/cloud/errors.ts';
import type { Http } from '../../../../src/cloud/http/http.ts';
import { withSharedPause } from '../../../../src/cloud/http/shared-pause.ts';
import { jumpingClock } from '../../../support/jumping-clock.ts';

const calm = new AbortController().signal;
const bestEffort = { method: 'GET', path: '/x', bestEffort: true } as const;

/** A service that refuses until the instant given, and when each request arrived. */
function stage(
  busyUntilMs: number,
  retryAfterMs?: number,
): { readonly http: Http; readonly arrivedMs: number[]; readonly clock: ReturnType<typeof jumpingClock> } {
  const clock = jumpingClock();
  const startMs = clock.now();
  const arrivedMs: number[] = [];
  const inner: Http = {
    send: async ({ path }) => {
      const atMs = clock.now() - startMs;
      arrivedMs.push(atMs);
      await Promise.resolve();
      if (atMs < busyUntilMs) {
        const wish = retryAfterMs === undefined ? {} : { retryAfterMs };
        throw new CloudError('rate-limited', { request: `GET ${path}`, response: '429', status: 429, ...wish });
      }
      return { status: 200, json: {}, request: `GET ${path}` };
    },
    serverNowMs: () => undefined,
    close: () => undefined,
  };
  return { http: withSharedPause(inner, clock), arrivedMs, clock };
}

describe('best-effort requests', () => {
  it('share one pause after a 429, however many there are', async () => {
    const { http, arrivedMs } = stage(4000, 5000);
    await http.send(bestEffort, calm).catch(() => undefined);
    await Promise.all(Array.from({ length: 60 }, () => http.send(bestEffort, calm)));
    expect(arrivedMs.filter((atMs) => atMs < 4000)).toEqual([0]);
    expect(arrivedMs.filter((atMs) => atMs >= 5000)).toHaveLength(60);
  });

  it('try one at a time, with growing pauses, while the service refuses and names no pause', async () => {
    const { http, arrivedMs } = stage(10_000);
    await http.send(bestEffort, calm).catch(() => undefined);
    await Promise.allSettled(Array.from({ length: 60 }, () => http.send(bestEffort, calm)));
    expect(arrivedMs.slice(0, 5)).toEqual([0, 1000, 3000, 7000, 15_000]);
    expect(arrivedMs).toHaveLength(61);
  });

  it('do not wait longer than ten seconds, whatever the service asks for', async () => {
    const { http, arrivedMs } = stage(1, 3_600_000);
    await http.send(bestEffort, calm).catch(() => undefined);
    await http.send(bestEffort, calm);
    expect(arrivedMs).toEqual([0, 10_000]);
  });

  it('end with their signal while they wait', async () => {
    const { http } = stage(1000);
    const cancelling = new AbortController();
    await http.send(bestEffort, calm).catch(() => undefined);
    const waiting = http.send(bestEffort, cancelling.signal);
    cancelling.abort(new Error('cancelled'));
    await expect(waiting).rejects.toThrow('cancelled');
  });

  it('are the only ones that wait', async () => {
    const { http, arrivedMs } = stage(0.5);
    await http.send(bestEffort, calm).catch(() => undefined);
    await http.send({ method: 'GET', path: '/runs/1' }, calm).catch(() => undefined);
    expect(arrivedMs).toEqual([0, 0]);
  });

  it('start with a short pause again once one was answered', async () => {
    let refuse = true;
    const clock = jumpingClock();
    const startMs = clock.now();
    const arrivedMs: number[] = [];
    const http = withSharedPause(
      {
        send: ({ path }) => {
          arrivedMs.push(clock.now() - startMs);
          if (!refuse) return Promise.resolve({ status: 200, json: {}, request: `GET ${path}` });
          return Promise.reject(new CloudError('rate-limited', { request: 'GET /x', response: '429', status: 429 }));
        },
        serverNowMs: () => 7,
        close: () => undefined,
      },
      clock,
    );
    const ask = (): Promise<unknown> => http.send(bestEffort, calm).catch(() => undefined);
    await ask();
    await ask();
    refuse = false;
    await ask();
    refuse = true;
    await ask();
    await ask();
    expect(arrivedMs).toEqual([0, 1000, 3000, 3000, 4000]);
    expect(http.serverNowMs()).toBe(7);
  });

  it('are not held back by another failure', async () => {
    const clock = jumpingClock();
    const startMs = clock.now();
    const inner: Http = {
      send: () => Promise.reject(new CloudError('unavailable', { request: 'GET /x', response: '503', status: 503 })),
      serverNowMs: () => undefined,
      close: () => undefined,
    };
    const http = withSharedPause(inner, clock);
    for (let place = 0; place < 3; place++) await http.send(bestEffort, calm).catch(() => undefined);
    await expect(http.send(bestEffort, calm)).rejects.toThrow('503');
    expect(clock.now()).toBe(startMs);
  });

  it('wait after a 429 to a request of another kind as well', async () => {
    const { http, arrivedMs } = stage(1);
    await http.send({ method: 'GET', path: '/runs/1' }, calm).catch(() => undefined);
    await http.send(bestEffort, calm);
    expect(arrivedMs).toEqual([0, 1000]);
  });

  it('are not sent at all once their signal is aborted', async () => {
    const { http, arrivedMs } = stage(1);
    await http.send(bestEffort, calm).catch(() => undefined);
    await expect(http.send(bestEffort, AbortSignal.abort(new Error('cancelled')))).rejects.toThrow('cancelled');
    await http.send(bestEffort, calm);
    expect(arrivedMs).toEqual([0, 1000]);
  });

  it('that were refused go one at a time although the pause is over, until one is answered', async () => {
    const clock = jumpingClock();
    let open = 0;
    let most = 0;
    let refuse = true;
    const inner: Http = {
      send: async ({ path }) => {
        most = Math.max(most, ++open);
        for (let turn = 0; turn < 5; turn++) await Promise.resolve();
        open--;
        if (refuse) throw new CloudError('rate-limited', { request: `GET ${path}`, response: '429', status: 429 });
        return { status: 200, json: {}, request: `GET ${path}` };
      },
      serverNowMs: () => undefined,
      close: () => undefined,
    };
    const http = withSharedPause(inner, clock);
    await http.send(bestEffort, calm).catch(() => undefined);
    await sleep(clock, 60_000, calm);
    await Promise.allSettled(Array.from({ length: 3 }, () => http.send(bestEffort, calm)));
    expect(most).toBe(1);
    refuse = false;
    await http.send(bestEffort, calm);
    await Promise.all(Array.from({ length: 3 }, () => http.send(bestEffort, calm)));
    expect(most).toBe(3);
  });

  it('wait to the end of the pause although another request was answered meanwhile', async () => {
    const clock = jumpingClock();
    const startMs = clock.now();
    const arrivedMs: number[] = [];
    const inner: Http = {
      send: ({ path }) => {
        arrivedMs.push(clock.now() - startMs);
        const wish = { request: `GET ${path}`, response: '429', status: 429, retryAfterMs: 5000 };
        if (arrivedMs.length === 1) return Promise.reject(new CloudError('rate-limited', wish));
        return Promise.resolve({ status: 200, json: {}, request: `GET ${path}` });
      },
      serverNowMs: () => undefined,
      close: () => undefined,
    };
    const http = withSharedPause(inner, clock);
    await http.send({ method: 'GET', path: '/runs/1' }, calm).catch(() => undefined);
    await http.send({ method: 'GET', path: '/runs/1' }, calm);
    await http.send(bestEffort, calm);
    expect(arrivedMs).toEqual([0, 0, 5000]);
  });
});
