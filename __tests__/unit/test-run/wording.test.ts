/** Every sentence of a verdict, word for word: people and their scripts read these. */
import { describe, expect, it } from '@jest/globals';
import type { Cause } from '../../../src/test-run/causes.ts';
import type { StopOutcome, ReasonInput } from '../../../src/test-run/wording.ts';
import { reasonFor } from '../../../src/test-run/wording.ts';
import { NO_METRICS } from '../../../src/test-run/metrics.ts';
import type { PollResult, SettledRun } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { aFailure } from '../../support/a-run-metrics.ts';

const WORDS = {
  run: { field: 'run_status', value: 'R' },
  processing: { field: 'processing_status', value: 'P' },
  result: { field: 'result_status', value: '' },
};
/** As v6 words it: one status tells of the processing too. */
const ONE_STATUS = { ...WORDS, processing: undefined };
/** A threshold that was evaluated and met. */
const MET = { metric: 'checks', stat: 'rate', condition: 'rate>0.9', limit: 0.9, value: 1, failed: false };
const sentenceOf = (cause: Cause, pollResult: PollResult, more: Partial<ReasonInput> = {}): string =>
  reasonFor({ pollResult: pollResult, verdict: { word: 'error', cause, always: false }, ...more });
const settled: PollResult = { kind: 'settled', run: aSettledRun({ statuses: WORDS }) };
const timedOut: PollResult = { kind: 'gave-up', limit: 'timeout', limitMs: 124_000, run: settled.run };
const lost: PollResult = { kind: 'api-unreachable', run: settled.run, failure: 'GET /x: 503. ', limitMs: 300_000 };
const AT = '(run 7650001: run_status R)';
const RESULT = '(run 7650001: result_status empty)';
const BOTH = '(run 7650001: run_status R, result_status empty)';

const SENTENCES: Readonly<Record<Cause, readonly [PollResult, string]>> = {
  passed: [settled, `The run passed ${RESULT}.`],
  'thresholds-not-met': [settled, `A threshold was not met ${RESULT}.`],
  regressed: [
    settled,
    'The run is worse than its baseline (run 7650001: its thresholds passed; `max-regression` decides).',
  ],
  'not-compared': [
    settled,
    'The run was not compared, and `require-comparison` is set (run 7650001: its thresholds passed).',
  ],
  'no-thresholds': [
    settled,
    `The test has no thresholds, and \`require-thresholds\` is set ${RESULT}. ` +
      'Add thresholds to the script, or remove `require-thresholds`.',
  ],
  'thresholds-not-evaluated': [
    settled,
    `No threshold is known to have been evaluated, and \`require-thresholds\` is set ${RESULT}. ` +
      'Check that the metrics of the thresholds have samples, or re-run the job.',
  ],
  'aborted-by-threshold': [settled, `A threshold with abortOnFail was not met ${AT}.`],
  'aborted-by-user': [
    settled,
    `The run was aborted by a user, the API or \`test.abort()\` in the script ${AT}. The run page shows who stopped it.`,
  ],
  'aborted-by-system': [settled, `k6 Cloud aborted the run ${AT}. Check the run page, then re-run the job.`],
  'aborted-by-script-error': [
    settled,
    `A script error ended the run ${AT}. Fix the script error. The log is on the run page.`,
  ],
  'aborted-by-limit': [
    settled,
    `A limit of the script or the subscription ended the run ${AT}. Check your subscription and project limits.`,
  ],
  aborted: [settled, `The run was aborted before its end ${BOTH}. k6 Cloud does not say by whom. Check the run page.`],
  'timed-out-in-cloud': [
    settled,
    `The run timed out in k6 Cloud ${AT}. Re-run the job. If it happens again, contact Grafana support.`,
  ],
  archived: [
    settled,
    `The run is only an archive, so nothing was executed ${AT}. Check that the test can run in k6 Cloud.`,
  ],
  'unknown-status': [
    settled,
    `The run ended with an unknown status ${AT}. ` +
      'Check the run page, or upgrade this action: it does not recognize this status.',
  ],
  'metrics-incomplete': [
    settled,
    'k6 Cloud failed to process some metrics (run 7650001: processing_status P). ' +
      'Re-run the job, or set `processing-error: warn` to judge by the result alone.',
  ],
  'metrics-late': [
    timedOut,
    'The run finished, but its metrics were not processed within 2m 04s ' +
      '(`processing-timeout`; run 7650001: processing_status P). Increase `processing-timeout`, or re-run the job.',
  ],
  'result-missing': [settled, `The run finished without a result ${BOTH}. Check the run page, then re-run the job.`],
  'result-unknown': [
    settled,
    `The run finished with an unknown result ${RESULT}. ` +
      'Check the run page, or upgrade this action: it does not recognize this result.',
  ],
  'result-error': [settled, `The run finished with an error ${BOTH}. Check the run page, then re-run the job.`],
  'time-limit': [
    timedOut,
    'The run did not finish within 2m 04s (`timeout`; run 7650001: run_status R). ' +
      'Increase `timeout` if the test is expected to take this long.',
  ],
  'queue-time-limit': [
    timedOut,
    'The run did not start within 2m 04s (`queue-timeout`; run 7650001: run_status R). ' +
      'Increase `queue-timeout`, run fewer tests at once, or check the load zone of the test.',
  ],
  'api-unreachable': [
    lost,
    "k6 Cloud's API was unavailable for 5m 00s (`outage-timeout`): GET /x: 503 (run 7650001, last seen: R). " +
      'Check https://status.grafana.com, then re-run the job.',
  ],
  'api-refused': [lost, 'GET /x: 503 (run 7650001, last seen: R).'],
  'start-failed': [lost, 'GET /x: 503.'],
  'start-uncertain': [lost, 'GET /x: 503.'],
  'wrong-run': [lost, 'GET /x: 503 (run 7650001). Check the run in k6 Cloud, then re-run the job.'],
  'started-twice': [
    { kind: 'started-twice', run: settled.run, others: [{ runId: '7650002', stop: 'stopped' }] },
    'One start made more than one run of the test: run 7650001, and run 7650002, which was stopped. ' +
      'The runs loaded the same target, so no result counts. Re-run the job.',
  ],
  started: [settled, 'The run was started and not waited for (run 7650001); judge it later with `run-id: 7650001`.'],
  skipped: [lost, 'GET /x: 503.'],
  'invalid-input': [lost, 'GET /x: 503.'],
  'internal-error': [lost, 'GET /x: 503.'],
  cancelled: [settled, `The workflow was cancelled before the run was judged ${AT}.`],
};

describe('the reason', () => {
  it.each(Object.entries(SENTENCES))('for %s names field and run, and what to do', (cause, [pollResult, sentence]) => {
    expect(sentenceOf(cause as Cause, pollResult)).toBe(sentence);
  });

  it.each<readonly [Cause, string]>([
    ['aborted-by-threshold', `A threshold with abortOnFail was not met ${BOTH}.`],
    [
      'metrics-late',
      'The run finished, but its metrics were not processed within 2m 04s (`processing-timeout`; run 7650001: ' +
        'run_status R). Increase `processing-timeout`, or re-run the job.',
    ],
  ])('for %s names another field where the API has one status for all', (cause, sentence) => {
    expect(sentenceOf(cause, { ...timedOut, run: aSettledRun({ statuses: ONE_STATUS }) })).toBe(sentence);
  });

  it.each<readonly [Cause, PollResult, string]>([
    ['api-refused', lost, 'GET /x: 503 (run 7650001, never found).'],
    ['cancelled', settled, 'The workflow was cancelled before the run was judged (run 7650001, never found).'],
  ])('for %s says no more of a run that nobody saw', (cause, pollResult, sentence) => {
    const run = aSettledRun({ statuses: WORDS, seen: false });
    expect(sentenceOf(cause, { ...pollResult, run } as PollResult)).toBe(sentence);
  });

  it.each<readonly [Partial<SettledRun>, string]>([
    [{ thresholds: 'some' }, 'All thresholds passed (run 7650001: result_status PASSED).'],
    [{ thresholds: 'unknown' }, 'The run passed (run 7650001: result_status PASSED).'],
    [
      { thresholds: 'none' },
      'Passed, but the test has no thresholds, so nothing was checked (run 7650001: result_status PASSED).',
    ],
    [{ thresholds: 'stated' }, 'All thresholds passed (run 7650001: result_status PASSED).'],
    [
      { thresholds: 'not-evaluated' },
      'Passed, but no threshold of the test had a sample, so nothing was checked (run 7650001: result_status PASSED).',
    ],
    [
      { metrics: 'incomplete' },
      'Passed, but k6 Cloud failed to process some metrics ' +
        '(run 7650001: processing_status FINISHED, result_status PASSED).',
    ],
  ])('of a pass says what was checked: %j', (facts, sentence) => {
    expect(sentenceOf('passed', { kind: 'settled', run: aSettledRun(facts) })).toBe(sentence);
  });

  it.each([
    ['none', [MET], /^All thresholds passed/u],
    ['unknown', [MET], /^All thresholds passed/u],
    ['unknown', [], /^Passed, but the test has no thresholds/u],
    ['some', [MET, { ...MET, value: undefined }], /^1 of 2 thresholds passed, 1 was not evaluated \(run 7650001/u],
    [
      'some',
      [{ ...MET, value: undefined }, MET, { ...MET, value: undefined }],
      /^1 of 3 thresholds passed, 2 were not evaluated/u,
    ],
    ['stated', [{ ...MET, value: undefined }], /^Passed, but no threshold of the test had a sample/u],
    ['some', [], /^All thresholds passed/u],
    ['unreadable', undefined, /^The run passed/u],
  ] as const)('of a pass with %s thresholds beside a list believes the list', (thresholds, listed, sentence) => {
    const metrics = aFailure().metrics;
    if (metrics === undefined) throw new Error('the outcome has no metrics');
    const run = aSettledRun({ thresholds });
    expect(sentenceOf('passed', { kind: 'settled', run }, { metrics: { ...metrics, thresholds: listed } })).toMatch(
      sentence,
    );
  });

  it('says that required thresholds had no samples where that is known', () => {
    const run = aSettledRun({ thresholds: 'not-evaluated' });
    expect(sentenceOf('thresholds-not-evaluated', { kind: 'settled', run })).toMatch(
      /^No threshold of the test had a sample, and `require-thresholds` is set \(run 7650001/u,
    );
  });

  it('of an API that no retry can reach names no time limit', () => {
    expect(sentenceOf('api-unreachable', { ...lost, limitMs: undefined })).toBe(
      "k6 Cloud's API was unavailable: GET /x: 503 (run 7650001, last seen: R). " +
        'Check https://status.grafana.com, then re-run the job.',
    );
  });

  it('quotes what a run waits for', () => {
    const detail = { code: undefined, message: 'Waiting: 5 of 5 concurrent runs.' };
    const run = aPendingRun({ phase: 'queued', detail });
    expect(sentenceOf('queue-time-limit', { kind: 'gave-up', limit: 'queue-timeout', limitMs: 9000, run })).toContain(
      '; k6 Cloud says: Waiting: 5 of 5 concurrent runs. Increase `queue-timeout`',
    );
  });

  it('of a run that never began names the load zone, not `timeout`', () => {
    const waiting = { kind: 'gave-up', limit: 'timeout', limitMs: 60_000, run: aPendingRun({ phase: 'initializing' }) };
    expect(sentenceOf('time-limit', waiting as PollResult)).toMatch(
      /The run never began: check the load zone .*`queue-timeout`/u,
    );
  });

  it('quotes k6 Cloud, with its code where it has one', () => {
    const explained = (code: string | undefined, message: string | undefined): string =>
      sentenceOf('result-error', { kind: 'settled', run: aSettledRun({ statuses: WORDS, detail: { code, message } }) });
    const plain = `The run finished with an error ${BOTH}`;
    const advice = 'Check the run page, then re-run the job.';
    expect(explained('8012', 'The hours are used up.. ')).toBe(
      `${plain}; k6 Cloud says: The hours are used up (code 8012). ${advice}`,
    );
    expect(explained(undefined, 'a.b. c')).toBe(`${plain}; k6 Cloud says: a.b. c. ${advice}`);
    expect(explained('8012', undefined)).toBe(`${plain}; k6 Cloud's error code is 8012. ${advice}`);
    expect(explained(undefined, undefined)).toBe(`${plain}. ${advice}`);
  });

  it.each<readonly [StopOutcome, string]>([
    ['stopped', 'A stop was requested for the run.'],
    ['already-over', 'The run had already ended.'],
    ['start-left', 'A run that the start makes is not stopped (`on-cancel: leave`).'],
    [
      'start-in-doubt',
      'Its start was not answered, so it may have made a run. The post step searches for it and stops it.',
    ],
    ['not-ours', 'It was named by `run-id`, so it was not stopped.'],
    ['stop-failed', 'The run could not be stopped. It may still be running and using VUh.'],
  ])('says what became of a run that was given up: %s', (stopOutcome, sentence) => {
    expect(sentenceOf('cancelled', settled, { stopOutcome: stopOutcome })).toBe(
      `${SENTENCES.cancelled[1]} ${sentence}`,
    );
    expect(sentenceOf('time-limit', timedOut, { stopOutcome: stopOutcome })).toBe(
      `The run did not finish within 2m 04s (\`timeout\`; run 7650001: run_status R). ${sentence} ` +
        'Increase `timeout` if the test is expected to take this long.',
    );
    expect(sentenceOf('cancelled', { kind: 'cancelled', run: undefined }, { stopOutcome: stopOutcome })).toBe(
      `The workflow was cancelled before the test run was known. ${sentence}`,
    );
  });

  it('of a run that is left says which input asks for it', () => {
    expect(sentenceOf('cancelled', settled, { stopOutcome: 'left' })).toMatch(/still going .*`on-cancel: leave`/u);
    expect(sentenceOf('time-limit', timedOut, { stopOutcome: 'left' })).toMatch(/still going .*`on-timeout: leave`/u);
  });

  it.each<readonly [PollResult, string]>([
    [{ kind: 'not-started', failure: 'No such test. . ', problem: 'not-found' }, 'No such test. No test was started.'],
    [{ kind: 'not-started', failure: 'No response', problem: 'start-uncertain' }, 'No response.'],
    [{ kind: 'not-started', failure: 'It is of another test', problem: 'wrong-run' }, 'It is of another test.'],
    [{ kind: 'cancelled', run: undefined }, 'The workflow was cancelled before the test run was known.'],
    [
      { kind: 'gave-up', limit: 'timeout', limitMs: 90_000, run: undefined },
      'The start request got no response within 1m 30s (`timeout`).',
    ],
  ])('is there without a run: %j', (pollResult, sentence) => {
    expect(sentenceOf('api-refused', pollResult)).toBe(sentence);
  });
});

describe('the reason of a run whose numbers are known', () => {
  const { metrics } = aFailure();
  it.each<readonly [Cause, RegExp]>([
    ['thresholds-not-met', /^p95 latency is .*, over the limit of .*\(run 7650001: result_status empty\)\.$/u],
    ['aborted-by-threshold', /^p95 latency is .*, over the limit of .*\(run 7650001: run_status R\)\.$/u],
  ])('says for %s what crossed its limit', (cause, sentence) => {
    expect(sentenceOf(cause, settled, { metrics })).toMatch(sentence);
  });

  it('says what is worse than its baseline', () => {
    if (metrics === undefined) throw new Error('the failure has no metrics');
    const regression = {
      rule: { metric: 'p95', size: 10, unit: '%' },
      now: 431,
      then: 362,
      baselineRunId: '7',
    } as const;
    expect(
      sentenceOf('regressed', settled, { metrics: { ...metrics, ...NO_METRICS, regressions: [regression] } }),
    ).toBe(
      'p95 latency rose 19.1 % (362 → 431 ms, run 7); allowed: 10 % ' +
        '(run 7650001: its thresholds passed; `max-regression` decides).',
    );
  });
});
