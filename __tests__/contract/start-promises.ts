/** Promises of `prepare`, `start` and `find`: one start is one run, whatever becomes of requests and answers. */
import { describe, expect, it } from '@jest/globals';
import { StartUncertain } from '../../src/cloud/cloud.ts';
import { startedByOther } from '../../src/emulator/machine/emulated-cloud.ts';
import type { Fault } from '../../src/emulator/faults/faults.ts';
import { passed } from '../../src/emulator/machine/scenarios.ts';
import type { Adapter } from './adapters.ts';
import type { SetStage, Stage } from './stage.ts';
import { SHORT_MS, TEST, calm, failure } from './stage.ts';

/** Faults after which the run exists, and no response says so. */
const ACTED: Readonly<Record<string, Fault>> = {
  'a reset after the server acted': { kind: 'reset', acted: true },
  'silence after the server acted': { kind: 'silence', acted: true },
  'a truncated body': { kind: 'truncated' },
  'a stalled body': { kind: 'stalled' },
  'a slow body': { kind: 'slow', bytes: 1, everyMs: 50 },
  'an endless body': { kind: 'endless' },
  '500 after the server acted': { kind: 'status', status: 500, acted: true },
  '504 with a web page after the server acted': { kind: 'status', status: 504, body: 'html', acted: true },
  'a web page in place of the answer': { kind: 'text', text: '<html>hello</html>' },
  'an empty answer': { kind: 'text', text: '' },
  'an answer without an id': { kind: 'patch', patch: () => ({}) },
  'an answer of an odd type': { kind: 'patch', patch: () => [null] },
};

/** Faults after which there is no run. */
const NOT_ACTED: Readonly<Record<string, Fault>> = {
  '500 before the server acted': { kind: 'status', status: 500 },
  '503 with a web page': { kind: 'status', status: 503, body: 'html' },
  '503 with nothing': { kind: 'status', status: 503, body: 'empty' },
  '429 with Retry-After in seconds': { kind: 'status', status: 429, retryAfter: 7 },
  '429 with Retry-After as a date': { kind: 'status', status: 429, retryAfter: { inMs: 20_000 } },
  '429 without Retry-After': { kind: 'status', status: 429, body: 'empty' },
};

/** Faults after which there is no run, but the client cannot know it. */
const UNCERTAIN: Readonly<Record<string, Fault>> = {
  'a reset before the server acted': { kind: 'reset', acted: false },
  'silence before the server acted': { kind: 'silence', acted: false },
  '502 with a web page': { kind: 'status', status: 502, body: 'html' },
  '408': { kind: 'status', status: 408 },
};

const REFUSALS = [
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [400, 'rejected'],
  [409, 'rejected'],
  [422, 'rejected'],
] as const;

/** Registers the promises. */
export function startPromises(adapter: Adapter, stage: SetStage): void {
  const start = async ({ cloud }: Stage): ReturnType<typeof cloud.start> =>
    cloud.start(await cloud.prepare(String(TEST), calm), calm);

  describe('start', () => {
    it('makes one run and answers with it', async () => {
      const set = await stage();
      const run = await start(set);
      expect(set.made().map(({ id }) => String(id))).toEqual([run.id]);
      expect(run).toMatchObject({ state: 'pending', testId: String(TEST) });
      expect(run.url).toMatch(/^https:\/\//u);
      expect(set.asked('start')).toBe(1);
    });

    it('starts nothing while it only makes ready, and keeps what it needs as plain text', async () => {
      const set = await stage();
      const intent = await set.cloud.prepare(String(TEST), calm);
      expect(set.made()).toEqual([]);
      expect(JSON.parse(JSON.stringify(intent))).toEqual(intent);
      await set.another().start(intent, calm);
      expect(set.made()).toHaveLength(1);
    });

    it('shows how long earlier runs lasted, newest first, from the list that it reads anyway', async () => {
      const set = await stage({ older: 0 });
      const { cloud: machine } = set.emulator;
      for (const [place, runningMs] of [60_000, 90_000].entries()) {
        const createdMs = machine.now() - 3_600_000 + place * 1000;
        machine.seed(TEST, { scenario: passed({ runningMs, plannedS: 120 }), createdMs });
      }
      machine.seed(TEST, { at: 'start' }); // going on: not known yet
      const { earlier } = await set.cloud.prepare(String(TEST), calm);
      expect(earlier).toEqual([
        { lastedMs: 90_000, plannedMs: 120_000 },
        { lastedMs: 60_000, plannedMs: 120_000 },
      ]);
      expect(set.asked('list')).toBe(1);
    });

    it.each(Object.entries(ACTED))('survives %s with the one run that was made', async (_, fault) => {
      const set = await stage({ requestMs: SHORT_MS });
      set.fault('start', fault);
      const run = await start(set);
      expect(set.made().map(({ id }) => String(id))).toEqual([run.id]);
    });

    it.each(Object.entries(NOT_ACTED))('survives %s with one run in the end', async (_, fault) => {
      const set = await stage({ requestMs: SHORT_MS });
      set.fault('start', fault, { times: 2 });
      const run = await start(set);
      expect(set.made().map(({ id }) => String(id))).toEqual([run.id]);
    });

    it.each(Object.entries(UNCERTAIN))(
      'after %s, repeats the start only under an idempotency key',
      async (_, fault) => {
        const set = await stage({ requestMs: SHORT_MS });
        set.fault('start', fault);
        if (adapter.repeatedKey === 'none') {
          expect(await failure(start(set))).toMatchObject({ code: 'start-uncertain', runIds: [] });
          expect(set.made()).toEqual([]);
          expect(set.asked('start')).toBe(1);
          return;
        }
        const run = await start(set);
        expect(set.made().map(({ id }) => String(id))).toEqual([run.id]);
      },
    );

    it('survives one trouble after the other', async () => {
      const set = await stage();
      set.fault('start', { kind: 'status', status: 503, body: 'html' });
      set.fault('start', { kind: 'status', status: 500 });
      set.fault('start', { kind: 'status', status: 429, retryAfter: 3 });
      set.fault('start', { kind: 'reset', acted: true });
      set.fault('list', { kind: 'status', status: 502, body: 'html' }, { skip: 1, times: 2 });
      const run = await start(set);
      expect(set.made().map(({ id }) => String(id))).toEqual([run.id]);
    });

    it.each(REFUSALS)('ends with %i as %s, once and without a run', async (status, code) => {
      const set = await stage();
      set.fault('start', { kind: 'status', status, body: adapter.errorShape });
      expect((await failure(start(set))).code).toBe(code);
      expect(set.made()).toEqual([]);
      expect(set.asked('start')).toBe(1);
    });

    it('does not follow a redirect with a start', async () => {
      const set = await stage();
      set.fault('start', { kind: 'redirect', to: set.strangerUrl, status: 307 });
      expect((await failure(start(set))).code).toBe('redirected');
      expect(set.made()).toEqual([]);
    });

    it('says of an unknown test what it is', async () => {
      const { cloud } = await stage();
      expect((await failure(cloud.prepare('999', calm))).code).toBe('not-found');
    });

    it('gives up when the outage lasts, and says that it cannot tell', async () => {
      const set = await stage({ outageMs: 60_000 });
      set.fault('start', { kind: 'reset', acted: false }, { times: Infinity });
      const error = await failure(start(set));
      expect(error).toBeInstanceOf(StartUncertain);
      expect(error).toMatchObject({ code: 'start-uncertain', runIds: [] });
    });

    it('finds the run at the end of an outage in which it was made', async () => {
      const set = await stage({ outageMs: 60_000 });
      set.fault('start', { kind: 'reset', acted: true });
      set.fault('start', { kind: 'reset', acted: false }, { times: Infinity });
      const run = await start(set);
      expect(set.made().map(({ id }) => String(id))).toEqual([run.id]);
      expect(set.notices.join()).toContain(`Run ${run.id} is the only new run since, so it is followed`);
    });

    it('cannot tell either where the list is out of reach, and never says that no run was made', async () => {
      const set = await stage({ outageMs: 60_000 });
      const intent = await set.cloud.prepare(String(TEST), calm);
      set.fault('start', { kind: 'reset', acted: true }, { times: Infinity });
      set.fault('list', { kind: 'status', status: 503 }, { times: Infinity });
      expect(await failure(set.cloud.start(intent, calm))).toBeInstanceOf(StartUncertain);
      expect(set.made()).toHaveLength(1);
    });

    it('makes no run where the API is out of reach from the start, and says that none was made', async () => {
      const set = await stage({ outageMs: 60_000 });
      set.fault('start', { kind: 'status', status: 429 }, { times: Infinity });
      const error = await failure(start(set));
      expect(error).not.toBeInstanceOf(StartUncertain);
      expect(error.code).toBe('rate-limited');
      expect(set.made()).toEqual([]);
    });

    it('ends at once with the reason of its signal', async () => {
      const set = await stage();
      const intent = await set.cloud.prepare(String(TEST), calm);
      set.fault('start', { kind: 'silence', acted: true });
      const controller = new AbortController();
      const starting = set.cloud.start(intent, controller.signal);
      const reason = new Error('cancelled');
      setImmediate(() => {
        controller.abort(reason);
      });
      await expect(starting).rejects.toBe(reason);
    });
  });

  describe('start, with somebody else at work', () => {
    it.each(['before', 'after'] as const)(
      'never adopts the run made %s its own, when its answer is lost',
      async (when) => {
        const set = await stage({ tests: [{ id: TEST, onStart: startedByOther(when) }] });
        set.fault('start', { kind: 'reset', acted: true });
        const own = (): string => String(set.made().find(({ startedBy }) => startedBy === 'ci@example.com')?.id);
        if (adapter.repeatedKey === 'same-run') {
          expect((await start(set)).id).toBe(own());
          expect(set.made()).toHaveLength(2);
          return;
        }
        const error = await failure(start(set));
        expect(error).toMatchObject({ code: 'start-uncertain' });
        for (const { id } of set.made()) expect(error.message).toContain(String(id));
        expect(set.made()).toHaveLength(2);
      },
    );

    it('follows the run that the answer names beside one that a lost try may have made', async () => {
      const set = await stage({ tests: [{ id: TEST, onStart: startedByOther('before') }] });
      set.fault('start', { kind: 'status', status: 503 });
      const own = (): string => String(set.made().find(({ startedBy }) => startedBy === 'ci@example.com')?.id);
      expect((await start(set)).id).toBe(own());
    });
  });

  describe('find', () => {
    it('finds the run of a start that another process sent', async () => {
      const set = await stage();
      const intent = await set.cloud.prepare(String(TEST), calm);
      set.emulator.cloud.start(TEST);
      const found = await set.another().find(intent, calm);
      expect(found).toMatchObject({ kind: 'one', run: { id: String(set.made()[0]?.id), testId: String(TEST) } });
      expect(set.asked('start')).toBe(0);
    });

    it('finds nothing where nothing was made, however many runs there were before', async () => {
      const set = await stage({ older: 130, v2: { orderBy: 'ignored' } });
      const intent = await set.cloud.prepare(String(TEST), calm);
      expect(await set.another().find(intent, calm)).toEqual({ kind: 'none' });
      expect(set.made()).toEqual([]);
    });

    it('finds the one new run among many', async () => {
      const set = await stage({ older: 130 });
      const intent = await set.cloud.prepare(String(TEST), calm);
      const made = set.emulator.cloud.start(TEST);
      expect(await set.cloud.find(intent, calm)).toMatchObject({ kind: 'one', run: { id: String(made?.id) } });
    });

    it('names all runs that may be ours', async () => {
      const set = await stage();
      const intent = await set.cloud.prepare(String(TEST), calm);
      set.emulator.cloud.seed(TEST, { at: 'start' });
      set.emulator.cloud.start(TEST);
      const found = await set.cloud.find(intent, calm);
      expect(found.kind === 'unclear' ? [...found.runIds].sort() : found).toEqual(
        set.made().map(({ id }) => String(id)),
      );
    });

    it('knows the run even where its first read fails', async () => {
      const set = await stage();
      const intent = await set.cloud.prepare(String(TEST), calm);
      const made = set.emulator.cloud.start(TEST);
      set.fault('read', { kind: 'status', status: 500 });
      expect(await set.cloud.find(intent, calm)).toMatchObject({ kind: 'one', run: { id: String(made?.id) } });
    });

    it.each<[string, Fault]>([
      ['503', { kind: 'status', status: 503, body: 'html' }],
      ['a truncated body', { kind: 'truncated' }],
      ['a list of an odd shape', { kind: 'patch', patch: () => ({ value: 7, 'k6-runs': [{ id: 'x' }] }) }],
    ])('goes on through %s, and gives up with an error', async (_, fault) => {
      const set = await stage({ outageMs: 60_000 });
      const intent = await set.cloud.prepare(String(TEST), calm);
      set.emulator.cloud.start(TEST);
      set.fault('list', fault, { times: 2 });
      expect(await set.cloud.find(intent, calm)).toMatchObject({ kind: 'one' });
      set.fault('list', fault, { times: Infinity });
      await failure(set.cloud.find(intent, calm));
    });
  });
}
