/** The legacy API's whole space of statuses through adapter and judge: one row passes, and every other has its words. */
import { describe, expect, it } from '@jest/globals';
import { parseRun, parseRunPage, parseStartedRun } from '../../../../src/cloud/v2/translate.ts';
import type { TestRun } from '../../../../src/test-run/test-run.ts';
import { judge } from '../../../../src/test-run/verdict.ts';
import { reasonFor } from '../../../../src/test-run/wording.ts';
import { anAnswer } from '../../../support/a-response.ts';

const RUN_STATUSES = [-3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 99];
const PROCESSING_STATUSES = [0, 1, 2, 3, 4, 'odd', null, undefined];
const RESULTS = [0, 1, 2, 'odd', null, undefined];

const read = (fields: object): TestRun => parseRun(anAnswer({ 'k6-run': { id: 7650001, ...fields } }));
const rows = RUN_STATUSES.flatMap((run_status) =>
  PROCESSING_STATUSES.flatMap((processing_status) =>
    RESULTS.map((result_status) => ({ run_status, processing_status, result_status })),
  ),
);
const policy = { processingError: 'fail', requireThresholds: false } as const;

/** What the row comes to: pending, or a verdict and its sentence. */
function outcome(run: TestRun): string {
  if (run.state === 'pending') return `pending: ${run.phase}`;
  const watched = { kind: 'settled', run } as const;
  const verdict = judge(watched, policy);
  return `${verdict.word}: ${reasonFor({ pollResult: watched, verdict })}`;
}

describe('the legacy space of statuses', () => {
  it('has exactly one row that passes', () => {
    const passing = rows.filter((row) => outcome(read(row)).startsWith('passed'));
    expect(passing).toEqual([{ run_status: 3, processing_status: 2, result_status: 0 }]);
  });

  it('has a phase or a sentence that names the run for every row, in numbers and in digits', () => {
    for (const row of rows) {
      const words = outcome(read(row));
      expect(words).toMatch(/^pending: [a-z]+$|^(?:passed|failed|aborted|error): .*run 7650001.*\.$/u);
      const digits = Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
      );
      expect(outcome(read(digits))).toBe(words);
    }
  });

  it.each([
    [-2, 'pending: created'],
    [-1, 'pending: validated'],
    [0, 'pending: queued'],
    [1, 'pending: initializing'],
    [2, 'pending: running'],
    [-3, 'pending: unrecognised'],
  ])('waits while run_status is %i, whatever else is said', (run_status, words) => {
    for (const row of rows) if (row.run_status === run_status) expect(outcome(read(row))).toBe(words);
  });

  it.each([
    [4, 'error'],
    [5, 'aborted'],
    [6, 'error'],
    [7, 'error'],
    [8, 'failed'],
    [9, 'error'],
    [10, 'error'],
    [11, 'error'],
    [99, 'error'],
  ])('gives run_status %i its verdict %s, whatever else is said', (run_status, word) => {
    for (const row of rows) if (row.run_status === run_status) expect(outcome(read(row)).split(':')[0]).toBe(word);
  });

  it.each([
    [0, 0, 'pending: processing'],
    [1, 1, 'pending: processing'],
    [undefined, 0, 'pending: processing'],
    [2, null, 'pending: deciding'],
    [2, 1, 'failed'],
    [2, 2, 'error'],
    [2, 'odd', 'error'],
    [3, 0, 'error'],
    [3, 1, 'failed'],
    [3, null, 'error'],
  ])('judges FINISHED with processing %j and result %j as %s', (processing_status, result_status, word) => {
    expect(outcome(read({ run_status: 3, processing_status, result_status }))).toMatch(new RegExp(`^${word}`, 'u'));
  });
});

describe('a legacy run', () => {
  it('tells what it knows', () => {
    const run = read({
      test_id: '1201',
      run_status: 9,
      processing_status: 0,
      result_status: 0,
      created: '2026-11-23T10:00:00',
      started: '2026-11-23T10:00:20.5Z',
      ended: null,
      duration: 120,
      execution_duration: 117.5,
      vus: 200,
      vuh_cost: '6.75',
      error_code: 8012,
      error_detail: 'The hours are used up.',
      k6_runtime_config: { testRunDetails: 'https://acme.grafana.net/a/k6-app/runs/7650001' },
    });
    expect(run).toMatchObject({
      testId: '1201',
      url: 'https://acme.grafana.net/a/k6-app/runs/7650001',
      createdMs: Date.parse('2026-11-23T10:00:00Z'),
      startedMs: Date.parse('2026-11-23T10:00:20.5Z'),
      endedMs: undefined,
      plannedMs: 120_000,
      executedMs: 117_500,
      vus: 200,
      vuh: 6.75,
      detail: { code: '8012', message: 'The hours are used up.' },
      ending: { kind: 'aborted', by: 'limit' },
    });
  });

  it.each([
    [
      5,
      8036,
      null,
      /^aborted: The run was aborted by a user, the API or `test\.abort\(\)` in the script .* code is 8036\./u,
    ],
    [6, 8031, '', /^error: k6 Cloud aborted the run .*; k6 Cloud's error code is 8031\./u],
    [7, 8035, null, /^error: A script error ended the run .*; k6 Cloud's error code is 8035\. Fix the script error/u],
    [9, 4015, '', /^error: A limit .* ended the run .*; k6 Cloud's error code is 4015\. Check your subscription/u],
    [4, 77, undefined, /^error: The run timed out .*; k6 Cloud's error code is 77\./u],
    [9, 4015, 'Too many VUs.', /^error: A limit .*; k6 Cloud says: Too many VUs \(code 4015\)\./u],
  ])('with status %i, code %j and the words %j shows the code', (run_status, error_code, error_detail, reason) => {
    expect(outcome(read({ run_status, error_code, error_detail }))).toMatch(reason);
  });

  it.each([0, null, undefined])('with the code %j shows none', (error_code) => {
    expect(outcome(read({ run_status: 7, error_code, error_detail: null }))).not.toMatch(/k6 Cloud|code/u);
  });

  it('has no duration that no test can have', () => {
    const run = read({ run_status: 2, duration: 1e306, execution_duration: 1e306 });
    expect(run).toMatchObject({ plannedMs: undefined, executedMs: undefined });
  });

  it.each([undefined, null, '', 'x', 'http://acme.example/1', 'javascript:alert(1)', 7])(
    'has the address of the old app where the API says %j',
    (testRunDetails) => {
      const run = read({ run_status: 2, k6_runtime_config: { testRunDetails } });
      expect(run.url).toBe('https://app.k6.io/runs/7650001');
    },
  );

  it('is believed only its id when it was just started: the documents show a dump there', () => {
    const run = parseStartedRun(
      anAnswer({ 'k6-run': { id: 7650001, test_id: 1201, run_status: 3, result_status: 0, vus: 5 } }),
    );
    expect(run).toMatchObject({
      id: '7650001',
      testId: '1201',
      state: 'pending',
      phase: 'created',
      result: 'none',
      vus: 5,
    });
  });
});

describe('lists', () => {
  it('give ids, and the count where there is one', () => {
    expect(parseRunPage(anAnswer({ 'k6-runs': [{ id: 1 }, { id: '2' }], meta: { count: 2 } }))).toMatchObject({
      ids: ['1', '2'],
      count: 2,
    });
    expect(parseRunPage(anAnswer({ 'k6-runs': [] }))).toEqual({ ids: [], count: undefined, times: new Map() });
  });

  it('give the times of the runs where they are told, and none where they are odd', () => {
    const told = { id: 1, started: '2026-11-23T10:00:00Z', ended: '2026-11-23T10:01:00Z', duration: 60 };
    const { times } = parseRunPage(anAnswer({ 'k6-runs': [told, { id: 2, started: 7, ended: [], duration: 'x' }] }));
    const startedMs = Date.parse(told.started);
    const none = { startedMs: undefined, endedMs: undefined, executedMs: undefined, plannedMs: undefined };
    expect([...times.values()]).toEqual([{ ...none, startedMs, endedMs: startedMs + 60_000, plannedMs: 60_000 }, none]);
  });

  it.each([{}, { 'k6-runs': null }, { 'k6-runs': [{}] }, { 'k6-runs': [null] }])('refuse %j', (json) => {
    expect(() => parseRunPage(anAnswer(json))).toThrow(/k6-runs/u);
  });
});
