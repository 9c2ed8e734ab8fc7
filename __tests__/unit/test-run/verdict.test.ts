/** The gating policy by exhaustion: every ending × result × metrics, and every time limit that ends. */
import { describe, expect, it } from '@jest/globals';
import type {
  Aborter,
  Ending,
  TimeLimit,
  Result,
  SettledRun,
  Thresholds,
  PollResult,
} from '../../../src/test-run/test-run.ts';
import type { Cause } from '../../../src/test-run/causes.ts';
import type { Policy, Verdict } from '../../../src/test-run/verdict.ts';
import { decide, failsJob, judge } from '../../../src/test-run/verdict.ts';
import type { FailWord, VerdictWord } from '../../../src/test-run/verdict-words.ts';
import { reasonFor } from '../../../src/test-run/wording.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';

const strict: Policy = { processingError: 'fail', requireThresholds: false };
const settled = (run: SettledRun): PollResult => ({ kind: 'settled', run });

const endings: readonly Ending[] = [
  { kind: 'finished' },
  { kind: 'timed-out' },
  { kind: 'archived' },
  { kind: 'unrecognised' },
  ...(['user', 'system', 'script-error', 'threshold', 'limit', 'unknown'] as const).map((by) => ({
    kind: 'aborted' as const,
    by,
  })),
];
const results: readonly Result[] = ['passed', 'failed', 'error', 'none', 'unknown'];
const metrics = ['complete', 'incomplete', 'not-awaited'] as const;

describe('judge', () => {
  const space = endings.flatMap((ending) =>
    results.flatMap((result) => metrics.map((metric) => aSettledRun({ ending, result, metrics: metric }))),
  );

  it('passes exactly one of all combinations: finished, passed, metrics complete', () => {
    const passing = space.filter((run) => judge(settled(run), strict).word === 'passed');
    expect(passing).toEqual([aSettledRun({ ending: { kind: 'finished' }, result: 'passed', metrics: 'complete' })]);
  });

  it('has a sentence for every combination that names the run', () => {
    for (const run of space) {
      const pollResult = settled(run);
      expect(reasonFor({ pollResult: pollResult, verdict: judge(pollResult, strict) })).toMatch(/run 7650001/u);
    }
  });

  it.each([
    ['aborted by user', { kind: 'aborted', by: 'user' }, 'aborted'],
    ['aborted by threshold', { kind: 'aborted', by: 'threshold' }, 'failed'],
    ['aborted by system', { kind: 'aborted', by: 'system' }, 'error'],
    ['aborted by script error', { kind: 'aborted', by: 'script-error' }, 'error'],
    ['aborted by limit', { kind: 'aborted', by: 'limit' }, 'error'],
    ['timed out', { kind: 'timed-out' }, 'error'],
    ['archived', { kind: 'archived' }, 'error'],
    ['unrecognised', { kind: 'unrecognised' }, 'error'],
  ] as const)('gives an ending %s its verdict whatever the result says', (_, ending, word) => {
    for (const result of results) expect(judge(settled(aSettledRun({ ending, result })), strict).word).toBe(word);
  });

  it('judges a run with lost metrics by its result where the user says so', () => {
    const warn: Policy = { ...strict, processingError: 'warn' };
    expect(judge(settled(aSettledRun({ metrics: 'incomplete' })), warn).word).toBe('passed');
    expect(judge(settled(aSettledRun({ metrics: 'incomplete', result: 'failed' })), warn).word).toBe('failed');
    expect(judge(settled(aSettledRun({ metrics: 'not-awaited' })), warn).word).toBe('error');
  });

  it.each([
    ['some', 'passed'],
    ['none', 'error'],
    ['not-evaluated', 'error'],
    ['stated', 'error'],
    ['unknown', 'error'],
    ['unreadable', 'error'],
  ] as const)('with require-thresholds and %s thresholds says %s', (thresholds: Thresholds, word) => {
    const run = aSettledRun({ thresholds });
    expect(judge(settled(run), { ...strict, requireThresholds: true }).word).toBe(word);
    expect(judge(settled(run), strict).word).toBe('passed');
  });

  it.each([
    ['timeout', 'passed', 'timeout'],
    ['queue-timeout', 'none', 'timeout'],
    ['processing-timeout', 'passed', 'error'],
    ['processing-timeout', 'failed', 'failed'],
    ['result', 'none', 'error'],
  ] as const)('when %s runs out with result %s says %s', (limit, result, word) => {
    const run = aPendingRun({ result });
    const verdict = judge({ kind: 'gave-up', limit, limitMs: 60_000, run }, strict);
    expect(verdict.word).toBe(word);
  });

  it.each([
    ['processing', 'failed', 'failed', 'thresholds-not-met'],
    ['deciding', 'failed', 'failed', 'thresholds-not-met'],
    ['running', 'failed', 'timeout', 'time-limit'],
    ['processing', 'passed', 'timeout', 'time-limit'],
    ['processing', 'none', 'timeout', 'time-limit'],
  ] as const)('when timeout runs out in the phase %s with result %s says %s', (phase, result, word, cause) => {
    const run = aPendingRun({ phase, result });
    expect(judge({ kind: 'gave-up', limit: 'timeout', limitMs: 60_000, run }, strict)).toMatchObject({ word, cause });
  });

  it('never passes a run that is not settled', () => {
    const run = aPendingRun({ result: 'passed' });
    const others: readonly PollResult[] = [
      { kind: 'api-unreachable', run, failure: 'x', limitMs: 300_000 },
      { kind: 'api-refused', run, failure: 'x', problem: 'other' },
      { kind: 'not-started', failure: 'x', problem: 'other' },
      { kind: 'cancelled', run },
      { kind: 'not-awaited', run },
    ];
    for (const pollResult of others) expect(judge(pollResult, strict).word).not.toBe('passed');
  });
});

/** Words are for machines, causes for the sentences: one without the other misleads. */
describe('the cause', () => {
  const run = aPendingRun({});
  const gaveUp = (which: TimeLimit, result: Result = 'none'): PollResult => ({
    kind: 'gave-up',
    limit: which,
    limitMs: 1,
    run: aPendingRun({ result }),
  });
  const ended = (ending: Ending): PollResult => settled(aSettledRun({ ending }));
  const by = (aborter: Aborter): PollResult => ended({ kind: 'aborted', by: aborter });
  const result = (one: Result): PollResult => settled(aSettledRun({ result: one }));

  it.each<readonly [PollResult, VerdictWord, Cause, boolean]>([
    [result('passed'), 'passed', 'passed', false],
    [result('failed'), 'failed', 'thresholds-not-met', false],
    [result('error'), 'error', 'result-error', false],
    [result('none'), 'error', 'result-missing', false],
    [result('unknown'), 'error', 'result-unknown', false],
    [settled(aSettledRun({ metrics: 'incomplete' })), 'error', 'metrics-incomplete', false],
    [settled(aSettledRun({ metrics: 'not-awaited' })), 'error', 'metrics-incomplete', false],
    [ended({ kind: 'timed-out' }), 'error', 'timed-out-in-cloud', false],
    [ended({ kind: 'archived' }), 'error', 'archived', false],
    [ended({ kind: 'unrecognised' }), 'error', 'unknown-status', false],
    [by('user'), 'aborted', 'aborted-by-user', false],
    [by('threshold'), 'failed', 'aborted-by-threshold', false],
    [by('system'), 'error', 'aborted-by-system', false],
    [by('script-error'), 'error', 'aborted-by-script-error', false],
    [by('limit'), 'error', 'aborted-by-limit', false],
    [by('unknown'), 'error', 'aborted', false],
    [gaveUp('timeout'), 'timeout', 'time-limit', false],
    [gaveUp('queue-timeout'), 'timeout', 'queue-time-limit', false],
    [gaveUp('processing-timeout', 'failed'), 'failed', 'thresholds-not-met', false],
    [gaveUp('processing-timeout'), 'error', 'metrics-late', false],
    [{ kind: 'gave-up', limit: 'processing-timeout', limitMs: 1, run: undefined }, 'error', 'metrics-late', false],
    [gaveUp('result'), 'error', 'result-missing', false],
    [{ kind: 'api-unreachable', run, failure: 'x', limitMs: 300_000 }, 'error', 'api-unreachable', false],
    [{ kind: 'api-refused', run, failure: 'x', problem: 'other' }, 'error', 'api-refused', true],
    [{ kind: 'not-started', failure: 'x', problem: 'other' }, 'error', 'start-failed', true],
    [{ kind: 'not-started', failure: 'x', problem: 'start-uncertain' }, 'error', 'start-uncertain', true],
    [{ kind: 'not-started', failure: 'x', problem: 'wrong-run' }, 'error', 'wrong-run', true],
    [{ kind: 'api-refused', run, failure: 'x', problem: 'wrong-run' }, 'error', 'wrong-run', true],
    [{ kind: 'started-twice', run, others: [] }, 'error', 'started-twice', true],
    [{ kind: 'cancelled', run }, 'cancelled', 'cancelled', true],
    [{ kind: 'not-awaited', run }, 'started', 'started', false],
  ])('of what was seen stands beside its word (%#)', (pollResult, word, cause, always) => {
    expect(judge(pollResult, strict)).toEqual({ word, cause, always });
  });

  it.each([
    ['some', 'passed'],
    ['none', 'no-thresholds'],
    ['not-evaluated', 'thresholds-not-evaluated'],
    ['stated', 'thresholds-not-evaluated'],
    ['unknown', 'thresholds-not-evaluated'],
    ['unreadable', 'thresholds-not-evaluated'],
  ] as const)('with require-thresholds and %s thresholds is %s', (thresholds, cause) => {
    const judged = judge(settled(aSettledRun({ thresholds })), { ...strict, requireThresholds: true });
    expect(judged.cause).toBe(cause);
  });
});

describe('the comparison', () => {
  const decided = (pollResult: PollResult, found: object): Verdict =>
    decide({ pollResult, regressions: [], comparisonCutShort: false, ...found }, strict);

  it('fails a run that had passed, and keeps every other verdict', () => {
    expect(decided(settled(aSettledRun({})), {})).toEqual(judge(settled(aSettledRun({})), strict));
    const regressed = decided(settled(aSettledRun({})), { regressions: ['p95'] });
    expect(regressed).toEqual({ word: 'failed', cause: 'regressed', always: false });
    for (const result of results.filter((one) => one !== 'passed')) {
      const other = settled(aSettledRun({ result }));
      expect(decided(other, { regressions: ['p95'] })).toEqual(judge(other, strict));
    }
  });

  it('that is required and missing makes a pass an error, and keeps every other verdict', () => {
    const passed = settled(aSettledRun({}));
    expect(decided(passed, { comparisonMissing: true })).toEqual({
      word: 'error',
      cause: 'not-compared',
      always: false,
    });
    expect(decided(passed, { comparisonMissing: true, regressions: ['p95'] })).toMatchObject({ cause: 'regressed' });
    expect(decided(settled(aSettledRun({ result: 'failed' })), { comparisonMissing: true })).toMatchObject({
      cause: 'thresholds-not-met',
    });
  });

  it('that a cancel cuts short proves no pass', () => {
    expect(decided(settled(aSettledRun({})), { comparisonCutShort: true })).toEqual({
      word: 'cancelled',
      cause: 'cancelled',
      always: true,
    });
    const failed = settled(aSettledRun({ result: 'failed' }));
    expect(decided(failed, { comparisonCutShort: true })).toMatchObject({ word: 'failed' });
  });
});

describe('failsJob', () => {
  const none: ReadonlySet<FailWord> = new Set();

  it('obeys fail-on', () => {
    const verdict = judge(settled(aSettledRun({ result: 'failed' })), strict);
    expect(failsJob(verdict, new Set(['failed']))).toBe(true);
    expect(failsJob(verdict, new Set(['error']))).toBe(false);
    expect(failsJob(verdict, none)).toBe(false);
  });

  it('fails a refused, a not started and a cancelled run whatever fail-on says', () => {
    const run = aPendingRun({});
    const all: readonly PollResult[] = [
      { kind: 'api-refused', run, failure: 'x', problem: 'other' },
      { kind: 'not-started', failure: 'x', problem: 'other' },
      { kind: 'cancelled', run },
    ];
    for (const pollResult of all) expect(failsJob(judge(pollResult, strict), none)).toBe(true);
  });
});
