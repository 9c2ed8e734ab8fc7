/** What a look teaches: above all, when the run began by our own clock. */
import { describe, expect, it } from '@jest/globals';
import { afterPoll, initialState, afterFailure } from '../../../src/poll/poll-state.ts';
import { aPendingRun } from '../../support/a-run.ts';

const created = aPendingRun({ phase: 'created' });

/** State of a poller that began at 0, saw `created` at 10 s, and saw the run running at 40 s. */
function seenRunning(ours: boolean, createdMs: number | undefined, startedMs: number | undefined): number | undefined {
  const before = afterPoll(initialState(created, 0, ours), created, 10_000);
  return afterPoll(before, aPendingRun({ createdMs, startedMs }), 40_000).runningSinceMs;
}

describe('when a run began', () => {
  it.each([
    ['ours: the time between its stamps counts from the start', true, 1_000_000, 1_023_000, 23_000],
    ['ours, stamps that cannot be: not after it was seen', true, 1_000_000, 1_900_000, 40_000],
    ['ours, stamps that cannot be: not before it was last seen waiting', true, 1_000_000, 1_001_000, 10_000],
    ['ours, no stamps: when it was seen', true, undefined, undefined, 40_000],
    ['ours, not told when it was created', true, undefined, 30_000, 30_000],
    ['ours, not told when it started: when it was seen', true, 1_000_000, undefined, 40_000],
    ["another's: its stamp counts", false, 5000, 30_000, 30_000],
    ["another's, a clock ahead of ours", false, 5000, 99_000, 40_000],
    ["another's, a clock behind ours", false, 5000, 1000, 10_000],
  ])('%s', (_, ours, createdMs, startedMs, beganMs) => {
    expect(seenRunning(ours, createdMs, startedMs)).toBe(beganMs);
  });

  it('may lie before the watching of a run that was running already', () => {
    expect(
      afterPoll(initialState(created, 50_000, false), aPendingRun({ startedMs: 20_000 }), 51_000).runningSinceMs,
    ).toBe(20_000);
  });

  it('is not changed by later looks', () => {
    const running = afterPoll(initialState(created, 0, true), aPendingRun({}), 30_000);
    expect(afterPoll(running, aPendingRun({ phase: 'processing' }), 90_000).runningSinceMs).toBe(
      running.runningSinceMs,
    );
  });
});

describe('the state of a poller', () => {
  it('counts the time of a phase from its first sight', () => {
    const first = afterPoll(initialState(created, 0, true), created, 5000);
    expect(first.phaseSinceMs).toBe(0);
    expect(afterPoll(first, aPendingRun({ phase: 'queued' }), 7000).phaseSinceMs).toBe(7000);
  });

  it('remembers that a run has run, even where it seems to queue again', () => {
    const running = afterPoll(initialState(created, 0, true), aPendingRun({}), 5000);
    expect(afterPoll(running, aPendingRun({ phase: 'queued' }), 6000).hasRun).toBe(true);
  });

  it('knows when a run was first seen over, and keeps to it where the status goes back', () => {
    const running = afterPoll(initialState(created, 0, true), aPendingRun({}), 5000);
    expect(running.endedSinceMs).toBeUndefined();
    const over = afterPoll(running, aPendingRun({ phase: 'processing' }), 9000);
    expect(over.endedSinceMs).toBe(9000);
    expect(afterPoll(over, aPendingRun({}), 10_000).endedSinceMs).toBe(9000);
    expect(afterPoll(over, aPendingRun({ phase: 'processing' }), 11_000).endedSinceMs).toBe(9000);
  });

  it('begins with nothing seen, but for a run that we started', () => {
    const nothing = { earlier: [], endedSinceMs: undefined, polledMs: undefined, runningSinceMs: undefined };
    const none = { ...nothing, hasRun: false, failures: 0, failingSinceMs: undefined, retryAfterMs: undefined };
    const since = { pollingSinceMs: 7000, phaseSinceMs: 7000 };
    expect(initialState(created, 7000, true)).toEqual({
      run: created,
      startedByUs: true,
      seen: true,
      ...since,
      ...none,
    });
    expect(initialState(created, 7000, false)).toMatchObject({ startedByUs: false, seen: false });
  });

  it('counts failures from the first, and forgets them with a success', () => {
    const failing = afterFailure(afterFailure(initialState(created, 0, true), undefined, 3000), 9000, 4000);
    expect(failing).toMatchObject({ failures: 2, failingSinceMs: 3000, retryAfterMs: 9000 });
    expect(afterPoll(failing, created, 5000)).toMatchObject({ failures: 0, failingSinceMs: undefined });
    expect(afterPoll(failing, created, 5000).retryAfterMs).toBeUndefined();
  });
});
