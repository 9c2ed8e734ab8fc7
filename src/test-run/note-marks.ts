/** What a later comparison must know of a run: the marks that its note gets. */
import type { NoteMark } from './note-tail.ts';
import type { RunMetrics } from './run-metrics.ts';
import type { PollResult } from './test-run.ts';

/** Whether the run passed in k6 Cloud, or may still do so: any other one is never a baseline. */
export function couldBeBaseline(pollResult: PollResult): boolean {
  if (pollResult.kind !== 'settled') return true;
  const { ending, result } = pollResult.run;
  return ending.kind === 'finished' && result === 'passed';
}

/** What the marks depend on besides the run. */
export interface MarkOptions {
  /** There are rules that a run is held against. */
  readonly isCompared: boolean;
}

/**
 * The marks; none for a run that cannot be a baseline anyway, because it did not pass. A run that was to be compared, and
 * of which that could not be read or was cut short, is no level to hold another one against: nobody knows whether it is worse.
 */
export function marksOf(
  pollResult: PollResult,
  metrics: RunMetrics | undefined,
  { isCompared }: MarkOptions = { isCompared: false },
): readonly NoteMark[] {
  if (!couldBeBaseline(pollResult)) return [];
  const isCutShort = metrics === undefined && isCompared && pollResult.kind !== 'not-awaited';
  const isUnsound = isCutShort || metrics?.isComparisonUnread === true || (metrics?.unsound ?? []).length > 0;
  return [
    ...((metrics?.regressions ?? []).length > 0 ? (['regressed'] as const) : []),
    ...(isUnsound ? (['unsound'] as const) : []),
  ];
}
