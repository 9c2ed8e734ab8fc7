/** The sentences about what a run is compared with, to the letter. */
import { describe, expect, it } from '@jest/globals';
import { noBaseline, severalName, warningsOf } from '../../../src/gate/compare-words.ts';
import type { ComparisonInputs } from '../../../src/inputs/reports.ts';
import type { MetricName, SelectedValues } from '../../../src/test-run/baseline.ts';
import type { Eligibility } from '../../../src/test-run/eligible.ts';
import type { Usual } from '../../../src/test-run/noise.ts';
import { aSettledRun } from '../../support/a-run.ts';

const ONE: Eligibility['eligible'] = [{ run: aSettledRun({ id: '7649990' }), marked: false }];
const ELIGIBLE: Eligibility = {
  eligible: ONE,
  excluded: [],
  branch: 'main',
  starred: undefined,
  fromPullRequest: false,
};
const P95 = { metric: 'p95', size: 10, unit: '%' } as const;
const comparing = (given: object = {}): ComparisonInputs & { readonly hasNotes: boolean } => ({
  baseline: { kind: 'previous' },
  maxRegression: [P95],
  hasNotes: true,
  ...given,
});
const PULL = { origin: { pullRequest: '12' } };

describe('several runs', () => {
  it('are named by their number, and by their branch where it is known', () => {
    expect(severalName(8, 'main')).toBe('median of 8 runs of main');
    expect(severalName(3, undefined)).toBe('median of 3 runs');
  });
});

describe('no baseline', () => {
  it.each([
    ['recent', 2, 'No baseline: none fits; `baseline: recent` needs 3 runs, and 2 of them can be used'],
    ['recent', 0, 'No baseline: none fits'],
    ['previous', 2, 'No baseline: none fits'],
  ] as const)('says for %s and %i eligible runs: %s', (kind, eligible, sentence) => {
    expect(noBaseline(kind, 'none fits', eligible)).toBe(sentence);
  });
});

describe('a warning', () => {
  it('is not given where nothing is odd', () => {
    expect(warningsOf(ELIGIBLE, comparing(PULL))).toEqual([]);
  });

  it.each([
    ['previous', false, PULL, 1],
    ['recent', false, PULL, 1],
    ['marked', false, PULL, 0],
    ['previous', true, PULL, 0],
    ['previous', false, {}, 0],
    ['previous', false, { origin: {} }, 0],
  ] as const)('that attempts cannot be told apart: %s, notes %s, %j: %i', (kind, hasNotes, origin, count) => {
    const found = warningsOf(ELIGIBLE, comparing({ baseline: { kind }, hasNotes, ...origin }));
    expect(found).toEqual(
      Array(count).fill(
        'The legacy API has no notes, so earlier attempts of this pull request cannot be told apart from other runs. ' +
          'Use `baseline: marked`, with `mark-as-baseline: true` on the default branch.',
      ),
    );
  });

  it('names a baseline that is of another pull request', () => {
    const other = { ...ELIGIBLE, fromPullRequest: true };
    expect(warningsOf(other, comparing())).toEqual([
      'The baseline, run 7649990, is of another pull request, because no run of the base branch was found: a slow drift is not seen.',
    ]);
    expect(warningsOf({ ...other, eligible: [] }, comparing())).toEqual([]);
  });

  it('names a rule that is below the noise of the test', () => {
    const noisy: Usual = { median: 400, deviation: 30, count: 8 };
    const usual = new Map<MetricName, Usual>([['p95', noisy]]);
    expect(warningsOf(ELIGIBLE, comparing(), usual)).toEqual([
      expect.stringMatching(
        /^`max-regression`: 10 % of p95 latency is below the noise of this test \(±[\d.]+ % over 8 runs\)\.$/u,
      ),
    ]);
    expect(warningsOf(ELIGIBLE, comparing({ maxRegression: [{ ...P95, size: 90 }] }), usual)).toEqual([]);
    const ofEndpoint = { ...P95, of: { metric: undefined, tags: [['name', 'checkout']] } };
    expect(warningsOf(ELIGIBLE, comparing({ maxRegression: [ofEndpoint] }), usual)).toEqual([]);
    expect(warningsOf(ELIGIBLE, comparing())).toEqual([]);
  });

  it('names a rule about a part of the test, by its own noise', () => {
    const noisy: Usual = { median: 500, deviation: 100, count: 5 };
    const ofEndpoint = { ...P95, of: { metric: undefined, tags: [['name', 'checkout']] } };
    const counter = { metric: 'error-rate', rate: 'more', size: 10, unit: '%', of: { metric: 'orders', tags: [] } };
    const selected = new Map<string, SelectedValues>([
      ['p95{name:checkout}=10%', { now: 900, then: 500, usual: noisy, metric: 'p95' }],
      ['rate(orders)=10%', { now: 900, then: 500, usual: noisy, metric: 'rps' }],
    ]);
    const given = comparing({ maxRegression: [ofEndpoint, counter] });
    expect(warningsOf(ELIGIBLE, given, new Map(), selected)).toEqual([
      '`max-regression`: 10 % of p95 latency of checkout is below the noise of this test (±89 % over 5 runs).',
      '`max-regression`: 10 % of rate of orders is below the noise of this test (±89 % over 5 runs).',
    ]);
  });

  it('names a rate in percentage points', () => {
    const usual = new Map<MetricName, Usual>([['error-rate', { median: 0.02, deviation: 0.01, count: 9 }]]);
    const rule = { metric: 'error-rate', size: 0.5, unit: 'pp' };
    expect(warningsOf(ELIGIBLE, comparing({ maxRegression: [rule] }), usual)).toEqual([
      expect.stringMatching(
        /^`max-regression`: 0\.5 pp of .* is below the noise of this test \(±[\d.]+ pp over 9 runs\)\.$/u,
      ),
    ]);
  });
});
