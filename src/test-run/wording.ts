/** The words of a verdict: one sentence that names the field and the run that decided, and what to do about it. */
import type { RunFacts, ApiStatus, SecondRun, TestRun, PollResult } from './test-run.ts';
import type { Cause, Verdict } from './verdict.ts';
import type { RunMetrics } from './run-metrics.ts';
import { regressionsSentence } from './baseline.ts';
import { formatDuration } from './duration.ts';
import { explanation, neverBegan, passFinding, thresholdsMissing, withoutFullStop } from './run-sentences.ts';
import { thresholdsSentence } from './threshold-sentences.ts';

/** What became of the run on k6 Cloud after the action gave up on it. */
export type StopOutcome = 'stopped' | 'already-over' | 'left' | 'start-left' | 'not-ours' | 'stop-failed';

/** Everything that a sentence may speak of. */
export interface ReasonInput {
  readonly pollResult: PollResult;
  readonly verdict: Verdict;
  /** Set where the action gave up on the run. */
  readonly stopOutcome?: StopOutcome | undefined;
  readonly metrics?: RunMetrics | undefined;
}

/** The reason for a verdict on one run: one sentence, or two where there is something to do. */
export function reasonFor(told: ReasonInput): string {
  const { pollResult, verdict } = told;
  const run = 'run' in pollResult ? pollResult.run : undefined;
  const aftermath = told.stopOutcome === undefined ? '' : ` ${STOP_SENTENCE[told.stopOutcome]}`;
  if (run === undefined) return `${withoutRun(pollResult)}${aftermath}`;
  const remedy = adviceFor(verdict.cause, run);
  const advice = remedy === undefined ? '' : ` ${remedy}`;
  return `${finding(verdict.cause, run, told)}${serviceSays(run)}.${aftermath}${advice}`;
}

/** `run 7650001: result_status FAILED`: the evidence as the API worded it. */
function evidence(run: RunFacts, ...words: readonly ApiStatus[]): string {
  if (isUnknown(run)) return lastSeen(run);
  const told = words.map(({ field, value }) => `${field} ${value === '' ? 'empty' : value}`);
  return `run ${run.id}: ${told.join(', ')}`;
}

const STOP_SENTENCE: Readonly<Record<StopOutcome, string>> = {
  stopped: 'The run has been told to stop.',
  'already-over': 'The run was over by then.',
  left: 'The run goes on in k6 Cloud, as asked.',
  'start-left': 'A run that its start makes goes on in k6 Cloud, as `on-cancel: leave` asks.',
  'not-ours': 'It was named by `run-id`, so it was not stopped.',
  'stop-failed': 'The run could not be stopped; it may still be going on and costing VUh.',
};

/** What to do, per cause; a cause without a line needs nothing done here. */
const ADVICE: Readonly<Partial<Record<Cause, string>>> = {
  'aborted-by-system': 'Look at the run page, and start the job again.',
  'aborted-by-script-error': 'Mend the script: the run page shows its log.',
  'aborted-by-limit': 'Look at the limits of the subscription and the project.',
  'timed-out': 'Start the job again; if it stays so, ask Grafana support.',
  archived: 'Check that the test may run in the cloud.',
  'ending-unrecognised': 'Look at the run page; a newer version of this action may know this status.',
  'metrics-incomplete': 'Start the job again, or set `processing-error: warn` to judge by the result alone.',
  'metrics-never-processed': 'Raise `processing-timeout`, or start the job again.',
  'result-unknown': 'Look at the run page; a newer version of this action may know this result.',
  'no-thresholds': 'Add thresholds to the script, or leave out `require-thresholds`.',
  'thresholds-not-evaluated': 'Check that the metrics of the thresholds have samples, or re-run the job.',
  'lost-patience': 'Raise `timeout` if the test is meant to last this long.',
  'lost-patience-in-queue': 'Raise `queue-timeout`, or run fewer tests at once.',
  'api-out-of-reach': 'Look at https://status.grafana.com, then start the job again.',
};

/** A run that never began needs another advice than a longer time for the whole step. */
function adviceFor(cause: Cause, run: TestRun): string | undefined {
  return cause === 'lost-patience' && neverBegan(run)
    ? 'The run never began: check the load zone of the test. `queue-timeout` ends such waits sooner.'
    : ADVICE[cause];
}

/** What a sentence is made of. */
interface SentenceParts {
  readonly run: TestRun;
  readonly statuses: TestRun['statuses'];
  /** The patience that ran out, in words; empty where none did. */
  readonly limit: string;
  /** What the API failed with; empty where it did not. */
  readonly failure: string;
  readonly metrics: RunMetrics | undefined;
  /** The other runs of a start that made more than one. */
  readonly others: readonly SecondRun[];
}

/** The finding, per cause, without its full stop. */
const FINDING: Readonly<Record<Cause, (material: SentenceParts) => string>> = {
  'thresholds-passed': ({ statuses, run }) => `${passFinding(run)} (${evidence(run, statuses.result)})`,
  'thresholds-crossed': ({ statuses, run, metrics }) =>
    `${thresholdsSentence(metrics?.thresholds) ?? 'A threshold was crossed'} (${evidence(run, statuses.result)})`,
  regressed: ({ run, metrics }) =>
    `${regressionsSentence(metrics?.regressions ?? [])} (run ${run.id}: passed its criteria; \`max-regression\` decides)`,
  'no-thresholds': ({ statuses, run }) =>
    `No threshold was evaluated, and \`require-thresholds\` asks for one (${evidence(run, statuses.result)})`,
  'thresholds-not-evaluated': ({ statuses, run }) =>
    `${thresholdsMissing(run)}; \`require-thresholds\` needs one (${evidence(run, statuses.result)})`,
  'aborted-by-threshold': ({ statuses, run, metrics }) =>
    `${thresholdsSentence(metrics?.thresholds) ?? 'A threshold with abortOnFail was crossed'} (${evidence(run, statuses.run, ...(hasOneStatus(run) ? [statuses.result] : []))})`,
  'aborted-by-user': ({ statuses, run }) =>
    `The run was aborted by a user, the API or \`test.abort()\` in the script (${evidence(run, statuses.run)})`,
  'aborted-by-system': ({ statuses, run }) => `The run was aborted by k6 Cloud itself (${evidence(run, statuses.run)})`,
  'aborted-by-script-error': ({ statuses, run }) =>
    `The run was aborted by an error in its script (${evidence(run, statuses.run)})`,
  'aborted-by-limit': ({ statuses, run }) =>
    `The run was aborted by a limit of the script or the subscription (${evidence(run, statuses.run)})`,
  'aborted-by-unknown': ({ statuses, run }) =>
    `The run was aborted before its end (${evidence(run, statuses.run, statuses.result)})`,
  'timed-out': ({ statuses, run }) => `k6 Cloud timed the run out (${evidence(run, statuses.run)})`,
  archived: ({ statuses, run }) => `Nothing ran: the run is only an archive (${evidence(run, statuses.run)})`,
  'ending-unrecognised': ({ statuses, run }) =>
    `The run ended in a way this action does not know (${evidence(run, statuses.run)})`,
  'metrics-incomplete': ({ statuses, run }) =>
    `The run's metrics had an error and some are missing (${evidence(run, statuses.processing)})`,
  'metrics-never-processed': ({ statuses, run, limit }) =>
    `The run finished, but its metrics were not processed within ${limit} (${evidence(run, hasOneStatus(run) ? statuses.run : statuses.processing)})`,
  'result-missing': ({ statuses, run }) =>
    `The run finished without saying its result (${evidence(run, statuses.run, statuses.result)})`,
  'result-unknown': ({ statuses, run }) =>
    `The run finished with a result this action does not know (${evidence(run, statuses.result)})`,
  'result-error': ({ statuses, run }) =>
    `The run finished with an error (${evidence(run, statuses.run, statuses.result)})`,
  'lost-patience': ({ statuses, run, limit }) =>
    isProcessed(run)
      ? `The run ended, but its metrics were not ready within ${limit} (${evidence(run, statuses.run)})`
      : `The run was not over within ${limit} (${evidence(run, statuses.run)})`,
  'lost-patience-in-queue': ({ statuses, run, limit }) =>
    `The run was not running within ${limit} (${evidence(run, statuses.run)})`,
  'api-out-of-reach': ({ run, failure }) => `${failure} (${lastSeen(run)})`,
  'api-refused': ({ run, failure }) => `${failure} (${lastSeen(run)})`,
  'start-failed': ({ failure }) => failure,
  'started-twice': ({ run, others }) =>
    `One start made more than one run of the test: run ${run.id}, and ${others.map(secondRunWords).join(', ')}`,
  'not-awaited': ({ run }) =>
    `The run was started and not waited for (run ${run.id}); judge it later with \`run-id: ${run.id}\``,
  cancelled: ({ statuses, run }) =>
    `The workflow was cancelled before the run was over (${evidence(run, statuses.run)})`,
};

function lastSeen(run: RunFacts): string {
  return `run ${run.id}, ${isUnknown(run) ? 'which was never seen' : `last seen: ${run.statuses.run.value}`}`;
}

/** Somebody else's run that no look has shown: nothing is known of it, not even that it exists. */
function isUnknown({ statuses }: RunFacts): boolean {
  return statuses.run.value === '';
}

/** Its load has ended; what is still missing are its metrics or its result. */
function isProcessed(run: TestRun): boolean {
  return run.state === 'pending' && (run.phase === 'processing' || run.phase === 'deciding');
}

/** v6 has one status for the run, its end and its processing; what tells more stands in other fields. */
function hasOneStatus({ statuses }: RunFacts): boolean {
  return statuses.processing.value === '';
}

function finding(cause: Cause, run: TestRun, { pollResult, metrics }: ReasonInput): string {
  return FINDING[cause]({
    metrics,
    run,
    statuses: run.statuses,
    limit: pollResult.kind === 'gave-up' ? formatDuration(pollResult.limitMs) : '',
    others: pollResult.kind === 'started-twice' ? pollResult.others : [],
    failure: 'failure' in pollResult ? withoutFullStop(pollResult.failure) : '',
  });
}

const SECOND_RUN: Readonly<Record<SecondRun['stop'], string>> = {
  stopped: 'which was stopped',
  'already-over': 'which has ended',
  'stop-failed': 'which could not be stopped and may still be running',
};

function secondRunWords({ runId, stop }: SecondRun): string {
  return `run ${runId}, ${SECOND_RUN[stop]}`;
}

function withoutRun(watched: PollResult): string {
  switch (watched.kind) {
    case 'api-refused':
    case 'not-started':
      return `${withoutFullStop(watched.failure)}.`;
    case 'cancelled':
      return 'The workflow was cancelled before the test run was known.';
    case 'gave-up':
      return `The start of the test was not answered within ${formatDuration(watched.limitMs)}, the limit of \`timeout\`.`;
    case 'settled':
    case 'api-unreachable':
    case 'not-awaited':
    case 'started-twice':
      return '';
  }
}

function serviceSays(run: TestRun): string {
  const said = explanation(run);
  return said === undefined ? '' : `; k6 Cloud says: ${said}`;
}
