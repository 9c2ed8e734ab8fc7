/** Phases and endings of a run as people say them. */
import type { PendingRun, SettledRun } from './test-run.ts';

/** A phase as people say it: `initializing`. */
export function phaseName(run: PendingRun): string {
  switch (run.phase) {
    case 'created':
    case 'validated':
    case 'queued':
    case 'initializing':
    case 'running':
      return run.phase;
    case 'processing':
      return 'finished';
    case 'deciding':
      return `${run.endedAs === undefined ? 'processed' : 'aborted'}, no result yet`;
    case 'unrecognised':
      return `unknown status ${run.statuses.run.value}`;
  }
}

/** An ending as people say it: `aborted by user`. */
export function endingName({ ending }: SettledRun): string {
  switch (ending.kind) {
    case 'finished':
      return 'processed';
    case 'timed-out':
      return 'timed out';
    case 'archived':
      return 'archived';
    case 'unrecognised':
      return 'ended in an unknown way';
    case 'aborted':
      return ending.by === 'unknown' ? 'aborted' : `aborted by ${ending.by.replace('-', ' ')}`;
  }
}
