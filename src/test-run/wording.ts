/** The words of a verdict: one sentence that names the field and the run that decided, and what to do about it. */
import type { RunFacts, StatusWord, TestRun, Watched } from './test-run.ts';
import type { Cause, Verdict } from './verdict.ts';
import type { Study } from './run-metrics.ts';
import { regressionsWords } from './baseline.ts';
import { inWords } from './duration.ts';
import { crossings } from './threshold-sentences.ts';

/** What became of the run on k6 Cloud after the action gave up on it. */
export type Aftermath = 'stopped' | 'already-over' | 'left' | 'not-ours' | 'stop-failed';

/** Everything that a sentence may speak of. */
export interface Told {
  readonly watched: Watched;
  readonly verdict: Verdict;
  /** Set where the action gave up on the run. */
  readonly aftermath?: Aftermath | undefined;
  readonly study?: Study | undefined;
}

/** The reason for a verdict on one run: one sentence, or two where there is something to do. */
export function reasonFor(told: Told): string {
  const { watched, verdict } = told;
  const run = 'run' in watched ? watched.run : undefined;
  const aftermath = told.aftermath === undefined ? '' : ` ${AFTERMATH[told.aftermath]}`;
  if (run === undefined) return `${withoutRun(watched)}${aftermath}`;
  const remedy = REMEDY[verdict.cause];
  const advice = remedy === undefined ? '' : ` ${remedy}`;
  return `${finding(verdict.cause, run, told)}${serviceSays(run)}.${aftermath}${advice}`;
}

/** `run 7650001: result_status FAILED`: the evidence as the API worded it. */
export function evidence(run: RunFacts, ...words: readonly StatusWord[]): string {
  if (isUnseen(run)) return lastSeen(run);
  const told = words.map(({ field, word }) => `${field} ${word === '' ? 'empty' : word}`);
  return `run ${run.id}: ${told.join(', ')}`;
}

const AFTERMATH: Readonly<Record<Aftermath, string>> = {
  stopped: 'The run has been told to stop.',
  'already-over': 'The run was over by then.',
  left: 'The run goes on in k6 Cloud, as asked.',
  'not-ours': 'It was named by `run-id`, so it was not stopped.',
  'stop-failed': 'The run could not be stopped; it may still be going on and costing VUh.',
};

/** What to do, per cause; a cause without a line needs nothing done here. */
const REMEDY: Readonly<Partial<Record<Cause, string>>> = {
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
  'thresholds-unreadable': 'Start the job again, or leave out `require-thresholds`.',
  'lost-patience': 'Raise `timeout` if the test is meant to last this long.',
  'lost-patience-in-queue': 'Raise `queue-timeout`, or run fewer tests at once.',
  'api-out-of-reach': 'Look at https://status.grafana.com, then start the job again.',
};

/** What a sentence is made of. */
interface Material {
  readonly run: TestRun;
  readonly words: TestRun['words'];
  /** The patience that ran out, in words; empty where none did. */
  readonly limit: string;
  /** What the API failed with; empty where it did not. */
  readonly failure: string;
  readonly study: Study | undefined;
}

/** The finding, per cause, without its full stop. */
const FINDING: Readonly<Record<Cause, (material: Material) => string>> = {
  'thresholds-passed': ({ words, run }) =>
    run.thresholds === 'none'
      ? `The run passed, but its test has no thresholds, so nothing was measured against a limit (${evidence(run, words.result)})`
      : `All criteria passed (${evidence(run, words.result)})`,
  'thresholds-crossed': ({ words, run, study }) =>
    `${crossings(study?.insight.thresholds) ?? 'A threshold was crossed'} (${evidence(run, words.result)})`,
  regressed: ({ run, study }) =>
    `${regressionsWords(study?.regressions ?? [])} (run ${run.id}: passed its criteria; \`max-regression\` decides)`,
  'no-thresholds': ({ words, run }) =>
    `No threshold was evaluated, and \`require-thresholds\` asks for one (${evidence(run, words.result)})`,
  'thresholds-unreadable': ({ run }) =>
    `Whether a threshold was evaluated could not be read, and \`require-thresholds\` asks for one (run ${run.id})`,
  'aborted-by-threshold': ({ words, run, study }) =>
    `${crossings(study?.insight.thresholds) ?? 'A threshold with abortOnFail was crossed'} (${evidence(run, words.run, ...(hasOneStatus(run) ? [words.result] : []))})`,
  'aborted-by-user': ({ words, run }) =>
    `The run was aborted by a user or through the API (${evidence(run, words.run)})`,
  'aborted-by-system': ({ words, run }) => `The run was aborted by k6 Cloud itself (${evidence(run, words.run)})`,
  'aborted-by-script-error': ({ words, run }) =>
    `The run was aborted by an error in its script (${evidence(run, words.run)})`,
  'aborted-by-limit': ({ words, run }) =>
    `The run was aborted by a limit of the script or the subscription (${evidence(run, words.run)})`,
  'aborted-by-unknown': ({ words, run }) =>
    `The run was aborted before its end (${evidence(run, words.run, words.result)})`,
  'timed-out': ({ words, run }) => `k6 Cloud timed the run out (${evidence(run, words.run)})`,
  archived: ({ words, run }) => `Nothing ran: the run is only an archive (${evidence(run, words.run)})`,
  'ending-unrecognised': ({ words, run }) =>
    `The run ended in a way this action does not know (${evidence(run, words.run)})`,
  'metrics-incomplete': ({ words, run }) =>
    `The run's metrics had an error and some are missing (${evidence(run, words.processing)})`,
  'metrics-never-processed': ({ words, run, limit }) =>
    `The run finished, but its metrics were not processed within ${limit} (${evidence(run, hasOneStatus(run) ? words.run : words.processing)})`,
  'result-missing': ({ words, run }) =>
    `The run finished without saying its result (${evidence(run, words.run, words.result)})`,
  'result-unknown': ({ words, run }) =>
    `The run finished with a result this action does not know (${evidence(run, words.result)})`,
  'result-error': ({ words, run }) => `The run finished with an error (${evidence(run, words.run, words.result)})`,
  'lost-patience': ({ words, run, limit }) => `The run was not over within ${limit} (${evidence(run, words.run)})`,
  'lost-patience-in-queue': ({ words, run, limit }) =>
    `The run was not running within ${limit} (${evidence(run, words.run)})`,
  'api-out-of-reach': ({ run, failure }) => `${failure} (${lastSeen(run)})`,
  'api-refused': ({ run, failure }) => `${failure} (${lastSeen(run)})`,
  'start-failed': ({ failure }) => failure,
  'not-awaited': ({ run }) =>
    `The run was started and not waited for (run ${run.id}); judge it later with \`run-id: ${run.id}\``,
  cancelled: ({ words, run }) => `The workflow was cancelled before the run was over (${evidence(run, words.run)})`,
};

function lastSeen(run: RunFacts): string {
  return `run ${run.id}, ${isUnseen(run) ? 'which was never seen' : `last seen: ${run.words.run.word}`}`;
}

/** Somebody else's run that no look has shown: nothing is known of it, not even that it exists. */
function isUnseen({ words }: RunFacts): boolean {
  return words.run.word === '';
}

/** v6 has one status for the run, its end and its processing; what tells more stands in other fields. */
function hasOneStatus({ words }: RunFacts): boolean {
  return words.processing.word === '';
}

function finding(cause: Cause, run: TestRun, { watched, study }: Told): string {
  return FINDING[cause]({
    study,
    run,
    words: run.words,
    limit: watched.kind === 'out-of-patience' ? inWords(watched.limitMs) : '',
    failure: 'failure' in watched ? unended(watched.failure) : '',
  });
}

function withoutRun(watched: Watched): string {
  switch (watched.kind) {
    case 'refused':
    case 'not-started':
      return `${unended(watched.failure)}.`;
    case 'cancelled':
      return 'The workflow was cancelled before the test run was known.';
    case 'out-of-patience':
      return `The start of the test was not answered within ${inWords(watched.limitMs)}, the limit of \`timeout\`.`;
    case 'settled':
    case 'out-of-reach':
    case 'not-awaited':
      return '';
  }
}

function serviceSays({ detail }: RunFacts): string {
  if (detail?.message === undefined) return '';
  const code = detail.code === undefined ? '' : ` (code ${detail.code})`;
  return `; k6 Cloud says: ${unended(detail.message)}${code}`;
}

/** Without its last full stop, so that the text can stand inside a sentence of ours. */
function unended(text: string): string {
  return text.replace(/[.\s]+$/u, '');
}
