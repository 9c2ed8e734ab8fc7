/** Which runs the trend of a test shows, in which order, and what is asked for it. */
import { describe, expect, it } from '@jest/globals';
import { trendBefore } from '../../../src/gate/trend.ts';
import type { EarlierRun, TrendPoint } from '../../../src/test-run/metrics.ts';
import type { TestRun } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { anAsking } from '../../support/an-asking.ts';
import { scriptedCloud } from '../../support/scripted-cloud.ts';

const RUN = aSettledRun({});
const earlier = (run: TestRun): EarlierRun => ({ run, marked: false });

async function trendOf(
  runs: readonly TestRun[],
  run: TestRun = RUN,
): Promise<{ readonly trend: readonly TrendPoint[]; readonly asked: readonly unknown[] }> {
  const latencies = (): Promise<ReadonlyMap<string, number>> => Promise.resolve(new Map([['7649990', 362]]));
  const { cloud, asked } = scriptedCloud({ metrics: { latencies } });
  return { trend: await trendBefore(run, runs.map(earlier), cloud, anAsking()), asked };
}

describe('the trend', () => {
  it('has the runs before, oldest first, each with when it was created and its p95 as far as it is known', async () => {
    const newest = aSettledRun({ id: '7649990', createdMs: 2000 });
    const oldest = aSettledRun({ id: '7649980', createdMs: 1000, result: 'failed' });
    expect(await trendOf([newest, oldest])).toEqual({
      trend: [
        { runId: '7649980', createdMs: 1000, p95Ms: undefined },
        { runId: '7649990', createdMs: 2000, p95Ms: 362 },
      ],
      asked: [['latencies', '1201', ['7649990', '7649980']]],
    });
  });

  it('leaves out runs that did not come to their end', async () => {
    const aborted = aSettledRun({ id: '7649970', ending: { kind: 'aborted', by: 'user' } });
    const running = aPendingRun({ id: '7649980' });
    const timedOut = aSettledRun({ id: '7649960', ending: { kind: 'timed-out' } });
    const { asked } = await trendOf([running, aborted, aSettledRun({ id: '7649965' }), timedOut]);
    expect(asked).toEqual([['latencies', '1201', ['7649965']]]);
  });

  it('has the nine newest runs at most, and runs that are left out do not count', async () => {
    const aborted = aSettledRun({ ending: { kind: 'aborted', by: 'user' } });
    const runs = Array.from({ length: 12 }, (_, place) => aSettledRun({ id: String(7649990 - place) }));
    const { trend } = await trendOf([aborted, ...runs]);
    expect(trend.map(({ runId }) => runId)).toEqual([
      '7649982',
      '7649983',
      '7649984',
      '7649985',
      '7649986',
      '7649987',
      '7649988',
      '7649989',
      '7649990',
    ]);
  });

  it.each([
    ['no run before it came to its end', [aPendingRun({})], RUN],
    ['its test is not known', [aSettledRun({ id: '7649990' })], aSettledRun({ testId: undefined })],
  ])('is empty, and nothing is asked, where %s', async (_, runs, run) => {
    expect(await trendOf(runs, run)).toEqual({ trend: [], asked: [] });
  });
});
