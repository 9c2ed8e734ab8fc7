/** Numbers as people read them. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apart, change, quantity } from '../../../src/test-run/quantity.ts';
import type { Unit } from '../../../src/test-run/quantity.ts';
import { crossings, thresholdValue } from '../../../src/test-run/threshold-words.ts';

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
    [1_234_567.4, 'ms', '1\u202f234\u202f567 ms'],
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
        expect(quantity(value, 'ms')).toMatch(/^(?:n\/a|−?\d{1,3}(?:\u202f\d{3})*(?:\.\d+)? ms|−?\d.*e\+\d+ ms)$/u);
      }),
    );
  });
});

describe('apart', () => {
  it('tells values apart that look alike', () => {
    expect(apart(400.02, 400, 'ms')).toEqual(['400.02 ms', '400 ms']);
    expect(apart(431, 400, 'ms')).toEqual(['431 ms', '400 ms']);
  });
});

describe('change', () => {
  it('has a sign, a unit, and no sign for nothing', () => {
    expect([change(19.06, '%'), change(-1, '%'), change(0, 'pp')]).toEqual(['+19.1 %', '−1 %', '0 pp']);
  });
});

describe('thresholds in words', () => {
  const one = {
    metric: 'http_req_duration',
    stat: 'p(95)',
    condition: 'p(95)<400',
    limit: 400,
    value: 431.2,
    crossed: true,
  };

  it('say how far off the first crossed one is, and how many more there are', () => {
    expect(crossings([one])).toBe('http_req_duration p(95) is 431 ms, the limit is 400 ms');
    expect(crossings([{ ...one, value: undefined }, one])).toBe(
      'http_req_duration p(95) is 431 ms, the limit is 400 ms, and 1 more threshold was crossed',
    );
    expect(crossings([{ ...one, metric: undefined }])).toBeUndefined();
    expect(crossings([{ ...one, crossed: false }])).toBeUndefined();
    expect(crossings(undefined)).toBeUndefined();
  });

  it('have the unit of their metric', () => {
    expect(thresholdValue(one)).toBe('431 ms');
    expect(thresholdValue({ ...one, metric: 'http_req_duration{status:200}' })).toBe('431 ms');
    expect(thresholdValue({ ...one, metric: 'http_req_failed', stat: 'rate', value: 0.0125 })).toBe('0.0125');
    expect(thresholdValue({ ...one, stat: 'count', value: 5 })).toBe('5');
    expect(thresholdValue({ ...one, metric: 'my_metric' })).toBe('431');
  });
});
