/** Every cause of a verdict in one table: what it says, what to do about it, and whether a repeat can help. */
import { regressionsSentence } from './baseline.ts';
import type { CauseRow } from './cause-row.ts';
import { abortedByThreshold, passed } from './cause-row.ts';
import { evidence, isProcessed, lastSeen, neverBegan, secondRunWords } from './evidence.ts';
import { thresholdsSentence } from './threshold-sentences.ts';

const CHECK_AND_RERUN = 'Check the run page, then re-run the job.';
const bySentence: CauseRow['finding'] = ({ failure }) => failure;

/** All causes, as the output `cause` has them; docs/causes.md has a row for each. A row that is not complete does not compile. */
const ROWS = {
  passed: { finding: passed, retryHelps: 'no' },
  'thresholds-not-met': {
    finding: ({ run, metrics }) =>
      `${thresholdsSentence(metrics?.thresholds) ?? 'A threshold was not met'} (${evidence(run, run.statuses.result)})`,
    retryHelps: 'no',
  },
  'aborted-by-threshold': { finding: abortedByThreshold, retryHelps: 'no' },
  regressed: {
    finding: ({ run, metrics }) =>
      `${regressionsSentence(metrics?.regressions ?? [])} (run ${run.id}: its thresholds passed; \`max-regression\` decides)`,
    retryHelps: 'no',
  },
  'not-compared': {
    finding: ({ run, metrics }) =>
      `${metrics?.notCompared ?? 'The run was not compared'}, and \`require-comparison\` is set (run ${run.id}: its thresholds passed)`,
    retryHelps: 'unknown',
  },
  'no-thresholds': {
    finding: ({ run }) =>
      `The test has no thresholds, and \`require-thresholds\` is set (${evidence(run, run.statuses.result)})`,
    advice: 'Add thresholds to the script, or remove `require-thresholds`.',
    retryHelps: 'no',
  },
  'thresholds-not-evaluated': {
    finding: ({ run }) =>
      `${run.thresholds === 'not-evaluated' ? 'No threshold of the test had a sample' : 'No threshold is known to have been evaluated'}, and \`require-thresholds\` is set (${evidence(run, run.statuses.result)})`,
    advice: 'Check that the metrics of the thresholds have samples, or re-run the job.',
    retryHelps: 'unknown',
  },
  'aborted-by-user': {
    finding: ({ run }) =>
      `The run was aborted by a user, the API or \`test.abort()\` in the script (${evidence(run, run.statuses.run)})`,
    advice: 'The run page shows who stopped it.',
    retryHelps: 'unknown',
  },
  'aborted-by-system': {
    finding: ({ run }) => `k6 Cloud aborted the run (${evidence(run, run.statuses.run)})`,
    advice: CHECK_AND_RERUN,
    retryHelps: 'yes',
    title: 'Aborted by k6 Cloud',
  },
  'aborted-by-script-error': {
    finding: ({ run }) => `A script error ended the run (${evidence(run, run.statuses.run)})`,
    advice: 'Fix the script error. The log is on the run page.',
    retryHelps: 'no',
    title: 'Script error',
  },
  'aborted-by-limit': {
    finding: ({ run }) =>
      `A limit of the script or the subscription ended the run (${evidence(run, run.statuses.run)})`,
    advice: 'Check your subscription and project limits.',
    retryHelps: 'no',
    title: 'Limit reached',
  },
  aborted: {
    finding: ({ run }) =>
      `The run was aborted before its end (${evidence(run, run.statuses.run, run.statuses.result)})`,
    advice: 'k6 Cloud does not say by whom. Check the run page.',
    retryHelps: 'unknown',
  },
  'timed-out-in-cloud': {
    finding: ({ run }) => `The run timed out in k6 Cloud (${evidence(run, run.statuses.run)})`,
    advice: 'Re-run the job. If it happens again, contact Grafana support.',
    retryHelps: 'yes',
  },
  archived: {
    finding: ({ run }) => `The run is only an archive, so nothing was executed (${evidence(run, run.statuses.run)})`,
    advice: 'Check that the test can run in k6 Cloud.',
    retryHelps: 'no',
  },
  'unknown-status': {
    finding: ({ run }) => `The run ended with an unknown status (${evidence(run, run.statuses.run)})`,
    advice: 'Check the run page, or upgrade this action: it does not recognize this status.',
    retryHelps: 'unknown',
  },
  'metrics-incomplete': {
    finding: ({ run }) => `k6 Cloud failed to process some metrics (${evidence(run, run.statuses.processing)})`,
    advice: 'Re-run the job, or set `processing-error: warn` to judge by the result alone.',
    retryHelps: 'yes',
  },
  'metrics-late': {
    finding: ({ run, limit }) =>
      `The run finished, but its metrics were not processed within ${limit} (\`processing-timeout\`; ${evidence(run, run.statuses.processing ?? run.statuses.run)})`,
    advice: 'Increase `processing-timeout`, or re-run the job.',
    retryHelps: 'yes',
  },
  'result-missing': {
    finding: ({ run }) => `The run finished without a result (${evidence(run, run.statuses.run, run.statuses.result)})`,
    advice: CHECK_AND_RERUN,
    retryHelps: 'yes',
  },
  'result-unknown': {
    finding: ({ run }) => `The run finished with an unknown result (${evidence(run, run.statuses.result)})`,
    advice: 'Check the run page, or upgrade this action: it does not recognize this result.',
    retryHelps: 'unknown',
  },
  'result-error': {
    finding: ({ run }) => `The run finished with an error (${evidence(run, run.statuses.run, run.statuses.result)})`,
    advice: CHECK_AND_RERUN,
    retryHelps: 'unknown',
  },
  'time-limit': {
    finding: ({ run, limit }) =>
      isProcessed(run)
        ? `The run ended, but its metrics were not ready within ${limit} (\`timeout\`; ${evidence(run, run.statuses.run)})`
        : `The run did not finish within ${limit} (\`timeout\`; ${evidence(run, run.statuses.run)})`,
    advice: ({ run }) =>
      neverBegan(run)
        ? 'The run never began: check the load zone of the test. `queue-timeout` ends such waits sooner.'
        : 'Increase `timeout` if the test is expected to take this long.',
    retryHelps: 'unknown',
  },
  'queue-time-limit': {
    finding: ({ run, limit }) =>
      `The run did not start within ${limit} (\`queue-timeout\`; ${evidence(run, run.statuses.run)})`,
    advice: 'Increase `queue-timeout`, run fewer tests at once, or check the load zone of the test.',
    retryHelps: 'yes',
  },
  'api-unreachable': {
    finding: ({ run, failure, limit }) =>
      `k6 Cloud's API was unavailable${limit === '' ? '' : ` for ${limit} (\`outage-timeout\`)`}: ${failure} (${lastSeen(run)})`,
    advice: 'Check https://status.grafana.com, then re-run the job.',
    retryHelps: 'yes',
    title: 'Cannot reach k6 Cloud',
  },
  'api-refused': { finding: ({ run, failure }) => `${failure} (${lastSeen(run)})`, retryHelps: 'no' },
  'start-failed': { finding: bySentence, retryHelps: 'unknown', title: 'Load test not started' },
  'start-uncertain': { finding: bySentence, retryHelps: 'unknown', title: 'Start of the load test uncertain' },
  'started-twice': {
    finding: ({ run, others }) =>
      `One start made more than one run of the test: run ${run.id}, and ${others.map(secondRunWords).join(', ')}`,
    advice: 'The runs loaded the same target, so no result counts. Re-run the job.',
    retryHelps: 'yes',
    title: 'Started twice',
  },
  'wrong-run': {
    finding: ({ run, failure }) => `${failure} (run ${run.id})`,
    advice: 'Check the run in k6 Cloud, then re-run the job.',
    retryHelps: 'yes',
    title: 'Wrong run',
  },
  started: {
    finding: ({ run }) =>
      `The run was started and not waited for (run ${run.id}); judge it later with \`run-id: ${run.id}\``,
    retryHelps: 'no',
  },
  skipped: { finding: bySentence, retryHelps: 'no' },
  'invalid-input': { finding: bySentence, retryHelps: 'no', title: 'Inputs not accepted' },
  cancelled: {
    finding: ({ run }) =>
      run.state === 'settled'
        ? `The workflow was cancelled before the run was judged (${evidence(run, run.statuses.run)})`
        : `The workflow was cancelled before the run ended (${evidence(run, run.statuses.run)})`,
    retryHelps: 'yes',
  },
  'internal-error': { finding: bySentence, retryHelps: 'unknown', title: 'Internal error' },
} as const satisfies Readonly<Record<string, CauseRow>>;

/** Why a verdict is what it is. */
export type Cause = keyof typeof ROWS;

/** What is known of each cause. */
export const CAUSES: Readonly<Record<Cause, CauseRow>> = ROWS;
