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
    const { ids, complete } = await runIdsOf(ports.http, '1201', signal);
    return { requests: ports.sent.length, ids: [...ids].map(Number), complete };
  };

  it('are its first page where it is in falling order: two requests', async () => {
    expect(await newest(listOf(DOWN))).toEqual({ requests: 2, ids: DOWN.slice(0, PAGE), complete: false });
  });

  it('are its last page where it is in rising order: two requests', async () => {
    const up = [...DOWN].reverse();
    expect(await newest(listOf(up))).toEqual({ requests: 2, ids: up.slice(4900), complete: false });
  });

  it.each<readonly [string, readonly number[]]>([
    ['in no order', [...DOWN.slice(0, 50), ...DOWN.slice(50).reverse()]],
    ['with its newest run at the end of a falling order', [...DOWN, 10_001]],
    ['with its newest run at the start of a rising order', [10_001, ...[...DOWN].reverse()]],
    ['with one run twice', [...DOWN.slice(0, 10), ...DOWN.slice(9)]],
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
    expect(endless).toMatchObject({ requests: 50, complete: false });
  });

  it('are requested in the order of another field, or of none, where the service refuses the first', async () => {
    const refusing = (asked: ApiRequest): Scripted =>
      asked.path.includes('order_by') ? { code: 'rejected', status: 400 } : listOf(DOWN.slice(0, 20))(asked);
    expect(await newest(refusing)).toMatchObject({ requests: 4, complete: true });
  });
});
