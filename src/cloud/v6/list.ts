/** The runs of a test on v6, newest first, page by page and never off the configured origin. */
import type { Http } from '../http/http.ts';
import { LIST_PAGE_BYTES } from '../http/body.ts';
import { decode } from '../http/decode.ts';
import { CloudError } from '../errors.ts';
import type { Coverage } from '../new-runs.ts';
import { RunPage } from './schemas.ts';
import { listedTimes } from './run-times.ts';
import type { ListedTimes } from '../../test-run/earlier-durations.ts';

/** A run in a list. */
export interface ListedRun {
  readonly id: string;
  /** By the service's clock, epoch ms. */
  readonly createdMs: number | undefined;
  readonly times: ListedTimes;
}

/** The runs of a test that were read. */
export interface ListedRuns {
  readonly runs: readonly ListedRun[];
  readonly coverage: Coverage;
}

/**
 * Runs on a page: whole runs come back, script options included, so that a small page is a quick one. The next size is
 * requested where a page is too large.
 */
const PAGE_SIZES: readonly number[] = [20, 5, 1];
/** A bound for a service that pages for ever. */
const MAX_PAGES = 50;

/**
 * Lists runs from the newest back to where `enough` says of a page's oldest run that what is older does not matter.
 * A page that is not in this order, from a server that does not sort, cannot say so: then all pages are read. A list
 * whose pages do not end, or begin anew, holds some of the runs.
 * @throws CloudError
 */
export async function newestRuns(
  send: Http['send'],
  testId: string,
  enough: (oldest: ListedRun) => boolean,
  signal: AbortSignal,
): Promise<ListedRuns> {
  const list = `/cloud/v6/load_tests/${testId}/test_runs`;
  const read: PageReader = async (path) =>
    decode(RunPage, await send({ method: 'GET', path, maxBytes: LIST_PAGE_BYTES }, signal));
  for (const size of PAGE_SIZES) {
    try {
      return await allPages(read, list, size, enough);
    } catch (error) {
      if (!(error instanceof CloudError) || error.code !== 'too-large' || size === PAGE_SIZES.at(-1)) throw error;
    }
  }
  return { runs: [], coverage: 'some' };
}

type PageReader = (path: string) => Promise<RunPage>;

async function allPages(
  read: PageReader,
  list: string,
  size: number,
  enough: (oldest: ListedRun) => boolean,
): Promise<ListedRuns> {
  const runs = new Map<string, ListedRun>();
  const listed = (coverage: Coverage): ListedRuns => ({ runs: [...runs.values()], coverage });
  let path = `${list}?$orderby=created%20desc&$top=${size}`;
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { value, '@nextLink': nextLink } = await read(path);
    const shown: ListedRun[] = value.map((run) => ({ id: run.id, createdMs: run.created, times: listedTimes(run) }));
    const before = runs.size;
    shown.forEach((run) => runs.set(run.id, run));
    if (nextLink === undefined) return listed('all');
    const oldest = shown.at(-1);
    if (oldest !== undefined && runs.size === before) return listed('some');
    if (oldest !== undefined && isNewestFirst(shown) && enough(oldest)) return listed('newest');
    path = nextPath(nextLink, list);
  }
  return listed('some');
}

function isNewestFirst(runs: readonly ListedRun[]): boolean {
  return runs.every(({ createdMs }, place) => {
    const next = runs[place + 1];
    if (createdMs === undefined) return false;
    return next === undefined || (next.createdMs !== undefined && next.createdMs <= createdMs);
  });
}

/**
 * Path and query of a link to the next page. Its scheme and host are not used, since they were seen to be wrong, and
 * the token goes nowhere else; a gateway's own prefix before the path of the API is left to `api-url`.
 * @throws CloudError `malformed` where it leads anywhere but further down the same list
 */
function nextPath(link: string, list: string): string {
  const url = URL.canParse(link, 'https://relative.invalid') ? new URL(link, 'https://relative.invalid') : undefined;
  if (url?.pathname.endsWith(list) !== true) {
    throw new CloudError('malformed', { request: `GET ${list}`, response: '@nextLink: leads out of the list' });
  }
  return `${list}${url.search}`;
}
