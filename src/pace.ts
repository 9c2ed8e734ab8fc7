/** Pure: what is known of a run -> how long until the next look. */
import type { Standing } from './patience.ts';

/** How long to wait before the next look at a run, ms. */
export type Pace = (standing: Standing) => number;

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
