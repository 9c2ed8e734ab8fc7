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
    expect((await runIdsOf(ports.http, '1201', signal)).size).toBe(12);
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
