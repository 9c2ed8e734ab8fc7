/** Insights over the current API: the metric endpoints both APIs share, and its own lists of runs and tests. */
import type { EarlierRun } from '../../test-run/metrics.ts';
import { parseTail } from '../../test-run/note-tail.ts';
import type { RunFacts } from '../../test-run/test-run.ts';
import type { BestEffortOptions, BestEffortPorts } from '../http/best-effort.ts';
import { bestEffortGet } from '../http/best-effort.ts';
import type { MetricsClient } from '../cloud.ts';
import { acrossRuns } from '../metrics/across-runs.ts';
import { endpointsSource } from '../metrics/endpoint-lists.ts';
import { generatorHealth } from '../metrics/health.ts';
import { metricsSource } from '../metrics/numbers.ts';
import { protocolsSource } from '../metrics/protocols.ts';
import { EarlierRuns, NamedTest, Run } from './schemas.ts';
import type { PageOf } from './translate.ts';
import { translateRun } from './translate.ts';

/** Whole runs come back, script options included, and nothing narrows them; a baseline is seldom further away. */
const PAGE_SIZE = 50;
/** Requested where that page is too large. */
const SMALLER_PAGE_SIZE = 10;

/** Starred runs are few, and the newest one that fits is enough. */
const STARRED_PAGE_SIZE = 20;

/** The insights of the v6 adapter; `ports.http` must name the stack. */
export function v6Metrics(ports: BestEffortPorts, pageOf: PageOf): MetricsClient {
  const ask = bestEffortGet(ports);
  const list = async ({ id, testId }: RunFacts, query: PageQuery, asking: BestEffortOptions): Promise<EarlierRun[]> => {
    if (testId === undefined) return [];
    const pathOf = (size: number): string =>
      `/cloud/v6/load_tests/${testId}/test_runs?$orderby=created%20desc&$top=${size}${query.filter}`;
    const page = await ask(pathOf(query.size), EarlierRuns, { ...asking, smallerPage: pathOf(SMALLER_PAGE_SIZE) });
    return (page?.value ?? [])
      .filter((run) => Number(run.id) < Number(id))
      .sort((a, b) => Number(b.id) - Number(a.id))
      .map((run) => earlierRun(run, pageOf));
  };
  return {
    ...metricsSource(ports),
    ...acrossRuns(ports),
    ...endpointsSource(ports),
    ...protocolsSource(ports),
    ...generatorHealth(ports),
    earlierRuns: (run, asking) => list(run, { size: PAGE_SIZE, filter: '' }, asking),
    markedRuns: (run, asking) => list(run, { size: STARRED_PAGE_SIZE, filter: '&is_starred=true' }, asking),
    namedRun: async (runId, asking) => {
      const run = await ask(`/cloud/v6/test_runs/${runId}`, Run, asking);
      return run === undefined ? undefined : translateRun(run, pageOf);
    },
    testName: async (testId, asking) => (await ask(`/cloud/v6/load_tests/${testId}`, NamedTest, asking))?.name,
  };
}

interface PageQuery {
  readonly size: number;
  readonly filter: string;
}

/** A note that is too long to be read whole counts as one that cannot be read. */
function earlierRun(run: EarlierRuns['value'][number], pageOf: PageOf): EarlierRun {
  const tail = run.note === undefined ? 'unreadable' : parseTail(run.note);
  return { run: translateRun(run, pageOf), marked: run.is_starred === true, tail };
}
