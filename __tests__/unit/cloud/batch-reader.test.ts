/** Looks at several runs on real sockets: merged where the service allows it, and never one run's fault another's. */
import { describe, expect, it } from '@jest/globals';
import type { Cloud } from '../../../src/cloud/cloud.ts';
import type { EmulatorOptions } from '../../../src/emulator/emulator.ts';
import { systemClock } from '../../../src/clock.ts';
import { failedByThreshold, neverEnding, passed } from '../../../src/emulator/machine/scenarios.ts';
import { connected } from '../../support/connected.ts';
import type { ServedCloud } from '../../support/k6-cloud.ts';
import { TEST_ID, k6Cloud } from '../../support/k6-cloud.ts';

const { signal } = new AbortController();
const LIST = { path: /\/runs\?/u };

interface Several {
  readonly served: ServedCloud;
  readonly cloud: Cloud;
  readonly ids: readonly string[];
}

/** A cloud with runs that are over, and a connection as a step with several runs has it. */
async function several(count: number, options: EmulatorOptions = {}): Promise<Several> {
  const served = await k6Cloud([passed()], options);
  const ids = Array.from({ length: count }, (_, place) =>
    String(served.cloud.seed(TEST_ID, { scenario: place % 2 === 0 ? passed() : failedByThreshold() }).id),
  );
  return { served, cloud: connected(served, true), ids };
}

/** What each read came to: the result, or the code of the error. */
async function reads(cloud: Cloud, ids: readonly string[]): Promise<readonly string[]> {
  const all = await Promise.allSettled(ids.map((id) => cloud.read(id, signal)));
  return all.map((one) =>
    one.status === 'fulfilled' ? `${one.value.id} ${one.value.result}` : (one.reason as { code: string }).code,
  );
}

/** How the requests so far were made: one line each, ids counted. */
function asked({ cloud }: ServedCloud): readonly string[] {
  return cloud.log.requests().map(({ path, query, answer }) => {
    const ids = query.filter(([name]) => name === 'ids[]').length;
    return `${ids === 0 ? 'one' : `list of ${ids}`} ${path.endsWith('/runs') === ids > 0 ? answer : 'odd'}`;
  });
}

const found = (ids: readonly string[]): readonly string[] =>
  ids.map((id, place) => `${id} ${place % 2 === 0 ? 'passed' : 'failed'}`);

describe('reads that are due together', () => {
  it('are one request, each with its own answer', async () => {
    const { served, cloud, ids } = await several(50);
    expect(await reads(cloud, ids)).toEqual(found(ids));
    expect(asked(served)).toEqual(['list of 50 200']);
    expect(served.requests().join()).not.toContain('script');
    cloud.close();
  });

  it('are the plain read where only one is due', async () => {
    const { served, cloud, ids } = await several(2);
    for (const id of ids) await cloud.read(id, signal);
    expect(asked(served)).toEqual(['one 200', 'one 200']);
    cloud.close();
  });

  it('leave it to a run that is not there to fail alone', async () => {
    const { served, cloud, ids } = await several(2);
    expect(await reads(cloud, [...ids, '999'])).toEqual([...found(ids), 'not-found']);
    expect(asked(served)).toEqual(['list of 3 200', 'one 404']);
    cloud.close();
  });

  it('leave it to a run that cannot be read to fail alone', async () => {
    const { served, cloud, ids } = await several(3);
    const odd = (json: unknown): unknown => {
      const { 'k6-runs': runs } = json as { 'k6-runs': readonly object[] };
      return { 'k6-runs': [runs[0], { ...runs[1], run_status: 'odd' }, runs[2]] };
    };
    served.faults.add({ on: LIST, fault: { kind: 'patch', patch: odd } });
    expect(await reads(cloud, ids)).toEqual(found(ids));
    expect(asked(served)).toEqual(['list of 3 200', 'one 200']);
    cloud.close();
  });

  it.each([400, 403, 404, 405, 410])('are made alone, for good, where the service answers %d', async (status) => {
    const { served, cloud, ids } = await several(2);
    served.faults.add({ on: LIST, times: Infinity, fault: { kind: 'status', status } });
    expect(await reads(cloud, ids)).toEqual(found(ids));
    const before = served.requests().length;
    expect(await reads(cloud, ids)).toEqual(found(ids));
    expect(asked(served).slice(before)).toEqual(['one 200', 'one 200']);
    cloud.close();
  });

  it('are made alone, for good, where the service takes no notice of the ids', async () => {
    const { served, cloud, ids } = await several(2);
    const others = (): unknown => ({ 'k6-runs': [{ id: 1, run_status: 3, processing_status: 2, result_status: 0 }] });
    served.faults.add({ on: LIST, times: Infinity, fault: { kind: 'patch', patch: others } });
    expect(await reads(cloud, ids)).toEqual(found(ids));
    expect(await reads(cloud, ids)).toEqual(found(ids));
    expect(asked(served).filter((line) => line.startsWith('list'))).toHaveLength(1);
    cloud.close();
  });

  it('ask for fewer fields where the service refuses some', async () => {
    const { served, cloud, ids } = await several(2, { v2: { select: 'documented' } });
    expect(await reads(cloud, ids)).toEqual(found(ids));
    expect(await reads(cloud, ids)).toEqual(found(ids));
    expect(asked(served)).toEqual(['list of 2 400', 'list of 2 200', 'list of 2 200']);
    cloud.close();
  });

  it('are made alone where no selection is taken: many whole runs are megabytes', async () => {
    const { served, cloud, ids } = await several(2, { v2: { select: 'refused' } });
    expect(await reads(cloud, ids)).toEqual(found(ids));
    expect(asked(served).filter((line) => line.endsWith('200'))).toEqual(['one 200', 'one 200']);
    cloud.close();
  });

  it.each([429, 401])('fail each on a %d, and go together again', async (status) => {
    const { served, cloud, ids } = await several(2);
    served.faults.add({ on: LIST, fault: { kind: 'status', status, retryAfter: 7 } });
    const code = { 429: 'rate-limited', 401: 'unauthorized' }[status];
    expect(await reads(cloud, ids)).toEqual([code, code]);
    expect(await reads(cloud, ids)).toEqual(found(ids));
    expect(asked(served)).toEqual([`list of 2 ${status}`, 'list of 2 200']);
    cloud.close();
  });

  it.each([
    ['a 500', { kind: 'status', status: 500 }],
    ['a 503 with a wish', { kind: 'status', status: 503, retryAfter: 7 }],
    ['a broken connection', { kind: 'reset', acted: false }],
    ['a body that is cut off', { kind: 'truncated' }],
    ['no response', { kind: 'silence', acted: false }],
    ['a body without end', { kind: 'endless' }],
  ] as const)('are made alone after %s, so that one run does not fail another', async (_, fault) => {
    const { served, ids } = await several(2);
    const cloud = connected(served, true, systemClock, 1000);
    served.faults.add({ on: LIST, fault });
    expect(await reads(cloud, ids)).toEqual(found(ids));
    cloud.close();
  });

  it('are made alone at once for a while after two failures, and go together again', async () => {
    const { served, ids } = await several(2);
    let nowMs = 0;
    const clock = { ...systemClock, now: () => nowMs };
    const cloud = connected(served, true, clock);
    served.faults.add({ on: LIST, times: 2, fault: { kind: 'status', status: 500 } });
    for (let read = 0; read < 3; read++) expect(await reads(cloud, ids)).toEqual(found(ids));
    nowMs = 61_000;
    expect(await reads(cloud, ids)).toEqual(found(ids));
    expect(asked(served).map((line) => line.slice(0, 4))).toEqual([
      'list',
      'one ',
      'one ',
      'list',
      'one ',
      'one ',
      'one ',
      'one ',
      'list',
    ]);
    cloud.close();
  });

  it('are made alone for a run that is listed twice', async () => {
    const { served, cloud, ids } = await several(2);
    const twice = (json: unknown): unknown => {
      const { 'k6-runs': runs } = json as { 'k6-runs': readonly object[] };
      return { 'k6-runs': [...runs, { ...runs[1], result_status: 0 }] };
    };
    served.faults.add({ on: LIST, fault: { kind: 'patch', patch: twice } });
    expect(await reads(cloud, ids)).toEqual(found(ids));
    expect(asked(served)).toEqual(['list of 2 200', 'one 200']);
    cloud.close();
  });

  it('are made alone once where the answer cannot be read', async () => {
    const { served, cloud, ids } = await several(2);
    served.faults.add({ on: LIST, fault: { kind: 'text', text: '<html>busy</html>' } });
    expect(await reads(cloud, ids)).toEqual(found(ids));
    expect(await reads(cloud, ids)).toEqual(found(ids));
    expect(asked(served).filter((line) => line.startsWith('list'))).toHaveLength(2);
    cloud.close();
  });

  it('end at once when the step is cancelled, under way or not', async () => {
    const { served, cloud, ids } = await several(2);
    const cancelling = new AbortController();
    served.faults.add({ on: LIST, fault: { kind: 'silence', acted: false } });
    const under = ids.map((id) => cloud.read(id, cancelling.signal));
    cancelling.abort(new Error('cancelled'));
    const late = cloud.read('1', cancelling.signal);
    for (const read of [...under, late]) await expect(read).rejects.toThrow('cancelled');
    cloud.close();
  });
});

describe('a connection', () => {
  it.each([false, true])('is one for a run of many reads (several: %s)', async (many) => {
    const served = await k6Cloud([neverEnding()]);
    const { id } = served.cloud.seed(TEST_ID, { at: 'start', scenario: neverEnding() });
    const cloud = connected(served, many);
    for (let read = 0; read < 15; read++) await cloud.read(String(id), signal);
    expect(new Set(served.cloud.log.requests().map(({ connection }) => connection)).size).toBe(1);
    cloud.close();
  });
});

describe('many runs on v6', () => {
  const MANY = 12;
  const STACK_LIST = /^GET \/cloud\/v6\/test_runs\?/u;
  const ONE = /^GET \/cloud\/v6\/test_runs\/\d+ /u;

  /** Runs that go on, each read once, so that it is known when they were created. */
  async function going(count: number, options: EmulatorOptions = {}): Promise<Several> {
    const served = await k6Cloud([neverEnding()], { advance: { by: 'clock' }, ...options });
    const ids = Array.from({ length: count }, () => String(served.cloud.seed(TEST_ID, { at: 'start' }).id));
    const api = { kind: 'v6', stack: { kind: 'id', id: '871234' } } as const;
    const cloud = connected(served, true, systemClock, 600_000, api);
    await Promise.all(ids.map((id) => cloud.read(id, signal)));
    return { served, cloud, ids };
  }
  const count = ({ requests }: ServedCloud, pattern: RegExp): number =>
    requests().filter((line) => pattern.test(line)).length;
  const all = ({ cloud, ids }: Several): Promise<readonly string[]> =>
    Promise.all(ids.map(async (id) => (await cloud.read(id, signal)).id));

  it('are one list from ten runs on, once it is known when they were created', async () => {
    const several = await going(MANY);
    expect(await all(several)).toEqual(several.ids);
    expect([count(several.served, ONE), count(several.served, STACK_LIST)]).toEqual([MANY, 1]);
    expect(several.served.requests().at(-1)).toContain('created_after=');
    several.cloud.close();
  });

  it('are shown by a poll of any of them, and answer for each other for a moment', async () => {
    const several = await going(MANY);
    const [first = '', ...others] = several.ids;
    await several.cloud.read(first, signal);
    for (const id of others) expect((await several.cloud.read(id, signal)).id).toBe(id);
    expect([count(several.served, ONE), count(several.served, STACK_LIST)]).toEqual([MANY, 1]);
    several.cloud.close();
  });

  it('are read one by one where they are fewer', async () => {
    const several = await going(9);
    expect(await all(several)).toEqual(several.ids);
    expect([count(several.served, ONE), count(several.served, STACK_LIST)]).toEqual([18, 0]);
    several.cloud.close();
  });

  it('are read page by page', async () => {
    const several = await going(MANY, { v6: { largestPage: 5 } });
    expect(await all(several)).toEqual(several.ids);
    expect(count(several.served, ONE)).toBe(MANY);
    expect(count(several.served, STACK_LIST)).toBeGreaterThan(1);
    several.cloud.close();
  });

  it.each([400, 403, 404, 410])('are read one by one, for good, where the list is refused with %d', async (status) => {
    const several = await going(MANY);
    several.served.faults.add({ on: { path: /test_runs\?/u }, times: Infinity, fault: { kind: 'status', status } });
    for (let times = 0; times < 2; times++) expect(await all(several)).toEqual(several.ids);
    expect([count(several.served, ONE), count(several.served, STACK_LIST)]).toEqual([3 * MANY, 1]);
    several.cloud.close();
  });

  it('are read one by one, for good, where the stack has too many other runs', async () => {
    const several = await going(MANY, { v6: { largestPage: 2 } });
    expect(await all(several)).toEqual(several.ids);
    expect(await all(several)).toEqual(several.ids);
    expect([count(several.served, ONE), count(several.served, STACK_LIST)]).toEqual([3 * MANY, 3]);
    several.cloud.close();
  });

  it('are not believed where the list is behind what was seen, and only those are read alone', async () => {
    const several = await going(MANY);
    const [behind] = several.ids;
    const before = (json: unknown): unknown => {
      const { value } = json as { value: readonly { id: number }[] };
      return { value: value.map((run) => (String(run.id) === behind ? { ...run, status: 'created' } : run)) };
    };
    await until(several, 'running');
    const ones = count(several.served, ONE);
    several.served.faults.add({ on: { path: /test_runs\?/u }, fault: { kind: 'patch', patch: before } });
    const phases = await Promise.all(several.ids.map(async (id) => several.cloud.read(id, signal)));
    expect(phases.every((run) => run.state === 'pending' && run.phase === 'running')).toBe(true);
    expect(count(several.served, ONE) - ones).toBe(1);
    several.cloud.close();
  });

  it.each([
    ['cannot be read', { status: 7 }],
    ['has a status that nobody knows', { status: 'finalizing' }],
  ])('leave a run that %s to be read alone, and spoil no other', async (_, odd) => {
    const several = await going(MANY);
    const sick = (json: unknown): unknown => {
      const { value } = json as { value: readonly object[] };
      return { value: value.map((run, place) => (place === 0 ? { ...run, ...odd } : run)) };
    };
    several.served.faults.add({ on: { path: /test_runs\?/u }, fault: { kind: 'patch', patch: sick } });
    expect(await all(several)).toEqual(several.ids);
    expect([count(several.served, ONE), count(several.served, STACK_LIST)]).toEqual([MANY + 1, 1]);
    several.cloud.close();
  });

  /** Reads each run alone until all are in this phase. */
  async function until({ cloud, ids }: Several, phase: string): Promise<void> {
    const [first = ''] = ids;
    for (;;) {
      const run = await cloud.read(first, signal);
      if (run.state === 'pending' && run.phase === phase) return;
    }
  }
});
