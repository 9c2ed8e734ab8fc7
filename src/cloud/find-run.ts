/** Finding the run of a start whose answer was lost: what is new in the list since, until it would have appeared. */
import { sleep } from '../clock.ts';
import type { PendingRun, TestRun } from '../test-run/test-run.ts';
import type { AdapterPorts, Found, StartIntent, StartUncertain, Uncertainty } from './cloud.ts';
import { CloudError } from './errors.ts';
import { persist } from './http/retry.ts';

/** How long a run may take to appear in the list after a start whose answer was lost. */
const APPEARANCE_MS = 10_000;

/** What an adapter brings to a search. */
export interface Lookout {
  /** The ids of the runs of the test that have come into being since the intent; one try. */
  readonly newRunIds: (intent: StartIntent, signal: AbortSignal) => Promise<readonly string[]>;
  readonly read: (runId: string, signal: AbortSignal) => Promise<TestRun>;
  readonly unseen: (runId: string) => PendingRun;
}

/**
 * Looks for the run of a start for as long as it may take to appear. A run seen once is looked for once more before
 * it counts, so that a second one which appears a moment later is not overlooked.
 * @throws CloudError where the list stays out of reach
 */
export async function findRun(
  ports: AdapterPorts,
  lookout: Lookout,
  intent: StartIntent,
  signal: AbortSignal,
): Promise<Found> {
  const { clock } = ports;
  const windowMs = Math.min(APPEARANCE_MS, ports.outageMs / 3);
  let seen: string | undefined;
  let endMs: number | undefined;
  for (let pause = windowMs / 10; ; pause *= 1.6) {
    const fresh = await persistently(ports, signal, () => lookout.newRunIds(intent, signal));
    endMs ??= clock.now() + windowMs;
    if (fresh.length > 1) return { kind: 'several', runIds: fresh };
    const only = fresh[0];
    const over = clock.now() >= endMs;
    if (only !== undefined && (only === seen || over)) {
      const run = await firstLook(ports, lookout, only, signal);
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
export async function adopted(
  ports: AdapterPorts,
  lookout: Lookout,
  intent: StartIntent,
  uncertain: (facts: Partial<Uncertainty>) => StartUncertain,
  signal: AbortSignal,
): Promise<TestRun | undefined> {
  const { testId } = intent;
  let found: Found;
  try {
    found = await findRun(ports, lookout, intent, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof CloudError ? uncertain({ last: error }) : error;
  }
  if (found.kind === 'several') throw uncertain({ runIds: found.runIds });
  if (found.kind === 'none') return undefined;
  ports.onNotice(
    `The answer to the start of test ${testId} was lost; run ${found.run.id} is its only new run since, and was adopted.`,
  );
  return found.run;
}

/** An answer to a start that names a run which was there before: whatever it means, that run is not ours. */
export function notNew(request: string, runId: string): CloudError {
  return new CloudError('malformed', { request, answer: `names run ${runId}, which existed before` });
}

/** Tries as long as the API may stay out of reach. */
export function persistently<T>(ports: AdapterPorts, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return persist({ ...ports, budgetMs: ports.outageMs }, signal, work);
}

/** What the list showed is ours even where a first look at it fails. */
async function firstLook(
  ports: AdapterPorts,
  { read, unseen }: Lookout,
  runId: string,
  signal: AbortSignal,
): Promise<TestRun> {
  try {
    return await read(runId, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CloudError)) throw error;
    ports.onNotice(`A first look at the adopted run failed: ${error.message}`);
    return unseen(runId);
  }
}
