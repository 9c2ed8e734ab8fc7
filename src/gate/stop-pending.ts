/** Stops one run, by its id or after a search for it. Main and post share it. */
import type { Clock } from '../clock.ts';
import { toError, withTimeout } from '../clock.ts';
import type { RunStopper } from '../cloud/cloud.ts';
import type { PendingStart } from '../runner/memory.ts';

/** What came of it; all but `stop-failed` and `several-found` mean that nothing of ours goes on. */
export type StopAttempt =
  | { readonly kind: 'stopped' | 'already-over'; readonly runId: string }
  /** The start that left no answer made no run, as far as the list shows. */
  | { readonly kind: 'nothing-found' }
  /** More than one run may be ours: none is stopped. */
  | { readonly kind: 'several-found'; readonly runIds: readonly string[] }
  | { readonly kind: 'stop-failed'; readonly runId: string | undefined; readonly failure: string };

/**
 * Stops the run of a start within `budgetMs`, search included. Its own signal, since the one of the step has mostly
 * been aborted by now.
 */
export async function stopPending(
  left: PendingStart,
  stopper: RunStopper,
  clock: Clock,
  budgetMs: number,
): Promise<StopAttempt> {
  const late = (): Error => new Error(`no answer within ${budgetMs / 1000} s`);
  let runId = left.runId;
  try {
    return await withTimeout(clock, budgetMs, late, async (signal) => {
      if (runId === undefined) {
        const found = await stopper.find(left, signal);
        if (found.kind === 'none') return { kind: 'nothing-found' };
        if (found.kind === 'several') return { kind: 'several-found', runIds: found.runIds };
        runId = found.run.id;
      }
      const stopped = await stopper.stop(runId, budgetMs, signal);
      return { kind: stopped === 'stopping' ? 'stopped' : 'already-over', runId };
    });
  } catch (error) {
    const failure = toError(error).message;
    return { kind: 'stop-failed', runId, failure };
  }
}
