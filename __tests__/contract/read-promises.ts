/** Promises of `read`: a whole run or an error within bounds, never a run that is half decoded. */
import { describe, expect, it } from '@jest/globals';
import type { CloudErrorCode } from '../../src/cloud/errors.ts';
import type { Fault } from '../../src/emulator/faults/faults.ts';
import { failedByThreshold, passed } from '../../src/emulator/machine/scenarios.ts';
import type { Adapter, Json } from './adapters.ts';
import type { SetStage, Stage } from './stage.ts';
import { SHORT_MS, TEST, calm, failure } from './stage.ts';

/** Answers that are none, and what they are called. */
const BROKEN: readonly (readonly [string, Fault, readonly CloudErrorCode[]])[] = [
  ['a reset', { kind: 'reset', acted: false }, ['interrupted']],
  ['silence', { kind: 'silence', acted: false }, ['late']],
  ['a truncated body', { kind: 'truncated' }, ['interrupted']],
  ['a stalled body', { kind: 'stalled' }, ['late']],
  ['a slow body', { kind: 'slow', bytes: 1, everyMs: 20 }, ['late']],
  ['a web page with 200', { kind: 'text', text: '<!doctype html><p>hello', contentType: 'text/html' }, ['malformed']],
  ['half of a JSON document', { kind: 'text', text: '{"k6-run":{"id":7650001,"run_status":3' }, ['malformed']],
  ['an empty body', { kind: 'text', text: '' }, ['malformed']],
  ['null', { kind: 'text', text: 'null' }, ['malformed']],
  ['a list', { kind: 'text', text: '[]' }, ['malformed']],
  ['a word', { kind: 'text', text: '"finished"' }, ['malformed']],
  ['an empty object', { kind: 'text', text: '{}' }, ['malformed']],
  ['an object of nothing', { kind: 'text', text: '{"k6-run":null,"id":null}' }, ['malformed']],
];

const REFUSALS: readonly (readonly [number, 'own' | 'html' | 'empty', CloudErrorCode])[] = [
  [401, 'own', 'unauthorized'],
  [401, 'html', 'unauthorized'],
  [403, 'own', 'forbidden'],
  [404, 'own', 'not-found'],
  [404, 'html', 'removed'],
  [410, 'html', 'removed'],
  [410, 'own', 'removed'],
  [405, 'own', 'rejected'],
  [408, 'empty', 'unavailable'],
  [429, 'empty', 'rate-limited'],
  [500, 'own', 'unavailable'],
  [502, 'html', 'unavailable'],
  [503, 'html', 'unavailable'],
  [504, 'empty', 'unavailable'],
];

const TIMES: readonly (readonly [string, string])[] = [
  ['2026-11-23T10:00:05Z', '2026-11-23T10:00:05.000Z'],
  ['2026-11-23T10:00:05', '2026-11-23T10:00:05.000Z'],
  ['2026-11-23T10:00:05.1', '2026-11-23T10:00:05.100Z'],
  ['2026-11-23T10:00:05.12Z', '2026-11-23T10:00:05.120Z'],
  ['2026-11-23T10:00:05.123', '2026-11-23T10:00:05.123Z'],
  ['2026-11-23T10:00:05.1234Z', '2026-11-23T10:00:05.123Z'],
  ['2026-11-23T10:00:05.12345', '2026-11-23T10:00:05.123Z'],
  ['2026-11-23T10:00:05.123456Z', '2026-11-23T10:00:05.123Z'],
  ['2026-11-23T12:00:05+02:00', '2026-11-23T10:00:05.000Z'],
  ['2026-11-23T05:30:05.5-0430', '2026-11-23T10:00:05.500Z'],
];

/** Registers the promises. */
export function readPromises(adapter: Adapter, stage: SetStage): void {
  const seeded = ({ emulator }: Stage): string => String(emulator.cloud.seed(TEST, { scenario: passed() }).id);
  const patched = (set: Stage, change: (run: Json) => unknown): void => {
    set.fault('read', { kind: 'patch', patch: adapter.inRun(change) }, { times: Infinity });
  };

  describe('read', () => {
    it('shows a run from its creation to its end, one request for each read', async () => {
      const set = await stage();
      const { id } = set.emulator.cloud.seed(TEST, { at: 'start', scenario: failedByThreshold() });
      const seen: string[] = [];
      for (let looks = 1; looks < 20; looks++) {
        const run = await set.cloud.read(String(id), calm);
        expect(set.asked('read')).toBe(looks);
        if (run.state === 'settled') {
          expect(run).toMatchObject({ ending: { kind: 'finished' }, result: 'failed', testId: String(TEST) });
          break;
        }
        seen.push(run.phase);
      }
      expect([...new Set(seen)]).toEqual(
        ['created', 'validated', 'queued', 'initializing', 'running', 'processing'].filter(
          (phase) => !adapter.lacks.includes(phase),
        ),
      );
    });

    it('knows times, load and cost', async () => {
      const set = await stage();
      const { id } = set.emulator.cloud.seed(TEST, { scenario: passed({ vus: 50, plannedS: 120, vuh: 1.5 }) });
      const run = await set.cloud.read(String(id), calm);
      expect(run).toMatchObject({ vus: 50, plannedMs: 120_000, vuh: 1.5 });
      expect(run.startedMs).toBeGreaterThan(run.createdMs ?? Infinity);
      expect(run.endedMs).toBeGreaterThan(run.startedMs ?? Infinity);
    });

    it.each(BROKEN)('turns %s into an error, tried once', async (_, fault, codes) => {
      const set = await stage({ requestMs: SHORT_MS });
      const runId = seeded(set);
      set.fault('read', fault);
      expect(codes).toContain((await failure(set.cloud.read(runId, calm))).code);
      expect(set.asked('read')).toBe(1);
    });

    it('cuts an endless body off', async () => {
      const set = await stage();
      const runId = seeded(set);
      set.fault('read', { kind: 'endless' });
      expect((await failure(set.cloud.read(runId, calm))).code).toBe('too-large');
    });

    it.each(REFUSALS)('turns %i (body: %s) into %s, tried once', async (status, body, code) => {
      const set = await stage();
      const runId = seeded(set);
      set.fault('read', { kind: 'status', status, body: body === 'own' ? adapter.errorShape : body });
      const error = await failure(set.cloud.read(runId, calm));
      expect(error).toMatchObject({ code, status });
      expect(set.asked('read')).toBe(1);
    });

    it('takes no answer about another run for its own', async () => {
      const set = await stage();
      const runId = seeded(set);
      patched(set, (run) => ({ ...run, id: Number(runId) - 1 }));
      const error = await failure(set.cloud.read(runId, calm));
      expect(error.code).toBe('malformed');
      expect(error.message).toContain(`about run ${Number(runId) - 1}`);
    });

    it("passes the service's own words and wishes on", async () => {
      const set = await stage();
      const runId = seeded(set);
      const message = 'Too many looks.';
      set.fault('read', { kind: 'status', status: 429, body: adapter.errorShape, message, retryAfter: 7 });
      const error = await failure(set.cloud.read(runId, calm));
      expect(error.message).toContain('Too many looks');
      expect(error.retryAfterMs).toBe(7000);
    });

    it('shows no token, even where the service repeats it', async () => {
      const set = await stage();
      const runId = seeded(set);
      const message = `Bad token ${set.emulator.cloud.account.token}.`;
      set.fault('read', { kind: 'status', status: 401, body: adapter.errorShape, message });
      expect((await failure(set.cloud.read(runId, calm))).message).toContain('Bad token ***');
    });

    it.each([301, 302, 303, 307, 308] as const)('does not follow a %i', async (status) => {
      const set = await stage();
      const runId = seeded(set);
      set.fault('read', { kind: 'redirect', to: `${set.strangerUrl}/loadtests`, status });
      expect((await failure(set.cloud.read(runId, calm))).code).toBe('redirected');
    });

    it('ends at once with the reason of its signal', async () => {
      const set = await stage();
      const controller = new AbortController();
      set.fault('read', { kind: 'silence', acted: false });
      const reading = set.cloud.read(seeded(set), controller.signal);
      const reason = new Error('cancelled');
      setImmediate(() => {
        controller.abort(reason);
      });
      await expect(reading).rejects.toBe(reason);
    });
  });

  describe('read, of odd answers', () => {
    it('does not mind fields that it does not know', async () => {
      const set = await stage();
      const runId = seeded(set);
      const plain = await set.cloud.read(runId, calm);
      set.fault('read', { kind: 'extra-fields' });
      expect(await set.cloud.read(runId, calm)).toEqual(plain);
    });

    it.each(adapter.required)('refuses a run without %s, naming the path', async (field) => {
      const set = await stage();
      const runId = seeded(set);
      for (const value of [undefined, null, {}, [], true, 1.5]) {
        set.fault('read', { kind: 'patch', patch: adapter.inRun((run) => ({ ...run, [field]: value })) });
        const error = await failure(set.cloud.read(runId, calm));
        expect(error.code).toBe('malformed');
        expect(error.message).toContain(field);
      }
    });

    it('reads a run of which only the required fields are there', async () => {
      const set = await stage();
      const runId = seeded(set);
      patched(set, (run) => Object.fromEntries(adapter.required.map((field) => [field, run[field]])));
      const run = await set.cloud.read(runId, calm);
      expect(run).toMatchObject({ id: runId, createdMs: undefined, vus: undefined, vuh: undefined, detail: undefined });
      expect(run.url).toMatch(/^https:\/\//u);
    });

    it.each(Object.entries(adapter.odd))('takes %s of an odd type for unknown, and no more', async (field, values) => {
      const set = await stage();
      const runId = seeded(set);
      for (const value of values) {
        set.fault('read', { kind: 'patch', patch: adapter.inRun((run) => ({ ...run, [field]: value })) });
        const run = await set.cloud.read(runId, calm);
        expect(run).toMatchObject({ id: runId, state: 'settled', ending: { kind: 'finished' }, result: 'passed' });
      }
    });

    it.each(TIMES)('reads the time %s', async (text, instant) => {
      const set = await stage();
      const runId = seeded(set);
      patched(set, (run) => ({ ...run, created: text }));
      expect(new Date((await set.cloud.read(runId, calm)).createdMs ?? NaN).toISOString()).toBe(instant);
    });

    it.each([2 ** 31, 2 ** 53 - 1])('keeps the id %i whole', async (id) => {
      const set = await stage({ firstRunId: id, older: 0 });
      expect((await set.cloud.read(seeded(set), calm)).id).toBe(String(id));
    });

    it('refuses an id that a number cannot hold', async () => {
      const set = await stage();
      const runId = seeded(set);
      patched(set, (run) => ({ ...run, id: 2 ** 60 }));
      expect((await failure(set.cloud.read(runId, calm))).code).toBe('malformed');
    });
  });
}
