/** Asks for what needs no verdict while a run goes on: the name of its test, the runs before it, and their numbers. */
import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock.ts';
import { withDeadline } from '../clock.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { BestEffortOptions } from '../cloud/http/best-effort.ts';
import type { ComparisonInputs } from '../inputs/reports.ts';
import type { EarlierRun } from '../test-run/metrics.ts';
import type { TestRun } from '../test-run/test-run.ts';
import { findBaseline } from './compare.ts';
import { trendBefore } from './trend.ts';

/** What asking early needs. */
export interface EarlyPorts {
  /** Its metrics client remembers the answers. */
  readonly cloud: Cloud;
  readonly clock: Clock;
  /** Whether the runs before this one are read whatever the verdict is. */
  readonly isPictured: boolean;
}

/** What has not come by then is asked for again at the end. */
const BOUND_MS = 25_000;

/**
 * Asks, and leaves the answers to the memory of the client. Never throws: the end asks for what failed.
 * @returns the runs before this one as they were then; `undefined` if they were not read
 */
export async function askEarly(
  run: TestRun,
  comparing: ComparisonInputs,
  ports: EarlyPorts,
  signal: AbortSignal,
): Promise<readonly EarlierRun[] | undefined> {
  const { clock, cloud } = ports;
  const late = (): Error => new Error('the answer is asked for again once the run has ended');
  try {
    return await withDeadline(clock, { limitMs: BOUND_MS, signal }, late, async (within) => {
      setMaxListeners(0, within); // more than ten questions at once are no leak
      const asking = { signal: within, onFailure: () => undefined };
      const name = run.testId === undefined ? undefined : cloud.metrics.testName(run.testId, asking);
      const [past] = await Promise.all([askForPast(run, comparing, ports, asking), name]);
      return past;
    });
  } catch {
    return undefined; // the memory holds no answer, so that the end asks
  }
}

async function askForPast(
  run: TestRun,
  comparing: ComparisonInputs,
  { cloud, isPictured }: EarlyPorts,
  asking: BestEffortOptions,
): Promise<readonly EarlierRun[] | undefined> {
  if (!isPictured) return undefined;
  const failures: string[] = [];
  const onFailure = (failure: string): unknown => failures.push(failure);
  const earlier = await cloud.metrics.earlierRuns(run, { ...asking, onFailure });
  // A rule with a selector compares the run itself, of which nothing is final yet.
  const pastOnly = { ...comparing, maxRegression: [] };
  await Promise.all([
    findBaseline({ run, earlier, comparing: pastOnly, cloud }, asking),
    trendBefore(run, earlier, cloud, asking),
  ]);
  return failures.length === 0 ? earlier : undefined;
}
