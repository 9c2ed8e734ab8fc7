/** The search for the run of a start whose response was lost, on a clock that the test moves. */
import { describe, expect, it } from '@jest/globals';
import type { StartIntent, Uncertainty } from '../../../src/cloud/cloud.ts';
import { StartUncertain } from '../../../src/cloud/cloud.ts';
import { CloudError } from '../../../src/cloud/errors.ts';
import type { NewRunDetector } from '../../../src/cloud/new-runs.ts';
import { adoptRun, findRun } from '../../../src/cloud/find-run.ts';
import { ownRun } from '../../../src/cloud/own-run.ts';
import { oldestFirst } from '../../../src/cloud/new-runs.ts';
import type { TestRun } from '../../../src/test-run/test-run.ts';
import { aPendingRun } from '../../support/a-run.ts';
import { scriptedPorts } from '../../support/scripted-http.ts';

const calm = new AbortController().signal;
const INTENT: StartIntent = { testId: '1201', notes: '' };
const down = new CloudError('unavailable', { request: 'GET /list', response: '503' });
const refused = new CloudError('forbidden', { request: 'GET /list', response: '403' });
const uncertain = (facts: Partial<Uncertainty>): StartUncertain =>
  new StartUncertain({ request: 'POST /start', testId: '1201', runIds: [], ...facts });

/** A list that shows at each read what `reads` says, and its last for ever; tells when each read was, ms. */
function scene(reads: readonly (readonly string[] | Error)[], read?: NewRunDetector['read'], outageMs = 60_000) {
  const ports = { ...scriptedPorts(() => ({ code: 'rejected' })), outageMs };
  const began = ports.clock.now();
  const looksMs: number[] = [];
  const detector: NewRunDetector = {
    newRunIds: (intent) => {
      expect(intent).toBe(INTENT);
      const shown = reads[Math.min(looksMs.push(ports.clock.now() - began), reads.length) - 1] ?? [];
      return shown instanceof Error ? Promise.reject(shown) : Promise.resolve(shown);
    },
    isNew: () => true,
    read: read ?? ((id) => Promise.resolve(aPendingRun({ id }))),
    unknownRun: (id) => aPendingRun({ id, phase: 'created' }),
  };
  return { ports, detector, looksMs };
}

describe('findRun', () => {
  it('reads for ten seconds, less and less often, before it says that there is none', async () => {
    const { ports, detector, looksMs } = scene([[]]);
    expect(await findRun({ ports, detector, intent: INTENT }, calm)).toEqual({ kind: 'none' });
    expect(looksMs.map(Math.round)).toEqual([0, 1000, 2600, 5160, 9256, 10_000]);
  });

  it('reads for a third of a short outage-timeout', async () => {
    const { ports, detector, looksMs } = scene([[]], undefined, 3000);
    expect(await findRun({ ports, detector, intent: INTENT }, calm)).toEqual({ kind: 'none' });
    expect(looksMs.map(Math.round)).toEqual([0, 100, 260, 516, 926, 1000]);
  });

  it('believes a run that is seen twice in a row', async () => {
    const { ports, detector, looksMs } = scene([[], ['7'], ['7']]);
    expect(await findRun({ ports, detector, intent: INTENT }, calm)).toMatchObject({ kind: 'one', run: { id: '7' } });
    expect(looksMs).toHaveLength(3);
  });

  it('believes a run that is seen when the time is over', async () => {
    const { ports, detector, looksMs } = scene([[], [], [], [], [], ['7']]);
    expect(await findRun({ ports, detector, intent: INTENT }, calm)).toMatchObject({ kind: 'one', run: { id: '7' } });
    expect(looksMs).toHaveLength(6);
  });

  it('does not believe one that was another a moment ago', async () => {
    const { ports, detector, looksMs } = scene([['7'], ['8'], [], ['8'], ['8']]);
    expect(await findRun({ ports, detector, intent: INTENT }, calm)).toMatchObject({ kind: 'one', run: { id: '8' } });
    expect(looksMs).toHaveLength(5);
  });

  it('does not take a run of another test, whatever the list says', async () => {
    const foreign = (id: string): Promise<TestRun> => Promise.resolve(aPendingRun({ id, testId: '1202' }));
    const { ports, detector } = scene([['7']], foreign);
    expect(await findRun({ ports, detector, intent: INTENT }, calm)).toEqual({ kind: 'none' });
  });

  it('does not take a run whose note a step has written on, whichever: ours is not known yet', async () => {
    const origin = { repository: 'octo/shop', branch: 'main', commit: undefined, pullRequest: undefined };
    const read = (id: string): Promise<TestRun> =>
      Promise.resolve(aPendingRun({ id, ...(id === '7' ? { origin: { ...origin, workflowRun: '555' } } : {}) }));
    const alone = scene([['7']], read);
    expect(await findRun({ ...alone, intent: INTENT }, calm)).toEqual({ kind: 'none' });
    const together = scene([['7', '8']], read);
    expect(await findRun({ ...together, intent: INTENT }, calm)).toMatchObject({ kind: 'one', run: { id: '8' } });
  });

  it('goes on behind a run of another test, and finds ours beside it', async () => {
    const read = (id: string): Promise<TestRun> =>
      Promise.resolve(aPendingRun({ id, testId: id === '7' ? '1202' : '1201' }));
    const late = scene([['7'], ['7'], ['7'], ['7', '8']], read);
    expect(await findRun({ ...late, intent: INTENT }, calm)).toMatchObject({ kind: 'one', run: { id: '8' } });
    expect(late.looksMs).toHaveLength(5);
    const together = scene([['7', '8']], read);
    expect(await findRun({ ...together, intent: INTENT }, calm)).toMatchObject({ kind: 'one', run: { id: '8' } });
    const alone = scene([['7']], read);
    expect(await findRun({ ...alone, intent: INTENT }, calm)).toEqual({ kind: 'none' });
    expect(alone.looksMs.at(-1)).toBe(10_000);
  });

  it('never guesses among several', async () => {
    const { ports, detector, looksMs } = scene([['7'], ['7', '8']]);
    expect(await findRun({ ports, detector, intent: INTENT }, calm)).toEqual({ kind: 'unclear', runIds: ['7', '8'] });
    expect(looksMs).toHaveLength(2);
  });

  it('names one run that may have existed before, and neither follows nor passes over it', async () => {
    const { ports, detector } = scene([['7']]);
    const unsure = { ...detector, isNew: () => undefined };
    const unclear = { kind: 'unclear', runIds: ['7'] };
    expect(await findRun({ ports, detector: unsure, intent: INTENT }, calm)).toEqual(unclear);
    const unread = { ...unsure, read: () => Promise.reject(refused) };
    expect(await findRun({ ports, detector: unread, intent: INTENT }, calm)).toEqual(unclear);
  });

  it('passes over a run that existed before', async () => {
    const { ports, detector } = scene([['7', '8']]);
    const isNew: NewRunDetector['isNew'] = ({ id }, intent) => {
      expect(intent).toBe(INTENT);
      return id === '8';
    };
    const found = await findRun({ ports, detector: { ...detector, isNew }, intent: INTENT }, calm);
    expect(found).toMatchObject({ kind: 'one', run: { id: '8' } });
  });

  it('counts its time from the first read that succeeds', async () => {
    const { ports, detector, looksMs } = scene([down, down, down, []]);
    expect(await findRun({ ports, detector, intent: INTENT }, calm)).toEqual({ kind: 'none' });
    expect((looksMs.at(-1) ?? 0) - (looksMs[3] ?? 0)).toBeCloseTo(10_000);
  });

  it('has the run even where its first read fails, and says so', async () => {
    const { ports, detector } = scene([['7']], () => Promise.reject(refused));
    expect(await findRun({ ports, detector, intent: INTENT }, calm)).toEqual({
      kind: 'one',
      run: aPendingRun({ id: '7', phase: 'created' }),
    });
    expect(ports.notices).toEqual(['The first read of run 7 failed: GET /list: 403.']);
  });

  it('hides no fault of our own', async () => {
    const fault = new TypeError('x');
    const { ports, detector } = scene([['7']], () => Promise.reject(fault));
    await expect(findRun({ ports, detector, intent: INTENT }, calm)).rejects.toBe(fault);
  });

  it('ends with the reason of its signal, in a wait and in the first read', async () => {
    const reason = new Error('cancelled');
    const controller = new AbortController();
    const { ports, detector } = scene([['7']], () => {
      controller.abort(reason);
      return Promise.reject(refused);
    });
    await expect(findRun({ ports, detector, intent: INTENT }, controller.signal)).rejects.toBe(reason);
    const waiting = scene([[]]);
    await expect(
      findRun({ ports: waiting.ports, detector: waiting.detector, intent: INTENT }, AbortSignal.abort(reason)),
    ).rejects.toBe(reason);
  });
});

describe('the age of a run, by the clock of the service', () => {
  const HOUR_MS = 3_600_000;
  /** The service's clock is an hour ahead of ours; the start was sent 20 s ago. */
  const aged = (createdAgoMs: number | undefined) => {
    const read = (id: string): Promise<TestRun> =>
      Promise.resolve(
        aPendingRun({ id, createdMs: createdAgoMs === undefined ? undefined : serverNowMs() - createdAgoMs }),
      );
    const { ports, detector } = scene([['7']], read);
    const serverNowMs = (): number => ports.clock.now() + HOUR_MS;
    const intent = { ...INTENT, sentAtMs: ports.clock.now() - 20_000 };
    const dated = { ...ports, http: { ...ports.http, serverNowMs } };
    return { ports: dated, detector: { ...detector, newRunIds: () => Promise.resolve(['7']) }, intent, read };
  };

  it.each([
    [0, 'one'],
    [90_000, 'none'],
    [undefined, 'unclear'],
  ] as const)('decides where the list before the start does not: created %p ms ago: %s', async (agoMs, kind) => {
    const { ports, detector, intent } = aged(agoMs);
    const unsure = { ...detector, isNew: () => undefined };
    expect((await findRun({ ports, detector: unsure, intent }, calm)).kind).toBe(kind);
  });

  it.each([
    [0, 'one'],
    [25_000, 'one'],
    [75_000, 'one'],
    [90_000, 'none'],
    [HOUR_MS, 'none'],
    [undefined, 'one'],
  ] as const)('decides whether a run created %p ms ago can be that of the start: %s', async (agoMs, kind) => {
    const { ports, detector, intent } = aged(agoMs);
    expect((await findRun({ ports, detector, intent }, calm)).kind).toBe(kind);
  });

  it('is not known where the clock was set back since the start was sent', async () => {
    const { ports, detector, intent } = aged(5000);
    const later = { ...intent, sentAtMs: ports.clock.now() + 300_000 };
    expect((await findRun({ ports, detector, intent: later }, calm)).kind).toBe('one');
    const unsure = { ...detector, isNew: () => undefined };
    expect((await findRun({ ports, detector: unsure, intent: later }, calm)).kind).toBe('unclear');
  });

  it('makes the response to a start that names an older run unbelievable', async () => {
    const { ports, detector, intent, read } = aged(HOUR_MS);
    const about = { request: 'POST /start', intent, ports };
    const named = await read('7');
    await expect(ownRun(named, about, detector, calm)).rejects.toMatchObject({ code: 'wrong-run' });
    await expect(ownRun({ ...named, testId: undefined }, about, detector, calm)).rejects.toMatchObject({
      code: 'wrong-run',
    });
  });
});

describe('adopted', () => {
  const adopt = (reads: readonly (readonly string[] | Error)[], signal = calm) => {
    const { ports, detector } = scene(reads);
    return { ports, call: adoptRun({ ports, detector, intent: INTENT }, uncertain, signal) };
  };

  it('is the run that was found, with a word on it', async () => {
    const { ports, call } = adopt([['7']]);
    expect(await call).toMatchObject({ id: '7' });
    expect(ports.notices).toEqual([
      'The start request for test 1201 got no response. Run 7 is the only new run since, so it is followed.',
    ]);
  });

  it('is nothing where none was found', async () => {
    const { ports, call } = adopt([[]]);
    expect(await call).toBeUndefined();
    expect(ports.notices).toEqual([]);
  });

  it('is unknown among several', async () => {
    await expect(adopt([['7', '8']]).call).rejects.toMatchObject({ code: 'start-uncertain', runIds: ['7', '8'] });
  });

  it('is unknown where the list cannot be read', async () => {
    await expect(adopt([refused]).call).rejects.toMatchObject({ code: 'start-uncertain', runIds: [], cause: refused });
  });

  it('hides neither a fault of our own nor the end of the signal', async () => {
    const fault = new TypeError('x');
    await expect(adopt([fault]).call).rejects.toBe(fault);
    const reason = new Error('cancelled');
    await expect(adopt([refused], AbortSignal.abort(reason)).call).rejects.toBe(reason);
  });
});

describe('the ids of several runs', () => {
  it('are named in the order of their numbers, whatever the order of the list', () => {
    const ids = ['10', '9', '9223372036854775807', '9223372036854775806'];
    const ordered = ['9', '10', '9223372036854775806', '9223372036854775807'];
    expect(oldestFirst(ids)).toEqual(ordered);
    expect(oldestFirst(ordered)).toEqual(ordered);
    expect(ids[0]).toBe('10');
  });
});
