/** A clock on which time passes in sleeps alone: a wait of minutes is over at once, and nothing depends on real time. */
import type { Clock } from '../../src/clock.ts';

/** Starts at a fixed instant; an alarm rings in the next turn of the event loop and takes the clock to its time. */
export function jumpingClock(startMs = Date.parse('2026-11-23T10:00:00Z')): Clock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    setTimer: (delayMs, ring, options) => {
      if (options?.keepsProcessAlive === false) return () => undefined; // a bound, no sleep
      const turn = setImmediate(() => {
        nowMs += Math.max(0, delayMs);
        ring();
      });
      return () => {
        clearImmediate(turn);
      };
    },
  };
}
