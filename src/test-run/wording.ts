/** The words of a verdict: one sentence that names the field and the run that decided, and what to do about it. */
import type { Cause } from './causes.ts';
import { CAUSES } from './causes.ts';
import { formatDuration } from './duration.ts';
import type { SentenceParts } from './evidence.ts';
import { withoutFullStop } from './evidence.ts';
import type { RunMetrics } from './run-metrics.ts';
import type { PollResult, RunFacts, TestRun } from './test-run.ts';
import type { Verdict } from './verdict.ts';

/** What became of the run on k6 Cloud after the action gave up on it. */
export type StopOutcome =
  'stopped' | 'already-over' | 'left' | 'start-left' | 'start-in-doubt' | 'not-ours' | 'stop-failed';

/** Everything that a sentence may speak of. */
export interface ReasonInput {
  readonly pollResult: PollResult;
  readonly verdict: Verdict;
  /** Set where the action gave up on the run. */
  readonly stopOutcome?: StopOutcome | undefined;
  readonly metrics?: RunMetrics | undefined;
}

/** The reason for a verdict on one run: the finding, what became of the run, and what to do. */
export function reasonFor(input: ReasonInput): string {
  const { pollResult, verdict, stopOutcome } = input;
  const run = 'run' in pollResult ? pollResult.run : undefined;
  const stopped = stopOutcome === undefined ? '' : ` ${stopSentence(stopOutcome, verdict.cause)}`;
  if (run === undefined) return `${withoutRun(pollResult)}${stopped}`;
  const parts = partsOf(run, input);
  const { finding, advice } = CAUSES[verdict.cause];
  const whatToDo = typeof advice === 'function' ? advice(parts) : advice;
  return `${finding(parts)}${serviceSays(run)}.${stopped}${whatToDo === undefined ? '' : ` ${whatToDo}`}`;
}

function stopSentence(outcome: StopOutcome, cause: Cause): string {
  switch (outcome) {
    case 'stopped':
      return 'A stop was requested for the run.';
    case 'already-over':
      return 'The run had already ended.';
    case 'left':
      return `The run is still going in k6 Cloud (\`${cause === 'cancelled' ? 'on-cancel' : 'on-timeout'}: leave\`).`;
    case 'start-left':
      return 'A run that the start makes is not stopped (`on-cancel: leave`).';
    case 'start-in-doubt':
      return 'Its start was not answered, so it may have made a run. The post step searches for it and stops it.';
    case 'not-ours':
      return 'It was named by `run-id`, so it was not stopped.';
    case 'stop-failed':
      return 'The run could not be stopped. It may still be running and using VUh.';
  }
}

function partsOf(run: TestRun, { pollResult, metrics }: ReasonInput): SentenceParts {
  const limitMs = 'limitMs' in pollResult ? pollResult.limitMs : undefined;
  return {
    run,
    metrics,
    limit: limitMs === undefined ? '' : formatDuration(limitMs),
    others: pollResult.kind === 'started-twice' ? pollResult.others : [],
    failure: 'failure' in pollResult ? withoutFullStop(pollResult.failure) : '',
  };
}

function withoutRun(pollResult: PollResult): string {
  switch (pollResult.kind) {
    case 'not-started': {
      const isUnknown = pollResult.problem === 'start-uncertain' || pollResult.problem === 'wrong-run';
      return `${withoutFullStop(pollResult.failure)}.${isUnknown ? '' : ' No test was started.'}`;
    }
    case 'cancelled':
      return 'The workflow was cancelled before the test run was known.';
    case 'gave-up':
      return `The start request got no response within ${formatDuration(pollResult.limitMs)} (\`timeout\`).`;
    case 'api-refused':
    case 'settled':
    case 'api-unreachable':
    case 'not-awaited':
    case 'started-twice':
      return '';
  }
}

function serviceSays({ detail }: RunFacts): string {
  if (detail === undefined) return '';
  const { code, message } = detail;
  if (message === undefined) return code === undefined ? '' : `; k6 Cloud's error code is ${code}`;
  return `; k6 Cloud says: ${withoutFullStop(message)}${code === undefined ? '' : ` (code ${code})`}`;
}
