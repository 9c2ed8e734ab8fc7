/** Pure: how long earlier runs of a test lasted, from when they began to run. */
import type { RunFacts } from './test-run.ts';

/** How long one run lasted, and how long it was to last; ms. */
export interface EarlierDuration {
  readonly lastedMs: number;
  readonly plannedMs: number | undefined;
}

/** The times of a run in a list. */
export type ListedTimes = Pick<RunFacts, 'startedMs' | 'endedMs' | 'executedMs' | 'plannedMs'>;

/** More runs say nothing new. */
const MOST = 20;

/** The durations of the newest runs that ran and have ended, whichever way. */
export function earlierDurations(newestFirst: readonly ListedTimes[]): readonly EarlierDuration[] {
  return newestFirst.flatMap(durationOf).slice(0, MOST);
}

function durationOf({ startedMs, endedMs, executedMs, plannedMs }: ListedTimes): readonly EarlierDuration[] {
  if (endedMs === undefined) return [];
  const lastedMs = executedMs ?? (startedMs === undefined ? 0 : endedMs - startedMs);
  return lastedMs > 0 ? [{ lastedMs, plannedMs }] : [];
}
