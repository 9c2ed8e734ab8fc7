/** Which runs main stops, which it leaves, and what stays in memory for post. */
import { describe, expect, it } from '@jest/globals';
import type { SearchResult, StopResult } from '../../../src/cloud/cloud.ts';
import { stopIfNeeded } from '../../../src/gate/stop-if-needed.ts';
import type { Ports } from '../../../src/gate/ports.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import type { PendingStart } from '../../../src/runner/memory.ts';
import { runMemory, savedStarts } from '../../../src/runner/memory.ts';
import type { PollResult } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';

const DOUBT = { firstTryMs: 1, lastTryMs: 2 };
const START: PendingStart = { testId: '1201', notes: '{}', runId: '7650001' };
const UNANSWERED: PendingStart = { testId: '1201', notes: '{}' };
const running = aPendingRun({});
const timedOut: PollResult = { kind: 'gave-up', limit: 'timeout', limitMs: 10_000, run: running };
const cancelled: PollResult = { kind: 'cancelled', run: running };

interface Scene {
  readonly pollResult: PollResult;
  readonly testId?: string | undefined;
  readonly start?: PendingStart | undefined;
  readonly onTimeout?: 'stop' | 'leave';
  readonly isCancelled?: boolean;
  readonly isLeft?: boolean;
  readonly stop?: () => Promise<StopResult>;
  readonly found?: SearchResult;
  /** A start of another test that was begun before. */
  readonly other?: PendingStart;
  /** The cancel that leaves runs comes while the stop is under way. */
  readonly leftMeanwhile?: boolean;
}

interface Seen {
  readonly outcome: string | undefined;
  readonly asked: readonly string[];
  /** What post would be told. */
  readonly owed: readonly PendingStart[];
}

async function scene(given: Scene): Promise<Seen> {
  const { pollResult, start = START, onTimeout = 'stop', isCancelled = false, isLeft = false } = given;
  const testId = 'testId' in given ? given.testId : '1201';
  const state = new Map<string, string>();
  const memory = runMemory((name, value) => state.set(name, value));
  if (given.other !== undefined) memory.remember(given.other);
  if (!('start' in given) || given.start !== undefined) memory.remember(start);
  if (isLeft) memory.leaveAll();
  const asked: string[] = [];
  const cloud = {
    find: () => {
      asked.push('find');
      return Promise.resolve(given.found ?? { kind: 'none' });
    },
    stop: (runId: string, budgetMs: number) => {
      asked.push(`stop ${runId} within ${budgetMs} ms`);
      if (given.leftMeanwhile === true) memory.leaveAll();
      return given.stop?.() ?? Promise.resolve('stopping');
    },
  };
  const ports = { memory, cloud, clock: jumpingClock() } as unknown as Ports;
  const signal = isCancelled ? AbortSignal.abort(new Error('cancelled')) : new AbortController().signal;
  const outcome = await stopIfNeeded({ testId, pollResult }, { onTimeout } as Inputs, ports, signal);
  return { outcome, asked, owed: savedStarts({ state: (name) => state.get(name) ?? '' }) };
}

describe('a run that goes on', () => {
  it('is stopped where a time limit ended, with 7 s for it', async () => {
    expect(await scene({ pollResult: timedOut })).toEqual({
      outcome: 'stopped',
      asked: ['stop 7650001 within 7000 ms'],
      owed: [],
    });
  });

  it('is stopped where the workflow was cancelled, with 3.5 s for it, whatever on-timeout says', async () => {
    const seen = await scene({ pollResult: cancelled, isCancelled: true, onTimeout: 'leave' });
    expect(seen).toEqual({ outcome: 'stopped', asked: ['stop 7650001 within 3500 ms'], owed: [] });
  });

  it('is left where on-timeout says so, and post is told nothing', async () => {
    expect(await scene({ pollResult: timedOut, onTimeout: 'leave' })).toEqual({ outcome: 'left', asked: [], owed: [] });
  });

  it('is left where a cancel decided so, also before its start was answered', async () => {
    const left = { isLeft: true, isCancelled: true };
    expect(await scene({ pollResult: cancelled, ...left })).toMatchObject({ outcome: 'left', asked: [] });
    const unknown = await scene({ pollResult: { kind: 'cancelled', run: undefined }, start: UNANSWERED, ...left });
    expect(unknown).toMatchObject({ outcome: 'start-left', asked: [] });
  });

  it('stays owed where the stop fails', async () => {
    const stop = (): Promise<StopResult> => Promise.reject(new Error('no'));
    const seen = await scene({ pollResult: timedOut, stop, onTimeout: 'stop' });
    expect([seen.outcome, seen.owed]).toEqual(['stop-failed', [START]]);
  });

  it('stays owed where the stop fails, also if runs are to be left by then', async () => {
    const stop = (): Promise<StopResult> => Promise.reject(new Error('no'));
    expect((await scene({ pollResult: timedOut, stop, leftMeanwhile: true })).owed).toEqual([START]);
  });

  it('is stopped where the API refuses to show it', async () => {
    const pollResult: PollResult = { kind: 'api-refused', run: running, failure: '403', problem: 'other' };
    expect(await scene({ pollResult })).toEqual({
      outcome: 'stopped',
      asked: ['stop 7650001 within 7000 ms'],
      owed: [],
    });
  });

  it('is stopped where its start named it and failed', async () => {
    const pollResult: PollResult = { kind: 'not-started', failure: 'no', problem: 'wrong-run' };
    expect((await scene({ pollResult })).asked).toEqual(['stop 7650001 within 7000 ms']);
  });

  it.each([
    [START, [{ ...START, testId: '1202', runId: '7650002' }]],
    [
      { ...START, doubt: DOUBT },
      [
        { ...START, testId: '1202', runId: '7650002' },
        { ...START, doubt: DOUBT, isLeft: true },
      ],
    ],
  ])('is the only one that is stopped and let go of (row %#)', async (start, owed) => {
    const other = { ...START, testId: '1202', runId: '7650002' };
    const seen = await scene({ pollResult: timedOut, start, other });
    expect(seen).toEqual({ outcome: 'stopped', asked: ['stop 7650001 within 7000 ms'], owed });
  });

  it('stays owed where the stop is not answered', async () => {
    const seen = await scene({ pollResult: timedOut, stop: () => new Promise(() => undefined) });
    expect([seen.outcome, seen.owed]).toEqual(['stop-failed', [START]]);
  });

  it('is over where the stop finds it so', async () => {
    const seen = await scene({ pollResult: timedOut, stop: () => Promise.resolve('already-over') });
    expect([seen.outcome, seen.owed]).toEqual(['already-over', []]);
  });

  it('owes the search for a second run after its stop, or where it is left', async () => {
    const start = { ...START, doubt: DOUBT };
    const owed = [{ ...start, isLeft: true }];
    expect((await scene({ pollResult: timedOut, start })).owed).toEqual(owed);
    expect((await scene({ pollResult: timedOut, start, onTimeout: 'leave' })).owed).toEqual(owed);
  });

  it('is stopped although its status is of no known kind', async () => {
    const ending = { kind: 'unrecognised', value: '99' } as never;
    const odd = aSettledRun({ ending });
    expect((await scene({ pollResult: { kind: 'gave-up', limit: 'timeout', limitMs: 1, run: odd } })).outcome).toBe(
      'stopped',
    );
  });
});

describe('a start without an answer', () => {
  it('is searched for, and its run is stopped', async () => {
    const found = { kind: 'one', run: running } as const;
    const seen = await scene({ pollResult: { kind: 'cancelled', run: undefined }, start: UNANSWERED, found });
    expect(seen).toEqual({ outcome: 'stopped', asked: ['find', 'stop 7650001 within 7000 ms'], owed: [] });
  });

  it('owes nothing once its one run is stopped, whatever its tries were', async () => {
    const found = { kind: 'one', run: running } as const;
    const start = { ...UNANSWERED, doubt: DOUBT };
    const seen = await scene({ pollResult: { kind: 'cancelled', run: undefined }, start, found });
    expect([seen.outcome, seen.owed]).toEqual(['stopped', []]);
  });

  it('is in doubt where the search is not answered, and stays owed', async () => {
    const found = { then: () => undefined } as never; // a promise that never settles
    const seen = await scene({ pollResult: { kind: 'cancelled', run: undefined }, start: UNANSWERED, found });
    expect([seen.outcome, seen.owed]).toEqual(['start-in-doubt', [UNANSWERED]]);
  });

  it.each([{ kind: 'none' } as const, { kind: 'unclear', runIds: ['1', '2'] } as const])(
    'stays owed where the search finds %j',
    async (found) => {
      const seen = await scene({ pollResult: { kind: 'cancelled', run: undefined }, start: UNANSWERED, found });
      expect(seen).toEqual({ outcome: undefined, asked: ['find'], owed: [UNANSWERED] });
    },
  );

  it('is left to post where it was searched for before', async () => {
    const notStarted: PollResult = { kind: 'not-started', failure: 'no', problem: 'unavailable' as never };
    const seen = await scene({ pollResult: notStarted, start: UNANSWERED });
    expect(seen).toEqual({ outcome: undefined, asked: [], owed: [UNANSWERED] });
  });

  it('is searched for although on-timeout says that a run is left, since nobody knows which', async () => {
    const pollResult: PollResult = { kind: 'gave-up', limit: 'timeout', limitMs: 1, run: undefined };
    expect((await scene({ pollResult, start: UNANSWERED, onTimeout: 'leave' })).asked).toEqual(['find']);
  });
});

describe('nothing is stopped, and nothing is owed,', () => {
  it.each([
    ['where it has settled', { kind: 'settled', run: aSettledRun({}) }, undefined],
    ['where time ended in its processing', { ...timedOut, run: aSettledRun({}) }, undefined],
    ['where its metrics are still processed', { ...timedOut, run: aPendingRun({ phase: 'processing' }) }, undefined],
    ['where the API failed after its end', { kind: 'cancelled', run: aSettledRun({}) }, 'already-over'],
  ] as const)('%s', async (_name, pollResult, outcome) => {
    expect(await scene({ pollResult })).toEqual({ outcome, asked: [], owed: [] });
  });
});

describe('nothing is stopped, and what is in memory stays,', () => {
  it.each([
    ['where the run is not awaited', { kind: 'not-awaited', run: running }],
    ['where the run shown is not ours', { kind: 'api-refused', run: running, failure: '', problem: 'wrong-run' }],
  ] as const)('%s', async (_name, pollResult) => {
    expect(await scene({ pollResult })).toEqual({
      outcome: undefined,
      asked: [],
      owed: [START],
    });
  });
});

describe('a run named by run-id', () => {
  it.each([
    [timedOut, 'not-ours'],
    [cancelled, 'not-ours'],
    [{ kind: 'api-refused', run: running, failure: '', problem: 'forbidden' } as never, undefined],
    [{ kind: 'settled', run: aSettledRun({}) } as const, undefined],
  ])('is never stopped (row %#)', async (pollResult, outcome) => {
    const seen = await scene({ pollResult, testId: undefined, start: undefined });
    expect(seen).toEqual({ outcome, asked: [], owed: [] });
  });
});

describe('a start that is not in memory', () => {
  it('needs nothing once its run is over', async () => {
    const pollResult: PollResult = { kind: 'settled', run: aSettledRun({}) };
    expect(await scene({ pollResult, start: undefined })).toEqual({ outcome: undefined, asked: [], owed: [] });
  });

  it('is not stopped', async () => {
    expect(await scene({ pollResult: timedOut, start: undefined })).toEqual({
      outcome: undefined,
      asked: [],
      owed: [],
    });
  });
});
