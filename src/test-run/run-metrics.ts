/** What was measured of a run, the runs before it, and how it compares: everything beyond its verdict. */
import type { Baseline, JudgedRule, Regression } from './baseline.ts';
import type { Endpoint } from './endpoints.ts';
import type { ProtocolNumbers } from './protocol-table.ts';
import type { Metrics, TrendPoint } from './metrics.ts';
import type { TestRun } from './test-run.ts';
import type { GeneratorHealth } from './soundness.ts';

/** The metrics of a run and what they are compared with. Decoration, but for `regressions`: a rule of the user asks for them. */
export interface RunMetrics extends Metrics {
  /** The name of the test; text from outside. */
  readonly testName: string | undefined;
  /** p95 of this run and up to nine earlier runs, oldest first; empty where there is none to show. */
  readonly trend: readonly TrendPoint[];
  readonly baseline: Baseline | undefined;
  /** Every rule that was applied. */
  readonly judged: readonly JudgedRule[];
  /** The run of the baseline, or the newest of several, where the list of runs shows it. */
  readonly baselineRun?: TestRun | undefined;
  /** What `protocols` has, of the baseline. */
  readonly baselineProtocols: ProtocolNumbers;
  /** The endpoints of the run, those that became slower first; empty where none is known. */
  readonly endpoints: readonly Endpoint[];
  readonly regressions: readonly Regression[];
  /** Why a rule of `max-regression` was not applied, as a sentence without its full stop; absent if all were. */
  readonly notCompared?: string | undefined;
  /** Whether that is so because something could not be read; absent where there is nothing that could have been read. */
  readonly isComparisonUnread?: boolean | undefined;
  readonly health: GeneratorHealth;
  /** What speaks against the run as a measurement; empty for a sound one. */
  readonly unsound: readonly string[];
  /** Sentences that the user should see beside the verdict. */
  readonly warnings: readonly string[];
}
