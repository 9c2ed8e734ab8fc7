/** The tail of a note: what is written is read back, people may write around it, and nothing else is taken for it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NoteMark, NoteTail } from '../../../src/test-run/note-tail.ts';
import { finishedNote, isNoteMark, parseTail, tailText, withoutTails } from '../../../src/test-run/note-tail.ts';

const TAIL: NoteTail = {
  repository: 'acme/shop',
  branch: 'main',
  commit: '0123456789ab',
  pullRequest: 12,
  workflowRun: '99',
  marks: [],
};
const TEXT = '[k6-cloud-gate/1 repository=acme/shop branch=main commit=0123456789ab pull-request=12 workflow-run=99]';

const word = fc.stringMatching(/^[\w.-]{1,20}$/u);
const branch = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const marks = fc.subarray<NoteMark>(['regressed', 'unsound']);
const anyTail: fc.Arbitrary<NoteTail> = fc.record({
  repository: fc.tuple(word, word).map(([owner, name]) => `${owner}/${name}`),
  branch: fc.option(branch, { nil: undefined }),
  commit: fc.option(fc.stringMatching(/^[0-9a-f]{7,64}$/u), { nil: undefined }),
  pullRequest: fc.oneof(fc.constant(undefined), fc.constant('unknown' as const), fc.integer({ min: 1, max: 1e9 })),
  workflowRun: fc.option(fc.stringMatching(/^[1-9]\d{0,14}$/u), { nil: undefined }),
  marks,
});
/** What people write: anything that does not begin a tail. */
const prose = fc.string({ unit: 'grapheme', maxLength: 80 }).map(withoutTails);

/** Notes with brackets and half a tail in them. */
const KNOWN = ['', '[', ']', '[k6-cloud-gate', 'k6-cloud-gate/1]', '\ud800', '\n'];

describe('a tail', () => {
  it('is one line of words', () => {
    expect(tailText(TAIL)).toBe(TEXT);
    expect(parseTail(TEXT)).toEqual(TAIL);
    expect(tailText({ ...TAIL, branch: 'fix/ü ]x', marks: ['unsound', 'regressed'] })).toContain(
      ' branch=fix/%C3%BC%20%5Dx commit=0123456789ab pull-request=12 workflow-run=99 regressed unsound]',
    );
  });

  it.each<readonly [string, string, boolean]>([
    ['a branch as long as GitHub allows', '\u00e9'.repeat(127), true],
    ['one of 765 characters', 'b'.repeat(765), true],
    ['one that is longer', 'b'.repeat(766), false],
    ['one that is longer as it is encoded', '\u00e9'.repeat(128), false],
    ['an empty one', '', false],
    ['one with half a character', 'a\ud800', false],
  ])('names %s or none at all', (_, name, isNamed) => {
    const text = tailText({ ...TAIL, branch: name });
    expect(text.includes(' branch=')).toBe(isNamed);
    expect(parseTail(text)).toEqual({ ...TAIL, branch: isNamed ? name : undefined });
  });

  it('is broken in a text of other people, of which the rest stays', () => {
    expect(withoutTails(`a ${TEXT} b [k6-cloud-gate/2`)).toBe(`a (${TEXT.slice(1)} b (k6-cloud-gate/2`);
    expect(withoutTails('no tail [k6]')).toBe('no tail [k6]');
  });

  it('is read back as it was written, whatever people write around it', () => {
    fc.assert(
      fc.property(anyTail, prose, prose, (tail, before, after) => {
        const text = tailText(tail);
        expect(text).toMatch(/^[\x20-\x7e]+$/u);
        expect(parseTail(`${before}${text}${after}`)).toEqual(tail);
      }),
      { examples: KNOWN.map((text) => [TAIL, text, text]) },
    );
  });

  it('is not read if a single character of it is lost or doubled', () => {
    const lost = Array.from(TEXT).map((_, place) => TEXT.slice(0, place) + TEXT.slice(place + 1));
    for (const text of lost) {
      const read = parseTail(text);
      // A shorter name or number is well-formed: nothing can tell. The words and signs of the form are all needed.
      if (typeof read === 'object') expect(tailText(read)).toBe(text);
    }
    expect(parseTail(TEXT.replace(' branch', '  branch'))).toBe('unreadable');
  });

  it.each([
    ['', 'none'],
    [undefined, 'none'],
    ['release candidate', 'none'],
    ['[k6-cloud-gate/2 repository=acme/shop]', 'unreadable'],
    ['[k6-cloud-gate/1 repository=acme/shop', 'unreadable'],
    ['[k6-cloud-gate/1 branch=main repository=acme/shop]', 'unreadable'],
    ['[k6-cloud-gate/1 repository=acme/shop branch=%6dain]', 'unreadable'],
    ['[k6-cloud-gate/1 repository=acme/shop branch=%]', 'unreadable'],
    ['[k6-cloud-gate/1 repository=acme/shop unsound regressed]', 'unreadable'],
    ['[k6-cloud-gate/1 repository=acme/shop REGRESSED]', 'unreadable'],
    ['[k6-cloud-gate/1 repository=acme/shop pull-request=0]', 'unreadable'],
    [`${TEXT} ${TEXT}`, 'unreadable'],
    [`${TEXT} [k6-cloud-gate/`, 'unreadable'],
  ])('of the note %j is %s', (note, parsed) => {
    expect(parseTail(note)).toBe(parsed);
  });

  it('is never found in a text of other people', () => {
    fc.assert(
      fc.property(anyTail, prose, (tail, text) => {
        expect(parseTail(withoutTails(`${text}${tailText(tail)}${text}`))).toBe('none');
      }),
      { examples: KNOWN.map((text) => [TAIL, text]) },
    );
  });
});

describe('a finished note', () => {
  const theirs = { text: undefined, marks: [], repository: 'acme/shop' } as const;
  const ours = { ...theirs, text: `hello ${TEXT}` } as const;
  const marked = `${TEXT.slice(0, -1)} unsound]`;

  it('has the marks in its tail and changes nothing else', () => {
    fc.assert(
      fc.property(anyTail, prose, prose, marks, (tail, before, after, added) => {
        const note = `${before}${tailText(tail)}${after}`;
        const written = finishedNote(note, { text: undefined, marks: added, repository: tail.repository }) ?? note;
        expect(written.startsWith(before) && written.endsWith(after)).toBe(true);
        expect(parseTail(written)).toEqual({
          ...tail,
          marks: (['regressed', 'unsound'] as const).filter((one) => [...tail.marks, ...added].includes(one)),
        });
      }),
      { examples: KNOWN.map((text) => [TAIL, text, text, ['regressed', 'unsound']]) },
    );
  });

  it.each([
    ['the tail with a mark', `note ${TEXT}`, { ...theirs, marks: ['unsound'] }, `note ${marked}`],
    ['nothing to write if the mark is there', `note ${marked}`, { ...theirs, marks: ['unsound'] }, undefined],
    ['nothing to write without marks', `note ${TEXT}`, theirs, undefined],
    ['nothing to write if the tail of ours is there', `note ${TEXT}`, ours, undefined],
    ['a tail that was never written', '', ours, `hello ${TEXT}`],
    ['a tail that was never written, with a mark', ' ', { ...ours, marks: ['unsound'] }, `hello ${marked}`],
    ['a tail that was removed', 'mine now', { ...ours, marks: ['unsound'] }, `mine now ${marked}`],
    ['a tail beside what a person wrote meanwhile', 'mine now', ours, `mine now ${TEXT}`],
    ['nothing on the note of another person', 'theirs', { ...theirs, marks: ['unsound'] }, undefined],
    ['nothing if our text has no tail', '', { ...ours, text: 'hello' }, undefined],
    ['nothing on a tail of a later version', '[k6-cloud-gate/2 x]', { ...ours, marks: ['unsound'] }, undefined],
    ['nothing on a run of another repository', TEXT, { ...theirs, marks: ['unsound'], repository: 'a/b' }, undefined],
    [
      'the mark, however the repository is written',
      TEXT,
      { ...theirs, marks: ['unsound'], repository: 'Acme/Shop' },
      marked,
    ],
    [
      'the mark, if the repository is not known',
      TEXT,
      { ...theirs, marks: ['unsound'], repository: undefined },
      marked,
    ],
  ] as const)('has %s', (_, note, wanted, written) => {
    expect(finishedNote(note, wanted)).toBe(written);
  });

  it('has known marks alone', () => {
    expect(['regressed', 'unsound', 'odd', 7, undefined].filter(isNoteMark)).toEqual(['regressed', 'unsound']);
  });
});
