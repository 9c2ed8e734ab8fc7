/** The numbers of runs: they fit the verdict, and every way to ask for them tells the same. */
import { describe, expect, it } from '@jest/globals';
import { createCloud } from '../../../../src/emulator/machine/emulated-cloud.ts';
import type { RunNumbers } from '../../../../src/emulator/machine/run-numbers.ts';
import { allChecks, latencyMs, numbersOf } from '../../../../src/emulator/machine/run-numbers.ts';
import type { ThresholdPlan } from '../../../../src/emulator/machine/numbers-plan.ts';
import type { Scenario } from '../../../../src/emulator/machine/scenario.ts';
import { merged, parts } from '../../../../src/emulator/machine/series.ts';
import * as scenarios from '../../../../src/emulator/machine/scenarios.ts';

function numbers(script: Scenario, thresholds?: readonly ThresholdPlan[], checks?: readonly string[]): RunNumbers {
  const plan = {
    id: 1,
    ...(thresholds === undefined ? {} : { thresholds }),
    ...(checks === undefined ? {} : { checks }),
  };
  const cloud = createCloud({ now: () => 1e12, tests: [plan] });
  const run = cloud.seed(1, { scenario: script });
  const [test] = cloud.tests();
  const found = test === undefined ? undefined : numbersOf(run, test, cloud.now());
  if (found === undefined) throw new Error('no numbers');
  return found;
}

const conditions: readonly ThresholdPlan[] = [
  { metric: 'http_req_duration', stat: 'p(95)', operator: '<', limit: 400 },
  { metric: 'http_req_duration', stat: 'p(99)', operator: '<=', limit: 250 },
  { metric: 'http_req_duration', stat: 'avg', operator: '<', limit: 10 },
  { metric: 'http_req_failed', stat: 'rate', operator: '<', limit: 0.01 },
  { metric: 'http_req_failed', stat: 'rate', operator: '<=', limit: 0 },
  { metric: 'checks', stat: 'rate', operator: '>', limit: 0.99 },
  { metric: 'checks', stat: 'rate', operator: '>=', limit: 0.5 },
  { metric: 'http_reqs', stat: 'rate', operator: '>', limit: 1000 },
  { metric: 'http_req_duration{name:"cart"}', stat: 'p(95)', operator: '<', limit: 300 },
  { metric: 'cart_total', stat: 'count', operator: '>', limit: 5 },
];

describe('numbers of a run', () => {
  it.each(conditions)('fit its end: $metric $stat $operator $limit', (condition) => {
    const others = conditions.filter((one) => one !== condition && one.limit !== 0);
    const held = numbers(scenarios.passed(), [condition, ...others]);
    expect(held.thresholds.filter(({ crossed }) => crossed)).toEqual([]);
    expect(numbers(scenarios.aborted('system'), [condition]).thresholds[0]?.crossed).toBe(false);
    const [first] = numbers(scenarios.failedByThreshold(), [condition, ...others]).thresholds;
    expect(first?.crossed).toBe(true);
    expect(numbers(scenarios.aborted('threshold'), [condition]).thresholds[0]?.crossed).toBe(true);
  });

  it('can be fixed by the script', () => {
    const fixed = numbers(
      scenarios.failedByThreshold({ numbers: { p95Ms: 431, rps: 57.5, errorRate: 0.0125, checksRate: 0.985 } }),
    );
    expect(fixed.p95Ms).toBe(431);
    expect(fixed.thresholds[0]).toMatchObject({ calculated: 431, crossed: true });
    expect(fixed.requests).toBe(Math.round(57.5 * 124));
    expect(fixed.failures / fixed.requests).toBeCloseTo(0.0125, 3);
    const { passed, failed } = allChecks(fixed);
    expect(passed / (passed + failed)).toBeCloseTo(0.985, 3);
    expect(fixed.checks[1]?.failed).toBe(0);
  });

  it('are the same every time, and other ones for another run over time', () => {
    expect(numbers(scenarios.passed())).toEqual(numbers(scenarios.passed()));
    const run = numbers(scenarios.passed());
    expect(parts(run, 10)).toEqual(parts(run, 10));
    expect(parts({ ...run, runId: run.runId + 1 }, 10)).not.toEqual(parts(run, 10));
  });

  it('are none before it runs, and go with the clock while it runs', () => {
    let nowMs = 0;
    const script = scenarios.passed({ createdMs: 1000, queuedMs: 1000, initializingMs: 1000 });
    const cloud = createCloud({ now: () => nowMs, advance: { by: 'clock' }, tests: [{ id: 1, scenarios: [script] }] });
    const id = cloud.start(1)?.id ?? 0;
    const look = (): RunNumbers | undefined => {
      const run = cloud.peek(id);
      const test = cloud.test(1);
      return run === undefined || test === undefined ? undefined : numbersOf(run, test, nowMs);
    };
    expect(look()).toBeUndefined();
    nowMs = 34_000;
    expect(look()?.seconds).toBe(30);
    nowMs = 64_000;
    expect(look()?.seconds).toBe(60);
  });

  it.each([1, 7, 10, 60, 124, 1000])('in parts of %i s add up to the whole', (stepS) => {
    const run = numbers(scenarios.failedByThreshold());
    const all = parts(run, stepS);
    const sum = merged(all);
    expect(all).toHaveLength(Math.ceil(124 / stepS));
    expect(sum?.seconds).toBeCloseTo(run.seconds, 6);
    expect(sum?.requests).toBeCloseTo(run.requests, 6);
    expect(sum?.failures).toBeCloseTo(run.failures, 6);
    expect(sum?.p95Ms).toBeCloseTo(run.p95Ms, 6);
    expect(sum?.vus).toBe(run.vus);
    expect(allChecks(sum ?? run).passed).toBeCloseTo(allChecks(run).passed, 6);
    for (const part of all) {
      expect(part.failures).toBeLessThanOrEqual(part.requests);
      expect(latencyMs(part, 'min')).toBeLessThan(latencyMs(part, 'p(95)') ?? 0);
    }
  });

  it('have no checks where the test has none', () => {
    expect(numbers(scenarios.passed(), undefined, []).checks).toEqual([]);
  });
});
