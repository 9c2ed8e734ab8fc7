/** Pure: what the watcher knows of a run between two looks, and how a look changes it. */
import type { PendingRun, Phase } from '../test-run/test-run.ts';

/** What the watcher knows of a run between two looks; instants are epoch ms by this machine's clock. */
export interface Standing {
  readonly run: PendingRun;
  /** Whether we started it: then it was created just before `sinceMs`. */
  readonly ours: boolean;
  /** When the watching of this run began. */
  readonly sinceMs: number;
  /** When the present phase was first seen. */
  readonly phaseSinceMs: number;
  /** When it was first seen over, its metrics still in processing; a status that goes to and fro does not move it. */
  readonly overSinceMs: number | undefined;
  /** When a look last showed the run; `undefined` until one has. */
  readonly lookedMs: number | undefined;
  /** When it began to run, as well as that can be told; `undefined` until it was seen running or later. */
  readonly beganMs: number | undefined;
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

const UNTROUBLED = { failures: 0, failingSinceMs: undefined, retryAfterMs: undefined };

/** Before the first look. */
export function begun(run: PendingRun, ours: boolean, nowMs: number): Standing {
  const never = { overSinceMs: undefined, lookedMs: undefined, beganMs: undefined, ran: false };
  return { run, ours, seen: ours, sinceMs: nowMs, phaseSinceMs: nowMs, ...never, ...UNTROUBLED };
}

/** After a look that showed the run. */
export function advanced(standing: Standing, run: PendingRun, nowMs: number): Standing {
  const ran = standing.ran || hasRun(run.phase);
  return {
    ...standing,
    run,
    ran,
    seen: true,
    phaseSinceMs: run.phase === standing.run.phase ? standing.phaseSinceMs : nowMs,
    beganMs: standing.beganMs ?? (ran ? beginning(standing, run, nowMs) : undefined),
    overSinceMs: standing.overSinceMs ?? (run.phase === 'processing' ? nowMs : undefined),
    lookedMs: nowMs,
    ...UNTROUBLED,
  };
}

/** After a look that failed. */
export function troubled(standing: Standing, retryAfterMs: number | undefined, nowMs: number): Standing {
  const failingSinceMs = standing.failingSinceMs ?? nowMs;
  return { ...standing, failures: standing.failures + 1, failingSinceMs, retryAfterMs };
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

/**
 * When the run began to run, by our clock. The service's clock may differ from ours, so of a run that we started only
 * the time between two of its stamps is taken; and it began between the last two looks, whatever the stamps say.
 */
function beginning({ ours, sinceMs, lookedMs }: Standing, { createdMs, startedMs }: PendingRun, nowMs: number): number {
  const earliestMs = lookedMs ?? (ours ? sinceMs : -Infinity);
  const byOurs =
    ours && createdMs !== undefined && startedMs !== undefined ? sinceMs + startedMs - createdMs : undefined;
  const toldMs = byOurs ?? startedMs ?? nowMs;
  return Math.min(nowMs, Math.max(earliestMs, toldMs));
}
