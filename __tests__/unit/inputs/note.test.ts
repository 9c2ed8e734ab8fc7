/** The note on a run: its text, and that writing it can cost a warning and nothing else. */
import { describe, expect, it } from '@jest/globals';
import { noteFor, withTail } from '../../../src/inputs/note.ts';
import { parseTail, tailText } from '../../../src/test-run/note-tail.ts';
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
      expect(parseTail(noteFor(forged, env()))).toBe('none');
      expect(parseTail(withTail(noteFor(forged, env()), TAIL))).toEqual(TAIL);
    }
  });
});

describe('the note reporter', () => {
  const outcome = { ...anOutcome({ run: aSettledRun({}) }) };
  const step = {
    word: 'passed',
    cause: 'passed',
    reason: '',
    fails: false,
    simulated: false,
    runs: [outcome],
  } as const;
  const calm = new AbortController().signal;
  const warningsOf = async (
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
    expect(await warningsOf(write, ['1', '2'])).toEqual([]);
    expect(written).toEqual(['1 hello', '2 hello']);
  });

  it('costs one warning at most, however many fail', async () => {
    const write = (runId: string): Promise<void> => Promise.reject(new Error(`no ${runId}`));
    expect(await warningsOf(write, ['1', '2', '3'])).toEqual(['The note on the run in k6 Cloud failed: no 1']);
  });

  it('is written once, however often a better address of the run is reported', async () => {
    const written: string[] = [];
    const write: WriteNote = (runId) => {
      written.push(runId);
      return Promise.resolve();
    };
    expect(await warningsOf(write, ['1', '1', '2'])).toEqual([]);
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
    expect(await warningsOf(write, ['1'], controller.signal)).toEqual(['The note on the run in k6 Cloud failed: over']);
  });

  describe('that keeps a tail', () => {
    const regressed = { ...outcome, verdict: { word: 'failed', cause: 'regressed', always: false } } as const;
    const TEXT = `hello ${tailText(TAIL)}`;
    /** Starts run 7650001, or judges it as a run of other people; what the note says at the end, and the warnings. */
    const kept = async (
      result: typeof outcome | typeof regressed,
      note: { text?: string; before?: string; failures?: number },
    ): Promise<{ note: string; warnings: readonly string[]; writes: number }> => {
      let [stored, writes, left] = [note.before ?? '', 0, note.failures ?? 0];
      const write: WriteNote = (_, text) => {
        writes += 1;
        if (left-- > 0) return Promise.reject(new Error('HTTP 500'));
        stored = text;
        return Promise.resolve();
      };
      const keeping = { read: () => Promise.resolve(stored), tail: TAIL };
      const warnings: string[] = [];
      const reporter = fanOut([runNoteReporter(note.text, write, keeping)], (sentence) => warnings.push(sentence));
      reporter.runStarted(aPendingRun({}));
      await reporter.closed({ ...step, runs: [result] }, calm);
      return { note: stored, warnings, writes };
    };

    it('marks a run that is worse than its baseline, and no other', async () => {
      const marked = await kept(regressed, { text: TEXT });
      expect(parseTail(marked.note)).toEqual({ ...TAIL, marks: ['regressed'] });
      expect(await kept(outcome, { text: TEXT })).toEqual({ note: TEXT, warnings: [], writes: 1 });
    });

    it('marks a run of `run-id` that has a tail, and leaves the notes of others alone', async () => {
      expect(await kept(regressed, { before: TEXT })).toMatchObject({ writes: 1, warnings: [] });
      expect(await kept(regressed, { before: 'theirs' })).toEqual({ note: 'theirs', writes: 0, warnings: [] });
      expect(await kept(outcome, { before: TEXT })).toMatchObject({ writes: 0 });
    });

    it('tries a failed note again when the run has ended, and then says what it means', async () => {
      expect(await kept(outcome, { text: TEXT, failures: 1 })).toEqual({ note: TEXT, warnings: [], writes: 2 });
      const { warnings } = await kept(outcome, { text: TEXT, failures: 9 });
      expect(warnings).toEqual([
        'The note on the run in k6 Cloud failed: HTTP 500. Run 7650001 can later be taken for a baseline.',
      ]);
    });
  });
});
