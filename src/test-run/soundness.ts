/** Whether a run was a sound measurement: what its load generators dropped, and how busy they were. */
import type { Unit } from './quantity.ts';
import { distinguishable } from './quantity.ts';

/** What the load generators of a run say of themselves; `undefined` where nothing is known. */
export interface GeneratorHealth {
  /** Iterations that could not be started in time. */
  readonly droppedIterations: number | undefined;
  /** The highest CPU load of any load generator, in percent. */
  readonly cpuPercent: number | undefined;
}

/** The health of generators of which nothing is known. */
export const UNKNOWN_HEALTH: GeneratorHealth = { droppedIterations: undefined, cpuPercent: undefined };

/** More dropped iterations than this share are not the system's doing alone. */
const MOST_DROPPED = 0.01;
const MOST_CPU_PERCENT = 80;

/** What speaks against a measurement, a phrase for each; empty for a sound one, and where nothing is known. */
export function unsoundReasons(
  { droppedIterations, cpuPercent }: GeneratorHealth,
  iterations: number | undefined,
): readonly string[] {
  const share = droppedShare(droppedIterations, iterations);
  return [
    ...pastLimit(share, MOST_DROPPED, 'share', (is, limit) => `${is} of its iterations were dropped (limit ${limit})`),
    ...pastLimit(cpuPercent, MOST_CPU_PERCENT, 'plain', (is, limit) => {
      return `a load generator was at ${is} % CPU (limit ${limit} %)`;
    }),
  ];
}

/** The words for a value past its limit; a value equal to it is within. */
function pastLimit(
  value: number | undefined,
  limit: number,
  unit: Unit,
  words: (value: string, limit: string) => string,
): readonly string[] {
  return value !== undefined && value > limit ? [words(...distinguishable(value, limit, unit))] : [];
}

/** Of the iterations that should have been made, as far as both counts are known. */
function droppedShare(dropped: number | undefined, made: number | undefined): number | undefined {
  if (dropped === undefined || made === undefined || dropped + made <= 0) return undefined;
  return dropped / (dropped + made);
}

/** `Run 7650001 was not a sound measurement: 2.4 % of its iterations were dropped (limit 1 %). …`; none for a sound one. */
export function unsoundWarning(runId: string, reasons: readonly string[]): readonly string[] {
  if (reasons.length === 0) return [];
  const why = reasons.join(', and ');
  return [`Run ${runId} was not a sound measurement: ${why}. Its latencies are not those of the tested system alone.`];
}
