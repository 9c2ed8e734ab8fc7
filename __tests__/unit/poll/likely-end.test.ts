/** Where the end of a run is likely by its earlier runs: when they count, and what they give. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { likelyEnds } from '../../../src/poll/likely-end.ts';
import type { EarlierDuration } from '../../../src/test-run/earlier-durations.ts';

const lasted = (plannedS: number | undefined, ...seconds: readonly number[]): readonly EarlierDuration[] =>
  seconds.map((s) => ({ lastedMs: s * 1000, plannedMs: plannedS === undefined ? undefined : plannedS * 1000 }));

describe('earlier runs', () => {
  it.each<readonly [string, readonly EarlierDuration[], number | undefined]>([
    ['are too few', lasted(undefined, 60, 61), undefined],
    ['kept their plan', lasted(120, 120, 121, 122), 120_000],
    ['used none of their graceful stop, which the plan holds', lasted(150, 120, 121, 119), 150_000],
    ['were in their graceful stop past the plan', lasted(120, 149, 140, 121), 120_000],
    ['kept it but for one that was aborted', lasted(120, 120, 121, 15), 120_000],
    ['are just within 33 s before or after their plan', lasted(120, 87, 87, 153), 120_000],
  ])('do not count where they %s', (_, earlier, plannedMs) => {
    expect(likelyEnds(earlier, plannedMs)).toBeUndefined();
  });

  it('count where the plan is not reported', () => {
    expect(likelyEnds(lasted(undefined, 60, 61, 59), undefined)).toEqual([{ fromMs: 56_000, toMs: 64_050, share: 1 }]);
  });

  it.each([
    ['only half of them kept their plan', lasted(120, 120, 120, 30, 30)],
    ['they are just outside of 33 s around it', lasted(120, 86.999, 86.999, 153.001)],
    ['their own plans are not known', lasted(undefined, 120, 120, 120)],
  ])('count where %s', (_, earlier) => {
    expect(likelyEnds(earlier, 120_000)).toBeDefined();
  });

  it('of a plan that is not reported count, even where earlier ones were reported and kept', () => {
    expect(likelyEnds(lasted(120, 120, 120, 120), undefined)).toEqual([{ fromMs: 114_000, toMs: 126_000, share: 1 }]);
  });

  it('whose spans touch are one group', () => {
    // 10 s and 3 s after it, 16 s and 3 s before it: both at 13 s.
    expect(likelyEnds(lasted(undefined, 10, 16, 16), undefined)).toEqual([{ fromMs: 7000, toMs: 19_000, share: 1 }]);
  });

  it('count where the plan is a maximum that they did not reach', () => {
    expect(likelyEnds(lasted(600, 200, 200, 200), 600_000)).toEqual([{ fromMs: 190_000, toMs: 210_000, share: 1 }]);
  });

  it('give one likely end for each group of them, with its share of those that lasted as long', () => {
    expect(likelyEnds(lasted(undefined, 100, 10, 100, 100), undefined)).toEqual([
      { fromMs: 7000, toMs: 13_000, share: 0.25 },
      { fromMs: 95_000, toMs: 105_000, share: 1 },
    ]);
  });

  it('give ends in order that hold every earlier end, and the last one has them all', () => {
    const durations = fc.array(fc.integer({ min: 1, max: 36_000_000 }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(durations, (all) => {
        const earlier = all.map((lastedMs) => ({ lastedMs, plannedMs: undefined }));
        const ends = likelyEnds(earlier, undefined) ?? [];
        for (const { lastedMs } of earlier) {
          expect(ends.filter(({ fromMs, toMs }) => lastedMs >= fromMs && lastedMs <= toMs)).toHaveLength(1);
        }
        ends.slice(1).forEach(({ fromMs }, place) => {
          expect(fromMs).toBeGreaterThan(ends[place]?.toMs ?? Infinity);
        });
        expect(ends.at(-1)?.share).toBe(1);
      }),
      { examples: [[[1, 1, 1]], [[1, 36_000_000, 18_000_000]], [[60_000, 66_300, 66_301]]] },
    );
  });
});
