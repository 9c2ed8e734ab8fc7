/** The trend of a test: p95 of the runs before a run. */
import type { Cloud } from '../cloud/cloud.ts';
import type { BestEffortOptions } from '../cloud/http/best-effort.ts';
import type { EarlierRun, TrendPoint } from '../test-run/metrics.ts';
import type { TestRun } from '../test-run/test-run.ts';

const TREND_RUNS = 9;

/**
 * The points of the runs before `run`, oldest first. Only runs that came to their end are among them; an aborted one
 * would show the latency of another test.
 * @param earlier newest first
 */
export async function trendBefore(
  run: TestRun,
  earlier: readonly EarlierRun[],
  cloud: Pick<Cloud, 'metrics'>,
  asking: BestEffortOptions,
): Promise<readonly TrendPoint[]> {
  const ended = earlier.filter(({ run: one }) => one.state === 'settled' && one.ending.kind === 'finished');
  const shown = ended.slice(0, TREND_RUNS).map(({ run: one }) => one);
  const runIds = shown.map(({ id }) => id);
  if (run.testId === undefined || runIds.length === 0) return [];
  const latencies = await cloud.metrics.latencies(run.testId, runIds, asking);
  return shown.map(({ id, createdMs }) => ({ runId: id, createdMs, p95Ms: latencies.get(id) })).reverse();
}
