/** Endpoints beside their baseline: what counts as slower, and in which order they are shown. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Regression } from '../../../src/test-run/baseline.ts';
import type { EndpointNumbers } from '../../../src/test-run/endpoints.ts';
import { comparedEndpoints, ruleOn } from '../../../src/test-run/endpoints.ts';
import type { RegressionRule } from '../../../src/test-run/regression-rule.ts';
import type { Selector } from '../../../src/test-run/selector.ts';

const endpoint = (name: string, p95Ms: number | undefined, earlierP95Ms: readonly number[] = []): EndpointNumbers => {
  return { name, method: 'GET', p95Ms, earlierP95Ms, errorRate: 0, requests: 100 };
};
const past = (...tags: Selector['tags']): Regression => ({
  rule: { metric: 'p95', size: 5, unit: '%', of: { metric: undefined, tags } },
  now: 108,
  then: 100,
  baselineRunId: '1',
});

describe('an endpoint beside its baseline', () => {
  it.each<readonly [string, number | undefined, readonly number[], number, boolean, number | undefined]>([
    ['slower by ten percent', 110, [100], 1, true, 10],
    ['slower by less', 109, [100], 1, false, 9],
    ['slower by a few ms', 8, [4], 1, false, 100],
    ['slower by 5 ms, which is the least', 25, [20], 1, true, 25],
    ['not measured', undefined, [100], 1, false, undefined],
    ['0 in both', 0, [0], 1, false, undefined],
    ['faster', 50, [100], 1, false, -50],
    ['not in the baseline', 110, [], 1, false, undefined],
    ['0 in the baseline', 110, [0], 1, false, undefined],
    ['slower than the median of several', 150, [90, 100, 110], 3, true, 50],
    ['in too few of several runs', 150, [90, 100], 3, false, undefined],
    ['within the noise of several', 150, [60, 80, 100, 120, 140], 5, false, 50],
    ['past the noise of several', 150, [98, 99, 100, 101, 102], 5, true, 50],
  ])('%s', (_, now, earlier, runs, isSlower, changePercent) => {
    const [found] = comparedEndpoints([endpoint('/cart', now, earlier)], runs, []);
    expect(found?.isSlower).toBe(isSlower);
    if (changePercent === undefined) expect(found?.changePercent).toBeUndefined();
    else expect(found?.changePercent).toBeCloseTo(changePercent);
  });

  it('is slower where a rule of the user says so, however little that is', () => {
    const [found] = comparedEndpoints([endpoint('/cart', 108, [100])], 1, [past(['name', '/cart'])]);
    expect(found?.isSlower).toBe(true);
  });

  it.each<readonly [string, Selector['tags'], boolean]>([
    ['its name', [['name', '/cart']], true],
    [
      'its name and method',
      [
        ['name', '/cart'],
        ['method', 'GET'],
      ],
      true,
    ],
    [
      'its name and another method',
      [
        ['name', '/cart'],
        ['method', 'POST'],
      ],
      false,
    ],
    [
      'a part of it',
      [
        ['name', '/cart'],
        ['status', '200'],
      ],
      false,
    ],
    [
      'its name and another tag with the value of its method',
      [
        ['name', '/cart'],
        ['expected', 'GET'],
      ],
      false,
    ],
    ['another name', [['name', '/']], false],
    ['a method alone', [['method', 'GET']], false],
  ])('is found by a rule on %s: %j %s', (_, tags, expected) => {
    expect(ruleOn({ name: '/cart', method: 'GET' }, [past(...tags)]) !== undefined).toBe(expected);
  });

  it('is found by none but a rule on the p95 of its requests', () => {
    const of = { metric: undefined, tags: [['name', '/cart']] } as const;
    const cart = { name: '/cart', method: 'GET' };
    const found = (rule: Omit<RegressionRule, 'size' | 'unit'>): RegressionRule | undefined =>
      ruleOn(cart, [{ ...past(), rule: { size: 5, unit: '%', ...rule } }]);
    expect(found({ metric: 'p95', of })).toEqual({ metric: 'p95', size: 5, unit: '%', of });
    expect(found({ metric: 'p99', of })).toBeUndefined();
    expect(found({ metric: 'p95' })).toBeUndefined();
    expect(found({ metric: 'p95', of: { ...of, metric: 'checkout_duration' } })).toBeUndefined();
  });

  it('keeps what was measured of it, beside what is usual', () => {
    expect(comparedEndpoints([endpoint('/cart', 150, [90, 100, 110])], 3, [])).toEqual([
      {
        name: '/cart',
        method: 'GET',
        p95Ms: 150,
        errorRate: 0,
        requests: 100,
        usualP95Ms: 100,
        changePercent: 50,
        isSlower: true,
      },
    ]);
    expect(comparedEndpoints([endpoint('/cart', undefined, [100])], 1, [])).toMatchObject([
      { p95Ms: undefined, usualP95Ms: 100, changePercent: undefined, isSlower: false },
    ]);
  });

  it('stands by its latency if it is not slower, however it changed, and last if that is not known', () => {
    const names = (...all: readonly EndpointNumbers[]): readonly string[] =>
      comparedEndpoints(all, 1, []).map(({ name }) => name);
    const [quick, slow] = [endpoint('quick', 21, [20]), endpoint('slow', 900, [1000])];
    expect([names(quick, slow), names(slow, quick)]).toEqual([
      ['slow', 'quick'],
      ['slow', 'quick'],
    ]);
    const [instant, unknown] = [endpoint('instant', 0), endpoint('unknown', undefined)];
    expect([names(instant, unknown), names(unknown, instant)]).toEqual([
      ['instant', 'unknown'],
      ['instant', 'unknown'],
    ]);
  });

  it('stands by its change if it is slower', () => {
    const all = [endpoint('2', 300, [200]), endpoint('1', 60, [30]), endpoint('3', 1200, [1000])];
    expect(comparedEndpoints(all, 1, []).map(({ name }) => name)).toEqual(['1', '2', '3']);
    expect(comparedEndpoints(all.toReversed(), 1, []).map(({ name }) => name)).toEqual(['1', '2', '3']);
  });

  it('stands above those that are not slower, which stand by their latency', () => {
    const all = [
      endpoint('fast', 20, [20]),
      endpoint('unknown', undefined),
      endpoint('slow', 900, [890]),
      endpoint('a little slower', 60, [50]),
      endpoint('much slower', 40, [20]),
    ];
    expect(comparedEndpoints(all, 1, []).map(({ name }) => name)).toEqual([
      'much slower',
      'a little slower',
      'slow',
      'fast',
      'unknown',
    ]);
  });

  it('is neither lost nor made up, whatever was measured', () => {
    const some = fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }), { nil: undefined });
    const earlier = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { maxLength: 10 });
    const all = fc.array(fc.tuple(fc.string(), some, earlier), { maxLength: 20 });
    fc.assert(
      fc.property(all, fc.integer({ min: 0, max: 10 }), (rows, runs) => {
        const found = comparedEndpoints(
          rows.map(([name, p95Ms, earlierP95Ms]) => endpoint(name, p95Ms, earlierP95Ms)),
          runs,
          [],
        );
        expect(found.map(({ name }) => name).sort()).toEqual(rows.map(([name]) => name).sort());
        const slower = found.map(({ isSlower }) => isSlower);
        expect(slower).toEqual([...slower].sort((a, b) => Number(b) - Number(a)));
        for (const { changePercent, isSlower } of found) {
          expect(changePercent === undefined || Number.isFinite(changePercent)).toBe(true);
          if (isSlower) expect(changePercent).toBeGreaterThanOrEqual(10);
        }
      }),
      {
        examples: [
          [[['/', 1e9, [5e-324]]], 1],
          [[['/', 0, [0]]], 1],
        ],
      },
    );
  });
});
