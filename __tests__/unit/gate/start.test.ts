/** The start of a test: what is remembered before, during and after it, so that a kill at any moment loses no run. */
import { describe, expect, it } from '@jest/globals';
import type { Clock } from '../../../src/clock.ts';
import type { Cloud } from '../../../src/cloud/cloud.ts';
import { StartUncertain } from '../../../src/cloud/cloud.ts';
import { CloudError } from '../../../src/cloud/errors.ts';
import type { Ports } from '../../../src/gate/ports.ts';
import { startRun } from '../../../src/gate/start.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import type { PendingStart } from '../../../src/runner/memory.ts';
import { runMemory } from '../../../src/runner/memory.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { scriptedCloud } from '../../support/scripted-cloud.ts';

const INTENT = { testId: '1201', notes: '{"n":1}' };
const EARLIER = [{ lastedMs: 124_000, plannedMs: 120_000 }];
const DOUBT = { firstTryMs: 1, lastTryMs: 2 };
const RUN = aPendingRun({ phase: 'created' });
const refused = new CloudError('unauthorized', { request: 'POST /start', response: '401' });

interface Given {
  readonly start?: Cloud['start'];
  readonly prepare?: Cloud['prepare'];
  readonly timeoutMs?: number;
  readonly clock?: Clock;
  /** A start of the same step that is owed already. */
  readonly owed?: PendingStart;
  /** How much of the time of the step is over, ms. */
  readonly stepMs?: number;
  readonly signal?: AbortSignal;
}

interface Seen {
  readonly began: ReturnType<typeof startRun>;
  /** What the state of the runner was after each write. */
  readonly saved: readonly string[];
  readonly owed: () => readonly PendingStart[];
  readonly asked: readonly (readonly unknown[])[];
}

function begin(given: Given): Seen {
  const { clock = jumpingClock(), stepMs = 0, timeoutMs, signal = new AbortController().signal } = given;
  const prepare: Cloud['prepare'] = () => Promise.resolve({ ...INTENT, earlier: EARLIER });
  const start: Cloud['start'] = () => Promise.resolve(RUN);
  const { cloud, asked } = scriptedCloud({ prepare: given.prepare ?? prepare, start: given.start ?? start });
  const saved: string[] = [];
  const memory = runMemory((_name, text) => saved.push(text));
  if (given.owed !== undefined) memory.remember(given.owed);
  const ports = { cloud, clock, memory, stepStartMs: clock.now() - stepMs } as unknown as Ports;
  const began = startRun('1201', { limits: { timeoutMs } } as Inputs, ports, signal);
  return { began, saved, owed: memory.pending, asked };
}

/** Whatever is asked never ends but by its signal. */
function untilOver(_asked: unknown, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}

describe('a start', () => {
  it('comes to its run, and to what the list of runs before it shows', async () => {
    const { began, asked } = begin({});
    expect(await began).toEqual({ state: 'started', run: RUN, earlier: EARLIER });
    expect(asked).toEqual([
      ['prepare', '1201'],
      ['start', INTENT],
    ]);
  });

  it('is remembered before it is sent, and its run as soon as it is known', async () => {
    const before: (readonly string[])[] = [];
    const seen: Seen = begin({
      start: (_intent, _signal, events) => {
        before.push([...seen.saved]);
        events?.onDoubt?.(DOUBT);
        events?.onRun?.('7650001');
        before.push([...seen.saved]);
        return Promise.resolve(RUN);
      },
    });
    await seen.began;
    const intent = JSON.stringify(INTENT);
    const doubtful = JSON.stringify({ ...INTENT, doubt: DOUBT });
    const known = JSON.stringify({ ...INTENT, doubt: DOUBT, runId: '7650001' });
    expect(before).toEqual([[intent], [intent, doubtful, known]]);
    expect(seen.owed()).toEqual([{ ...INTENT, runId: '7650001', doubt: DOUBT }]);
  });

  it('remembers its run where the API names it with its last word only', async () => {
    const { began, owed } = begin({});
    await began;
    expect(owed()).toEqual([{ ...INTENT, runId: '7650001' }]);
  });

  it('that finds its run over is followed like any other: the polls tell', async () => {
    const { began } = begin({ start: () => Promise.resolve(aSettledRun({})) });
    expect(await began).toMatchObject({
      state: 'started',
      run: { id: '7650001', testId: '1201', seen: true, state: 'pending', phase: 'created', result: 'none' },
    });
  });
});

describe('a start that fails', () => {
  const notStarted = (failure: string, problem: string): object => ({
    state: 'not-started',
    pollResult: { kind: 'not-started', failure, problem },
  });

  it('before anything was sent leaves nothing to do', async () => {
    const { began, saved } = begin({ prepare: () => Promise.reject(refused) });
    expect(await began).toEqual(notStarted('POST /start: 401.', 'token-rejected'));
    expect(saved).toEqual([]);
  });

  it('and surely made no run leaves nothing to do', async () => {
    const { began, saved, owed } = begin({ start: () => Promise.reject(refused) });
    expect(await began).toEqual(notStarted('POST /start: 401.', 'token-rejected'));
    expect(saved).toEqual([JSON.stringify(INTENT), '']);
    expect(owed()).toEqual([]);
  });

  const uncertainty = { request: 'POST /start', testId: '1201', runIds: [] };

  it('and may have made a run stays owed, with what is known of it', async () => {
    const uncertain = new StartUncertain(uncertainty);
    const { began, owed } = begin({
      start: (_intent, _signal, events) => {
        events?.onDoubt?.(DOUBT);
        return Promise.reject(uncertain);
      },
    });
    expect(await began).toEqual(notStarted(uncertain.message, 'start-uncertain'));
    expect(owed()).toEqual([{ ...INTENT, doubt: DOUBT }]);
  });

  it('takes nothing from the start of another test', async () => {
    const other = { testId: '1202', notes: '{"n":2}', runId: '7', doubt: DOUBT };
    const uncertain = new StartUncertain({ ...uncertainty, runIds: ['7650001'] });
    const { began, owed } = begin({ owed: other, start: () => Promise.reject(uncertain) });
    await began;
    expect(owed()).toEqual([other, INTENT]);
  });

  it('by a fault of ours throws it, and stays owed', async () => {
    const { began, owed } = begin({ start: () => Promise.reject(new TypeError('x is undefined')) });
    await expect(began).rejects.toThrow('x is undefined');
    expect(owed()).toEqual([INTENT]);
  });
});

describe('a start that is cancelled', () => {
  const CANCELLED = { state: 'not-started', pollResult: { kind: 'cancelled', run: undefined } };

  it('before it is sent is not sent, and nothing is searched for', async () => {
    const cancelling = new AbortController();
    const prepare: Cloud['prepare'] = () => {
      cancelling.abort(new Error('cancelled'));
      return Promise.resolve({ ...INTENT, earlier: [] });
    };
    const { began, saved, asked } = begin({ prepare, signal: cancelling.signal });
    expect(await began).toEqual(CANCELLED);
    expect(saved).toEqual([]);
    expect(asked).toEqual([['prepare', '1201']]);
  });

  it.each([undefined, 60_000])('while it is under way stays owed (timeout %s)', async (timeoutMs) => {
    const cancelling = new AbortController();
    const limit = timeoutMs === undefined ? {} : { timeoutMs };
    const { began, owed } = begin({ start: untilOver, signal: cancelling.signal, clock: manualClock(), ...limit });
    await new Promise((later) => setImmediate(later));
    cancelling.abort(new Error('cancelled'));
    expect(await began).toEqual(CANCELLED);
    expect(owed()).toEqual([INTENT]);
  });
});

describe('a start without `timeout`', () => {
  it('ends by its response alone', async () => {
    const start: Cloud['start'] = async (intent, signal) => {
      for (let turn = 0; turn < 3; turn++) await new Promise((later) => setImmediate(later));
      signal.throwIfAborted();
      return { ...RUN, testId: intent.testId };
    };
    expect(await begin({ start }).began).toMatchObject({ state: 'started', run: RUN });
  });
});

describe('a start under `timeout`', () => {
  it('is given up where the time of the step is over, and stays owed', async () => {
    const clock = manualClock();
    const { began, owed } = begin({ start: untilOver, clock, timeoutMs: 60_000, stepMs: 5000 });
    await new Promise((later) => setImmediate(later));
    let isOver = false;
    void began.then(() => (isOver = true));
    clock.advance(54_999);
    await new Promise((later) => setImmediate(later));
    expect(isOver).toBe(false);
    clock.advance(1);
    const pollResult = { kind: 'gave-up', limit: 'timeout', limitMs: 60_000, run: undefined };
    expect(await began).toEqual({ state: 'not-started', pollResult });
    expect(owed()).toEqual([INTENT]);
  });

  it('tells its work why it ends', async () => {
    const clock = manualClock();
    const reasons: unknown[] = [];
    const prepare: Cloud['prepare'] = (testId, signal) =>
      untilOver(testId, signal).catch((error: unknown) => {
        reasons.push(error);
        throw error;
      });
    const { began } = begin({ prepare, clock, timeoutMs: 60_000 });
    clock.advance(60_000);
    await began;
    expect(reasons).toEqual([new Error('the time of the step is over')]);
  });

  it('comes to its run, or to its own failure, where it is answered in time', async () => {
    const clock = manualClock();
    expect(await begin({ clock, timeoutMs: 60_000 }).began).toEqual({ state: 'started', run: RUN, earlier: EARLIER });
    const failed = begin({ clock, timeoutMs: 60_000, start: () => Promise.reject(refused) });
    expect(await failed.began).toMatchObject({ pollResult: { kind: 'not-started', problem: 'token-rejected' } });
  });
});
