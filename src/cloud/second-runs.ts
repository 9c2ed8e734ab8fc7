/** Looks for a second run of ours after a start in doubt: one that a lost try made beside the run that we know. */
import type { TestRun } from '../test-run/test-run.ts';
import type { AdapterPorts, SecondRuns, StartDoubt, StartIntent } from './cloud.ts';
import { CloudError } from './errors.ts';
import type { NewRunDetector } from './find-run.ts';
import { CLOCK_DOUBT_MS } from './find-run.ts';
import { retryUntil } from './http/retry.ts';

/** A try may make its run this long after it was sent. */
export const LATE_MS = 120_000;
/** How long the list may be unreadable. */
const BUDGET_MS = 30_000;
/** More new runs than this are counted by their ids alone. */
const MAX_READ = 5;

/**
 * The new runs of the test beside `own`: those that a try of ours may have made, and others.
 * A run counts as ours if it was created between the first try and 120 s after the last, by the service's clock. That
 * clock is read off `own`, which one of the tries made; where a stamp is missing, the run counts as ours.
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
  const ids = newIds.filter((runId) => runId !== own.id);
  const runs = await Promise.all(ids.slice(0, MAX_READ).map((runId) => readOrUnknown(runId, detector, signal)));
  const isOurs = (run: TestRun): boolean => isWithin(run, own, doubt);
  return {
    ours: runs.filter(isOurs),
    others: [...runs.filter((run) => !isOurs(run)).map(({ id }) => id), ...ids.slice(MAX_READ)],
  };
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
