/** What the legacy API tells of a run, whole: its facts, the words of its statuses, and the runs of a merged read. */
import { describe, expect, it } from '@jest/globals';
import { parseRun, parseRunsById, parseStartedRun, unknownRun } from '../../../../src/cloud/v2/translate.ts';
import type { TestRun } from '../../../../src/test-run/test-run.ts';
import { anAnswer } from '../../../support/a-response.ts';

const read = (fields: object): TestRun => parseRun(anAnswer({ 'k6-run': { id: 7650001, ...fields } }));

/** All that is known of a run of which the service shows nothing but its id and `run_status`. */
const BARE = {
  id: '7650001',
  testId: undefined,
  seen: true,
  url: 'https://app.k6.io/runs/7650001',
  createdMs: undefined,
  startedMs: undefined,
  endedMs: undefined,
  plannedMs: undefined,
  executedMs: undefined,
  vus: undefined,
  vuh: undefined,
  result: 'none',
  thresholds: 'unknown',
  detail: undefined,
};
const CREATED = {
  run: { field: 'run_status', value: 'CREATED' },
  processing: { field: 'processing_status', value: 'NOT_STARTED' },
  result: { field: 'result_status', value: '' },
};

describe('the facts of a legacy run', () => {
  it('are its id and its statuses where the service shows nothing else', () => {
    expect(read({ run_status: 2 })).toStrictEqual({
      ...BARE,
      statuses: {
        run: { field: 'run_status', value: 'RUNNING' },
        processing: { field: 'processing_status', value: 'UNKNOWN (odd)' },
        result: { field: 'result_status', value: '' },
      },
      state: 'pending',
      phase: 'running',
    });
  });

  it('are unknown, each of its own, where the fields have odd types', () => {
    const odd = {
      test_id: 'x',
      created: 7,
      started: 'yesterday',
      ended: {},
      duration: -1,
      execution_duration: '1e3',
      vus: -5,
      vuh_cost: 'much',
      error_code: {},
      error_detail: '  ',
      k6_runtime_config: 'none',
    };
    expect(read({ run_status: 2, ...odd })).toEqual(read({ run_status: 2 }));
  });

  it('are none but the id for a run that was never seen', () => {
    expect(unknownRun('7650001')).toStrictEqual({
      ...BARE,
      seen: false,
      statuses: CREATED,
      state: 'pending',
      phase: 'created',
    });
  });

  it('are those of its plan where it was just started, and never a status', () => {
    const run = {
      id: 7650001,
      test_id: 1201,
      created: '2026-11-23T10:00:00Z',
      duration: 120,
      vus: 200,
      run_status: 3,
      processing_status: 2,
      result_status: 0,
      started: '2026-11-23T10:00:00Z',
      k6_runtime_config: { testRunDetails: 'https://acme.grafana.net/a/k6-app/runs/7650001' },
    };
    expect(parseStartedRun(anAnswer({ 'k6-run': run }))).toStrictEqual({
      ...BARE,
      testId: '1201',
      url: 'https://acme.grafana.net/a/k6-app/runs/7650001',
      createdMs: Date.parse('2026-11-23T10:00:00Z'),
      plannedMs: 120_000,
      vus: 200,
      statuses: CREATED,
      state: 'pending',
      phase: 'created',
    });
  });

  it.each([{}, { k6_runtime_config: null }, { k6_runtime_config: { testRunDetails: null } }])(
    'have the page of the old app where the start answers %j',
    (fields) => {
      const { url } = parseStartedRun(anAnswer({ 'k6-run': { id: 7650001, ...fields } }));
      expect(url).toBe('https://app.k6.io/runs/7650001');
    },
  );

  it.each([{}, { 'k6-run': null }, { 'k6-run': {} }, { 'k6-run': { id: 0 } }, { 'k6-run': { id: '-7' } }])(
    'cannot be read from the start %j',
    (json) => {
      expect(() => parseStartedRun(anAnswer(json))).toThrow(/k6-run/u);
    },
  );
});

describe('the words for the statuses of a legacy run', () => {
  it.each([
    [-2, 'CREATED'],
    [-1, 'VALIDATED'],
    [0, 'QUEUED'],
    [1, 'INITIALIZING'],
    [2, 'RUNNING'],
    [3, 'FINISHED'],
    [4, 'TIMED_OUT'],
    [5, 'ABORTED_BY_USER'],
    [6, 'ABORTED_BY_SYSTEM'],
    [7, 'ABORTED_BY_SCRIPT_ERROR'],
    [8, 'ABORTED_BY_THRESHOLD'],
    [9, 'ABORTED_BY_LIMIT'],
    [10, 'ARCHIVED'],
    [11, 'UNKNOWN (11)'],
    [-3, 'UNKNOWN (-3)'],
  ])('are for run_status %i %s', (run_status, value) => {
    expect(read({ run_status }).statuses.run).toEqual({ field: 'run_status', value });
  });

  it.each([
    [0, 'NOT_STARTED'],
    [1, 'PROCESSING'],
    [2, 'FINISHED'],
    [3, 'ERROR'],
    [4, 'UNKNOWN (4)'],
    [-1, 'UNKNOWN (-1)'],
    ['done', 'UNKNOWN (odd)'],
    [null, 'UNKNOWN (odd)'],
  ])('are for processing_status %j %s', (processing_status, value) => {
    const { statuses } = read({ run_status: 3, processing_status });
    expect(statuses.processing).toEqual({ field: 'processing_status', value });
  });

  it.each([
    [0, 'PASSED', 'passed'],
    [1, 'FAILED', 'failed'],
    [2, 'UNKNOWN (2)', 'unknown'],
    [-1, 'UNKNOWN (-1)', 'unknown'],
    ['', 'UNKNOWN (odd)', 'unknown'],
    [null, '', 'none'],
  ])('are for result_status %j "%s"', (result_status, value, result) => {
    const run = read({ run_status: 3, processing_status: 2, result_status });
    expect([run.statuses.result, run.result]).toEqual([{ field: 'result_status', value }, result]);
  });
});

describe('a legacy run that ended', () => {
  it.each([
    [4, { kind: 'timed-out' }],
    [5, { kind: 'aborted', by: 'user' }],
    [6, { kind: 'aborted', by: 'system' }],
    [7, { kind: 'aborted', by: 'script-error' }],
    [8, { kind: 'aborted', by: 'threshold' }],
    [9, { kind: 'aborted', by: 'limit' }],
    [10, { kind: 'archived' }],
    [11, { kind: 'unrecognised' }],
  ])('with run_status %i is not waited for', (run_status, ending) => {
    for (const processing_status of [0, 1, 2, 3]) {
      expect(read({ run_status, processing_status, result_status: 0 })).toMatchObject({
        state: 'settled',
        ending,
        metrics: 'not-awaited',
      });
    }
  });

  it.each([
    [2, 0, 'complete'],
    [2, 1, 'complete'],
    [3, 0, 'incomplete'],
    [3, null, 'incomplete'],
  ])('FINISHED, with processing %i and result %j, has metrics that are %s', (processing_status, result, metrics) => {
    expect(read({ run_status: 3, processing_status, result_status: result })).toMatchObject({
      state: 'settled',
      ending: { kind: 'finished' },
      metrics,
    });
  });

  it.each([
    [8012, 'Too many VUs.', { code: '8012', message: 'Too many VUs.' }],
    ['E8012', undefined, { code: 'E8012', message: undefined }],
    [undefined, ' Too many VUs. ', { code: undefined, message: 'Too many VUs.' }],
    [0, 'Too many VUs.', { code: undefined, message: 'Too many VUs.' }],
    ['0', 'Too many VUs.', { code: undefined, message: 'Too many VUs.' }],
    [0, undefined, undefined],
    ['0', '', undefined],
    [undefined, undefined, undefined],
    [null, '', undefined],
  ])('with the code %j and the words %j is explained by both', (error_code, error_detail, detail) => {
    expect(read({ run_status: 9, error_code, error_detail }).detail).toEqual(detail);
  });
});

describe('the runs of a merged read', () => {
  const running = (id: unknown): object => ({ id, run_status: 2 });
  const shown = (...runs: readonly unknown[]): unknown => {
    const byId = parseRunsById(anAnswer({ 'k6-runs': runs }), new Set(['1', '2', '3']));
    return [...byId].map(([id, run]) => [id, run.id]);
  };

  it('are those that were asked for, by id', () => {
    expect(shown(running(2), running('1'), running(4))).toEqual([
      ['2', '2'],
      ['1', '1'],
    ]);
  });

  it.each([
    ['null', null],
    ['a run without a status', { id: 1 }],
    ['a run with an odd status', { id: 1, run_status: 'done' }],
    ['a run without an id', { run_status: 2 }],
  ])('are all but %s, which hides no other', (_, odd) => {
    expect(shown(odd, running(2))).toEqual([['2', '2']]);
  });

  it('are all but one that is there twice: one of the entries is wrong', () => {
    expect(shown(running(1), running(2), { id: 1, run_status: 3 })).toEqual([['2', '2']]);
  });

  it('are read as far as a step can watch, and a bit further', () => {
    const others = Array.from({ length: 199 }, (_, place) => running(place + 10));
    expect(shown(...others, running(1), running(2))).toEqual([['1', '1']]);
  });

  it.each([{}, { 'k6-runs': null }, { 'k6-runs': {} }, []])(
    'are none where the answer is %j: it is refused',
    (json) => {
      expect(() => parseRunsById(anAnswer(json), new Set(['1']))).toThrow(/k6-runs/u);
    },
  );
});
