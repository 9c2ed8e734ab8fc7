/** The reads of the legacy API: one run, and the ids of all runs of a test. */
import type { TestRun } from '../../test-run/test-run.ts';
import { LIST_PAGE_BYTES } from '../http/body.ts';
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
/** Page sizes to request, the next one where a page is too large. */
const SMALLEST_PAGE = 5;
const PAGE_SIZES: readonly number[] = [PAGE_SIZE, 20, SMALLEST_PAGE];
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
        return parseRunsById(
          await http.send({ method: 'GET', path, maxBytes: LIST_PAGE_BYTES }, signal),
          new Set(runIds),
        );
      } catch (error) {
        if (!(error instanceof CloudError) || error.status !== 400 || tried >= narrowest) throw error;
        narrowness = tried + 1;
      }
    }
  };
}

/**
 * The ids of all runs of a test. Pages until there is no more: the order of the list is not documented, so the first
 * page alone could miss the newest run, and missing one would mean starting a second. A page that is too large is
 * requested in smaller ones.
 * @throws CloudError
 */
export async function runIdsOf(http: Http, testId: string, signal: AbortSignal): Promise<ReadonlySet<string>> {
  for (const size of PAGE_SIZES) {
    try {
      return await allPages(idPages(http, testId, size, signal));
    } catch (error) {
      if (!(error instanceof CloudError) || error.code !== 'too-large' || size === SMALLEST_PAGE) throw error;
    }
  }
  return new Set();
}

/** One page of a list of ids, by its number from 1 on. */
type IdPages = (page: number) => Promise<RunPageIds>;

async function allPages(read: IdPages): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let page = 1; page <= MAX_PAGES; page++) {
    let listed: RunPageIds;
    try {
      listed = await read(page);
    } catch (error) {
      if (isPastLastPage(error, page)) break;
      throw error;
    }
    const before = ids.size;
    for (const id of listed.ids) ids.add(id);
    const all = listed.count !== undefined && ids.size >= listed.count;
    if (all || ids.size === before) break;
  }
  return ids;
}

/** Sorting and selecting are only a help: where they are refused, the list is read without them. */
function idPages(http: Http, testId: string, size: number, signal: AbortSignal): IdPages {
  let query = `&order_by=-started&$select=id,created`;
  const read: IdPages = async (page) => {
    const path = `/loadtests/v2/runs?test_id=${testId}&page=${page}&page_size=${size}${query}`;
    return parseRunPage(await http.send({ method: 'GET', path, maxBytes: LIST_PAGE_BYTES }, signal));
  };
  return async (page) => {
    try {
      return await read(page);
    } catch (error) {
      if (!(error instanceof CloudError) || error.status !== 400 || query === '') throw error;
      query = '';
      return read(page);
    }
  };
}

/** Some services answer 404 to a page past the last one instead of an empty page. */
function isPastLastPage(error: unknown, page: number): boolean {
  return error instanceof CloudError && error.code === 'not-found' && page > 1;
}
