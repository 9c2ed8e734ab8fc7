/** Stops one run that must not go on alone, by its id or by searching for it; main and post share it. */
import { Cancelled } from './cancelled.ts';
import type { Clock } from '../clock.ts';
import { withTimeout } from '../clock.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Ports } from './ports.ts';
import type { PendingStart, RunMemory } from '../runner/memory.ts';
import type { PollResult } from '../test-run/test-run.ts';
import type { StopOutcome } from '../test-run/wording.ts';

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
  cloud: Cloud,
  clock: Clock,
  budgetMs: number,
): Promise<StopAttempt> {
  const late = (): Error => new Error(`no answer within ${budgetMs / 1000} s`);
  let runId = left.runId;
  try {
    return await withTimeout(clock, budgetMs, late, async (signal) => {
      if (runId === undefined) {
        const found = await cloud.find(left, signal);
        if (found.kind === 'none') return { kind: 'nothing-found' };
        if (found.kind === 'several') return { kind: 'several-found', runIds: found.runIds };
        runId = found.run.id;
      }
      const stopped = await cloud.stop(runId, budgetMs, signal);
      return { kind: stopped === 'stopping' ? 'stopped' : 'already-over', runId };
    });
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { kind: 'stop-failed', runId, failure };
  }
}

/** How long a stop may be tried when the workflow was cancelled: the runner kills 10 s after its first signal. */
const CANCEL_BUDGET_MS = 3500;
/** How long a stop may be tried when patience ended; the post step tries again. */
const STOP_BUDGET_MS = 20_000;

/** What becomes of the run: a settled one needs nothing, one we gave up on is stopped unless the user wants it left. */
export async function stopIfNeeded(
  testId: string | undefined,
  watched: PollResult,
  { onTimeout, onCancel }: Inputs,
  { cloud, clock, memory }: Ports,
  signal: AbortSignal,
): Promise<StopOutcome | undefined> {
  if (watched.kind === 'not-awaited') return undefined; // `main` lets go of it once every start has come through
  if (watched.kind === 'settled' && watched.run.ending.kind !== 'unrecognised') {
    if (testId !== undefined) memory.forget(testId);
    return undefined;
  }
  if (testId === undefined) return watched.kind === 'api-refused' ? undefined : 'not-ours';
  const left = memory.pending().find((one) => one.testId === testId);
  if (left === undefined) return undefined;
  // A start without an answer was searched for already, and post looks once more.
  if (watched.kind === 'not-started' && left.runId === undefined) return undefined;
  const cancelled = signal.reason instanceof Cancelled;
  if (!signal.aborted || cancelled) {
    if ((cancelled ? onCancel : onTimeout) === 'leave' && left.runId !== undefined) {
      memory.forget(testId);
      return 'left';
    }
  }
  const stopping = await stopPending(left, cloud, clock, signal.aborted ? CANCEL_BUDGET_MS : STOP_BUDGET_MS);
  return stopOutcomeOf(stopping, testId, memory);
}

/** What could not be stopped, or not be found, stays in memory for post. */
function stopOutcomeOf(stopping: StopAttempt, testId: string, memory: RunMemory): StopOutcome | undefined {
  switch (stopping.kind) {
    case 'stopped':
    case 'already-over':
      memory.forget(testId);
      return stopping.kind;
    case 'stop-failed':
      return stopping.kind;
    case 'nothing-found':
    case 'several-found':
      return undefined;
  }
}
