/** When to try again, and when to stop trying. */
import { describe, expect, it } from '@jest/globals';
import type { CloudErrorCode } from '../../../../src/cloud/errors.ts';
import { CloudError } from '../../../../src/cloud/errors.ts';
import { backoffMs, retryUntil, withFirstFailureReported, retryAfterMs } from '../../../../src/cloud/http/retry.ts';
import { jumpingClock } from '../../../support/jumping-clock.ts';

const calm = new AbortController().signal;
const error = (code: CloudErrorCode, retryAfter?: number): CloudError =>
  new CloudError(code, {
    request: 'GET /x',
    response: 'no',
    ...(retryAfter === undefined ? {} : { retryAfterMs: retryAfter }),
  });

describe('pauseMs', () => {
  it('doubles up to a bound, and lies between half of the step and all of it', () => {
    const most = [1, 2, 3, 4, 5, 6, 7, 100].map((failures) => backoffMs(failures, undefined, () => 0.999_999));
    expect(most.map(Math.round)).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
    expect(backoffMs(3, undefined, () => 0)).toBe(1000);
  });

  it('is what the service wishes, where it wishes', () => {
    expect(backoffMs(9, 42, () => 1)).toBe(42);
  });
});

describe('retryAfterMs', () => {
  const nowMs = Date.parse('2026-11-23T10:00:00Z');

  it.each([
    ['7', 7000],
    [' 7 ', 7000],
    ['0', undefined],
    ['00', undefined],
    ['007', 7000],
    ['Mon, 23 Nov 2026 10:00:20 GMT', 20_000],
    ['Mon, 23 Nov 2026 09:59:00 GMT', undefined],
    ['Mon, 23 Nov 2026 10:00:00 GMT', undefined],
    ['2026-11-23T10:00:20Z', undefined],
    ['23 Nov 2026 10:00:20 GMT (Mon, )', undefined],
    ['17', 17_000],
    ['1234567', 1_234_567_000],
    ['soon', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['99999999999', undefined],
    ['Mon, nonsense', undefined],
    [undefined, undefined],
  ])('reads %j', (header, ms) => {
    expect(retryAfterMs(header, nowMs)).toBe(ms);
  });
});

describe('a first failure', () => {
  it('is reported once, where the work is done again', async () => {
    const notices: string[] = [];
    const failures = [error('unreachable'), error('unavailable')];
    const work = withFirstFailureReported(
      (sentence) => notices.push(sentence),
      () => {
        const failure = failures.shift();
        return failure === undefined ? Promise.resolve('done') : Promise.reject(failure);
      },
    );
    await work().catch(() => undefined);
    expect(notices).toHaveLength(1);
    await work().catch(() => undefined);
    expect(await work()).toBe('done');
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/^No test was started yet, since a request failed: /u);
  });

  it.each([
    ['rejected', 0],
    ['unauthorized', 0],
    ['misconfigured', 1],
    ['late', 1],
  ] as const)('that is %s is reported %i times: a final one is told as the reason', async (code, times) => {
    const notices: string[] = [];
    const work = withFirstFailureReported(
      (sentence) => notices.push(sentence),
      () => Promise.reject(error(code)),
    );
    await work().catch(() => undefined);
    expect(notices).toHaveLength(times);
  });
});

describe('persist', () => {
  /** Fails with these, then succeeds; tells when each try was made, ms from the start. */
  const script = async (
    failures: readonly Error[],
    budgetMs: number,
  ): Promise<{ outcome: unknown; triesMs: readonly number[] }> => {
    const clock = jumpingClock(0);
    const left = [...failures];
    const triesMs: number[] = [];
    const outcome = await retryUntil({ clock, random: () => 1, budgetMs }, calm, () => {
      triesMs.push(clock.now());
      const failure = left.shift();
      return failure === undefined ? Promise.resolve('done') : Promise.reject(failure);
    }).catch((reason: unknown) => reason);
    return { outcome, triesMs };
  };

  it('goes on through what may pass', async () => {
    const passing = (['unavailable', 'unreachable', 'interrupted', 'late', 'malformed', 'rate-limited'] as const).map(
      (code) => error(code),
    );
    expect(await script(passing, 60_000)).toEqual({
      outcome: 'done',
      triesMs: [0, 500, 1500, 3500, 7500, 15_500, 30_500],
    });
  });

  it.each([
    'unauthorized',
    'forbidden',
    'not-found',
    'removed',
    'rejected',
    'redirected',
    'too-large',
    'start-uncertain',
  ] as const)('does not repeat after %s', async (code) => {
    const failure = error(code);
    expect(await script([failure], 60_000)).toEqual({ outcome: failure, triesMs: [0] });
  });

  it('ends soon where the settings of the runner are wrong', async () => {
    const failures = Array.from({ length: 20 }, () => error('misconfigured'));
    const { outcome, triesMs } = await script(failures, 300_000);
    expect(outcome).toBe(failures[4]);
    expect(triesMs).toEqual([0, 500, 1500, 3500, 7500]);
    expect((await script(failures.slice(0, 4), 300_000)).outcome).toBe('done');
  });

  it('counts as few tries only those of an error that is likely to stay', async () => {
    const mixed = [...Array.from({ length: 6 }, () => error('unavailable')), error('misconfigured')];
    expect((await script(mixed, 300_000)).outcome).toBe('done');
  });

  it('does not repeat after a fault of our own', async () => {
    const fault = new TypeError('x is not a function');
    expect(await script([fault], 60_000)).toEqual({ outcome: fault, triesMs: [0] });
  });

  it('begins the last try at the end of its budget, counted from the first failure', async () => {
    const failures = Array.from({ length: 20 }, () => error('unavailable'));
    const { outcome, triesMs } = await script(failures, 5000);
    expect(outcome).toBe(failures[4]);
    expect(triesMs).toEqual([0, 500, 1500, 3500, 5000]);
  });

  it('begins a try at the very end of its budget', async () => {
    const failures = Array.from({ length: 3 }, () => error('unavailable'));
    expect(await script(failures, 1500)).toEqual({ outcome: failures[2], triesMs: [0, 500, 1500] });
  });

  it.each([
    ['past its budget is granted as far as it reaches', 400_000, [0, 300_000]],
    ['at the end of its budget is granted', 300_000, [0, 300_000]],
    ['within its budget is granted', 200_000, [0, 200_000]],
  ])('a wish %s', async (_, retryAfter, triesMs) => {
    expect(await script([error('rate-limited', retryAfter)], 300_000)).toEqual({ outcome: 'done', triesMs });
  });

  it('makes one last try after a wish past its budget, and no more', async () => {
    const failures = [error('unavailable', 400_000), error('unavailable', 1), error('unavailable')];
    expect(await script(failures, 300_000)).toEqual({ outcome: failures[1], triesMs: [0, 300_000] });
  });

  it('ends with the first failure where there is no budget, also with pauses of nothing', async () => {
    const failures = Array.from({ length: 20 }, () => error('unavailable'));
    expect(await script(failures, 0)).toEqual({ outcome: failures[0], triesMs: [0] });
    let tries = 0;
    const options = { clock: jumpingClock(0), random: () => 0, budgetMs: 0, maxBackoffMs: 0 };
    const ended = retryUntil(options, calm, () => {
      tries += 1;
      return Promise.reject(tries > 9 ? new Error('it goes on') : error('unavailable'));
    });
    await expect(ended).rejects.toMatchObject({ code: 'unavailable' });
    expect(tries).toBe(1);
  });

  it('makes one last try where a timer ends a moment early', async () => {
    const clock = jumpingClock(0);
    const early = { ...clock, setTimer: (ms: number, done: () => void) => clock.setTimer(ms - 0.5, done) };
    let tries = 0;
    const ended = retryUntil({ clock: early, random: () => 1, budgetMs: 1400 }, calm, () => {
      tries += 1;
      return Promise.reject(error('unavailable'));
    });
    await expect(ended).rejects.toMatchObject({ code: 'unavailable' });
    expect(tries).toBe(3);
  });

  it.each(['unavailable', 'rejected'] as const)(
    'ends with the reason of its signal, also where the try was %s',
    async (code) => {
      const controller = new AbortController();
      const reason = new Error('cancelled');
      const going = retryUntil({ clock: jumpingClock(), random: () => 1, budgetMs: 1e9 }, controller.signal, () => {
        controller.abort(reason);
        return Promise.reject(error(code));
      });
      await expect(going).rejects.toBe(reason);
    },
  );
});
