/** Finding the run of a start whose answer was lost: what is new in the list since, until it would have appeared. */
import { sleep } from '../clock.ts';
import type { TestRun } from '../test-run/test-run.ts';
import type { AdapterPorts, SearchResult, StartIntent, StartUncertain, Uncertainty } from './cloud.ts';
import { CloudError } from './errors.ts';
import { retryUntil } from './http/retry.ts';
import type { NewRunDetector } from './new-runs.ts';
import { ageOf } from './new-runs.ts';

/** How long a run may take to appear in the list after a start that the service failed to answer. */
export const SHORT_SEARCH_MS = 10_000;
/** And after a start whose response was lost: the service may process the request late. */
export const LONG_SEARCH_MS = 60_000;

/** A run that is seen is read once more after this long before it counts: a cancelled step has no more time. */
const FIRST_PAUSE_MS = 1000;

/** How long a search lasts, ms; a short `outage-timeout` shortens it. */
export function searchWindowMs({ outageMs }: AdapterPorts, searchMs = LONG_SEARCH_MS): number {
  return Math.min(searchMs, outageMs / 3);
}

/** What is searched for: the run of which start, with whose eyes. */
export interface Search {
  readonly ports: AdapterPorts;
  readonly detector: NewRunDetector;
  readonly intent: StartIntent;
}

/** More new runs than this are not read one by one to tell whose they are. */
const MAX_READ = 10;

/**
 * Looks for the run of a start for as long as it may take to appear. A run seen once is looked for once more before
 * it counts, so that a second one which appears a moment later is not overlooked. A run that cannot be ours, by its
 * test, its age or the tail on its note, ends no search; one that may have existed before is named, and neither followed
 * nor passed over.
 * @throws CloudError where the list stays out of reach
 */
export async function findRun(search: Search, signal: AbortSignal, searchMs = SHORT_SEARCH_MS): Promise<SearchResult> {
  const { ports, detector, intent } = search;
  const { clock } = ports;
  const windowMs = searchWindowMs(ports, searchMs);
  const candidates = readCandidates(search, signal);
  let seen: string | undefined;
  let endMs: number | undefined;
  for (let pause = Math.min(FIRST_PAUSE_MS, windowMs / 10); ; pause *= 1.6) {
    const listed = await readDespiteRefusals(ports, signal, () => detector.newRunIds(intent, signal));
    endMs ??= clock.now() + windowMs;
    const unread = listed.filter(candidates.mayBeOurs);
    if (unread.length > 1) for (const runId of unread.slice(0, MAX_READ)) await candidates.read(runId);
    const fresh = unread.filter(candidates.mayBeOurs);
    if (fresh.length > 1) return { kind: 'unclear', runIds: fresh };
    const over = clock.now() >= endMs;
    const [only] = fresh;
    if (only !== undefined && (only === seen || over)) {
      const { run, age } = await candidates.read(only);
      if (age === 'new') return { kind: 'one', run };
      if (age === 'unknown') return { kind: 'unclear', runIds: [only] };
    }
    if (over) return { kind: 'none' };
    seen = only;
    await sleep(clock, Math.min(pause, endMs - clock.now()), signal);
  }
}

/** Reads runs that may be ours, and remembers those that are not. */
function readCandidates({ ports, detector, intent }: Search, signal: AbortSignal) {
  const foreign = new Set<string>();
  return {
    mayBeOurs: (runId: string): boolean => !foreign.has(runId),
    read: async (runId: string): Promise<{ readonly run: TestRun; readonly age: ReturnType<typeof ageOf> }> => {
      const run = await firstRead(ports, detector, runId, signal);
      // A step writes its tail on the note of a run that it knows; the run that is searched for is not known.
      const mayBeOurs = (run.testId ?? intent.testId) === intent.testId && run.origin === undefined;
      const age = mayBeOurs ? ageOf(run, intent, ports, detector) : 'old';
      if (age === 'old') foreign.add(runId);
      return { run, age };
    },
  };
}

/**
 * The same within a start: the run that was found is adopted; `undefined` where there is none.
 * @throws StartUncertain where several runs may be ours, or where the list cannot be read
 */
export async function adoptRun(
  search: Search,
  uncertain: (facts: Partial<Uncertainty>) => StartUncertain,
  signal: AbortSignal,
  searchMs = LONG_SEARCH_MS,
): Promise<TestRun | undefined> {
  const { ports, intent } = search;
  let found: SearchResult;
  try {
    found = await findRun(search, signal, searchMs);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof CloudError ? uncertain({ lastError: error }) : error;
  }
  if (found.kind === 'unclear') throw uncertain({ runIds: found.runIds });
  if (found.kind === 'none') return undefined;
  ports.onNotice(
    `The start request for test ${intent.testId} got no response. Run ${found.run.id} is the only new run since, so it is followed.`,
  );
  return found.run;
}

/** Refusals of a list that was readable before the start: after a lost response they are waited out like an outage. */
const WAITED_OUT: ReadonlySet<number | undefined> = new Set([401, 403, 404, 409]);

function readDespiteRefusals<T>(ports: AdapterPorts, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return retryDuringOutage(ports, signal, async () => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CloudError) || !WAITED_OUT.has(error.status)) throw error;
      throw new CloudError('unavailable', {
        request: 'the list of runs',
        response: error.message,
        ...(error.status === undefined ? {} : { status: error.status }),
        cause: error,
      });
    }
  });
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
    ports.onNotice(`The first read of run ${runId} failed: ${error.message}`);
    return { ...unknownRun(runId), seen: true };
  }
}
