/** The time that a step spends on metrics which do not come and decide nothing: one budget for all its runs. */
import type { Clock } from '../clock.ts';

/** For all runs that end at about the same time; the end of the step waits no longer than this. */
const STEP_BUDGET_MS = 30_000;
/** After this long without a charge the budget is full again: runs that end hours apart do not share it. */
const REFILL_MS = 60_000;

/** The budget of one step. */
export interface MetricsBudget {
  /** What is left, ms. */
  readonly leftMs: () => number;
  /**
   * Charges the time from `sinceMs` until the last miss of a run; time that several runs spend side by side is charged
   * once. Complete metrics are free: those of fifty runs take longer than the budget and cost nobody anything.
   */
  readonly charge: (sinceMs: number, untilMs: number) => void;
}

/** A full budget. */
export function metricsBudget({ now }: Pick<Clock, 'now'>): MetricsBudget {
  let spentMs = 0;
  let chargedUntilMs = -Infinity;
  return {
    leftMs: () => {
      if (now() > chargedUntilMs + REFILL_MS) spentMs = 0;
      return Math.max(0, STEP_BUDGET_MS - spentMs);
    },
    charge: (sinceMs, untilMs) => {
      spentMs += Math.max(0, untilMs - Math.max(sinceMs, chargedUntilMs));
      chargedUntilMs = Math.max(chargedUntilMs, untilMs);
    },
  };
}
