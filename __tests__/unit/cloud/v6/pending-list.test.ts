/** Several runs of v6 by one list: since when it is asked for, how far it is read, and when it is not worth it. */
import { describe, expect, it } from '@jest/globals';
import { pendingList } from '../../../../src/cloud/v6/pending-list.ts';
import type { ApiRequest } from '../../../../src/cloud/http/http.ts';
import { aPendingRun } from '../../../support/a-run.ts';
import type { Scripted, ScriptedPorts } from '../../../support/scripted-http.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';

const { signal } = new AbortController();
const CREATED_MS = Date.parse('2026-11-23T10:00:05Z');
const pageOf = (runId: string): string => `https://acme.grafana.net/a/k6-app/runs/${runId}`;
const running = (id: number): object => ({ id, status: 'running' });
const runs = (from: number, to: number): object[] =>
  Array.from({ length: to - from + 1 }, (_, place) => running(from + place));
const path = (skip: number, since = '2026-11-23T10:00:04.000Z'): string =>
  `/cloud/v6/test_runs?created_after=${since}&$top=100&$skip=${skip}`;
const skipOf = (asked: ApiRequest): number => Number(/skip=(\d+)/u.exec(asked.path)?.[1]);
const pathsOf = ({ sent }: ScriptedPorts): readonly string[] => sent.map((asked) => asked.path);

async function list(
  runIds: readonly string[],
  script: (asked: ApiRequest) => Scripted,
  createdMs: readonly (number | undefined)[] = [CREATED_MS],
) {
  const ports = scriptedPorts(script);
  const pending = createdMs.map((created) => aPendingRun({ createdMs: created }));
  const outcome: unknown = await pendingList(ports.http.send, pageOf)
    .list(runIds, pending, signal)
    .then((found) => (found === undefined ? undefined : [...found.keys()]))
    .catch((error: unknown) => error);
  return { outcome, ports };
}

describe('the list of pending runs', () => {
  it('is worth its page from ten runs on', () => {
    expect(pendingList(scriptedPorts(() => ({ json: {} })).http.send, pageOf).fewest).toBe(10);
  });

  it('is one request where the first page has all runs, those of other people left out', async () => {
    const value = [running(9), running(7), running(8)];
    const { outcome, ports } = await list(['7', '8'], () => ({ json: { value, '@nextLink': 'https://api.k6.io/x' } }));
    expect(outcome).toEqual(['7', '8']);
    expect(ports.sent).toEqual([{ method: 'GET', path: path(0), maxBytes: 3 * 1024 * 1024 }]);
  });

  it('shows each run with its page for people', async () => {
    const ports = scriptedPorts(() => ({ json: { value: [running(7)] } }));
    const found = await pendingList(ports.http.send, pageOf).list(['7'], [aPendingRun({})], signal);
    expect(found?.get('7')).toMatchObject({ id: '7', phase: 'running', url: pageOf('7') });
  });

  it('begins a second before the oldest of the runs was created, dates that are not known left out', async () => {
    const { ports } = await list(['7'], () => ({ json: { value: [running(7)] } }), [
      CREATED_MS + 60_000,
      undefined,
      CREATED_MS,
      CREATED_MS + 1,
    ]);
    expect(pathsOf(ports)).toEqual([path(0)]);
  });

  it.each([[[]], [[undefined]]])('is not asked for without a date: it would be all runs there are', async (created) => {
    const { outcome, ports } = await list(['7'], () => ({ json: { value: [running(7)] } }), created);
    expect([outcome, ports.sent]).toEqual([undefined, []]);
  });

  it('goes on where a page is full', async () => {
    const { outcome, ports } = await list(['7', '300'], (asked) => ({
      json: { value: skipOf(asked) === 0 ? runs(1, 100) : [running(300)] },
    }));
    expect(outcome).toEqual(['7', '300']);
    expect(pathsOf(ports)).toEqual([path(0), path(100)]);
  });

  it('goes on after a smaller page that names a next one, from where that page ends', async () => {
    const { outcome, ports } = await list(['7', '300'], (asked) => ({
      json: { value: skipOf(asked) === 0 ? runs(1, 20) : [running(300)], '@nextLink': 'https://api.k6.io/x' },
    }));
    expect(outcome).toEqual(['7', '300']);
    expect(pathsOf(ports)).toEqual([path(0), path(20)]);
  });

  it.each<readonly [string, Scripted]>([
    ['a page that is not full', { json: { value: runs(1, 99) } }],
    ['an empty page, whatever comes next', { json: { value: [], '@nextLink': 'https://api.k6.io/x' } }],
  ])('ends with %s, though a run is missing', async (_, answer) => {
    const { outcome, ports } = await list(['7', '300'], () => answer);
    expect(outcome).toEqual('json' in answer && JSON.stringify(answer.json).includes('"id":7') ? ['7'] : []);
    expect(pathsOf(ports)).toEqual([path(0)]);
  });

  it('is given up after three pages', async () => {
    const { outcome, ports } = await list(['999'], (asked) => ({ json: { value: runs(1, 100), skip: skipOf(asked) } }));
    expect(outcome).toMatchObject({
      code: 'too-large',
      message: 'GET /cloud/v6/test_runs: more than 3 pages of runs since 2026-11-23T10:00:04.000Z.',
    });
    expect(pathsOf(ports)).toEqual([path(0), path(100), path(200)]);
  });

  it('leaves out what cannot be read, and fails where it is no list', async () => {
    const { outcome } = await list(['7', '8'], () => ({ json: { value: [null, { id: 8 }, running(7)] } }));
    expect(outcome).toEqual(['7']);
    expect((await list(['7'], () => ({ json: {} }))).outcome).toMatchObject({ code: 'malformed' });
    expect((await list(['7'], () => ({ code: 'forbidden' }))).outcome).toMatchObject({ code: 'forbidden' });
  });
});
