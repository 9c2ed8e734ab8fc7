/** When to look next: the fixed pace, and the one that follows the run. */
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
/** The pause that `auto` makes `afterMs` after the phase was seen first. */
const pauseIn = (phase: Phase, afterMs: number, plannedMs?: number, sinceMs = SINCE_MS): number => {
  const run = aPendingRun({ phase, plannedMs });
  return auto(
    aPollState({ run, pollingSinceMs: sinceMs, phaseSinceMs: SINCE_MS, runningSinceMs: SINCE_MS }),
    SINCE_MS + afterMs,
  );
};

const anyStanding: fc.Arbitrary<{ standing: PollState; nowMs: number }> = fc
  .record({
    phase: fc.constantFrom(...PHASES),
    plannedMs: fc.option(fc.integer({ min: 0, max: 30_000_000 }), { nil: undefined }),
    ageMs: fc.integer({ min: 0, max: 100_000_000 }),
    inPhase: fc.double({ min: 0, max: 1, noNaN: true }),
    began: fc.boolean(),
    failures: fc.integer({ min: 0, max: 2000 }),
  })
  .map(({ phase, plannedMs, ageMs, inPhase, began, failures }) => {
    const nowMs = SINCE_MS + ageMs;
    const phaseSinceMs = Math.round(nowMs - ageMs * inPhase);
    const run = aPendingRun({ phase, plannedMs });
    const beganMs = began ? phaseSinceMs : undefined;
    return { standing: aPollState({ run, phaseSinceMs, runningSinceMs: beganMs, failures }), nowMs };
  });

describe('auto', () => {
  it('never looks twice within half a second, and never sleeps past a minute', () => {
    fc.assert(
      fc.property(anyStanding, fc.double({ min: 0, max: 0.999, noNaN: true }), ({ standing, nowMs }, chance) => {
        const pauseMs = autoInterval(() => chance)(standing, nowMs);
        const due = standing.run.phase === 'processing' || standing.run.phase === 'deciding';
        expect(pauseMs).toBeGreaterThanOrEqual(due && standing.failures === 0 ? 250 : 750); // rounding to the beat
        expect(pauseMs).toBeLessThanOrEqual(MAX_INTERVAL_MS + 250);
      }),
    );
  });

  it('leaves the service alone for as long as it asks, whatever else is known', () => {
    fc.assert(
      fc.property(anyStanding, fc.integer({ min: 0, max: 86_400_000 }), ({ standing, nowMs }, retryAfterMs) => {
        const pauseMs = auto({ ...standing, failures: 1, retryAfterMs }, nowMs);
        expect(pauseMs).toBeGreaterThanOrEqual(retryAfterMs);
        expect(pauseMs).toBeLessThanOrEqual(Math.max(1000, retryAfterMs) + 500);
      }),
    );
  });

  it('falls on one beat, so that looks at several runs fall together', () => {
    fc.assert(
      fc.property(anyStanding, anyStanding, (one, other) => {
        const pace = autoInterval(() => 0.3);
        const wakes = [one, other].map(({ standing, nowMs }) => nowMs + pace(standing, nowMs));
        expect(wakes.map((wakeMs) => wakeMs % 500)).toEqual([150, 150]);
      }),
    );
  });

  it('looks soon after the start, then ever less, since what fails at once fails in seconds', () => {
    expect([0, 2000, 8000, 40_000].map((afterMs) => pauseIn('created', afterMs))).toEqual([1000, 1000, 2000, 10_000]);
  });

  it.each([
    ['grows with the wait', 3_600_000, [1000, 5000, 30_000, 60_000, 60_000]],
    ['cannot sleep through the run after it', 30_000, [1000, 5000, 15_000, 15_000, 15_000]],
  ])('in a queue it %s', (_, plannedMs, pauses) => {
    expect([0, 10_000, 60_000, 600_000, 1_800_000].map((afterMs) => pauseIn('queued', afterMs, plannedMs))).toEqual(
      pauses,
    );
  });

  it.each([
    [30_000, 2500],
    [120_000, 5000],
    [600_000, 11_000],
    [3_600_000, 27_000],
  ])('in the middle of %d ms it pauses for about %d ms', (plannedMs, aboutMs) => {
    const pauseMs = pauseIn('running', plannedMs / 2, plannedMs);
    expect(Math.abs(pauseMs - aboutMs)).toBeLessThanOrEqual(1000);
  });

  it('is there when the plan is over, and dense from then on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30_000, max: 3_600_000 }), (plannedMs) => {
        const looks = [0];
        for (let atMs = 0; atMs < plannedMs + 20_000;) {
          atMs += pauseIn('running', atMs, plannedMs);
          looks.push(atMs);
        }
        const first = looks.find((atMs) => atMs >= plannedMs) ?? Infinity;
        expect(first - plannedMs).toBeLessThanOrEqual(2000);
        const dense = looks.filter((atMs) => atMs >= first);
        dense.slice(1).forEach((atMs, place) => {
          expect(atMs - (dense[place] ?? 0)).toBeLessThanOrEqual(2500);
        });
      }),
    );
  });

  it.each<readonly [string, number | undefined, readonly (readonly [afterMs: number, pauseMs: number])[]]>([
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
      'past the plan, and less the longer',
      120_000,
      [
        [121_000, 1500],
        [130_000, 1500],
        [180_000, 7500],
        [600_000, 60_000],
      ],
    ],
  ])('looks at a running run %s', (_, plannedMs, pauses) => {
    expect(pauses.map(([afterMs]) => [afterMs, pauseIn('running', afterMs, plannedMs)])).toEqual(pauses);
  });

  it('looks twice a second while the verdict is due, and eases off', () => {
    expect([0, 4000, 16_000, 100_000].map((afterMs) => pauseIn('processing', afterMs))).toEqual([500, 500, 1000, 2500]);
    expect(pauseIn('deciding', 0)).toBe(500);
  });

  it('asks again soon for a lost answer in a long pause, and leaves a service in trouble alone', () => {
    const standing = aPollState({ run: aPendingRun({ plannedMs: 3_600_000 }) });
    const pauses = [1, 2, 3, 4, 5, 50].map((failures) => auto({ ...standing, failures }, SINCE_MS + 600_000));
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
  });
});

describe('a fixed pace', () => {
  it.each([
    [5000, 0, undefined, 5000],
    [1000, 3, undefined, 4000],
    [1000, 1000, undefined, 15_000],
    [60_000, 4, undefined, 60_000],
    [5000, 1, 30_000, 30_000],
    [5000, 1, 1000, 5000],
  ])('of %d ms after %d failures, asked to wait for %p ms, is %d ms', (intervalMs, failures, retryAfterMs, pauseMs) => {
    expect(fixedInterval(intervalMs)(aPollState({ failures, retryAfterMs }), SINCE_MS)).toBe(pauseMs);
  });
});
