/** Pure: what is usual for a metric over several runs, how much it varies, and the limit that this noise allows. */
import type { RegressionRule } from './regression-rule.ts';

/** A metric over several runs. */
export interface Usual {
  readonly median: number;
  /** Median of the absolute deviations from the median. */
  readonly deviation: number;
  /** How many runs. */
  readonly count: number;
}

/** Below this many runs nothing is compared. */
export const FEWEST_RUNS = 3;
/** A baseline of several runs has this many at most. */
export const MOST_RUNS = 10;
/** From this many runs on, the deviation says something about the noise. */
const FEWEST_FOR_NOISE = 5;
/** Makes the deviation of normal noise a standard deviation. */
const NORMAL = 1.4826;
/** How many standard deviations are noise. */
const WIDTH = 3;
/** Rates vary by this much in any test: 0.1 percentage points. */
const RATE_FLOOR_PP = 0.1;

/** What is usual; `undefined` for fewer runs than can be compared with. The order of the values does not matter. */
export function usualOf(values: readonly number[]): Usual | undefined {
  if (values.length < FEWEST_RUNS) return undefined;
  const median = medianOf(values);
  return { median, deviation: medianOf(values.map((value) => Math.abs(value - median))), count: values.length };
}

/**
 * How much the metric varies, in the unit of a rule: percent of the median, or percentage points of a rate.
 * `undefined` if there are too few runs to tell, or the median is 0.
 */
export function noiseOf({ median, deviation, count }: Usual, unit: '%' | 'pp'): number | undefined {
  if (count < FEWEST_FOR_NOISE || (unit === '%' && median <= 0)) return undefined;
  return WIDTH * NORMAL * (unit === 'pp' ? deviation : deviation / median) * 100;
}

/**
 * The rule that is in effect against what is usual: never narrower than the user's, wider if the test is noisier.
 * A rate is judged in percentage points, with a smallest limit unless the user says 0.
 */
export function ruleInEffect(rule: RegressionRule, usual: Usual, isRate: boolean): RegressionRule {
  const asked = isRate ? inPoints(rule, usual) : rule;
  const noise = noiseOf(usual, asked.unit) ?? 0;
  return noise > asked.size ? { ...asked, size: noise, asked: { size: rule.size, unit: rule.unit } } : asked;
}

function inPoints(rule: RegressionRule, { median }: Usual): RegressionRule {
  const points = rule.unit === 'pp' ? rule.size : median * rule.size;
  return { ...rule, unit: 'pp', size: rule.size === 0 ? 0 : Math.max(points, RATE_FLOOR_PP) };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low / 2 + high / 2;
}
