/** After a start in doubt: which second runs are stopped and named, and when the doubt ends. */
import { describe, expect, it } from '@jest/globals';
import type { SecondRuns, StopResult } from '../../../src/cloud/cloud.ts';
import { CloudError } from '../../../src/cloud/errors.ts';
import { LATE_MS } from '../../../src/cloud/second-runs.ts';
import { checkForSecondRuns } from '../../../src/gate/started-twice.ts';
import type { Ports } from '../../../src/gate/ports.ts';
import { runMemory } from '../../../src/runner/memory.ts';
import type { PollResult } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';

const NOW_MS = 1_800_000_000_000;
const own = aSettledRun({});
const settled: PollResult = { kind: 'settled', run: own };
const second = aPendingRun({ id: '7650002' });
const refused = new CloudError('forbidden', { request: 'GET /x', response: '403' });

interface Scene {
  readonly found?: SecondRuns | Error;
  readonly stop?: StopResult | Error;
  readonly lastTryMs?: number | undefined;
  readonly pollResult?: PollResult;
  readonly cancelled?: 'before' | 'meanwhile';
  /** A start of another test is in doubt, and this one is not even in memory. */
  readonly otherInDoubt?: boolean;
}

async function scene(given: Scene): Promise<{
  readonly result: PollResult;
  readonly notices: readonly string[];
  readonly isInDoubt: boolean;
  readonly asked: readonly unknown[];
}> {
  const { found = { ours: [], others: [] }, stop = 'stopping', pollResult = settled } = given;
  const lastTryMs = 'lastTryMs' in given ? given.lastTryMs : NOW_MS - 1000;
  const memory = runMemory(() => undefined);
  const doubt = lastTryMs === undefined ? undefined : { firstTryMs: lastTryMs - 5000, lastTryMs };
  const testId = given.otherInDoubt === true ? '1202' : '1201';
  memory.remember({
    testId,
    notes: '{"n":1}',
    runId: own.id,
    doubt: given.otherInDoubt === true ? { firstTryMs: 0, lastTryMs: 0 } : doubt,
  });
  const [notices, asked]: [string[], unknown[]] = [[], []];
  const cancelling = new AbortController();
  if (given.cancelled === 'before') cancelling.abort();
  const answer = <T>(value: T | Error): Promise<T> =>
    value instanceof Error ? Promise.reject(value) : Promise.resolve(value);
  const ports = {
    memory,
    clock: jumpingClock(NOW_MS),
    reporter: { noticed: (line: string) => notices.push(line) },
    cloud: {
      secondRuns: (start: unknown) => {
        asked.push(start);
        if (given.cancelled === 'meanwhile') cancelling.abort();
        return answer(found);
      },
      stop: (runId: string, budgetMs: number) => {
        asked.push(`${runId} within ${budgetMs} ms`);
        return answer(stop);
      },
    },
  } as unknown as Ports;
  const result = await checkForSecondRuns(
    memory.pending().find((one) => one.testId === '1201'),
    pollResult,
    ports,
    cancelling.signal,
  );
  return { result, notices, isInDoubt: memory.pending()[0]?.doubt !== undefined, asked };
}

describe('a start in doubt', () => {
  it('is searched for second runs by its notes, its run and its tries', async () => {
    const { result, asked, isInDoubt, notices } = await scene({});
    const doubt = { firstTryMs: NOW_MS - 6000, lastTryMs: NOW_MS - 1000 };
    expect(asked).toEqual([{ intent: { testId: '1201', notes: '{"n":1}' }, own, doubt }]);
    expect([result, isInDoubt, notices]).toEqual([settled, true, []]);
  });

  it('is none where another test of the step has one', async () => {
    const { result, asked } = await scene({ lastTryMs: undefined, otherInDoubt: true });
    expect([result, asked]).toEqual([settled, []]);
  });

  it('is none any more once a second run would have appeared', async () => {
    expect((await scene({ lastTryMs: NOW_MS - LATE_MS })).isInDoubt).toBe(true);
    expect((await scene({ lastTryMs: NOW_MS - LATE_MS - 1 })).isInDoubt).toBe(false);
  });

  it('that made a second run: it is stopped and named, and no verdict is green', async () => {
    const { result, asked, isInDoubt } = await scene({ found: { ours: [second], others: [] } });
    expect(result).toEqual({ kind: 'started-twice', run: own, others: [{ runId: '7650002', stop: 'stopped' }] });
    expect(asked[1]).toBe('7650002 within 7000 ms');
    expect(isInDoubt).toBe(false);
  });

  it.each([
    ['has ended meanwhile', { stop: 'already-over' }, 'already-over', undefined, false],
    ['cannot be stopped', { stop: refused }, 'stop-failed', refused.message, true],
  ] as const)('whose second run %s', async (_, { stop }, outcome, failure, isInDoubt) => {
    const seen = await scene({ found: { ours: [second], others: [] }, stop });
    const other = { runId: '7650002', stop: outcome, ...(failure === undefined ? {} : { failure }) };
    expect(seen.result).toEqual({ kind: 'started-twice', run: own, others: [other] });
    expect(seen.isInDoubt).toBe(isInDoubt);
  });

  it('stays one where one of its second runs cannot be stopped', async () => {
    const ours = [aSettledRun({ id: '7650003' }), second];
    const { result, isInDoubt } = await scene({ found: { ours, others: [] }, stop: refused });
    expect(result).toMatchObject({ others: [{ stop: 'already-over' }, { stop: 'stop-failed' }] });
    expect(isInDoubt).toBe(true);
  });

  it('whose second run is over already: no stop is sent', async () => {
    const { result, asked } = await scene({ found: { ours: [aSettledRun({ id: '7650002' })], others: [] } });
    expect(asked).toHaveLength(1);
    expect(result).toMatchObject({ others: [{ runId: '7650002', stop: 'already-over' }] });
  });

  it('names the runs of others, and stops none of them', async () => {
    const { result, notices, asked } = await scene({ found: { ours: [], others: ['7', '8'] } });
    expect([result, asked.length]).toEqual([settled, 1]);
    expect(notices).toEqual(['Other new runs of test 1201 exist; none of them was started by this step: 7, 8.']);
  });

  it('says nothing of the runs of others while its own has just begun', async () => {
    const begun: PollResult = { kind: 'not-awaited', run: aPendingRun({ id: own.id }) };
    const { result, notices } = await scene({ found: { ours: [], others: ['7'] }, pollResult: begun });
    expect([result, notices]).toEqual([begun, []]);
  });

  it('that cannot be looked into is reported, and stays in doubt', async () => {
    const { result, notices, isInDoubt } = await scene({ found: refused, lastTryMs: 0 });
    expect([result, isInDoubt]).toEqual([settled, true]);
    expect(notices).toEqual([
      `Whether the start of test 1201 made a second run could not be checked: ${refused.message}`,
    ]);
  });

  it('is left to post where the workflow is cancelled before or meanwhile', async () => {
    expect((await scene({ cancelled: 'before' })).asked).toEqual([]);
    const meanwhile = await scene({ cancelled: 'meanwhile', found: new Error('aborted') });
    expect(meanwhile.result).toEqual({ kind: 'cancelled', run: own });
    expect(meanwhile.isInDoubt).toBe(true);
    await expect(scene({ found: new Error('a fault of ours') })).rejects.toThrow('a fault of ours');
  });

  it('is the only one that is looked into', async () => {
    expect((await scene({ lastTryMs: undefined })).asked).toEqual([]);
    const pollResult: PollResult = { kind: 'cancelled', run: undefined };
    expect(await scene({ pollResult })).toMatchObject({ result: pollResult, asked: [] });
  });
});
