/** Checks of a run, from whichever of two sources answers. */
import type { Check } from '../../test-run/metrics.ts';
import type { BestEffortGet, BestEffortOptions } from '../http/best-effort.ts';
import { ChecksV3, ChecksV4 } from './schemas.ts';

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
