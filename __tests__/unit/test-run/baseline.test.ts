/** Two runs side by side: better and worse per metric, and what is past its limit. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  changeOf,
  compare,
  METRICS,
  metricText,
  regressionsSentence,
  regressionSentence,
} from '../../../src/test-run/baseline.ts';
import { ruleText } from '../../../src/test-run/regression-rule.ts';
import type { MetricName } from '../../../src/test-run/baseline.ts';
import type { RegressionRule } from '../../../src/test-run/regression-rule.ts';
import { regressionRules } from '../../../src/inputs/regression-rules.ts';
import { NO_NUMBERS } from '../../../src/test-run/metrics.ts';
import type { Numbers } from '../../../src/test-run/metrics.ts';

const FIELD: Readonly<Record<MetricName, keyof Numbers>> = {
  p95: 'p95Ms',
  p99: 'p99Ms',
  avg: 'avgMs',
  max: 'maxMs',
  rps: 'rps',
  'error-rate': 'errorRate',
  'checks-rate': 'checksRate',
};
const only = (metric: MetricName, value: number | undefined): Numbers => ({ ...NO_NUMBERS, [FIELD[metric]]: value });
const against = (metric: MetricName, value: number | undefined) => ({
  runId: '7',
  url: '',
  numbers: only(metric, value),
});
const rule = (text: string): RegressionRule => {
  const parsed = regressionRules(text);
  if (!('value' in parsed) || parsed.value[0] === undefined) throw new Error(text);
  return parsed.value[0];
};

describe('a rule', () => {
  it.each<readonly [string, number, number, boolean]>([
    ['p95=10%', 110, 100, false],
    ['p95=10%', 110.01, 100, true],
    ['p95=10%', 50, 100, false],
    ['p95=0%', 100, 100, false],
    ['p95=0%', 100.1, 100, true],
    ['p95=10%', 1, 0, true],
    ['p95=10%', 0, 0, false],
    ['error-rate=0.5pp', 0.009, 0.004, false],
    ['error-rate=0.5pp', 0.0091, 0.004, true],
    ['error-rate=10%', 0.0001, 0, true],
    ['rps=-5%', 95, 100, false],
    ['rps=-5%', 94.9, 100, true],
    ['rps=-5%', 200, 100, false],
    ['checks-rate=-1pp', 0.98, 0.99, false],
    ['checks-rate=-1pp', 0.979, 0.99, true],
    ['p95=10%', 135_802_467.9, 123_456_789, false],
    ['p95=10%', 135_802_468.1, 123_456_789, true],
    ['p95=10%&20ms', 119, 100, false],
    ['p95=10%&20ms', 121, 100, true],
    ['error-rate=10%&0.5pp', 0.0089, 0.004, false],
    ['error-rate=10%&0.5pp', 0.0091, 0.004, true],
  ])('%s of %d against %d: past it is %j', (text, now, then, past) => {
    const one = rule(text);
    const { regressions, unjudged } = compare([one], only(one.metric, now), against(one.metric, then));
    expect(regressions).toHaveLength(past ? 1 : 0);
    expect(unjudged).toEqual([]);
  });

  it('is not judged where a side is unknown', () => {
    const one = rule('p95=10%');
    expect(compare([one], only('p95', undefined), against('p95', 1))).toEqual({
      judged: [],
      regressions: [],
      unjudged: [one],
    });
    expect(compare([one], only('p95', 1), against('p95', undefined))).toEqual({
      judged: [],
      regressions: [],
      unjudged: [one],
    });
  });

  it('is never past its limit by getting better, and past it or not alike in words and judgement', () => {
    const metric = fc.constantFrom(...Object.keys(METRICS).filter((name): name is MetricName => name in METRICS));
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(metric, value, value, fc.nat(100), (name, now, then, size) => {
        const one: RegressionRule = { metric: name, size, unit: '%' };
        const { regressions } = compare([one], only(name, now), against(name, then));
        const { direction } = changeOf(name, only(name, now), only(name, then));
        if (direction === 'better') expect(regressions).toEqual([]);
        regressions.forEach((regression) => {
          expect(regressionSentence(regression)).not.toMatch(/ is (\S+ ?\S*) against \1 in /u);
        });
      }),
      {
        examples: [
          ['p95', 0, 0, 0],
          ['error-rate', 1, 0, 100],
          ['checks-rate', 0, 1, 0],
        ],
      },
    );
  });

  it('is written as the user writes it', () => {
    for (const text of ['p95=10%', 'error-rate=0.5pp', 'rps=-5%', 'checks-rate=-1pp', 'rps=0%']) {
      expect(ruleText(rule(text))).toBe(text);
    }
  });
});

describe('a metric that is worse than its rule allows', () => {
  const words = (text: string, now: number, then: number): string =>
    regressionSentence({ rule: rule(text), now, then, baselineRunId: '7' });

  it.each<readonly [string, number, number, string]>([
    ['p95=10%', 431, 362, 'p95 latency rose 19.1 % (362 → 431 ms, run 7); allowed: 10 %'],
    ['p99=10%', 220, 100, 'p99 latency rose 120 % (100 → 220 ms, run 7); allowed: 10 %'],
    ['avg=1.5%', 3, 2, 'average latency rose 50 % (2 → 3 ms, run 7); allowed: 1.5 %'],
    ['p95=10%', 360, 2, 'p95 latency rose ×180 (2 → 360 ms, run 7); allowed: 10 %'],
    ['p95=10%', 1200, 950, 'p95 latency rose 26.3 % (950 ms → 1.2 s, run 7); allowed: 10 %'],
    ['max=10%', 5, 0, 'longest latency rose (0 → 5 ms, run 7); allowed: 10 %'],
    ['rps=-5%', 50, 58, 'requests fell 13.8 % (58 → 50 /s, run 7); allowed: 5 %'],
    ['rps=0%', 50, 100, 'requests fell 50 % (100 → 50 /s, run 7); allowed: 0 %'],
    ['error-rate=0.5pp', 0.0125, 0.004, 'failed requests rose 0.85 pp (0.4 → 1.25 %, run 7); allowed: 0.5 pp'],
    ['error-rate=0pp', 0.0125, 0.004, 'failed requests rose 0.85 pp (0.4 → 1.25 %, run 7); allowed: 0 pp'],
    ['error-rate=10%', 0.3, 0.2, 'failed requests rose 50 % (20 → 30 %, run 7); allowed: 10 %'],
    ['checks-rate=-1pp', 0.9, 0.99, 'checks passed fell 9 pp (99 → 90 %, run 7); allowed: 1 pp'],
  ])('%s: %d against %d', (text, now, then, sentence) => {
    expect(words(text, now, then)).toBe(sentence);
  });

  it('does not look as if it met its limit', () => {
    expect(words('p95=10%', 110.01, 100)).toBe('p95 latency rose 10.01 % (100 → 110 ms, run 7); allowed: 10 %');
    expect(words('p95=10%', 110.004, 100)).toMatch(/rose 10\.004 % .*; allowed: 10 %$/u);
    expect(words('rps=-10%', 89.99, 100)).toMatch(/fell 10\.01 % .*; allowed: 10 %$/u);
    expect(words('error-rate=0.5pp', 0.009_004, 0.004)).toMatch(/rose 0\.5004 pp .*; allowed: 0\.5 pp$/u);
  });

  it('comes first, with how many more there are', () => {
    const one = { rule: rule('p95=10%'), now: 431, then: 362, baselineRunId: '7' };
    expect(regressionsSentence([one])).toBe(regressionSentence(one));
    expect(regressionsSentence([one, one])).toBe(`${regressionSentence(one)}, and 1 more metric is past the limit`);
    expect(regressionsSentence([one, one, one])).toBe(
      `${regressionSentence(one)}, and 2 more metrics are past the limit`,
    );
    expect(regressionsSentence([])).toBe('The run is worse than its baseline');
  });

  it('keeps the numbers of both runs', () => {
    const one = rule('p99=10%');
    expect(compare([one], only('p99', 220), against('p99', 100))).toEqual({
      judged: [{ rule: one, now: 220, then: 100, usual: undefined }],
      regressions: [{ rule: one, now: 220, then: 100, baselineRunId: '7' }],
      unjudged: [],
    });
  });
});

describe('the value of a metric', () => {
  it.each<readonly [MetricName, number | undefined, string]>([
    ['p95', 431, '431 ms'],
    ['p99', 431, '431 ms'],
    ['avg', 431, '431 ms'],
    ['max', 431, '431 ms'],
    ['rps', 57.5, '57.5 /s'],
    ['error-rate', 0.0125, '1.25 %'],
    ['checks-rate', undefined, 'n/a'],
  ])('%s of %j is %s', (metric, value, text) => {
    expect(metricText(metric, value)).toBe(text);
  });
});

describe('max-regression', () => {
  it('reads several rules', () => {
    expect(regressionRules('p95=10%, error-rate=0.5pp,\n rps=-5%')).toEqual({
      value: [
        { metric: 'p95', size: 10, unit: '%' },
        { metric: 'error-rate', size: 0.5, unit: 'pp' },
        { metric: 'rps', size: 5, unit: '%' },
      ],
    });
    expect(regressionRules('')).toEqual({ value: [] });
  });

  it.each([
    'p95',
    'p95=10',
    'p95=10pp',
    'p95=-10%',
    'rps=5%',
    'p50=1%',
    'p95=1%,p95=2%',
    'toString=1%',
    'p95=1e3%',
    '=1%',
  ])('does not take %j', (text) => {
    expect(regressionRules(text)).toHaveProperty('accepted');
  });
});

describe('a change', () => {
  it.each<readonly [MetricName, number | undefined, number | undefined, string | undefined, string]>([
    ['p95', 431, 362, '+19.1 %', 'worse'],
    ['rps', 57.5, 58.1, '−1.03 %', 'worse'],
    ['error-rate', 0.004, 0.0125, '−0.85 pp', 'better'],
    ['checks-rate', 0.999, 0.985, '+1.4 pp', 'better'],
    ['p95', 5, 5, '0 %', 'same'],
    ['p95', 5, 0, 'from 0', 'worse'],
    ['p95', 0, 0, '0 %', 'same'],
    ['p99', 5, 4, '+25 %', 'worse'],
    ['avg', 4, 5, '−20 %', 'better'],
    ['max', 5, 4, '+25 %', 'worse'],
    ['p95', 100.004, 100, '0 %', 'same'],
    ['error-rate', 0.00005, 0, '+0.01 pp', 'worse'],
    ['error-rate', 0.00004, 0, '0 pp', 'same'],
    ['p95', undefined, 5, undefined, 'unknown'],
    ['p95', 5, undefined, undefined, 'unknown'],
  ])('of %s, %j against %j, is %j, %s', (metric, now, then, text, direction) => {
    expect(changeOf(metric, only(metric, now), only(metric, then))).toMatchObject({ text, direction });
  });
});
