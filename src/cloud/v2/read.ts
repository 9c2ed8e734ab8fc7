/** The reads of the legacy API: one run, and the ids of all runs of a test. */
import type { TestRun } from '../../test-run/test-run.ts';
import { assertRunId } from '../http/decode.ts';
import { CloudError } from '../errors.ts';
import type { Http } from '../http/http.ts';
import type { RunPageIds } from './translate.ts';
import { SELECTIONS } from './schemas.ts';
import { parseRun, parseRunPage, parseRunsById } from './translate.ts';

/** One look at a run. */
export type RunReader = (runId: string, signal: AbortSignal) => Promise<TestRun>;

/** The service decides its own page size; asking for more saves requests where it agrees. */
const PAGE_SIZE = 100;
/** A bound for a service that pages for ever: 5,000 runs, the newest first where it sorts. */
const MAX_PAGES = 50;

/** A reader that asks for as many fields as the service has not refused yet. */
export function runReader(http: Http): RunReader {
  let narrowness = 0;
  return async (runId, signal) => {
    for (;;) {
      const tried = narrowness;
      try {
        const path = `/loadtests/v2/runs/${runId}${SELECTIONS[tried] ?? ''}`;
        const answer = await http.send({ method: 'GET', path }, signal);
        return assertRunId(parseRun(answer), runId, answer.request);
      } catch (error) {
        const refused = error instanceof CloudError && error.status === 400;
        if (!refused || tried + 1 >= SELECTIONS.length) throw error;
        narrowness = tried + 1;
      }
    }
  };
}

/** One look at several runs: those that the service shows, by id. */
export type RunsReader = (runIds: readonly string[], signal: AbortSignal) => Promise<ReadonlyMap<string, TestRun>>;

/** A reader of several runs in one request; never without a selection, since many whole runs are megabytes. */
export function runsReader(http: Http): RunsReader {
  let narrowness = 0;
  const narrowest = SELECTIONS.length - 2;
  return async (runIds, signal) => {
    const ids = runIds.map((runId) => `&ids[]=${runId}`).join('');
    for (;;) {
      const tried = narrowness;
      try {
        const path = `/loadtests/v2/runs${SELECTIONS[tried] ?? ''}&page_size=${PAGE_SIZE}${ids}`;
        return parseRunsById(await http.send({ method: 'GET', path }, signal), new Set(runIds));
      } catch (error) {
        if (!(error instanceof CloudError) || error.status !== 400 || tried >= narrowest) throw error;
        narrowness = tried + 1;
      }
    }
  };
}

/**
 * The ids of all runs of a test. Pages until there is no more: the order of the list is not documented, so the first
 * page alone could miss the newest run, and missing one would mean starting a second.
 * @throws CloudError
 */
export async function runIdsOf(http: Http, testId: string, signal: AbortSignal): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  let query = `&order_by=-started&$select=id,created`;
  for (let page = 1; page <= MAX_PAGES; page++) {
    const path = (): string => `/loadtests/v2/runs?test_id=${testId}&page=${page}&page_size=${PAGE_SIZE}${query}`;
    let answer: RunPageIds;
    try {
      answer = parseRunPage(await http.send({ method: 'GET', path: path() }, signal));
    } catch (error) {
      if (isPastLastPage(error, page)) break;
      if (!(error instanceof CloudError) || error.status !== 400 || query === '') throw error;
      query = ''; // sorting and selecting are only a help: read without them
      answer = parseRunPage(await http.send({ method: 'GET', path: path() }, signal));
    }
    const before = ids.size;
    for (const id of answer.ids) ids.add(id);
    const all = answer.count !== undefined && ids.size >= answer.count;
    if (all || ids.size === before) break;
  }
  return ids;
}

/** Some services answer 404 to a page past the last one instead of an empty page. */
function isPastLastPage(error: unknown, page: number): boolean {
  return error instanceof CloudError && error.code === 'not-found' && page > 1;
}
