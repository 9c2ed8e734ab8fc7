/** The gating policy: from what was seen of a run to what we think of it. The only place where a pass is made. */
import type { Cause } from './causes.ts';
import { isProcessed } from './evidence.ts';
import type { Aborter, Problem, TimeLimit, SettledRun, TestRun, PollResult } from './test-run.ts';
import type { FailWord, VerdictWord } from './verdict-words.ts';

/** What we think of one run, or of the step. */
export interface Verdict {
  readonly word: VerdictWord;
  readonly cause: Cause;
  /** True where the job fails whatever `fail-on` says: a rejected token, an unknown test, a fault. */
  readonly always: boolean;
}

/** The two rules of a verdict that users may set. */
export interface Policy {
  /** `warn`: a finished run whose metrics had an error is judged by its result. */
  readonly processingError: 'fail' | 'warn';
  /** A run in which no threshold was evaluated is an error, not a pass. */
  readonly requireThresholds: boolean;
}

/** Judges one run by what was seen of it; total, and passing in exactly one way. */
export function judge(pollResult: PollResult, policy: Policy): Verdict {
  switch (pollResult.kind) {
    case 'settled':
      return judgeSettled(pollResult.run, policy);
    case 'gave-up':
      return judgeTimeLimit(pollResult.limit, pollResult.run);
    case 'api-unreachable':
      return verdict('error', 'api-unreachable');
    case 'api-refused':
      return { word: 'error', cause: pollResult.problem === 'wrong-run' ? 'wrong-run' : 'api-refused', always: true };
    case 'not-started':
      return { word: 'error', cause: startCause(pollResult.problem), always: true };
    case 'started-twice':
      return { word: 'error', cause: 'started-twice', always: true };
    case 'cancelled':
      return { word: 'cancelled', cause: 'cancelled', always: true };
    case 'not-awaited':
      return verdict('started', 'started');
  }
}

/** What a verdict is decided from, besides the policy. */
export interface Findings {
  readonly pollResult: PollResult;
  /** Rules of `max-regression` that the run breaks. */
  readonly regressions: readonly unknown[];
  /** The workflow was cancelled before a comparison that the user asks for: a pass is not proven. */
  readonly comparisonCutShort: boolean;
  /** A rule of `max-regression` could not be applied, and the user requires it. */
  readonly comparisonMissing?: boolean;
}

/** The verdict on one run: what was seen of it, then what the comparison found. Only a pass can change by the latter. */
export function decide(findings: Findings, policy: Policy): Verdict {
  const { pollResult, regressions, comparisonCutShort, comparisonMissing } = findings;
  const judged = judge(pollResult, policy);
  if (judged.word !== 'passed') return judged;
  if (comparisonCutShort) return { word: 'cancelled', cause: 'cancelled', always: true };
  if (regressions.length > 0) return verdict('failed', 'regressed');
  return comparisonMissing === true ? verdict('error', 'not-compared') : judged;
}

/** Whether this verdict fails the job under the user's `fail-on`. */
export function failsJob({ word, always }: Verdict, failOn: ReadonlySet<FailWord>): boolean {
  return always || (failOn as ReadonlySet<VerdictWord>).has(word);
}

function startCause(problem: Problem): Cause {
  return problem === 'start-uncertain' || problem === 'wrong-run' ? problem : 'start-failed';
}

function judgeSettled(run: SettledRun, policy: Policy): Verdict {
  switch (run.ending.kind) {
    case 'finished':
      return judgeFinished(run, policy);
    case 'timed-out':
      return verdict('error', 'timed-out-in-cloud');
    case 'archived':
      return verdict('error', 'archived');
    case 'unrecognised':
      return verdict('error', 'unknown-status');
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
      return verdict('error', `aborted-by-${by}`);
    case 'unknown':
      return verdict('error', 'aborted');
  }
}

function judgeFinished(run: SettledRun, policy: Policy): Verdict {
  switch (run.result) {
    case 'failed':
      return verdict('failed', 'thresholds-not-met');
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
  if (!policy.requireThresholds) return verdict('passed', 'passed');
  switch (run.thresholds) {
    case 'none':
      return verdict('error', 'no-thresholds');
    case 'not-evaluated':
    case 'stated':
    case 'unknown':
    case 'unreadable':
      return verdict('error', 'thresholds-not-evaluated');
    case 'some':
      return verdict('passed', 'passed');
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

/** A run that ended with the result FAILED is failed, whichever limit ends the wait for its metrics. */
function judgeTimeLimit(limit: TimeLimit, run: TestRun | undefined): Verdict {
  switch (limit) {
    case 'timeout': {
      const hasFailed = run?.result === 'failed' && isProcessed(run);
      return hasFailed ? verdict('failed', 'thresholds-not-met') : verdict('timeout', 'time-limit');
    }
    case 'queue-timeout':
      return verdict('timeout', 'queue-time-limit');
    case 'processing-timeout':
      return run?.result === 'failed' ? verdict('failed', 'thresholds-not-met') : verdict('error', 'metrics-late');
    case 'result':
      return verdict('error', 'result-missing');
  }
}

function verdict(word: VerdictWord, cause: Cause): Verdict {
  return { word, cause, always: false };
}
