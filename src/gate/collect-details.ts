/** Collects endpoints and the numbers of other protocols, in a bound of their own: a comparison never waits for them. */
import type { Clock } from '../clock.ts';
import { toError, withDeadline } from '../clock.ts';
import type { BestEffortOptions } from '../cloud/http/best-effort.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Baseline } from '../test-run/baseline.ts';
import type { EndpointNumbers } from '../test-run/endpoints.ts';
import { usualOf } from '../test-run/noise.ts';
import type { ProtocolNumbers } from '../test-run/protocol-table.ts';
import { knownProtocols } from '../test-run/protocol-table.ts';
import type { TestRun } from '../test-run/test-run.ts';

/** What the details of a run are collected with. */
export interface DetailPorts {
  readonly cloud: Cloud;
  readonly clock: Clock;
  /** When everything else about the run has to be there, by the clock. */
  readonly untilMs: number;
}

const MOST_MS = 8000;
/** What is left for the others to report that nothing came. */
const SPARE_MS = 1000;

/** All runs of a baseline; none where there is no baseline. */
export function baselineRunIds(baseline: Baseline | undefined): readonly string[] {
  return baseline === undefined ? [] : (baseline.runIds ?? [baseline.runId]);
}

/** The endpoints; empty where they are not known in time. Never throws. */
export async function collectEndpoints(
  run: TestRun,
  baseline: Baseline | undefined,
  ports: DetailPorts,
  asking: BestEffortOptions,
): Promise<readonly EndpointNumbers[]> {
  const found = await inTime('the endpoints', ports, asking, (within) =>
    ports.cloud.metrics.endpoints(run, baselineRunIds(baseline), within),
  );
  return found ?? [];
}

/** The same numbers of the baseline as the run has; those that are not known in time are absent. Never throws. */
export async function collectBaselineProtocols(
  { testId, protocols }: { readonly testId: string | undefined; readonly protocols: ProtocolNumbers },
  baseline: Baseline | undefined,
  ports: DetailPorts,
  asking: BestEffortOptions,
): Promise<ProtocolNumbers> {
  const names = knownProtocols(protocols);
  const runIds = baselineRunIds(baseline);
  if (testId === undefined || names.length === 0 || runIds.length === 0) return {};
  const found = await inTime('numbers of the baseline', ports, asking, (within) =>
    ports.cloud.metrics.protocols(testId, runIds, names, within),
  );
  const values = [...(found ?? [])].map(
    ([name, all]) => [name, runIds.length === 1 ? all[0] : usualOf(all)?.median] as const,
  );
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

async function inTime<T>(
  what: string,
  { clock, untilMs }: DetailPorts,
  { signal, onFailure }: BestEffortOptions,
  ask: (within: BestEffortOptions) => Promise<T>,
): Promise<T | undefined> {
  const limitMs = Math.min(MOST_MS, untilMs - SPARE_MS - clock.now());
  const late = (): Error => new Error(`${what} were not known in time`);
  try {
    if (limitMs <= 0) throw late();
    return await withDeadline(clock, { limitMs, signal }, late, (within) => ask({ signal: within, onFailure }));
  } catch (error) {
    if (!signal.aborted) onFailure(toError(error).message);
    return undefined;
  }
}
