/** When to poll next: the fixed interval, and the one that follows the run. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_INTERVAL_MS, autoInterval, fixedInterval } from '../../../src/poll/interval.ts';
import type { PollState } from '../../../src/poll/poll-state.ts';
import type { Phase } from '../../../src/test-run/test-run.ts';
import { aPendingRun } from '../../support/a-run.ts';
import { SINCE_MS, aPollState } from '../../support/a-poll-state.ts';

const PHASES: readonly Phase[] = [
  'created',
  'validated',
  'queued',
  'initializing',
  'running',
  'processing',
  'deciding',
  'unrecognised',
];
const auto = autoInterval(() => 0);
/** The interval of `auto` at `afterMs` after the phase was seen first. */
const intervalIn = (phase: Phase, afterMs: number, plannedMs?: number, sinceMs = SINCE_MS): number => {
  const run = aPendingRun({ phase, plannedMs });
  return auto(
    aPollState({ run, pollingSinceMs: sinceMs, phaseSinceMs: SINCE_MS, runningSinceMs: SINCE_MS }),
    SINCE_MS + afterMs,
  );
};

const anyPollState: fc.Arbitrary<{ pollState: PollState; nowMs: number }> = fc
  .record({
    phase: fc.constantFrom(...PHASES),
    plannedMs: fc.option(fc.integer({ min: 0, max: 30_000_000 }), { nil: undefined }),
    ageMs: fc.integer({ min: 0, max: 100_000_000 }),
    inPhase: fc.double({ min: 0, max: 1, noNaN: true }),
    began: fc.boolean(),
    failures: fc.integer({ min: 0, max: 2000 }),
    lasted: fc.array(fc.integer({ min: 0, max: 30_000_000 }), { maxLength: 20 }),
    abortChance: fc.constantFrom('possible', 'impossible', 'unknown'),
  })
  .map(({ phase, plannedMs, ageMs, inPhase, began, failures, lasted, abortChance }) => {
    const nowMs = SINCE_MS + ageMs;
    const phaseSinceMs = Math.round(nowMs - ageMs * inPhase);
    const run = aPendingRun({ phase, plannedMs, abortChance });
    const earlier = lasted.map((lastedMs) => ({ lastedMs, plannedMs }));
    const beganMs = began ? phaseSinceMs : undefined;
    return { pollState: aPollState({ run, phaseSinceMs, runningSinceMs: beganMs, failures, earlier }), nowMs };
  });

/** Edges of what a poller can know: no plan, no time at all, a plan of a moment, a failure. */
const KNOWN_POLL_STATES = [
  { pollState: aPollState({ run: aPendingRun({ phase: 'unrecognised', plannedMs: undefined }) }), nowMs: SINCE_MS },
  {
    pollState: aPollState({ run: aPendingRun({ phase: 'running', plannedMs: 0 }), runningSinceMs: SINCE_MS }),
    nowMs: SINCE_MS,
  },
  { pollState: aPollState({ run: aPendingRun({ phase: 'deciding' }), failures: 2000 }), nowMs: SINCE_MS + 1e8 },
];

describe('auto', () => {
  it('never polls twice within half a second, and never waits longer than a minute', () => {
    fc.assert(
      fc.property(anyPollState, fc.double({ min: 0, max: 0.999, noNaN: true }), ({ pollState, nowMs }, chance) => {
        const intervalMs = autoInterval(() => chance)(pollState, nowMs);
        const due = pollState.run.phase === 'processing' || pollState.run.phase === 'deciding';
        expect(intervalMs).toBeGreaterThanOrEqual(due && pollState.failures === 0 ? 250 : 750); // rounding to the beat
        expect(intervalMs).toBeLessThanOrEqual(MAX_INTERVAL_MS + 250);
      }),
      { examples: KNOWN_POLL_STATES.map((state) => [state, 0]) },
    );
  });

  it('leaves the service alone for as long as it asks, whatever else is known', () => {
    fc.assert(
      fc.property(anyPollState, fc.integer({ min: 0, max: 86_400_000 }), ({ pollState, nowMs }, retryAfterMs) => {
        const intervalMs = auto({ ...pollState, failures: 1, retryAfterMs }, nowMs);
        expect(intervalMs).toBeGreaterThanOrEqual(retryAfterMs);
        expect(intervalMs).toBeLessThanOrEqual(Math.max(1000, retryAfterMs) + 500);
      }),
      { examples: KNOWN_POLL_STATES.map((state) => [state, 86_400_000]) },
    );
  });

  it('falls on one tick, so that polls of several runs fall together', () => {
    fc.assert(
      fc.property(anyPollState, anyPollState, (one, other) => {
        const pace = autoInterval(() => 0.3);
        const wakes = [one, other].map(({ pollState, nowMs }) => nowMs + pace(pollState, nowMs));
        expect(wakes.map((wakeMs) => wakeMs % 500)).toEqual([150, 150]);
      }),
      { examples: KNOWN_POLL_STATES.map((state) => [state, state]) },
    );
  });

  it('moves a poll by no more than half a tick to meet the others', () => {
    const pace = autoInterval(() => 0.9); // the tick of this step is 450 ms past the half second
    const state = aPollState({ run: aPendingRun({ phase: 'queued', plannedMs: 3_600_000 }), failures: 3 });
    const wakes = [0, 100, 300, 400].map((ms) => ms + pace(state, SINCE_MS + ms));
    expect(wakes).toEqual([3950, 3950, 4450, 4450]);
  });

  it('polls soon after the start, then less often, since what fails at once fails in seconds', () => {
    expect([0, 2000, 8000, 40_000].map((afterMs) => intervalIn('created', afterMs))).toEqual([
      1000, 1000, 2000, 10_000,
    ]);
  });

  it.each([
    ['grows with the wait', 3_600_000, [1000, 5000, 30_000, 60_000, 60_000]],
    ['cannot sleep through the run after it', 30_000, [1000, 5000, 15_000, 15_000, 15_000]],
  ])('in a queue it %s', (_, plannedMs, pauses) => {
    expect([0, 10_000, 60_000, 600_000, 1_800_000].map((afterMs) => intervalIn('queued', afterMs, plannedMs))).toEqual(
      pauses,
    );
  });

  it.each([
    [30_000, 2500],
    [120_000, 5000],
    [600_000, 11_000],
    [3_600_000, 27_000],
  ])('in the middle of %d ms the interval is about %d ms', (plannedMs, aboutMs) => {
    const intervalMs = intervalIn('running', plannedMs / 2, plannedMs);
    expect(Math.abs(intervalMs - aboutMs)).toBeLessThanOrEqual(1000);
  });

  it('polls every 3 s where the end is likely: the last 31 s of the plan, which may hold the graceful stop', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30_000, max: 3_600_000 }), (plannedMs) => {
        const polls = [0];
        for (let atMs = 0; atMs < plannedMs + 20_000;) {
          atMs += intervalIn('running', atMs, plannedMs);
          polls.push(atMs);
        }
        const first = polls.find((atMs) => atMs >= plannedMs - 31_000) ?? Infinity;
        expect(first - (plannedMs - 31_000)).toBeLessThanOrEqual(3500);
        const frequent = polls.filter((atMs) => atMs >= first);
        frequent.slice(1).forEach((atMs, place) => {
          expect(atMs - (frequent[place] ?? 0)).toBeLessThanOrEqual(4500);
        });
      }),
      { examples: [[30_000], [31_000], [31_001], [3_600_000]] },
    );
  });

  it.each([
    ['possible', 3, 7],
    ['unknown', 9, 13],
    ['impossible', 20, 24],
  ] as const)(
    'where an abort by a threshold is %s, the middle of 10 minutes is polled every %d to %d s',
    (chance, from, to) => {
      const run = aPendingRun({ phase: 'running', plannedMs: 600_000, abortChance: chance });
      const state = aPollState({ run, runningSinceMs: SINCE_MS });
      const intervalMs = auto(state, SINCE_MS + 300_000);
      expect(intervalMs).toBeGreaterThanOrEqual(from * 1000);
      expect(intervalMs).toBeLessThanOrEqual(to * 1000);
      const nearEnd = auto(state, SINCE_MS + 590_000);
      expect(nearEnd).toBeLessThanOrEqual(3500); // whatever can abort it, it ends on plan
    },
  );

  describe('where earlier runs tell more than the plan', () => {
    const earlier = [200, 201, 199].map((s) => ({ lastedMs: s * 1000, plannedMs: 600_000 }));
    const intervalAt = (s: number, plannedMs?: number): number => {
      const run = aPendingRun({ phase: 'running', plannedMs });
      return auto(aPollState({ run, runningSinceMs: SINCE_MS, earlier }), SINCE_MS + s * 1000);
    };

    it.each([600_000, undefined])('(plan %p) it polls rarely up to the likely end, and often in it', (plannedMs) => {
      expect(intervalAt(100, plannedMs)).toBeGreaterThan(5000);
      expect(intervalAt(187, plannedMs)).toBeLessThanOrEqual(3000); // up to where it begins, and not past it
      for (const s of [190, 200, 210]) expect(intervalAt(s, plannedMs)).toBeLessThanOrEqual(2000);
      expect(intervalAt(212, plannedMs)).toBe(1500);
      expect(intervalAt(300, plannedMs)).toBeGreaterThan(10_000);
    });

    it.each([
      ['far from the first end', 100, 'unknown', 20_500],
      ['just before the first end', 949, 'unknown', 1000],
      ['where the first end begins, which one in five had', 950, 'unknown', 5500],
      ['in the first end', 1000, 'unknown', 5500],
      ['right after it', 1050, 'unknown', 20_500],
      ['in the last end', 2000, 'unknown', 3500],
      ['where the last end is over', 2100, 'unknown', 1500],
      ['far from the end, with scripts that can abort', 100, 'possible', 9000],
      ['far from the end, with scripts that cannot', 100, 'impossible', 20_500],
    ] as const)('%s (%d s), pauses fit the chance that it ends there', (_, s, abortChance, intervalMs) => {
      const two = [1000, 2000, 2000, 2000, 2000].map((lasts) => ({ lastedMs: lasts * 1000, plannedMs: undefined }));
      const run = aPendingRun({ phase: 'running', plannedMs: undefined, abortChance });
      const state = aPollState({ run, runningSinceMs: SINCE_MS, earlier: two });
      expect(auto(state, SINCE_MS + s * 1000)).toBe(intervalMs);
    });

    it('keeps to a plan that was kept', () => {
      const kept = earlier.map((one) => ({ ...one, plannedMs: 200_000 }));
      const run = aPendingRun({ phase: 'running', plannedMs: 200_000 });
      const state = aPollState({ run, runningSinceMs: SINCE_MS, earlier: kept });
      for (const s of [0, 50, 150, 180, 199, 210]) {
        const nowMs = SINCE_MS + s * 1000;
        expect(auto(state, nowMs)).toBe(auto({ ...state, earlier: [] }, nowMs));
      }
    });
  });

  it.each<readonly [string, number | undefined, readonly (readonly [afterMs: number, intervalMs: number])[]]>([
    [
      'without a plan, ever less',
      undefined,
      [
        [0, 1000],
        [1000, 1000],
        [60_000, 3500],
        [600_000, 11_000],
        [3_600_000, 27_000],
      ],
    ],
    [
      'in even steps up to the plan',
      120_000,
      [
        [0, 5000],
        [60_000, 5000],
        [119_000, 2000],
        [120_000, 1000],
      ],
    ],
    [
      'every 3 s from 30 s before the plan',
      600_000,
      [
        [569_000, 2000],
        [570_000, 3000],
        [571_000, 3000],
      ],
    ],
    [
      'past the plan, and less the longer',
      120_000,
      [
        [121_000, 1500],
        [130_000, 1500],
        [180_000, 7500],
        [600_000, 60_000],
      ],
    ],
  ])('polls a running run %s', (_, plannedMs, pauses) => {
    expect(pauses.map(([afterMs]) => [afterMs, intervalIn('running', afterMs, plannedMs)])).toEqual(pauses);
  });

  it('polls twice a second while the verdict is due, then less often', () => {
    expect([0, 4000, 16_000, 100_000].map((afterMs) => intervalIn('processing', afterMs))).toEqual([
      500, 500, 1000, 2500,
    ]);
    expect(intervalIn('deciding', 0)).toBe(500);
  });

  it('polls again soon after a lost response in a long interval, and spares a failing service', () => {
    const pollState = aPollState({ run: aPendingRun({ plannedMs: 3_600_000 }) });
    const pauses = [1, 2, 3, 4, 5, 50].map((failures) => auto({ ...pollState, failures }, SINCE_MS + 600_000));
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
  });
});

describe('a fixed interval', () => {
  it.each([
    [5000, 0, undefined, 5000],
    [1000, 3, undefined, 4000],
    [1000, 1000, undefined, 15_000],
    [60_000, 4, undefined, 60_000],
    [5000, 1, 30_000, 30_000],
    [5000, 1, 1000, 5000],
  ])(
    'of %d ms after %d failures, asked to wait for %p ms, is %d ms',
    (intervalMs, failures, retryAfterMs, expectedMs) => {
      expect(fixedInterval(intervalMs)(aPollState({ failures, retryAfterMs }), SINCE_MS)).toBe(expectedMs);
    },
  );
});
