/** Decides in main whether a run has to be stopped, and stops it; what fails is left to post. */
import { Cancelled } from './cancelled.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Ports } from './ports.ts';
import type { RunMemory } from '../runner/memory.ts';
import type { PollResult } from '../test-run/test-run.ts';
import type { StopAttempt } from './stop-pending.ts';
import { stopPending } from './stop-pending.ts';
import type { StopOutcome } from '../test-run/wording.ts';

/** How long a stop may be tried when the workflow was cancelled: the runner kills 10 s after its first signal. */
const CANCEL_BUDGET_MS = 3500;
/** How long a stop may be tried after a time limit; the post step tries again. */
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
  // A start without an answer was searched for already, and post searches once more.
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
