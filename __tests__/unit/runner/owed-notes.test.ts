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

  it.each([
    'x',
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
