/** The gating policy by exhaustion: every ending × result × metrics, and every way of losing patience. */
import { describe, expect, it } from '@jest/globals';
import type { Ending, Result, SettledRun, Thresholds, Watched } from '../../../src/test-run/test-run.ts';
import type { FailWord, Policy } from '../../../src/test-run/verdict.ts';
import { failsJob, judge } from '../../../src/test-run/verdict.ts';
import { reasonFor } from '../../../src/test-run/wording.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';

const strict: Policy = { processingError: 'fail', requireThresholds: false };
const settled = (run: SettledRun): Watched => ({ kind: 'settled', run });

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
      const watched = settled(run);
      expect(reasonFor({ watched, verdict: judge(watched, strict) })).toMatch(/run 7650001/u);
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
    ['unknown', 'passed'],
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
  ] as const)('when %s runs out with result %s says %s', (patience, result, word) => {
    const run = aPendingRun({ result });
    const verdict = judge({ kind: 'out-of-patience', patience, limitMs: 60_000, run }, strict);
    expect(verdict.word).toBe(word);
  });

  it('never passes a run that is not settled', () => {
    const run = aPendingRun({ result: 'passed' });
    const others: readonly Watched[] = [
      { kind: 'out-of-reach', run, failure: 'x' },
      { kind: 'refused', run, failure: 'x' },
      { kind: 'not-started', failure: 'x' },
      { kind: 'cancelled', run },
      { kind: 'not-awaited', run },
    ];
    for (const watched of others) expect(judge(watched, strict).word).not.toBe('passed');
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
    const all: readonly Watched[] = [
      { kind: 'refused', run, failure: 'x' },
      { kind: 'not-started', failure: 'x' },
      { kind: 'cancelled', run },
    ];
    for (const watched of all) expect(failsJob(judge(watched, strict), none)).toBe(true);
  });
});
