/** Post believes a saved note only if it is one that main can have saved. */
import { describe, expect, it } from '@jest/globals';
import type { OwedNote } from '../../../src/runner/owed-notes.ts';
import { savedNotes, saveNote } from '../../../src/runner/owed-notes.ts';
import { memoryRunner } from '../../support/memory-runner.ts';

const TEXT = 'hello [k6-cloud-gate/1 repository=acme/shop branch=main]';
const OWED: OwedNote = {
  runId: '7650001',
  text: TEXT,
  marks: ['regressed'],
  repository: 'acme/shop',
  isReported: false,
};

describe('a saved note', () => {
  it.each<readonly [string, OwedNote]>([
    ['of a run that was started', OWED],
    ['of a run of `run-id`', { ...OWED, text: undefined, repository: undefined }],
    ['that was reported', { ...OWED, marks: ['regressed', 'unsound'], isReported: true }],
  ])('%s is read as it was saved, until it is written', (_, owed) => {
    const runner = memoryRunner();
    saveNote(runner, 3, owed);
    expect(savedNotes(runner)).toEqual([owed]);
    saveNote(runner, 3, undefined);
    expect(savedNotes(runner)).toEqual([]);
  });

  it('has its place, which is emptied', () => {
    const runner = memoryRunner();
    saveNote(runner, 3, OWED);
    saveNote(runner, 4, undefined);
    expect(Object.fromEntries(runner.states)).toEqual({ 'note-3': JSON.stringify(OWED), 'note-4': '' });
  });

  it('is read beside others, in their order, from as many places as a step has runs', () => {
    const owed = (place: number): OwedNote => ({ ...OWED, runId: String(place + 1) });
    const state = (name: string): string => JSON.stringify(owed(Number(name.replace('note-', ''))));
    expect(savedNotes({ state })).toEqual(Array.from({ length: 50 }, (_, place) => owed(place)));
  });

  it('is one that was not reported where that is not said plainly', () => {
    const runner = memoryRunner();
    runner.saveState('note-0', JSON.stringify({ ...OWED, isReported: 'true' }));
    runner.saveState('note-1', JSON.stringify({ ...OWED, isReported: undefined }));
    expect(savedNotes(runner)).toEqual([OWED, OWED]);
  });

  it('has an id of 16 digits and a length of 2000 signs at most', () => {
    const runner = memoryRunner();
    const long = { ...OWED, runId: '9'.repeat(16) };
    const whole = { ...long, text: `${'x'.repeat(2000 - JSON.stringify(long).length)}${TEXT}` };
    runner.saveState('note-0', JSON.stringify(whole));
    runner.saveState('note-1', JSON.stringify({ ...whole, text: `x${whole.text}` }));
    runner.saveState('note-2', JSON.stringify({ ...OWED, runId: '9'.repeat(17) }));
    expect(savedNotes(runner)).toEqual([whole, undefined, undefined]);
  });

  it.each([
    'x',
    '7',
    JSON.stringify({ ...OWED, runId: '07' }),
    JSON.stringify({ ...OWED, runId: 'x7' }),
    JSON.stringify({ ...OWED, runId: '7x' }),
    JSON.stringify({ ...OWED, text: 7 }),
    JSON.stringify({ ...OWED, repository: 7 }),
    JSON.stringify({ ...OWED, repository: ['acme/shop'] }),
    JSON.stringify({ ...OWED, marks: ['regressed', 'odd'] }),
    JSON.stringify({ ...OWED, marks: 'regressed' }),
    '[]',
    'null',
    JSON.stringify({ ...OWED, runId: '../x' }),
    JSON.stringify({ ...OWED, runId: 7 }),
    JSON.stringify({ ...OWED, text: 'no tail' }),
    JSON.stringify({ ...OWED, text: `${TEXT} ${TEXT}` }),
    JSON.stringify({ ...OWED, text: `two\nlines ${TEXT}` }),
    JSON.stringify({ ...OWED, text: null }),
    JSON.stringify({ ...OWED, repository: 'acme' }),
    JSON.stringify({ ...OWED, repository: null }),
    JSON.stringify({ ...OWED, marks: ['odd'] }),
    JSON.stringify({ ...OWED, marks: undefined }),
    JSON.stringify({ ...OWED, text: `${'x'.repeat(2000)} ${TEXT}` }),
  ])('that is not sound is not believed: %s', (json) => {
    const runner = memoryRunner();
    runner.saveState('note-0', json);
    expect(savedNotes(runner)).toEqual([undefined]);
  });
});
