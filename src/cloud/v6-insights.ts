/** Insights over the current API: the metric endpoints both APIs share, and its own lists of runs and tests. */
import type { EarlierRun } from '../test-run/insight.ts';
import type { AskPorts } from './ask.ts';
import { asker } from './ask.ts';
import type { Insights } from './cloud.ts';
import { insightSource } from './insight.ts';
import { EarlierRuns, NamedTest } from './v6-answers.ts';
import type { PageOf } from './v6-run.ts';
import { translate } from './v6-run.ts';

/** Whole runs come back, script options included, and nothing narrows them; a baseline is seldom further away. */
const PAGE_SIZE = 50;

/** The insights of the v6 adapter; `ports.http` must name the stack. */
export function v6Insights(ports: AskPorts, pageOf: PageOf): Insights {
  const ask = asker(ports);
  return {
    ...insightSource(ports),
    earlier: async ({ id, testId }, asking) => {
      if (testId === undefined) return [];
      const path = `/cloud/v6/load_tests/${testId}/test_runs?$orderby=created%20desc&$top=${PAGE_SIZE}`;
      const page = await ask(path, EarlierRuns, asking);
      return (page?.value ?? [])
        .filter((run) => Number(run.id) < Number(id))
        .sort((a, b) => Number(b.id) - Number(a.id))
        .map((run): EarlierRun => ({ run: translate(run, pageOf), marked: run.is_starred === true }));
    },
    testName: async (testId, asking) => (await ask(`/cloud/v6/load_tests/${testId}`, NamedTest, asking))?.name,
  };
}
