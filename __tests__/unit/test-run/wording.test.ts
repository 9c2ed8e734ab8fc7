/** Every sentence that a verdict is told in, word for word: people and their scripts read these. */
import { describe, expect, it } from '@jest/globals';
import type { Cause } from '../../../src/test-run/verdict.ts';
import type { StopOutcome, ReasonInput } from '../../../src/test-run/wording.ts';
import { endingName, phaseName } from '../../../src/test-run/phase-names.ts';
import { reasonFor } from '../../../src/test-run/wording.ts';
import { NO_METRICS } from '../../../src/test-run/metrics.ts';
import type { PendingRun, PollResult } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { aFailure } from '../../support/a-run-metrics.ts';

const WORDS = {
  run: { field: 'run_status', value: 'R' },
  processing: { field: 'processing_status', value: 'P' },
  result: { field: 'result_status', value: '' },
};
/** As v6 words it: one status tells of the processing too. */
const ONE_STATUS = { ...WORDS, processing: { field: 'processing_status', value: '' } };
const told = (cause: Cause, watched: PollResult, more: Partial<ReasonInput> = {}): string =>
  reasonFor({ pollResult: watched, verdict: { word: 'error', cause, always: false }, ...more });
const settled: PollResult = { kind: 'settled', run: aSettledRun({ statuses: WORDS }) };
const impatient: PollResult = { kind: 'gave-up', limit: 'timeout', limitMs: 124_000, run: settled.run };
const lost: PollResult = { kind: 'api-unreachable', run: settled.run, failure: 'GET /x: 503. ' };

const SENTENCES: Readonly<Record<Cause, readonly [PollResult, string]>> = {
  'thresholds-passed': [settled, 'All criteria passed (run 7650001: result_status empty).'],
  'thresholds-crossed': [settled, 'A threshold was crossed (run 7650001: result_status empty).'],
  regressed: [
    settled,
    'The run is worse than its baseline (run 7650001: passed its criteria; `max-regression` decides).',
  ],
  'no-thresholds': [
    settled,
    'No threshold was evaluated, and `require-thresholds` asks for one (run 7650001: result_status empty). ' +
      'Add thresholds to the script, or leave out `require-thresholds`.',
  ],
  'thresholds-not-evaluated': [
    settled,
    'The thresholds of the run could not be read, so none is known to have been evaluated; `require-thresholds` needs ' +
      'one (run 7650001: result_status empty). Check that the metrics of the thresholds have samples, or re-run the job.',
  ],
  'aborted-by-threshold': [settled, 'A threshold with abortOnFail was crossed (run 7650001: run_status R).'],
  'aborted-by-user': [
    settled,
    'The run was aborted by a user, the API or `test.abort()` in the script (run 7650001: run_status R).',
  ],
  'aborted-by-system': [
    settled,
    'The run was aborted by k6 Cloud itself (run 7650001: run_status R). Look at the run page, and start the job again.',
  ],
  'aborted-by-script-error': [
    settled,
    'The run was aborted by an error in its script (run 7650001: run_status R). ' +
      'Mend the script: the run page shows its log.',
  ],
  'aborted-by-limit': [
    settled,
    'The run was aborted by a limit of the script or the subscription (run 7650001: run_status R). ' +
      'Look at the limits of the subscription and the project.',
  ],
  'aborted-by-unknown': [
    settled,
    'The run was aborted before its end (run 7650001: run_status R, result_status empty).',
  ],
  'timed-out': [
    settled,
    'k6 Cloud timed the run out (run 7650001: run_status R). Start the job again; if it stays so, ask Grafana support.',
  ],
  archived: [
    settled,
    'Nothing ran: the run is only an archive (run 7650001: run_status R). Check that the test may run in the cloud.',
  ],
  'ending-unrecognised': [
    settled,
    'The run ended in a way this action does not know (run 7650001: run_status R). ' +
      'Look at the run page; a newer version of this action may know this status.',
  ],
  'metrics-incomplete': [
    settled,
    "The run's metrics had an error and some are missing (run 7650001: processing_status P). " +
      'Start the job again, or set `processing-error: warn` to judge by the result alone.',
  ],
  'metrics-never-processed': [
    impatient,
    'The run finished, but its metrics were not processed within 2m 04s (run 7650001: processing_status P). ' +
      'Raise `processing-timeout`, or start the job again.',
  ],
  'result-missing': [
    settled,
    'The run finished without saying its result (run 7650001: run_status R, result_status empty).',
  ],
  'result-unknown': [
    settled,
    'The run finished with a result this action does not know (run 7650001: result_status empty). ' +
      'Look at the run page; a newer version of this action may know this result.',
  ],
  'result-error': [settled, 'The run finished with an error (run 7650001: run_status R, result_status empty).'],
  'lost-patience': [
    impatient,
    'The run was not over within 2m 04s (run 7650001: run_status R). ' +
      'Raise `timeout` if the test is meant to last this long.',
  ],
  'lost-patience-in-queue': [
    impatient,
    'The run was not running within 2m 04s (run 7650001: run_status R). ' +
      'Raise `queue-timeout`, or run fewer tests at once.',
  ],
  'api-out-of-reach': [
    lost,
    'GET /x: 503 (run 7650001, last seen: R). Look at https://status.grafana.com, then start the job again.',
  ],
  'api-refused': [lost, 'GET /x: 503 (run 7650001, last seen: R).'],
  'start-failed': [lost, 'GET /x: 503.'],
  'started-twice': [
    { kind: 'started-twice', run: settled.run, others: [{ runId: '7650002', stop: 'stopped' }] },
    'One start made more than one run of the test: run 7650001, and run 7650002, which was stopped.',
  ],
  'not-awaited': [
    settled,
    'The run was started and not waited for (run 7650001); judge it later with `run-id: 7650001`.',
  ],
  cancelled: [settled, 'The workflow was cancelled before the run was over (run 7650001: run_status R).'],
};

describe('the reason', () => {
  it.each(Object.entries(SENTENCES))('for %s names field and run, and what to do', (cause, [watched, sentence]) => {
    expect(told(cause as Cause, watched)).toBe(sentence);
  });

  it.each<readonly [Cause, string]>([
    [
      'aborted-by-threshold',
      'A threshold with abortOnFail was crossed (run 7650001: run_status R, result_status empty).',
    ],
    [
      'metrics-never-processed',
      'The run finished, but its metrics were not processed within 2m 04s (run 7650001: run_status R). ' +
        'Raise `processing-timeout`, or start the job again.',
    ],
  ])('for %s names another field where the API has one status for all', (cause, sentence) => {
    expect(told(cause, { ...impatient, run: aSettledRun({ statuses: ONE_STATUS }) })).toBe(sentence);
  });

  it.each<readonly [Cause, PollResult, string]>([
    ['api-refused', lost, 'GET /x: 503 (run 7650001, which was never seen).'],
    ['cancelled', settled, 'The workflow was cancelled before the run was over (run 7650001, which was never seen).'],
  ])('for %s says no more of a run that nobody saw', (cause, watched, sentence) => {
    const unseen = { ...WORDS, run: { field: 'run_status', value: '' } };
    const run = aSettledRun({ statuses: unseen });
    expect(told(cause, { ...watched, run } as PollResult)).toBe(sentence);
  });

  it.each([
    ['none', 'Passed, but the test has no thresholds, so nothing was checked'],
    ['not-evaluated', 'Passed, but no threshold of the test had a sample, so nothing was checked'],
    ['some', 'All criteria passed'],
    ['unknown', 'All criteria passed'],
  ] as const)('of a pass with %s thresholds is: %s', (thresholds, sentence) => {
    const run = aSettledRun({ thresholds });
    expect(told('thresholds-passed', { kind: 'settled', run })).toBe(
      `${sentence} (run 7650001: result_status PASSED).`,
    );
  });

  it('says that the thresholds had no samples where that is known', () => {
    const run = aSettledRun({ thresholds: 'not-evaluated' });
    expect(told('thresholds-not-evaluated', { kind: 'settled', run })).toMatch(
      /^The thresholds of the test had no samples, so none was evaluated; `require-thresholds` needs one \(run 7650001/u,
    );
  });

  it.each(['created', 'validated', 'queued', 'initializing'] as const)(
    'of a time limit names the load zone where the run never began: %s',
    (phase) => {
      const run = aPendingRun({ phase, statuses: WORDS });
      expect(told('lost-patience', { kind: 'gave-up', limit: 'timeout', limitMs: 124_000, run })).toBe(
        'The run was not over within 2m 04s (run 7650001: run_status R). ' +
          'The run never began: check the load zone of the test. `queue-timeout` ends such waits sooner.',
      );
    },
  );

  it('quotes what a run waits for', () => {
    const run = aPendingRun({
      phase: 'queued',
      statuses: WORDS,
      detail: { code: undefined, message: 'Waiting: 5 of 5 concurrent runs.' },
    });
    expect(told('lost-patience-in-queue', { kind: 'gave-up', limit: 'queue-timeout', limitMs: 9000, run })).toContain(
      '(run 7650001: run_status R); k6 Cloud says: Waiting: 5 of 5 concurrent runs.',
    );
  });

  it('quotes k6 Cloud, with its code where it has one', () => {
    const explained = (code: string | undefined, message: string | undefined): string =>
      told('result-error', { kind: 'settled', run: aSettledRun({ statuses: WORDS, detail: { code, message } }) });
    const plain = SENTENCES['result-error'][1].replace(/\.$/u, '');
    expect(explained('8012', 'The hours are used up.. ')).toBe(
      `${plain}; k6 Cloud says: The hours are used up (code 8012).`,
    );
    expect(explained(undefined, 'a.b. c')).toBe(`${plain}; k6 Cloud says: a.b. c.`);
    expect(explained('8012', undefined)).toBe(`${plain}; k6 Cloud says: Error (code 8012).`);
    expect(explained(undefined, undefined)).toBe(`${plain}.`);
  });

  it.each<readonly [StopOutcome, string]>([
    ['stopped', 'The run has been told to stop.'],
    ['already-over', 'The run was over by then.'],
    ['left', 'The run goes on in k6 Cloud, as asked.'],
    ['not-ours', 'It was named by `run-id`, so it was not stopped.'],
    ['stop-failed', 'The run could not be stopped; it may still be going on and costing VUh.'],
  ])('says what became of a run that was given up: %s', (aftermath, sentence) => {
    expect(told('cancelled', settled, { stopOutcome: aftermath })).toBe(`${SENTENCES.cancelled[1]} ${sentence}`);
    expect(told('lost-patience', impatient, { stopOutcome: aftermath })).toBe(
      `The run was not over within 2m 04s (run 7650001: run_status R). ${sentence} ` +
        'Raise `timeout` if the test is meant to last this long.',
    );
    expect(told('cancelled', { kind: 'cancelled', run: undefined }, { stopOutcome: aftermath })).toBe(
      `The workflow was cancelled before the test run was known. ${sentence}`,
    );
  });

  it.each<readonly [PollResult, string]>([
    [{ kind: 'api-refused', run: undefined, failure: 'GET /x: 404. . ' }, 'GET /x: 404.'],
    [{ kind: 'not-started', failure: 'No such test' }, 'No such test.'],
    [{ kind: 'cancelled', run: undefined }, 'The workflow was cancelled before the test run was known.'],
    [
      { kind: 'gave-up', limit: 'timeout', limitMs: 90_000, run: undefined },
      'The start of the test was not answered within 1m 30s, the limit of `timeout`.',
    ],
  ])('is there without a run: %j', (watched, sentence) => {
    expect(told('api-refused', watched)).toBe(sentence);
  });
});

describe('the reason of a run whose numbers are known', () => {
  const { metrics } = aFailure();
  it.each<readonly [Cause, RegExp]>([
    ['thresholds-crossed', /^p95 latency is .*, over the limit of .*\(run 7650001: result_status empty\)\.$/u],
    ['aborted-by-threshold', /^p95 latency is .*, over the limit of .*\(run 7650001: run_status R\)\.$/u],
  ])('says for %s what crossed its limit', (cause, sentence) => {
    expect(told(cause, settled, { metrics })).toMatch(sentence);
  });

  it('says what is worse than its baseline', () => {
    if (metrics === undefined) throw new Error('the failure has no study');
    const regression = {
      rule: { metric: 'p95', size: 10, unit: '%' },
      now: 431,
      then: 362,
      baselineRunId: '7',
    } as const;
    expect(told('regressed', settled, { metrics: { ...metrics, ...NO_METRICS, regressions: [regression] } })).toBe(
      'p95 latency is 431 ms against 362 ms in run 7: +19.1 %, the limit is +10 % ' +
        '(run 7650001: passed its criteria; `max-regression` decides).',
    );
  });
});

describe('names', () => {
  it('of phases are those that people use', () => {
    const name = (phase: PendingRun['phase']): string => phaseName(aPendingRun({ phase, statuses: WORDS }));
    expect(
      (
        ['created', 'validated', 'queued', 'initializing', 'running', 'processing', 'deciding', 'unrecognised'] as const
      ).map(name),
    ).toEqual([
      'created',
      'validated',
      'queued',
      'initializing',
      'running',
      'finished',
      'processed, no result yet',
      'unknown status R',
    ]);
  });

  it('of an aborted run without a result say that it was aborted', () => {
    const endedAs = { kind: 'aborted', by: 'unknown' } as const;
    expect(phaseName(aPendingRun({ phase: 'deciding', endedAs }))).toBe('aborted, no result yet');
  });

  it('of endings too', () => {
    const aborted = (['user', 'system', 'script-error', 'threshold', 'limit', 'unknown'] as const).map((by) =>
      endingName(aSettledRun({ ending: { kind: 'aborted', by } })),
    );
    const others = (['finished', 'timed-out', 'archived', 'unrecognised'] as const).map((kind) =>
      endingName(aSettledRun({ ending: { kind } })),
    );
    expect([...aborted, ...others]).toEqual([
      'aborted by user',
      'aborted by system',
      'aborted by script error',
      'aborted by threshold',
      'aborted by limit',
      'aborted',
      'processed',
      'timed out',
      'archived',
      'ended in an unknown way',
    ]);
  });
});
