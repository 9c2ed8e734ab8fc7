/** When a run of v6 was in which status. */
import type { ListedTimes } from '../../test-run/earlier-durations.ts';
import type { Run, Status } from './schemas.ts';

/** The times of a run in a list. */
export function listedTimes(run: Timed & Pick<Run, 'ended' | 'estimated_duration'>): ListedTimes {
  return { ...timesOf(run), endedMs: run.ended, plannedMs: run.estimated_duration };
}

/** What the times of a run are read from. */
type Timed = Pick<Run, 'status_history' | 'status_details' | 'execution_duration'>;

/** Start in epoch ms and execution in ms. It begins with the status `running`; the service counts it in whole seconds, and not at all at first. */
export function timesOf(run: Timed): { startedMs: number | undefined; executedMs: number | undefined } {
  const entries = entriesOf(run);
  const began = entries.findIndex(({ type }) => type === 'running');
  const startedMs = entries[began]?.entered;
  if (run.execution_duration !== undefined && (run.execution_duration > 0 || began < 0)) {
    return { startedMs, executedMs: run.execution_duration };
  }
  const next = entries.slice(began + 1).find(({ type }) => type !== 'running')?.entered;
  const over = began < 0 || next === undefined || startedMs === undefined;
  return { startedMs, executedMs: over ? undefined : Math.max(0, next - startedMs) };
}

/** The history, and the present status for servers that keep no history. */
export function entriesOf({
  status_history: history,
  status_details: present,
}: Pick<Run, 'status_history' | 'status_details'>): readonly Status[] {
  return [...history, present].filter((entry) => entry !== undefined);
}
