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

/** The marks; none for a run that cannot be a baseline anyway, because it did not pass. */
export function marksOf(pollResult: PollResult, metrics: RunMetrics | undefined): readonly NoteMark[] {
  if (metrics === undefined || !couldBeBaseline(pollResult)) return [];
  return [
    ...(metrics.regressions.length > 0 ? (['regressed'] as const) : []),
    ...(metrics.unsound.length > 0 ? (['unsound'] as const) : []),
  ];
}
