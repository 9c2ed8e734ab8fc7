/** The keeper of notes: what it writes when, what it leaves to post, and that it costs one warning at most. */
import { describe, expect, it } from '@jest/globals';
import type { NotePorts } from '../../../src/report/kept-note.ts';
import { noteKeeper } from '../../../src/report/run-note.ts';
import { fanOut } from '../../../src/report/reporter.ts';
import type { OwedNote } from '../../../src/runner/owed-notes.ts';
import { parseTail, tailText } from '../../../src/test-run/note-tail.ts';
import type { TestRun } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { anOutcome } from '../../support/an-outcome.ts';
import type { ManualClock } from '../../support/manual-clock.ts';
import { manualClock } from '../../support/manual-clock.ts';

const TAIL = {
  repository: 'acme/shop',
  branch: 'main',
  commit: undefined,
  pullRequest: 12,
  workflowRun: '99',
  marks: [],
} as const;
const TEXT = `hello ${tailText(TAIL)}`;
const RUN = '7650001';
const calm = new AbortController().signal;
const outcome = anOutcome({ run: aSettledRun({}) });
const step = { word: 'passed', cause: 'passed', reason: '', fails: false, simulated: false, runs: [outcome] } as const;

/** Everything that is under way, once it has come as far as it can. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

interface Kept {
  readonly started: (run: TestRun) => void;
  readonly polled: (run: TestRun) => void;
  readonly finish: ReturnType<typeof noteKeeper>['finish'];
  readonly clock: ManualClock;
  readonly warnings: readonly string[];
  readonly requests: readonly string[];
  readonly states: readonly (OwedNote | undefined)[];
  readonly note: () => string;
  readonly close: (signal?: AbortSignal, result?: typeof outcome) => Promise<void>;
}

/** A keeper over a note in memory; `answer` says what comes of each write, `undefined` for success. */
function kept(
  over: Partial<NotePorts>,
  {
    before = '',
    answer = () => undefined,
  }: { before?: string; answer?: (write: number) => Error | 'acted' | undefined } = {},
): Kept {
  let stored = before;
  let writes = 0;
  const [requests, warnings, states]: [string[], string[], (OwedNote | undefined)[]] = [[], [], []];
  const clock = manualClock();
  const keeper = noteKeeper({
    read: () => {
      requests.push('read');
      return Promise.resolve(stored);
    },
    write: (_, text) => {
      requests.push('write');
      const failure = answer(++writes);
      if (failure === undefined || failure === 'acted') stored = text;
      return failure === undefined
        ? Promise.resolve()
        : Promise.reject(failure === 'acted' ? new Error('cut') : failure);
    },
    clock,
    text: TEXT,
    keeping: { repository: 'acme/shop', save: (place, owed) => (states[place] = owed) },
    ...over,
  });
  const reporter = fanOut([keeper.reporter], (sentence) => warnings.push(sentence));
  return {
    started: reporter.runStarted,
    polled: reporter.polled,
    finish: keeper.finish,
    clock,
    warnings,
    requests,
    states,
    note: () => stored,
    close: (signal = calm, result = outcome) => reporter.closed({ ...step, runs: [result] }, signal),
  };
}

const start = ({ started }: Kept, id = RUN): void => {
  started(aPendingRun({ id }));
};
const FAILS = (): Error => new Error('HTTP 500');

describe('a note for people', () => {
  const plain = (write: NotePorts['write']): Kept => kept({ text: 'hello', write, keeping: undefined });

  it('is written on every run that is started, once for each', async () => {
    const written: string[] = [];
    const one = plain((runId, text) => Promise.resolve(void written.push(`${runId} ${text}`)));
    for (const id of ['1', '1', '2']) start(one, id);
    await one.close();
    expect(written).toEqual(['1 hello', '2 hello']);
    expect(one.warnings).toEqual([]);
    expect(await one.finish('1', ['regressed'], calm)).toBeUndefined();
  });

  it('costs one warning at most, however many fail', async () => {
    const one = plain((runId) => Promise.reject(new Error(`no ${runId}`)));
    for (const id of ['1', '2', '3']) start(one, id);
    await one.close();
    expect(one.warnings).toEqual(['The note on the run in k6 Cloud failed: no 1']);
  });

  it('is given up when the time for reports is over', async () => {
    const controller = new AbortController();
    const write: NotePorts['write'] = (_id, _text, signal) =>
      new Promise((_, fail) => {
        signal.addEventListener('abort', () => {
          fail(new Error('too late'));
        });
        controller.abort(new Error('over'));
      });
    const one = plain(write);
    start(one);
    await one.close(controller.signal);
    expect(one.warnings).toEqual(['The note on the run in k6 Cloud failed: over']);
  });
});

describe('a note with a tail', () => {
  it('is written once and not read again, if nothing is known against the run', async () => {
    const one = kept({});
    start(one);
    expect(one.states).toEqual([{ runId: RUN, text: TEXT, marks: [], repository: 'acme/shop', isReported: false }]);
    expect(await one.finish(RUN, [], calm)).toBeUndefined();
    await one.close();
    expect([one.note(), one.requests, one.warnings, one.states]).toEqual([TEXT, ['write'], [], [undefined]]);
  });

  it('gets the marks of a run, which are saved before they are sent', async () => {
    const one = kept({});
    start(one);
    await settled();
    const finishing = one.finish(RUN, ['regressed'], calm);
    expect(one.states[0]?.marks).toEqual(['regressed']);
    expect(await finishing).toBeUndefined();
    expect(parseTail(one.note())).toEqual({ ...TAIL, marks: ['regressed'] });
    expect([one.requests, one.states]).toEqual([['write', 'read', 'write'], [undefined]]);
  });

  it('keeps the marks saved if the first write ends only after they are known', async () => {
    let release = (): void => undefined;
    const one = kept({
      write: () =>
        new Promise((done) => {
          release = done;
        }),
    });
    start(one);
    const finishing = one.finish(RUN, ['unsound'], calm);
    release();
    await settled();
    expect(one.states[0]?.marks).toEqual(['unsound']);
    release();
    await finishing;
    expect(one.states).toEqual([undefined]);
  });

  it('of `run-id` gets a mark if it has our tail, and is not read without one', async () => {
    const ours = kept({ text: undefined }, { before: TEXT });
    start(ours);
    expect(await ours.finish(RUN, [], calm)).toBeUndefined();
    expect(ours.requests).toEqual([]);
    expect(await ours.finish(RUN, ['regressed'], calm)).toBeUndefined();
    expect(parseTail(ours.note())).toEqual({ ...TAIL, marks: ['regressed'] });
  });

  it.each(['theirs', tailText({ ...TAIL, repository: 'acme/other' }), '[k6-cloud-gate/2 x]'])(
    'of `run-id` that is not ours is not touched: %s',
    async (before) => {
      const one = kept({ text: undefined }, { before });
      expect(await one.finish(RUN, ['regressed'], calm)).toBeUndefined();
      expect([one.note(), one.requests]).toEqual([before, ['read']]);
    },
  );

  it('is tried again while the run goes on, ever more seldom, and beside what a person wrote meanwhile', async () => {
    const one = kept({}, { before: 'mine', answer: (write) => (write < 4 ? FAILS() : undefined) });
    start(one);
    const writesAfter = async (ms: number): Promise<number> => {
      one.clock.advance(ms);
      one.polled(aPendingRun({}));
      await settled();
      return one.requests.filter((line) => line === 'write').length;
    };
    await settled();
    expect(await writesAfter(14_999)).toBe(1);
    expect(await writesAfter(1)).toBe(2);
    expect(await writesAfter(29_999)).toBe(2);
    expect(await writesAfter(1)).toBe(3);
    expect(await writesAfter(60_000)).toBe(4);
    expect(await writesAfter(600_000)).toBe(4);
    expect(one.note()).toBe(`mine ${tailText(TAIL)}`);
    expect(one.states).toEqual([undefined]);
  });

  it('is not written twice if only the response was lost', async () => {
    const one = kept({}, { answer: () => 'acted' });
    start(one);
    expect(await one.finish(RUN, [], calm)).toBeUndefined();
    expect([one.requests, one.note()]).toEqual([['write', 'read'], TEXT]);
  });

  it('that cannot be written is said once, with what it means, and left to post', async () => {
    const one = kept({}, { answer: FAILS });
    start(one);
    expect(await one.finish(RUN, ['regressed'], calm)).toBe('HTTP 500');
    await one.close();
    expect(one.warnings).toEqual([
      'The note on the run in k6 Cloud failed: HTTP 500. Run 7650001 can later be taken for a baseline.',
    ]);
    expect(one.states).toEqual([
      { runId: RUN, text: TEXT, marks: ['regressed'], repository: 'acme/shop', isReported: true },
    ]);
  });

  it('of a run that did not pass cannot be taken for a baseline', async () => {
    const one = kept({}, { answer: FAILS });
    start(one);
    await one.finish(RUN, [], calm);
    const failed = { ...outcome, pollResult: { kind: 'settled', run: aSettledRun({ result: 'failed' }) } } as const;
    await one.close(calm, failed);
    expect(one.warnings).toEqual(['The note on the run in k6 Cloud failed: HTTP 500']);
  });

  it('is given up after 15 s', async () => {
    const one = kept({ write: () => new Promise(() => undefined) });
    start(one);
    const finishing = one.finish(RUN, [], calm);
    await settled();
    one.clock.advance(15_000);
    expect(await finishing).toBe('no complete response within 15 s');
  });

  it('is left to post without a word if the step is cancelled', async () => {
    const one = kept({ write: () => new Promise(() => undefined) });
    start(one);
    expect(await one.finish(RUN, [], AbortSignal.abort(new Error('cancelled')))).toBe('cancelled');
    await one.close();
    expect(one.warnings).toEqual([]);
    expect(one.states).toMatchObject([{ runId: RUN, isReported: false }]);
  });

  it('is written even if the state cannot be saved', async () => {
    const save = (): never => {
      throw new Error('disk full');
    };
    const one = kept({ keeping: { repository: 'acme/shop', save } });
    start(one);
    expect(await one.finish(RUN, ['unsound'], calm)).toBeUndefined();
    expect(one.note()).toContain(' unsound]');
  });
});
