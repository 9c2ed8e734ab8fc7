/** Which new runs may be made by a try of ours: by the time of their creation, on the clock of the service. */
import { describe, expect, it } from '@jest/globals';
import type { TestRun } from '../../../src/test-run/test-run.ts';
import { secondRuns } from '../../../src/cloud/second-runs.ts';
import { CloudError } from '../../../src/cloud/errors.ts';
import { aPendingRun } from '../../support/a-run.ts';
import { scriptedPorts } from '../../support/scripted-http.ts';
import type { NewRunDetector } from '../../../src/cloud/new-runs.ts';

const calm = new AbortController().signal;
const AT_MS = 1_700_000_000_000;
const OWN = aPendingRun({ id: '1', createdMs: AT_MS });
const intent = { testId: '1201', notes: '{}' };

async function found(runs: readonly TestRun[], triesMs = 30_000, own = OWN): ReturnType<typeof secondRuns> {
  const byId = new Map(runs.map((run) => [run.id, run]));
  const detector = {
    newRunIds: () => Promise.resolve(['1', ...byId.keys()]),
    isNew: () => true,
    read: (runId: string) => {
      const run = byId.get(runId);
      const gone = new CloudError('not-found', { request: 'GET /x', response: '404' });
      return run === undefined || runId === '404' ? Promise.reject(gone) : Promise.resolve(run);
    },
    unknownRun: (runId: string) => aPendingRun({ id: runId, createdMs: undefined }),
  };
  const doubt = { firstTryMs: 5_000_000, lastTryMs: 5_000_000 + triesMs };
  return secondRuns(
    scriptedPorts(() => ({ json: {} })),
    detector,
    { intent, own, doubt },
    calm,
  );
}

describe('secondRuns', () => {
  it.each([
    ['a moment later', 1000, true],
    ['two minutes after the last try', 150_000, true],
    ['at the edge, with what clocks differ by', 210_000, true],
    ['past it', 210_001, false],
    ['before the first try', -210_001, false],
    ['at the edge before the first try', -210_000, true],
    ['shortly before our own', -30_000, true],
  ])('created %s', async (_, afterMs, ours) => {
    const result = await found([aPendingRun({ id: '2', createdMs: AT_MS + afterMs })]);
    expect([result.ours.map(({ id }) => id), result.others]).toEqual(ours ? [['2'], []] : [[], ['2']]);
  });

  it('counts a run without a stamp, or one that cannot be read, as ours: never in silence', async () => {
    const { ours } = await found([
      aPendingRun({ id: '2', createdMs: undefined }),
      aPendingRun({ id: '404', createdMs: AT_MS }),
    ]);
    expect(ours.map(({ id }) => id)).toEqual(['2', '404']);
  });

  it('finds none where only our own is new', async () => {
    expect(await found([])).toEqual({ ours: [], others: [] });
  });

  it('reads fifty runs at most, those next to our own first: what is not read is not called foreign', async () => {
    const many = Array.from({ length: 60 }, (_, place) => aPendingRun({ id: String(place + 2), createdMs: AT_MS }));
    const { ours, others } = await found(many.toReversed());
    expect([ours.map(({ id }) => Number(id)), others]).toEqual([
      Array.from({ length: 50 }, (_, place) => place + 2),
      [],
    ]);
  });

  it('finds one of ours behind many older runs of others', async () => {
    const older = ['2', '3', '4', '5', '6'].map((id) => aPendingRun({ id, createdMs: AT_MS - 3_600_000 }));
    const { ours, others } = await found([...older, aPendingRun({ id: '7', createdMs: AT_MS + 2000 })]);
    expect([ours.map(({ id }) => id), others]).toEqual([['7'], ['2', '3', '4', '5', '6']]);
  });

  it.each([
    ['of another workflow run', '99', '100', false],
    ['of another workflow run, where our own has no tail yet', undefined, '100', false],
    ['of our own workflow run', '99', '99', true],
    ['of none', '99', undefined, true],
  ])('with a tail %s', async (_, ownRun, otherRun, ours) => {
    const origin = (workflowRun: string | undefined): Pick<TestRun, 'origin'> =>
      workflowRun === undefined
        ? {}
        : {
            origin: { repository: 'octo/shop', branch: 'main', commit: undefined, pullRequest: undefined, workflowRun },
          };
    const own = aPendingRun({ id: '1', createdMs: AT_MS, ...origin(ownRun) });
    const result = await found([aPendingRun({ id: '2', createdMs: AT_MS + 5000, ...origin(otherRun) })], 0, own);
    expect([result.ours.map(({ id }) => id), result.others]).toEqual(ours ? [['2'], []] : [[], ['2']]);
  });

  it('leaves out a run that a read shows to be of another test', async () => {
    const runs = [
      aPendingRun({ id: '2', testId: '1202', createdMs: AT_MS }),
      aPendingRun({ id: '3', createdMs: AT_MS }),
    ];
    const { ours, others } = await found(runs);
    expect([ours.map(({ id }) => id), others]).toEqual([['3'], []]);
  });

  it('counts all new runs as ours where it is not known when our own was created', async () => {
    const { ours, others } = await found(
      [aPendingRun({ id: '2', createdMs: AT_MS - 3_600_000 })],
      0,
      aPendingRun({ id: '1', createdMs: undefined }),
    );
    expect([ours.map(({ id }) => id), others]).toEqual([['2'], []]);
  });

  it('names the runs of others in the order of the list', async () => {
    const late = ['2', '3'].map((id) => aPendingRun({ id, createdMs: AT_MS + 3_600_000 }));
    expect(await found(late)).toEqual({ ours: [], others: ['2', '3'] });
  });
});

describe('the reads for second runs', () => {
  const doubt = { firstTryMs: 0, lastTryMs: 0 };
  const error = (code: 'unavailable' | 'not-found'): CloudError =>
    new CloudError(code, { request: 'GET /x', response: code });

  /** What becomes of the search, when the list was read, and which runs were. */
  async function search(
    { newRunIds, read }: Partial<NewRunDetector>,
    { outageMs = 60_000, signal = calm }: { readonly outageMs?: number; readonly signal?: AbortSignal } = {},
  ): Promise<{ readonly outcome: unknown; readonly looksMs: readonly number[]; readonly reads: readonly string[] }> {
    const ports = { ...scriptedPorts(() => ({ json: {} })), outageMs };
    const [beganMs, looksMs, reads]: [number, number[], string[]] = [ports.clock.now(), [], []];
    const detector: NewRunDetector = {
      newRunIds: (asked, within) => {
        expect([asked, within]).toEqual([intent, signal]);
        looksMs.push(ports.clock.now() - beganMs);
        return newRunIds?.(asked, within) ?? Promise.resolve(['1', '2']);
      },
      isNew: () => true,
      read: (runId, within) => {
        expect(within).toBe(signal);
        reads.push(runId);
        return read?.(runId, within) ?? Promise.resolve(aPendingRun({ id: runId, createdMs: AT_MS }));
      },
      unknownRun: (id) => aPendingRun({ id, createdMs: undefined, phase: 'created', seen: false }),
    };
    const outcome = await secondRuns(ports, detector, { intent, own: OWN, doubt }, signal).catch(
      (failure: unknown) => failure,
    );
    return { outcome, looksMs, reads };
  }

  it('are one of the list, and one of each new run that is not our own', async () => {
    const { outcome, looksMs, reads } = await search({});
    expect(outcome).toEqual({ ours: [aPendingRun({ id: '2', createdMs: AT_MS })], others: [] });
    expect([looksMs, reads]).toEqual([[0], ['2']]);
  });

  it.each([
    ['half a minute', 300_000, 30_000],
    ['a shorter outage-timeout', 10_000, 10_000],
  ])('end with the error of the list where it cannot be read for %s', async (_, outageMs, mostMs) => {
    const down = error('unavailable');
    const { outcome, looksMs } = await search({ newRunIds: () => Promise.reject(down) }, { outageMs });
    expect(outcome).toBe(down);
    expect(looksMs.at(-1)).toBeLessThanOrEqual(mostMs);
    expect(looksMs.at(-1)).toBeGreaterThan(mostMs / 3);
  });

  it('show a run, as unknown but seen, where its own read fails', async () => {
    const { outcome } = await search({ read: () => Promise.reject(error('not-found')) });
    expect(outcome).toEqual({
      ours: [aPendingRun({ id: '2', createdMs: undefined, phase: 'created', seen: true })],
      others: [],
    });
  });

  it('hide no fault of our own', async () => {
    const fault = new TypeError('x is undefined');
    expect((await search({ read: () => Promise.reject(fault) })).outcome).toBe(fault);
  });

  it('end with the reason of the signal', async () => {
    const [reason, controller] = [new Error('cancelled'), new AbortController()];
    const read = (): Promise<never> => {
      controller.abort(reason);
      return Promise.reject(error('unavailable'));
    };
    expect((await search({ read }, { signal: controller.signal })).outcome).toBe(reason);
  });
});
