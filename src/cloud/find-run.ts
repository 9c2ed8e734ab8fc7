/** Finding the run of a start whose answer was lost: what is new in the list since, until it would have appeared. */
import { sleep } from '../clock.ts';
import type { PendingRun, TestRun } from '../test-run/test-run.ts';
import type { AdapterPorts, SearchResult, StartIntent, StartUncertain, Uncertainty } from './cloud.ts';
import { CloudError } from './errors.ts';
import { retryUntil } from './http/retry.ts';

/** How long a run may take to appear in the list after a start whose answer was lost. */
const SEARCH_MS = 10_000;

/** What an adapter brings to a search. */
export interface NewRunDetector {
  /** The ids of the runs of the test that have come into being since the intent; one try. */
  readonly newRunIds: (intent: StartIntent, signal: AbortSignal) => Promise<readonly string[]>;
  readonly read: (runId: string, signal: AbortSignal) => Promise<TestRun>;
  readonly unknownRun: (runId: string) => PendingRun;
}

/**
 * Looks for the run of a start for as long as it may take to appear. A run seen once is looked for once more before
 * it counts, so that a second one which appears a moment later is not overlooked.
 * @throws CloudError where the list stays out of reach
 */
export async function findRun(
  ports: AdapterPorts,
  detector: NewRunDetector,
  intent: StartIntent,
  signal: AbortSignal,
): Promise<SearchResult> {
  const { clock } = ports;
  const windowMs = Math.min(SEARCH_MS, ports.outageMs / 3);
  let seen: string | undefined;
  let endMs: number | undefined;
  for (let pause = windowMs / 10; ; pause *= 1.6) {
    const fresh = await retryDuringOutage(ports, signal, () => detector.newRunIds(intent, signal));
    endMs ??= clock.now() + windowMs;
    if (fresh.length > 1) return { kind: 'several', runIds: fresh };
    const only = fresh[0];
    const over = clock.now() >= endMs;
    if (only !== undefined && (only === seen || over)) {
      const run = await firstRead(ports, detector, only, signal);
      return run.testId === undefined || run.testId === intent.testId ? { kind: 'one', run } : { kind: 'none' };
    }
    if (over) return { kind: 'none' };
    seen = only;
    await sleep(clock, Math.min(pause, endMs - clock.now()), signal);
  }
}

/**
 * The same within a start: the run that was found is adopted; `undefined` where there is none.
 * @throws StartUncertain where several runs may be ours, or where the list cannot be read
 */
export async function adoptRun(
  ports: AdapterPorts,
  detector: NewRunDetector,
  intent: StartIntent,
  uncertain: (facts: Partial<Uncertainty>) => StartUncertain,
  signal: AbortSignal,
): Promise<TestRun | undefined> {
  const { testId } = intent;
  let found: SearchResult;
  try {
    found = await findRun(ports, detector, intent, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof CloudError ? uncertain({ lastError: error }) : error;
  }
  if (found.kind === 'several') throw uncertain({ runIds: found.runIds });
  if (found.kind === 'none') return undefined;
  ports.onNotice(
    `The answer to the start of test ${testId} was lost; run ${found.run.id} is its only new run since, and was adopted.`,
  );
  return found.run;
}

/** An answer to a start that names a run which was there before: whatever it means, that run is not ours. */
export function oldRunError(request: string, runId: string): CloudError {
  return new CloudError('malformed', { request, response: `names run ${runId}, which existed before` });
}

/** Tries as long as the API may stay out of reach. */
export function retryDuringOutage<T>(ports: AdapterPorts, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return retryUntil({ ...ports, budgetMs: ports.outageMs }, signal, work);
}

/** What the list showed is ours even where a first look at it fails. */
async function firstRead(
  ports: AdapterPorts,
  { read, unknownRun }: NewRunDetector,
  runId: string,
  signal: AbortSignal,
): Promise<TestRun> {
  try {
    return await read(runId, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CloudError)) throw error;
    ports.onNotice(`A first look at the adopted run failed: ${error.message}`);
    return unknownRun(runId);
  }
}
