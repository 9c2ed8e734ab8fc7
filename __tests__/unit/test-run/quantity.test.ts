/** Numbers as people read them. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counted, distinguishable, change, quantity, significant } from '../../../src/test-run/quantity.ts';
import type { Unit } from '../../../src/test-run/quantity.ts';

describe('a count', () => {
  it.each([
    [0, '0 VUs'],
    [1, '1 VU'],
    [1.2, '1 VU'],
    [2, '2 VUs'],
    [1000, '1\u202f000 VUs'],
  ])('of %d is %j', (count, text) => {
    expect(counted(count, 'VU')).toBe(text);
  });
});

describe('quantity', () => {
  it.each<readonly [number | undefined, Unit, string]>([
    [431.2, 'ms', '431 ms'],
    [57.46, 'per-second', '57.5 /s'],
    [0.0125, 'share', '1.25 %'],
    [0.99996, 'share', '99.996 %'],
    [1, 'share', '100 %'],
    [0, 'share', '0 %'],
    [0.000001, 'share', '0.0001 %'],
    [6900, 'count', '6\u202f900'],
    [6900.6, 'count', '6\u202f901'],
    [0.4, 'count', '0'],
    [0.9999999, 'share', '99.99999 %'],
    [1 - 1e-12, 'share', '100 %'],
    [1e-12, 'share', '0 %'],
    [1.5, 'share', '150 %'],
    [1.000_000_1, 'share', '100 %'],
    [1500, 'per-second', '1\u202f500 /s'],
    [999, 'ms', '999 ms'],
    [1000, 'ms', '1 s'],
    [999.4, 'ms', '999 ms'],
    [999.6, 'ms', '1 s'],
    [-999.6, 'ms', '−1 s'],
    [-1830, 'ms', '−1.83 s'],
    [1830, 'ms', '1.83 s'],
    [48_900, 'ms', '48.9 s'],
    [1_234_567_890, 'ms', '1\u202f234\u202f568 s'],
    [1.25, 'vuh', '1.25 VUh'],
    [0.0125, 'plain', '0.0125'],
    [999.6, 'plain', '1\u202f000'],
    [-3.5, 'plain', '−3.5'],
    [undefined, 'ms', 'n/a'],
    [NaN, 'ms', 'n/a'],
  ])('%j as %s is %j', (value, unit, text) => {
    expect(quantity(value, unit)).toBe(text);
  });

  it('never shows an unknown as a number, nor a number with an exponent', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(quantity(value, 'ms')).toMatch(/^(?:n\/a|−?\d{1,3}(?:\u202f\d{3})*(?:\.\d+)? m?s|−?\d.*e\+\d+ s)$/u);
      }),
      { examples: [[NaN], [-0], [Infinity], [999.5], [0.0995], [1e21], [5e-324]] },
    );
  });
});

describe('apart', () => {
  it('tells values apart that look alike', () => {
    expect(distinguishable(400.02, 400, 'ms')).toEqual(['400.02 ms', '400 ms']);
    expect(distinguishable(999.7, 1000, 'ms')).toEqual(['999.7 ms', '1 s']);
    expect(distinguishable(431, 400, 'ms')).toEqual(['431 ms', '400 ms']);
    expect(distinguishable(400, 400, 'ms')).toEqual(['400 ms', '400 ms']);
    expect(distinguishable(100 / 3, 100 / 3, 'ms')).toEqual(['33.3 ms', '33.3 ms']);
    expect(distinguishable(1 / 3, 1 / 3 + 1e-12, 'plain')).toEqual(['0.333333333333333', '0.333333333334333']);
  });

  it('tells shares apart however close they are, and near what they are', () => {
    const share = fc.double({ min: 1e-6, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(share, fc.constantFrom(1e-3, 1e-6, 1e-8, 1e-9, 1e-10, 1e-11), (one, gap) => {
        const texts = distinguishable(one, one + gap, 'share');
        expect(texts[0]).not.toBe(texts[1]);
        expect(Math.abs(parseFloat(texts[0]) - one * 100)).toBeLessThanOrEqual(one);
      }),
      {
        examples: [
          [0.999, 1e-11],
          [1e-6, 1e-11],
        ],
      },
    );
  });
});

describe('change', () => {
  it('has a sign, a unit, and no sign for nothing', () => {
    expect([change(19.06, '%'), change(-1, '%'), change(0, 'pp')]).toEqual(['+19.1 %', '−1 %', '0 pp']);
  });

  it('counts how many times from ten on', () => {
    expect([change(899, '%'), change(900, '%'), change(17_800, '%')]).toEqual(['+899 %', '×10', '×179']);
    expect(change(900, 'pp')).toBe('+900 pp');
  });
});

describe('a change', () => {
  it.each([
    [0.854, '+0.85 pp'],
    [-0.854, '−0.85 pp'],
    [0.004, '0 pp'],
    [-0.004, '0 pp'],
    [0.006, '+0.01 pp'],
    [1, '+1 pp'],
    [1.004, '+1 pp'],
    [1.254, '+1.25 pp'],
    [12.54, '+12.5 pp'],
    [10.046, '+10 pp'],
    [1234.4, '+1\u202f234 pp'],
  ])('of %d is %s', (value, text) => {
    expect(change(value, 'pp')).toBe(text);
  });
});

describe('significant', () => {
  it.each([
    [0, 3, '0'],
    [1e-10, 3, '0'],
    [-1e-10, 3, '0'],
    [1e-9, 3, '0.000000001'],
    [0.000_012_34, 2, '0.000012'],
    [-0.5, 3, '−0.5'],
    [1234.56, 3, '1\u202f235'],
    [1234.56, 6, '1\u202f234.56'],
    [99.96, 3, '100'],
  ])('%d in %d digits is %s', (value, digits, text) => {
    expect(significant(value, digits)).toBe(text);
  });
});
