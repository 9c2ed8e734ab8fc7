/** What was found out about a run beyond its verdict: its numbers, the runs before it, and how it compares. */
import type { Baseline, Regression } from './baseline.ts';
import type { Insight, TrendPoint } from './metrics.ts';

/** All decoration but `regressions`, which a rule of the user's asked for. */
export interface Study {
  /** The name of the test; text from outside. */
  readonly testName: string | undefined;
  readonly insight: Insight;
  /** p95 of this run and up to nine earlier runs, oldest first; empty where there is none to show. */
  readonly trend: readonly TrendPoint[];
  readonly baseline: Baseline | undefined;
  readonly regressions: readonly Regression[];
  /** Sentences that the user should see beside the verdict. */
  readonly warnings: readonly string[];
}
