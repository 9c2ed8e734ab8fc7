/** Looks for a second run of ours after a start in doubt: one that a lost try made beside the run that we know. */
import pLimit from 'p-limit';
import type { TestRun } from '../test-run/test-run.ts';
import type { AdapterPorts, SecondRuns, StartDoubt, StartIntent } from './cloud.ts';
import { CloudError } from './errors.ts';
import { retryUntil } from './http/retry.ts';
import type { NewRunDetector } from './new-runs.ts';
import { CLOCK_DOUBT_MS, oldestFirst } from './new-runs.ts';

/** A try may make its run this long after it was sent. */
export const LATE_MS = 120_000;
/** How long the list may be unreadable. */
const BUDGET_MS = 30_000;
/** So many new runs are read, those next to our own first; no start has more of them beside it. */
const MAX_READ = 50;
const READS_AT_A_TIME = 5;

/**
 * The new runs of the test, as a read of each shows it, beside `own`: those that a try of ours may have made, and others.
 * A run counts as ours if it was created between the first try and 120 s after the last, by the service's clock, and no
 * other workflow run has written its tail on the note. That clock is read off `own`, which one of the tries made; where
 * a stamp is missing, the run counts as ours.
 * @throws CloudError where the list stays unreadable
 */
export async function secondRuns(
  ports: AdapterPorts,
  detector: NewRunDetector,
  { intent, own, doubt }: { readonly intent: StartIntent; readonly own: TestRun; readonly doubt: StartDoubt },
  signal: AbortSignal,
): Promise<SecondRuns> {
  const budgetMs = Math.min(BUDGET_MS, ports.outageMs);
  const newIds = await retryUntil({ ...ports, budgetMs }, signal, () => detector.newRunIds(intent, signal));
  const ids = nearestFirst(
    newIds.filter((runId) => runId !== own.id),
    own.id,
  );
  const limited = pLimit(READS_AT_A_TIME);
  const read = await Promise.all(
    ids.slice(0, MAX_READ).map((runId) => limited(() => readOrUnknown(runId, detector, signal))),
  );
  const runs = read.filter(({ testId = intent.testId }) => testId === intent.testId);
  const isOurs = (run: TestRun): boolean => isWithin(run, own, doubt) && !isOfAnother(run, own);
  return {
    ours: runs.filter(isOurs),
    others: oldestFirst(runs.filter((run) => !isOurs(run)).map(({ id }) => id)),
  };
}

/** Runs that were made one after the other have ids next to each other. */
function nearestFirst(runIds: readonly string[], ownId: string): readonly string[] {
  const distance = (runId: string): number => Math.abs(Number(runId) - Number(ownId));
  return [...runIds].sort((a, b) => distance(a) - distance(b));
}

/** Another workflow run follows it: a try of ours writes no note before its run is known. */
function isOfAnother({ origin }: TestRun, own: TestRun): boolean {
  return origin?.workflowRun !== undefined && origin.workflowRun !== own.origin?.workflowRun;
}

function isWithin(run: TestRun, own: TestRun, { firstTryMs, lastTryMs }: StartDoubt): boolean {
  if (run.createdMs === undefined || own.createdMs === undefined) return true;
  const triesMs = lastTryMs - firstTryMs;
  const fromOwnMs = run.createdMs - own.createdMs;
  return fromOwnMs >= -triesMs - LATE_MS - CLOCK_DOUBT_MS && fromOwnMs <= triesMs + LATE_MS + CLOCK_DOUBT_MS;
}

async function readOrUnknown(
  runId: string,
  { read, unknownRun }: NewRunDetector,
  signal: AbortSignal,
): Promise<TestRun> {
  try {
    return await read(runId, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CloudError)) throw error;
    return { ...unknownRun(runId), seen: true };
  }
}
