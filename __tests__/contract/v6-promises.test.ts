/** What v6 alone promises: the stack, the token, notes, older servers, and runs that cannot be aborted yet. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Stack } from '../../src/cloud/v6/stack.ts';
import { V6_ADVICE } from '../../src/cloud/v6/advice.ts';
import { v6Cloud } from '../../src/cloud/v6/adapter.ts';
import { neverEnding, passed, unknownPhase } from '../../src/emulator/machine/scenarios.ts';
import type { Adapter } from './adapters.ts';
import { ADAPTERS, isJson } from './adapters.ts';
import { TEST, calm, failure, stages } from './stage.ts';

const v6 = ADAPTERS.find(({ name }) => name === 'v6');
if (v6 === undefined) throw new Error('the suite has no row for v6');
const within = (stack: Stack): Adapter => ({
  ...v6,
  connect: (ports) => v6Cloud(ports, { stack, uuid: randomUUID }),
});

describe('a stack by its number', () => {
  const stage = stages(within({ kind: 'id', id: '871234' }));

  it('is believed, and costs no request', async () => {
    const { cloud, emulator } = await stage();
    await cloud.prepare(String(TEST), calm);
    expect(emulator.cloud.log.lines().filter((line) => line.includes('/auth'))).toEqual([]);
    expect(emulator.cloud.log.requests()[0]?.headers).toMatchObject({
      'x-stack-id': '871234',
      authorization: 'Bearer (right)',
    });
  });

  it('leaves the page of a run to its start, and to every look after it', async () => {
    const { cloud } = await stage();
    const run = await cloud.start(await cloud.prepare(String(TEST), calm), calm);
    expect(run.url).toBe(`https://acme.grafana.net/a/k6-app/runs/${run.id}`);
    expect((await cloud.read(run.id, calm)).url).toBe(run.url);
  });
});

describe.each<[string, Stack]>([
  ['number', { kind: 'id', id: '999' }],
  ['address', { kind: 'url', url: 'https://other.grafana.net' }],
])('a foreign stack by its %s', (_, stack) => {
  const stage = stages(within(stack));

  it.each([403, 404] as const)('is refused with %i and what to do, before anything is started', async (otherStack) => {
    const { cloud, made } = await stage({ v6: { otherStack } });
    const error = await failure(cloud.prepare(String(TEST), calm));
    expect(error).toMatchObject({ status: otherStack });
    expect(error.message).toMatch(/`stack`/u);
    expect(made()).toEqual([]);
  });
});

describe('a token of the wrong kind', () => {
  const stage = stages({ ...v6, authorization: () => 'Bearer glsa_of_a_service_account', remedies: V6_ADVICE });

  it('is refused with the kinds that are right', async () => {
    const { cloud } = await stage();
    const error = await failure(cloud.prepare(String(TEST), calm));
    expect(error.code).toBe('unauthorized');
    expect(error.message).toMatch(/personal API token or a stack API token/u);
    expect(error.message).not.toContain('glsa_');
  });
});

describe('v6', () => {
  const stage = stages(v6);

  it.each([
    ['thresholds', 'stated'],
    ['no-thresholds', 'none'],
    ['null', 'unknown'],
  ] as const)('shows by the options %s that a run has %s thresholds', async (runOptions, stated) => {
    const set = await stage({ v6: { runOptions } });
    const run = await set.cloud.read(String(set.emulator.cloud.seed(TEST, { scenario: passed() }).id), calm);
    expect(run.thresholds).toBe(stated);
  });

  it('reads the runs of an older server', async () => {
    const { cloud, emulator } = await stage({ v6: { oldServer: true } });
    const started = await cloud.start(await cloud.prepare(String(TEST), calm), calm);
    expect(started.url).toBe(`https://acme.grafana.net/a/k6-app/runs/${started.id}`);
    const { id } = emulator.cloud.seed(TEST, { scenario: passed({ vuh: 1.5 }) });
    const run = await cloud.read(String(id), calm);
    expect(run).toMatchObject({ state: 'settled', result: 'passed', vus: undefined, plannedMs: undefined, vuh: 1.5 });
    expect(run.executedMs).toBe(124_000);
  });

  it('waits through a status that it does not know, and tells of it once', async () => {
    const set = await stage();
    const { id } = set.emulator.cloud.seed(TEST, {
      at: 'start',
      scenario: unknownPhase('finalizing', { reads: { running: 2 } }),
    });
    const phases: string[] = [];
    for (let looks = 0; looks < 20; looks++) {
      const run = await set.cloud.read(String(id), calm);
      phases.push(run.state === 'pending' ? run.phase : run.ending.kind);
    }
    expect(phases).toContain('unrecognised');
    expect(phases.at(-1)).toBe('finished');
    expect(set.notices.filter((line) => line.includes('finalizing'))).toHaveLength(1);
  });

  it('aborts a run that cannot be aborted before it is running', async () => {
    const set = await stage({ v6: { abortPending: 'conflict' } });
    const { id } = set.emulator.cloud.seed(TEST, { at: 'start', scenario: neverEnding() });
    expect(await set.cloud.stop(String(id), 20_000, calm)).toBe('stopping');
    expect(set.emulator.cloud.peek(id)?.stopAsked).toBe(true);
    expect(set.asked('stop')).toBeGreaterThan(1);
  });

  it('writes a note on a run', async () => {
    const set = await stage();
    const { id } = set.emulator.cloud.seed(TEST, { at: 'start' });
    set.emulator.faults.add({ on: { method: 'PATCH' }, fault: { kind: 'status', status: 503, body: 'html' } });
    await set.cloud.notes?.write(String(id), 'acme/shop, commit 0123', calm);
    expect(set.emulator.cloud.peek(id)?.note).toBe('acme/shop, commit 0123');
    expect(await set.cloud.notes?.read(String(id), calm)).toBe('acme/shop, commit 0123');
  });

  it('gives a note up within a bound', async () => {
    const set = await stage();
    const { id } = set.emulator.cloud.seed(TEST, { at: 'start' });
    set.emulator.faults.add({ on: { method: 'PATCH' }, times: Infinity, fault: { kind: 'reset', acted: false } });
    await failure(set.cloud.notes?.write(String(id), 'hello', calm) ?? Promise.resolve());
    expect(set.emulator.cloud.log.requests().filter(({ method }) => method === 'PATCH').length).toBeLessThan(12);
  });

  it('follows next links of another scheme and host on its own origin alone', async () => {
    const set = await stage({ older: 50, v6: { largestPage: 5 } });
    const intent = await set.cloud.prepare(String(TEST), calm);
    for (let runs = 0; runs < 12; runs++) set.emulator.cloud.seed(TEST, { at: 'start' });
    const elsewhere = (link: unknown): string => String(link).replace(/^http:\/\/[^/]+/u, set.strangerUrl);
    const patch = (json: unknown): unknown =>
      isJson(json) && '@nextLink' in json ? { ...json, '@nextLink': elsewhere(json['@nextLink']) } : json;
    set.fault('list', { kind: 'patch', patch }, { times: Infinity });
    const found = await set.another().find(intent, calm);
    expect(found).toMatchObject({ kind: 'unclear' });
    expect(found.kind === 'unclear' ? found.runIds : []).toHaveLength(12);
  });
});
