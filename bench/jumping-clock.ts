/** A virtual clock: hours pass in the time it takes to ask for them. */
import type { Clock } from '../src/clock.ts';

/**
 * A clock for one sleeper: whoever sleeps is woken at once, and time has jumped. Exact as long as nobody else sleeps,
 * which holds for one watcher and its one look.
 */
export function jumpingClock(startMs: number): Clock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    setTimer: (delayMs, ring, options) => {
      if (options?.keepsProcessAlive === false) return () => undefined; // a bound, no sleep
      let set = true;
      queueMicrotask(() => {
        if (!set) return;
        nowMs += Math.max(0, delayMs);
        ring();
      });
      return () => {
        set = false;
      };
    },
  };
}
