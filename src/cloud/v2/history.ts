/** Insights over the legacy API: the metric endpoints both APIs share, and its own lists of runs and tests. */
import type { EarlierRun } from '../../test-run/metrics.ts';
import type { RunFacts } from '../../test-run/test-run.ts';
import type { BestEffortGet, BestEffortOptions, BestEffortPorts } from '../http/best-effort.ts';
import { bestEffortGet } from '../http/best-effort.ts';
import type { MetricsClient } from '../cloud.ts';
import { acrossRuns } from '../metrics/across-runs.ts';
import { endpointsSource } from '../metrics/endpoint-lists.ts';
import { generatorHealth } from '../metrics/health.ts';
import { metricsSource } from '../metrics/numbers.ts';
import { protocolsSource } from '../metrics/protocols.ts';
import { EarlierRuns, NamedTest, OneRun } from './schemas.ts';
import { translateRun } from './translate.ts';

const RUN_FIELDS = 'id,test_id,run_status,processing_status,result_status,created,started,ended,duration,vus';
const FIELDS = `${RUN_FIELDS},is_baseline`;
/** One page is enough for all but the run that is marked as baseline. */
const PAGE_SIZE = 100;
/** The marked run is searched for among so many runs, in so many requests; an older one is better named by its id. */
const MARKED_RUNS = 500;
const MARKED_REQUESTS = 9;
/** Requested where that page is too large. */
const SMALLER_PAGE_SIZE = 20;

/** One page, and how the list goes on behind it. */
interface Page {
  readonly sent: number;
  readonly runs: readonly EarlierRun[];
  /** The page size that was requested in the end. */
  readonly size: number;
}

/** Where a page begins: after so many runs, in pages of this size. */
interface Place {
  readonly after: number;
  readonly size: number;
}

/** The insights of the legacy adapter. */
export function v2Metrics(ports: BestEffortPorts): MetricsClient {
  const ask = bestEffortGet(ports);
  const read = pageReader(ask);
  /** How many runs the first page of a test held: the service decides its own page size. */
  const firstPages = new Map<string, number>();
  return {
    ...metricsSource(ports),
    ...acrossRuns(ports),
    ...endpointsSource(ports),
    ...protocolsSource(ports),
    ...generatorHealth(ports),
    earlierRuns: async (run, asking) => {
      if (run.testId === undefined) return [];
      const { sent, runs } = await read(run.testId, { after: 0, size: PAGE_SIZE }, asking);
      firstPages.set(run.testId, sent);
      return olderThan(run.id, runs);
    },
    markedRuns: async (run, asking) =>
      run.testId === undefined ? [] : markedBehind(firstPages.get(run.testId), run, read, asking),
    namedRun: async (runId, asking) => {
      const response = await ask(`/loadtests/v2/runs/${runId}?$select=${RUN_FIELDS}`, OneRun, asking);
      return response === undefined ? undefined : translateRun(response['k6-run']);
    },
    testName: async (testId: string, asking: BestEffortOptions) => {
      const path = `/loadtests/v2/tests/${testId}?$select=id,name`;
      return (await ask(path, NamedTest, asking))?.['k6-test'].name;
    },
  };
}

type ReadPage = (testId: string, place: Place, asking: BestEffortOptions) => Promise<Page>;

function pageReader(ask: BestEffortGet): ReadPage {
  return async (testId, { after, size }, asking) => {
    const numberOf = (of: number): number => Math.floor(after / of) + 1;
    const pathOf = (of: number): string =>
      `/loadtests/v2/runs?test_id=${testId}&page=${numberOf(of)}&page_size=${of}&order_by=-started&$select=${FIELDS}`;
    let requested = size;
    const onTooLarge = (): void => {
      requested = SMALLER_PAGE_SIZE;
    };
    const onFailure: BestEffortOptions['onFailure'] = (failure, code) => {
      // Some services answer so to a page past the last one.
      if (after === 0 || code !== 'not-found') asking.onFailure(failure, code);
    };
    const smallerPage = pathOf(Math.min(size, SMALLER_PAGE_SIZE));
    const response = await ask(pathOf(size), EarlierRuns, { ...asking, onFailure, smallerPage, onTooLarge });
    const { sent, valid } = response?.['k6-runs'] ?? { sent: 0, valid: [] };
    const runs = valid.map((run) => ({ run: translateRun(run), marked: run.is_baseline === true }));
    return { sent, runs, size: requested };
  };
}

/**
 * The marked runs behind the first page.
 * @param first how many runs that page held; `undefined` where it was not read
 */
async function markedBehind(
  first: number | undefined,
  { id, testId = '' }: RunFacts,
  read: ReadPage,
  asking: BestEffortOptions,
): Promise<readonly EarlierRun[]> {
  let size = first === undefined || first === 0 ? PAGE_SIZE : Math.min(first, PAGE_SIZE);
  let after = size;
  for (let asked = 0; asked < MARKED_REQUESTS && after < MARKED_RUNS; asked++) {
    const page = await read(testId, { after, size }, asking);
    const found = olderThan(id, page.runs).filter((one) => one.marked);
    if (found.length > 0 || page.sent < Math.min(page.size, size)) return found;
    after = Math.floor(after / page.size) * page.size + page.sent;
    size = page.size;
  }
  return [];
}

/** Newest first. */
function olderThan(runId: string, runs: readonly EarlierRun[]): readonly EarlierRun[] {
  return runs.filter(({ run }) => Number(run.id) < Number(runId)).sort((a, b) => Number(b.run.id) - Number(a.run.id));
}
