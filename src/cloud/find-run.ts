/** Finding the run of a start whose answer was lost: what is new in the list since, until it would have appeared. */
import { sleep } from '../clock.ts';
import type { PendingRun, TestRun } from '../test-run/test-run.ts';
import type { AdapterPorts, SearchResult, StartIntent, StartUncertain, Uncertainty } from './cloud.ts';
import { CloudError } from './errors.ts';
import { retryUntil } from './http/retry.ts';

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

/** Ids in the order of their numbers, so that a sentence names them in one order; 64 bits are more than a number holds. */
export function oldestFirst(runIds: readonly string[]): readonly string[] {
  return [...runIds].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

/** What an adapter brings to a search. */
export interface NewRunDetector {
  /** The ids of the runs of the test that have come into being since the intent; one try. */
  readonly newRunIds: (intent: StartIntent, signal: AbortSignal) => Promise<readonly string[]>;
  readonly read: (runId: string, signal: AbortSignal) => Promise<TestRun>;
  readonly unknownRun: (runId: string) => PendingRun;
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
 * it counts, so that a second one which appears a moment later is not overlooked. A run that cannot be ours, by its test
 * or its age, ends no search.
 * @throws CloudError where the list stays out of reach
 */
export async function findRun(
  { ports, detector, intent }: Search,
  signal: AbortSignal,
  searchMs = SHORT_SEARCH_MS,
): Promise<SearchResult> {
  const { clock } = ports;
  const windowMs = searchWindowMs(ports, searchMs);
  const foreign = new Set<string>();
  const readOwn = async (runId: string): Promise<TestRun | undefined> => {
    const run = await firstRead(ports, detector, runId, signal);
    if ((run.testId ?? intent.testId) === intent.testId && !isOlder(run, intent, ports)) return run;
    foreign.add(runId);
    return undefined;
  };
  const mayBeOurs = (runId: string): boolean => !foreign.has(runId);
  let seen: string | undefined;
  let endMs: number | undefined;
  for (let pause = Math.min(FIRST_PAUSE_MS, windowMs / 10); ; pause *= 1.6) {
    const listed = await readDespiteRefusals(ports, signal, () => detector.newRunIds(intent, signal));
    endMs ??= clock.now() + windowMs;
    const unread = listed.filter(mayBeOurs);
    if (unread.length > 1) for (const runId of unread.slice(0, MAX_READ)) await readOwn(runId);
    const fresh = unread.filter(mayBeOurs);
    if (fresh.length > 1) return { kind: 'several', runIds: fresh };
    const over = clock.now() >= endMs;
    const [only] = fresh;
    if (only !== undefined && (only === seen || over)) {
      const run = await readOwn(only);
      if (run !== undefined) return { kind: 'one', run };
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
  if (found.kind === 'several') throw uncertain({ runIds: found.runIds });
  if (found.kind === 'none') return undefined;
  ports.onNotice(
    `The start request for test ${intent.testId} got no response. Run ${found.run.id} is the only new run since, so it is followed.`,
  );
  return found.run;
}

/** What the service's stamps and our reckoning of its clock may differ by. */
export const CLOCK_DOUBT_MS = 60_000;

/** Whether a run was created before the start was first sent, by the service's clock; unknown counts as no. */
function isOlder({ createdMs }: TestRun, { sentAtMs }: StartIntent, { http, clock }: AdapterPorts): boolean {
  const serverNowMs = http.serverNowMs();
  if (createdMs === undefined || sentAtMs === undefined || serverNowMs === undefined) return false;
  return createdMs < serverNowMs - (clock.now() - sentAtMs) - CLOCK_DOUBT_MS;
}

/** An answer to a start that names a run which was there before: whatever it means, that run is not ours. */
export function oldRunError(request: string, runId: string): CloudError {
  return new CloudError('wrong-run', { request, response: `the response names run ${runId}, which existed before` });
}

/**
 * The run that the response to a start names, where it is a run of the test that was asked for. A response without the
 * test is not believed until a read of the run shows it.
 * @throws CloudError `wrong-run`: such a run is not judged and not stopped
 */
export async function ownRun<Run extends TestRun>(
  run: Run,
  { request, intent, ports }: { readonly request: string; readonly intent: StartIntent; readonly ports: AdapterPorts },
  { read }: Pick<NewRunDetector, 'read'>,
  signal: AbortSignal,
): Promise<Run> {
  const { testId } = intent;
  const known = run.testId === undefined ? await read(run.id, signal).catch(ignoreCloudError(signal)) : run;
  const testOfRun = known?.testId;
  if (known !== undefined && isOlder(known, intent, ports)) throw oldRunError(request, run.id);
  if (testOfRun === testId) return { ...run, testId };
  const finding = testOfRun === undefined ? 'of which the test is not known' : `which is a run of test ${testOfRun}`;
  throw new CloudError('wrong-run', { request, response: `the response names run ${run.id}, ${finding}` });
}

/** For a read that only helps: what it cannot tell stays unknown. */
function ignoreCloudError(signal: AbortSignal): (error: unknown) => undefined {
  return (error) => {
    signal.throwIfAborted();
    if (!(error instanceof CloudError)) throw error;
    return undefined;
  };
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
