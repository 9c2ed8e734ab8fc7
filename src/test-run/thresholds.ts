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
  return listed.some(isEvaluated) ? 'some' : 'not-evaluated';
}

/** A threshold without a single sample has no value, and k6 Cloud counts it as passed. */
function isEvaluated({ value, failed }: Threshold): boolean {
  return failed || value !== undefined;
}
