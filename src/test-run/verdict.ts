/** The gating policy: from what was seen of a run to what we think of it. The only place where a pass is made. */
import type { Aborter, TimeLimit, SettledRun, TestRun, PollResult } from './test-run.ts';

/** The closed set of verdicts that users see, in the output of the same name. */
export type VerdictWord = 'passed' | 'failed' | 'aborted' | 'error' | 'timeout' | 'cancelled' | 'started' | 'skipped';

/** Verdicts that `fail-on` may name. */
export type FailWord = Extract<VerdictWord, 'failed' | 'aborted' | 'error' | 'timeout'>;

/** Why a verdict is what it is; every cause has its sentence in wording.ts. */
export type Cause =
  | 'thresholds-passed'
  | 'thresholds-crossed'
  | 'regressed'
  | 'no-thresholds'
  | 'thresholds-not-evaluated'
  | `aborted-by-${Aborter}`
  | 'timed-out'
  | 'archived'
  | 'ending-unrecognised'
  | 'metrics-incomplete'
  | 'metrics-never-processed'
  | 'result-missing'
  | 'result-unknown'
  | 'result-error'
  | 'lost-patience'
  | 'lost-patience-in-queue'
  | 'api-out-of-reach'
  | 'api-refused'
  | 'start-failed'
  | 'started-twice'
  | 'cancelled'
  | 'not-awaited';

/** What we think of one run, or of the step. */
export interface Verdict {
  readonly word: VerdictWord;
  readonly cause: Cause;
  /** True where the job fails whatever `fail-on` says: a rejected token, an unknown test, a fault. */
  readonly always: boolean;
}

/** The two rules of a verdict that users may set. */
export interface Policy {
  /** `warn`: a finished run whose metrics had an error is judged by its result all the same. */
  readonly processingError: 'fail' | 'warn';
  /** A run in which no threshold was evaluated is an error, not a pass. */
  readonly requireThresholds: boolean;
}

/** Judges one run by what was seen of it; total, and passing in exactly one way. */
export function judge(watched: PollResult, policy: Policy): Verdict {
  switch (watched.kind) {
    case 'settled':
      return judgeSettled(watched.run, policy);
    case 'gave-up':
      return judgeTimeLimit(watched.limit, watched.run);
    case 'api-unreachable':
      return verdict('error', 'api-out-of-reach');
    case 'api-refused':
      return { word: 'error', cause: 'api-refused', always: true };
    case 'not-started':
      return { word: 'error', cause: 'start-failed', always: true };
    case 'started-twice':
      return { word: 'error', cause: 'started-twice', always: true };
    case 'cancelled':
      return { word: 'cancelled', cause: 'cancelled', always: true };
    case 'not-awaited':
      return verdict('started', 'not-awaited');
  }
}

/** A run that passed its criteria and is worse than its baseline by more than the user allows has failed all the same. */
export function withRegressions(verdict: Verdict, regressions: readonly unknown[]): Verdict {
  if (verdict.word !== 'passed' || regressions.length === 0) return verdict;
  return { word: 'failed', cause: 'regressed', always: false };
}

/** The order in which a step with several runs takes its verdict: the first that any run has. */
const WORST_FIRST: readonly VerdictWord[] = [
  'cancelled',
  'failed',
  'error',
  'timeout',
  'aborted',
  'passed',
  'started',
  'skipped',
];

/** How bad a verdict is among others; 0 is the worst. Sorts a table worst first. */
export function severity(word: VerdictWord): number {
  return WORST_FIRST.indexOf(word);
}

/** Whether this verdict fails the job under the user's `fail-on`. */
export function failsJob({ word, always }: Verdict, failOn: ReadonlySet<FailWord>): boolean {
  return always || (failOn as ReadonlySet<VerdictWord>).has(word);
}

function judgeSettled(run: SettledRun, policy: Policy): Verdict {
  switch (run.ending.kind) {
    case 'finished':
      return judgeFinished(run, policy);
    case 'timed-out':
      return verdict('error', 'timed-out');
    case 'archived':
      return verdict('error', 'archived');
    case 'unrecognised':
      return verdict('error', 'ending-unrecognised');
    case 'aborted':
      return judgeAborted(run.ending.by);
  }
}

function judgeAborted(by: Aborter): Verdict {
  switch (by) {
    case 'threshold':
      return verdict('failed', 'aborted-by-threshold');
    case 'user':
      return verdict('aborted', 'aborted-by-user');
    case 'system':
    case 'script-error':
    case 'limit':
    case 'unknown':
      return verdict('error', `aborted-by-${by}`);
  }
}

function judgeFinished(run: SettledRun, policy: Policy): Verdict {
  switch (run.result) {
    case 'failed':
      return verdict('failed', 'thresholds-crossed');
    case 'error':
      return verdict('error', 'result-error');
    case 'none':
      return verdict('error', 'result-missing');
    case 'unknown':
      return verdict('error', 'result-unknown');
    case 'passed':
      return judgePassed(run, policy);
  }
}

function judgePassed(run: SettledRun, policy: Policy): Verdict {
  if (!metricsSuffice(run, policy)) return verdict('error', 'metrics-incomplete');
  if (!policy.requireThresholds) return verdict('passed', 'thresholds-passed');
  switch (run.thresholds) {
    case 'none':
      return verdict('error', 'no-thresholds');
    case 'not-evaluated':
    case 'stated':
    case 'unknown':
    case 'unreadable':
      return verdict('error', 'thresholds-not-evaluated');
    case 'some':
      return verdict('passed', 'thresholds-passed');
  }
}

function metricsSuffice(run: SettledRun, policy: Policy): boolean {
  switch (run.metrics) {
    case 'complete':
      return true;
    case 'incomplete':
      return policy.processingError === 'warn';
    case 'not-awaited':
      return false;
  }
}

function judgeTimeLimit(patience: TimeLimit, run: TestRun | undefined): Verdict {
  switch (patience) {
    case 'timeout':
      return verdict('timeout', 'lost-patience');
    case 'queue-timeout':
      return verdict('timeout', 'lost-patience-in-queue');
    case 'processing-timeout':
      return run?.result === 'failed'
        ? verdict('failed', 'thresholds-crossed')
        : verdict('error', 'metrics-never-processed');
    case 'result':
      return verdict('error', 'result-missing');
  }
}

function verdict(word: VerdictWord, cause: Cause): Verdict {
  return { word, cause, always: false };
}
