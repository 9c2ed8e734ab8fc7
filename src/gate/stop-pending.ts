/** Stops one run that must not go on alone, by its id or by searching for it. */
import type { Clock } from '../clock.ts';
import { abortable, isAborted, toError, withDeadline } from '../clock.ts';
import type { RunStopper } from '../cloud/cloud.ts';
import type { PendingStart } from '../runner/memory.ts';

/** What came of it; all but `stop-failed` and `unclear` mean that nothing of ours goes on. */
export type StopAttempt =
  | { readonly kind: 'stopped' | 'already-over'; readonly runId: string }
  /** The start that left no answer made no run, as far as the list shows. */
  | { readonly kind: 'nothing-found' }
  /** More than one run may be ours: none is stopped. */
  | { readonly kind: 'unclear'; readonly runIds: readonly string[] }
  | { readonly kind: 'stop-failed'; readonly runId: string | undefined; readonly failure: string };

/** How long a stop may be tried when the workflow was cancelled: the runner kills 7.5 s after its first signal. */
const CANCEL_BUDGET_MS = 3500;
const CANCELLED_MEANWHILE = 'the workflow was cancelled meanwhile';

/**
 * Stops the run of a start within `budgetMs`, search included. Once the step's signal is aborted there is less time: a
 * stop under way is given up and sent anew at once, so that a pause between two tries does not use that time up.
 */
export async function stopPending(
  left: PendingStart,
  { cloud, clock }: { readonly cloud: RunStopper; readonly clock: Clock },
  budgetMs: number,
  signal: AbortSignal,
): Promise<StopAttempt> {
  let known = left;
  if (!signal.aborted) {
    const calm = await stopOnce(left, cloud, clock, { limitMs: budgetMs, signal });
    if (!isAborted(signal) || calm.kind !== 'stop-failed') return calm;
    known = { ...left, runId: calm.runId };
  }
  return stopOnce(known, cloud, clock, { limitMs: CANCEL_BUDGET_MS, signal: new AbortController().signal });
}

async function stopOnce(
  left: PendingStart,
  stopper: RunStopper,
  clock: Clock,
  bounds: { readonly limitMs: number; readonly signal: AbortSignal },
): Promise<StopAttempt> {
  const { limitMs } = bounds;
  const late = (): Error => new Error(`no answer within ${limitMs / 1000} s`);
  let runId = left.runId;
  const attempt = async (signal: AbortSignal): Promise<StopAttempt> => {
    if (runId === undefined) {
      const found = await stopper.find(left, signal);
      if (found.kind === 'none') return { kind: 'nothing-found' };
      if (found.kind === 'unclear') return { kind: 'unclear', runIds: found.runIds };
      runId = found.run.id;
    }
    const stopped = await stopper.stop(runId, limitMs, signal);
    return { kind: stopped === 'stopping' ? 'stopped' : 'already-over', runId };
  };
  try {
    return await withDeadline(clock, { limitMs, signal: bounds.signal }, late, (within) =>
      abortable(within, attempt(within)),
    );
  } catch (error) {
    const failure = bounds.signal.aborted ? CANCELLED_MEANWHILE : toError(error).message;
    return { kind: 'stop-failed', runId, failure };
  }
}
