/** Insights over the legacy API: the metric endpoints both APIs share, and its own lists of runs and tests. */
import type { EarlierRun } from '../../test-run/metrics.ts';
import type { RunFacts } from '../../test-run/test-run.ts';
import type { BestEffortPorts, BestEffortOptions } from '../http/best-effort.ts';
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
/** The marked run is searched for on so many pages; an older one is better named by its id. */
const MARKED_PAGES = 5;
/** Requested where that page is too large. */
const SMALLER_PAGE_SIZE = 20;

interface Page {
  readonly isLast: boolean;
  readonly runs: readonly EarlierRun[];
}

/** The insights of the legacy adapter. */
export function v2Metrics(ports: BestEffortPorts): MetricsClient {
  const ask = bestEffortGet(ports);
  const page = async ({ testId }: RunFacts, number: number, asking: BestEffortOptions): Promise<Page> => {
    if (testId === undefined) return { isLast: true, runs: [] };
    const pathOf = (size: number): string =>
      `/loadtests/v2/runs?test_id=${testId}&page=${number}&page_size=${size}&order_by=-started&$select=${FIELDS}`;
    const smaller = number === 1 ? { smallerPage: pathOf(SMALLER_PAGE_SIZE) } : {};
    const response = await ask(pathOf(PAGE_SIZE), EarlierRuns, { ...asking, ...smaller });
    const { sent, valid } = response?.['k6-runs'] ?? { sent: 0, valid: [] };
    const runs = valid.map((run) => ({ run: translateRun(run), marked: run.is_baseline === true }));
    return { isLast: sent < PAGE_SIZE, runs };
  };
  return {
    ...metricsSource(ports),
    ...acrossRuns(ports),
    ...endpointsSource(ports),
    ...protocolsSource(ports),
    ...generatorHealth(ports),
    earlierRuns: async (run, asking) => olderThan(run.id, (await page(run, 1, asking)).runs),
    markedRuns: async (run, asking) => {
      for (let number = 2; number <= MARKED_PAGES; number++) {
        const { isLast, runs } = await page(run, number, asking);
        const marked = olderThan(run.id, runs).filter((one) => one.marked);
        if (marked.length > 0 || isLast) return marked;
      }
      return [];
    },
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

/** Newest first. */
function olderThan(runId: string, runs: readonly EarlierRun[]): readonly EarlierRun[] {
  return runs.filter(({ run }) => Number(run.id) < Number(runId)).sort((a, b) => Number(b.run.id) - Number(a.run.id));
}
