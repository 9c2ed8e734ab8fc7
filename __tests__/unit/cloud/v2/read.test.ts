/** The list of ids on the legacy API: a page that is too large is requested in smaller ones, and nothing is left out. */
import { describe, expect, it } from '@jest/globals';
import { runIdsOf } from '../../../../src/cloud/v2/read.ts';
import type { ApiRequest } from '../../../../src/cloud/http/http.ts';
import type { Scripted } from '../../../support/scripted-http.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';

const { signal } = new AbortController();

function sizeOf({ path }: ApiRequest): number {
  return Number(/page_size=(?<size>\d+)/u.exec(path)?.groups?.['size']);
}

/** A list of twelve runs whose pages may hold so many; `whole` is what a larger page comes to. */
function pagesUpTo(most: number): (asked: ApiRequest) => Scripted {
  return (asked) => {
    if (sizeOf(asked) > most) return { code: 'too-large' };
    const page = Number(/&page=(?<page>\d+)/u.exec(asked.path)?.groups?.['page']);
    const ids = Array.from({ length: 12 }, (_, place) => ({ id: 12 - place }));
    return { json: { 'k6-runs': ids.slice((page - 1) * sizeOf(asked), page * sizeOf(asked)) } };
  };
}

describe('the ids of all runs', () => {
  it.each([
    [100, [100, 100]],
    [20, [100, 20, 20]],
    [5, [100, 20, 5, 5, 5, 5]],
  ])('are read in pages of %i where larger ones are too large', async (most, sizes) => {
    const ports = scriptedPorts(pagesUpTo(most));
    expect((await runIdsOf(ports.http, '1201', signal)).ids.size).toBe(12);
    expect(ports.sent.map(sizeOf)).toEqual(sizes);
    expect(ports.sent[0]?.maxBytes).toBe(3 * 1024 * 1024);
  });

  it('are not known where the smallest page is too large', async () => {
    const ports = scriptedPorts(pagesUpTo(0));
    await expect(runIdsOf(ports.http, '1201', signal)).rejects.toMatchObject({ code: 'too-large' });
    expect(ports.sent.map(sizeOf)).toEqual([100, 20, 5]);
  });

  it('are not believed from a page without end: a run that is left out would look new later', async () => {
    const many = Array.from({ length: 5001 }, (_, place) => ({ id: place + 1 }));
    const ports = scriptedPorts(() => ({ json: { 'k6-runs': many } }));
    await expect(runIdsOf(ports.http, '1201', signal)).rejects.toMatchObject({ code: 'malformed' });
  });
});

describe('the newest runs of a long list', () => {
  const DOWN = Array.from({ length: 4950 }, (_, place) => 10_000 - place);
  const PAGE = 100;
  /** A list in this order, with its count. */
  const listOf =
    (order: readonly number[], counted = true) =>
    ({ path }: ApiRequest): Scripted => {
      const page = Number(/&page=(?<page>\d+)/u.exec(path)?.groups?.['page']);
      const ids = order.slice((page - 1) * PAGE, page * PAGE).map((id) => ({ id }));
      return { json: { 'k6-runs': ids, ...(counted ? { meta: { count: order.length } } : {}) } };
    };
  const newest = async (script: (asked: ApiRequest) => Scripted) => {
    const ports = scriptedPorts(script);
    const { ids, coverage } = await runIdsOf(ports.http, '1201', signal);
    return { requests: ports.sent.length, ids: [...ids].map(Number), coverage };
  };

  it('are its first page where it is in falling order: two requests', async () => {
    expect(await newest(listOf(DOWN))).toEqual({ requests: 2, ids: DOWN.slice(0, PAGE), coverage: 'newest' });
  });

  it('are its last page where it is in rising order: two requests', async () => {
    const up = [...DOWN].reverse();
    expect(await newest(listOf(up))).toEqual({ requests: 2, ids: up.slice(4900), coverage: 'newest' });
  });

  it.each<readonly [string, readonly number[]]>([
    ['in no order', [...DOWN.slice(0, 50), ...DOWN.slice(50).reverse()]],
    ['with its newest run at the end of a falling order', [...DOWN, 10_001]],
    ['with its newest run at the start of a rising order', [10_001, ...[...DOWN].reverse()]],
    ['with one run twice', [...DOWN.slice(0, 10), ...DOWN.slice(9)]],
    ['with one run twice, in rising order', [...[...DOWN, 5051].reverse()]],
  ])('are read with all others where the list is %s', async (_, order) => {
    const { requests, ids } = await newest(listOf(order));
    expect(requests).toBeGreaterThan(49);
    expect(new Set(ids)).toEqual(new Set(order));
  });

  it('are read with all others where the service does not count', async () => {
    expect((await newest(listOf(DOWN.slice(0, 250), false))).ids).toHaveLength(250);
  });

  it('are not called all runs where the pages never end', async () => {
    let id = 0;
    const endless = await newest(() => ({ json: { 'k6-runs': Array.from({ length: PAGE }, () => ({ id: ++id })) } }));
    expect(endless).toMatchObject({ requests: 50, coverage: 'some' });
  });

  it('are requested in the order of another field, or of none, where the service refuses the first', async () => {
    const refusing = (asked: ApiRequest): Scripted =>
      asked.path.includes('order_by') ? { code: 'rejected', status: 400 } : listOf(DOWN.slice(0, 20))(asked);
    expect(await newest(refusing)).toMatchObject({ requests: 4, coverage: 'all' });
  });
});

describe('the pages of a list of ids', () => {
  const pageOf = ({ path }: ApiRequest): number => Number(/&page=(?<page>\d+)/u.exec(path)?.groups?.['page']);
  const entries = (...ids: readonly number[]): object => ({ 'k6-runs': ids.map((id) => ({ id })) });
  /** Lists with these responses, by the number of the page; each page past them is empty. */
  const list = async (...pages: readonly Scripted[]) => {
    const ports = scriptedPorts((asked) => pages[pageOf(asked) - 1] ?? { json: entries() });
    const listed: unknown = await runIdsOf(ports.http, '1201', signal)
      .then(({ ids, coverage }) => ({ ids: [...ids].map(Number), coverage }))
      .catch((error: unknown) => error);
    return { listed, pages: ports.sent.map(pageOf) };
  };

  it('are one where the test has no run', async () => {
    expect(await list()).toEqual({ listed: { ids: [], coverage: 'all' }, pages: [1] });
  });

  it('are one where that has as many as there are', async () => {
    const page = { ...entries(1, 2), meta: { count: '2' } };
    expect(await list({ json: page })).toEqual({ listed: { ids: [1, 2], coverage: 'all' }, pages: [1] });
  });

  it('are read until there are as many as the first one counts, though no other counts', async () => {
    const first = { ...entries(3, 1), meta: { count: 4 } };
    expect(await list({ json: first }, { json: entries(2, 4) })).toEqual({
      listed: { ids: [3, 1, 2, 4], coverage: 'all' },
      pages: [1, 2, 2],
    });
  });

  it('are read until there are as many as the last one counts: a run may be made meanwhile', async () => {
    const meta = (count: number) => ({ meta: { count } });
    const pages = [
      { json: { ...entries(3, 1), ...meta(3) } },
      { json: { ...entries(2, 5), ...meta(5) } },
      { json: { ...entries(4), ...meta(5) } },
    ];
    expect(await list(...pages)).toEqual({
      listed: { ids: [3, 1, 2, 5, 4], coverage: 'all' },
      pages: [1, 2, 2, 3],
    });
  });

  it.each<readonly [string, readonly Scripted[], object]>([
    ['an empty one', [{ json: { ...entries(), meta: { count: 5 } } }], { ids: [], coverage: 'some' }],
    ['another that is empty', [{ json: { ...entries(9, 8), meta: { count: 3 } } }], { ids: [9, 8], coverage: 'some' }],
    [
      'another that repeats the first',
      Array.from({ length: 3 }, () => ({ json: { ...entries(8, 9), meta: { count: 6 } } })),
      { ids: [8, 9], coverage: 'some' },
    ],
    [
      'one that holds a run twice',
      [{ json: { ...entries(9, 9), meta: { count: 2 } } }],
      { ids: [9], coverage: 'some' },
    ],
    [
      'one that is longer than it says',
      [{ json: { ...entries(9, 8), meta: { count: 1 } } }],
      { ids: [9, 8], coverage: 'all' },
    ],
    ['no run, and count none', [{ json: { ...entries(), meta: { count: 0 } } }], { ids: [], coverage: 'all' }],
  ])('hold only what they show where they are %s', async (_, pages, listed) => {
    expect((await list(...pages)).listed).toEqual(listed);
  });

  it('are all read where the last one that the count promises is gone', async () => {
    const first = { ...entries(9, 8), meta: { count: 6 } };
    const { listed, pages } = await list({ json: first }, { json: entries(7, 6) }, { code: 'not-found', status: 404 });
    expect(listed).toMatchObject({ ids: [9, 8, 7, 6] });
    expect(pages).toEqual([1, 3, 2, 3]);
  });

  it.each<Scripted>([{ code: 'forbidden', status: 403 }, { code: 'unavailable', status: 503 }, { json: {} }])(
    'are no list where one of them is %j',
    async (failure) => {
      expect((await list({ json: entries(1, 2) }, failure)).listed).toBeInstanceOf(Error);
      const counted = { ...entries(1, 2), meta: { count: 4 } };
      expect((await list({ json: counted }, failure)).listed).toBeInstanceOf(Error);
    },
  );

  it('end with a fault of ours', async () => {
    const fault = new TypeError('a fault');
    const ports = scriptedPorts((asked) => {
      if (pageOf(asked) > 1) throw fault;
      return { json: entries(1, 2) };
    });
    await expect(runIdsOf(ports.http, '1201', signal)).rejects.toBe(fault);
  });

  it('are asked for with less and less that may be refused, and so are the next ones', async () => {
    const ports = scriptedPorts((asked) => {
      if (asked.path.includes('order_by=-created')) return { code: 'rejected', status: 400 };
      return { json: pageOf(asked) < 3 ? entries(pageOf(asked)) : entries() };
    });
    expect([...(await runIdsOf(ports.http, '1201', signal)).ids]).toEqual(['1', '2']);
    expect(ports.sent.map(({ path }) => path.replace('/loadtests/v2/runs?test_id=1201&page=', ''))).toEqual([
      '1&page_size=100&order_by=-created&$select=id,created,started,ended,duration',
      '1&page_size=100&order_by=-created&$select=id,created',
      '1&page_size=100&order_by=-started&$select=id,created',
      '2&page_size=100&order_by=-started&$select=id,created',
      '3&page_size=100&order_by=-started&$select=id,created',
    ]);
  });

  it('are not known where every form is refused', async () => {
    const ports = scriptedPorts(() => ({ code: 'rejected', status: 400 }));
    await expect(runIdsOf(ports.http, '1201', signal)).rejects.toMatchObject({ status: 400 });
    expect(ports.sent.map(({ path }) => path).at(-1)).toBe('/loadtests/v2/runs?test_id=1201&page=1&page_size=100');
    expect(ports.sent).toHaveLength(4);
  });
});
