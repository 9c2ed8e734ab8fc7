/** The note on a run: its text, and that writing it can cost a warning and nothing else. */
import { describe, expect, it } from '@jest/globals';
import { noteFor } from '../../../src/inputs/note.ts';
import type { WriteNote } from '../../../src/report/run-note.ts';
import { runNoteReporter } from '../../../src/report/run-note.ts';
import { fanOut } from '../../../src/report/reporter.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { anOutcome } from '../../support/an-outcome.ts';

const ENV: Readonly<Record<string, string>> = {
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_REF: 'refs/pull/12/merge',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ID: '99',
  GITHUB_RUN_ATTEMPT: '1',
};
const env =
  (overrides: Readonly<Record<string, string | undefined>> = {}) =>
  (name: string): string | undefined =>
    ({ ...ENV, ...overrides })[name];

describe('noteFor', () => {
  it('names repository, pull request, commit and workflow run', () => {
    expect(noteFor('auto', env())).toBe(
      'acme/shop, pull request 12, commit 0123456789ab, https://github.com/acme/shop/actions/runs/99',
    );
  });

  it.each([
    [{ GITHUB_REF: 'refs/heads/main' }, 'acme/shop, commit 0123456789ab, https://github.com/acme/shop/actions/runs/99'],
    [{ GITHUB_RUN_ATTEMPT: '3' }, /\/actions\/runs\/99\/attempts\/3$/u],
    [{ GITHUB_SERVER_URL: 'https://ghe.example' }, /https:\/\/ghe\.example\/acme\/shop/u],
    [{ GITHUB_REPOSITORY: undefined }, 'pull request 12, commit 0123456789ab'],
  ])('leaves out what is not known: %j', (overrides, line) => {
    expect(noteFor('auto', env(overrides))).toMatch(line);
  });

  it('is none where the user says so, or where nothing is known', () => {
    expect(noteFor('none', env())).toBeUndefined();
    expect(noteFor('auto', () => undefined)).toBeUndefined();
  });

  it('is what the user says, on one line of a bounded length', () => {
    expect(noteFor('release\n::error::  1.2\u0007', env())).toBe('release ::error:: 1.2');
    expect(noteFor('x'.repeat(5000), env())).toHaveLength(500);
  });
});

describe('the note reporter', () => {
  const outcome = { ...anOutcome({ run: aSettledRun({}) }) };
  const step = { word: 'passed', cause: 'passed', reason: '', fails: false, runs: [outcome] } as const;
  const calm = new AbortController().signal;
  const told = async (
    write: Parameters<typeof runNoteReporter>[1],
    ids: readonly string[],
    signal = calm,
  ): Promise<string[]> => {
    const warnings: string[] = [];
    const reporter = fanOut([runNoteReporter('hello', write)], (sentence) => warnings.push(sentence));
    ids.forEach((id) => {
      reporter.runStarted(aPendingRun({ id }));
    });
    await reporter.closed(step, signal);
    return warnings;
  };

  it('writes on every run that is started', async () => {
    const written: string[] = [];
    const write = (runId: string, text: string): Promise<void> =>
      Promise.resolve(void written.push(`${runId} ${text}`));
    expect(await told(write, ['1', '2'])).toEqual([]);
    expect(written).toEqual(['1 hello', '2 hello']);
  });

  it('costs one warning at most, however many fail', async () => {
    const write = (runId: string): Promise<void> => Promise.reject(new Error(`no ${runId}`));
    expect(await told(write, ['1', '2', '3'])).toEqual(['The note on the run in k6 Cloud failed: no 1']);
  });

  it('is written once, however often a better address of the run is told', async () => {
    const written: string[] = [];
    const write: WriteNote = (runId) => {
      written.push(runId);
      return Promise.resolve();
    };
    expect(await told(write, ['1', '1', '2'])).toEqual([]);
    expect(written).toEqual(['1', '2']);
  });

  it('is given up when the time for reports is over', async () => {
    const controller = new AbortController();
    const write = (_id: string, _text: string, signal: AbortSignal): Promise<void> =>
      new Promise((_, fail) => {
        signal.addEventListener('abort', () => {
          fail(new Error('too late'));
        });
        controller.abort(new Error('over'));
      });
    expect(await told(write, ['1'], controller.signal)).toEqual(['The note on the run in k6 Cloud failed: over']);
  });
});
