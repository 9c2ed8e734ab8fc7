/** Decides in main whether a run has to be stopped, and stops it; what fails is left to post. */
import { hasEnded } from '../cloud/stop.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Ports } from './ports.ts';
import type { RunMemory } from '../runner/memory.ts';
import type { PollResult } from '../test-run/test-run.ts';
import type { StopAttempt } from './stop-pending.ts';
import { stopPending } from './stop-pending.ts';
import type { StopOutcome } from '../test-run/wording.ts';

/** How long a stop may be tried when time ended; it comes on top of `timeout`, and the post step tries again. */
const STOP_BUDGET_MS = 7000;

/** What becomes of the run: one that has ended needs nothing, one we gave up on is stopped unless the user wants it left. */
export async function stopIfNeeded(
  { testId, pollResult }: { readonly testId: string | undefined; readonly pollResult: PollResult },
  { onTimeout }: Inputs,
  ports: Ports,
  signal: AbortSignal,
): Promise<StopOutcome | undefined> {
  const { memory } = ports;
  if (pollResult.kind === 'not-awaited') return undefined; // `main` lets go of it once every start has come through
  if (hasNothingToStop(pollResult)) {
    if (testId !== undefined) memory.leave(testId);
    return pollResult.kind === 'settled' || pollResult.kind === 'gave-up' ? undefined : 'already-over';
  }
  if (pollResult.kind === 'api-refused' && pollResult.problem === 'wrong-run') return undefined; // it is not ours
  if (testId === undefined) return pollResult.kind === 'api-refused' ? undefined : 'not-ours';
  if (memory.isLeft(testId)) return runIdOf(pollResult) === undefined ? 'start-left' : 'left';
  const left = memory.pending().find((one) => one.testId === testId);
  if (left === undefined) return undefined;
  // A start without an answer was searched for already, and post searches once more.
  if (pollResult.kind === 'not-started' && left.runId === undefined) return undefined;
  if (!signal.aborted && onTimeout === 'leave' && left.runId !== undefined && pollResult.kind !== 'started-twice') {
    memory.leave(testId);
    return 'left';
  }
  memory.mustStop(testId);
  return stopOutcomeOf(await stopPending(left, ports, STOP_BUDGET_MS, signal), testId, memory);
}

/** Its load has ended, whatever is still missing; a status of no known kind may be a run that goes on. */
function hasNothingToStop(pollResult: PollResult): boolean {
  const run = 'run' in pollResult ? pollResult.run : undefined;
  return run !== undefined && hasEnded(run) && !(run.state === 'settled' && run.ending.kind === 'unrecognised');
}

function runIdOf(pollResult: PollResult): string | undefined {
  return 'run' in pollResult ? pollResult.run?.id : undefined;
}

/** What could not be stopped, or not be found, stays in memory for post. */
function stopOutcomeOf(stopping: StopAttempt, testId: string, memory: RunMemory): StopOutcome | undefined {
  switch (stopping.kind) {
    case 'stopped':
    case 'already-over':
      memory.leave(testId);
      return stopping.kind;
    case 'stop-failed':
      return stopping.runId === undefined ? 'start-in-doubt' : stopping.kind;
    case 'nothing-found':
    case 'unclear':
      return undefined;
  }
}
