/** The reads of the legacy API: one run, and the ids of all runs of a test. */
import type { ListedTimes } from '../../test-run/earlier-durations.ts';
import type { TestRun } from '../../test-run/test-run.ts';
import type { RunReader } from '../batch-reader.ts';
import { LIST_PAGE_BYTES } from '../http/body.ts';
import { assertRunId } from '../http/decode.ts';
import { CloudError } from '../errors.ts';
import type { Coverage } from '../new-runs.ts';
import type { Http } from '../http/http.ts';
import type { RunPageIds } from './translate.ts';
import { SELECTIONS } from './schemas.ts';
import { parseRun, parseRunPage, parseRunsById } from './translate.ts';

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
type RunsReader = (runIds: readonly string[], signal: AbortSignal) => Promise<ReadonlyMap<string, TestRun>>;

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

/** The runs of a test that were read. */
export interface ListedIds {
  readonly ids: ReadonlySet<string>;
  readonly coverage: Coverage;
  /** The times of the same runs, newest first, as far as the service tells them. */
  readonly times: readonly ListedTimes[];
}

/**
 * The ids of the newest runs of a test. The order of the list is not documented, and a run that is missed would look
 * new later. So the first and the last page are compared: where both are in one order, the end with the newest runs is
 * enough, however long the list is; else all pages are read. A list that ends before all the runs that it counts holds
 * some of them. A page that is too large is requested in smaller ones.
 * @throws CloudError
 */
export async function runIdsOf(http: Http, testId: string, signal: AbortSignal): Promise<ListedIds> {
  for (const size of PAGE_SIZES) {
    try {
      return await withTimes(idPages(http, testId, size, signal));
    } catch (error) {
      if (!(error instanceof CloudError) || error.code !== 'too-large' || size === SMALLEST_PAGE) throw error;
    }
  }
  return { ids: new Set(), coverage: 'some', times: [] };
}

/** One page of a list of ids, by its number from 1 on. */
type IdPages = (page: number) => Promise<RunPageIds>;

async function withTimes(read: IdPages): Promise<ListedIds> {
  const known = new Map<string, ListedTimes>();
  const listed = await newestIds(async (number) => {
    const page = await read(number);
    for (const [id, times] of page.times) known.set(id, times);
    return page;
  });
  const newestFirst = [...known].sort(([a], [b]) => Number(b) - Number(a));
  return { ...listed, times: newestFirst.map(([, times]) => times) };
}

async function newestIds(read: IdPages): Promise<Omit<ListedIds, 'times'>> {
  const first = await read(1);
  const ids = new Set(first.ids);
  const { count } = first;
  if (ids.size === count) return { ids, coverage: 'all' };
  const lastPage = count === undefined || ids.size === 0 ? 1 : Math.ceil(count / ids.size);
  const last = lastPage === 1 ? undefined : await read(lastPage).catch(ignoreNotFound);
  const newest = last === undefined ? undefined : newestEnd(first.ids, last.ids);
  return newest === undefined ? allPages(read, first) : { ids: new Set(newest), coverage: 'newest' };
}

/** The end of a list that holds its newest runs, by its first and its last page; `undefined` where neither does. */
function newestEnd(first: readonly string[], last: readonly string[]): readonly string[] | undefined {
  const all = [...first, ...last].map(Number);
  if (last.length === 0) return undefined;
  if (all.every((id, place) => place === 0 || id < (all[place - 1] ?? 0))) return first;
  return all.every((id, place) => place === 0 || id > (all[place - 1] ?? 0)) ? last : undefined;
}

async function allPages(read: IdPages, first: RunPageIds): Promise<Omit<ListedIds, 'times'>> {
  const ids = new Set(first.ids);
  let { count } = first;
  let isOver = ids.size === 0;
  for (let page = 2; page <= MAX_PAGES && !isOver && ids.size !== count; page++) {
    const listed = await read(page).catch(ignoreNotFound);
    const before = ids.size;
    for (const id of listed?.ids ?? []) ids.add(id);
    count = listed?.count ?? count;
    isOver = ids.size === before;
  }
  const isAll = ids.size === count || (isOver && ids.size >= (count ?? 0));
  return { ids, coverage: isAll ? 'all' : 'some' };
}

/** Some services answer 404 to a page past the last one instead of an empty page. */
function ignoreNotFound(error: unknown): undefined {
  if (!(error instanceof CloudError) || error.code !== 'not-found') throw error;
  return undefined;
}

/** What to ask of a list, best first. Sorting and selecting are only a help: they are left out where they are refused. */
const LIST_QUERIES: readonly string[] = [
  '&order_by=-created&$select=id,created,started,ended,duration',
  '&order_by=-created&$select=id,created',
  '&order_by=-started&$select=id,created',
  '',
];

function idPages(http: Http, testId: string, size: number, signal: AbortSignal): IdPages {
  let place = 0;
  const read: IdPages = async (page) => {
    const tried = place;
    const path = `/loadtests/v2/runs?test_id=${testId}&page=${page}&page_size=${size}${LIST_QUERIES[tried] ?? ''}`;
    try {
      return parseRunPage(await http.send({ method: 'GET', path, maxBytes: LIST_PAGE_BYTES }, signal));
    } catch (error) {
      if (!(error instanceof CloudError) || error.status !== 400 || tried + 1 >= LIST_QUERIES.length) throw error;
      place = tried + 1;
      return read(page);
    }
  };
  return read;
}
