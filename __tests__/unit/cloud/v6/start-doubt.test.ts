/** A v6 start in doubt: what each failed try allows, what is told of it, and which run the list then shows as its own. */
import { describe, expect, it } from '@jest/globals';
import type { StartDoubt } from '../../../../src/cloud/cloud.ts';
import { v6Cloud } from '../../../../src/cloud/v6/adapter.ts';
import type { ApiRequest } from '../../../../src/cloud/http/http.ts';
import type { Scripted, ScriptedPorts } from '../../../support/scripted-http.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';

const calm = new AbortController().signal;
const PATH = '/cloud/v6/load_tests/1201/start';
const LIST = '/cloud/v6/load_tests/1201/test_runs?$orderby=created%20desc&$top=20';
const settings = { stack: { kind: 'id', id: '871234' }, uuid: () => 'key-1' } as const;
const isStart = ({ method }: ApiRequest): boolean => method === 'POST';
const isList = ({ path }: ApiRequest): boolean => path.includes('/load_tests/');
const started = (id: number, more: object = { test_id: 1201 }): Scripted => ({ json: { id, ...more } });
const listOf = (ids: readonly number[]): Scripted => ({
  json: { value: [...ids].reverse().map((id) => ({ id, created: `2026-11-23T09:00:0${id}Z` })) },
});
const failing = (code: 'late' | 'unavailable' | 'rate-limited' | 'rejected' | 'forbidden', status?: number) => () => ({
  code,
  ...(status === undefined ? {} : { status }),
});

/** Starts a test that has run 1; `tries` are the responses to the start, the last for ever, and may add to `runs`. */
async function start(
  tries: readonly ((runs: number[]) => Scripted)[],
  { outageMs = 300_000, read = (id: number): Scripted => ({ json: { id, test_id: 1201, status: 'running' } }) } = {},
) {
  const runs = [1];
  const triesMs: number[] = [];
  const ports: ScriptedPorts = scriptedPorts((asked) => {
    if (isStart(asked)) {
      return tries[Math.min(triesMs.push(ports.clock.now() - beganMs), tries.length) - 1]?.(runs) ?? { json: {} };
    }
    return isList(asked) ? listOf(runs) : read(Number(asked.path.split('/').at(-1)));
  });
  const beganMs = ports.clock.now();
  const cloud = v6Cloud({ ...ports, outageMs }, settings);
  const doubts: StartDoubt[] = [];
  const onDoubt = ({ firstTryMs, lastTryMs }: StartDoubt): void => {
    doubts.push({ firstTryMs: firstTryMs - beganMs, lastTryMs: lastTryMs - beganMs });
  };
  const intent = await cloud.prepare('1201', calm);
  const outcome: unknown = await cloud.start(intent, calm, { onDoubt }).catch((error: unknown) => error);
  return { outcome, ports, triesMs, doubts, tookMs: ports.clock.now() - beganMs };
}

describe('a v6 start that is answered at once', () => {
  it('is one request with its key after one look at the list, and leaves no doubt', async () => {
    const { outcome, ports, doubts } = await start([() => started(2, { test_id: 1201, max_vus: 5 })]);
    expect(outcome).toMatchObject({ id: '2', testId: '1201', vus: 5, phase: 'created', seen: true });
    expect(ports.sent.map(({ method, path }) => `${method} ${path}`)).toEqual([`GET ${LIST}`, `POST ${PATH}`]);
    expect(ports.sent[1]?.headers).toEqual({ 'k6-idempotency-key': 'key-1', 'x-stack-id': '871234' });
    expect([doubts, ports.notices]).toEqual([[], []]);
  });

  it('without its test is believed once a read of the run shows the test', async () => {
    const { outcome, ports } = await start([() => started(2, {})]);
    expect(outcome).toMatchObject({ id: '2', testId: '1201', phase: 'created' });
    expect(ports.sent.at(-1)).toMatchObject({ method: 'GET', path: '/cloud/v6/test_runs/2' });
  });

  it('needs nobody who listens', async () => {
    const ports = scriptedPorts((asked) => (isStart(asked) ? started(2) : listOf([1])));
    const cloud = v6Cloud(ports, settings);
    expect(await cloud.start(await cloud.prepare('1201', calm), calm)).toMatchObject({ id: '2' });
  });
});

describe('a v6 response that is not believed', () => {
  it.each<readonly [string, Scripted, string]>([
    ['a run that was there before', started(1), 'the response names run 1, which existed before'],
    ['a run of another test', started(2, { test_id: 1202 }), 'the response names run 2, which is a run of test 1202'],
  ])('names %s: the list is searched for a minute, and the start ends uncertain', async (_, response, finding) => {
    const { outcome, triesMs, doubts, tookMs } = await start([() => response]);
    expect(outcome).toMatchObject({ code: 'start-uncertain', runIds: [] });
    expect(String(outcome)).toContain(
      `POST ${PATH}: no response to the start request, and no new run of test 1201 was found in 60 s (POST ${PATH}: ${finding})`,
    );
    expect([triesMs.length, tookMs, doubts]).toEqual([1, 60_000, [{ firstTryMs: 0, lastTryMs: 0 }]]);
  });

  it('does not hide the run that the start has made', async () => {
    const { outcome } = await start([(runs) => (runs.push(2), started(1))]);
    expect(outcome).toMatchObject({ id: '2', phase: 'running' });
  });

  it('without its test, and without a read that shows it, is searched for like a lost one', async () => {
    const read = (): Scripted => ({ code: 'not-found', status: 404 });
    const { outcome } = await start([() => started(2, {})], { read });
    expect(String(outcome)).toContain('the response names run 2, of which the test is not known');
  });
});

describe('a v6 try that got no answer', () => {
  it('is sent again with its key, and the doubt is told with each such try', async () => {
    const { outcome, triesMs, doubts, ports } = await start([
      failing('late'),
      failing('unavailable', 500),
      (runs) => (runs.push(2), started(2)),
    ]);
    expect(outcome).toMatchObject({ id: '2', phase: 'created' });
    expect(triesMs).toEqual([0, 375, 1125]);
    expect(doubts).toEqual([
      { firstTryMs: 0, lastTryMs: 0 },
      { firstTryMs: 0, lastTryMs: 375 },
    ]);
    expect(ports.sent.filter(isList)).toHaveLength(1 + 3);
  });

  it('is searched for in the list where every other try is refused, and its run is followed', async () => {
    const { outcome, ports } = await start([(runs) => (runs.push(2), { code: 'late' }), failing('rejected', 409)]);
    expect(outcome).toMatchObject({ id: '2', phase: 'running' });
    expect(ports.notices).toEqual([
      'The start request for test 1201 got no response. Run 2 is the only new run since, so it is followed.',
    ]);
  });

  it('ends uncertain, in its own words, where the list shows no run either', async () => {
    const { outcome, doubts } = await start([failing('late'), failing('forbidden', 403)]);
    expect(outcome).toMatchObject({ code: 'start-uncertain', runIds: [] });
    expect(String(outcome)).toContain(`was found in 60 s (POST ${PATH}: late)`);
    expect(doubts).toHaveLength(1);
  });

  it('is not sent again once its key may be forgotten, nine minutes after the first', async () => {
    const { outcome, triesMs, tookMs } = await start([failing('late')], { outageMs: 3_600_000 });
    expect(outcome).toMatchObject({ code: 'start-uncertain', runIds: [] });
    expect(triesMs.at(-1)).toBeGreaterThan(525_000);
    expect(triesMs.at(-1)).toBeLessThanOrEqual(540_000);
    expect(tookMs).toBeGreaterThan(600_000);
  });
});

describe('a v6 try that made nothing', () => {
  it('is sent again for as long as that may help, without a doubt, and past the life of a key', async () => {
    const tries = Array<() => Scripted>(60).fill(failing('rate-limited', 429));
    const { outcome, triesMs, doubts } = await start([...tries, () => started(2)], { outageMs: 3_600_000 });
    expect(outcome).toMatchObject({ id: '2' });
    expect(triesMs.at(-1)).toBeGreaterThan(540_000);
    expect(doubts).toEqual([]);
  });

  it('ends the start in its own words where no repeat can help', async () => {
    const { outcome, triesMs, ports } = await start([failing('forbidden', 403)]);
    expect(outcome).toMatchObject({ code: 'forbidden', status: 403 });
    expect([triesMs, ports.sent.filter(isList).length]).toEqual([[0], 2]);
  });
});

describe('a v6 start that is cut short', () => {
  it('ends with the reason of the signal, and searches for nothing', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const ports = scriptedPorts((asked) => {
      if (!isStart(asked)) return listOf([1]);
      controller.abort(reason);
      return { code: 'late' };
    });
    const cloud = v6Cloud(ports, settings);
    await expect(cloud.start(await cloud.prepare('1201', calm), controller.signal)).rejects.toBe(reason);
    expect(ports.sent).toHaveLength(2);
  });

  it.each(['first', 'second'])('ends with the fault where the %s try meets a fault of ours', async (which) => {
    const fault = new TypeError('a fault');
    const ports = scriptedPorts((asked) => {
      if (!isStart(asked)) return listOf([1]);
      if (which === 'second' && ports.sent.filter(isStart).length === 1) return { code: 'late' };
      throw fault;
    });
    const cloud = v6Cloud(ports, settings);
    await expect(cloud.start(await cloud.prepare('1201', calm), calm)).rejects.toBe(fault);
    expect(ports.sent.filter(({ method }) => method === 'GET')).toHaveLength(1);
  });

  it('is not sent with notes of another adapter', async () => {
    const cloud = v6Cloud(
      scriptedPorts(() => started(2)),
      settings,
    );
    await expect(cloud.start({ testId: '1201', notes: '{"known":[],"coverage":"all"}' }, calm)).rejects.toThrow();
  });
});

describe('the preparation of a v6 start', () => {
  const at = (minute: number, second = 0): string => `2026-11-23T10:0${minute}:0${second}Z`;
  const history = (from: string): object[] => [{ type: 'running', entered: from }];

  it('tells which runs there are, and how long they lasted, newest first, from one page', async () => {
    const value = [
      { id: 3, created: at(4), ended: at(7), status_history: history(at(5)), estimated_duration: 100 },
      { id: 2, created: at(1), ended: at(3), execution_duration: 60, status_history: [], estimated_duration: 50 },
      { id: 1, created: at(0), ended: null, status_history: history(at(0)) },
    ];
    const next = 'https://api.k6.io/cloud/v6/load_tests/1201/test_runs?$skip=3';
    const ports = scriptedPorts(() => ({ json: { value, '@nextLink': next } }));
    expect(await v6Cloud(ports, settings).prepare('1201', calm)).toEqual({
      testId: '1201',
      notes: JSON.stringify({ key: 'key-1', known: ['3', '2', '1'], sinceMs: Date.parse(at(4)), coverage: 'newest' }),
      earlier: [
        { lastedMs: 120_000, plannedMs: 100_000 },
        { lastedMs: 60_000, plannedMs: 50_000 },
      ],
    });
    expect(ports.sent.map(({ path }) => path)).toEqual([LIST]);
  });

  it('puts the durations in order where the service does not, and those of runs without a date last', async () => {
    const lasting = (id: number, seconds: number, created: string | null): object => ({
      id,
      created,
      ended: at(9),
      execution_duration: seconds,
    });
    const value = [lasting(4, 40, null), lasting(1, 10, at(1)), lasting(3, 30, at(3)), lasting(2, 20, at(2))];
    const ports = scriptedPorts(() => ({ json: { value } }));
    const { earlier } = await v6Cloud(ports, settings).prepare('1201', calm);
    expect(earlier.map(({ lastedMs }) => lastedMs)).toEqual([30_000, 20_000, 10_000, 40_000]);
  });

  it('asks again while the service is out of reach, and says so once', async () => {
    const ports = scriptedPorts((_, place) => (place < 4 ? { code: 'unavailable', status: 503 } : listOf([])));
    expect(await v6Cloud(ports, settings).prepare('1201', calm)).toEqual({
      testId: '1201',
      notes: '{"key":"key-1","known":[],"coverage":"all"}',
      earlier: [],
    });
    expect(ports.sent).toHaveLength(4);
    expect(ports.notices).toEqual([
      'No test was started yet, since a request failed: GET /cloud/v6/load_tests/1201/test_runs: unavailable.',
    ]);
  });
});
