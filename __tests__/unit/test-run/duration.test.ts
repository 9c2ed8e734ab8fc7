/** Durations as people read them, at the borders of their units. */
import { describe, expect, it } from '@jest/globals';
import { formatDuration, formatClock } from '../../../src/test-run/duration.ts';

describe('a duration', () => {
  it.each([
    [-5000, '0s', '0:00'],
    [0, '0s', '0:00'],
    [0.4, '0s', '0:00'],
    [0.6, '1ms', '0:00'],
    [350.4, '350ms', '0:00'],
    [999, '999ms', '0:01'],
    [999.6, '1s', '0:01'],
    [1000, '1s', '0:01'],
    [8499, '8s', '0:08'],
    [8500, '9s', '0:09'],
    [59_400, '59s', '0:59'],
    [59_600, '1m 00s', '1:00'],
    [124_000, '2m 04s', '2:04'],
    [3_599_000, '59m 59s', '59:59'],
    [3_600_000, '1h 00m', '1:00:00'],
    [3_724_000, '1h 02m', '1:02:04'],
    [90_061_000, '25h 01m', '25:01:01'],
  ])('of %d ms is %s in words and %s on the clock', (ms, words, clock) => {
    expect([formatDuration(ms), formatClock(ms)]).toEqual([words, clock]);
  });
});
