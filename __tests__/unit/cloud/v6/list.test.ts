/** The list of runs on v6: a page that is too large is requested in smaller ones. */
import { describe, expect, it } from '@jest/globals';
import type { ApiRequest } from '../../../../src/cloud/http/http.ts';
import { newestRuns } from '../../../../src/cloud/v6/list.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';

const { signal } = new AbortController();
const RUNS = {
  value: [
    { id: 2, created: '2026-11-23T10:00:00Z' },
    { id: 1, created: '2026-11-23T09:00:00Z' },
  ],
};

function topOf({ path }: ApiRequest): number {
  return Number(/top=(?<top>\d+)/u.exec(path)?.groups?.['top']);
}

describe('the newest runs', () => {
  it.each([
    [20, [20]],
    [5, [20, 5]],
    [1, [20, 5, 1]],
  ])('are read in pages of %i where larger ones are too large', async (most, sizes) => {
    const ports = scriptedPorts((asked) => (topOf(asked) > most ? { code: 'too-large' } : { json: RUNS }));
    const { runs } = await newestRuns(ports.http.send, '1201', () => true, signal);
    expect(runs.map(({ id }) => id)).toEqual(['2', '1']);
    expect(ports.sent.map(topOf)).toEqual(sizes);
    expect(ports.sent[0]?.maxBytes).toBe(3 * 1024 * 1024);
  });

  it('are not known where the smallest page is too large', async () => {
    const ports = scriptedPorts(() => ({ code: 'too-large' }));
    await expect(newestRuns(ports.http.send, '1201', () => true, signal)).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('the pages of a list', () => {
  const LIST = '/cloud/v6/load_tests/1201/test_runs';
  const NEXT = `https://api.k6.io${LIST}?$skip=`;
  const at = (second: number): string => `2026-11-23T10:00:${String(second).padStart(2, '0')}Z`;
  const run = (second: number): object => ({ id: second, created: at(second) });
  /** Reads the pages one after the other, each naming the next; `oldId`: the run from which on no more is of interest. */
  const read = async (pages: readonly (readonly object[])[], oldId = '0') => {
    const asked: string[] = [];
    const ports = scriptedPorts((_, place) => ({
      json: { value: pages[place - 1], ...(place < pages.length ? { '@nextLink': `${NEXT}${place}` } : {}) },
    }));
    const enough = ({ id }: { readonly id: string }): boolean => {
      asked.push(id);
      return Number(id) <= Number(oldId);
    };
    const { runs, coverage } = await newestRuns(ports.http.send, '1201', enough, signal);
    return { ids: runs.map(({ id }) => id), paths: ports.sent.map(({ path }) => path), asked, coverage };
  };
  const FIRST = `${LIST}?$orderby=created%20desc&$top=20`;

  it('are read until the oldest run of one is old enough', async () => {
    const { ids, paths, asked } = await read([[run(9), run(8)], [run(7), run(6)], [run(5)]], '6');
    expect(ids).toEqual(['9', '8', '7', '6']);
    expect(paths).toEqual([FIRST, `${LIST}?$skip=1`]);
    expect(asked).toEqual(['8', '6']);
  });

  it('are all read where none is, a run that is on two of them once', async () => {
    const { ids, paths } = await read([[run(9), run(8)], [run(8), run(7)], [run(6)]]);
    expect(ids).toEqual(['9', '8', '7', '6']);
    expect(paths).toHaveLength(3);
  });

  it.each<readonly [string, readonly object[]]>([
    ['rising', [run(8), run(9)]],
    ['mixed', [run(9), run(6), run(7)]],
    ['without the last date', [run(9), { id: 8 }]],
    ['without the first date', [{ id: 9 }, run(8)]],
    ['of one run without a date', [{ id: 9 }]],
  ])('in an order that is %s cannot tell that older runs do not matter', async (_, first) => {
    const { paths, asked } = await read([first, [run(5)], [run(4)]], '99');
    expect(paths).toHaveLength(2);
    expect(asked).toEqual(['5']);
  });

  it('may hold runs that were created at one instant', async () => {
    const { paths } = await read([[run(9), { id: 8, created: at(9) }], [run(5)]], '8');
    expect(paths).toHaveLength(1);
  });

  it('go on behind one that is empty, as the link says, and end with one that shows nothing new', async () => {
    expect(await read([[run(9)], [], [run(8)]])).toMatchObject({ ids: ['9', '8'], coverage: 'all' });
    expect(await read([[], [run(9)]])).toMatchObject({ ids: ['9'], coverage: 'all' });
    const repeating = await read([[run(9)], [run(9)], [run(8)]]);
    expect(repeating).toMatchObject({ ids: ['9'], coverage: 'some' });
    expect(repeating.paths).toHaveLength(2);
  });

  it.each<readonly [string, readonly (readonly object[])[], string]>([
    ['all runs where there is no other page', [[run(9), run(8)]], 'all'],
    ['all runs where the last page shows nothing new', [[run(9)], [run(9)]], 'all'],
    ['none where the test has none', [[]], 'all'],
    ['the newest where older ones do not matter', [[run(9)], [run(8)], [run(7)]], 'newest'],
  ])('hold %s', async (_, pages, coverage) => {
    expect((await read(pages, '8')).coverage).toBe(coverage);
  });

  it('end after fifty', async () => {
    const pages = Array.from({ length: 60 }, (_, place) => [{ id: place + 1 }]);
    const { ids, paths, coverage } = await read(pages);
    expect([ids.length, paths.length, coverage]).toEqual([50, 50, 'some']);
  });

  it('hold runs with their times', async () => {
    const ended = { ended: at(50), execution_duration: 30, estimated_duration: 20 };
    const status_history = [{ type: 'running', entered: at(15) }];
    const ports = scriptedPorts(() => ({ json: { value: [{ ...run(9), ...ended, status_history }, { id: 8 }] } }));
    const none = { startedMs: undefined, endedMs: undefined, executedMs: undefined, plannedMs: undefined };
    expect((await newestRuns(ports.http.send, '1201', () => true, signal)).runs).toEqual([
      {
        id: '9',
        createdMs: Date.parse(at(9)),
        times: {
          startedMs: Date.parse(at(15)),
          endedMs: Date.parse(at(50)),
          executedMs: 30_000,
          plannedMs: 20_000,
        },
      },
      { id: '8', createdMs: undefined, times: none },
    ]);
  });

  it('are not believed without end: a run that is left out would look new later', async () => {
    const many = Array.from({ length: 5001 }, (_, place) => ({ id: place + 1 }));
    await expect(read([many])).rejects.toMatchObject({ code: 'malformed' });
    expect((await read([many.slice(1)])).ids).toHaveLength(5000);
  });

  it('end with the error of the service', async () => {
    const ports = scriptedPorts(() => ({ code: 'forbidden', status: 403 }));
    await expect(newestRuns(ports.http.send, '1201', () => true, signal)).rejects.toMatchObject({ code: 'forbidden' });
    expect(ports.sent).toHaveLength(1);
  });

  it('are not followed out of the list, in words that name no other host', async () => {
    const ports = scriptedPorts(() => ({
      json: { value: [run(9)], '@nextLink': 'https://elsewhere.example/cloud/v6/load_tests/1201/test_runs/7' },
    }));
    await expect(newestRuns(ports.http.send, '1201', () => false, signal)).rejects.toMatchObject({
      code: 'malformed',
      message: `GET ${LIST}: @nextLink: leads out of the list.`,
    });
  });
});
