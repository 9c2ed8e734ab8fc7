/** Pure: the state of a run and the user's time limits -> the next deadline. */
import type { TimeLimits } from '../inputs/inputs.ts';
import type { PollState } from './poll-state.ts';
import type { TimeLimit } from '../test-run/test-run.ts';

/** One time limit and its deadline. */
export interface Deadline {
  readonly limit: TimeLimit;
  readonly limitMs: number;
  readonly atMs: number;
}

/** How long a finished and processed run may be without its result. */
const RESULT_MS = 30_000;
/** How long an aborted run may be without its result: only a failed threshold would change its verdict. */
const ABORTED_RESULT_MS = 10_000;

/**
 * The deadline that comes first; `undefined` where there is no limit.
 * @param stepStartMs the instant from which `timeout` counts
 */
export function nextDeadline(pollState: PollState, limits: TimeLimits, stepStartMs: number): Deadline | undefined {
  const { timeoutMs, queueMs, processingMs } = limits;
  const { run, hasRun, pollingSinceMs, phaseSinceMs, endedSinceMs = phaseSinceMs } = pollState;
  const resultMs = run.endedAs === undefined ? RESULT_MS : ABORTED_RESULT_MS;
  const ends: (Deadline | undefined)[] = [
    end('timeout', timeoutMs, stepStartMs),
    !hasRun ? end('queue-timeout', queueMs, pollingSinceMs) : undefined,
    run.phase === 'processing' ? end('processing-timeout', processingMs, endedSinceMs) : undefined,
    run.phase === 'deciding' ? end('result', Math.min(resultMs, processingMs), phaseSinceMs) : undefined,
  ];
  return ends
    .filter((one) => one !== undefined)
    .reduce<Deadline | undefined>(
      (first, one) => (first === undefined || one.atMs < first.atMs ? one : first),
      undefined,
    );
}

function end(limit: TimeLimit, limitMs: number | undefined, fromMs: number): Deadline | undefined {
  return limitMs === undefined ? undefined : { limit, limitMs, atMs: fromMs + limitMs };
}
