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
    const runs = await newestRuns(ports.http.send, '1201', () => true, signal);
    expect(runs.map(({ id }) => id)).toEqual(['2', '1']);
    expect(ports.sent.map(topOf)).toEqual(sizes);
    expect(ports.sent[0]?.maxBytes).toBe(3 * 1024 * 1024);
  });

  it('are not known where the smallest page is too large', async () => {
    const ports = scriptedPorts(() => ({ code: 'too-large' }));
    await expect(newestRuns(ports.http.send, '1201', () => true, signal)).rejects.toMatchObject({ code: 'too-large' });
  });
});
