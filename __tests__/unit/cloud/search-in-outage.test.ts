/** A search for the run of a start whose list is refused or out of reach, and how long it lasts then. */
import { describe, expect, it } from '@jest/globals';
import type { CloudErrorCode } from '../../../src/cloud/errors.ts';
import { CloudError } from '../../../src/cloud/errors.ts';
import type { NewRunDetector } from '../../../src/cloud/new-runs.ts';
import { adoptRun, findRun, retryDuringOutage, searchWindowMs } from '../../../src/cloud/find-run.ts';
import { StartUncertain } from '../../../src/cloud/cloud.ts';
import { aPendingRun } from '../../support/a-run.ts';
import { scriptedPorts } from '../../support/scripted-http.ts';

const calm = new AbortController().signal;
const intent = { testId: '1201', notes: '' };
const listError = (code: CloudErrorCode, status?: number): CloudError =>
  new CloudError(code, {
    request: 'GET /list',
    response: String(status ?? code),
    advice: 'Ask around.',
    ...(status === undefined ? {} : { status }),
  });

/** A list that shows at each read what `reads` says, and its last for ever; tells when each read was, ms. */
function scene(reads: readonly (readonly string[] | Error)[], outageMs = 60_000) {
  const ports = { ...scriptedPorts(() => ({ code: 'rejected' })), outageMs };
  const began = ports.clock.now();
  const looksMs: number[] = [];
  const detector: NewRunDetector = {
    newRunIds: (_, within) => {
      expect(within).toBe(calm);
      const shown = reads[Math.min(looksMs.push(ports.clock.now() - began), reads.length) - 1] ?? [];
      return shown instanceof Error ? Promise.reject(shown) : Promise.resolve(shown);
    },
    isNew: () => true,
    read: (id, within) => {
      expect(within).toBe(calm);
      return Promise.resolve(aPendingRun({ id }));
    },
    unknownRun: (id) => aPendingRun({ id, phase: 'created', seen: false }),
  };
  return { search: { ports, detector, intent }, looksMs };
}

describe('a list that was readable before the start', () => {
  it.each<readonly [CloudErrorCode, number]>([
    ['unauthorized', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['rejected', 409],
  ])('is read again after %s %d, and the run is found', async (code, status) => {
    const refused = listError(code, status);
    const { search, looksMs } = scene([refused, refused, ['7']]);
    expect(await findRun(search, calm)).toEqual({ kind: 'one', run: aPendingRun({ id: '7' }) });
    expect(looksMs).toHaveLength(4);
  });

  it('is read once more at the end of `outage-timeout` where the service asks for a longer pause', async () => {
    const facts = { request: 'GET /list', response: '503', status: 503, retryAfterMs: 400_000 };
    const { search, looksMs } = scene([new CloudError('unavailable', facts), ['7']]);
    expect(await findRun(search, calm)).toEqual({ kind: 'one', run: aPendingRun({ id: '7' }) });
    expect(looksMs.slice(0, 2)).toEqual([0, 60_000]);
  });

  it('is given up after `outage-timeout` of refusals, with the words of the service and their status', async () => {
    const refused = listError('not-found', 404);
    const { search, looksMs } = scene([refused]);
    const error: unknown = await findRun(search, calm).catch((failure: unknown) => failure);
    expect(error).toMatchObject({
      code: 'unavailable',
      status: 404,
      message: 'the list of runs: GET /list: 404. Ask around.',
    });
    expect((error as Error).cause).toBe(refused);
    expect(looksMs.at(-1)).toBeGreaterThan(40_000);
    expect(looksMs.at(-1)).toBeLessThanOrEqual(60_000);
  });

  it.each<readonly [CloudErrorCode, number | undefined]>([
    ['rejected', 400],
    ['rejected', 422],
    ['removed', 410],
    ['too-large', undefined],
  ])('is given up at once after %s %s, with the error itself', async (code, status) => {
    const refused = listError(code, status);
    const { search, looksMs } = scene([refused]);
    await expect(findRun(search, calm)).rejects.toBe(refused);
    expect(looksMs).toEqual([0]);
  });

  it('is given up after `outage-timeout` without an answer, with the last error itself', async () => {
    const down = listError('unreachable');
    const { search, looksMs } = scene([down], 30_000);
    await expect(findRun(search, calm)).rejects.toBe(down);
    expect(looksMs.at(-1)).toBeLessThanOrEqual(30_000);
    expect(looksMs.length).toBeGreaterThan(3);
  });
});

describe('the time of a search', () => {
  it.each([
    [300_000, undefined, 60_000],
    [300_000, 10_000, 10_000],
    [30_000, 10_000, 10_000],
    [29_997, 10_000, 9999],
    [30_000, undefined, 10_000],
    [0, undefined, 0],
  ])('with an outage-timeout of %d ms and %p ms wanted is %d ms', (outageMs, wantedMs, windowMs) => {
    const { ports } = scene([], outageMs).search;
    expect(searchWindowMs(ports, wantedMs)).toBe(windowMs);
  });

  it('is a minute where the response to a start was lost', async () => {
    const { search, looksMs } = scene([[]], 600_000);
    const uncertain = (): StartUncertain => new StartUncertain({ request: 'POST /x', testId: '1201', runIds: [] });
    expect(await adoptRun(search, uncertain, calm)).toBeUndefined();
    expect(looksMs.at(-1)).toBe(60_000);
  });

  it('is one read where there is none', async () => {
    const { search, looksMs } = scene([['7']], 0);
    expect(await findRun(search, calm)).toEqual({ kind: 'one', run: aPendingRun({ id: '7' }) });
    expect(looksMs).toEqual([0]);
  });
});

describe('the run of a search', () => {
  it('is ours where it does not say of which test it is: the list was that of the test', async () => {
    const { search } = scene([['7']]);
    const run = aPendingRun({ id: '7', testId: undefined });
    const detector = { ...search.detector, read: () => Promise.resolve(run) };
    expect(await findRun({ ...search, detector }, calm)).toEqual({ kind: 'one', run });
  });

  it('was seen, even where a read of it fails: the list has shown it', async () => {
    const { search } = scene([['7']]);
    const detector = { ...search.detector, read: () => Promise.reject(listError('late')) };
    expect(await findRun({ ...search, detector }, calm)).toEqual({
      kind: 'one',
      run: aPendingRun({ id: '7', phase: 'created', seen: true }),
    });
  });
});

describe('work that outlasts an outage', () => {
  it('is done again until it succeeds', async () => {
    const { ports } = scene([]).search;
    let tries = 0;
    const work = (): Promise<string> => (++tries < 4 ? Promise.reject(listError('unavailable')) : Promise.resolve('x'));
    expect(await retryDuringOutage(ports, calm, work)).toBe('x');
  });
});
