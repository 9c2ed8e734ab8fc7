/** The poller under a clock that jumps: each time limit, outages, doubt, last polls and cancellation. */
import { describe, expect, it } from '@jest/globals';
import { jumpingClock } from '../../../bench/jumping-clock.ts';
import type { Clock } from '../../../src/clock.ts';
import type { CloudErrorCode } from '../../../src/cloud/errors.ts';
import { CloudError } from '../../../src/cloud/errors.ts';
import type { TimeLimits } from '../../../src/inputs/inputs.ts';
import { fixedInterval } from '../../../src/poll/interval.ts';
import type { Phase, TestRun, PollResult } from '../../../src/test-run/test-run.ts';
import { poll } from '../../../src/poll/poll.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { manualClock } from '../../support/manual-clock.ts';

const START_MS = 1_700_000_000_000;
const PATIENT = { timeoutMs: undefined, queueMs: undefined, processingMs: 300_000, outageMs: 300_000 };
const noop = (): void => undefined;
const in_ = (phase: Phase): TestRun => aPendingRun({ phase });

interface Polled {
  readonly result: PollResult;
  /** When each attempt was made, ms after the start. */
  readonly polls: readonly number[];
  /** The runs that polls showed. */
  readonly shown: readonly TestRun[];
  readonly failures: number;
  readonly endMs: number;
}

/** Polls every 5 s; `answers(attempt, atMs)` is what the attempt with that number (from 0) sees at that time. */
async function pollWith(
  answers: (attempt: number, atMs: number) => TestRun | CloudError,
  { ours = true, ...limits }: Partial<TimeLimits> & { ours?: boolean } = {},
  clock: Clock = jumpingClock(START_MS),
  signal: AbortSignal = new AbortController().signal,
): Promise<Polled> {
  const polls: number[] = [];
  const shown: TestRun[] = [];
  let failures = 0;
  const result = await poll(
    aPendingRun({ phase: 'created' }),
    {
      read: () => {
        const atMs = clock.now() - START_MS;
        polls.push(atMs);
        const answer = answers(polls.length - 1, atMs);
        return answer instanceof CloudError ? Promise.reject(answer) : Promise.resolve(answer);
      },
      clock,
      interval: fixedInterval(5000),
      limits: { ...PATIENT, ...limits },
      stepStartMs: START_MS,
      onPoll: (run) => shown.push(run),
      onPollError: () => (failures += 1),
    },
    signal,
    ours,
  );
  return { result, polls, shown, failures, endMs: clock.now() - START_MS };
}

function failure(code: CloudErrorCode, retryAfterMs?: number): CloudError {
  return new CloudError(code, {
    request: 'GET /run',
    response: code,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

describe('poll', () => {
  it('polls at once, then at its interval, until the run is settled', async () => {
    const ended = await pollWith((attempt) => (attempt < 3 ? in_('running') : aSettledRun({})));
    expect(ended.result.kind).toBe('settled');
    expect(ended.polls).toEqual([0, 5000, 10_000, 15_000]);
    expect(ended.shown.map(({ state }) => state)).toEqual(['pending', 'pending', 'pending', 'settled']);
  });

  it.each([
    ['timeout', 'running', { timeoutMs: 12_000 }, 12_000],
    ['queue-timeout', 'queued', { queueMs: 13_000 }, 13_000],
    ['processing-timeout', 'processing', { processingMs: 60_000 }, 60_000],
    ['result', 'deciding', {}, 30_000],
    ['result', 'deciding', { processingMs: 8000 }, 8000],
  ] as const)('gives up by %s on a run that stays %s, after one last attempt at the end', async (...row) => {
    const [limit, phase, limits, endMs] = row;
    const ended = await pollWith(() => in_(phase), limits);
    expect(ended.result).toMatchObject({ kind: 'gave-up', limit });
    expect(ended.endMs).toBe(endMs);
    expect(ended.polls.at(-1)).toBe(endMs);
  });

  it('takes a verdict that the last attempt finds', async () => {
    const ended = await pollWith((_, atMs) => (atMs < 12_000 ? in_('running') : aSettledRun({})), {
      timeoutMs: 12_000,
    });
    expect(ended.result.kind).toBe('settled');
  });

  describe('an aborted run without a result', () => {
    const ending = { kind: 'aborted', by: 'unknown' } as const;
    const undecided = aPendingRun({ phase: 'deciding', endedAs: ending });

    it('takes the result that comes within 10 s', async () => {
      const failed = aSettledRun({ ending: { kind: 'aborted', by: 'threshold' }, result: 'failed' });
      const ended = await pollWith((attempt) => (attempt < 2 ? undecided : failed));
      expect(ended.result).toEqual({ kind: 'settled', run: failed });
      expect(ended.endMs).toBe(10_000);
    });

    it('counts as aborted after 10 s, and is shown so', async () => {
      const ended = await pollWith(() => undecided);
      expect(ended.result).toMatchObject({
        kind: 'settled',
        run: { state: 'settled', ending, metrics: 'not-awaited' },
      });
      expect(ended.endMs).toBe(10_000);
      expect(ended.shown.at(-1)?.state).toBe('settled');
    });

    it.each<readonly [string, CloudErrorCode, Partial<TimeLimits>, number]>([
      ['the time of the step ends', 'unavailable', { timeoutMs: 7000 }, 7000],
      ['the API refuses to show it', 'rejected', {}, 5000],
      ['the API fails for the rest of the time', 'unavailable', {}, 10_000],
      ['the API fails for longer than it may', 'unavailable', { outageMs: 2000 }, 7000],
    ])('counts as aborted where %s', async (_, code, limits, endMs) => {
      const ended = await pollWith((attempt) => (attempt === 0 ? undecided : failure(code)), limits);
      expect(ended.result).toMatchObject({ kind: 'settled', run: { ending } });
      expect(ended.endMs).toBe(endMs);
    });
  });

  it('counts no time in a queue against a run that has run', async () => {
    const ended = await pollWith((attempt) => (attempt < 10 ? in_('running') : aSettledRun({})), { queueMs: 8000 });
    expect(ended.result.kind).toBe('settled');
  });

  it('outlasts an outage shorter than its limit, and takes the verdict', async () => {
    const ended = await pollWith((_, atMs) =>
      atMs < 200_000 ? failure('unavailable') : aSettledRun({ result: 'failed' }),
    );
    expect(ended.result).toMatchObject({ kind: 'settled', run: { result: 'failed' } });
    expect(ended.failures).toBe(ended.polls.length - 1);
  });

  it.each(['unavailable', 'unreachable', 'interrupted', 'late', 'malformed', 'rate-limited'] as const)(
    'gives up where the API stays %s, just when the time limit for it ends',
    async (code) => {
      const ended = await pollWith(() => failure(code), { outageMs: 100_000 });
      expect(ended.result.kind).toBe('api-unreachable');
      expect(ended.endMs).toBe(100_000);
    },
  );

  it('ends soon where the settings of the runner are wrong and the run was never seen', async () => {
    const wrong = failure('misconfigured');
    const { result, polls } = await pollWith(() => wrong, { ours: false });
    expect(result).toMatchObject({ kind: 'api-unreachable' });
    expect(polls).toHaveLength(5);
    const late = await pollWith((attempt) => (attempt < 20 ? failure('late') : aSettledRun({})), { ours: false });
    expect(late.result).toMatchObject({ kind: 'settled' });
    const ours = await pollWith((attempt) => (attempt < 20 ? wrong : aSettledRun({})));
    expect(ours.result).toMatchObject({ kind: 'settled' });
  });

  it('begins to count anew after an answer in between', async () => {
    const ended = await pollWith((attempt) => (attempt % 4 === 3 ? in_('running') : failure('late')), {
      outageMs: 40_000,
      timeoutMs: 600_000,
    });
    expect(ended.result).toMatchObject({ kind: 'gave-up', limit: 'timeout' });
  });

  it.each(['unauthorized', 'forbidden', 'not-found', 'removed'] as const)(
    'doubts that a run of ours is %s, and believes it after half a minute',
    async (code) => {
      const ended = await pollWith(() => failure(code));
      expect(ended.result.kind).toBe('api-refused');
      expect(ended.endMs).toBeGreaterThanOrEqual(30_000);
      expect(ended.endMs).toBeLessThan(60_000);
      const foreign = await pollWith(() => failure(code), { ours: false });
      expect(foreign.result.kind).toBe('api-refused');
      expect(foreign.polls).toHaveLength(1);
    },
  );

  it('doubts a denial of a run of others too, once it was seen', async () => {
    const ended = await pollWith((attempt) => (attempt === 0 ? in_('running') : failure('not-found')), { ours: false });
    expect(ended.result.kind).toBe('api-refused');
    expect(ended.polls.length).toBeGreaterThan(2);
  });

  it.each(['rejected', 'redirected', 'too-large'] as const)('believes %s at once', async (code) => {
    const ended = await pollWith(() => failure(code));
    expect(ended.polls).toHaveLength(1);
    expect(ended.result.kind).toBe('api-refused');
  });

  it('leaves the service alone for as long as it asks, up to its time limit', async () => {
    const asked = await pollWith((attempt) => (attempt === 0 ? failure('rate-limited', 42_000) : aSettledRun({})));
    expect(asked.polls).toEqual([0, 42_000]);
    const tooLong = await pollWith(() => failure('rate-limited', 3_600_000), { timeoutMs: 20_000 });
    expect(tooLong.result).toMatchObject({ kind: 'gave-up', limit: 'timeout' });
    expect(tooLong.endMs).toBe(20_000);
  });

  it('lets a fault of our own through', async () => {
    const fault = new TypeError('a bug');
    await expect(
      pollWith(() => {
        throw fault;
      }),
    ).rejects.toBe(fault);
  });
});

describe('a poll that is not answered', () => {
  it('is given up 5 s after the end of the time limit, and not at the end of its request', async () => {
    const clock = manualClock();
    const limits = { timeoutMs: 10_000, queueMs: undefined, processingMs: 60_000, outageMs: 60_000 };
    const reasons: unknown[] = [];
    const read = (_: string, signal: AbortSignal): Promise<TestRun> =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reasons.push(signal.reason);
          reject(signal.reason as Error);
        });
      });
    const ports = {
      read,
      clock,
      interval: () => 1000,
      limits,
      stepStartMs: clock.now(),
      onPoll: noop,
      onPollError: noop,
    };
    let result: unknown;
    void poll(aPendingRun({}), ports, new AbortController().signal, true).then((ended) => {
      result = ended;
    });
    clock.advance(14_999);
    expect(reasons).toEqual([]);
    clock.advance(1);
    await new Promise(setImmediate);
    expect(reasons).toHaveLength(1);
    expect(result).toMatchObject({ kind: 'gave-up', limit: 'timeout', limitMs: 10_000 });
  });
});

describe('cancellation', () => {
  const still: Clock = { now: () => START_MS, setTimer: () => () => undefined };

  it('ends the longest pause at once', async () => {
    const cancelling = new AbortController();
    const ended = pollWith(() => in_('running'), {}, still, cancelling.signal);
    setImmediate(() => {
      cancelling.abort(new Error('cancelled'));
    });
    expect((await ended).result).toMatchObject({ kind: 'cancelled', run: { phase: 'running' } });
  });

  it('is not mistaken for a failed attempt', async () => {
    const cancelling = new AbortController();
    const ended = await pollWith(
      () => {
        cancelling.abort(new Error('cancelled'));
        return failure('interrupted');
      },
      {},
      still,
      cancelling.signal,
    );
    expect(ended.result.kind).toBe('cancelled');
    expect(ended.failures).toBe(0);
  });
});
