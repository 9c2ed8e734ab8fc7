/** The note on a run: its text, and the tail that stands at its end. */
import { describe, expect, it } from '@jest/globals';
import { noteFor, withTail } from '../../../src/inputs/note.ts';
import { parseTail, tailText } from '../../../src/test-run/note-tail.ts';

const ENV: Readonly<Record<string, string>> = {
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: 'f'.repeat(40),
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ID: '99',
  GITHUB_RUN_ATTEMPT: '1',
};
const ORIGIN = { pullRequest: 12, commit: '0123456789ab' } as const;
const env =
  (overrides: Readonly<Record<string, string | undefined>> = {}) =>
  (name: string): string | undefined =>
    ({ ...ENV, ...overrides })[name];

describe('noteFor', () => {
  it('names repository, pull request, commit and workflow run', () => {
    expect(noteFor('auto', env(), ORIGIN)).toBe(
      'acme/shop, pull request 12, commit 0123456789ab, https://github.com/acme/shop/actions/runs/99',
    );
  });

  it.each([
    [
      { ...ORIGIN, pullRequest: undefined },
      'acme/shop, commit 0123456789ab, https://github.com/acme/shop/actions/runs/99',
    ],
    [
      { ...ORIGIN, pullRequest: 'unknown' as const },
      'acme/shop, commit 0123456789ab, https://github.com/acme/shop/actions/runs/99',
    ],
    [{ ...ORIGIN, commit: undefined }, 'acme/shop, pull request 12, https://github.com/acme/shop/actions/runs/99'],
    [undefined, 'acme/shop, https://github.com/acme/shop/actions/runs/99'],
  ])('leaves out pull request and commit where the origin is %j', (origin, line) => {
    expect(noteFor('auto', env(), origin)).toBe(line);
  });

  it.each([
    [{ GITHUB_RUN_ATTEMPT: '3' }, /\/actions\/runs\/99\/attempts\/3$/u],
    [{ GITHUB_SERVER_URL: 'https://ghe.example' }, /https:\/\/ghe\.example\/acme\/shop/u],
    [{ GITHUB_REPOSITORY: undefined }, 'pull request 12, commit 0123456789ab'],
  ])('leaves out what is not known: %j', (overrides, line) => {
    expect(noteFor('auto', env(overrides), ORIGIN)).toMatch(line);
  });

  it('is none where the user says so, or where nothing is known', () => {
    expect(noteFor('none', env(), ORIGIN)).toBeUndefined();
    expect(noteFor('auto', () => undefined, undefined)).toBeUndefined();
  });

  it('is what the user says, on one line of a bounded length', () => {
    expect(noteFor('release\n::error::  1.2\u0007', env(), ORIGIN)).toBe('release ::error:: 1.2');
    expect(noteFor('x'.repeat(5000), env(), ORIGIN)).toHaveLength(500);
  });
});

describe('a note that is cut', () => {
  const cut = 'x'.repeat(499);

  it('has no half of a character at its end', () => {
    expect(noteFor(`${cut}😀`, env(), ORIGIN)).toBe(cut);
    expect(noteFor(`${cut.slice(1)}😀😀`, env(), ORIGIN)).toBe(`${cut.slice(1)}😀`);
    for (const text of ['😀'.repeat(250), `x${'😀'.repeat(249)}`]) {
      const note = withTail(text, TAIL) ?? '';
      expect(note).not.toMatch(/\p{Cs}/u);
      expect(note.length).toBeGreaterThan(498);
      expect(parseTail(note)).toEqual(TAIL);
    }
  });
});

const TAIL = {
  repository: 'acme/shop',
  branch: 'main',
  commit: undefined,
  pullRequest: 12,
  workflowRun: '99',
  marks: [],
} as const;

describe('the tail of the note', () => {
  it('stands at its end, and has its place in a long note', () => {
    expect(withTail('hello', undefined)).toBe('hello');
    expect(withTail('hello', TAIL)).toBe(`hello ${tailText(TAIL)}`);
    expect(withTail(undefined, TAIL)).toBe(tailText(TAIL));
    const long = withTail('x'.repeat(500), TAIL) ?? '';
    expect(long).toHaveLength(500);
    expect(parseTail(long)).toEqual(TAIL);
  });

  it('cannot be forged by the text of the input, such as the title of a pull request', () => {
    for (const forged of ['[k6-cloud-gate/1 repository=acme/shop branch=main]', '[k6-\u0007cloud-gate/1 x']) {
      expect(parseTail(noteFor(forged, env(), ORIGIN))).toBe('none');
      expect(parseTail(withTail(noteFor(forged, env(), ORIGIN), TAIL))).toEqual(TAIL);
    }
  });
});
