/** Requests that the verdict does not need: a few tries, a smaller page where one is too large, and never an exception. */
import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { bestEffortGet } from '../../../../src/cloud/http/best-effort.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';

const { signal } = new AbortController();
const Page = v.object({ size: v.number() });

describe('a best-effort request', () => {
  it('is marked as one, and tried again where that can help', async () => {
    const ports = scriptedPorts((_, place) => (place < 3 ? { code: 'unavailable' } : { json: { size: 1 } }));
    const failures: string[] = [];
    const ask = bestEffortGet(ports);
    expect(await ask('/x?a=b', Page, { signal, onFailure: (one) => failures.push(one) })).toEqual({ size: 1 });
    expect(ports.sent).toHaveLength(3);
    expect(ports.sent.every(({ bestEffort }) => bestEffort === true)).toBe(true);
    expect(failures).toEqual([]);
  });

  it('for a page is sent for the smaller one where the page is too large', async () => {
    const ports = scriptedPorts(({ path }) => (path === '/x?20' ? { json: { size: 20 } } : { code: 'too-large' }));
    const ask = bestEffortGet(ports);
    const onFailure = (): void => undefined;
    expect(await ask('/x?100', Page, { signal, onFailure, smallerPage: '/x?20' })).toEqual({ size: 20 });
    expect(ports.sent.map(({ path, maxBytes }) => `${path} ${maxBytes}`)).toEqual(['/x?100 3145728', '/x?20 3145728']);
  });

  it('that is too large is reported once, without advice', async () => {
    const ports = scriptedPorts(() => ({ code: 'too-large' }));
    const failures: string[] = [];
    const ask = bestEffortGet(ports);
    expect(await ask('/x', Page, { signal, onFailure: (one) => failures.push(one) })).toBeUndefined();
    expect(failures).toEqual(['GET /x: too-large.']);
  });
});
