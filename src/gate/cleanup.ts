/** The post step: stops what main could not; it never fails the job. */
import type { Clock } from '../clock.ts';
import type { RunStopper } from '../cloud/cloud.ts';
import { stopPending } from './stop-pending.ts';
import type { StopAttempt } from './stop-pending.ts';
import type { PendingStart } from '../runner/memory.ts';

/** GitHub ends a cancelled job after five minutes at most; the search for a lost start is the longest part. */
const BUDGET_MS = 60_000;

/** What post needs. */
export interface CleanupPorts {
  readonly stopper: RunStopper;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly warn: (sentence: string) => void;
}

/** Stops the runs that main has left, side by side, and says what came of each. */
export async function cleanUp(
  owed: readonly PendingStart[],
  { stopper, clock, log, warn }: CleanupPorts,
): Promise<void> {
  await Promise.all(
    owed.map(async (left) => {
      const stopping = await stopPending(left, stopper, clock, BUDGET_MS);
      const bad = stopping.kind === 'stop-failed' || stopping.kind === 'several-found';
      (bad ? warn : log)(told(left, stopping));
    }),
  );
}

function told({ testId }: PendingStart, stopping: StopAttempt): string {
  switch (stopping.kind) {
    case 'stopped':
      return `Run ${stopping.runId} of test ${testId} was left running, and has been told to stop.`;
    case 'already-over':
      return `Run ${stopping.runId} of test ${testId} was left running, and was over already.`;
    case 'nothing-found':
      return `The start of test ${testId} was never answered, and made no run.`;
    case 'several-found':
      return `The start of test ${testId} was never answered, and several runs may be its own: ${stopping.runIds.join(', ')}. None was stopped; look at them in k6 Cloud.`;
    case 'stop-failed':
      return `${stopping.runId === undefined ? `The run of test ${testId}` : `Run ${stopping.runId} of test ${testId}`} could not be stopped and may go on, costing VUh: ${stopping.failure}`;
  }
}
