/** Parts of a finding that depend on what is known of the run. */
import type { Aborter, RunFacts, TestRun } from './test-run.ts';

/** A pass that nothing was checked for is not called one of all thresholds. */
export function passFinding({ thresholds }: RunFacts): string {
  switch (thresholds) {
    case 'none':
      return 'Passed, but the test has no thresholds, so nothing was checked';
    case 'not-evaluated':
      return 'Passed, but no threshold of the test had a sample, so nothing was checked';
    case 'some':
      return 'All thresholds passed';
    case 'stated':
    case 'unknown':
    case 'unreadable':
      return 'The run passed';
  }
}

/** Whether it is known that no threshold of the run was evaluated. */
export function isUnchecked({ thresholds }: RunFacts): boolean {
  return thresholds === 'none' || thresholds === 'not-evaluated';
}

/** Why a run with required thresholds is no pass. */
export function thresholdsMissing({ thresholds }: RunFacts): string {
  return thresholds === 'not-evaluated'
    ? 'The thresholds of the test had no samples, so none was evaluated'
    : 'The thresholds of the run could not be read, so none is known to have been evaluated';
}

/** What k6 Cloud says of a run: its own words, or the kind of the end where it has no more than a code. */
export function explanation(run: TestRun): string | undefined {
  const { code, message } = run.detail ?? {};
  if (code === undefined) return message === undefined ? undefined : withoutFullStop(message);
  return `${message === undefined ? kindOfError(run) : withoutFullStop(message)} (code ${code})`;
}

/** Whether a run that is still going has not begun to run. */
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

/** Without its last full stop, so that the text can be a part of a sentence. */
export function withoutFullStop(text: string): string {
  return text.replace(/[.\s]+$/u, '');
}

const ABORTED: Readonly<Record<Aborter, string>> = {
  user: 'Stopped',
  system: 'System error',
  'script-error': 'Script error',
  threshold: 'Threshold not met',
  limit: 'Limit reached',
  unknown: 'Error',
};

function kindOfError(run: TestRun): string {
  if (run.state === 'pending') return 'Error';
  switch (run.ending.kind) {
    case 'aborted':
      return ABORTED[run.ending.by];
    case 'timed-out':
      return 'Timed out';
    case 'finished':
    case 'archived':
    case 'unrecognised':
      return 'Error';
  }
}
