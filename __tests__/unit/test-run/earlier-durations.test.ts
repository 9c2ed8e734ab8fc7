/** How long earlier runs lasted, as far as a list tells. */
import { describe, expect, it } from '@jest/globals';
import type { ListedTimes } from '../../../src/test-run/earlier-durations.ts';
import { earlierDurations } from '../../../src/test-run/earlier-durations.ts';

const NONE: ListedTimes = { startedMs: undefined, endedMs: undefined, executedMs: undefined, plannedMs: undefined };

describe('the duration of an earlier run', () => {
  it.each<readonly [string, Partial<ListedTimes>, number | undefined]>([
    ['from its start to its end', { startedMs: 1000, endedMs: 61_000 }, 60_000],
    ['as the service counts it', { startedMs: 1000, endedMs: 61_000, executedMs: 55_000 }, 55_000],
    ['as the service counts it, without a start', { endedMs: 61_000, executedMs: 55_000 }, 55_000],
    ['not of a run that is going on', { startedMs: 1000, executedMs: 55_000 }, undefined],
    ['not of a run that never ran', { endedMs: 61_000 }, undefined],
    ['not of one that never ran and is counted as 0', { endedMs: 61_000, executedMs: 0 }, undefined],
    ['not of nonsense', { startedMs: 61_000, endedMs: 1000 }, undefined],
  ])('is known %s', (_, times, lastedMs) => {
    const expected = lastedMs === undefined ? [] : [{ lastedMs, plannedMs: 60_000 }];
    expect(earlierDurations([{ ...NONE, plannedMs: 60_000, ...times }])).toEqual(expected);
  });

  it('is known of the newest twenty', () => {
    const all = Array.from({ length: 30 }, (_, place) => ({ ...NONE, startedMs: 0, endedMs: place + 1 }));
    expect(earlierDurations(all).map(({ lastedMs }) => lastedMs)).toEqual(
      Array.from({ length: 20 }, (_, place) => place + 1),
    );
  });
});
