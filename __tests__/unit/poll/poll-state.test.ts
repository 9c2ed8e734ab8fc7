/** What a look teaches: above all, when the run began by our own clock. */
import { describe, expect, it } from '@jest/globals';
import { advanced, begun, troubled } from '../../../src/poll/poll-state.ts';
import { aPendingRun } from '../../support/a-run.ts';

const created = aPendingRun({ phase: 'created' });

/** A standing that was watched from 0, saw `created` at 10 s, and saw the run running at 40 s. */
function seenRunning(ours: boolean, createdMs: number | undefined, startedMs: number | undefined): number | undefined {
  const before = advanced(begun(created, ours, 0), created, 10_000);
  return advanced(before, aPendingRun({ createdMs, startedMs }), 40_000).beganMs;
}

describe('when a run began', () => {
  it.each([
    ['ours: the time between its stamps counts from the start', true, 1_000_000, 1_023_000, 23_000],
    ['ours, stamps that cannot be: not after it was seen', true, 1_000_000, 1_900_000, 40_000],
    ['ours, stamps that cannot be: not before it was last seen waiting', true, 1_000_000, 1_001_000, 10_000],
    ['ours, no stamps: when it was seen', true, undefined, undefined, 40_000],
    ["another's: its stamp counts", false, 5000, 30_000, 30_000],
    ["another's, a clock ahead of ours", false, 5000, 99_000, 40_000],
    ["another's, a clock behind ours", false, 5000, 1000, 10_000],
  ])('%s', (_, ours, createdMs, startedMs, beganMs) => {
    expect(seenRunning(ours, createdMs, startedMs)).toBe(beganMs);
  });

  it('may lie before the watching of a run that was running already', () => {
    expect(advanced(begun(created, false, 50_000), aPendingRun({ startedMs: 20_000 }), 51_000).beganMs).toBe(20_000);
  });

  it('is not changed by later looks', () => {
    const running = advanced(begun(created, true, 0), aPendingRun({}), 30_000);
    expect(advanced(running, aPendingRun({ phase: 'processing' }), 90_000).beganMs).toBe(running.beganMs);
  });
});

describe('a standing', () => {
  it('counts the time of a phase from its first sight', () => {
    const first = advanced(begun(created, true, 0), created, 5000);
    expect(first.phaseSinceMs).toBe(0);
    expect(advanced(first, aPendingRun({ phase: 'queued' }), 7000).phaseSinceMs).toBe(7000);
  });

  it('remembers that a run has run, even where it seems to queue again', () => {
    const running = advanced(begun(created, true, 0), aPendingRun({}), 5000);
    expect(advanced(running, aPendingRun({ phase: 'queued' }), 6000).ran).toBe(true);
  });

  it('counts failures from the first, and forgets them with a success', () => {
    const failing = troubled(troubled(begun(created, true, 0), undefined, 3000), 9000, 4000);
    expect(failing).toMatchObject({ failures: 2, failingSinceMs: 3000, retryAfterMs: 9000 });
    expect(advanced(failing, created, 5000)).toMatchObject({ failures: 0, failingSinceMs: undefined });
    expect(advanced(failing, created, 5000).retryAfterMs).toBeUndefined();
  });
});
