/** Insights over the current API: the metric endpoints both APIs share, and its own lists of runs and tests. */
import type { EarlierRun } from '../../test-run/metrics.ts';
import type { BestEffortPorts } from '../http/best-effort.ts';
import { bestEffortGet } from '../http/best-effort.ts';
import type { MetricsClient } from '../cloud.ts';
import { metricsSource } from '../metrics/numbers.ts';
import { EarlierRuns, NamedTest } from './schemas.ts';
import type { PageOf } from './translate.ts';
import { translateRun } from './translate.ts';

/** Whole runs come back, script options included, and nothing narrows them; a baseline is seldom further away. */
const PAGE_SIZE = 50;
/** Requested where that page is too large. */
const SMALLER_PAGE_SIZE = 10;

/** The insights of the v6 adapter; `ports.http` must name the stack. */
export function v6Metrics(ports: BestEffortPorts, pageOf: PageOf): MetricsClient {
  const ask = bestEffortGet(ports);
  return {
    ...metricsSource(ports),
    earlierRuns: async ({ id, testId }, asking) => {
      if (testId === undefined) return [];
      const pathOf = (size: number): string =>
        `/cloud/v6/load_tests/${testId}/test_runs?$orderby=created%20desc&$top=${size}`;
      const page = await ask(pathOf(PAGE_SIZE), EarlierRuns, { ...asking, smallerPage: pathOf(SMALLER_PAGE_SIZE) });
      return (page?.value ?? [])
        .filter((run) => Number(run.id) < Number(id))
        .sort((a, b) => Number(b.id) - Number(a.id))
        .map((run): EarlierRun => ({ run: translateRun(run, pageOf), marked: run.is_starred === true }));
    },
    testName: async (testId, asking) => (await ask(`/cloud/v6/load_tests/${testId}`, NamedTest, asking))?.name,
  };
}
