/** The connection of either API and who is behind it, on real sockets to an emulated cloud; the clock is the test's. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import type { AdapterPorts } from '../../../src/cloud/cloud.ts';
import { connect } from '../../../src/cloud/connect.ts';
import { connectStopper } from '../../../src/cloud/connect-stopper.ts';
import type { Api, ConnectionSettings } from '../../../src/cloud/connection.ts';
import { openConnection } from '../../../src/cloud/connection.ts';
import { neverEnding } from '../../../src/emulator/machine/scenarios.ts';
import type { ServedCloud } from '../../support/k6-cloud.ts';
import { k6Cloud, TEST_ID, TOKEN } from '../../support/k6-cloud.ts';
import type { ManualClock } from '../../support/manual-clock.ts';
import { manualClock } from '../../support/manual-clock.ts';

const calm = new AbortController().signal;
const V2: Api = { kind: 'v2' };
const V6: Api = { kind: 'v6', stack: { kind: 'id', id: '871234' } };
const pathOf = (api: Api, runId: string): string =>
  api.kind === 'v2' ? `/loadtests/v2/runs/${runId}` : `/cloud/v6/test_runs/${runId}`;

const endings: (() => void)[] = [];
afterEach(() => {
  endings.splice(0).forEach((end) => {
    end();
  });
});

interface Stage {
  readonly served: ServedCloud;
  readonly runIds: readonly string[];
  readonly settings: ConnectionSettings;
  readonly clock: ManualClock;
  readonly debugLines: readonly string[];
}

/** A cloud with runs that go on, and what a connection to it needs. */
async function stage(api: Api, runs = 1): Promise<Stage> {
  const served = await k6Cloud([neverEnding()], { advance: { by: 'clock' } });
  const runIds = Array.from({ length: runs }, () => String(served.cloud.seed(TEST_ID, { at: 'start' }).id));
  const [clock, debugLines]: [ManualClock, string[]] = [manualClock(), []];
  const settings: ConnectionSettings = {
    api,
    apiUrl: new URL(served.url),
    token: TOKEN,
    redact: (text) => text.replaceAll(TOKEN, '***'),
    requestMs: 20_000,
    outageMs: 10_000,
    clock,
    random: () => 0.5,
    onDebug: (line) => debugLines.push(line),
    onNotice: () => undefined,
  };
  return { served, runIds, settings, clock, debugLines };
}

/** A connection to a run that goes on, and a request for it. */
async function opened(
  api: Api,
): Promise<Stage & { readonly ports: AdapterPorts; readonly get: { readonly method: 'GET'; readonly path: string } }> {
  const set = await stage(api);
  const ports = openConnection(set.settings);
  endings.push(ports.http.close);
  return { ...set, ports, get: { method: 'GET', path: pathOf(api, set.runIds[0] ?? '') } };
}

const headersOf = ({ cloud }: ServedCloud): Readonly<Record<string, string>> => cloud.log.requests()[0]?.headers ?? {};

describe('a connection', () => {
  it.each([
    [V2, 'Token (right)'],
    [V6, 'Bearer (right)'],
  ])('to %j sends the token as that API takes it, and the name of this action', async (api, authorization) => {
    const { served, ports, get } = await opened(api);
    await ports.http.send({ ...get, headers: { 'x-stack-id': '871234' } }, calm);
    expect(headersOf(served)).toMatchObject({
      authorization,
      'user-agent': expect.stringMatching(/^k6-cloud-gate/u),
    });
  });

  it('sends nothing before it is used, and hands on what else the adapters need', async () => {
    const { served, ports, settings } = await opened(V2);
    expect(served.requests()).toEqual([]);
    expect([ports.clock, ports.random, ports.outageMs, ports.onNotice]).toEqual([
      settings.clock,
      settings.random,
      settings.outageMs,
      settings.onNotice,
    ]);
  });

  it('tells the debug log of each request, with whole milliseconds and without the token', async () => {
    const { clock, ports, get, debugLines } = await opened(V2);
    const sent = ports.http.send({ ...get, path: `${get.path}?$select=id` }, calm);
    clock.advance(12.6);
    await sent;
    expect(debugLines).toEqual([`GET ${get.path}?$select=id -> 200, 13 ms`]);
  });

  it.each([
    [V2, 401, 'Check that `token` is a valid k6 Cloud API token (Performance > Settings > Access).'],
    [V2, 410, 'The legacy API may have been removed: set `stack` to use the current one.'],
    [V6, 410, 'No such API answers there: check `api-url`.'],
    [V6, 404, 'Check the id, and that `stack` is the stack that holds it.'],
  ])('to %j has the advice of that API on a %d', async (api, status, advice) => {
    const { served, ports, get } = await opened(api);
    served.faults.add({ on: { path: /./u }, fault: { kind: 'status', status } });
    await expect(ports.http.send(get, calm)).rejects.toThrow(advice);
  });

  it('sends twenty requests at once, then one each 50 ms, and a stop at any time', async () => {
    const { served, clock, ports, get } = await opened(V2);
    await Promise.all(Array.from({ length: 20 }, () => ports.http.send(get, calm)));
    let isSent = false;
    const next = ports.http.send(get, calm).then(() => {
      isSent = true;
    });
    await ports.http.send({ ...get, urgent: true }, calm);
    clock.advance(49);
    await turn();
    expect([served.requests().length, isSent]).toEqual([21, false]);
    clock.advance(1);
    await next;
    expect(served.requests()).toHaveLength(22);
  });

  it('holds back what no verdict needs after a 429, and nothing else', async () => {
    const { served, clock, ports, get } = await opened(V2);
    served.faults.add({ on: { path: /./u }, fault: { kind: 'status', status: 429, retryAfter: 7 } });
    await expect(ports.http.send(get, calm)).rejects.toMatchObject({ code: 'rate-limited', retryAfterMs: 7000 });
    const decoration = ports.http.send({ ...get, bestEffort: true }, calm);
    await ports.http.send(get, calm);
    clock.advance(6999);
    await turn();
    expect(served.requests()).toHaveLength(2);
    clock.advance(1);
    await decoration;
    expect(served.requests()).toHaveLength(3);
  });
});

describe('a cloud', () => {
  /** Two reads that are due at once, and the paths of their requests. */
  async function twoReads(api: Api, several: boolean): Promise<readonly string[]> {
    const { served, settings, runIds, clock } = await stage(api, 2);
    const cloud = connect({ ...settings, several, uuid: () => 'a-key' });
    endings.push(cloud.close);
    const reads = runIds.map((runId) => cloud.read(runId, calm));
    clock.advance(25);
    expect((await Promise.all(reads)).map(({ id }) => id)).toEqual(runIds);
    return served.cloud.log.requests().map(({ path }) => path.replace(/\d{3,}$/u, 'N'));
  }

  it.each([
    [V2, false, ['/loadtests/v2/runs/N', '/loadtests/v2/runs/N']],
    [V2, true, ['/loadtests/v2/runs']],
    [V6, false, ['/cloud/v6/test_runs/N', '/cloud/v6/test_runs/N']],
    [V6, true, ['/cloud/v6/test_runs/N', '/cloud/v6/test_runs/N']],
  ])('of %j reads two runs (several: %s) with these requests: %j', async (api, several, paths) => {
    expect(await twoReads(api, several)).toEqual(paths);
  });

  it('of v2 has no notes and marks by its own name', async () => {
    const { settings } = await stage(V2);
    const cloud = connect({ ...settings, several: false, uuid: () => 'a-key' });
    endings.push(cloud.close);
    expect([cloud.apiName, cloud.notes]).toEqual(['legacy API', undefined]);
    expect(JSON.parse((await cloud.prepare(String(TEST_ID), calm)).notes)).not.toHaveProperty('key');
  });

  it('of v6 names the stack, and makes one key for a start', async () => {
    const { served, settings } = await stage(V6);
    const cloud = connect({ ...settings, several: false, uuid: () => 'a-key' });
    endings.push(cloud.close);
    expect(cloud.apiName).toBe('v6 API');
    expect(JSON.parse((await cloud.prepare(String(TEST_ID), calm)).notes)).toMatchObject({ key: 'a-key' });
    expect(headersOf(served)).toMatchObject({ 'x-stack-id': '871234' });
  });
});

describe('the stopper that post gets', () => {
  it.each([
    [V2, ['close', 'find', 'read', 'secondRuns', 'stop']],
    [V6, ['close', 'find', 'notes', 'read', 'secondRuns', 'stop']],
  ])('of %j can start nothing: %j', async (api, calls) => {
    const { settings, runIds, served } = await stage(api);
    const stopper = connectStopper(settings);
    endings.push(stopper.close);
    expect(Object.keys(stopper).sort()).toEqual(calls);
    expect(served.requests()).toEqual([]);
    const [runId = ''] = runIds;
    expect(await stopper.read(runId, calm)).toMatchObject({ id: runId, testId: String(TEST_ID) });
    expect(served.cloud.log.requests()[0]?.path).toBe(pathOf(api, runId));
  });
});
