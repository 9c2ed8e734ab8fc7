/** How the reads of metrics, thresholds and checks behave, and what their routes share. */
import type { EmulatedCloud } from '../machine/cloud-model.ts';
import type { RunNumbers } from '../machine/run-numbers.ts';
import { numbersOf } from '../machine/run-numbers.ts';
import type { RunView } from '../machine/run-view.ts';

/** Read at every request, so a test may change it while serving. */
export interface MetricsOptions {
  /** `empty`: answers are well-formed and have nothing in them. */
  data?: 'present' | 'empty';
  /** How many requests for the same path get a 404 before it answers. */
  lateReads?: number;
  /** For how long after a run's end (by the machine's clock) its metrics are a 404. */
  lateMs?: number;
  /** Values of v5 queries. */
  numbersAs?: 'numbers' | 'strings';
  /** Names of thresholds: `p(95)<400`, or `threshold_1` as in many real answers. */
  thresholdNames?: 'condition' | 'generic';
  /** Sources that are gone: 404 for every path of them. */
  gone?: readonly ('v2-thresholds' | 'v3-checks' | 'v4' | 'v5' | 'result-summary')[];
}

/** What the routes share. */
export interface MetricsContext {
  readonly cloud: EmulatedCloud;
  readonly options: MetricsOptions;
  /** The run and its metrics; a text for a 404 where there is no such run, or they are not there yet. */
  readonly look: (runId: number, path: string) => RunSample | string;
}

/** What one request for the metrics of a run shows. */
export interface RunSample {
  readonly run: RunView;
  /** `undefined`: nothing was measured, or the options hide it. */
  readonly numbers: RunNumbers | undefined;
}

/** None of these requests counts as a read of the run. */
export function metricsContext(cloud: EmulatedCloud, options: MetricsOptions): MetricsContext {
  const asked = new Map<string, number>();
  return {
    cloud,
    options,
    look: (runId, path) => {
      const run = cloud.peek(runId);
      const test = run === undefined ? undefined : cloud.test(run.testId);
      if (run === undefined || test === undefined) return `There is no test run ${runId}.`;
      const before = asked.get(path) ?? 0;
      asked.set(path, before + 1);
      const early = run.overAtMs !== undefined && cloud.now() < run.overAtMs + (options.lateMs ?? 0);
      if (early || before < (options.lateReads ?? 0)) return 'The metrics of the test run are not there yet.';
      return { run, numbers: options.data === 'empty' ? undefined : numbersOf(run, test, cloud.now()) };
    },
  };
}
