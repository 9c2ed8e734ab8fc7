/** Reads of several runs on a clock that the test moves: which go together, which alone, and whose trouble is whose. */
import { describe, expect, it } from '@jest/globals';
import { getEventListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import type { BatchSource, RunReader } from '../../../src/cloud/batch-reader.ts';
import { batchReader } from '../../../src/cloud/batch-reader.ts';
import type { CloudErrorCode } from '../../../src/cloud/errors.ts';
import { CloudError } from '../../../src/cloud/errors.ts';
import type { TestRun } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { manualClock } from '../../support/manual-clock.ts';

const calm = new AbortController().signal;
const failure = (code: CloudErrorCode): CloudError => new CloudError(code, { request: 'GET /runs', response: code });
const aRun = (id: string): TestRun => aPendingRun({ id, url: `https://list/${id}` });
/** A run as a read of it alone shows it. */
const alone = (id: string): TestRun => aPendingRun({ id, url: `https://alone/${id}` });
const asMap = (runs: readonly TestRun[]): ReadonlyMap<string, TestRun> => new Map(runs.map((run) => [run.id, run]));

type ListAnswer = ReadonlyMap<string, TestRun> | undefined | Error;
const answer = <T>(given: T | Error): Promise<T> =>
  given instanceof Error ? Promise.reject(given) : Promise.resolve(given);

/** A reader, and how it asked: `list 1,2 of 1` for a list of two runs while one is known to be pending, `one 1`. */
function scene(
  listed: (ids: readonly string[], signal: AbortSignal, place: number) => ListAnswer | Promise<ListAnswer> = (ids) =>
    asMap(ids.map(aRun)),
  readAlone: RunReader = (id) => Promise.resolve(alone(id)),
  fewest = 2,
) {
  const clock = manualClock();
  const [asked, lists]: [string[], AbortSignal[]] = [[], []];
  const source: BatchSource = {
    fewest,
    list: async (ids, pending, signal) => {
      asked.push(`list ${ids.join()} of ${pending.map(({ id }) => id).join()}`);
      lists.push(signal);
      return answer(await listed(ids, signal, lists.length));
    },
  };
  const read = batchReader(source, clock, (id, signal) => {
    asked.push(`one ${id}`);
    return readAlone(id, signal);
  });
  /** Reads that are due at once, after their moment of gathering: each run's address, or the code of its failure. */
  const reads = async (...ids: readonly string[]): Promise<readonly string[]> => {
    const all = Promise.allSettled(ids.map((id) => read(id, calm)));
    await turn();
    clock.advance(25);
    return (await all).map((one) =>
      one.status === 'fulfilled'
        ? one.value.url
        : one.reason instanceof CloudError
          ? one.reason.code
          : String(one.reason),
    );
  };
  return { clock, asked, lists, read, reads };
}

describe('reads that fall due within a moment', () => {
  it('are one request once the moment is over, each with its own run', async () => {
    const { clock, asked, read } = scene();
    const first = read('1', calm);
    clock.advance(24);
    const second = read('2', calm);
    await turn();
    expect(asked).toEqual([]);
    clock.advance(1);
    expect(await Promise.all([first, second])).toEqual([aRun('1'), aRun('2')]);
    expect(asked).toEqual(['list 1,2 of ']);
  });

  it('are gathered for a whole moment again once a request is out', async () => {
    const { clock, asked, read } = scene();
    const all = [read('1', calm)];
    clock.advance(24);
    all.push(read('2', calm));
    clock.advance(6);
    all.push(read('3', calm), read('4', calm));
    clock.advance(24);
    await turn();
    expect(asked).toEqual(['list 1,2 of ']);
    clock.advance(1);
    await Promise.all(all);
    expect(asked).toEqual(['list 1,2 of ', 'list 3,4,1,2 of 1,2']);
  });

  it('are gathered anew after each request', async () => {
    const { asked, reads } = scene();
    expect(await reads('1', '2')).toEqual(['https://list/1', 'https://list/2']);
    expect(await reads('3')).toEqual(['https://list/3']);
    expect(asked).toEqual(['list 1,2 of ', 'list 3,1,2 of 1,2']);
  });

  it('ask once for a run that is due twice, or due and pending', async () => {
    const { asked, clock, reads } = scene();
    expect(await reads('1', '1', '2')).toEqual(['https://list/1', 'https://list/1', 'https://list/2']);
    clock.advance(5000);
    expect(await reads('2')).toEqual(['https://list/2']);
    expect(asked).toEqual(['list 1,2 of ', 'list 2,1 of 1,2']);
  });

  it('are made alone where they and the pending runs are fewer than the list is worth', async () => {
    const { asked, reads } = scene(undefined, undefined, 3);
    expect(await reads('1', '2')).toEqual(['https://alone/1', 'https://alone/2']);
    expect(await reads('3')).toEqual(['https://list/3']);
    expect(asked).toEqual(['one 1', 'one 2', 'list 3,1,2 of 1,2']);
  });

  it('leave out a run that has ended', async () => {
    const { asked, clock, reads } = scene((ids) =>
      asMap(ids.map((id) => (id === '1' ? aSettledRun({ id }) : aRun(id)))),
    );
    await reads('1', '2', '3');
    clock.advance(5000);
    await reads('2');
    expect(asked).toEqual(['list 1,2,3 of ', 'list 2,3 of 2,3']);
  });

  it('answer for a run that was not due, for a moment', async () => {
    const { asked, clock, read, reads } = scene();
    await reads('1', '2');
    clock.advance(5000);
    await reads('1');
    expect(await read('2', calm)).toEqual(aRun('2'));
    expect(asked).toHaveLength(2);
  });
});

describe('a list', () => {
  it('that leaves runs out has only those read alone', async () => {
    const { asked, reads } = scene(() => asMap([aRun('2')]));
    expect(await reads('1', '2', '3')).toEqual(['https://alone/1', 'https://list/2', 'https://alone/3']);
    expect(asked).toEqual(['list 1,2,3 of ', 'one 1', 'one 3']);
  });

  it('that is behind what was seen of a run has it read alone, and that is believed', async () => {
    const queued = aPendingRun({ id: '1', phase: 'queued' });
    const { reads } = scene((ids, _, place) => asMap(ids.map((id) => (place > 1 && id === '1' ? queued : aRun(id)))));
    await reads('1', '2');
    expect(await reads('1', '2')).toEqual(['https://alone/1', 'https://list/2']);
  });

  it('that is behind is no reason not to believe a read alone, further or not', async () => {
    const queued = aPendingRun({ id: '1', phase: 'queued', url: 'https://queued/1' });
    const { reads } = scene(
      (ids, _, place) => (place > 1 ? asMap([aRun('2')]) : asMap(ids.map(aRun))),
      () => Promise.resolve(queued),
    );
    await reads('1', '2');
    expect(await reads('1', '2')).toEqual(['https://queued/1', 'https://list/2']);
  });

  it('that cannot be asked yet has each read alone, and is asked again', async () => {
    const { asked, reads } = scene((ids, _, place) => (place === 1 ? undefined : asMap(ids.map(aRun))));
    expect(await reads('1', '2')).toEqual(['https://alone/1', 'https://alone/2']);
    expect(await reads('1', '2')).toEqual(['https://list/1', 'https://list/2']);
    expect(asked).toEqual(['list 1,2 of ', 'one 1', 'one 2', 'list 1,2 of 1,2']);
  });

  it('that has none of the runs is not asked again', async () => {
    const { asked, reads } = scene(() => asMap([]));
    await reads('1', '2');
    expect(await reads('1', '2')).toEqual(['https://alone/1', 'https://alone/2']);
    expect(asked).toEqual(['list 1,2 of ', 'one 1', 'one 2', 'one 1', 'one 2']);
  });

  it('leaves the failure of a read alone to its own run', async () => {
    const { reads } = scene(
      () => asMap([aRun('1')]),
      () => Promise.reject(failure('not-found')),
    );
    expect(await reads('1', '2')).toEqual(['https://list/1', 'not-found']);
  });
});

describe('a list that fails', () => {
  const ALONE = ['https://alone/1', 'https://alone/2'];
  const listsOf = (asked: readonly string[]): number => asked.filter((line) => line.startsWith('list')).length;

  it.each<CloudErrorCode>(['rejected', 'forbidden', 'not-found', 'removed', 'redirected', 'too-large'])(
    'as %s has each run read alone, and is not asked again',
    async (code) => {
      const { asked, clock, reads } = scene(() => failure(code));
      expect(await reads('1', '2')).toEqual(ALONE);
      clock.advance(3_600_000);
      expect(await reads('1', '2')).toEqual(ALONE);
      expect(listsOf(asked)).toBe(1);
    },
  );

  it.each<CloudErrorCode>(['malformed', 'unavailable', 'interrupted', 'late'])(
    'as %s has each run read alone, after two times in a row at once for a minute',
    async (code) => {
      const { asked, clock, reads } = scene(() => failure(code));
      for (let times = 1; times <= 2; times++) {
        expect(await reads('1', '2')).toEqual(ALONE);
        expect(listsOf(asked)).toBe(times);
      }
      clock.advance(60_000 - 26);
      expect(await reads('1', '2')).toEqual(ALONE);
      expect(listsOf(asked)).toBe(2);
      clock.advance(1);
      expect(await reads('1', '2')).toEqual(ALONE);
      expect(listsOf(asked)).toBe(3);
    },
  );

  it('is asked again at once where it succeeded in between', async () => {
    const { asked, reads } = scene((ids, _, place) => (place % 2 === 1 ? failure('late') : asMap(ids.map(aRun))));
    for (let times = 0; times < 5; times++) await reads('1', '2');
    expect(listsOf(asked)).toBe(5);
  });

  it.each<CloudErrorCode>([
    'unauthorized',
    'rate-limited',
    'misconfigured',
    'unreachable',
    'wrong-run',
    'start-uncertain',
  ])('as %s fails each read: no other request would change it', async (code) => {
    const { asked, reads } = scene(() => failure(code));
    for (let times = 0; times < 3; times++) expect(await reads('1', '2')).toEqual([code, code]);
    expect(asked).toEqual(['list 1,2 of ', 'list 1,2 of ', 'list 1,2 of ']);
  });

  it('by a fault of our own fails each read with it', async () => {
    const { asked, reads } = scene(() => new TypeError('x is undefined'));
    expect(await reads('1', '2')).toEqual(['TypeError: x is undefined', 'TypeError: x is undefined']);
    expect(asked).toHaveLength(1);
  });
});

describe('a cancelled read', () => {
  const reason = new Error('cancelled');

  it('ends at once, and is not asked for', async () => {
    const [{ asked, clock, read }, controller] = [scene(), new AbortController()];
    const [ended, other, third] = [read('1', controller.signal), read('2', calm), read('3', calm)];
    controller.abort(reason);
    await expect(ended).rejects.toBe(reason);
    clock.advance(25);
    expect(await Promise.all([other, third])).toEqual([aRun('2'), aRun('3')]);
    expect(asked).toEqual(['list 2,3 of ']);
  });

  it('ends at once where it was cancelled before, and nothing is asked', async () => {
    const { asked, clock, read } = scene();
    await expect(read('1', AbortSignal.abort(reason))).rejects.toBe(reason);
    clock.advance(25);
    await turn();
    expect(asked).toEqual([]);
  });

  it('leaves the request to the other reads; once all are cancelled, the request is too', async () => {
    const { clock, lists, read } = scene((_, signal) => untilAborted(signal));
    const [one, two] = [new AbortController(), new AbortController()];
    const both = [read('1', one.signal), read('2', two.signal)] as const;
    clock.advance(25);
    one.abort(reason);
    await expect(both[0]).rejects.toBe(reason);
    expect(lists[0]?.aborted).toBe(false);
    two.abort(new Error('too late'));
    await expect(both[1]).rejects.toThrow('too late');
    expect([lists[0]?.aborted, lists[0]?.reason]).toEqual([true, reason]);
  });

  it('is no failure of the list: later reads go together', async () => {
    const { asked, clock, read, reads } = scene((ids, signal, place) =>
      place <= 2 ? untilAborted(signal) : asMap(ids.map(aRun)),
    );
    for (let times = 0; times < 2; times++) {
      const controller = new AbortController();
      const both = ['1', '2'].map((id) => read(id, controller.signal));
      clock.advance(25);
      controller.abort(reason);
      for (const one of both) await expect(one).rejects.toBe(reason);
      await turn();
    }
    expect(await reads('1', '2')).toEqual(['https://list/1', 'https://list/2']);
    expect(asked).toHaveLength(3);
  });

  it('asks for nothing where it was the only one, whatever other runs are pending', async () => {
    const { asked, clock, read, reads } = scene();
    await reads('1', '2');
    clock.advance(5000);
    await expect(read('1', AbortSignal.abort(reason))).rejects.toBe(reason);
    clock.advance(25);
    await turn();
    expect(asked).toEqual(['list 1,2 of ']);
  });

  it.each<readonly [string, ListAnswer]>([
    ['is answered', asMap([aRun('1'), aRun('2')])],
    ['fails', failure('unreachable')],
  ])('leaves nothing on its signal once it %s', async (_, listed) => {
    const { clock, read } = scene(() => listed);
    const { signal } = new AbortController();
    const both = Promise.allSettled([read('1', signal), read('2', signal)]);
    expect(getEventListeners(signal, 'abort')).toHaveLength(2);
    clock.advance(25);
    await both;
    await turn();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  /** Ends as a request does: with the reason of its signal. */
  function untilAborted(signal: AbortSignal): Promise<Error> {
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        resolve(signal.reason as Error);
      });
    });
  }
});
