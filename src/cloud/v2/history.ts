/** Insights over the legacy API: the metric endpoints both APIs share, and its own lists of runs and tests. */
import type { EarlierRun } from '../../test-run/metrics.ts';
import type { BestEffortPorts, BestEffortOptions } from '../http/best-effort.ts';
import { bestEffortGet } from '../http/best-effort.ts';
import type { MetricsClient } from '../cloud.ts';
import { metricsSource } from '../metrics/numbers.ts';
import { EarlierRuns, NamedTest } from './schemas.ts';
import { translateRun } from './translate.ts';

const FIELDS = 'id,test_id,run_status,processing_status,result_status,created,started,ended,is_baseline';
/** One page is enough: a baseline that is older than a hundred runs is better named by its id. */
const PAGE_SIZE = 100;
/** Requested where that page is too large. */
const SMALLER_PAGE_SIZE = 20;

/** The insights of the legacy adapter. */
export function v2Metrics(ports: BestEffortPorts): MetricsClient {
  const ask = bestEffortGet(ports);
  return {
    ...metricsSource(ports),
    earlierRuns: async ({ id, testId }, asking) => {
      if (testId === undefined) return [];
      const pathOf = (size: number): string =>
        `/loadtests/v2/runs?test_id=${testId}&page=1&page_size=${size}&order_by=-started&$select=${FIELDS}`;
      const page = await ask(pathOf(PAGE_SIZE), EarlierRuns, { ...asking, smallerPage: pathOf(SMALLER_PAGE_SIZE) });
      return (page?.['k6-runs'] ?? [])
        .filter((run) => Number(run.id) < Number(id))
        .sort((a, b) => Number(b.id) - Number(a.id))
        .map((run): EarlierRun => ({ run: translateRun(run), marked: run.is_baseline === true }));
    },
    testName: async (testId: string, asking: BestEffortOptions) => {
      const path = `/loadtests/v2/tests/${testId}?$select=id,name`;
      return (await ask(path, NamedTest, asking))?.['k6-test'].name;
    },
  };
}
