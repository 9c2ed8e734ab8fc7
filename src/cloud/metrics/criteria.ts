/** Thresholds and checks of a run, from the newer or the older of the sources that tell of them. */
import type { Check, Threshold } from '../../test-run/metrics.ts';
import type { BestEffortGet, BestEffortOptions } from '../http/best-effort.ts';
import { ChecksV3, ChecksV4, ThresholdsV2, ThresholdsV4 } from './schemas.ts';

/** v2 names metric and limit; v4 is asked where it is gone. `undefined` where neither answers. */
export async function thresholdsOf(
  ask: BestEffortGet,
  runId: string,
  asking: BestEffortOptions,
): Promise<Threshold[] | undefined> {
  const quiet = { ...asking, onFailure: () => undefined };
  const older = await ask(`/loadtests/v2/thresholds?test_run_id=${runId}`, ThresholdsV2, quiet);
  if (older !== undefined) return fromV2(older);
  const path = `/loadtests/v4/test_runs(${runId})/thresholds?$select=id,name,stat,tainted,calculated_value`;
  const newer = await ask(path, ThresholdsV4, asking);
  return newer?.value.map((one) => threshold(undefined, one));
}

/** v4 has them with their groups; v3 is asked where it is gone. The same name in several places is one check. */
export async function checksOf(
  ask: BestEffortGet,
  runId: string,
  asking: BestEffortOptions,
): Promise<Check[] | undefined> {
  const quiet = { ...asking, onFailure: () => undefined };
  const newer = await ask(`/loadtests/v4/test_runs(${runId})/checks?$select=name,metric_summary`, ChecksV4, quiet);
  if (newer !== undefined) {
    return byName(
      newer.value.map(({ name, metric_summary: sums }) => [name, sums?.success_count, sums?.fail_count] as const),
    );
  }
  const older = await ask(`/loadtests/v3/checks?test_run_id=${runId}`, ChecksV3, asking);
  if (older === undefined) return undefined;
  return byName(
    older['k6-checks'].map(({ name, success_count: passes, total_count: all }) => {
      const fails = passes === undefined || all === undefined ? undefined : all - passes;
      return [name, passes, fails] as const;
    }),
  );
}

function fromV2(answer: ThresholdsV2): Threshold[] {
  const names = new Map((answer['k6-metrics'] ?? []).map((metric) => [metric.id, metric.name]));
  return answer['k6-thresholds'].map((one) =>
    threshold(one.metric_id === undefined ? undefined : names.get(one.metric_id), one),
  );
}

/** A criterion as scripts write it, with or without its metric in front: `http_req_duration: p(95)<400`. */
const EXPRESSION =
  /^(?:(?<metric>[\w.]+(?:\{[^}]*\})?)\s*:\s*)?(?<stat>[a-z]+(?:\([\d.]+\))?)\s*(?<sign>[<>]=?|={2,3}|!=)\s*(?<limit>-?\d+(?:\.\d+)?)$/u;

/** The name holds the whole criterion at times, and is a mere `threshold_1` at others. */
function threshold(
  metric: string | undefined,
  {
    name,
    stat,
    value,
    calculated_value: calculated,
    tainted,
  }: Omit<ThresholdsV2['k6-thresholds'][number], 'metric_id'>,
): Threshold {
  const written = EXPRESSION.exec(name ?? '')?.groups;
  const limit = value ?? (written?.['limit'] === undefined ? undefined : Number(written['limit']));
  const compared = stat ?? written?.['stat'];
  const inWords = [compared, limit === undefined ? undefined : `limit ${limit}`].filter((part) => part !== undefined);
  const spelled =
    written === undefined ? undefined : `${written['stat'] ?? ''}${written['sign'] ?? ''}${written['limit'] ?? ''}`;
  return {
    metric: metric ?? written?.['metric'],
    stat: compared,
    condition: spelled ?? (inWords.length === 0 ? (name ?? '') : inWords.join(', ')),
    limit,
    value: calculated,
    failed: tainted,
  };
}

/** A check whose counts are unknown is left out: 0 of 0 would read as if it had never run. */
function byName(all: readonly (readonly [string, number | undefined, number | undefined])[]): Check[] {
  const sums = new Map<string, Check>();
  for (const [name, passes, fails] of all) {
    if (passes === undefined || fails === undefined || fails < 0) continue;
    const before = sums.get(name);
    sums.set(name, { name, passes: passes + (before?.passes ?? 0), fails: fails + (before?.fails ?? 0) });
  }
  // A sum past all numbers is unknown.
  return [...sums.values()].filter(({ passes, fails }) => Number.isFinite(passes + fails));
}
