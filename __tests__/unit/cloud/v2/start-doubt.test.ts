/** A legacy start in doubt: what each failed try allows, how long its run is searched for, and what is told of it. */
import { describe, expect, it } from '@jest/globals';
import type { StartDoubt } from '../../../../src/cloud/cloud.ts';
import { v2Cloud } from '../../../../src/cloud/v2/adapter.ts';
import type { ApiRequest } from '../../../../src/cloud/http/http.ts';
import type { Scripted, ScriptedPorts } from '../../../support/scripted-http.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';

const calm = new AbortController().signal;
const PATH = '/loadtests/v2/tests/1201/start-testrun';
const isStart = ({ method }: ApiRequest): boolean => method === 'POST';
const isList = ({ path }: ApiRequest): boolean => path.includes('test_id=');
const started = (id: number, more: object = { test_id: 1201 }): Scripted => ({ json: { 'k6-run': { id, ...more } } });
const listOf = (ids: readonly number[]): Scripted => ({
  json: { 'k6-runs': ids.map((id) => ({ id })), meta: { count: ids.length } },
});

/** How a start went: its run or error, what was reported on the way, and when its tries were sent. */
interface Started {
  readonly outcome: unknown;
  readonly ports: ScriptedPorts;
  readonly triesMs: readonly number[];
  readonly tookMs: number;
  readonly doubts: readonly StartDoubt[];
  readonly runIds: readonly string[];
}

/** Starts a test that has run 1; `tries` are the responses to the start, the last for ever, and may add to `runs`. */
async function start(
  tries: readonly ((runs: number[]) => Scripted)[],
  read: (runId: number) => Scripted = (id) => ({ json: { 'k6-run': { id, test_id: 1201, run_status: 2 } } }),
): Promise<Started> {
  const runs = [1];
  const triesMs: number[] = [];
  const ports = scriptedPorts((asked) => {
    if (isList(asked)) return listOf(runs);
    if (!isStart(asked)) return read(Number(/runs\/(\d+)/u.exec(asked.path)?.[1]));
    return tries[Math.min(triesMs.push(ports.clock.now() - beganMs), tries.length) - 1]?.(runs) ?? { code: 'rejected' };
  });
  const beganMs = ports.clock.now();
  const cloud = v2Cloud({ ...ports, outageMs: 300_000 });
  const doubts: StartDoubt[] = [];
  const runIds: string[] = [];
  const events = {
    onRun: (runId: string) => runIds.push(runId),
    onDoubt: ({ firstTryMs, lastTryMs }: StartDoubt) =>
      doubts.push({ firstTryMs: firstTryMs - beganMs, lastTryMs: lastTryMs - beganMs }),
  };
  const intent = await cloud.prepare('1201', calm);
  const outcome = await cloud.start(intent, calm, events).catch((error: unknown) => error);
  return { outcome, ports, triesMs, tookMs: ports.clock.now() - beganMs, doubts, runIds };
}

const failing = (code: 'late' | 'unavailable' | 'rate-limited' | 'forbidden', status?: number) => (): Scripted => ({
  code,
  ...(status === undefined ? {} : { status }),
});

describe('a start that is answered at once', () => {
  it('is one request after one look at the list, and leaves no doubt', async () => {
    const { outcome, ports, doubts, runIds } = await start([() => started(2, { test_id: 1201, vus: 5 })]);
    expect(outcome).toMatchObject({ id: '2', testId: '1201', vus: 5, phase: 'created', seen: true });
    expect(ports.sent.map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(ports.sent[1]).toEqual({ method: 'POST', path: PATH, timeoutMs: 60_000 });
    expect([doubts, runIds, ports.notices]).toEqual([[], ['2'], []]);
  });

  it('without its test is believed once a read of the run shows the test', async () => {
    const { outcome, ports, runIds } = await start([() => started(2, {})]);
    expect(outcome).toMatchObject({ id: '2', testId: '1201', state: 'pending', phase: 'created' });
    expect(ports.sent).toHaveLength(3);
    expect(runIds).toEqual(['2']);
  });

  it('needs nobody who listens', async () => {
    const ports = scriptedPorts((asked) => (isStart(asked) ? started(2) : listOf([1])));
    const cloud = v2Cloud(ports);
    expect(await cloud.start(await cloud.prepare('1201', calm), calm)).toMatchObject({ id: '2' });
  });
});

describe('a response that is not believed', () => {
  it.each<readonly [string, Scripted, string]>([
    ['a run that was there before', started(1), 'the response names run 1, which existed before'],
    ['a run of another test', started(2, { test_id: 1202 }), 'the response names run 2, which is a run of test 1202'],
  ])('names %s: the list is searched for a minute, and the start ends uncertain', async (_, response, finding) => {
    const { outcome, triesMs, tookMs, runIds, doubts } = await start([() => response]);
    expect(outcome).toMatchObject({ code: 'start-uncertain', runIds: [] });
    expect(String(outcome)).toContain(
      `POST ${PATH}: no response to the start request, and no new run of test 1201 was found in 60 s (POST ${PATH}: ${finding})`,
    );
    expect([triesMs.length, tookMs, runIds]).toEqual([1, 60_000, []]);
    expect(doubts).toEqual([{ firstTryMs: 0, lastTryMs: 0 }]);
  });

  it('does not hide the run that the start has made', async () => {
    const { outcome, runIds } = await start([(runs) => (runs.push(2), started(1))]);
    expect(outcome).toMatchObject({ id: '2', phase: 'running' });
    expect(runIds).toEqual([]);
  });

  it('without its test, and without a read that shows it, is searched for like a lost one', async () => {
    const { outcome } = await start([() => started(2, {})], () => ({ code: 'not-found', status: 404 }));
    expect(String(outcome)).toContain('the response names run 2, of which the test is not known');
  });
});

describe('a try that the service failed to answer', () => {
  it('is searched for ten seconds, then sent again, and the doubt is told with each such try', async () => {
    const { outcome, triesMs, doubts, runIds } = await start([
      failing('unavailable', 500),
      failing('unavailable', 503),
      (runs) => (runs.push(2), started(2)),
    ]);
    expect(outcome).toMatchObject({ id: '2' });
    expect(triesMs).toEqual([0, 10_375, 21_125]);
    expect(doubts).toEqual([
      { firstTryMs: 0, lastTryMs: 0 },
      { firstTryMs: 0, lastTryMs: 10_375 },
    ]);
    expect(runIds).toEqual(['2']);
  });

  it('has its run adopted where the list shows one, and is not sent again', async () => {
    const { outcome, triesMs, ports } = await start([(runs) => (runs.push(2), { code: 'unavailable', status: 500 })]);
    expect(outcome).toMatchObject({ id: '2', phase: 'running' });
    expect(triesMs).toHaveLength(1);
    expect(ports.notices).toEqual([
      'The start request for test 1201 got no response. Run 2 is the only new run since, so it is followed.',
    ]);
  });

  it('leaves the end uncertain where every other try is refused, in the words of the last', async () => {
    const { outcome } = await start([failing('unavailable', 500), failing('forbidden', 403)]);
    expect(outcome).toMatchObject({ code: 'start-uncertain', runIds: [] });
    expect(String(outcome)).toContain(
      'the start request failed, and no new run of test 1201 was found (POST ' + `${PATH}: forbidden)`,
    );
  });

  it('is sent again until outage-timeout, and then ends uncertain', async () => {
    const { outcome, triesMs, tookMs } = await start([failing('unavailable', 500)]);
    expect(outcome).toMatchObject({ code: 'start-uncertain' });
    expect(triesMs.length).toBeGreaterThan(10);
    expect(tookMs).toBeLessThanOrEqual(320_000);
  });
});

describe('a try that made nothing', () => {
  it('is sent again at once, without a search, a doubt or a check for doubles', async () => {
    const { outcome, ports, doubts, triesMs } = await start([failing('rate-limited', 429), () => started(2)]);
    expect(outcome).toMatchObject({ id: '2' });
    expect(ports.sent.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
    expect([doubts, triesMs]).toEqual([[], [0, 375]]);
  });

  it('ends the start in its own words where no repeat can help', async () => {
    const { outcome, triesMs, doubts } = await start([failing('forbidden', 403)]);
    expect(outcome).toMatchObject({ code: 'forbidden', status: 403 });
    expect([triesMs, doubts]).toEqual([[0], []]);
  });

  it('is sent again however often a proxy refuses the way: the list was read over it a moment ago', async () => {
    const refused = (): Scripted => ({ code: 'misconfigured' });
    const { outcome, triesMs } = await start([...Array<() => Scripted>(8).fill(refused), () => started(2)]);
    expect(outcome).toMatchObject({ id: '2' });
    expect(triesMs).toHaveLength(9);
  });

  it('keeps the doubt that an earlier try has left', async () => {
    const { outcome, ports, doubts } = await start([
      failing('unavailable', 500),
      failing('rate-limited', 429),
      (runs) => (runs.push(2), started(2)),
    ]);
    expect(outcome).toMatchObject({ id: '2' });
    expect(doubts).toHaveLength(1);
    expect(ports.sent.at(-1)?.method).toBe('POST'); // who followed the run looks for a second one
  });
});

describe('a run that the answer names after a doubt', () => {
  it('is ours, whatever else is new: who follows it looks for a second one', async () => {
    const { outcome, runIds, doubts } = await start([
      failing('unavailable', 500),
      (runs) => (runs.push(2, 3), started(3)),
    ]);
    expect(outcome).toMatchObject({ id: '3', phase: 'created' });
    expect([runIds, doubts.length]).toEqual([['3'], 1]);
  });
});

describe('a start that is cut short', () => {
  it('ends with the reason of the signal, whatever the try comes to, and searches for nothing', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const doubts: StartDoubt[] = [];
    const ports = scriptedPorts((asked) => {
      if (!isStart(asked)) return listOf([1]);
      controller.abort(reason);
      return { code: 'late' };
    });
    const cloud = v2Cloud(ports);
    const intent = await cloud.prepare('1201', calm);
    const events = { onDoubt: (doubt: StartDoubt) => doubts.push(doubt) };
    await expect(cloud.start(intent, controller.signal, events)).rejects.toBe(reason);
    expect(ports.sent.filter(isList)).toHaveLength(1);
    expect(doubts).toEqual([]);
  });

  it.each([1, 2])('ends with the fault where try %i meets a fault of ours', async (which) => {
    const fault = new TypeError('a fault');
    const ports = scriptedPorts((asked) => {
      if (!isStart(asked)) return listOf([1]);
      if (ports.sent.filter(isStart).length < which) return { code: 'unavailable', status: 500 };
      throw fault;
    });
    const cloud = v2Cloud(ports);
    await expect(cloud.start(await cloud.prepare('1201', calm), calm)).rejects.toBe(fault);
    expect(ports.sent.filter(isStart)).toHaveLength(which);
  });

  it('is not sent with notes of another adapter', async () => {
    const ports = scriptedPorts(() => started(2));
    const cloud = v2Cloud(ports);
    await expect(cloud.start({ testId: '1201', notes: '{"key":"k","known":[]}' }, calm)).rejects.toThrow();
  });
});
