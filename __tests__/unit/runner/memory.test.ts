/** What main saves is what post reads, whatever else the environment holds. */
import { describe, expect, it } from '@jest/globals';
import { countUnreadableStarts, noopMemory, runMemory, savedStarts } from '../../../src/runner/memory.ts';
import { memoryRunner } from '../../support/memory-runner.ts';

const START = { testId: '1201', notes: '{"known":["7650000"]}' };

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
    JSON.stringify({ ...START, more: 'x'.repeat(30_000) }),
  ])('takes %.60s for no start of ours, and counts it', (text) => {
    const runner = memoryRunner();
    runner.saveState('start-0', text);
    expect(savedStarts(runner)).toEqual([]);
    expect(countUnreadableStarts(runner)).toBe(1);
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
