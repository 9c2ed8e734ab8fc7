/** Pure: the state of the poller between two polls, and how a poll changes it. */
import type { EarlierDuration } from '../test-run/earlier-durations.ts';
import type { PendingRun } from '../test-run/test-run.ts';
import { isRunningOrLater } from '../test-run/test-run.ts';

/** State of the poller between two polls; instants are epoch ms by this machine's clock. */
export interface PollState {
  readonly run: PendingRun;
  /** Whether we started it: then it was created just before `sinceMs`. */
  readonly startedByUs: boolean;
  /** When the polling of this run began. */
  readonly pollingSinceMs: number;
  /** When the present phase was first seen. */
  readonly phaseSinceMs: number;
  /** When it was first seen over, its metrics still in processing; a status that goes to and fro does not move it. */
  readonly endedSinceMs: number | undefined;
  /** When a poll last showed the run; `undefined` before the first one. */
  readonly polledMs: number | undefined;
  /** When it began to run, as far as that is known; `undefined` until it was seen running or later. */
  readonly runningSinceMs: number | undefined;
  /** Whether it was seen running or later: from then on it waits in no queue. */
  readonly hasRun: boolean;
  /** False until a first poll has succeeded; true from the start for a run that we started. */
  readonly seen: boolean;
  /** Failed polls since the last successful one. */
  readonly failures: number;
  /** When the first of those failed. */
  readonly failingSinceMs: number | undefined;
  /** How long the service asked to be left alone, ms. */
  readonly retryAfterMs: number | undefined;
  /** How long earlier runs of the same test lasted; empty where that is not known. */
  readonly earlier: readonly EarlierDuration[];
}

const NO_FAILURES = { failures: 0, failingSinceMs: undefined, retryAfterMs: undefined };

/** Before the first poll. */
export function initialState(run: PendingRun, nowMs: number, ours: boolean): PollState {
  const never = { endedSinceMs: undefined, polledMs: undefined, runningSinceMs: undefined, hasRun: false };
  const since = { pollingSinceMs: nowMs, phaseSinceMs: nowMs };
  return { run, startedByUs: ours, seen: ours, earlier: [], ...since, ...never, ...NO_FAILURES };
}

/** After a poll that showed the run. */
export function afterPoll(pollState: PollState, run: PendingRun, nowMs: number): PollState {
  const hasRun = pollState.hasRun || isRunningOrLater(run.phase);
  return {
    ...pollState,
    run,
    hasRun,
    seen: true,
    phaseSinceMs: run.phase === pollState.run.phase ? pollState.phaseSinceMs : nowMs,
    runningSinceMs: pollState.runningSinceMs ?? (hasRun ? runningSince(pollState, run, nowMs) : undefined),
    endedSinceMs: pollState.endedSinceMs ?? (run.phase === 'processing' ? nowMs : undefined),
    polledMs: nowMs,
    ...NO_FAILURES,
  };
}

/** After a failed poll. */
export function afterFailure(pollState: PollState, retryAfterMs: number | undefined, nowMs: number): PollState {
  const failingSinceMs = pollState.failingSinceMs ?? nowMs;
  return { ...pollState, failures: pollState.failures + 1, failingSinceMs, retryAfterMs };
}

/**
 * When the run began to run, by our clock. The service's clock may differ from ours, so of a run that we started only
 * the time between two of its stamps is taken; and it began between the last two polls, whatever the stamps say.
 */
function runningSince(
  { startedByUs, pollingSinceMs, polledMs }: PollState,
  { createdMs, startedMs }: PendingRun,
  nowMs: number,
): number {
  const earliestMs = polledMs ?? (startedByUs ? pollingSinceMs : -Infinity);
  const byOurs =
    startedByUs && createdMs !== undefined && startedMs !== undefined
      ? pollingSinceMs + startedMs - createdMs
      : undefined;
  const toldMs = byOurs ?? startedMs ?? nowMs;
  return Math.min(nowMs, Math.max(earliestMs, toldMs));
}
