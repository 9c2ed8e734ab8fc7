/** Pure: the state of a run -> how long until the next poll. */
import type { Random } from '../clock.ts';
import type { AbortChance } from '../test-run/test-run.ts';
import type { LikelyEnd } from './likely-end.ts';
import { GRACEFUL_STOP_MS, likelyEnds } from './likely-end.ts';
import type { PollState } from './poll-state.ts';

/** How long to wait before the next poll of a run, ms, from the instant given (epoch ms). */
export type PollInterval = (pollState: PollState, nowMs: number) => number;

/** The longest pause after a failed poll; a longer one would notice the end of an outage late. */
const MAX_BACKOFF_MS = 15_000;

/**
 * A fixed interval. After failures it grows, so that a failing service is left alone; the service's own wish counts
 * more than either.
 * @param intervalMs the pause between two polls
 */
export function fixedInterval(intervalMs: number): PollInterval {
  return ({ failures, retryAfterMs }) => {
    if (retryAfterMs !== undefined) return Math.max(retryAfterMs, intervalMs);
    const grown = intervalMs * 2 ** Math.min(Math.max(0, failures - 1), 10);
    return Math.max(intervalMs, Math.min(MAX_BACKOFF_MS, grown));
  };
}

/** Polls fall on a tick, so that polls of several runs coincide and can be merged into one request. */
const TICK_MS = 500;
/** Two polls of a run are no closer than this, unless its verdict is due. */
const MIN_INTERVAL_MS = 1000;
/** Two polls are no farther apart than this, so that the log shows progress even with a long time limit. */
export const MAX_INTERVAL_MS = 60_000;
/** Used if the planned duration is unknown. */
const UNPLANNED_MS = 60_000;

/**
 * The interval that follows the run: short where an end is likely, long elsewhere. Its numbers are measured by
 * `npm run bench`, see docs/internals/performance.md.
 * @param random draws the tick of this step, so that steps which start together do not poll together
 */
export function autoInterval(random: Random): PollInterval {
  const offsetMs = Math.floor(random() * TICK_MS);
  const onBeat = (ms: number, round: (beats: number) => number): number =>
    round((ms - offsetMs) / TICK_MS) * TICK_MS + offsetMs;
  return (pollState, nowMs) => {
    const { failures, retryAfterMs } = pollState;
    if (retryAfterMs !== undefined) return onBeat(nowMs + Math.max(retryAfterMs, MIN_INTERVAL_MS), Math.ceil) - nowMs;
    const wishMs = failures > 0 ? afterFailures(failures) : untilLikelyEnd(pollState, nowMs);
    return onBeat(nowMs + Math.min(wishMs, MAX_INTERVAL_MS), Math.round) - nowMs;
  };
}

/** After a lost response, poll again soon; leave a failing service alone. */
function afterFailures(failures: number): number {
  return Math.min(MAX_BACKOFF_MS, MIN_INTERVAL_MS * 2 ** Math.min(failures - 1, 10));
}

/**
 * The pause by phase. Where an end is equally likely at any time of a span, the best pause grows with the square root
 * of the span: half of it is the price in lateness, the number of polls is the price in requests.
 */
function untilLikelyEnd(pollState: PollState, nowMs: number): number {
  const { run, pollingSinceMs, phaseSinceMs } = pollState;
  const ageMs = nowMs - pollingSinceMs;
  switch (run.phase) {
    case 'created':
    case 'validated':
    case 'initializing':
    case 'unrecognised':
      // Quota and script errors show in the first seconds, and the less likely the longer nothing was seen of them.
      return Math.max(MIN_INTERVAL_MS, ageMs / 4);
    case 'queued':
      // Nothing ends here. Half of the planned time at most, so that a short run after it is not slept through.
      return Math.max(MIN_INTERVAL_MS, Math.min(ageMs / 2, (run.plannedMs ?? UNPLANNED_MS) / 2));
    case 'running':
      return whileRunning(pollState, nowMs);
    case 'processing':
    case 'deciding':
      // The verdict is due; mostly within seconds.
      return Math.max(TICK_MS, rootOf(nowMs - phaseSinceMs, 0.25));
  }
}

/**
 * How large the pauses are where no end is likely, as a factor of the square root of the span in seconds. Where the
 * service says whether a threshold can abort the run (v6), an early end is far more likely, or hardly possible.
 */
const FACTORS: Readonly<Record<AbortChance, number>> = { unknown: 0.45, possible: 0.2, impossible: 0.9 };

/** The same where earlier runs of the test ended. */
const LIKELY_FACTOR = 0.25;

function whileRunning(state: PollState, nowMs: number): number {
  const { run, runningSinceMs, phaseSinceMs, earlier } = state;
  const ranMs = nowMs - (runningSinceMs ?? phaseSinceMs);
  const { plannedMs } = run;
  const factor = FACTORS[run.abortChance ?? 'unknown'];
  const ends = likelyEnds(earlier, plannedMs);
  if (ends !== undefined) return byEarlierRuns(ends, ranMs, factor);
  if (plannedMs === undefined) return Math.max(MIN_INTERVAL_MS, rootOf(ranMs, 0.45));
  const restMs = plannedMs + MIN_INTERVAL_MS - ranMs;
  // Past its plan it is in its graceful stop. That it has ended is no verdict yet, so frequent polls are not needed.
  if (restMs < MIN_INTERVAL_MS) return overdue(MIN_INTERVAL_MS - restMs);
  // The plan may hold k6's graceful stop, which a run that ends by itself does not use: its end is likely from here on.
  if (restMs <= GRACEFUL_STOP_MS + MIN_INTERVAL_MS) return evenly(restMs, NEAR_END_MS);
  // Before that only a threshold can end it. Even steps, so that the last one ends where the likely end begins.
  return evenly(restMs - GRACEFUL_STOP_MS, rootOf(plannedMs, factor));
}

/** The pause where earlier runs tell more than the plan: even steps up to the next likely end, and small ones in it. */
function byEarlierRuns(ends: readonly LikelyEnd[], ranMs: number, factor: number): number {
  const last = ends.at(-1)?.toMs ?? 0;
  const next = ends.find(({ toMs }) => ranMs < toMs);
  if (next === undefined) return overdue(ranMs - last);
  // A test that does not keep its plan may end anywhere, so that polls are not as rare as a script without aborts allows.
  const rareMs = rootOf(last, Math.min(factor, FACTORS.unknown));
  if (ranMs < next.fromMs) return evenly(next.fromMs - ranMs, rareMs);
  return Math.max(MIN_INTERVAL_MS, Math.min(rareMs, rootOf((next.toMs - next.fromMs) / next.share, LIKELY_FACTOR)));
}

/** Past every likely end: the longer, the less likely it is to end just now. */
function overdue(overMs: number): number {
  return Math.max(1.5 * MIN_INTERVAL_MS, overMs / 8);
}

/** The interval while the end is likely. */
const NEAR_END_MS = 3000;

/** A span in even steps of about the given length. */
function evenly(spanMs: number, stepMs: number): number {
  return Math.max(MIN_INTERVAL_MS, spanMs / Math.max(1, Math.round(spanMs / stepMs)));
}

/** `share` times the square root of a span in seconds, ms. */
function rootOf(spanMs: number, share: number): number {
  return 1000 * share * Math.sqrt(Math.max(0, spanMs) / 1000);
}
