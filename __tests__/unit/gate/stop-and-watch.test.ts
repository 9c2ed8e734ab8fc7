/** The stop of post: when it is sent, when the run is read, and what counts as its end. */
import { describe, expect, it } from '@jest/globals';
import type { StopResult } from '../../../src/cloud/cloud.ts';
import { CloudError } from '../../../src/cloud/errors.ts';
import type { WatchedStop } from '../../../src/gate/stop-and-watch.ts';
import { stopAndWatch } from '../../../src/gate/stop-and-watch.ts';
import type { TestRun } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';

const START_MS = 1_800_000_000_000;
const OVER = aSettledRun({});
const RUNNING = aPendingRun({});
const HANGS = new Promise<never>(() => undefined);
const refused = new CloudError('unauthorized', { request: 'GET /x', response: '401' });

/** What the service says by the seconds since the first stop was sent. */
interface Service {
  readonly stop?: (s: number) => StopResult | Error | Promise<never>;
  readonly read?: (s: number) => TestRun | Error | Promise<never>;
}

interface Seen {
  readonly stopped: WatchedStop;
  /** When each stop was sent, and how long it was tried. */
  readonly stops: readonly (readonly [s: number, budgetMs: number])[];
  readonly reads: readonly number[];
  readonly tookS: number;
}

async function watched({ stop = () => 'stopping', read = () => RUNNING }: Service): Promise<Seen> {
  const clock = jumpingClock(START_MS);
  const seconds = (): number => (clock.now() - START_MS) / 1000;
  const [stops, reads]: [(readonly [number, number])[], number[]] = [[], []];
  const said = <T>(answer: T | Error): Promise<T> =>
    answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  const stopper = {
    stop: (runId: string, budgetMs: number): Promise<StopResult> => {
      expect(runId).toBe('7650001');
      stops.push([seconds(), budgetMs]);
      return said(stop(seconds()) as StopResult | Error);
    },
    read: (runId: string): Promise<TestRun> => {
      expect(runId).toBe('7650001');
      reads.push(seconds());
      return said(read(seconds()) as TestRun | Error);
    },
  };
  const stopped = await stopAndWatch('7650001', stopper, clock, 60_000);
  return { stopped, stops, reads, tookS: seconds() };
}

describe('a stop', () => {
  it('of a run that is over needs no watch', async () => {
    const seen = await watched({ stop: () => 'already-over' });
    expect(seen).toEqual({ stopped: { kind: 'already-over' }, stops: [[0, 60_000]], reads: [], tookS: 0 });
  });

  it('that is accepted is watched until the run has ended, once a second', async () => {
    expect(await watched({ read: (s) => (s < 3 ? RUNNING : OVER) })).toEqual({
      stopped: { kind: 'ended' },
      stops: [[0, 60_000]],
      reads: [0, 1, 2, 3],
      tookS: 3,
    });
  });

  it('has ended the load of a run whose metrics are still processed', async () => {
    const { stopped, reads } = await watched({ read: () => aPendingRun({ phase: 'processing' }) });
    expect([stopped, reads]).toEqual([{ kind: 'ended' }, [0]]);
  });

  it('that is refused is a failure in the words of the service', async () => {
    const { stopped, stops } = await watched({ stop: () => refused });
    expect([stopped, stops.length]).toEqual([{ kind: 'failed', failure: 'GET /x: 401.' }, 1]);
  });

  it('that is not answered is a failure once its time is over', async () => {
    const { stopped, tookS } = await watched({ stop: () => HANGS });
    expect([stopped, tookS]).toEqual([{ kind: 'failed', failure: 'no answer within 60 s' }, 60]);
  });
});

describe('a run that goes on after its stop', () => {
  it('is stopped again every 10 s, and is not seen to end after 30 s', async () => {
    const { stopped, stops, reads, tookS } = await watched({});
    expect([stopped, tookS]).toEqual([{ kind: 'unseen' }, 30]);
    expect(stops).toEqual([
      [0, 60_000],
      [10, 10_000],
      [20, 10_000],
    ]);
    expect(reads).toHaveLength(33);
  });

  it('has ended where the next stop finds it over', async () => {
    const { stopped, stops } = await watched({ stop: (s) => (s < 10 ? 'stopping' : 'already-over') });
    expect([stopped, stops.length]).toEqual([{ kind: 'ended' }, 2]);
  });

  it.each<readonly [string, Error | Promise<never>, number]>([
    ['fails', refused, 30],
    ['is not answered', HANGS, 30],
  ])('is watched on where the next stop %s', async (_, answer) => {
    const read = (s: number): TestRun => (s < 25 ? RUNNING : OVER);
    expect((await watched({ stop: (s) => (s < 10 ? 'stopping' : answer), read })).stopped).toEqual({ kind: 'ended' });
  });
});

describe('a run that cannot be read after its stop', () => {
  it('is read again, whatever went wrong', async () => {
    const errors = [new CloudError('not-found', { request: 'GET /x', response: '404' }), new Error('a fault of ours')];
    const { stopped, reads } = await watched({ read: () => errors.shift() ?? OVER });
    expect([stopped, reads]).toEqual([{ kind: 'ended' }, [0, 1, 2]]);
  });

  it('is given up at once where the token is refused', async () => {
    const { stopped, stops, tookS } = await watched({ read: (s) => (s < 2 ? RUNNING : refused) });
    expect([stopped, stops.length, tookS]).toEqual([{ kind: 'unseen' }, 1, 2]);
  });

  it('is stopped again where no read is answered', async () => {
    const { stopped, stops, reads, tookS } = await watched({ read: () => HANGS });
    expect([stopped, reads, tookS]).toEqual([{ kind: 'unseen' }, [0, 10, 20], 30]);
    expect(stops.map(([s]) => s)).toEqual([0, 10, 20]);
  });

  it('has a second for its last read, and the stops after it have less time', async () => {
    const { stopped, stops, reads, tookS } = await watched({ read: (s) => (s < 10 ? RUNNING : HANGS) });
    expect([stopped, tookS]).toEqual([{ kind: 'unseen' }, 30]);
    expect(reads).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 21]);
    expect(stops).toEqual([
      [0, 60_000],
      [11, 10_000],
      [21, 9000],
    ]);
  });
});
