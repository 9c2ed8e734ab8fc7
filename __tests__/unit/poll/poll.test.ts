/** The watcher under a clock that jumps: patience of each kind, outages, doubt, last looks and cancellation. */
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

const START_MS = 1_700_000_000_000;
const PATIENT = { timeoutMs: undefined, queueMs: undefined, processingMs: 300_000, outageMs: 300_000 };
const in_ = (phase: Phase): TestRun => aPendingRun({ phase });

interface Told {
  readonly watched: PollResult;
  /** When each look was made, ms after the start. */
  readonly looks: readonly number[];
  /** The runs that looks showed. */
  readonly shown: readonly TestRun[];
  readonly troubles: number;
  readonly endMs: number;
}

/** Watches at a pace of 5 s; `answers(look, atMs)` is what the look with that number (from 0) sees at that time. */
async function watched(
  answers: (look: number, atMs: number) => TestRun | CloudError,
  { ours = true, ...limits }: Partial<TimeLimits> & { ours?: boolean } = {},
  clock: Clock = jumpingClock(START_MS),
  signal: AbortSignal = new AbortController().signal,
): Promise<Told> {
  const looks: number[] = [];
  const shown: TestRun[] = [];
  let troubles = 0;
  const result = await poll(
    aPendingRun({ phase: 'created' }),
    {
      read: () => {
        const atMs = clock.now() - START_MS;
        looks.push(atMs);
        const answer = answers(looks.length - 1, atMs);
        return answer instanceof CloudError ? Promise.reject(answer) : Promise.resolve(answer);
      },
      clock,
      interval: fixedInterval(5000),
      limits: { ...PATIENT, ...limits },
      stepStartMs: START_MS,
      onPoll: (run) => shown.push(run),
      onPollError: () => (troubles += 1),
    },
    signal,
    ours,
  );
  return { watched: result, looks, shown, troubles, endMs: clock.now() - START_MS };
}

function failure(code: CloudErrorCode, retryAfterMs?: number): CloudError {
  return new CloudError(code, {
    request: 'GET /run',
    response: code,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

describe('watching', () => {
  it('looks at once, then at its pace, until the run is settled', async () => {
    const told = await watched((look) => (look < 3 ? in_('running') : aSettledRun({})));
    expect(told.watched.kind).toBe('settled');
    expect(told.looks).toEqual([0, 5000, 10_000, 15_000]);
    expect(told.shown.map(({ state }) => state)).toEqual(['pending', 'pending', 'pending', 'settled']);
  });

  it.each([
    ['timeout', 'running', { timeoutMs: 12_000 }, 12_000],
    ['queue-timeout', 'queued', { queueMs: 13_000 }, 13_000],
    ['processing-timeout', 'processing', { processingMs: 60_000 }, 60_000],
    ['result', 'deciding', {}, 30_000],
    ['result', 'deciding', { processingMs: 8000 }, 8000],
  ] as const)('gives up by %s on a run that stays %s, after one last look at the end', async (...row) => {
    const [limit, phase, limits, endMs] = row;
    const told = await watched(() => in_(phase), limits);
    expect(told.watched).toMatchObject({ kind: 'gave-up', limit });
    expect(told.endMs).toBe(endMs);
    expect(told.looks.at(-1)).toBe(endMs);
  });

  it('takes a verdict that the last look finds', async () => {
    const told = await watched((_, atMs) => (atMs < 12_000 ? in_('running') : aSettledRun({})), { timeoutMs: 12_000 });
    expect(told.watched.kind).toBe('settled');
  });

  describe('an aborted run without a result', () => {
    const ending = { kind: 'aborted', by: 'unknown' } as const;
    const undecided = aPendingRun({ phase: 'deciding', endedAs: ending });

    it('takes the result that comes within 10 s', async () => {
      const failed = aSettledRun({ ending: { kind: 'aborted', by: 'threshold' }, result: 'failed' });
      const told = await watched((look) => (look < 2 ? undecided : failed));
      expect(told.watched).toEqual({ kind: 'settled', run: failed });
      expect(told.endMs).toBe(10_000);
    });

    it('counts as aborted after 10 s, and is shown so', async () => {
      const told = await watched(() => undecided);
      expect(told.watched).toMatchObject({
        kind: 'settled',
        run: { state: 'settled', ending, metrics: 'not-awaited' },
      });
      expect(told.endMs).toBe(10_000);
      expect(told.shown.at(-1)?.state).toBe('settled');
    });

    it.each<readonly [string, CloudErrorCode, Partial<TimeLimits>, number]>([
      ['the time of the step ends', 'unavailable', { timeoutMs: 7000 }, 7000],
      ['the API refuses to show it', 'rejected', {}, 5000],
      ['the API fails for the rest of the time', 'unavailable', {}, 10_000],
      ['the API fails for longer than it may', 'unavailable', { outageMs: 2000 }, 7000],
    ])('counts as aborted where %s', async (_, code, limits, endMs) => {
      const told = await watched((look) => (look === 0 ? undecided : failure(code)), limits);
      expect(told.watched).toMatchObject({ kind: 'settled', run: { ending } });
      expect(told.endMs).toBe(endMs);
    });
  });

  it('counts no time in a queue against a run that has run', async () => {
    const told = await watched((look) => (look < 10 ? in_('running') : aSettledRun({})), { queueMs: 8000 });
    expect(told.watched.kind).toBe('settled');
  });

  it('outlasts an outage shorter than its limit, and takes the verdict', async () => {
    const told = await watched((_, atMs) =>
      atMs < 200_000 ? failure('unavailable') : aSettledRun({ result: 'failed' }),
    );
    expect(told.watched).toMatchObject({ kind: 'settled', run: { result: 'failed' } });
    expect(told.troubles).toBe(told.looks.length - 1);
  });

  it.each(['unavailable', 'unreachable', 'interrupted', 'late', 'malformed', 'rate-limited'] as const)(
    'gives up where the API stays %s, just when the patience for it ends',
    async (code) => {
      const told = await watched(() => failure(code), { outageMs: 100_000 });
      expect(told.watched.kind).toBe('api-unreachable');
      expect(told.endMs).toBe(100_000);
    },
  );

  it('ends soon where the settings of the runner are wrong and the run was never seen', async () => {
    const wrong = failure('misconfigured');
    const { watched: result, looks } = await watched(() => wrong, { ours: false });
    expect(result).toMatchObject({ kind: 'api-unreachable' });
    expect(looks).toHaveLength(5);
    const ours = await watched((look) => (look < 20 ? wrong : aSettledRun({})));
    expect(ours.watched).toMatchObject({ kind: 'settled' });
  });

  it('begins to count anew after an answer in between', async () => {
    const told = await watched((look) => (look % 4 === 3 ? in_('running') : failure('late')), {
      outageMs: 40_000,
      timeoutMs: 600_000,
    });
    expect(told.watched).toMatchObject({ kind: 'gave-up', limit: 'timeout' });
  });

  it.each(['unauthorized', 'forbidden', 'not-found', 'removed'] as const)(
    'doubts that a run of ours is %s, and believes it after half a minute',
    async (code) => {
      const told = await watched(() => failure(code));
      expect(told.watched.kind).toBe('api-refused');
      expect(told.endMs).toBeGreaterThanOrEqual(30_000);
      expect(told.endMs).toBeLessThan(60_000);
      const foreign = await watched(() => failure(code), { ours: false });
      expect(foreign.watched.kind).toBe('api-refused');
      expect(foreign.looks).toHaveLength(1);
    },
  );

  it('doubts a denial of a run of others too, once it was seen', async () => {
    const told = await watched((look) => (look === 0 ? in_('running') : failure('not-found')), { ours: false });
    expect(told.watched.kind).toBe('api-refused');
    expect(told.looks.length).toBeGreaterThan(2);
  });

  it.each(['rejected', 'redirected', 'too-large'] as const)('believes %s at once', async (code) => {
    const told = await watched(() => failure(code));
    expect(told.looks).toHaveLength(1);
    expect(told.watched.kind).toBe('api-refused');
  });

  it('leaves the service alone for as long as it asks, up to the end of patience', async () => {
    const asked = await watched((look) => (look === 0 ? failure('rate-limited', 42_000) : aSettledRun({})));
    expect(asked.looks).toEqual([0, 42_000]);
    const tooLong = await watched(() => failure('rate-limited', 3_600_000), { timeoutMs: 20_000 });
    expect(tooLong.watched).toMatchObject({ kind: 'gave-up', limit: 'timeout' });
    expect(tooLong.endMs).toBe(20_000);
  });

  it('lets a fault of our own through', async () => {
    const fault = new TypeError('a bug');
    await expect(
      watched(() => {
        throw fault;
      }),
    ).rejects.toBe(fault);
  });
});

describe('cancellation', () => {
  const still: Clock = { now: () => START_MS, setTimer: () => () => undefined };

  it('ends the longest pause at once', async () => {
    const cancelling = new AbortController();
    const told = watched(() => in_('running'), {}, still, cancelling.signal);
    setImmediate(() => {
      cancelling.abort(new Error('cancelled'));
    });
    expect((await told).watched).toMatchObject({ kind: 'cancelled', run: { phase: 'running' } });
  });

  it('is not mistaken for a failed look', async () => {
    const cancelling = new AbortController();
    const told = await watched(
      () => {
        cancelling.abort(new Error('cancelled'));
        return failure('interrupted');
      },
      {},
      still,
      cancelling.signal,
    );
    expect(told.watched.kind).toBe('cancelled');
    expect(told.troubles).toBe(0);
  });
});
