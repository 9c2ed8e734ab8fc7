/** What decides beside the run itself: thresholds that are required, a comparison, the note of the run, and a cancel. */
import { describe, expect, it } from '@jest/globals';
import { CloudError } from '../../../src/cloud/errors.ts';
import type { Ports } from '../../../src/gate/ports.ts';
import { judgeExistingRun, runTest } from '../../../src/gate/run-test.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import type { ComparisonInputs } from '../../../src/inputs/reports.ts';
import { NO_METRICS, NO_NUMBERS } from '../../../src/test-run/metrics.ts';
import type { RunOutcome } from '../../../src/test-run/outcome.ts';
import type { Thresholds } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import type { StepScript } from '../../support/a-step-context.ts';
import { aStepContext } from '../../support/a-step-context.ts';

const PASSED = aSettledRun({});
const RUNNING = aPendingRun({});
const P95: ComparisonInputs['maxRegression'] = [{ metric: 'p95', size: 10, unit: '%' }];
const REQUIRED = { policy: { processingError: 'fail', requireThresholds: true } } as const;

function step(script: StepScript): ReturnType<typeof aStepContext> {
  return aStepContext({ reads: [PASSED], ...script });
}

function verdictOf({ verdict: { word, cause } }: RunOutcome): string {
  return `${word}: ${cause}`;
}

describe('thresholds that are required', () => {
  it.each<readonly [Thresholds, string]>([
    ['some', 'passed: passed'],
    ['none', 'error: no-thresholds'],
    ['not-evaluated', 'error: thresholds-not-evaluated'],
  ])('are read of a run that would pass: %s', async (thresholds, verdict) => {
    const { context, asked } = step({
      inputs: REQUIRED,
      cloud: { thresholds: () => Promise.resolve(thresholds) },
    });
    const outcome = await runTest('1201', context);
    expect(verdictOf(outcome)).toBe(verdict);
    expect(outcome.pollResult).toEqual({ kind: 'settled', run: { ...PASSED, thresholds } });
    expect(asked).toContainEqual(['thresholds', '7650001']);
  });

  it.each([
    ['a run that has failed', aSettledRun({ result: 'failed' }), 'failed: thresholds-not-met'],
    ['a run of which metrics are lost', aSettledRun({ metrics: 'incomplete' }), 'error: metrics-incomplete'],
  ])('are not read of %s', async (_, run, verdict) => {
    const { context } = step({ reads: [run], inputs: REQUIRED });
    expect(verdictOf(await runTest('1201', context))).toBe(verdict);
  });

  it('are read of a run of which metrics are lost, where its result is enough to pass', async () => {
    const { context, asked } = step({
      reads: [aSettledRun({ metrics: 'incomplete' })],
      inputs: { policy: { processingError: 'warn', requireThresholds: true } },
      cloud: { thresholds: () => Promise.resolve('some') },
    });
    expect(verdictOf(await runTest('1201', context))).toBe('passed: passed');
    expect(asked).toContainEqual(['thresholds', '7650001']);
  });

  it('are not read of a run that is not over', async () => {
    const limits = { timeoutMs: 10_000, queueMs: undefined, processingMs: 60_000, outageMs: 60_000 };
    const { context } = step({ reads: [RUNNING], inputs: { ...REQUIRED, limits } });
    expect(verdictOf(await runTest('1201', context))).toBe('timeout: time-limit');
  });

  it('are a cancelled run where the workflow is cancelled meanwhile', async () => {
    const cancelling = new AbortController();
    const thresholds = (): Promise<never> => {
      cancelling.abort(new Error('cancelled'));
      return Promise.reject(new Error('cancelled'));
    };
    const { context } = step({ inputs: REQUIRED, cloud: { thresholds }, signal: cancelling.signal });
    expect((await runTest('1201', context)).pollResult).toEqual({ kind: 'cancelled', run: PASSED });
  });

  it('are not taken for granted where reading them has a fault', async () => {
    const fault = new TypeError('x is undefined');
    const { context } = step({ inputs: REQUIRED, cloud: { thresholds: () => Promise.reject(fault) } });
    await expect(runTest('1201', context)).rejects.toBe(fault);
  });
});

/** A run with a p95 of 500 ms, after one of 362 ms. */
const SLOWER: StepScript['metrics'] = {
  metrics: () => Promise.resolve({ ...NO_METRICS, numbers: { ...NO_NUMBERS, p95Ms: 500 } }),
  numbers: () => Promise.resolve({ ...NO_NUMBERS, p95Ms: 362 }),
  earlierRuns: () => Promise.resolve([{ run: aSettledRun({ id: '7649990' }), marked: false }]),
};

const comparing = (given: Partial<ComparisonInputs> = {}): Pick<Inputs, 'comparison'> => ({
  comparison: { baseline: { kind: 'previous' }, maxRegression: P95, ...given },
});

describe('a comparison', () => {
  it('makes a run fail that is worse than its rule allows, and its reason says by how much', async () => {
    const { context } = step({ inputs: comparing(), metrics: SLOWER });
    const outcome = await runTest('1201', context);
    expect(verdictOf(outcome)).toBe('failed: regressed');
    expect(outcome.metrics?.regressions).toHaveLength(1);
    expect(outcome.reason).toMatch(/^p95 latency rose 38\.1 % \(362 → 500 ms, run 7649990\); allowed: 10 %/u);
  });

  it.each<readonly [string, boolean | undefined]>([
    ['error: not-compared', true],
    ['passed: passed', false],
    ['passed: passed', undefined],
  ])('that could not be made is %s with require-comparison %s', async (verdict, requireComparison) => {
    const { context } = step({ inputs: comparing(requireComparison === undefined ? {} : { requireComparison }) });
    const outcome = await runTest('1201', context);
    expect(verdictOf(outcome)).toBe(verdict);
    const why = 'No baseline: no earlier run that passed was found; `max-regression` (p95=10%) was not applied';
    expect(outcome.metrics?.notCompared).toBe(why);
    expect(outcome.reason.startsWith(why)).toBe(requireComparison === true);
  });

  it('that was made is enough for require-comparison', async () => {
    const metrics = { ...SLOWER, numbers: () => Promise.resolve({ ...NO_NUMBERS, p95Ms: 490 }) };
    const { context } = step({ inputs: comparing({ requireComparison: true }), metrics });
    expect(verdictOf(await runTest('1201', context))).toBe('passed: passed');
  });

  it.each<readonly [string, string, Partial<ComparisonInputs>]>([
    ['is cut short by a cancel: nothing is proven', 'cancelled: cancelled', {}],
    ['of which no rule decides is not missed', 'passed: passed', { maxRegression: [] }],
    ['that is not wanted is not missed', 'passed: passed', { baseline: { kind: 'none' } }],
  ])('%s', async (_, verdict, given) => {
    const cancelling = new AbortController();
    const metrics = {
      metrics: () => {
        cancelling.abort(new Error('cancelled'));
        return Promise.resolve(NO_METRICS);
      },
    };
    const { context } = step({ inputs: comparing(given), metrics, signal: cancelling.signal });
    expect(verdictOf(await runTest('1201', context))).toBe(verdict);
  });
});

describe('a cancel that comes with the last poll', () => {
  it.each<readonly [string, string, Partial<ComparisonInputs>]>([
    ['leaves a pass a pass where nothing was to be compared', 'passed: passed', { maxRegression: [] }],
    ['makes a pass a cancelled run where a rule was to decide', 'cancelled: cancelled', {}],
  ])('%s', async (_, verdict, given) => {
    const cancelling = new AbortController();
    const read = (): Promise<typeof PASSED> => {
      cancelling.abort(new Error('cancelled'));
      return Promise.resolve(PASSED);
    };
    const { context } = step({ inputs: comparing(given), cloud: { read }, signal: cancelling.signal });
    const outcome = await runTest('1201', context);
    expect([verdictOf(outcome), outcome.metrics]).toEqual([verdict, undefined]);
  });
});

describe('the note of a run', () => {
  type Finish = NonNullable<Ports['finishNote']>;
  interface Noted {
    readonly outcome: RunOutcome;
    /** Which notes were finished, with their marks. */
    readonly finished: readonly unknown[];
  }

  async function noted(script: StepScript, failure?: string): Promise<Noted> {
    const finished: unknown[] = [];
    const finishNote: Finish = (runId, marks) => {
      finished.push([runId, marks]);
      return Promise.resolve(failure);
    };
    const { context } = step({ ports: { finishNote }, ...script });
    return { outcome: await runTest('1201', context), finished };
  }

  it('is finished with what is known against the run', async () => {
    expect((await noted({})).finished).toEqual([['7650001', []]]);
    const slower = await noted({ inputs: comparing(), metrics: SLOWER });
    expect(slower.finished).toEqual([['7650001', ['regressed']]]);
  });

  it('is finished for a run that is left, and for one that is cancelled', async () => {
    expect((await noted({ inputs: { wait: false } })).finished).toEqual([['7650001', []]]);
    const cancelling = new AbortController();
    const read = (): Promise<never> => {
      cancelling.abort(new Error('cancelled'));
      return Promise.reject(new Error('cancelled'));
    };
    const cancelled = await noted({ cloud: { read }, signal: cancelling.signal });
    expect(cancelled.outcome.verdict.word).toBe('cancelled');
    expect(cancelled.finished).toEqual([['7650001', []]]);
  });

  const unlisted: NonNullable<StepScript['metrics']>['earlierRuns'] = (_run, { onFailure }) => {
    onFailure('GET /x: 503.');
    return Promise.resolve([]);
  };
  const failing: NonNullable<StepScript['metrics']>['numbers'] = (_runId, { onFailure }) => {
    onFailure('GET /x: 503.');
    return Promise.resolve(NO_NUMBERS);
  };

  it.each<readonly [string, NonNullable<StepScript['metrics']>, readonly string[]]>([
    [
      'says that its numbers could not be held against those of a baseline',
      { ...SLOWER, numbers: failing },
      ['unsound'],
    ],
    ['says that the list of earlier runs could not be read', { ...SLOWER, earlierRuns: unlisted }, ['unsound']],
    ['says nothing against a first run', { ...SLOWER, earlierRuns: () => Promise.resolve([]) }, []],
    ['says nothing where the baseline has no numbers', { ...SLOWER, numbers: () => Promise.resolve(NO_NUMBERS) }, []],
  ])('%s', async (_, metrics, marks) => {
    expect((await noted({ inputs: comparing(), metrics })).finished).toEqual([['7650001', marks]]);
    expect((await noted({ metrics })).finished).toEqual([['7650001', []]]);
  });

  it('says that a comparison was cut short by a cancel, also where the run was left', async () => {
    for (const last of [Promise.resolve(PASSED), Promise.reject(new Error('cancelled'))]) {
      const cancelling = new AbortController();
      const read = (): Promise<typeof PASSED> => {
        cancelling.abort(new Error('cancelled'));
        return last;
      };
      const { finished } = await noted({ inputs: comparing(), cloud: { read }, signal: cancelling.signal });
      expect(finished).toEqual([['7650001', ['unsound']]]);
    }
  });

  it('says nothing against a run that is not awaited: another step compares it', async () => {
    const { finished } = await noted({ inputs: { ...comparing(), wait: false } });
    expect(finished).toEqual([['7650001', []]]);
  });

  it('waits for the reports where time is over, or the API is in trouble', async () => {
    const limits = { timeoutMs: 10_000, queueMs: undefined, processingMs: 60_000, outageMs: 60_000 };
    const late = await noted({ reads: [RUNNING], inputs: { limits } });
    expect([late.outcome.verdict.word, late.finished]).toEqual(['timeout', []]);
    const away = new CloudError('unavailable', { request: 'GET /run', response: '503' });
    const unreachable = await noted({ reads: [away] });
    expect([unreachable.outcome.verdict.cause, unreachable.finished]).toEqual(['api-unreachable', []]);
  });

  it('leaves the mark to post where time is over, or the API is in trouble: the run may still pass', async () => {
    const limits = { timeoutMs: 10_000, queueMs: undefined, processingMs: 60_000, outageMs: 60_000 };
    const away = new CloudError('unavailable', { request: 'GET /run', response: '503' });
    for (const script of [
      { reads: [RUNNING], inputs: { ...comparing(), limits } },
      { reads: [away], inputs: comparing() },
    ]) {
      const calls: unknown[] = [];
      const finishNote: Finish = (runId, marks, { aborted }) => {
        calls.push([runId, marks, aborted]);
        return Promise.resolve('left to post');
      };
      const { context } = step({ ports: { finishNote }, ...script });
      const { metrics } = await runTest('1201', context);
      expect([calls, metrics?.notCompared]).toEqual([[['7650001', ['unsound'], true]], undefined]);
    }
  });

  it('is none where no run is known', async () => {
    const cancelling = new AbortController();
    cancelling.abort(new Error('cancelled'));
    const prepare = (): Promise<never> => Promise.reject(new Error('cancelled'));
    const { outcome, finished } = await noted({ cloud: { prepare }, signal: cancelling.signal });
    expect([outcome.pollResult, finished]).toEqual([{ kind: 'cancelled', run: undefined }, []]);
  });

  it('is waited for no longer than the step', async () => {
    const signals: AbortSignal[] = [];
    const finishNote: Finish = (_runId, _marks, signal) =>
      Promise.resolve(void signals.push(signal)).then(() => undefined);
    const { context } = step({ ports: { finishNote } });
    await judgeExistingRun('7650001', context);
    expect(signals).toEqual([context.signal]);
  });

  const WHY = 'The note by which later comparisons know run 7650001 could not be written: GET /note: 403';

  it('that cannot be written is why a comparison is missing', async () => {
    const { outcome } = await noted({}, 'GET /note: 403.');
    expect(outcome.metrics?.notCompared).toBe(WHY);
    expect(verdictOf(outcome)).toBe('passed: passed');
    const fast = { ...SLOWER, numbers: () => Promise.resolve({ ...NO_NUMBERS, p95Ms: 490 }) };
    const required = await noted({ inputs: comparing({ requireComparison: true }), metrics: fast }, 'GET /note: 403.');
    expect(verdictOf(required.outcome)).toBe('error: not-compared');
    expect(required.outcome.reason.startsWith(WHY)).toBe(true);
  });

  it('that cannot be written counts less than a comparison that could not be made', async () => {
    const { outcome } = await noted({ inputs: comparing({ requireComparison: true }) }, 'GET /note: 403.');
    expect(outcome.metrics?.notCompared).toMatch(/^No baseline: no earlier run/u);
  });
});

describe('a run whose metrics were not collected', () => {
  it('has none in its outcome, whatever became of its note', async () => {
    const finishNote = (): Promise<string> => Promise.resolve('GET /note: 403.');
    const { context } = step({ inputs: { wait: false }, ports: { finishNote } });
    expect((await runTest('1201', context)).metrics).toBeUndefined();
  });
});
