/** The search of post for the run of a start without an answer: how often, for how long, and what ends it. */
import { describe, expect, it } from '@jest/globals';
import type { SearchResult } from '../../../src/cloud/cloud.ts';
import type { CloudErrorCode } from '../../../src/cloud/errors.ts';
import { CloudError } from '../../../src/cloud/errors.ts';
import type { Search } from '../../../src/gate/search-run.ts';
import { searchRun } from '../../../src/gate/search-run.ts';
import { aPendingRun } from '../../support/a-run.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';
import { manualClock } from '../../support/manual-clock.ts';

const START_MS = 1_800_000_000_000;
const BUDGET_MS = 10_000;
const LOST = { testId: '1201', notes: '{}' };
const NONE = { kind: 'none' } as const;
const ONE = { kind: 'one', run: aPendingRun({}) } as const;
const failing = (code: CloudErrorCode): CloudError => new CloudError(code, { request: 'GET /x', response: code });

interface Seen {
  readonly search: Search;
  /** The seconds at which the list was read. */
  readonly reads: readonly number[];
}

/** @param sentMsAgo how long before the search the start was sent */
async function searched(sentMsAgo: number | undefined, find: (s: number) => SearchResult | Error): Promise<Seen> {
  const clock = jumpingClock(START_MS);
  const reads: number[] = [];
  const left = sentMsAgo === undefined ? LOST : { ...LOST, sentAtMs: START_MS - sentMsAgo };
  const stopper = {
    find: (): Promise<SearchResult> => {
      const s = (clock.now() - START_MS) / 1000;
      reads.push(s);
      const found = find(s);
      return found instanceof Error ? Promise.reject(found) : Promise.resolve(found);
    },
  };
  return { search: await searchRun(left, stopper, clock, BUDGET_MS), reads };
}

describe('a search', () => {
  it.each([ONE, { kind: 'unclear', runIds: ['7', '8'] } as const])('ends with what it finds: $kind', async (found) => {
    expect(await searched(0, (s) => (s < 4 ? NONE : found))).toEqual({ search: found, reads: [0, 2, 4] });
  });

  it.each([
    [110_000, [0, 2, 4, 6, 8, 10]],
    [119_999, [0, 2]],
    [120_000, [0]],
    [500_000, [0]],
    [undefined, [0]],
  ])('ends without a run once its start was sent 120 s ago (%s ms)', async (sentMsAgo, reads) => {
    expect(await searched(sentMsAgo, () => NONE)).toEqual({ search: NONE, reads });
  });

  it('takes a start that was sent in the future for one that was sent now', async () => {
    const { search, reads } = await searched(-START_MS, () => NONE);
    expect([search, reads.at(-1)]).toEqual([NONE, 120]);
  });

  it('asks with what is known of the start', async () => {
    const asked: unknown[] = [];
    const find = (left: unknown): Promise<SearchResult> => {
      asked.push(left);
      return Promise.resolve(ONE);
    };
    await searchRun(LOST, { find }, jumpingClock(), BUDGET_MS);
    expect(asked).toEqual([LOST]);
  });
});

describe('a list that cannot be read', () => {
  it('is tried again, and read once at least although a run would have appeared by then', async () => {
    expect(await searched(500_000, (s) => (s < 6 ? failing('unavailable') : NONE))).toEqual({
      search: NONE,
      reads: [0, 2, 4, 6],
    });
  });

  it.each([
    [500_000, [0, 2, 4, 6, 8]],
    [118_000, [0, 2, 4, 6, 8, 10]],
  ])('is given up where the time for it is over (%i ms)', async (sentMsAgo, reads) => {
    expect(await searched(sentMsAgo, () => failing('unavailable'))).toEqual({
      search: { kind: 'failed', failure: 'GET /x: unavailable.' },
      reads,
    });
  });

  it.each<readonly [Error, string]>([
    [failing('unauthorized'), 'GET /x: unauthorized.'],
    [new TypeError('x is undefined'), 'x is undefined'],
  ])('is given up at once where no try can help: %s', async (error, failure) => {
    expect(await searched(0, () => error)).toEqual({ search: { kind: 'failed', failure }, reads: [0] });
  });

  it('is given up where it does not answer, and its request ends', async () => {
    const clock = manualClock();
    let within: AbortSignal | undefined;
    const find = (_left: unknown, signal: AbortSignal): Promise<never> => {
      within = signal;
      return new Promise(() => undefined);
    };
    const search = searchRun({ ...LOST, sentAtMs: clock.now() - 60_000 }, { find }, clock, BUDGET_MS);
    clock.advance(69_999);
    expect(within?.aborted).toBe(false);
    clock.advance(1);
    expect(await search).toEqual({ kind: 'failed', failure: 'the list of runs was not read within 10 s' });
    expect(within?.aborted).toBe(true);
  });
});
