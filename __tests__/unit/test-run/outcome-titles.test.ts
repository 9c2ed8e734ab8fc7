/** What people see of an outcome first: the page of the run, the sign and title, and whether a pass is worth a look. */
import { describe, expect, it } from '@jest/globals';
import type { Cause } from '../../../src/test-run/causes.ts';
import type { RunOutcome } from '../../../src/test-run/outcome.ts';
import { isDoubtfulPass, isTolerated, pageOf, signOf, stepOutcome, titleOf } from '../../../src/test-run/outcome.ts';
import type { PollResult, Problem, SettledRun } from '../../../src/test-run/test-run.ts';
import type { VerdictWord } from '../../../src/test-run/verdict-words.ts';
import { aSettledRun } from '../../support/a-run.ts';
import { anOutcome, runMetrics } from '../../support/a-run-metrics.ts';

const outcome = (
  word: VerdictWord,
  cause: Cause,
  pollResult: PollResult = { kind: 'settled', run: aSettledRun({ thresholds: 'some' }) },
): RunOutcome => ({
  testId: '1201',
  pollResult,
  verdict: { word, cause, always: false },
  reason: 'x.',
  stopOutcome: undefined,
  phases: [],
});
const notStarted = (problem: Problem): PollResult => ({ kind: 'not-started', failure: 'x', problem });
const refused = (problem: Problem): PollResult => {
  return { kind: 'api-refused', run: aSettledRun({}), failure: 'x', problem };
};

describe('the page of a run', () => {
  it('is that of k6 Cloud, and a simulation has none', () => {
    const real = outcome('passed', 'passed');
    expect(pageOf(real)).toBe('https://app.k6.io/runs/7650001');
    expect(pageOf({ ...real, simulated: false })).toBe('https://app.k6.io/runs/7650001');
    expect(pageOf({ ...real, simulated: true })).toBeUndefined();
  });

  it('is missing where there never was a run', () => {
    expect(pageOf(outcome('error', 'start-failed', notStarted('other')))).toBeUndefined();
    expect(pageOf(outcome('cancelled', 'cancelled', { kind: 'cancelled', run: undefined }))).toBeUndefined();
  });
});

describe('a simulated step', () => {
  it('says so of the step and of each run', () => {
    const runs = [outcome('passed', 'passed'), outcome('failed', 'thresholds-not-met'), outcome('passed', 'passed')];
    expect(stepOutcome(runs, new Set(), true)).toEqual({
      word: 'failed',
      cause: 'thresholds-not-met',
      reason: 'x. (1 of 3 runs failed)',
      fails: false,
      simulated: true,
      runs: runs.map((run) => ({ ...run, simulated: true })),
    });
    expect(stepOutcome([], new Set(), true)).toMatchObject({ fails: true, simulated: true, runs: [] });
  });
});

describe('a verdict', () => {
  it.each<readonly [VerdictWord, boolean, boolean]>([
    ['failed', false, true],
    ['aborted', false, true],
    ['error', false, true],
    ['timeout', false, true],
    ['failed', true, false],
    ['passed', false, false],
    ['started', false, false],
    ['skipped', false, false],
    ['passed', true, false],
  ])('%s in a job that fails: %j is tolerated: %j', (word, fails, tolerated) => {
    const step = { word, cause: 'passed', reason: 'x.', fails, simulated: false, runs: [] } as const;
    expect(isTolerated(step)).toBe(tolerated);
  });
});

describe('a pass', () => {
  const met = { metric: 'checks', stat: 'rate', condition: 'rate>0.9', limit: 0.9, value: 1, failed: false };
  it.each<readonly [string, Partial<SettledRun>, boolean]>([
    ['whose thresholds passed', { thresholds: 'some' }, false],
    ['whose script states thresholds', { thresholds: 'stated' }, false],
    ['of whose thresholds nothing is known', { thresholds: 'unknown' }, false],
    ['without thresholds', { thresholds: 'none' }, true],
    ['whose thresholds had no sample', { thresholds: 'not-evaluated' }, true],
    ['of a run that lost metrics', { thresholds: 'some', metrics: 'incomplete' }, true],
  ])('%s: %j is doubtful: %j, and its sign says so', (_, facts, doubtful) => {
    const pass = outcome('passed', 'passed', { kind: 'settled', run: aSettledRun(facts) });
    expect([isDoubtfulPass(pass), signOf(pass)]).toEqual([doubtful, doubtful ? '⚠️' : '✅']);
  });

  it('is judged by the list of its thresholds, where that was read', () => {
    const listed = (thresholds: readonly (typeof met)[]): boolean =>
      isDoubtfulPass(anOutcome({ thresholds: 'unknown' }, runMetrics({ thresholds })));
    expect([listed([]), listed([met])]).toEqual([true, false]);
  });

  it('alone is doubtful: other verdicts keep their sign, whatever was checked', () => {
    const run = aSettledRun({ thresholds: 'none', metrics: 'incomplete' });
    const failed = outcome('failed', 'thresholds-not-met', { kind: 'settled', run });
    expect([isDoubtfulPass(failed), signOf(failed)]).toEqual([false, '❌']);
    const started = outcome('started', 'started', { kind: 'not-awaited', run });
    expect([isDoubtfulPass(started), signOf(started)]).toEqual([false, '⏳']);
  });
});

describe('the title', () => {
  it.each<readonly [string, VerdictWord, Cause, PollResult | undefined]>([
    ['Load test passed', 'passed', 'passed', undefined],
    ['Load test failed', 'failed', 'thresholds-not-met', undefined],
    ['Load test aborted', 'aborted', 'aborted-by-user', undefined],
    ['Script error', 'error', 'aborted-by-script-error', undefined],
    ['Started twice', 'error', 'started-twice', undefined],
    ['Load test without a result', 'error', 'result-missing', undefined],
    ['Token rejected', 'error', 'start-failed', notStarted('token-rejected')],
    ['Test not found', 'error', 'start-failed', notStarted('not-found')],
    ['Cannot reach k6 Cloud', 'error', 'start-failed', notStarted('unreachable')],
    ['Limit reached', 'error', 'start-failed', notStarted('limit-reached')],
    ['Load test not started', 'error', 'start-failed', notStarted('other')],
    ['Start of the load test uncertain', 'error', 'start-uncertain', notStarted('start-uncertain')],
    ['Wrong run', 'error', 'wrong-run', notStarted('wrong-run')],
    ['Run not found', 'error', 'api-refused', refused('not-found')],
    ['Token rejected', 'error', 'api-refused', refused('token-rejected')],
    ['Wrong run', 'error', 'wrong-run', refused('wrong-run')],
    ['Load test without a result', 'error', 'api-refused', refused('other')],
  ])('is %j for the verdict %s by %s of %j', (title, word, cause, pollResult) => {
    expect(titleOf(outcome(word, cause, pollResult))).toBe(title);
  });
});
