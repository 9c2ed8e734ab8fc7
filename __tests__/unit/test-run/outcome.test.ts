/** Several runs as one step: the worst verdict decides, and any run may fail the job. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RunOutcome } from '../../../src/test-run/outcome.ts';
import { runOf, stepOutcome, worstFirst } from '../../../src/test-run/outcome.ts';
import type { FailWord, VerdictWord } from '../../../src/test-run/verdict-words.ts';
import { VERDICT_WORDS } from '../../../src/test-run/verdict-words.ts';
import { aSettledRun } from '../../support/a-run.ts';

/** As the contract has it. */
const ORDER: readonly VerdictWord[] = [
  'cancelled',
  'failed',
  'error',
  'timeout',
  'aborted',
  'passed',
  'started',
  'skipped',
];

const outcome = (word: VerdictWord, reason = `${word}.`, always = false): RunOutcome => ({
  testId: '1201',
  pollResult: { kind: 'settled', run: aSettledRun({}) },
  verdict: { word, cause: 'passed', always },
  reason,
  stopOutcome: undefined,
  phases: [],
});
const on = (...words: readonly FailWord[]): ReadonlySet<FailWord> => new Set(words);

describe('verdicts', () => {
  it('are as bad as the contract says', () => {
    expect(ORDER.map((word) => VERDICT_WORDS[word].rank)).toEqual(ORDER.map((_, place) => place));
  });

  it('are sorted worst first, equal ones in the order of the input', () => {
    const words = fc.array(fc.constantFrom(...ORDER), { maxLength: 8 });
    fc.assert(
      fc.property(words, (all) => {
        const runs = all.map((word, place) => outcome(word, String(place)));
        const before = [...runs];
        const sorted = worstFirst(runs);
        expect(runs).toEqual(before);
        expect(sorted.map(({ verdict }) => ORDER.indexOf(verdict.word))).toEqual(
          all.map((word) => ORDER.indexOf(word)).sort((a, b) => a - b),
        );
        for (const word of ORDER) {
          const places = sorted.filter(({ verdict }) => verdict.word === word).map(({ reason }) => Number(reason));
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }),
      { examples: [[[]], [['passed', 'cancelled', 'passed']]] },
    );
  });
});

describe('a step', () => {
  it('of one run is that run', () => {
    const runs = [outcome('passed', 'All well.')];
    expect(stepOutcome(runs, on('failed'))).toEqual({
      word: 'passed',
      cause: 'passed',
      reason: 'All well.',
      fails: false,
      simulated: false,
      runs,
    });
  });

  it('of several takes the worst, and says how many are like it', () => {
    const runs = [outcome('passed'), outcome('error', 'First.'), outcome('aborted'), outcome('error', 'Second.')];
    expect(stepOutcome(runs, on('failed'))).toEqual({
      word: 'error',
      cause: 'passed',
      reason: 'First. (2 of 4 runs gave no result)',
      fails: false,
      simulated: false,
      runs,
    });
  });

  it.each<readonly [VerdictWord, string]>([
    ['cancelled', 'cancelled'],
    ['failed', 'failed'],
    ['error', 'gave no result'],
    ['timeout', 'timed out'],
    ['aborted', 'aborted'],
    ['passed', 'passed'],
    ['started', 'started, result pending'],
    ['skipped', 'skipped'],
  ])('counts runs that are %s with a verb: %s', (word, verb) => {
    expect(stepOutcome([outcome(word), outcome(word)], on()).reason).toBe(`${word}. (2 of 2 runs ${verb})`);
  });

  it('counts no run where a test never became one', () => {
    const rejected = { kind: 'not-started', failure: 'no', problem: 'token-rejected' } as const;
    const unstarted = { ...outcome('error', 'Rejected.'), pollResult: rejected };
    expect(stepOutcome([unstarted, unstarted], on()).reason).toBe('Rejected. (2 of 2 load tests gave no result)');
    expect(stepOutcome([outcome('passed'), unstarted], on()).reason).toBe(
      'Rejected. (1 of 2 load tests gave no result)',
    );
  });

  it('fails where any run fails it, though another decides the word', () => {
    const runs = [outcome('failed'), outcome('passed'), outcome('aborted')];
    expect(stepOutcome(runs, on('aborted'))).toMatchObject({ word: 'failed', fails: true });
    expect(stepOutcome(runs, on('timeout'))).toMatchObject({ word: 'failed', fails: false });
    expect(stepOutcome([outcome('passed'), outcome('error', 'x', true)], on())).toMatchObject({ fails: true });
  });

  it('without a run is an error that fails, never a pass', () => {
    expect(stepOutcome([], on())).toEqual({
      word: 'error',
      cause: 'internal-error',
      reason: 'There was no test run.',
      fails: true,
      simulated: false,
      runs: [],
    });
  });
});

describe('the run of an outcome', () => {
  it('is there where there ever was one', () => {
    const run = aSettledRun({});
    expect(runOf({ ...outcome('passed'), pollResult: { kind: 'settled', run } })).toBe(run);
    expect(
      runOf({ ...outcome('error'), pollResult: { kind: 'not-started', failure: 'no', problem: 'other' } }),
    ).toBeUndefined();
  });
});
