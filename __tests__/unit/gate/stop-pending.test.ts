/** One stop of main: by the id of the run or by a search for it, in its time, and in less once the workflow is cancelled. */
import { describe, expect, it } from '@jest/globals';
import type { Cloud } from '../../../src/cloud/cloud.ts';
import { CloudError } from '../../../src/cloud/errors.ts';
import type { StopAttempt } from '../../../src/gate/stop-pending.ts';
import { stopPending } from '../../../src/gate/stop-pending.ts';
import type { PendingStart } from '../../../src/runner/memory.ts';
import { aPendingRun } from '../../support/a-run.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { scriptedCloud } from '../../support/scripted-cloud.ts';

const UNANSWERED: PendingStart = { testId: '1201', notes: '{}' };
const KNOWN: PendingStart = { ...UNANSWERED, runId: '7650001' };
const ONE = { kind: 'one', run: aPendingRun({}) } as const;
const NEVER = new AbortController().signal;
const hangs = (): Promise<never> => new Promise(() => undefined);
const refused = (): Promise<never> =>
  Promise.reject(new CloudError('forbidden', { request: 'POST /stop', response: '403' }));

interface Stopping {
  readonly attempt: Promise<StopAttempt>;
  readonly clock: ReturnType<typeof manualClock>;
  readonly asked: readonly (readonly unknown[])[];
}

function stopping(left: PendingStart, answers: Partial<Pick<Cloud, 'find' | 'stop'>>, signal = NEVER): Stopping {
  const clock = manualClock();
  const { cloud, asked } = scriptedCloud({ stop: () => Promise.resolve('stopping'), ...answers });
  return { attempt: stopPending(left, { cloud, clock }, 7000, signal), clock, asked };
}

async function turn(): Promise<void> {
  await new Promise((later) => setImmediate(later));
}

describe('a run that is known', () => {
  it.each([
    ['stopping', 'stopped'],
    ['already-over', 'already-over'],
  ] as const)('is stopped by its id (%s)', async (result, kind) => {
    const { attempt, asked } = stopping(KNOWN, { stop: () => Promise.resolve(result) });
    expect(await attempt).toEqual({ kind, runId: '7650001' });
    expect(asked).toEqual([['stop', '7650001', 7000]]);
  });

  it('stays where its stop is refused', async () => {
    const { attempt } = stopping(KNOWN, { stop: refused });
    expect(await attempt).toEqual({ kind: 'stop-failed', runId: '7650001', failure: 'POST /stop: 403.' });
  });

  it('stays where its stop is not answered in its time', async () => {
    const { attempt, clock } = stopping(KNOWN, { stop: hangs });
    let isOver = false;
    void attempt.then(() => (isOver = true));
    clock.advance(6999);
    await turn();
    expect(isOver).toBe(false);
    clock.advance(1);
    expect(await attempt).toEqual({ kind: 'stop-failed', runId: '7650001', failure: 'no answer within 7 s' });
  });
});

describe('a run that is not known', () => {
  it('is searched for, and stopped', async () => {
    const { attempt, asked } = stopping(UNANSWERED, { find: () => Promise.resolve(ONE) });
    expect(await attempt).toEqual({ kind: 'stopped', runId: '7650001' });
    expect(asked).toEqual([
      ['find', UNANSWERED],
      ['stop', '7650001', 7000],
    ]);
  });

  it.each<readonly [Awaited<ReturnType<Cloud['find']>>, StopAttempt]>([
    [{ kind: 'none' }, { kind: 'nothing-found' }],
    [
      { kind: 'unclear', runIds: ['7', '8'] },
      { kind: 'unclear', runIds: ['7', '8'] },
    ],
  ])('is not stopped where the search finds %j', async (found, attempt) => {
    const one = stopping(UNANSWERED, { find: () => Promise.resolve(found) });
    expect(await one.attempt).toEqual(attempt);
    expect(one.asked).toHaveLength(1);
  });

  it('stays without an id where the search fails, and with one where the stop does', async () => {
    expect(await stopping(UNANSWERED, { find: refused }).attempt).toMatchObject({ runId: undefined });
    const found = stopping(UNANSWERED, { find: () => Promise.resolve(ONE), stop: refused });
    expect(await found.attempt).toEqual({ kind: 'stop-failed', runId: '7650001', failure: 'POST /stop: 403.' });
  });
});

describe('once the workflow is cancelled', () => {
  it('there are 3.5 s for a stop', async () => {
    const { attempt, clock, asked } = stopping(KNOWN, { stop: hangs }, AbortSignal.abort(new Error('cancelled')));
    clock.advance(3500);
    expect(await attempt).toEqual({ kind: 'stop-failed', runId: '7650001', failure: 'no answer within 3.5 s' });
    expect(asked).toEqual([['stop', '7650001', 3500]]);
  });

  it('a stop under way is given up and sent anew, and a run that was found is not searched for again', async () => {
    const cancelling = new AbortController();
    const signals: AbortSignal[] = [];
    const stop: Cloud['stop'] = (_runId, _budgetMs, signal) => {
      signals.push(signal);
      return signals.length === 1 ? hangs() : Promise.resolve('stopping');
    };
    const find = (): Promise<typeof ONE> => Promise.resolve(ONE);
    const { attempt, asked } = stopping(UNANSWERED, { find, stop }, cancelling.signal);
    await turn();
    cancelling.abort(new Error('cancelled'));
    expect(await attempt).toEqual({ kind: 'stopped', runId: '7650001' });
    expect(asked.slice(1)).toEqual([
      ['stop', '7650001', 7000],
      ['stop', '7650001', 3500],
    ]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });
});
