/** What the options of a script and the list of thresholds show together: whether a threshold was evaluated. */
import { describe, expect, it } from '@jest/globals';
import type { Threshold } from '../../../src/test-run/metrics.ts';
import { countStates, stateOf, thresholdsFrom } from '../../../src/test-run/thresholds.ts';

const evaluated: Threshold = {
  metric: 'checks',
  stat: 'rate',
  condition: 'rate>=0.9',
  limit: 0.9,
  value: 1,
  failed: false,
};
const withoutSamples: Threshold = { ...evaluated, value: undefined };

describe('a threshold', () => {
  it.each([
    ['met', evaluated],
    ['not-evaluated', withoutSamples],
    ['not-met', { ...evaluated, failed: true }],
    ['not-met', { ...withoutSamples, failed: true }],
  ] as const)('is %s: %j', (state, threshold) => {
    expect(stateOf(threshold)).toBe(state);
    expect(countStates([threshold, threshold])).toEqual({ met: 0, 'not-met': 0, 'not-evaluated': 0, [state]: 2 });
  });
});

describe('the thresholds of a run', () => {
  it.each([
    ['unknown', undefined, 'unreadable'],
    ['stated', undefined, 'unreadable'],
    ['none', undefined, 'none'],
    ['unknown', [], 'none'],
    ['none', [], 'none'],
    ['stated', [], 'not-evaluated'],
    ['unknown', [withoutSamples], 'not-evaluated'],
    ['none', [withoutSamples], 'not-evaluated'],
    ['none', [evaluated], 'some'],
    ['stated', [withoutSamples, evaluated], 'some'],
    ['unknown', [{ ...withoutSamples, failed: true }], 'some'],
  ] as const)('are, with %s in the options and the list %j, %s', (stated, listed, known) => {
    expect(thresholdsFrom(stated, listed)).toBe(known);
  });
});
