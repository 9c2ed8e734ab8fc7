/** Pure: what is known of a watched run and of the user's patience -> when which patience runs out. */
import type { PatienceLimits } from './inputs.ts';
import type { Patience, PendingRun, Phase } from './test-run/test-run.ts';

/** What the watcher knows of a run between two looks; instants are epoch ms. */
export interface Standing {
  readonly run: PendingRun;
  /** When the watching of this run began. */
  readonly sinceMs: number;
  /** When the present phase was first seen. */
  readonly phaseSinceMs: number;
  /** Whether it was seen running or later: from then on it waits in no queue. */
  readonly ran: boolean;
  /** False until a first look has succeeded; true from the start for a run that we started. */
  readonly seen: boolean;
  /** Looks that failed since the last one that did not. */
  readonly failures: number;
  /** When the first of those failed. */
  readonly failingSinceMs: number | undefined;
  /** How long the service asked to be left alone, ms. */
  readonly retryAfterMs: number | undefined;
}

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
  const { run, ran, sinceMs, phaseSinceMs } = standing;
  const ends: (Deadline | undefined)[] = [
    end('timeout', timeoutMs, stepStartMs),
    !ran ? end('queue-timeout', queueMs, sinceMs) : undefined,
    run.phase === 'processing' ? end('processing-timeout', processingMs, phaseSinceMs) : undefined,
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

/** Whether a run in this phase is running or has run. */
export function hasRun(phase: Phase): boolean {
  switch (phase) {
    case 'created':
    case 'validated':
    case 'queued':
    case 'initializing':
    case 'unrecognised':
      return false;
    case 'running':
    case 'processing':
    case 'deciding':
      return true;
  }
}
