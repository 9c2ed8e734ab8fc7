/** One run per start on an API without idempotency: what is remembered before, and what is concluded after. */
import { describe, expect, it } from '@jest/globals';
import { StartUncertain } from '../../../../src/cloud/cloud.ts';
import { v2Cloud } from '../../../../src/cloud/v2/adapter.ts';
import type { ApiRequest } from '../../../../src/cloud/http/http.ts';
import type { Scripted, ScriptedPorts } from '../../../support/scripted-http.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';

const calm = new AbortController().signal;
const page = (ids: readonly number[], count?: number): Scripted => ({
  json: { 'k6-runs': ids.map((id) => ({ id })), ...(count === undefined ? {} : { meta: { count } }) },
});
const started = (id: number): Scripted => ({ json: { 'k6-run': { id, test_id: 1201 } } });
const isStart = ({ method }: ApiRequest): boolean => method === 'POST';
const isList = ({ path }: ApiRequest): boolean => path.includes('test_id=');
const starts = ({ sent }: ScriptedPorts): number => sent.filter(isStart).length;

/** A test whose list is `runs`, and whose starts go as `tries` says; a try may change the list. */
function service(runs: number[], tries: readonly (() => Scripted)[]): ScriptedPorts {
  let tried = 0;
  return scriptedPorts((asked) => {
    if (isStart(asked)) return tries[Math.min(tried++, tries.length - 1)]?.() ?? { code: 'rejected' };
    return isList(asked) ? page(runs, runs.length) : { json: { 'k6-run': { id: runs.at(-1), run_status: 2 } } };
  });
}

async function start(ports: ScriptedPorts): Promise<unknown> {
  const cloud = v2Cloud(ports);
  return cloud.start(await cloud.prepare('1201', calm), calm).catch((error: unknown) => error);
}

describe('a run that a start has named', () => {
  it('is not believed where it was there before', async () => {
    const runs = [3];
    const ports = service(runs, [() => started(3), () => (runs.push(9), started(9))]);
    expect(await start(ports)).toMatchObject({ code: 'start-uncertain', runIds: [] });
    expect(starts(ports)).toBe(1);
  });
});

describe('what is remembered before a start', () => {
  it('is the newest ids, few enough for the state of a step', async () => {
    const all = Array.from({ length: 250 }, (_, place) => place + 1);
    const ports = scriptedPorts(({ path }) => {
      const place = Number(/[&?]page=(\d+)/u.exec(path)?.[1]) - 1;
      return page(all.slice(place * 100, place * 100 + 100), 250);
    });
    const { notes } = await v2Cloud(ports).prepare('1201', calm);
    expect(notes.length).toBeLessThan(2000);
    expect(JSON.parse(notes)).toMatchObject({ coverage: 'newest' });
    expect(JSON.stringify(JSON.parse(notes))).toContain('"250","249"');
  });

  it('still tells a new run from older ones that were left out', async () => {
    const all = Array.from({ length: 250 }, (_, place) => place + 1);
    const ports = scriptedPorts(({ path }) => {
      if (!path.includes('test_id=')) return { json: { 'k6-run': { id: 251, run_status: -2 } } };
      const place = Number(/[&?]page=(\d+)/u.exec(path)?.[1]) - 1;
      return page(all.slice(place * 100, place * 100 + 100), all.length);
    });
    const cloud = v2Cloud(ports);
    const intent = await cloud.prepare('1201', calm);
    expect(await cloud.find(intent, calm)).toEqual({ kind: 'none' });
    all.push(251);
    expect(await cloud.find(intent, calm)).toMatchObject({ kind: 'one', run: { id: '251' } });
  });

  it('needs neither sorting nor selecting from the service, nor a count, nor an empty last page', async () => {
    const ports = scriptedPorts(({ path }) => {
      if (path.includes('order_by')) return { code: 'rejected', status: 400 };
      if (path.includes('page=1&')) return page([1, 2]);
      return path.includes('page=2&') ? page([3]) : { code: 'not-found', status: 404 };
    });
    const { notes } = await v2Cloud(ports).prepare('1201', calm);
    expect(JSON.parse(notes)).toEqual({ known: ['3', '2', '1'], coverage: 'all' });
  });

  it('ends where a service repeats its only page for ever', async () => {
    const ports = scriptedPorts(() => page([1, 2]));
    await v2Cloud(ports).prepare('1201', calm);
    expect(ports.sent.length).toBeLessThan(4);
  });
});

describe('a start', () => {
  it('is not sent again after a response was lost, before the list was read', async () => {
    const ports = service([1], [() => ({ code: 'unavailable', status: 503 }), () => started(2)]);
    await start(ports);
    const [first, second] = ports.sent
      .map((asked, place) => (isStart(asked) ? place : -1))
      .filter((place) => place >= 0);
    expect(ports.sent.slice((first ?? 0) + 1, second).every(isList)).toBe(true);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(2);
  });

  it('has 60 s of its own, and a third of a shorter outage-timeout', async () => {
    for (const [outageMs, timeoutMs] of [
      [300_000, 60_000],
      [9_000, 3_000],
    ] as const) {
      const ports = { ...service([1], [() => started(2)]), outageMs };
      await start(ports);
      expect(ports.sent.find(isStart)).toMatchObject({ timeoutMs });
    }
  });

  it.each<Scripted>([
    { code: 'late' },
    { code: 'interrupted' },
    { code: 'malformed' },
    { code: 'unavailable', status: 408 },
    { code: 'unavailable', status: 504 },
  ])('is never sent again after %j, even if no run is found', async (failure) => {
    const ports = service([1], [() => failure, () => started(2)]);
    const beganMs = ports.clock.now();
    expect(await start({ ...ports, outageMs: 300_000 })).toMatchObject({ code: 'start-uncertain', runIds: [] });
    expect(starts(ports)).toBe(1);
    expect(ports.clock.now() - beganMs).toBeGreaterThanOrEqual(60_000);
  });

  it('adopts the run that appears late', async () => {
    const runs = [1];
    let reads = 0;
    const ports = scriptedPorts((asked) => {
      if (isStart(asked)) return { code: 'late' };
      if (!isList(asked)) return { json: { 'k6-run': { id: 2, run_status: -2 } } };
      if (++reads === 4) runs.push(2);
      return page(runs, runs.length);
    });
    expect(await start(ports)).toMatchObject({ id: '2' });
    expect(starts(ports)).toBe(1);
    expect(ports.notices.join()).toContain('Run 2 is the only new run since, so it is followed');
  });

  it('does not overlook a second run that appears a moment after the first', async () => {
    const runs = [1];
    const ports = scriptedPorts((asked) => {
      if (isStart(asked)) return { code: 'late' };
      const shown = page(runs, runs.length);
      if (ports.sent.some(isStart) && runs.length < 3) runs.push(runs.length + 1);
      return shown;
    });
    const outcome = await start(ports);
    expect(outcome).toBeInstanceOf(StartUncertain);
    expect(outcome).toMatchObject({ runIds: ['2', '3'] });
    expect(starts(ports)).toBe(1);
  });

  it('searches for no run where none can have been made', async () => {
    const ports = service([1], [() => ({ code: 'rate-limited' }), () => ({ code: 'unreachable' }), () => started(2)]);
    expect(await start(ports)).toMatchObject({ id: '2' });
    expect(ports.sent.filter(isList)).toHaveLength(1);
  });

  it('ends uncertain where a lost try is followed by a refusal', async () => {
    const ports = service([1], [() => ({ code: 'unavailable', status: 503 }), () => ({ code: 'forbidden' })]);
    expect(await start(ports)).toMatchObject({ code: 'start-uncertain', runIds: [] });
  });
});
