/** Two runs side by side: better and worse per metric, and what is past its limit. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changeOf, compare, METRICS, regressionWords, ruleText } from '../../../src/test-run/baseline.ts';
import type { MetricName, RegressionRule } from '../../../src/test-run/baseline.ts';
import { regressionRules } from '../../../src/inputs-reports.ts';
import { NO_NUMBERS } from '../../../src/test-run/insight.ts';
import type { Numbers } from '../../../src/test-run/insight.ts';

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
  ])('%s of %d against %d: past it is %j', (text, now, then, past) => {
    const one = rule(text);
    const { regressions, unjudged } = compare([one], only(one.metric, now), against(one.metric, then));
    expect(regressions).toHaveLength(past ? 1 : 0);
    expect(unjudged).toEqual([]);
  });

  it('is not judged where a side is unknown', () => {
    const one = rule('p95=10%');
    expect(compare([one], only('p95', undefined), against('p95', 1))).toEqual({ regressions: [], unjudged: ['p95'] });
    expect(compare([one], only('p95', 1), against('p95', undefined))).toEqual({ regressions: [], unjudged: ['p95'] });
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
          expect(regressionWords(regression)).not.toMatch(/ is (\S+ ?\S*) against \1 in /u);
        });
      }),
    );
  });

  it('is written as the user writes it', () => {
    for (const text of ['p95=10%', 'error-rate=0.5pp', 'rps=-5%', 'checks-rate=-1pp', 'rps=0%']) {
      expect(ruleText(rule(text))).toBe(text);
    }
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
    ['p95', undefined, 5, undefined, 'unknown'],
  ])('of %s, %j against %j, is %j, %s', (metric, now, then, text, direction) => {
    expect(changeOf(metric, only(metric, now), only(metric, then))).toMatchObject({ text, direction });
  });
});
