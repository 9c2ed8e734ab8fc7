/** What main leaves is what post finds, whatever happened in between. */
import { describe, expect, it } from '@jest/globals';
import { isPost, markMain, runMemory } from '../../../src/runner/memory.ts';
import { memoryRunner } from '../../support/memory-runner.ts';

const intent = { testId: '1201', notes: '{"known":["7650000"]}' };

describe('runMemory', () => {
  it('is empty at first, and after main alone', () => {
    const runner = memoryRunner();
    expect(isPost(runner)).toBe(false);
    markMain(runner);
    expect(isPost(runner)).toBe(true);
    expect(runMemory(runner).pending()).toEqual([]);
  });

  it('hands a start without an answer over to post', () => {
    const runner = memoryRunner();
    runMemory(runner).remember(intent);
    expect(runMemory(runner).pending()).toEqual([{ ...intent, runId: undefined }]);
  });

  it('replaces what it knew of a test, and forgets it', () => {
    const runner = memoryRunner();
    const main = runMemory(runner);
    main.remember(intent);
    main.remember({ ...intent, runId: '7650001' });
    main.remember({ testId: '1202', notes: '' });
    main.forget('1202');
    main.forget('unknown');
    expect(runMemory(runner).pending()).toEqual([{ ...intent, runId: '7650001' }]);
    expect(main.pending()).toEqual([{ ...intent, runId: '7650001' }]);
  });

  it('keeps every value small enough for an environment variable, with 50 tests', () => {
    const runner = memoryRunner();
    const main = runMemory(runner);
    const notes = JSON.stringify({ known: Array.from({ length: 100 }, (_, at) => String(9_000_000_000 + at)) });
    for (let at = 0; at < 50; at++) main.remember({ testId: String(at + 1), notes });
    for (const value of runner.states.values()) expect(value.length).toBeLessThan(4000);
    expect(runMemory(runner).pending()).toHaveLength(50);
  });

  it('takes a state that is no memory for none', () => {
    const runner = memoryRunner();
    runner.saveState('starts', 'many');
    expect(runMemory(runner).pending()).toEqual([]);
    runner.saveState('starts', '1');
    runner.saveState('start-0', '[1]');
    expect(runMemory(runner).pending()).toEqual([]);
  });
});
