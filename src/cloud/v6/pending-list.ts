/** Several runs of v6 in one request: the list of all runs of the stack since the oldest of them was created. */
import type { TestRun } from '../../test-run/test-run.ts';
import type { BatchSource } from '../batch-reader.ts';
import { LIST_PAGE_BYTES } from '../http/body.ts';
import { decode } from '../http/decode.ts';
import { CloudError } from '../errors.ts';
import type { Http } from '../http/http.ts';
import { StackRuns } from './schemas.ts';
import type { PageOf } from './translate.ts';
import { translateListed } from './translate.ts';

/** Whole runs come back, script options included. */
const PAGE_SIZE = 100;
/** A list that is longer costs more than single reads. */
const MOST_PAGES = 3;
/** The list costs a page of whole runs, those of other people among them: below this, single reads are cheaper. */
const FEWEST_RUNS = 10;
/** Whether the bound belongs to the list is not documented. */
const MARGIN_MS = 1000;

/** The list as a source of polls. */
export function pendingList(send: Http['send'], pageOf: PageOf): BatchSource {
  return {
    fewest: FEWEST_RUNS,
    list: async (runIds, pending, signal) => {
      const created = pending.flatMap(({ createdMs }) => createdMs ?? []);
      const found = new Map<string, TestRun>();
      if (created.length === 0) return undefined; // without a date the list has all runs there are
      const since = new Date(Math.min(...created) - MARGIN_MS).toISOString();
      for (let page = 0, read = 0; page < MOST_PAGES; page++) {
        const path = `/cloud/v6/test_runs?created_after=${since}&$top=${PAGE_SIZE}&$skip=${read}`;
        const answer = await send({ method: 'GET', path, maxBytes: LIST_PAGE_BYTES }, signal);
        const { value, '@nextLink': next } = decode(StackRuns, answer);
        read += value.length; // the service may have smaller pages
        for (const run of translateListed(value, runIds, pageOf)) found.set(run.id, run);
        if (found.size === runIds.length || value.length === 0 || (next === undefined && value.length < PAGE_SIZE))
          return found;
      }
      const response = `more than ${MOST_PAGES} pages of runs since ${since}`;
      throw new CloudError('too-large', { request: 'GET /cloud/v6/test_runs', response });
    },
  };
}
