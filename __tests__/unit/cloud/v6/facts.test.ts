/** What v6 tells of a run, whole: its facts, its explanation, who aborted it, and the runs of a list. */
import { describe, expect, it } from '@jest/globals';
import { parseRun, parseStartedRun, translateListed, unknownRun } from '../../../../src/cloud/v6/translate.ts';
import type { TestRun } from '../../../../src/test-run/test-run.ts';
import { anAnswer } from '../../../support/a-response.ts';

const pageOf = (runId: string): string => `https://acme.grafana.net/a/k6-app/runs/${runId}`;
const read = (fields: object): TestRun => parseRun(anAnswer({ id: 7650001, ...fields }), pageOf);

/** All that is known of a run of which the service shows nothing but its id and status. */
const BARE = {
  id: '7650001',
  testId: undefined,
  url: pageOf('7650001'),
  createdMs: undefined,
  startedMs: undefined,
  endedMs: undefined,
  plannedMs: undefined,
  executedMs: undefined,
  vus: undefined,
  vuh: undefined,
  detail: undefined,
  seen: true,
  result: 'none',
  thresholds: 'unknown',
};
const statuses = (status: string, result: string): object => ({
  run: { field: 'status', value: status },
  processing: undefined,
  result: { field: 'result', value: result },
});

describe('the facts of a v6 run', () => {
  it('are its id and its status where the service shows nothing else', () => {
    expect(read({ status: 'running' })).toStrictEqual({
      ...BARE,
      abortChance: 'unknown',
      origin: undefined,
      statuses: statuses('running', ''),
      state: 'pending',
      phase: 'running',
    });
  });

  it('are unknown, each of its own, where the fields have odd types', () => {
    const odd = {
      test_id: 'x',
      created: 7,
      ended: {},
      status_details: 'odd',
      status_history: { 0: { type: 'running' } },
      result_details: [],
      options: 7,
      cost: 7,
      max_vus: -5,
      estimated_duration: -1,
      execution_duration: '1e3',
      test_run_details_page_url: 'http://acme.example/',
      note: 7,
    };
    expect(read({ status: 'running', ...odd })).toEqual(read({ status: 'running' }));
  });

  it('are none but the id for a run that was never seen', () => {
    expect(unknownRun('7650001', pageOf)).toStrictEqual({
      ...BARE,
      seen: false,
      statuses: statuses('created', ''),
      state: 'pending',
      phase: 'created',
    });
  });

  it('are those of its plan where it was just started, and never a status', () => {
    const run = {
      id: 7650001,
      test_id: 1201,
      created: '2026-11-23T10:00:00Z',
      estimated_duration: 120,
      max_vus: 200,
      status: 'completed',
      result: 'passed',
      test_run_details_page_url: 'https://acme.grafana.net/x/7650001',
    };
    expect(parseStartedRun(anAnswer(run), pageOf)).toStrictEqual({
      ...BARE,
      testId: '1201',
      url: 'https://acme.grafana.net/x/7650001',
      createdMs: Date.parse('2026-11-23T10:00:00Z'),
      plannedMs: 120_000,
      vus: 200,
      statuses: statuses('created', ''),
      state: 'pending',
      phase: 'created',
    });
  });

  it('name its page where a read does', () => {
    const page = 'https://acme.grafana.net/x/7650001';
    expect(read({ status: 'running', test_run_details_page_url: page }).url).toBe(page);
  });

  it('tell where it came from by the tail of its note, and nothing by a note without one, or with two', () => {
    const tail = '[k6-cloud-gate/1 repository=acme/shop branch=main commit=0123abc workflow-run=99]';
    const origin = {
      repository: 'acme/shop',
      branch: 'main',
      commit: '0123abc',
      pullRequest: undefined,
      workflowRun: '99',
      marks: [],
    };
    expect(read({ status: 'running', note: `by hand ${tail}` }).origin).toEqual(origin);
    for (const note of ['', 'by hand', `${tail}${tail}`, tail.padEnd(20_001), null]) {
      expect(read({ status: 'running', note }).origin).toBeUndefined();
    }
    expect(read({ status: 'running', note: tail.padEnd(20_000) }).origin).toEqual(origin);
  });

  it.each([
    ['passed', 'passed', 'passed'],
    ['', '', 'none'],
    [null, '', 'none'],
    ['Passed', 'Passed', 'unknown'],
    [' passed', ' passed', 'unknown'],
    [7, 'odd', 'unknown'],
    ['passed'.padEnd(301), 'odd', 'unknown'],
  ])('show the result %j', (result, value, meaning) => {
    const run = read({ status: 'completed', result });
    expect([run.statuses.result, run.result]).toEqual([{ field: 'result', value }, meaning]);
  });
});

describe('the end of a v6 run', () => {
  it.each(['passed', 'failed', 'error', 'inconclusive'])('is settled by completed and %s', (result) => {
    expect(read({ status: 'completed', result })).toMatchObject({
      state: 'settled',
      ending: { kind: 'finished' },
      metrics: 'complete',
    });
  });

  it.each(['passed', 'failed', 'error', 'inconclusive'])('is settled by aborted and %s, without metrics', (result) => {
    expect(read({ status: 'aborted', result })).toMatchObject({
      state: 'settled',
      ending: { kind: 'aborted', by: result === 'failed' ? 'threshold' : 'unknown' },
      metrics: 'not-awaited',
    });
  });

  it('is not settled while an aborted run has no result, but is known to have been cut short', () => {
    const run = read({ status: 'aborted', result: null });
    expect(run).toMatchObject({ state: 'pending', phase: 'deciding', endedAs: { kind: 'aborted', by: 'unknown' } });
    expect(read({ status: 'completed', result: null })).not.toHaveProperty('endedAs');
  });

  it.each(['created', 'queued', 'initializing', 'running'])('was not brought by a user whom %s names', (type) => {
    const status_history = [{ type, extra: { by_user: 'a@x.io' } }];
    expect(read({ status: 'aborted', result: 'error', status_history })).toMatchObject({
      ending: { by: 'unknown' },
    });
  });

  it.each([{ type: 'aborted' }, { type: 'processing_metrics' }, {}])(
    'was brought by the user whom %j names',
    (entry) => {
      for (const by_user of ['a@x.io', 7]) {
        const status_history = [{ type: 'running' }, { ...entry, extra: { by_user } }, { type: 'aborted' }];
        expect(read({ status: 'aborted', result: 'error', status_history })).toMatchObject({ ending: { by: 'user' } });
      }
    },
  );

  it.each([
    [8030, 'script-error'],
    [8035, 'script-error'],
    ['8036', 'user'],
    [8034, 'unknown'],
    [0, 'unknown'],
  ])('with the code %j was brought by %s', (code, by) => {
    expect(read({ status: 'aborted', result: 'error', result_details: { code } })).toMatchObject({ ending: { by } });
  });
});

describe('the explanation of a v6 run', () => {
  const entry = (type: string, message: string | null, code: unknown = null): object => ({
    type,
    extra: { by_user: null, message, code },
  });
  const end = { status: 'aborted', result: 'error' };

  it('stands beside the result first, then in the newest entry that has one', () => {
    const status_history = [entry('aborted', 'older'), entry('aborted', 'newer', 2)];
    const result_details = { type: 'error', message: 'beside the result', code: 1 };
    expect(read({ ...end, status_history, result_details }).detail).toEqual({
      code: '1',
      message: 'beside the result',
    });
    expect(read({ ...end, status_history, result_details: {} }).detail).toEqual({ code: '2', message: 'newer' });
    expect(read({ ...end, status_history, status_details: entry('aborted', 'present') }).detail).toEqual({
      code: undefined,
      message: 'present',
    });
  });

  it.each([
    [
      { message: 'Too many VUs.', code: 0 },
      { code: undefined, message: 'Too many VUs.' },
    ],
    [
      { message: null, code: 7 },
      { code: '7', message: undefined },
    ],
    [
      { message: '', code: 'E7' },
      { code: 'E7', message: undefined },
    ],
    [{ message: null, code: 0 }, undefined],
    [{ message: null, code: '0' }, undefined],
    [
      { message: 'Too many VUs.', code: '0' },
      { code: undefined, message: 'Too many VUs.' },
    ],
    [{ message: null, code: null }, undefined],
    [{}, undefined],
  ])('%j is %j', (result_details, detail) => {
    expect(read({ ...end, result_details }).detail).toEqual(detail);
  });

  it.each([null, 0, '0', undefined])('has its words beside the result and its code beside the status: %j', (none) => {
    const run = read({
      ...end,
      result_details: { message: 'The user aborted it.', code: none },
      status_details: entry('aborted', null, 8036),
    });
    expect(run.detail).toEqual({ code: '8036', message: 'The user aborted it.' });
    expect(run).toMatchObject({ ending: { kind: 'aborted', by: 'user' } });
  });

  it('is not what it waited for on its way', () => {
    const status_history = ['created', 'queued', 'initializing', 'running'].map((type) => entry(type, 'waiting', 1));
    expect(read({ ...end, status_history }).detail).toBeUndefined();
    expect(read({ ...end, status_history: [...status_history, entry('aborted', 'why')] }).detail).toEqual({
      code: undefined,
      message: 'why',
    });
  });

  it.each(['created', 'queued', 'initializing', 'running'])(
    'is, while a run is %s, what stands beside that',
    (status) => {
      const status_history = [
        entry(status, 'older'),
        entry(status, 'newer'),
        entry('validated', 'of another status'),
        { type: undefined, extra: { message: 'of none' } },
      ];
      expect(read({ status, status_history }).detail).toEqual({ code: undefined, message: 'newer' });
      expect(read({ status, status_history: [...status_history, { type: status }] }).detail).toBeUndefined();
    },
  );

  it('may stand in an entry without a type', () => {
    expect(read({ ...end, status_details: { extra: { message: 'why' } } }).detail).toEqual({
      code: undefined,
      message: 'why',
    });
  });
});

describe('the runs of a list of v6', () => {
  const running = (id: unknown): object => ({ id, status: 'running' });
  const shown = (...entries: readonly unknown[]): readonly string[] =>
    translateListed(entries, ['1', '2', '3'], pageOf).map(({ id }) => id);

  it('are those that were asked for, each with its page', () => {
    expect(shown(running(2), running('1'), running(4))).toEqual(['2', '1']);
    expect(translateListed([running(2)], ['2'], pageOf)).toEqual([
      parseRun(anAnswer({ id: 2, status: 'running' }), pageOf),
    ]);
  });

  it.each([
    ['null', null],
    ['a run without a status', { id: 1 }],
    ['a run without an id', { status: 'running' }],
    ['a run with a status that is not known', { id: 1, status: 'finalizing' }],
  ])('are all but %s: read alone, it tells more', (_, odd) => {
    expect(shown(odd, running(2))).toEqual(['2']);
  });

  it('are all but one that is there twice: one of the entries is wrong', () => {
    expect(shown(running(1), running(2), { id: 1, status: 'completed', result: 'passed' })).toEqual(['2']);
  });

  it('are also those that have ended', () => {
    expect(shown({ id: 1, status: 'completed', result: 'passed' }, { id: 2, status: 'aborted' })).toEqual(['1', '2']);
  });
});
