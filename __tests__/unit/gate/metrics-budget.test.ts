/** Runs of a step share the time for metrics that do not come. */
import { describe, expect, it } from '@jest/globals';
import { metricsBudget } from '../../../src/gate/metrics-budget.ts';

function stage(): { readonly budget: ReturnType<typeof metricsBudget>; at: (ms: number) => void } {
  let nowMs = 0;
  return {
    budget: metricsBudget({ now: () => nowMs }),
    at: (ms) => {
      nowMs = ms;
    },
  };
}

describe('the budget', () => {
  it('is used up by runs that fail one after another, and counts those side by side once', () => {
    const { budget, at } = stage();
    at(25_000);
    for (let run = 0; run < 3; run++) budget.charge(0, 25_000);
    expect(budget.leftMs()).toBe(5000);
    at(30_000);
    budget.charge(25_000, 30_000);
    expect(budget.leftMs()).toBe(0);
    at(40_000);
    budget.charge(30_000, 40_000);
    expect(budget.leftMs()).toBe(0);
  });

  it('is full again for runs that end much later', () => {
    const { budget, at } = stage();
    at(30_000);
    budget.charge(0, 30_000);
    at(90_000);
    expect(budget.leftMs()).toBe(0);
    at(90_001);
    expect(budget.leftMs()).toBe(30_000);
  });
});
