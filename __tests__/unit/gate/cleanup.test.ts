/** What post does about each run that main left, under a clock of its own: how long it searches, stops and watches. */
import { describe, expect, it } from '@jest/globals';
import type { RunStopper, SearchResult, SecondRuns, StopResult } from '../../../src/cloud/cloud.ts';
import type { CloudErrorCode } from '../../../src/cloud/errors.ts';
import { CloudError } from '../../../src/cloud/errors.ts';
import { cleanUp } from '../../../src/gate/cleanup.ts';
import type { PendingStart } from '../../../src/runner/memory.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';

const START_MS = 1_800_000_000_000;
const LOST = { testId: '1201', notes: '{}', sentAtMs: START_MS };
const KNOWN = { ...LOST, runId: '7650001' };
const failing = (code: CloudErrorCode): CloudError => new CloudError(code, { request: 'GET /x', response: code });

/** What the service says, by the seconds since post began; an error is thrown. */
interface Service {
  readonly find?: (s: number) => SearchResult | Error;
  readonly stop?: (s: number) => StopResult | Error;
  readonly endsAfterS?: number;
  readonly readFails?: CloudErrorCode;
  readonly secondRuns?: SecondRuns;
}

interface Told {
  readonly logs: readonly string[];
  readonly warnings: readonly string[];
  readonly stops: readonly number[];
  readonly tookS: number;
}

async function post(left: PendingStart, service: Service): Promise<Told> {
  const clock = jumpingClock(START_MS);
  const seconds = (): number => (clock.now() - START_MS) / 1000;
  const stops: number[] = [];
  const said = <T>(answer: T | Error): Promise<T> =>
    answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  const stopper: RunStopper = {
    find: () => said(service.find?.(seconds()) ?? { kind: 'none' }),
    stop: () => {
      stops.push(Math.round(seconds()));
      return said(service.stop?.(seconds()) ?? 'stopping');
    },
    read: () => {
      if (service.readFails !== undefined) return Promise.reject(failing(service.readFails));
      const isOver =
        service.endsAfterS === undefined
          ? stops.length > 0 || left.doubt !== undefined
          : seconds() >= service.endsAfterS;
      return Promise.resolve(isOver ? aSettledRun({}) : aPendingRun({}));
    },
    secondRuns: () => Promise.resolve(service.secondRuns ?? { ours: [], others: [] }),
    close: () => undefined,
  };
  const [logs, warnings]: [string[], string[]] = [[], []];
  await cleanUp([left], {
    stopper,
    clock,
    log: (line) => logs.push(line),
    warn: (line) => warnings.push(line),
  });
  return { logs, warnings, stops, tookS: seconds() };
}

describe('a start without a run id', () => {
  it('is searched for until its run appears, and that run is stopped', async () => {
    const one = { kind: 'one', run: aPendingRun({}) } as const;
    const { logs, stops } = await post(LOST, { find: (s) => (s > 70 ? one : { kind: 'none' }) });
    expect(logs).toEqual(['Run 7650001 of test 1201 was still running. It was stopped.']);
    expect(stops).toHaveLength(1);
  });

  it('is given up once 120 s have passed since it was sent', async () => {
    const { logs, warnings, tookS } = await post(LOST, {});
    expect([logs.length, warnings.length]).toEqual([0, 1]);
    expect(tookS).toBeGreaterThanOrEqual(120);
    expect(tookS).toBeLessThan(130);
  });

  it.each([0, undefined, START_MS - 500_000])(
    'is searched for once where it was sent long ago (%s)',
    async (sentAtMs) => {
      expect((await post({ ...LOST, sentAtMs }, {})).tookS).toBe(0);
    },
  );

  it('is not searched for longer where the state says a time to come', async () => {
    expect((await post({ ...LOST, sentAtMs: START_MS * 2 }, {})).tookS).toBeLessThan(130);
  });

  it('is searched for past a list that cannot be read, and is named where it stays so', async () => {
    const one = { kind: 'one', run: aPendingRun({}) } as const;
    const again = await post(LOST, { find: (s) => (s > 30 ? one : failing('not-found')) });
    expect(again.stops).toHaveLength(1);
    const never = await post({ ...LOST, sentAtMs: 0 }, { find: () => failing('unavailable') });
    expect(never.warnings).toEqual([
      expect.stringMatching(/^A run of test 1201 could not be stopped. It may still be running and using VUh/u),
    ]);
    expect(never.tookS).toBeLessThanOrEqual(60);
    expect((await post(LOST, { find: () => failing('unauthorized') })).tookS).toBe(0);
    expect((await post(LOST, { find: () => new TypeError('x is undefined') })).warnings).toHaveLength(1);
  });

  it('stops none of several runs, and names them', async () => {
    const { warnings, stops } = await post(LOST, { find: () => ({ kind: 'unclear', runIds: ['7', '8'] }) });
    expect(warnings).toEqual([expect.stringContaining('7, 8')]);
    expect(stops).toEqual([]);
  });
});

describe('a run that was left', () => {
  it('is stopped, and seen to end', async () => {
    expect(await post(KNOWN, {})).toMatchObject({ warnings: [], stops: [0], tookS: 0 });
  });

  it('was over already', async () => {
    const { logs } = await post(KNOWN, { stop: () => 'already-over' });
    expect(logs).toEqual(['Run 7650001 of test 1201 had already ended.']);
  });

  it('is stopped again after 10 s if it goes on', async () => {
    const { stops, warnings } = await post(KNOWN, { endsAfterS: 15 });
    expect(stops).toEqual([0, 10]);
    expect(warnings).toEqual([]);
  });

  it('is named where it is not seen to end within 30 s, whatever the reads come to', async () => {
    for (const service of [{ endsAfterS: Infinity }, { readFails: 'unavailable' }] as const) {
      const { warnings, stops, tookS } = await post(KNOWN, service);
      expect(warnings).toEqual([expect.stringContaining('The stop was accepted, but the run was not seen to end.')]);
      expect(warnings[0]).toMatch(/Run 7650001 of test 1201/u);
      expect(stops).toEqual([0, 10, 20]);
      expect(tookS).toBeLessThan(35);
    }
    expect((await post(KNOWN, { readFails: 'unauthorized' })).stops).toEqual([0]);
  });

  it('is over where a repeated stop says so', async () => {
    const { logs } = await post(KNOWN, { endsAfterS: Infinity, stop: (s) => (s < 5 ? 'stopping' : 'already-over') });
    expect(logs).toEqual([expect.stringContaining('It was stopped')]);
  });

  it('is named with what it may cost where it could not be stopped', async () => {
    const { warnings } = await post(KNOWN, { stop: () => failing('unauthorized') });
    expect(warnings).toEqual([
      expect.stringMatching(
        /^Run 7650001 of test 1201 could not be stopped. It may still be running and using VUh: GET/u,
      ),
    ]);
  });
});

describe('a start of which a try is in doubt', () => {
  const doubtful = { ...KNOWN, doubt: { firstTryMs: START_MS, lastTryMs: START_MS } };

  it('has its second run named and stopped', async () => {
    const secondRuns = { ours: [aPendingRun({ id: '7650002' })], others: ['7650009'] };
    const { warnings, stops } = await post(doubtful, { endsAfterS: 5, secondRuns });
    expect(warnings).toEqual([
      expect.stringMatching(/start of test 1201 made a second run\. Run 7650002 .*was stopped/u),
    ]);
    expect(stops).toHaveLength(2);
  });

  it('is not stopped if its run has ended, and a second one is', async () => {
    const secondRuns = { ours: [aPendingRun({ id: '7650002' })], others: [] };
    const { warnings, logs, stops } = await post(doubtful, { endsAfterS: 0, secondRuns });
    expect(warnings).toEqual([expect.stringContaining('made a second run. Run 7650002')]);
    expect(logs).toEqual([]);
    expect(stops).toHaveLength(1);
  });

  it('says nothing where there is no second run', async () => {
    expect((await post(doubtful, {})).warnings).toEqual([]);
  });
});
