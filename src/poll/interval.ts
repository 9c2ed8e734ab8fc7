/** Pure: what is known of a run -> how long until the next look. */
import type { Random } from '../clock.ts';
import type { Standing } from './poll-state.ts';

/** How long to wait before the next look at a run, ms, from the instant given (epoch ms). */
export type Pace = (standing: Standing, nowMs: number) => number;

/** The longest pause after a failed look; a longer one would notice the end of an outage late. */
const LONGEST_PAUSE_MS = 15_000;

/**
 * A fixed pace. After failures it grows, so that a service in trouble is left alone; the service's own wish counts
 * more than either.
 * @param intervalMs the pause between two looks
 */
export function fixedPace(intervalMs: number): Pace {
  return ({ failures, retryAfterMs }) => {
    if (retryAfterMs !== undefined) return Math.max(retryAfterMs, intervalMs);
    const grown = intervalMs * 2 ** Math.min(Math.max(0, failures - 1), 10);
    return Math.max(intervalMs, Math.min(LONGEST_PAUSE_MS, grown));
  };
}

/** Looks fall on a beat, so that those at several runs fall together and can be merged into one request. */
const BEAT_MS = 500;
/** No two looks at a run are closer than this, but for the moments in which its verdict is due. */
const FLOOR_MS = 1000;
/** Nor farther apart than this: patience of hours or not, a person at the log should see that something goes on. */
export const LONGEST_LOOK_MS = 60_000;
/** Where nothing was told of how long the run means to last. */
const UNPLANNED_MS = 60_000;

/**
 * The pace that follows the run: dense where an end is likely, sparse elsewhere. Its numbers are measured by
 * `npm run bench`, see docs/performance.md.
 * @param random draws the beat of this step, so that steps which began together do not ask together
 */
export function autoPace(random: Random): Pace {
  const offsetMs = Math.floor(random() * BEAT_MS);
  const onBeat = (ms: number, round: (beats: number) => number): number =>
    round((ms - offsetMs) / BEAT_MS) * BEAT_MS + offsetMs;
  return (standing, nowMs) => {
    const { failures, retryAfterMs } = standing;
    if (retryAfterMs !== undefined) return onBeat(nowMs + Math.max(retryAfterMs, FLOOR_MS), Math.ceil) - nowMs;
    const wishMs = failures > 0 ? afterFailures(failures) : untilLikely(standing, nowMs);
    return onBeat(nowMs + Math.min(wishMs, LONGEST_LOOK_MS), Math.round) - nowMs;
  };
}

/** A lost answer is asked for again soon, whatever the pace was; a service in trouble is left alone. */
function afterFailures(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FLOOR_MS * 2 ** Math.min(failures - 1, 10));
}

/**
 * The pause by phase. Where an end is equally likely at any time of a span, the best pause grows with the square root
 * of the span: half of it is the price in lateness, the number of looks is the price in requests.
 */
function untilLikely(standing: Standing, nowMs: number): number {
  const { run, sinceMs, phaseSinceMs } = standing;
  const ageMs = nowMs - sinceMs;
  switch (run.phase) {
    case 'created':
    case 'validated':
    case 'initializing':
    case 'unrecognised':
      // Quota and script errors show in the first seconds, and the less likely the longer nothing was seen of them.
      return Math.max(FLOOR_MS, ageMs / 4);
    case 'queued':
      // Nothing ends here. Half of the planned time at most, so that a short run after it is not slept through.
      return Math.max(FLOOR_MS, Math.min(ageMs / 2, (run.plannedMs ?? UNPLANNED_MS) / 2));
    case 'running':
      return running(standing, nowMs);
    case 'processing':
    case 'deciding':
      // The verdict is due; mostly within seconds.
      return Math.max(BEAT_MS, rootOf(nowMs - phaseSinceMs, 0.25));
  }
}

function running({ run, beganMs, phaseSinceMs }: Standing, nowMs: number): number {
  const ranMs = nowMs - (beganMs ?? phaseSinceMs);
  const { plannedMs } = run;
  if (plannedMs === undefined) return Math.max(FLOOR_MS, rootOf(ranMs, 0.45));
  const restMs = plannedMs + FLOOR_MS - ranMs;
  // Past its plan it is in its graceful stop. That it has ended is no verdict yet, so looks at this need not be dense.
  if (restMs < FLOOR_MS) return Math.max(1.5 * FLOOR_MS, (FLOOR_MS - restMs) / 8);
  // Before it only a threshold can end it. The steps are made even, so that the last one ends where the plan does.
  const steps = Math.max(1, Math.round(restMs / rootOf(plannedMs, 0.45)));
  return Math.max(FLOOR_MS, restMs / steps);
}

/** `share` times the square root of a span in seconds, ms. */
function rootOf(spanMs: number, share: number): number {
  return 1000 * share * Math.sqrt(Math.max(0, spanMs) / 1000);
}
