/** The numbers of a run: which of them `max-regression` takes, and by which names. */
import { describe, expect, it } from '@jest/globals';
import { isMetricName, METRIC_NAMES, METRICS, NUMBER_NAMES, numbersBy } from '../../../src/test-run/number-table.ts';

describe('the names that `max-regression` takes', () => {
  it('are those of the numbers that can be worse, in the order of reports', () => {
    expect(METRIC_NAMES.map((name) => [name, METRICS[name].number, METRICS[name].worse])).toEqual([
      ['p95', 'p95Ms', 'more'],
      ['p99', 'p99Ms', 'more'],
      ['avg', 'avgMs', 'more'],
      ['max', 'maxMs', 'more'],
      ['rps', 'rps', 'less'],
      ['error-rate', 'errorRate', 'more'],
      ['checks-rate', 'checksRate', 'less'],
    ]);
  });

  it.each([
    ['p95', true],
    ['checks-rate', true],
    ['p95Ms', false],
    ['requests', false],
    ['P95', false],
    ['', false],
    ['toString', false],
    [undefined, false],
  ])('%j is one of them: %j', (name, isOne) => {
    expect(isMetricName(name)).toBe(isOne);
  });

  it('lead to the number of the run', () => {
    const numbers = numbersBy((name) => NUMBER_NAMES.indexOf(name));
    expect(METRIC_NAMES.map((name) => METRICS[name].of(numbers))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe('the numbers of a run', () => {
  it('are made name by name, and an unknown one stays unknown', () => {
    expect(numbersBy((name) => (name === 'rps' ? 0 : undefined))).toEqual({
      p95Ms: undefined,
      p99Ms: undefined,
      avgMs: undefined,
      maxMs: undefined,
      rps: 0,
      errorRate: undefined,
      checksRate: undefined,
      requests: undefined,
      peakVus: undefined,
      iterations: undefined,
    });
  });
});
