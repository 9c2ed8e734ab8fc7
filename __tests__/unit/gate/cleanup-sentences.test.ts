/** What post says of each run that main left, to the letter, and which question it asks of a start in doubt. */
import { describe, expect, it } from '@jest/globals';
import type { RunStopper } from '../../../src/cloud/cloud.ts';
import { CloudError } from '../../../src/cloud/errors.ts';
import { cleanUp } from '../../../src/gate/cleanup.ts';
import type { PendingStart } from '../../../src/runner/memory.ts';
import type { TestRun } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';

const START_MS = 1_800_000_000_000;
const LOST: PendingStart = { testId: '1201', notes: '{"n":1}' };
const KNOWN: PendingStart = { ...LOST, runId: '7650001' };
const DOUBT = { firstTryMs: START_MS - 9000, lastTryMs: START_MS - 1000 };
const DOUBTFUL: PendingStart = { ...KNOWN, doubt: DOUBT };
const OVER = aSettledRun({});
const RUNNING = aPendingRun({});
const HANGS = new Promise<never>(() => undefined);
const down = new CloudError('unavailable', { request: 'GET /x', response: '503' });
const refused = new CloudError('unauthorized', { request: 'GET /x', response: '401' });

interface Told {
  readonly logs: readonly string[];
  readonly warnings: readonly string[];
}

interface Post extends Told {
  /** `read`, `stop 7650001`, … with the second at which it was asked. */
  readonly asked: readonly string[];
}

/** By default no run is found, every stop is accepted, and a run goes on until it is told to stop; one in doubt has ended. */
async function post(owed: readonly PendingStart[], service: Partial<RunStopper>): Promise<Post> {
  const clock = jumpingClock(START_MS);
  const [logs, warnings, asked]: [string[], string[], string[]] = [[], [], []];
  const shown = (runId: string): TestRun => {
    const start = owed.find((one) => one.runId === runId);
    const goesOn =
      start !== undefined && start.doubt === undefined && !asked.some((line) => line.startsWith(`stop ${runId}`));
    return goesOn ? aPendingRun({ id: runId, testId: start.testId }) : OVER;
  };
  const note = (what: string): unknown => asked.push(`${what} at ${(clock.now() - START_MS) / 1000} s`);
  const stopper: RunStopper = {
    find: () => Promise.resolve({ kind: 'none' }),
    secondRuns: () => Promise.resolve({ ours: [], others: [] }),
    close: () => undefined,
    ...service,
    stop: (runId, ...rest) => {
      note(`stop ${runId}`);
      return service.stop?.(runId, ...rest) ?? Promise.resolve('stopping');
    },
    read: (runId, signal) => {
      note(`read ${runId}`);
      return service.read?.(runId, signal) ?? Promise.resolve(shown(runId));
    },
  };
  const log = (line: string): unknown => logs.push(line);
  await cleanUp(owed, { stopper, clock, log, warn: (line) => warnings.push(line) });
  return { logs, warnings, asked };
}

describe('the one sentence about a run', () => {
  const KNOWN_COST = 'could not be stopped. It may still be running and using VUh';

  it.each<readonly [string, PendingStart, Partial<RunStopper>, Partial<Told>]>([
    [
      'that was not found',
      LOST,
      {},
      { warnings: ['The start request for test 1201 got no response, and no run was found in 120 s. Check k6 Cloud.'] },
    ],
    [
      'that may be any of several',
      LOST,
      { find: () => Promise.resolve({ kind: 'unclear', runIds: ['7', '8'] }) },
      {
        warnings: [
          "The start request for test 1201 got no response; several new runs of test 1201 exist: 7, 8. None was stopped. Check them in k6 Cloud and stop any you don't need.",
        ],
      },
    ],
    [
      'that cannot be searched for',
      LOST,
      { find: () => Promise.reject(refused) },
      { warnings: [`A run of test 1201 ${KNOWN_COST}: GET /x: 401.`] },
    ],
    [
      'that was found and stopped',
      LOST,
      { find: () => Promise.resolve({ kind: 'one', run: RUNNING }) },
      { logs: ['Run 7650001 of test 1201 was still running. It was stopped.'] },
    ],
    [
      'that was over, as the stop says',
      KNOWN,
      { stop: () => Promise.resolve('already-over') },
      { logs: ['Run 7650001 of test 1201 had already ended.'] },
    ],
    [
      'that was over, as a read says: no stop is sent',
      KNOWN,
      { read: () => Promise.resolve(OVER), stop: () => Promise.reject(new Error('a run that is over')) },
      { logs: ['Run 7650001 of test 1201 had already ended.'] },
    ],
    [
      'that is of another test: it is not ours to stop',
      KNOWN,
      {
        read: () => Promise.resolve(aPendingRun({ testId: '999' })),
        stop: () => Promise.reject(new Error('not ours')),
      },
      { logs: ['Run 7650001 is of test 999, not of test 1201. It was not stopped.'] },
    ],
    [
      'that is over, and of which only the search for a second one is owed: none',
      { ...KNOWN, isLeft: true },
      { read: () => Promise.reject(refused) },
      {},
    ],
    [
      'that was over when it was asked to stop',
      KNOWN,
      { stop: () => Promise.resolve('already-over') },
      { logs: ['Run 7650001 of test 1201 had already ended.'] },
    ],
    [
      'that is not seen to end',
      KNOWN,
      { read: () => Promise.resolve(RUNNING) },
      {
        warnings: [
          'Run 7650001 of test 1201: The stop was accepted, but the run was not seen to end. It may still be using VUh. Check it in k6 Cloud.',
        ],
      },
    ],
    [
      'that cannot be stopped',
      KNOWN,
      { stop: () => Promise.reject(refused) },
      { warnings: [`Run 7650001 of test 1201 ${KNOWN_COST}: GET /x: 401.`] },
    ],
    [
      'of which the stop is not answered',
      KNOWN,
      { stop: () => HANGS },
      { warnings: [`Run 7650001 of test 1201 ${KNOWN_COST}: no answer within 60 s`] },
    ],
  ])('%s', async (_, left, service, told) => {
    expect(await post([left], service)).toMatchObject({ logs: [], warnings: [], ...told });
  });

  it('is said of each run, whatever becomes of another', async () => {
    const other = { ...KNOWN, testId: '1202', runId: '7650002' };
    const stop: RunStopper['stop'] = (runId) =>
      runId === '7650001' ? Promise.reject(refused) : Promise.resolve('already-over');
    expect(await post([KNOWN, other], { stop })).toMatchObject({
      logs: ['Run 7650002 of test 1202 had already ended.'],
      warnings: [`Run 7650001 of test 1201 ${KNOWN_COST}: GET /x: 401.`],
    });
  });
});

describe('a start in doubt', () => {
  it('is looked into by its notes, its run and its tries, once its run has ended', async () => {
    const starts: unknown[] = [];
    const secondRuns: RunStopper['secondRuns'] = (start) => {
      starts.push(start);
      return Promise.resolve({ ours: [], others: ['7', '8'] });
    };
    expect(await post([DOUBTFUL], { secondRuns })).toEqual({
      logs: ['Other new runs of test 1201 exist; none of them was started by this step: 7, 8.'],
      warnings: [],
      asked: ['read 7650001 at 0 s', 'read 7650001 at 0 s'],
    });
    expect(starts).toEqual([{ intent: { testId: '1201', notes: '{"n":1}' }, own: OVER, doubt: DOUBT }]);
  });

  it('has its second run stopped, and a warning says what became of it', async () => {
    const secondRuns: RunStopper['secondRuns'] = () =>
      Promise.resolve({ ours: [aPendingRun({ id: '7650002' })], others: [] });
    const { logs, warnings, asked } = await post([DOUBTFUL], { secondRuns });
    expect(logs).toEqual([]);
    expect(warnings).toEqual([
      'The start of test 1201 made a second run. Run 7650002 of test 1201 was still running. It was stopped.',
    ]);
    expect(asked.slice(2)).toEqual(['stop 7650002 at 0 s', 'read 7650002 at 0 s']);
  });

  it('has its own run stopped first where that goes on', async () => {
    let isStopped = false;
    const { logs, asked } = await post([DOUBTFUL], {
      stop: () => {
        isStopped = true;
        return Promise.resolve('stopping');
      },
      read: () => Promise.resolve(isStopped ? OVER : RUNNING),
    });
    expect(logs).toEqual(['Run 7650001 of test 1201 was still running. It was stopped.']);
    expect(asked.slice(0, 2)).toEqual(['read 7650001 at 0 s', 'stop 7650001 at 0 s']);
  });

  it('has its own run stopped where that cannot be read, or not in 5 s', async () => {
    for (const [first, s] of [
      [Promise.reject(refused), 0],
      [HANGS, 5],
    ] as const) {
      first.catch(() => undefined);
      const reads = [first];
      const { asked } = await post([DOUBTFUL], { read: () => reads.shift() ?? Promise.resolve(OVER) });
      expect(asked[1]).toBe(`stop 7650001 at ${s} s`);
    }
  });

  it('whose run is left has only the second one looked for', async () => {
    const secondRuns: RunStopper['secondRuns'] = () =>
      Promise.resolve({ ours: [aPendingRun({ id: '7650002' })], others: [] });
    const left = { ...DOUBTFUL, isLeft: true };
    const { asked, warnings } = await post([left], { secondRuns });
    expect(asked).toEqual(['read 7650001 at 0 s', 'stop 7650002 at 0 s', 'read 7650002 at 0 s']);
    expect(warnings).toHaveLength(1);
  });

  it('is looked into although its run cannot be read at once', async () => {
    const reads = [Promise.reject(refused), Promise.reject(down), Promise.reject(down), Promise.resolve(OVER)];
    for (const read of reads) read.catch(() => undefined);
    const { asked, warnings } = await post([DOUBTFUL], { read: () => reads.shift() ?? Promise.resolve(OVER) });
    expect(warnings).toEqual([]);
    expect(asked).toHaveLength(6);
  });

  it('that cannot be looked into, or not in a minute, is a warning', async () => {
    const failing = await post([DOUBTFUL], { secondRuns: () => Promise.reject(refused) });
    const hanging = await post([DOUBTFUL], { secondRuns: () => HANGS });
    const unchecked = 'Whether the start of test 1201 made a second run could not be checked';
    expect(failing.warnings).toEqual([`${unchecked}: GET /x: 401. Check k6 Cloud.`]);
    expect(hanging.warnings).toEqual([`${unchecked}: the list of runs was not read in time. Check k6 Cloud.`]);
  });
});

describe('a start without a doubt', () => {
  it('has its run stopped after one read, and no other run is searched for', async () => {
    const secondRuns = (): Promise<never> => Promise.reject(new Error('not asked here'));
    expect(await post([KNOWN], { secondRuns })).toEqual({
      logs: ['Run 7650001 of test 1201 was still running. It was stopped.'],
      warnings: [],
      asked: ['read 7650001 at 0 s', 'stop 7650001 at 0 s', 'read 7650001 at 0 s'],
    });
  });
});
