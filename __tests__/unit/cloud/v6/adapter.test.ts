/** v6 as one of the two clouds: its name, and the requests behind stops, notes, marks and merged reads. */
import { describe, expect, it } from '@jest/globals';
import { v6Cloud } from '../../../../src/cloud/v6/adapter.ts';
import type { Stack } from '../../../../src/cloud/v6/stack.ts';
import { v6Session, v6Stopper } from '../../../../src/cloud/v6/stopper.ts';
import type { Scripted, ScriptedPorts } from '../../../support/scripted-http.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';
import { aPendingRun, aSettledRun } from '../../../support/a-run.ts';

const { signal } = new AbortController();
const STACK: Stack = { kind: 'id', id: '871234' };
const settings = { stack: STACK, uuid: () => 'key-1' };
const running = (id: unknown, more: object = {}): object => ({ id, status: 'running', ...more });
const HEADERS = { 'x-stack-id': '871234' };
const isList = (path: string): boolean => path.includes('/load_tests/');
const intent = { testId: '1201', notes: '{"key":"key-1","known":["1"],"coverage":"all"}' };
const stopperOf = (ports: ScriptedPorts) => v6Stopper(v6Session(ports, STACK));
const listed = (...ids: readonly number[]): Scripted => ({
  json: { value: ids.map((id) => ({ id, created: `2026-11-23T10:00:0${id}Z` })).reverse() },
});

describe('v6', () => {
  it('has its name, and runs of which the id alone is known', () => {
    const cloud = v6Cloud(
      scriptedPorts(() => ({ json: {} })),
      settings,
    );
    expect(cloud.apiName).toBe('v6 API');
    expect(cloud.unknownRun('7')).toMatchObject({ id: '7', url: 'https://app.k6.io/runs/7', seen: false });
  });

  it('names the page of a run within a stack whose address is known', () => {
    const stack: Stack = { kind: 'url', url: 'https://acme.grafana.net' };
    const cloud = v6Cloud(
      scriptedPorts(() => ({ json: {} })),
      { ...settings, stack },
    );
    expect(cloud.unknownRun('7').url).toBe('https://acme.grafana.net/a/k6-app/runs/7');
  });

  it('closes its connections', () => {
    const ports = scriptedPorts(() => ({ json: {} }));
    let closed = 0;
    const http = { ...ports.http, close: () => (closed += 1) };
    v6Cloud({ ...ports, http }, settings).close();
    expect(closed).toBe(1);
  });

  it('takes no answer about another run for the one that was asked for', async () => {
    const ports = scriptedPorts(() => ({ json: running(8) }));
    await expect(stopperOf(ports).read('7', signal)).rejects.toMatchObject({
      message: 'GET /cloud/v6/test_runs/7: the answer is about run 8, not about run 7.',
    });
  });

  it('tells of each status that it does not know once, and of no other', async () => {
    const statuses = ['running', 'finalizing', 'finalizing', 'pausing', 'finalizing', 'completed'];
    const ports = scriptedPorts((_, place) => ({ json: { id: 7, status: statuses[place - 1], result: 'passed' } }));
    const { read } = stopperOf(ports);
    for (const status of statuses) expect((await read('7', signal)).statuses.run.value).toBe(status);
    expect(ports.notices).toEqual(
      ['finalizing', 'pausing'].map(
        (status) => `Run 7 has the status ${status}, which this action does not know; it is waited for like any other.`,
      ),
    );
  });

  it('stops a run for as long as it is told to, within its stack, and reads it where the stop is refused', async () => {
    const ports = scriptedPorts(({ method }) =>
      method === 'POST' ? { code: 'rejected', status: 409 } : { json: running(7) },
    );
    const beganMs = ports.clock.now();
    await expect(stopperOf(ports).stop('7', 3000, signal)).rejects.toMatchObject({ status: 409 });
    expect(ports.clock.now() - beganMs).toBeLessThanOrEqual(3000);
    expect(ports.sent.slice(0, 2)).toEqual([
      { method: 'POST', path: '/cloud/v6/test_runs/7/abort', urgent: true, headers: HEADERS },
      { method: 'GET', path: '/cloud/v6/test_runs/7', headers: HEADERS },
    ]);
    expect(ports.sent.length).toBeGreaterThan(3);
  });

  it('finds the run of a start, also where nothing but stops is possible', async () => {
    const ports = scriptedPorts(({ path }) => (isList(path) ? listed(1, 2) : { json: running(2, { test_id: 1201 }) }));
    expect(await stopperOf(ports).find(intent, signal)).toMatchObject({ kind: 'one', run: { id: '2' } });
  });

  it('finds it without a first read, by its id alone', async () => {
    const ports = scriptedPorts(({ path }) => (isList(path) ? listed(1, 2) : { code: 'forbidden' }));
    const found = await stopperOf(ports).find(intent, signal);
    expect(found).toMatchObject({ kind: 'one', run: { id: '2', url: 'https://app.k6.io/runs/2', phase: 'created' } });
  });

  it('looks for a second run beside the one that is known', async () => {
    const ports = scriptedPorts(({ path }) => (isList(path) ? listed(1, 2, 3) : { json: running(3) }));
    const start = { intent, own: aPendingRun({ id: '2' }), doubt: { firstTryMs: 0, lastTryMs: 0 } };
    expect(await stopperOf(ports).secondRuns(start, signal)).toMatchObject({ ours: [{ id: '3' }], others: [] });
  });
});

describe('the note of a v6 run', () => {
  const PATH = '/cloud/v6/test_runs/7';
  const notesOf = (ports: ScriptedPorts, outageMs = 300_000) => stopperOf({ ...ports, outageMs }).notes;

  it.each<readonly [string, object, string]>([
    ['that people wrote', { id: 7, note: 'by hand' }, 'by hand'],
    ['that is empty', { id: 7, note: '' }, ''],
    ['that is null', { id: 7, note: null }, ''],
    ['that is absent', { id: 7 }, ''],
    ['of the greatest length', { id: 7, note: 'x'.repeat(20_000) }, 'x'.repeat(20_000)],
  ])('%s is read whole, in one request', async (_, json, note) => {
    const ports = scriptedPorts(() => ({ json }));
    expect(await notesOf(ports)?.read('7', signal)).toBe(note);
    expect(ports.sent).toEqual([{ method: 'GET', path: PATH, headers: HEADERS }]);
  });

  it.each([
    ['of another run', { id: 8, note: '' }],
    ['that is no text', { id: 7, note: 7 }],
    ['that is too long to be written back whole', { id: 7, note: 'x'.repeat(20_001) }],
  ])('is not taken for one %s', async (_, json) => {
    const ports = scriptedPorts(() => ({ json }));
    await expect(notesOf(ports)?.read('7', signal)).rejects.toMatchObject({ code: 'malformed' });
  });

  it('is written in one request', async () => {
    const ports = scriptedPorts(() => ({ json: undefined }));
    expect(await notesOf(ports)?.write('7', 'hello', signal)).toBeUndefined();
    expect(ports.sent).toEqual([{ method: 'PATCH', path: PATH, body: { note: 'hello' }, headers: HEADERS }]);
  });

  it.each([
    ['read', 300_000, 15_000, 30_000],
    ['write', 300_000, 15_000, 30_000],
    ['read', 5000, 1000, 5000],
    ['write', 5000, 1000, 5000],
  ] as const)(
    'is tried for 30 s, or for a shorter outage-timeout: %s with %i ms',
    async (what, outageMs, least, most) => {
      const ports = scriptedPorts(() => ({ code: 'unavailable', status: 503 }));
      const beganMs = ports.clock.now();
      const notes = notesOf(ports, outageMs);
      const tried: Promise<unknown> | undefined =
        what === 'read' ? notes?.read('7', signal) : notes?.write('7', '', signal);
      await expect(tried).rejects.toMatchObject({ code: 'unavailable' });
      expect(ports.clock.now() - beganMs).toBeGreaterThan(least);
      expect(ports.clock.now() - beganMs).toBeLessThanOrEqual(most);
    },
  );
});

describe('a star on a v6 run', () => {
  const star = async (answer: Scripted, outageMs = 300_000) => {
    const ports = { ...scriptedPorts(() => answer), outageMs };
    const beganMs = ports.clock.now();
    const outcome = await v6Cloud(ports, settings)
      .markAsBaseline?.('7', signal)
      .catch((error: unknown) => error);
    return { outcome, ports, tookMs: ports.clock.now() - beganMs };
  };

  it('is one request', async () => {
    const { outcome, ports } = await star({ json: undefined });
    expect(outcome).toBeUndefined();
    expect(ports.sent).toEqual([{ method: 'POST', path: '/cloud/v6/test_runs/7/star', headers: HEADERS }]);
  });

  it.each([
    [300_000, 15_000, 30_000],
    [5000, 1000, 5000],
  ])('is tried again for 30 s, or for outage-timeout if that is %i ms', async (outageMs, least, most) => {
    const { outcome, tookMs } = await star({ code: 'unavailable', status: 503 }, outageMs);
    expect(outcome).toMatchObject({ code: 'unavailable' });
    expect(tookMs).toBeGreaterThan(least);
    expect(tookMs).toBeLessThanOrEqual(most);
  });
});

describe('the thresholds of a v6 run', () => {
  it('are known by the list of them', async () => {
    const threshold = { id: 1, name: 'threshold_1', metric_id: 'm', stat: 'p(95)', value: 400, tainted: false };
    const ports = scriptedPorts(() => ({ json: { 'k6-thresholds': [{ ...threshold, calculated_value: 312 }] } }));
    const run = aSettledRun({ id: '7', thresholds: 'stated' });
    expect(await v6Cloud(ports, settings).thresholds(run, signal)).toBe('some');
    expect(ports.sent).toMatchObject([{ path: '/loadtests/v2/thresholds?test_run_id=7', headers: HEADERS }]);
  });

  it.each([
    ['none', 'none'],
    ['stated', 'unreadable'],
  ] as const)('that are %s by the script are %s where no list can be read', async (thresholds, known) => {
    const ports = scriptedPorts(() => ({ code: 'forbidden', status: 403 }));
    expect(await v6Cloud(ports, settings).thresholds(aSettledRun({ id: '7', thresholds }), signal)).toBe(known);
  });
});

describe('reads of several v6 runs', () => {
  const created = '2026-11-23T09:00:00Z';
  const script = ({ path }: { readonly path: string }): Scripted =>
    path.includes('created_after')
      ? { json: { value: Array.from({ length: 12 }, (_, place) => running(place + 1, { created })) } }
      : { json: running(Number(path.split('/').at(-1)), { created }) };
  const readAll = async (several: boolean | undefined, runs: number): Promise<readonly string[]> => {
    const ports = scriptedPorts(script);
    const cloud = v6Cloud(ports, settings, several);
    const ids = Array.from({ length: runs }, (_, place) => String(place + 1));
    await Promise.all(ids.map((id) => cloud.read(id, signal))); // none was seen before: no date to list from
    const before = ports.sent.length;
    const seen = await Promise.all(ids.map((id) => cloud.read(id, signal)));
    expect(seen.map(({ id }) => id)).toEqual(ids);
    return ports.sent.slice(before).map(({ path }) => path);
  };

  it('that are due together are one request, from ten runs on', async () => {
    expect(await readAll(true, 10)).toEqual([
      '/cloud/v6/test_runs?created_after=2026-11-23T08:59:59.000Z&$top=100&$skip=0',
    ]);
  });

  it('are one request each below that', async () => {
    expect(await readAll(true, 9)).toHaveLength(9);
  });

  it('are one request each where a step has one run', async () => {
    expect(await readAll(undefined, 10)).toHaveLength(10);
  });
});
