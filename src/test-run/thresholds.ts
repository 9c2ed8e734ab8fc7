/** What is known of the thresholds of a run: from the options of its script and from the list of its thresholds. */
import type { Threshold } from './metrics.ts';
import type { Thresholds } from './test-run.ts';

/**
 * The list decides, because it alone shows what was evaluated. A script that states thresholds beside an empty list has
 * thresholds that were not evaluated.
 * @param stated what the run itself shows
 * @param listed the list of thresholds; `undefined` if it could not be read
 */
export function thresholdsFrom(stated: Thresholds, listed: readonly Threshold[] | undefined): Thresholds {
  if (listed === undefined) return stated === 'none' ? 'none' : 'unreadable';
  if (listed.length === 0) return stated === 'stated' ? 'not-evaluated' : 'none';
  return listed.some((one) => stateOf(one) !== 'not-evaluated') ? 'some' : 'not-evaluated';
}

/** What is known of one threshold after its run. */
export type ThresholdState = 'met' | 'not-met' | 'not-evaluated';

/** The state of a threshold. One without a single sample has no value, and k6 Cloud counts it as passed. */
export function stateOf({ value, failed }: Threshold): ThresholdState {
  if (failed) return 'not-met';
  return value === undefined ? 'not-evaluated' : 'met';
}

/** How many thresholds are in each state. */
export function countStates(thresholds: readonly Threshold[]): Readonly<Record<ThresholdState, number>> {
  const count = (state: ThresholdState): number => thresholds.filter((one) => stateOf(one) === state).length;
  return { met: count('met'), 'not-met': count('not-met'), 'not-evaluated': count('not-evaluated') };
}
