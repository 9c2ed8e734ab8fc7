/** Pure: the endpoints of a run beside those of its baseline, the ones that became slower first. */
import type { Regression } from './baseline.ts';
import type { RegressionRule } from './regression-rule.ts';
import { noiseOf, usualOf } from './noise.ts';
import type { Selector } from './selector.ts';

/** What was measured of one endpoint: of the requests of one name and method. */
export interface EndpointNumbers {
  /** Tag `name` of k6, by default the URL; text from outside. */
  readonly name: string;
  readonly method: string | undefined;
  readonly p95Ms: number | undefined;
  /** p95 in each run of the baseline that has it. */
  readonly earlierP95Ms: readonly number[];
  /** Share of failed requests, 0..1. */
  readonly errorRate: number | undefined;
  readonly requests: number | undefined;
}

/** One endpoint beside its baseline. */
export interface Endpoint extends Omit<EndpointNumbers, 'earlierP95Ms'> {
  /** p95 of the baseline, or its median over several runs; `undefined`: not known there. */
  readonly usualP95Ms: number | undefined;
  /** Change of p95 in percent; `undefined` where either side is unknown. */
  readonly changePercent: number | undefined;
  /** Slower than chance explains, or than a rule of `max-regression` allows. */
  readonly isSlower: boolean;
}

/** An endpoint has fewer requests than the whole test, so its latency varies more. */
const REMARKABLE_PERCENT = 10;
/** Nobody waits for less. */
const REMARKABLE_MS = 5;

/**
 * The endpoints, slower ones first and those by their change, then all others by their latency.
 * @param baselineRuns how many runs the baseline has
 */
export function comparedEndpoints(
  all: readonly EndpointNumbers[],
  baselineRuns: number,
  regressions: readonly Regression[],
): readonly Endpoint[] {
  return all
    .map(({ earlierP95Ms, ...numbers }): Endpoint => {
      const usual = baselineRuns > 1 ? usualOf(earlierP95Ms) : undefined;
      const then = baselineRuns > 1 ? usual?.median : earlierP95Ms[0];
      const { p95Ms: now } = numbers;
      const changePercent = now === undefined || then === undefined ? NaN : (now / then - 1) * 100;
      if (now === undefined || then === undefined || !Number.isFinite(changePercent)) {
        return { ...numbers, usualP95Ms: then, changePercent: undefined, isSlower: false };
      }
      const noise = usual === undefined ? 0 : (noiseOf(usual, '%') ?? 0);
      const isRemarkable = changePercent >= Math.max(REMARKABLE_PERCENT, noise) && now - then >= REMARKABLE_MS;
      const isSlower = isRemarkable || ruleOn(numbers, regressions) !== undefined;
      return { ...numbers, usualP95Ms: then, changePercent, isSlower };
    })
    .sort(slowerFirst);
}

/** The rule of `max-regression` on the p95 of an endpoint that is past its limit. */
export function ruleOn(
  endpoint: Pick<EndpointNumbers, 'name' | 'method'>,
  regressions: readonly Regression[],
): RegressionRule | undefined {
  return regressions.find(({ rule }) => rule.metric === 'p95' && selects(rule.of, endpoint))?.rule;
}

/** A rule that names other tags as well is about a part of the endpoint only. */
function selects(of: Selector | undefined, { name, method }: Pick<EndpointNumbers, 'name' | 'method'>): boolean {
  if (of === undefined || of.metric !== undefined || !of.tags.some(([tag]) => tag === 'name')) return false;
  return of.tags.every(([tag, value]) => (tag === 'name' ? value === name : tag === 'method' && value === method));
}

function slowerFirst(a: Endpoint, b: Endpoint): number {
  if (a.isSlower !== b.isSlower) return a.isSlower ? -1 : 1;
  if (a.isSlower) return (b.changePercent ?? 0) - (a.changePercent ?? 0);
  return (b.p95Ms ?? -1) - (a.p95Ms ?? -1);
}
