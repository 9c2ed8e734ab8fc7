/** What is usual over several runs, and the limit in effect: properties, and the numbers of the contract. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RegressionRule } from '../../../src/test-run/regression-rule.ts';
import { noiseOf, ruleInEffect, usualOf } from '../../../src/test-run/noise.ts';

const P95: RegressionRule = { metric: 'p95', size: 10, unit: '%' };
const ERRORS: RegressionRule = { metric: 'error-rate', size: 0.5, unit: 'pp' };
const value = fc.double({ min: 0.001, max: 1e6, noNaN: true });
const values = fc.array(value, { minLength: 3, maxLength: 10 });
const known = (all: readonly number[]): NonNullable<ReturnType<typeof usualOf>> => {
  const usual = usualOf(all);
  if (usual === undefined) throw new Error('too few values');
  return usual;
};

describe('what is usual', () => {
  it('is not known of fewer than three runs', () => {
    expect([usualOf([]), usualOf([1]), usualOf([1, 2])]).toEqual([undefined, undefined, undefined]);
    expect(usualOf([3, 1, 2])).toEqual({ median: 2, deviation: 1, count: 3 });
    expect(usualOf([4, 1, 3, 2])).toEqual({ median: 2.5, deviation: 1, count: 4 });
  });

  it('does not depend on the order of the runs', () => {
    const shuffled = values.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(usualOf(other)).toEqual(usualOf(all));
      }),
      {
        examples: [
          [
            [
              [1, 2, 3],
              [3, 2, 1],
            ],
          ],
        ],
      },
    );
  });

  it('scales with its values, and the noise in percent does not', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 5, maxLength: 10 }), fc.integer({ min: 1, max: 20 }), (all, power) => {
        const [one, other] = [known(all), known(all.map((single) => single * 2 ** power))];
        expect(other.median).toBe(one.median * 2 ** power);
        expect(other.deviation).toBe(one.deviation * 2 ** power);
        expect(noiseOf(other, '%')).toBe(noiseOf(one, '%'));
      }),
      { examples: [[[1, 1, 1, 1, 1], 1]] },
    );
  });

  it('is moved by one outlier to its neighbour at most, however large the outlier is', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 1e6, max: 1e300, noNaN: true }), (all, outlier) => {
        const with1 = known([...all.slice(1), outlier]).median;
        const with2 = known([...all.slice(1), outlier * 2]).median;
        expect(with1).toBe(with2);
        expect(with1).toBeLessThanOrEqual(Math.max(...all.slice(1), ...all));
      }),
      { examples: [[[1, 1, 1], 1e300]] },
    );
  });
});

describe('the noise', () => {
  it.each([
    ['in percent of the median', 200, 5, '%', 3 * 1.4826 * 2.5],
    ['in points of a rate, whatever the median is', 0, 0.01, 'pp', 3 * 1.4826],
    ['unknown in percent of nothing', 0, 0, '%', undefined],
  ] as const)('is %s', (_, median, deviation, unit, noise) => {
    const found = noiseOf({ median, deviation, count: 5 }, unit);
    expect(found).toEqual(noise === undefined ? undefined : expect.closeTo(noise));
    expect(noiseOf({ median, deviation, count: 4 }, unit)).toBeUndefined();
  });
});

describe('the limit in effect', () => {
  it('is the one of the rule below five runs, however noisy they are', () => {
    expect(ruleInEffect(P95, known([100, 200, 300, 400]), false)).toEqual(P95);
  });

  it('is widened to three standard deviations from five runs on', () => {
    const usual = known([90, 95, 100, 105, 110]);
    expect(usual).toEqual({ median: 100, deviation: 5, count: 5 });
    const { size, asked } = ruleInEffect(P95, usual, false);
    expect(size).toBeCloseTo(3 * 1.4826 * 5);
    expect(asked).toEqual({ size: 10, unit: '%' });
    expect(ruleInEffect({ ...P95, size: 25 }, usual, false)).toEqual({ ...P95, size: 25 });
  });

  it('is never below that of the rule', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 100 }), (all, size) => {
        expect(ruleInEffect({ ...P95, size }, known(all), false).size).toBeGreaterThanOrEqual(size);
        expect(ruleInEffect({ ...ERRORS, size }, known(all.map((one) => one / 1e6)), true).size).toBeGreaterThanOrEqual(
          size,
        );
      }),
      { examples: [[[1, 1, 1], 0]] },
    );
  });

  it('of a rate is in percentage points, 0.1 at least unless the user says 0', () => {
    const calm = known([0.004, 0.004, 0.004]);
    expect(ruleInEffect(ERRORS, calm, true)).toEqual(ERRORS);
    expect(ruleInEffect({ ...ERRORS, size: 0.01 }, calm, true)).toEqual({ ...ERRORS, size: 0.1 });
    expect(ruleInEffect({ ...ERRORS, size: 0 }, calm, true)).toEqual({ ...ERRORS, size: 0 });
    expect(ruleInEffect({ ...ERRORS, size: 50, unit: '%' }, calm, true)).toEqual({ ...ERRORS, size: 0.2, unit: 'pp' });
    expect(ruleInEffect({ ...ERRORS, size: 10, unit: '%' }, calm, true)).toEqual({ ...ERRORS, size: 0.1, unit: 'pp' });
    const noisy = known([0.01, 0.02, 0.03, 0.04, 0.05]);
    expect(ruleInEffect(ERRORS, noisy, true).size).toBeCloseTo(3 * 1.4826 * 1);
  });

  it('is that of the rule if the median is 0: no percentage is noise of nothing', () => {
    expect(ruleInEffect(P95, known([0, 0, 0, 5, 0]), false)).toEqual(P95);
  });
});
