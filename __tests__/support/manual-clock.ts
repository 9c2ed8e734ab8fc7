/** A clock that stands still until a test moves it. */
import type { Clock } from '../../src/clock.ts';

/** A clock and its hand. */
export interface ManualClock extends Clock {
  /** Moves on, ringing every alarm on the way, in order. */
  readonly advance: (byMs: number) => void;
}

interface Alarm {
  readonly atMs: number;
  readonly ring: () => void;
}

/** Starts at an instant of its own. */
export function manualClock(): ManualClock {
  let nowMs = 1_700_000_000_000;
  let alarms: readonly Alarm[] = [];
  return {
    now: () => nowMs,
    setTimer: (delayMs, ring) => {
      const alarm = { atMs: nowMs + Math.max(0, delayMs), ring };
      alarms = [...alarms, alarm];
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
    advance: (byMs) => {
      nowMs += byMs;
      const due = alarms.filter(({ atMs }) => atMs <= nowMs).sort((a, b) => a.atMs - b.atMs);
      alarms = alarms.filter(({ atMs }) => atMs > nowMs);
      due.forEach(({ ring }) => {
        ring();
      });
    },
  };
}
