/** Pure: what is known of a watched run and of the user's patience -> when which patience runs out. */
import type { PatienceLimits } from '../inputs/inputs.ts';
import type { Standing } from './poll-state.ts';
import type { Patience } from '../test-run/test-run.ts';

/** One patience and its end. */
export interface Deadline {
  readonly patience: Patience;
  readonly limitMs: number;
  readonly atMs: number;
}

/** How long a finished and processed run may leave its result unsaid. */
const RESULT_MS = 30_000;

/**
 * The patience that ends first; `undefined` where there is no limit.
 * @param stepStartMs the instant from which `timeout` counts
 */
export function nextDeadline(standing: Standing, limits: PatienceLimits, stepStartMs: number): Deadline | undefined {
  const { timeoutMs, queueMs, processingMs } = limits;
  const { run, ran, sinceMs, phaseSinceMs, overSinceMs = phaseSinceMs } = standing;
  const ends: (Deadline | undefined)[] = [
    end('timeout', timeoutMs, stepStartMs),
    !ran ? end('queue-timeout', queueMs, sinceMs) : undefined,
    run.phase === 'processing' ? end('processing-timeout', processingMs, overSinceMs) : undefined,
    run.phase === 'deciding' ? end('result', Math.min(RESULT_MS, processingMs), phaseSinceMs) : undefined,
  ];
  return ends
    .filter((one) => one !== undefined)
    .reduce<Deadline | undefined>(
      (first, one) => (first === undefined || one.atMs < first.atMs ? one : first),
      undefined,
    );
}

function end(patience: Patience, limitMs: number | undefined, fromMs: number): Deadline | undefined {
  return limitMs === undefined ? undefined : { patience, limitMs, atMs: fromMs + limitMs };
}
