/** The budget of requests of a step: how many may go at once, how many a second, and what goes before it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jumpingClock } from '../../../../bench/jumping-clock.ts';
import { rateLimited } from '../../../../src/cloud/http/rate-limit.ts';
import type { Http } from '../../../../src/cloud/http/http.ts';
import { passed } from '../../../../src/emulator/machine/scenarios.ts';
import { connected } from '../../../support/connected.ts';
import { TEST_ID, k6Cloud } from '../../../support/k6-cloud.ts';
import { manualClock } from '../../../support/manual-clock.ts';

const LOOK = { method: 'GET', path: '/loadtests/v2/runs/1' } as const;
const STOP = { method: 'POST', path: '/loadtests/v2/runs/1/stop', urgent: true } as const;
const { signal } = new AbortController();

/** A sender that only notes what it was given. */
function noting(): Http & { readonly sent: string[] } {
  const sent: string[] = [];
  return {
    sent,
    send: ({ method, path }) => {
      sent.push(`${method} ${path}`);
      return Promise.resolve({ status: 200, json: undefined, request: path });
    },
    serverNowMs: () => undefined,
    close: () => undefined,
  };
}

describe('a budget', () => {
  it('lets no more through in any span of time than its burst and its rate allow', async () => {
    const rests = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 30, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(rests, async (pausesMs) => {
        const clock = jumpingClock(0);
        const http = rateLimited(noting(), clock, { perSecond: 4, burst: 3 });
        const atMs: number[] = [];
        for (const pauseMs of pausesMs) {
          await new Promise<void>((done) => clock.setTimer(pauseMs % 5 === 0 ? pauseMs : 0, done));
          await http.send(LOOK, signal);
          atMs.push(clock.now());
        }
        atMs.forEach((fromMs, first) => {
          atMs.slice(first).forEach((toMs, count) => {
            expect(count + 1).toBeLessThanOrEqual(3 + (toMs - fromMs) / 250 + 1e-6);
          });
        });
      }),
      { numRuns: 30, examples: [[Array.from({ length: 40 }, () => 0)], [Array.from({ length: 40 }, () => 250)]] },
    );
  });

  it('holds a look back, and never a stop', async () => {
    const clock = manualClock();
    const http = noting();
    const { send } = rateLimited(http, clock, { perSecond: 1, burst: 1 });
    const looks = [send(LOOK, signal), send(LOOK, signal)];
    await send(STOP, signal);
    expect(http.sent.map((line) => line.split(' ')[0])).toEqual(['GET', 'POST']);
    clock.advance(1000);
    await Promise.all(looks);
    expect(http.sent).toHaveLength(3);
  });

  it('lets a look that is held back be cancelled at once', async () => {
    const { send } = rateLimited(noting(), manualClock(), { perSecond: 1, burst: 1 });
    const cancelling = new AbortController();
    await send(LOOK, signal);
    const held = send(LOOK, cancelling.signal);
    cancelling.abort(new Error('cancelled'));
    await expect(held).rejects.toThrow('cancelled');
  });

  it('is one for all the runs of a step, on real sockets', async () => {
    const served = await k6Cloud([passed()]);
    const { id } = served.cloud.seed(TEST_ID);
    const clock = manualClock();
    const cloud = connected(served, false, clock);
    const looks = Array.from({ length: 30 }, () => cloud.read(String(id), signal));
    await Promise.all(looks.slice(0, 20));
    expect(served.requests()).toHaveLength(20);
    clock.advance(250);
    await Promise.all(looks.slice(0, 25));
    expect(served.requests()).toHaveLength(25);
    clock.advance(250);
    await Promise.all(looks);
    cloud.close();
  });
});
