/** What main saves is what post reads, whatever else the environment holds. */
import { describe, expect, it } from '@jest/globals';
import {
  countUnreadableStarts,
  noopMemory,
  runMemory,
  saveConnection,
  savedConnection,
  savedStarts,
} from '../../../src/runner/memory.ts';
import { memoryRunner } from '../../support/memory-runner.ts';

const START = { testId: '1201', notes: '{"known":["7650000"]}' };

describe('the connection', () => {
  it('is handed over as it was saved, and is empty where nothing was', () => {
    const runner = memoryRunner();
    expect(savedConnection(runner)).toBe('');
    saveConnection(runner, { apiUrl: 'https://api.k6.io/' });
    expect([...runner.states]).toEqual([['connection', '{"apiUrl":"https://api.k6.io/"}']]);
    expect(savedConnection(runner)).toBe('{"apiUrl":"https://api.k6.io/"}');
  });
});

describe('runMemory', () => {
  it('is empty at first, whatever the environment says', () => {
    const runner = memoryRunner();
    runMemory(runner.saveState).remember(START);
    expect(runMemory(runner.saveState).pending()).toEqual([]);
  });

  it('hands a start without a response over to post', () => {
    const runner = memoryRunner();
    runMemory(runner.saveState).remember(START);
    expect(savedStarts(runner)).toEqual([START]);
  });

  it('replaces what it knows of a test, and forgets it', () => {
    const runner = memoryRunner();
    const main = runMemory(runner.saveState);
    main.remember(START);
    main.remember({ ...START, runId: '7650001' });
    main.remember({ testId: '1202', notes: '' });
    main.forget('1202');
    main.forget('unknown');
    expect(savedStarts(runner)).toEqual([{ ...START, runId: '7650001' }]);
    expect(main.pending()).toEqual([{ ...START, runId: '7650001' }]);
  });

  it('has a place for each test, which stays, and is empty where nothing is owed', () => {
    const runner = memoryRunner();
    const main = runMemory(runner.saveState);
    main.remember(START);
    main.remember({ testId: '1202', notes: 'x' });
    main.forget('1201');
    main.remember({ testId: '1203', notes: '' });
    main.mustStop('1201');
    expect(Object.fromEntries(runner.states)).toEqual({
      'start-0': '',
      'start-1': '{"testId":"1202","notes":"x"}',
      'start-2': '{"testId":"1203","notes":""}',
    });
  });

  it('keeps every value small enough for an environment variable, with 50 tests', () => {
    const runner = memoryRunner();
    const main = runMemory(runner.saveState);
    const notes = JSON.stringify({ known: Array.from({ length: 100 }, (_, at) => String(9_000_000_000 + at)) });
    for (let at = 0; at < 50; at++) main.remember({ testId: String(at + 1), notes });
    for (const value of runner.states.values()) expect(value.length).toBeLessThan(4000);
    expect(savedStarts(runner)).toHaveLength(50);
  });

  it('saves when a start was first sent', () => {
    const runner = memoryRunner();
    const instants = [5000, 6000];
    const main = runMemory(runner.saveState, () => instants.shift() ?? 0);
    main.remember(START);
    main.remember({ ...START, runId: '7650001' });
    expect(savedStarts(runner)).toEqual([{ ...START, runId: '7650001', sentAtMs: 5000 }]);
  });

  it('keeps the instant that it is told', () => {
    const runner = memoryRunner();
    const main = runMemory(runner.saveState, () => 9000);
    main.remember({ ...START, sentAtMs: 4000 });
    main.remember({ ...START, runId: '7650001' });
    main.remember({ testId: '1202', notes: '', sentAtMs: 6000 });
    expect(savedStarts(runner).map(({ sentAtMs }) => sentAtMs)).toEqual([4000, 6000]);
  });

  it('owes a stop that has begun whatever is decided or known later', () => {
    const runner = memoryRunner();
    const main = runMemory(runner.saveState);
    main.remember(START);
    main.mustStop('1201');
    main.remember({ ...START, runId: '7650001' });
    main.leaveAll();
    expect(savedStarts(runner)).toEqual([{ ...START, runId: '7650001' }]);
    main.forget('1201');
    expect(savedStarts(runner)).toEqual([]);
    main.leaveAll();
    expect([savedStarts(runner), main.pending()]).toEqual([[], []]);
  });

  it('knows a test again that was forgotten', () => {
    const runner = memoryRunner();
    const main = runMemory(runner.saveState, () => 9000);
    main.remember({ ...START, sentAtMs: 4000 });
    main.forget('1201');
    main.remember({ ...START, runId: '7650001' });
    expect(savedStarts(runner)).toEqual([{ ...START, runId: '7650001', sentAtMs: 9000 }]);
  });

  it('writes nothing of what is not owed when runs are left', () => {
    const written: string[] = [];
    const main = runMemory((name, value) => written.push(`${name}=${value}`));
    main.remember({ testId: '1', notes: '' });
    main.remember({ testId: '2', notes: '' });
    main.forget('2');
    written.length = 0;
    main.mustStop('2');
    main.leaveAll();
    main.forget('3');
    expect(written).toEqual(['start-0=']);
    expect(main.isLeft('2')).toBe(false);
  });

  it('saves at once that runs are left, except where a stop has begun', () => {
    const runner = memoryRunner();
    const main = runMemory(runner.saveState);
    const other = { testId: '1202', notes: '' };
    main.remember(START);
    main.remember(other);
    main.mustStop('1202');
    main.mustStop('unknown');
    main.leaveAll();
    expect(savedStarts(runner)).toEqual([other]);
    expect(main.pending()).toEqual([other]);
    expect(['1201', '1202', 'unknown'].map(main.isLeft)).toEqual([true, false, false]);
    main.remember({ ...START, runId: '7650001' }); // the response comes later: the decision stands
    main.remember({ ...other, runId: '7650002' });
    expect(savedStarts(runner)).toEqual([{ ...other, runId: '7650002' }]);
    main.forget('1201');
    expect(main.isLeft('1201')).toBe(false);
  });

  it('saves nothing in a simulation', () => {
    const memory = noopMemory();
    memory.remember(START);
    expect(memory.pending()).toEqual([START]);
  });
});

describe('savedStarts', () => {
  it.each([
    'many',
    '[1]',
    'null',
    '{"testId":"1201"}',
    '{"testId":1201,"notes":""}',
    '{"testId":"../1","notes":""}',
    '{"testId":"1","notes":"","runId":"x"}',
    '{"testId":"1","notes":"","runId":null}',
    '{"testId":"1","notes":7}',
    '{"testId":"0","notes":""}',
    '{"testId":"x1","notes":""}',
    '{"testId":"1x","notes":""}',
    JSON.stringify({ testId: '1'.repeat(17), notes: '' }),
    '"text"',
    JSON.stringify({ testId: '1', notes: 'x'.repeat(20_001 - '{"testId":"1","notes":""}'.length) }),
    JSON.stringify({ ...START, more: 'x'.repeat(30_000) }),
  ])('takes %.60s for no start of ours, and counts it', (text) => {
    const runner = memoryRunner();
    runner.saveState('start-0', text);
    expect(savedStarts(runner)).toEqual([]);
    expect(countUnreadableStarts(runner)).toBe(1);
  });

  it.each([
    { testId: '1'.repeat(16), notes: '', runId: '9'.repeat(16) },
    { testId: '1', notes: 'x'.repeat(20_000 - '{"testId":"1","notes":""}'.length) },
    { ...START, runId: '7650001', sentAtMs: 0, doubt: { firstTryMs: 1, lastTryMs: 2.5 } },
  ])('takes row %# for a start', (start) => {
    const runner = memoryRunner();
    runner.saveState('start-49', JSON.stringify(start));
    expect(savedStarts(runner)).toEqual([start]);
    expect(countUnreadableStarts(runner)).toBe(0);
  });

  it.each([
    '"doubt":"x"',
    '"doubt":null',
    '"doubt":{}',
    '"doubt":{"firstTryMs":1}',
    '"doubt":{"lastTryMs":1}',
    '"doubt":{"firstTryMs":1,"lastTryMs":"2"}',
    '"doubt":{"firstTryMs":1e999,"lastTryMs":2}',
    '"sentAtMs":1e999',
    '"sentAtMs":null',
    '"more":1',
  ])('leaves out what is odd: %s', (field) => {
    const runner = memoryRunner();
    runner.saveState('start-0', `{"testId":"1","notes":"x",${field}}`);
    expect(savedStarts(runner)).toEqual([{ testId: '1', notes: 'x' }]);
  });

  it('counts what cannot be read beside what can', () => {
    const runner = memoryRunner();
    ['x', JSON.stringify(START), '', 'y'].forEach((text, place) => {
      runner.saveState(`start-${place}`, text);
    });
    expect([savedStarts(runner), countUnreadableStarts(runner)]).toEqual([[START], 2]);
  });

  it('leaves out an instant that is none', () => {
    const runner = memoryRunner();
    runner.saveState('start-0', JSON.stringify({ ...START, sentAtMs: '1e999' }));
    expect(savedStarts(runner)).toEqual([START]);
    expect(countUnreadableStarts(runner)).toBe(0);
  });

  it('reads no more entries than a step can start tests', () => {
    const state = (): string => JSON.stringify(START);
    expect(savedStarts({ state })).toHaveLength(50);
  });
});
