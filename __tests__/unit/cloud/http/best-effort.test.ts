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

  it('ends after three tries, and after one where an error is likely to stay', async () => {
    for (const [code, tries] of [
      ['unavailable', 3],
      ['unreachable', 3],
      ['misconfigured', 1],
      ['forbidden', 1],
    ] as const) {
      const ports = scriptedPorts(() => ({ code }));
      const failures: string[] = [];
      const asked = bestEffortGet(ports)('/x', Page, { signal, onFailure: (one) => failures.push(one) });
      expect([code, await asked, ports.sent.length, failures.length]).toEqual([code, undefined, tries, 1]);
    }
  });

  it('waits five seconds at most, whatever the service asks for', async () => {
    const ports = scriptedPorts((_, place) =>
      place === 1 ? { code: 'unavailable', retryAfterMs: 3_600_000 } : { json: { size: 1 } },
    );
    const fromMs = ports.clock.now();
    expect(await bestEffortGet(ports)('/x', Page, { signal, onFailure: () => undefined })).toEqual({ size: 1 });
    expect(ports.clock.now() - fromMs).toBe(5000);
  });

  it('has ten seconds for each try, and says so by the path alone', async () => {
    const ports = scriptedPorts(() => ({ json: {} }));
    const send: typeof ports.http.send = (_, within) =>
      new Promise((_done, fail) => {
        within.addEventListener('abort', () => {
          fail(within.reason as Error);
        });
      });
    const silent = { ...ports, http: { ...ports.http, send } };
    const failures: string[] = [];
    const fromMs = ports.clock.now();
    await bestEffortGet(silent)('/x?secret=1', Page, { signal, onFailure: (one) => failures.push(one) });
    expect(failures).toEqual(['GET /x: no complete response within 10 s.']);
    expect(ports.clock.now() - fromMs).toBeGreaterThanOrEqual(30_000);
  });

  it('has the headers of its API, and no bound of its own unless it is for a page', async () => {
    const ports = scriptedPorts(() => ({ json: { size: 1 } }));
    const onFailure = (): void => undefined;
    await bestEffortGet({ ...ports, headers: { 'x-stack-id': '7' } })('/x', Page, { signal, onFailure });
    await bestEffortGet(ports)('/x', Page, { signal, onFailure });
    expect(ports.sent).toEqual([
      { method: 'GET', path: '/x', bestEffort: true, headers: { 'x-stack-id': '7' } },
      { method: 'GET', path: '/x', bestEffort: true },
    ]);
  });

  it('for a page is not sent for a smaller one for another reason, nor twice for the smaller one', async () => {
    const onFailure = (): void => undefined;
    const refused = scriptedPorts(() => ({ code: 'forbidden' }));
    await bestEffortGet(refused)('/x?100', Page, { signal, onFailure, smallerPage: '/x?20' });
    expect(refused.sent.map(({ path }) => path)).toEqual(['/x?100']);
    const large = scriptedPorts(() => ({ code: 'too-large' }));
    await bestEffortGet(large)('/x?100', Page, { signal, onFailure, smallerPage: '/x?20' });
    expect(large.sent.map(({ path }) => path)).toEqual(['/x?100', '/x?20']);
  });

  it('stays with the smaller page once it needed it', async () => {
    const ports = scriptedPorts(({ path }, place) => {
      if (path === '/x?100') return { code: 'too-large' };
      return place < 4 ? { code: 'unavailable' } : { json: { size: 20 } };
    });
    const asking = { signal, onFailure: (): void => undefined, smallerPage: '/x?20' };
    expect(await bestEffortGet(ports)('/x?100', Page, asking)).toEqual({ size: 20 });
    expect(ports.sent.map(({ path }) => path)).toEqual(['/x?100', '/x?20', '/x?20', '/x?20']);
  });

  it('of another shape is a failure that names the field', async () => {
    const failures: string[] = [];
    const ports = scriptedPorts(() => ({ json: { size: 'large' } }));
    await bestEffortGet(ports)('/x', Page, { signal, onFailure: (one) => failures.push(one) });
    expect(failures).toEqual([expect.stringMatching(/^GET \/x: size: .*"large"/u)]);
  });

  it('that is cancelled is a failure, and no exception', async () => {
    const failures: string[] = [];
    const ports = scriptedPorts(() => ({ json: { size: 1 } }));
    const asking = {
      signal: AbortSignal.abort(new Error('cancelled')),
      onFailure: (one: string) => failures.push(one),
    };
    expect(await bestEffortGet(ports)('/x', Page, asking)).toBeUndefined();
    expect([failures, ports.sent]).toEqual([['cancelled'], []]);
  });

  it.each(['Check it.', 'Check it.\nTwice. And again!', 'x'])(
    'that fails is reported without its advice: %j',
    async (advice) => {
      const failures: string[] = [];
      const ports = scriptedPorts(() => ({ code: 'forbidden', advice }));
      await bestEffortGet(ports)('/v4/x.y', Page, { signal, onFailure: (one) => failures.push(one) });
      expect(failures).toEqual(['GET /v4/x.y: forbidden.']);
    },
  );
});
