/** A run beside several others, or by rules on a part of the test: which values are compared, and with which limit. */
import { describe, expect, it } from '@jest/globals';
import type { Baseline } from '../../../src/test-run/baseline.ts';
import { changeBetween, compare, regressionSentence } from '../../../src/test-run/baseline.ts';
import { NO_NUMBERS } from '../../../src/test-run/metrics.ts';
import type { RegressionRule } from '../../../src/test-run/regression-rule.ts';

const P95: RegressionRule = { metric: 'p95', size: 10, unit: '%' };
const ERRORS: RegressionRule = { metric: 'error-rate', size: 10, unit: '%' };
const CHECKOUT: RegressionRule = { ...P95, of: { metric: undefined, tags: [['name', 'checkout']] } };
const NOW = { ...NO_NUMBERS, p95Ms: 150, errorRate: 0.006 };
const ONE: Baseline = { runId: '7', url: '', numbers: { ...NO_NUMBERS, p95Ms: 100, errorRate: 0.004 } };
const CALM = { median: 100, deviation: 0, count: 8 };
const CALM_ERRORS = { median: 0.004, deviation: 0, count: 8 };
const EIGHT: Baseline = {
  ...ONE,
  name: 'median of 8 runs of main',
  usual: new Map([
    ['p95', CALM],
    ['error-rate', CALM_ERRORS],
  ]),
};

describe('a run beside several others', () => {
  it('is worse than their median, and the sentence says whose it is', () => {
    const regression = { rule: P95, now: 150, then: 100, baselineRunId: '7', baselineName: 'median of 8 runs of main' };
    expect(compare([P95], NOW, EIGHT)).toEqual({
      judged: [{ rule: P95, now: 150, then: 100, usual: CALM }],
      regressions: [regression],
      unjudged: [],
    });
    expect(regressionSentence(regression)).toBe(
      'p95 latency rose 50 % (100 → 150 ms, median of 8 runs of main); allowed: 10 %',
    );
  });

  it('is judged in percentage points where the metric is a share, and in percent where it is none', () => {
    const limits = compare([P95, ERRORS], NOW, EIGHT).judged.map(({ rule }) => [rule.metric, rule.size, rule.unit]);
    expect(limits).toEqual([
      ['p95', 10, '%'],
      ['error-rate', 0.1, 'pp'],
    ]);
  });

  it('is not worse within the noise, and the rule keeps what the user asked for', () => {
    const noisy = { median: 100, deviation: 20, count: 8 };
    const { judged, regressions } = compare([P95], NOW, { ...EIGHT, usual: new Map([['p95', noisy]]) });
    expect(regressions).toEqual([]);
    expect(judged).toEqual([
      {
        rule: { ...P95, size: expect.closeTo(3 * 1.4826 * 20), asked: { size: 10, unit: '%' } },
        now: 150,
        then: 100,
        usual: noisy,
      },
    ]);
  });

  it('has the limit of the user for a metric of which nothing is known to be usual', () => {
    expect(compare([P95], NOW, { ...EIGHT, usual: new Map() }).judged).toEqual([
      { rule: P95, now: 150, then: 100, usual: undefined },
    ]);
  });
});

describe('a rule on a part of the test', () => {
  const selected = (now: number | undefined, then: number | undefined): Baseline => ({
    ...ONE,
    selected: new Map([['p95{name:checkout}=10%', { now, then }]]),
  });

  it('compares the values of that part, not those of the whole', () => {
    expect(compare([CHECKOUT], NOW, selected(80, 70))).toStrictEqual({
      judged: [{ rule: CHECKOUT, now: 80, then: 70, usual: undefined }],
      regressions: [{ rule: CHECKOUT, now: 80, then: 70, baselineRunId: '7' }],
      unjudged: [],
    });
    expect(compare([CHECKOUT], NOW, selected(71, 70)).regressions).toEqual([]);
  });

  it('is judged in the unit of the metric that was found', () => {
    const rate: RegressionRule = { ...ERRORS, of: { metric: 'retries', tags: [] }, rate: 'more' };
    const found = { now: 50, then: 40, metric: 'rps' } as const;
    const { regressions } = compare([rate], NOW, { ...ONE, selected: new Map([['rate(retries)=10%', found]]) });
    expect(regressions.map(regressionSentence)).toEqual([
      'rate of retries rose 25 % (40 → 50 /s, run 7); allowed: 10 %',
    ]);
  });

  it.each<readonly [string, Baseline]>([
    ['were not asked for', ONE],
    ['were asked for other parts', { ...ONE, selected: new Map([['p95{name:cart}=10%', { now: 80, then: 70 }]]) }],
    ['are unknown of the run', selected(undefined, 70)],
    ['are unknown of the baseline', selected(80, undefined)],
  ])('is not judged where its values %s', (_, baseline) => {
    expect(compare([CHECKOUT], NOW, baseline)).toEqual({ judged: [], regressions: [], unjudged: [CHECKOUT] });
  });
});

describe('a change', () => {
  it.each([
    ['more of it', 12, 10, '+20 %'],
    ['less of it', 8, 10, '−20 %'],
  ])('of a number of which neither way is worse is never for the worse: %s', (_, now, then, text) => {
    expect(changeBetween({ unit: 'count', worse: 'neither' }, now, then)).toMatchObject({ text, direction: 'better' });
  });

  it('keeps both values, and its size with its sign', () => {
    const latency = { unit: 'ms', worse: 'more' } as const;
    expect(changeBetween(latency, 80, 100)).toEqual({
      now: 80,
      then: 100,
      text: '−20 %',
      size: expect.closeTo(-20),
      direction: 'better',
    });
    expect(changeBetween(latency, 5, 0)).toEqual({
      now: 5,
      then: 0,
      text: 'from 0',
      size: Infinity,
      direction: 'worse',
    });
    expect(changeBetween(latency, undefined, 0)).toEqual({
      now: undefined,
      then: 0,
      text: undefined,
      size: undefined,
      direction: 'unknown',
    });
  });
});
