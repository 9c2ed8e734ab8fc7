/** The thresholds of a run, from whichever of two sources answers: for reports, and for a rule of the user. */
import type { Threshold } from '../../test-run/metrics.ts';
import type { BestEffortGet, BestEffortOptions } from '../http/best-effort.ts';
import { decode } from '../http/decode.ts';
import type { AdapterPorts } from '../cloud.ts';
import { CloudError } from '../errors.ts';
import { retryUntil } from '../http/retry.ts';
import { ThresholdsV2, ThresholdsV4 } from './schemas.ts';
import { translateThreshold } from './threshold.ts';

/** For how long one source is asked again when the list decides. */
const BUDGET_MS = 30_000;

/** For reports, within the time they have; `undefined` if neither source answers. */
export async function thresholdsOf(
  ask: BestEffortGet,
  runId: string,
  asking: BestEffortOptions,
): Promise<readonly Threshold[] | undefined> {
  const quiet = { ...asking, onFailure: () => undefined };
  const older = await ask(v2Path(runId), ThresholdsV2, quiet);
  if (older !== undefined) return fromV2(older);
  const newer = await ask(v4Path(runId), ThresholdsV4, asking);
  return newer === undefined ? undefined : fromV4(newer);
}

/** For `require-thresholds`, which the list decides: each source is asked until it answers or refuses for good. */
export async function readThresholds(
  ports: AdapterPorts,
  runId: string,
  signal: AbortSignal,
): Promise<readonly Threshold[] | undefined> {
  const { http, outageMs } = ports;
  const options = { ...ports, budgetMs: Math.min(outageMs, BUDGET_MS) };
  const read = <Schema extends typeof ThresholdsV2 | typeof ThresholdsV4>(path: string, schema: Schema) =>
    retryUntil(options, signal, async () => decode(schema, await http.send({ method: 'GET', path }, signal)));
  const sources = [
    async () => fromV2(await read(v2Path(runId), ThresholdsV2)),
    async () => fromV4(await read(v4Path(runId), ThresholdsV4)),
  ];
  for (const source of sources) {
    try {
      return await source();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CloudError)) throw error;
    }
  }
  return undefined;
}

/** v2 names metric and limit. */
function v2Path(runId: string): string {
  return `/loadtests/v2/thresholds?test_run_id=${runId}`;
}

function v4Path(runId: string): string {
  return `/loadtests/v4/test_runs(${runId})/thresholds?$select=id,name,stat,tainted,calculated_value`;
}

function fromV2(list: ThresholdsV2): Threshold[] {
  const metrics = new Map((list['k6-metrics'] ?? []).map((metric) => [metric.id, metric]));
  return list['k6-thresholds'].map((entry) =>
    translateThreshold(entry.metric_id === undefined ? undefined : metrics.get(entry.metric_id), entry),
  );
}

function fromV4(list: ThresholdsV4): Threshold[] {
  return list.value.map((entry) => translateThreshold(undefined, entry));
}
