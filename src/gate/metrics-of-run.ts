/** The metrics of one run of a step: what needs no verdict is asked while it goes on, the rest once it has ended. */
import type { EarlierRun } from '../test-run/metrics.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import type { PollResult, TestRun } from '../test-run/test-run.ts';
import { isRunningOrLater } from '../test-run/test-run.ts';
import { judge } from '../test-run/verdict.ts';
import { askEarly } from './ask-early.ts';
import type { Detail } from './read-metrics.ts';
import { collectMetrics } from './collect-metrics.ts';
import { rememberedMetrics, withFreshLists } from './remembered-metrics.ts';
import type { RunContext } from './run-test.ts';

/** The metrics of one run. */
export interface MetricsOfRun {
  /** A poll showed the run. */
  readonly polled: (run: TestRun) => void;
  /** Collects them; `undefined` for a run that did not run or has not ended, and for a step that was cancelled. */
  readonly collect: (pollResult: PollResult) => Promise<RunMetrics | undefined>;
}

/**
 * Pictures are four series and a trend. The first runs of a step have them, and every run that has not passed; those of
 * fifty runs that end together would hold the end of the step up for half a minute. In a step with more runs than this
 * the endpoints of a run that has passed are left out as well.
 */
const MOST_PICTURED = 10;

/**
 * The metrics of a run.
 * @param id of the test or of the run, as the input names it
 */
export function metricsOfRun(id: string, { inputs, ports, limits, signal }: RunContext): MetricsOfRun {
  const { comparison, policy, targets } = inputs;
  const cloud = { ...ports.cloud, metrics: rememberedMetrics(ports.cloud.metrics) };
  const isHeldAgainst = comparison.baseline.kind !== 'none';
  // A comparison reads everything, so that a run that is not sound is marked.
  const isCompared = isHeldAgainst || comparison.markAsBaseline === true;
  const ofPassed = isCompared || targets.ids.length <= MOST_PICTURED ? 'all' : ofManyRuns(targets.ids.indexOf(id));
  let hasAsked = false;
  let expected: readonly EarlierRun[] | undefined;
  return {
    polled: (run) => {
      if (hasAsked || run.state === 'settled' || !isRunningOrLater(run.phase)) return;
      hasAsked = true;
      // Nobody waits for it: the answers are in the memory when the run has ended.
      const asking = { ...ports, cloud, isPictured: ofPassed !== 'main' };
      void limits.early(async () => {
        expected = await askEarly(run, comparison, asking, signal);
      });
    },
    collect: (pollResult) => {
      const detail = judge(pollResult, policy).word === 'passed' ? ofPassed : 'all';
      const { onNotice, budget } = { onNotice: ports.reporter.noticed, budget: limits.metricsBudget };
      const atTheEnd = isHeldAgainst ? withFreshLists(cloud.metrics, ports.cloud.metrics) : cloud.metrics;
      const asked = { ...cloud, metrics: atTheEnd };
      const collecting = {
        ...ports,
        cloud: asked,
        expected: isHeldAgainst ? expected : undefined,
        onNotice,
        budget,
        detail,
      };
      return limits.metrics(() => collectMetrics(pollResult, comparison, collecting, signal));
    },
  };
}

function ofManyRuns(place: number): Detail {
  return place < MOST_PICTURED ? 'pictures' : 'main';
}
