/** The whole space of v6's statuses through adapter and judge: one row passes, and every other has its words. */
import { describe, expect, it } from '@jest/globals';
import { unknownRun, parseRun, parseStartedRun } from '../../../../src/cloud/v6/translate.ts';
import type { TestRun } from '../../../../src/test-run/test-run.ts';
import { judge } from '../../../../src/test-run/verdict.ts';
import { reasonFor } from '../../../../src/test-run/wording.ts';
import { anAnswer } from '../../../support/a-response.ts';

const STATUSES = [
  ...['created', 'queued', 'initializing', 'running', 'processing_metrics', 'completed', 'aborted'],
  ...['finalizing', 'Completed', 'passed', 'constructor'],
];
const RESULTS = ['passed', 'failed', 'error', null, undefined, '', 'Passed', 'inconclusive', 0, true, {}];

const pageOf = (runId: string): string => `https://acme.grafana.net/a/k6-app/runs/${runId}`;
const read = (fields: object): TestRun => parseRun(anAnswer({ id: 7650001, ...fields }), pageOf);
const policy = { processingError: 'fail', requireThresholds: false } as const;

function outcome(run: TestRun, rules: Parameters<typeof judge>[1] = policy): string {
  if (run.state === 'pending') return `pending: ${run.phase}`;
  const watched = { kind: 'settled', run } as const;
  const verdict = judge(watched, rules);
  return `${verdict.word}: ${reasonFor({ pollResult: watched, verdict })}`;
}

const rows = STATUSES.flatMap((status) => RESULTS.map((result) => ({ status, result })));

describe("v6's space of statuses", () => {
  it('has exactly one row that passes', () => {
    const passing = rows.filter((row) => outcome(read(row)).startsWith('passed'));
    expect(passing).toEqual([{ status: 'completed', result: 'passed' }]);
  });

  it('has a phase or a sentence that names the run for every row', () => {
    for (const row of rows) {
      expect(outcome(read(row))).toMatch(
        /^pending: [a-z]+$|^(?:passed|failed|aborted|error): .*run 7650001: (?:status|result).*\.$/u,
      );
    }
  });

  it.each([
    ['created', 'created'],
    ['queued', 'queued'],
    ['initializing', 'initializing'],
    ['running', 'running'],
    ['processing_metrics', 'processing'],
    ['finalizing', 'unrecognised'],
    ['Completed', 'unrecognised'],
    ['constructor', 'unrecognised'],
  ])('waits while the status is %s, whatever the result says', (status, phase) => {
    for (const result of RESULTS) expect(outcome(read({ status, result }))).toBe(`pending: ${phase}`);
  });

  it.each([
    ['completed', 'failed', 'failed'],
    ['completed', 'error', 'error'],
    ['completed', null, 'pending: deciding'],
    ['completed', undefined, 'pending: deciding'],
    ['completed', '', 'pending: deciding'],
    ['completed', 'inconclusive', 'error'],
    ['completed', 0, 'error'],
    ['aborted', 'failed', 'failed'],
    ['aborted', 'error', 'error'],
    ['aborted', 'passed', 'error'],
    ['aborted', null, 'pending: deciding'],
    ['aborted', '', 'pending: deciding'],
    ['aborted', 'inconclusive', 'error'],
  ])('judges %s with %j as %s', (status, result, word) => {
    expect(outcome(read({ status, result }))).toMatch(new RegExp(`^${word}`, 'u'));
  });

  it.each([undefined, null, 7, {}, '', ' '])('refuses the status %j', (status) => {
    expect(() => read({ status })).toThrow(/status/u);
  });
});

describe('an aborted run', () => {
  const by = (by_user: unknown): object => ({ by_user, message: null, code: null });
  const aborted = { status: 'aborted', result: 'error' };

  it.each([
    [
      'the last entry of the history',
      { status_history: [{ type: 'created' }, { type: 'aborted', extra: by('a@x.io') }] },
    ],
    [
      'an earlier one',
      {
        status_history: [
          { type: 'aborted', extra: by('a@x.io') },
          { type: 'aborted', extra: null },
        ],
      },
    ],
    ['one beside an odd entry', { status_history: [7, null, { type: 'aborted', extra: by('a@x.io') }] }],
    ['the present status alone', { status_details: { type: 'aborted', extra: by('a@x.io') } }],
  ])('was aborted by a user where %s says so', (_, fields) => {
    for (const result of ['error', 'passed']) {
      expect(outcome(read({ ...aborted, ...fields, result }))).toMatch(/^aborted: The run was aborted by a user/u);
    }
    expect(read({ ...aborted, ...fields, result: null })).toMatchObject({ endedAs: { kind: 'aborted', by: 'user' } });
  });

  it('was aborted by its threshold where the result says so, whoever else is named', () => {
    const history = { status_history: [{ type: 'aborted', extra: by('a@x.io') }] };
    expect(outcome(read({ ...aborted, ...history, result: 'failed' }))).toBe(
      'failed: A threshold with abortOnFail was not met (run 7650001: status aborted, result failed).',
    );
  });

  it.each([
    ['nobody', { status_history: [{ type: 'aborted', extra: by(null) }] }],
    ['whoever started it', { status_history: [{ type: 'created', extra: by('a@x.io') }, { type: 'aborted' }] }],
    ['nothing of use', { status_history: 'odd', status_details: 7 }],
  ])('has no known cause where the history names %s', (_, fields) => {
    expect(outcome(read({ ...aborted, ...fields }))).toMatch(/^error: The run was aborted before its end/u);
  });

  it.each([
    [8030, /^error: A script error ended the run .*; k6 Cloud's error code is 8030\. Fix the script error/u],
    [8035, /^error: A script error ended the run .*; k6 Cloud's error code is 8035\./u],
    ['8035', /^error: A script error ended the run .*; k6 Cloud's error code is 8035\./u],
    [8036, /^aborted: The run was aborted by a user, the API or `test\.abort\(\)` .* code is 8036\./u],
    [8034, /^error: The run was aborted before its end .*; k6 Cloud's error code is 8034\./u],
  ])('has the cause that its code %j stands for, and shows the code', (code, reason) => {
    const result_details = { type: 'error', message: null, code };
    expect(outcome(read({ ...aborted, result_details }))).toMatch(reason);
  });

  it('says why, in the words of the service', () => {
    const quota = { type: 'error', message: 'The VU hours of this month are used up.', code: 8012 };
    expect(outcome(read({ ...aborted, result_details: quota }))).toBe(
      'error: The run was aborted before its end (run 7650001: status aborted, result error); ' +
        'k6 Cloud says: The VU hours of this month are used up (code 8012). ' +
        'k6 Cloud does not say by whom. Check the run page.',
    );
  });

  it('says why where only the status does, as on older servers', () => {
    const extra = { by_user: null, message: 'Validation error', code: 123 };
    const details = { result_details: {}, status_details: { type: 'aborted', extra } };
    expect(read({ ...aborted, ...details }).detail).toEqual({ code: '123', message: 'Validation error' });
  });
});

describe('a v6 run', () => {
  const history = [
    ['created', '2026-11-23T10:00:00Z'],
    ['initializing', '2026-11-23T10:00:08Z'],
    ['running', '2026-11-23T10:00:23.5Z'],
    ['processing_metrics', '2026-11-23T10:02:27.5Z'],
    ['completed', '2026-11-23T10:02:30Z'],
  ].map(([type, entered]) => ({ type, entered }));

  it('tells what it knows', () => {
    const run = read({
      status: 'completed',
      result: 'passed',
      test_id: 2 ** 40,
      created: '2026-11-23T10:00:00.123456Z',
      ended: '2026-11-23T10:02:30',
      status_history: history,
      cost: { total_vuh: '6.75', breakdown: {} },
      max_vus: 200,
      estimated_duration: 120,
      execution_duration: 124,
      result_details: { type: 'passed' },
      options: { thresholds: { http_req_duration: ['p(95)<400'] } },
    });
    expect(run).toMatchObject({
      testId: '1099511627776',
      url: 'https://acme.grafana.net/a/k6-app/runs/7650001',
      createdMs: Date.parse('2026-11-23T10:00:00.123Z'),
      startedMs: Date.parse('2026-11-23T10:00:23.5Z'),
      endedMs: Date.parse('2026-11-23T10:02:30Z'),
      plannedMs: 120_000,
      executedMs: 124_000,
      vus: 200,
      vuh: 6.75,
      detail: undefined,
      thresholds: 'stated',
    });
  });

  it.each([
    [{ total_vuh: 6.75 }, 6.75],
    [{ total_vuh: '6.75' }, 6.75],
    [{ total_vuh: 'much' }, undefined],
    [null, undefined],
    [{}, undefined],
  ])('reads the cost %j', (cost, vuh) => {
    expect(read({ status: 'running', cost }).vuh).toBe(vuh);
  });

  it('takes the time of execution from its history where an older server does not count it', () => {
    expect(read({ status: 'completed', result: 'passed', status_history: history }).executedMs).toBe(124_000);
    expect(read({ status: 'aborted', status_history: history.slice(0, 2) }).executedMs).toBeUndefined();
    expect(read({ status: 'aborted', status_history: history.slice(0, 2), execution_duration: 0 }).executedMs).toBe(0);
  });

  it.each([
    [null, 'unknown'],
    [undefined, 'unknown'],
    ['odd', 'unknown'],
    [{}, 'none'],
    [{ stages: [], cloud: { projectID: 12 } }, 'none'],
    [{ thresholds: null }, 'none'],
    [{ thresholds: {} }, 'none'],
    [{ thresholds: { http_req_duration: [] } }, 'none'],
    [{ thresholds: { http_req_duration: ['p(95)<400'] } }, 'stated'],
    [{ thresholds: { checks: [{ threshold: 'rate>0.9', abortOnFail: true }] } }, 'stated'],
    [{ thresholds: 'p(95)<400' }, 'unknown'],
    [{ thresholds: ['p(95)<400'] }, 'unknown'],
  ])('with the options %j has %s thresholds', (options, thresholds) => {
    expect(read({ status: 'completed', result: 'passed', options }).thresholds).toBe(thresholds);
  });

  it.each<readonly [unknown, string]>([
    [{}, 'impossible'],
    [{ thresholds: null }, 'impossible'],
    [{ thresholds: { a: ['p(95)<1'] } }, 'impossible'],
    [{ thresholds: { a: [{ threshold: 'p(95)<1' }] } }, 'impossible'],
    [{ thresholds: { a: [{ threshold: 'p(95)<1', abortOnFail: false }] } }, 'impossible'],
    [{ thresholds: { a: [{ threshold: 'p(95)<1', abortOnFail: null }] } }, 'impossible'],
    [
      { thresholds: { a: ['p(95)<1'], b: [{ threshold: 'rate<1', abortOnFail: true, delayAbortEval: '10s' }] } },
      'possible',
    ],
    [{ thresholds: { a: [7], b: [{ threshold: 'rate<1', abortOnFail: true }] } }, 'possible'],
    [{ thresholds: { a: [{ threshold: 'p(95)<1', abortOnFail: 'yes' }] } }, 'unknown'],
    [{ thresholds: { a: [{ abortOnFail: true }] } }, 'unknown'],
    [{ thresholds: { a: [null] } }, 'unknown'],
    [{ thresholds: { a: 'p(95)<1' } }, 'unknown'],
    [{ thresholds: { a: { threshold: 'p(95)<1', abortOnFail: false } } }, 'unknown'],
    [{ thresholds: { a: ['p(95)<1'], b: { next: 1 } } }, 'impossible'],
    [{ thresholds: { a: ['p(95)<1'], b: [] } }, 'impossible'],
    [{ thresholds: [[{ threshold: 'p(95)<1', abortOnFail: true }]] }, 'unknown'],
    [{ thresholds: 7 }, 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('with the options %j, an abort by a threshold is %s', (options, chance) => {
    expect(read({ status: 'running', result: null, options }).abortChance).toBe(chance);
  });

  it('says that a pass without thresholds measured nothing, and is none where thresholds are required', () => {
    const run = read({ status: 'completed', result: 'passed', options: {} });
    expect(outcome(run)).toMatch(/^passed: Passed, but the test has no thresholds, so nothing was checked/u);
    expect(outcome(run, { ...policy, requireThresholds: true })).toMatch(/^error: The test has no thresholds/u);
  });

  it.each([
    ['https://acme.grafana.net/x/7650001', 'https://acme.grafana.net/x/7650001'],
    ['http://acme.example/1', pageOf('7650001')],
    [undefined, pageOf('7650001')],
    ['', pageOf('7650001')],
  ])('is given the page %j at its start', (page, url) => {
    const answer = anAnswer({
      id: 7650001,
      test_id: 1201,
      status: 'created',
      test_run_details_page_url: page,
      max_vus: null,
    });
    expect(parseStartedRun(answer, pageOf)).toMatchObject({
      id: '7650001',
      testId: '1201',
      phase: 'created',
      url,
    });
  });

  it.each([
    ['beside its status', { status_details: { type: 'queued', extra: { message: 'Waiting: 5 of 5 runs' } } }],
    [
      'in its history',
      { status_history: [{ type: 'created' }, { type: 'queued', extra: { message: 'Waiting: 5 of 5 runs' } }] },
    ],
  ])('shows what it waits for %s, while it waits', (_, fields) => {
    expect(read({ status: 'queued', ...fields }).detail).toEqual({ code: undefined, message: 'Waiting: 5 of 5 runs' });
    expect(read({ status: 'running', ...fields }).detail).toBeUndefined();
    expect(read({ status: 'completed', result: 'passed', ...fields }).detail).toBeUndefined();
  });

  it('has no duration that no test can have', () => {
    const run = read({ status: 'running', estimated_duration: 1e306, execution_duration: 1e306 });
    expect(run).toMatchObject({ plannedMs: undefined, executedMs: undefined });
  });

  it('is nothing but its id while it is unseen', () => {
    expect(unknownRun('7', pageOf)).toMatchObject({ id: '7', url: pageOf('7'), state: 'pending', result: 'none' });
  });
});
