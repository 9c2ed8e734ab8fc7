/** Promises of `stop` and of `note`: as often as it takes, within a bound, and once it is over it is over. */
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../src/emulator/faults/faults.ts';
import { neverEnding, passed } from '../../src/emulator/machine/scenarios.ts';
import type { Adapter } from './adapters.ts';
import type { SetStage, Stage } from './stage.ts';
import { SHORT_MS, TEST, calm, failure } from './stage.ts';

const BUDGET_MS = 20_000;

const PASSING: Readonly<Record<string, Fault>> = {
  'a reset after the server acted': { kind: 'reset', acted: true },
  'a reset before the server acted': { kind: 'reset', acted: false },
  silence: { kind: 'silence', acted: true },
  '502 with a web page': { kind: 'status', status: 502, body: 'html' },
  '500 after the server acted': { kind: 'status', status: 500, acted: true },
  '429 with Retry-After': { kind: 'status', status: 429, retryAfter: 3 },
};

/** Registers the promises. */
export function stopPromises(adapter: Adapter, stage: SetStage): void {
  const running = ({ emulator }: Stage): number =>
    emulator.cloud.seed(TEST, { at: 'start', scenario: neverEnding() }).id;

  describe('stop', () => {
    it('stops a run, and again', async () => {
      const set = await stage();
      const id = running(set);
      expect(await set.cloud.stop(String(id), BUDGET_MS, calm)).toBe('stopping');
      expect(set.emulator.cloud.peek(id)?.stopAsked).toBe(true);
      expect(['stopping', 'already-over']).toContain(await set.cloud.stop(String(id), BUDGET_MS, calm));
      await set.cloud.read(String(id), calm);
      expect(await set.cloud.read(String(id), calm)).toMatchObject({ state: 'settled', ending: { by: 'user' } });
      expect(['stopping', 'already-over']).toContain(await set.cloud.stop(String(id), BUDGET_MS, calm));
    });

    it('takes a run that is over for a success', async () => {
      const set = await stage();
      const { id } = set.emulator.cloud.seed(TEST, { scenario: passed() });
      expect(['stopping', 'already-over']).toContain(await set.cloud.stop(String(id), BUDGET_MS, calm));
    });

    it.each([400, 404, 409, 410, 422])(
      'takes a refusal with %i for a success where the run is over',
      async (status) => {
        const set = await stage();
        const { id } = set.emulator.cloud.seed(TEST, { scenario: passed() });
        set.fault('stop', { kind: 'status', status, body: adapter.errorShape }, { times: Infinity });
        expect(await set.cloud.stop(String(id), BUDGET_MS, calm)).toBe('already-over');
      },
    );

    it.each(Object.entries(PASSING))('survives %s', async (_, fault) => {
      const set = await stage({ requestMs: SHORT_MS });
      const id = running(set);
      set.fault('stop', fault, { times: 2 });
      expect(['stopping', 'already-over']).toContain(await set.cloud.stop(String(id), BUDGET_MS, calm));
      expect(set.emulator.cloud.peek(id)?.stopAsked).toBe(true);
    });

    it.each<[string, Fault]>([['an empty body', { kind: 'text', text: '' }]])(
      'takes a success with %s for one',
      async (_, fault) => {
        const set = await stage();
        const id = running(set);
        set.fault('stop', fault);
        expect(await set.cloud.stop(String(id), BUDGET_MS, calm)).toBe('stopping');
      },
    );

    it('believes a web page with 200 only where the run is over', async () => {
      const acted = await stage();
      const stopped = running(acted);
      acted.fault('stop', { kind: 'text', text: '<html>done</html>' });
      expect(await acted.cloud.stop(String(stopped), BUDGET_MS, calm)).toBe('already-over');
      const idle = await stage();
      const going = running(idle);
      idle.fault('stop', { kind: 'status', status: 200, body: 'html' });
      expect(await idle.cloud.stop(String(going), BUDGET_MS, calm)).toBe('stopping');
      expect(idle.asked('stop')).toBe(2);
    });

    it('tries again while the service says that a run cannot be stopped yet', async () => {
      const set = await stage();
      const id = running(set);
      set.fault('stop', { kind: 'status', status: 409, body: adapter.errorShape }, { times: 3 });
      expect(await set.cloud.stop(String(id), BUDGET_MS, calm)).toBe('stopping');
      expect(set.asked('stop')).toBe(4);
    });

    it.each([
      [503, 'unavailable'],
      [409, 'unavailable'],
      [403, 'forbidden'],
      [404, 'not-found'],
    ] as const)('gives up on %i within its budget, as %s', async (status, code) => {
      const set = await stage();
      const id = running(set);
      set.fault('stop', { kind: 'status', status, body: adapter.errorShape }, { times: Infinity });
      expect((await failure(set.cloud.stop(String(id), BUDGET_MS, calm))).code).toBe(code);
      expect(set.asked('stop')).toBeLessThan(15);
    });

    it('does not follow a redirect', async () => {
      const set = await stage();
      const id = running(set);
      set.fault('stop', { kind: 'redirect', to: set.strangerUrl, status: 308 }, { times: Infinity });
      expect((await failure(set.cloud.stop(String(id), BUDGET_MS, calm))).code).toBe('redirected');
    });

    it('says of a run that does not exist what it is', async () => {
      const { cloud } = await stage();
      expect((await failure(cloud.stop('999', BUDGET_MS, calm))).code).toBe('not-found');
    });

    it('ends at once with the reason of its signal', async () => {
      const set = await stage();
      const id = running(set);
      set.fault('stop', { kind: 'silence', acted: true });
      const controller = new AbortController();
      const stopping = set.cloud.stop(String(id), BUDGET_MS, controller.signal);
      const reason = new Error('over');
      setImmediate(() => {
        controller.abort(reason);
      });
      await expect(stopping).rejects.toBe(reason);
    });
  });
}
