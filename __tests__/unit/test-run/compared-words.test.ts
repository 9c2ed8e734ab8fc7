/** What a run is compared with, in words: which runs, of which branch, how old, how noisy, and each rule in effect. */
import { describe, expect, it } from '@jest/globals';
import type { Baseline, JudgedRule } from '../../../src/test-run/baseline.ts';
import { compare } from '../../../src/test-run/baseline.ts';
import { comparedWith, judgedSentence } from '../../../src/test-run/compared-words.ts';
import { NO_NUMBERS } from '../../../src/test-run/metrics.ts';

const HOUR_MS = 3_600_000;
const ONE: Baseline = { runId: '7649870', url: '', numbers: { ...NO_NUMBERS, p95Ms: 362, errorRate: 0.004 } };
const usual = new Map([['p95', { median: 362, deviation: 1.63, count: 8 }]] as const);
const EIGHT: Baseline = { ...ONE, name: 'median of 8 runs of main', about: { source: 'main', ageMs: HOUR_MS }, usual };

describe('the sentence about the baseline', () => {
  it.each<readonly [string, Baseline]>([
    ['Compared with run 7649870', ONE],
    ['Compared with run 7649870 of main (passed just now)', { ...ONE, about: { source: 'main', ageMs: -5 } }],
    ['Compared with run 7649870 (passed 1 min ago)', { ...ONE, about: { ageMs: 60_000 } }],
    ['Compared with run 7649870 (passed 2 days ago)', { ...ONE, about: { ageMs: 48 * HOUR_MS } }],
    ['Compared with the median of 3 runs (newest 7649870)', { ...ONE, name: 'median of 3 runs' }],
    ['Compared with run 7649870 (passed 12 min ago)', { ...ONE, about: { ageMs: 12 * 60_000 + 1 } }],
    [
      'Compared with run 7649870 (marked as baseline, passed 47 h ago)',
      { ...ONE, about: { isMarked: true, ageMs: 47.9 * HOUR_MS } },
    ],
    ['Compared with run 7649870 (passed 9 days ago)', { ...ONE, about: { ageMs: 9.9 * 24 * HOUR_MS } }],
    ['Compared with the median of 8 runs of main (newest 7649870, passed 1 h ago; spread ±2 %)', EIGHT],
    [
      'Compared with the median of 3 runs (newest 7649870)',
      { ...ONE, name: 'median of 3 runs', usual: new Map([['p95', { median: 362, deviation: 9, count: 3 }]]) },
    ],
  ])('%s', (sentence, baseline) => {
    expect(comparedWith(baseline)).toBe(sentence);
  });

  it('names the newest run as its reader wants it', () => {
    expect(comparedWith(EIGHT, (runId) => `[${runId}]`)).toContain('(newest [7649870], ');
  });
});

describe('the sentence about a rule', () => {
  const judged = (baseline: Baseline, rules: Parameters<typeof compare>[0], p95Ms: number): readonly JudgedRule[] =>
    compare(rules, { ...NO_NUMBERS, p95Ms, errorRate: 0.0125 }, baseline).judged;

  it.each<readonly [Baseline, Parameters<typeof compare>[0][number], number, string]>([
    [ONE, { metric: 'p95', size: 10, unit: '%' }, 350, 'p95 latency 350 ms, 362 ms in run 7649870; allowed: 10 %'],
    [
      { ...ONE, about: { source: 'main' } },
      { metric: 'error-rate', size: 0.5, unit: 'pp' },
      350,
      'failed requests 1.25 %, 0.4 % in run 7649870 of main; allowed: 0.5 pp',
    ],
    [
      EIGHT,
      { metric: 'p95', size: 10, unit: '%', floor: 20 },
      362,
      'p95 latency 362 ms, usual 362 ms ±2 % in 8 runs of main; allowed: 10 % and 20 ms',
    ],
    [
      EIGHT,
      { metric: 'p95', size: 1, unit: '%' },
      500,
      'p95 latency 500 ms, usual 362 ms ±2 % in 8 runs of main; allowed: 2 % (1 %, widened by noise)',
    ],
  ])('%#: %j', (baseline, rule, p95Ms, sentence) => {
    const [one] = judged(baseline, [rule], p95Ms);
    expect(one === undefined ? undefined : judgedSentence(one, baseline)).toBe(sentence);
  });

  const P95 = { metric: 'p95', size: 10, unit: '%' } as const;
  const one: JudgedRule = { rule: P95, now: 350, then: 362, usual: undefined };

  it('tells two values apart that are close', () => {
    expect(judgedSentence({ ...one, now: 362.04 }, ONE)).toBe(
      'p95 latency 362.04 ms, 362 ms in run 7649870; allowed: 10 %',
    );
  });

  it('says what is usual only of several runs, and how much it varies only of runs enough', () => {
    const [few, many] = [3, 8].map((count) => ({ median: 362, deviation: 1.63, count }));
    expect([
      judgedSentence({ ...one, usual: many }, ONE),
      judgedSentence({ ...one, usual: many }, EIGHT),
      judgedSentence({ ...one, usual: few }, EIGHT),
      judgedSentence({ ...one, usual: undefined }, EIGHT),
    ]).toEqual([
      'p95 latency 350 ms, 362 ms in run 7649870; allowed: 10 %',
      'p95 latency 350 ms, usual 362 ms ±2 % in 8 runs of main; allowed: 10 %',
      'p95 latency 350 ms, usual 362 ms in 3 runs of main; allowed: 10 %',
      'p95 latency 350 ms, 362 ms in run 7649870 of main; allowed: 10 %',
    ]);
  });

  it('is there for every rule that was applied, whether or not the run breaks it', () => {
    const rules = [
      { metric: 'p95', size: 10, unit: '%' },
      { metric: 'rps', size: 10, unit: '%' },
      { metric: 'error-rate', size: 0.1, unit: 'pp' },
    ] as const;
    expect(judged(ONE, rules, 362).map(({ rule }) => rule.metric)).toEqual(['p95', 'error-rate']);
  });
});
