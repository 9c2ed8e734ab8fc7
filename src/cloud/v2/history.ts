/** Insights over the legacy API: the metric endpoints both APIs share, and its own lists of runs and tests. */
import type { EarlierRun } from '../../test-run/metrics.ts';
import type { AskPorts, Asking } from '../http/best-effort.ts';
import { asker } from '../http/best-effort.ts';
import type { Insights } from '../cloud.ts';
import { insightSource } from '../metrics/numbers.ts';
import { EarlierRuns, NamedTest } from './schemas.ts';
import { translate } from './translate.ts';

const FIELDS = 'id,test_id,run_status,processing_status,result_status,created,started,ended,is_baseline';
/** One page is enough: a baseline that is older than a hundred runs is better named by its id. */
const PAGE_SIZE = 100;

/** The insights of the legacy adapter. */
export function legacyInsights(ports: AskPorts): Insights {
  const ask = asker(ports);
  return {
    ...insightSource(ports),
    earlier: async ({ id, testId }, asking) => {
      if (testId === undefined) return [];
      const query = `test_id=${testId}&page=1&page_size=${PAGE_SIZE}&order_by=-started&$select=${FIELDS}`;
      const page = await ask(`/loadtests/v2/runs?${query}`, EarlierRuns, asking);
      return (page?.['k6-runs'] ?? [])
        .filter((run) => Number(run.id) < Number(id))
        .sort((a, b) => Number(b.id) - Number(a.id))
        .map((run): EarlierRun => ({ run: translate(run), marked: run.is_baseline === true }));
    },
    testName: async (testId: string, asking: Asking) => {
      const path = `/loadtests/v2/tests/${testId}?$select=id,name`;
      return (await ask(path, NamedTest, asking))?.['k6-test'].name;
    },
  };
}
