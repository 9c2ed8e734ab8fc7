/** What a later comparison must know of a run: the marks that its note gets. */
import type { NoteMark } from './note-tail.ts';
import type { RunMetrics } from './run-metrics.ts';
import type { PollResult } from './test-run.ts';

/** The marks; none for a run that cannot be a baseline anyway, because it did not pass. */
export function marksOf(pollResult: PollResult, metrics: RunMetrics | undefined): readonly NoteMark[] {
  if (pollResult.kind !== 'settled' || metrics === undefined) return [];
  const { ending, result } = pollResult.run;
  if (ending.kind !== 'finished' || result !== 'passed') return [];
  return [
    ...(metrics.regressions.length > 0 ? (['regressed'] as const) : []),
    ...(metrics.unsound.length > 0 ? (['unsound'] as const) : []),
  ];
}
