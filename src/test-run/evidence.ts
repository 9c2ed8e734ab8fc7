/** What a sentence about a verdict is made of, and the words for its evidence. */
import type { RunMetrics } from './run-metrics.ts';
import { thresholdsFrom } from './thresholds.ts';
import type { ApiStatus, RunFacts, SecondRun, TestRun } from './test-run.ts';

/** The material of a sentence. */
export interface SentenceParts {
  readonly run: TestRun;
  /** The time limit that ended, in words; empty where none did. */
  readonly limit: string;
  /** What the API failed with, without its full stop; empty where it did not. */
  readonly failure: string;
  readonly metrics: RunMetrics | undefined;
  /** The other runs of a start that made more than one. */
  readonly others: readonly SecondRun[];
}

/** The evidence in the API's own words: `run 7650001: result_status FAILED`. */
export function evidence(run: RunFacts, ...statuses: readonly (ApiStatus | undefined)[]): string {
  if (!run.seen) return lastSeen(run);
  const known = statuses.flatMap((status) =>
    status === undefined ? [] : [`${status.field} ${status.value === '' ? 'empty' : status.value}`],
  );
  return `run ${run.id}: ${known.join(', ')}`;
}

/** `run 7650001, last seen: RUNNING` */
export function lastSeen({ id, seen, statuses }: RunFacts): string {
  return `run ${id}, ${seen ? `last seen: ${statuses.run.value}` : 'never found'}`;
}

/** Its load has ended; what is still missing are its metrics or its result. */
export function isProcessed(run: TestRun): boolean {
  return run.state === 'pending' && (run.phase === 'processing' || run.phase === 'deciding');
}

/** The run was waiting, and its load never began. */
export function neverBegan(run: TestRun): boolean {
  if (run.state === 'settled') return false;
  switch (run.phase) {
    case 'created':
    case 'validated':
    case 'queued':
    case 'initializing':
      return true;
    case 'running':
    case 'processing':
    case 'deciding':
    case 'unrecognised':
      return false;
  }
}

/** Whether the run is known to have thresholds that were evaluated: by the list of them, else by its own word. */
export function hasThresholds(
  { thresholds }: RunFacts,
  metrics: RunMetrics | undefined,
): 'yes' | 'no' | 'not-evaluated' | 'unknown' {
  const listed = metrics?.thresholds;
  const isKnown = thresholds === 'some' || thresholds === 'not-evaluated';
  const known = isKnown || listed === undefined ? thresholds : thresholdsFrom(thresholds, listed);
  switch (known) {
    case 'some':
    case 'stated':
      return 'yes';
    case 'none':
      return 'no';
    case 'not-evaluated':
      return 'not-evaluated';
    case 'unknown':
    case 'unreadable':
      return 'unknown';
  }
}

/** Without its last full stop, so that the text can stand inside a sentence of ours. */
export function withoutFullStop(text: string): string {
  return text.replace(/[.\s]+$/u, '');
}

const SECOND_RUN: Readonly<Record<SecondRun['stop'], string>> = {
  stopped: 'which was stopped',
  'already-over': 'which has ended',
  'stop-failed': 'which could not be stopped and may still be running',
};

/** `run 7650002, which was stopped` */
export function secondRunWords({ runId, stop }: SecondRun): string {
  return `run ${runId}, ${SECOND_RUN[stop]}`;
}
