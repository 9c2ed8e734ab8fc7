/** Which new runs may be made by a try of ours: by the time of their creation, on the clock of the service. */
import { describe, expect, it } from '@jest/globals';
import type { TestRun } from '../../../src/test-run/test-run.ts';
import { secondRuns } from '../../../src/cloud/second-runs.ts';
import { CloudError } from '../../../src/cloud/errors.ts';
import { aPendingRun } from '../../support/a-run.ts';
import { scriptedPorts } from '../../support/scripted-http.ts';

const calm = new AbortController().signal;
const AT_MS = 1_700_000_000_000;
const OWN = aPendingRun({ id: '1', createdMs: AT_MS });
const intent = { testId: '1201', notes: '{}' };

async function found(runs: readonly TestRun[], triesMs = 30_000): ReturnType<typeof secondRuns> {
  const byId = new Map(runs.map((run) => [run.id, run]));
  const detector = {
    newRunIds: () => Promise.resolve(['1', ...byId.keys()]),
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
    { intent, own: OWN, doubt },
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

  it('reads five runs at most', async () => {
    const many = Array.from({ length: 8 }, (_, place) => aPendingRun({ id: String(place + 2), createdMs: AT_MS }));
    const { ours, others } = await found(many);
    expect([ours.length, others.length]).toEqual([5, 3]);
  });
});
