/** One test to its verdict: what is started, reported, polled and judged, and what its outcome says. */
import { describe, expect, it } from '@jest/globals';
import { CloudError } from '../../../src/cloud/errors.ts';
import { judgeExistingRun, runTest } from '../../../src/gate/run-test.ts';
import { fixedInterval } from '../../../src/poll/interval.ts';
import type { PollState } from '../../../src/poll/poll-state.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import type { StepScript } from '../../support/a-step-context.ts';
import { aStepContext } from '../../support/a-step-context.ts';
import { NOTHING_KNOWN } from '../../support/scripted-cloud.ts';

const URL_OF_RUN = 'https://app.k6.io/runs/7650001';
const START_MS = Date.parse('2026-11-23T10:00:00Z');
const QUEUED = aPendingRun({ phase: 'queued' });
const RUNNING = aPendingRun({});
const PASSED = aSettledRun({});
const HEAD = { commit: '0123abc', branch: 'topic' };
const ORIGIN = {
  repository: 'acme/shop',
  branch: 'main',
  commit: undefined,
  pullRequest: undefined,
  workflowRun: undefined,
} as const;
const STEP_ORIGIN = { ...ORIGIN, defaultBranch: 'main', head: HEAD, trusted: true };

function step(script: StepScript): ReturnType<typeof aStepContext> {
  return aStepContext({ reads: [PASSED], ...script });
}

describe('a test', () => {
  it('is started, saved, polled to its end and judged', async () => {
    const { context, told, asked, memory } = step({
      reads: [QUEUED, RUNNING, RUNNING, PASSED],
      inputs: { comparison: { baseline: { kind: 'none' }, maxRegression: [], origin: STEP_ORIGIN } },
      metrics: { testName: () => Promise.resolve('Checkout API') },
    });
    const outcome = await runTest('1201', context);
    expect(outcome).toEqual({
      testId: '1201',
      pollResult: { kind: 'settled', run: PASSED },
      source: HEAD,
      verdict: { word: 'passed', cause: 'passed', always: false },
      stopOutcome: undefined,
      phases: [
        { phase: 'queued', fromMs: START_MS, toMs: START_MS + 2000 },
        { phase: 'running', fromMs: START_MS + 2000, toMs: START_MS + 6000 },
      ],
      reason: expect.stringContaining('run 7650001'),
      metrics: expect.objectContaining({ testName: 'Checkout API', notCompared: undefined }),
    });
    expect(told).toEqual([
      `started 7650001 ${URL_OF_RUN}`,
      'polled queued',
      'polled running',
      'polled running',
      'polled finished',
    ]);
    expect(asked.slice(0, 3)).toEqual([
      ['prepare', '1201'],
      ['start', { testId: '1201', notes: '{}' }],
      ['read', '7650001'],
    ]);
    expect(memory.pending()).toEqual([]);
  });

  it('is reported again where a poll knows a better address, once', async () => {
    const better = 'https://acme.grafana.net/a/k6-app/runs/7650001';
    const reads = [aPendingRun({ url: better }), aSettledRun({ url: better })];
    const { context, told } = step({ reads });
    await runTest('1201', context);
    expect(told.filter((line) => line.startsWith('started'))).toEqual([
      `started 7650001 ${URL_OF_RUN}`,
      `started 7650001 ${better}`,
    ]);
  });

  it('is started when it is its turn', async () => {
    const turns: string[] = [];
    const { context } = step({});
    const inTurn =
      (name: string) =>
      <T>(work: () => Promise<T>): Promise<T> => {
        turns.push(name);
        return work();
      };
    const limits = { ...context.limits, start: inTurn('start'), metrics: inTurn('metrics'), early: inTurn('early') };
    await runTest('1201', { ...context, limits });
    expect(turns).toEqual(['start', 'metrics']);
  });

  it('has its metrics asked while it runs', async () => {
    const { context, asked } = step({ reads: [RUNNING, PASSED] });
    await runTest('1201', context);
    const questions = asked.map(([question]) => question);
    expect(questions.indexOf('testName')).toBeLessThan(questions.lastIndexOf('read'));
    expect(questions.filter((question) => question === 'testName')).toHaveLength(1);
  });

  it('is polled at a pace that knows how long earlier runs lasted', async () => {
    const earlier = [{ lastedMs: 124_000, plannedMs: 120_000 }];
    const states: PollState[] = [];
    const interval = (state: PollState, nowMs: number): number => {
      states.push(state);
      return fixedInterval(2000)(state, nowMs);
    };
    const prepare = (): Promise<{ testId: string; notes: string; earlier: typeof earlier }> =>
      Promise.resolve({ testId: '1201', notes: '{}', earlier });
    const { context } = step({ reads: [RUNNING, PASSED], cloud: { prepare }, ports: { interval } });
    await runTest('1201', context);
    expect(states.map((state) => [state.earlier, state.startedByUs])).toEqual([[earlier, true]]);
  });

  it('is polled at a pace that knows nothing of earlier runs where it was started by somebody else', async () => {
    const states: PollState[] = [];
    const interval = (state: PollState): number => {
      states.push(state);
      return 2000;
    };
    const { context } = step({ reads: [RUNNING, PASSED], ports: { interval } });
    await judgeExistingRun('7650001', context);
    expect(states.map((state) => [state.earlier, state.startedByUs])).toEqual([[[], false]]);
  });

  it('has failed polls reported, and goes on', async () => {
    const lost = new CloudError('interrupted', { request: 'GET /run', response: 'the connection broke' });
    const { context, told } = step({ reads: [lost, PASSED] });
    expect((await runTest('1201', context)).verdict.word).toBe('passed');
    expect(told).toContain('poll of 7650001 failed: GET /run: the connection broke.');
  });

  it('that cannot be started is an error, and nothing is reported or polled', async () => {
    const refused = new CloudError('not-found', { request: 'GET /test', response: '404' });
    const { context, told, asked } = step({ cloud: { prepare: () => Promise.reject(refused) } });
    expect(await runTest('1201', context)).toEqual({
      testId: '1201',
      pollResult: { kind: 'not-started', failure: 'GET /test: 404.', problem: 'not-found' },
      source: undefined,
      verdict: { word: 'error', cause: 'start-failed', always: true },
      stopOutcome: undefined,
      phases: [],
      reason: 'GET /test: 404. No test was started.',
      metrics: undefined,
    });
    expect([told, asked]).toEqual([[], [['prepare', '1201']]]);
  });

  it('is left once it is started with `wait: false`', async () => {
    const { context, told, asked } = step({ inputs: { wait: false } });
    const run = aPendingRun({ phase: 'created' });
    expect(await runTest('1201', context)).toMatchObject({
      pollResult: { kind: 'not-awaited', run },
      verdict: { word: 'started' },
      stopOutcome: undefined,
      phases: [],
      metrics: undefined,
    });
    expect(told).toEqual([`started 7650001 ${URL_OF_RUN}`]);
    expect(asked.map(([question]) => question)).toEqual(['prepare', 'start']);
  });

  it('is stopped where a time limit ends', async () => {
    const limits = { timeoutMs: 10_000, queueMs: undefined, processingMs: 60_000, outageMs: 60_000 };
    const { context, asked, memory } = step({ reads: [RUNNING], inputs: { limits } });
    expect(await runTest('1201', context)).toMatchObject({
      pollResult: { kind: 'gave-up', limit: 'timeout', limitMs: 10_000 },
      verdict: { word: 'timeout', cause: 'time-limit' },
      stopOutcome: 'stopped',
      reason: expect.stringContaining('A stop was requested for the run.'),
    });
    expect(asked.at(-1)).toEqual(['stop', '7650001', 7000]);
    expect(memory.pending()).toEqual([]);
  });

  it('is an error at once where its start in doubt has made a second run: both are stopped', async () => {
    const { context, asked } = step({
      cloud: {
        start: ({ testId }, _signal, events) => {
          events?.onDoubt?.({ firstTryMs: START_MS, lastTryMs: START_MS });
          return Promise.resolve(aPendingRun({ testId }));
        },
        secondRuns: () => Promise.resolve({ ours: [aPendingRun({ id: '7650002' })], others: [] }),
      },
    });
    expect(await runTest('1201', context)).toMatchObject({
      pollResult: { kind: 'started-twice', run: { id: '7650001' }, others: [{ runId: '7650002', stop: 'stopped' }] },
      verdict: { word: 'error', cause: 'started-twice' },
      stopOutcome: 'stopped',
    });
    expect(asked.filter(([what]) => what === 'stop' || what === 'read')).toEqual([
      ['stop', '7650002', 7000],
      ['stop', '7650001', 7000],
    ]);
  });

  it('is an error where its start in doubt made a second run that appears later', async () => {
    let looks = 0;
    const { context } = step({
      cloud: {
        start: ({ testId }, _signal, events) => {
          events?.onDoubt?.({ firstTryMs: START_MS, lastTryMs: START_MS });
          return Promise.resolve(aPendingRun({ testId }));
        },
        secondRuns: () => Promise.resolve({ ours: ++looks === 1 ? [] : [aPendingRun({ id: '7650002' })], others: [] }),
      },
    });
    expect(await runTest('1201', context)).toMatchObject({
      pollResult: { kind: 'started-twice', run: PASSED, others: [{ runId: '7650002', stop: 'stopped' }] },
      verdict: { word: 'error', cause: 'started-twice' },
    });
  });
});

describe('a read that shows a run of another test', () => {
  const other = aSettledRun({ testId: '1202' });

  it('is not believed: the run is neither judged nor stopped', async () => {
    const { context, asked } = step({ reads: [other] });
    const { pollResult, verdict, stopOutcome } = await runTest('1201', context);
    const failure = 'the read of run 7650001: the response shows a run of test 1202, but test 1201 was started.';
    expect(pollResult).toMatchObject({ kind: 'api-refused', problem: 'wrong-run', failure });
    expect(verdict).toEqual({ word: 'error', cause: 'wrong-run', always: true });
    expect(stopOutcome).toBeUndefined();
    expect(asked.map(([question]) => question)).not.toContain('stop');
  });

  it('is believed where it does not say of which test', async () => {
    const { context } = step({ reads: [aSettledRun({ testId: undefined })] });
    expect((await runTest('1201', context)).verdict.word).toBe('passed');
  });

  it('is believed where the run was named by its id', async () => {
    const { context } = step({ reads: [other] });
    expect((await judgeExistingRun('7650001', context)).verdict.word).toBe('passed');
  });
});

describe('a run that somebody else started', () => {
  it('is reported with its first poll, and shows where its note says it is from', async () => {
    const run = aSettledRun({ origin: ORIGIN });
    const inputs = { comparison: { baseline: { kind: 'none' }, maxRegression: [], origin: STEP_ORIGIN } } as const;
    const { context, told, asked } = step({ reads: [aPendingRun({}), run], inputs });
    expect(await judgeExistingRun('7650001', context)).toMatchObject({
      testId: undefined,
      pollResult: { kind: 'settled', run },
      source: ORIGIN,
      verdict: { word: 'passed' },
      phases: [{ phase: 'running', fromMs: START_MS, toMs: START_MS + 2000 }],
    });
    expect(told).toEqual([`started 7650001 ${URL_OF_RUN}`, 'polled running', 'polled finished']);
    expect(asked[0]).toEqual(['read', '7650001']);
  });

  it('is never stopped, and no second run of it is searched for', async () => {
    const limits = { timeoutMs: 10_000, queueMs: undefined, processingMs: 60_000, outageMs: 60_000 };
    const { context, asked, memory } = step({ reads: [RUNNING], inputs: { limits } });
    memory.remember({ testId: '1201', notes: '{}', runId: '7650001', doubt: { firstTryMs: 0, lastTryMs: 0 } });
    const outcome = await judgeExistingRun('7650001', context);
    expect(outcome).toMatchObject({ verdict: { word: 'timeout' }, stopOutcome: 'not-ours', source: undefined });
    const questions = new Set(asked.map(([question]) => question));
    expect([questions.has('stop'), questions.has('secondRuns')]).toEqual([false, false]);
  });

  it('is believed to be missing at once where the API denies it', async () => {
    const denied = new CloudError('not-found', { request: 'GET /run', response: '404' });
    const { context, asked } = step({ reads: [denied, PASSED] });
    expect((await judgeExistingRun('7', context)).verdict.cause).toBe('api-refused');
    expect(asked).toHaveLength(1);
    const ours = step({ reads: [denied, PASSED] });
    expect((await runTest('1201', ours.context)).verdict.word).toBe('passed');
  });

  it('has its metrics by its place among the runs', async () => {
    const ids = Array.from({ length: 11 }, (_, place) => String(7650001 + place));
    const whichOf = async (id: string): Promise<unknown> => {
      const { context } = step({ inputs: { targets: { kind: 'runs', ids } } });
      const which: unknown[] = [];
      const metrics = {
        ...context.ports.cloud.metrics,
        metrics: (...[, , parts]: Parameters<typeof NOTHING_KNOWN.metrics>) => {
          which.push(parts);
          return NOTHING_KNOWN.metrics(PASSED, { signal: context.signal, onFailure: () => undefined });
        },
      };
      const ports = { ...context.ports, cloud: { ...context.ports.cloud, metrics } };
      await judgeExistingRun(id, { ...context, ports });
      return which[0];
    };
    expect([await whichOf('7650010'), await whichOf('7650011')]).toEqual(['all', 'main']);
  });
});
