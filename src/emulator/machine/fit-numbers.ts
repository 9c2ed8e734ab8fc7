/** Picks the numbers a run must have had to end as it did. */
import type { NumbersPlan, ThresholdPlan } from './numbers-plan.ts';
import type { Scenario } from './scenario.ts';

/** Statistics of latency, as multiples of the 95th percentile: one distribution, known by one number. */
export const LATENCY: Readonly<Record<string, number>> = {
  'p(90)': 0.86,
  'p(95)': 1,
  'p(99)': 1.3,
  avg: 0.55,
  med: 0.5,
  min: 0.12,
  max: 2.4,
  stdev: 0.21,
};

const ORDINARY = { p95Ms: 362, errorRate: 0.004, checksRate: 0.999, trends: [] };
const RPS_PER_VU = 0.2875;
/** How far on the right side of a limit, and on the wrong one. */
const HELD = 0.905;
const CROSSED = 1.08;

/**
 * Of a failing run the first threshold is crossed, of any other run none is; thresholds on the same metric may go with
 * it. What the scenario fixes is taken as it is.
 */
export function fitted(
  thresholds: readonly ThresholdPlan[],
  { vus, numbers }: Pick<Scenario, 'vus' | 'numbers'>,
  failing: boolean,
): Required<NumbersPlan> {
  const base: Required<NumbersPlan> = { ...ORDINARY, rps: Math.max(0.5, vus * RPS_PER_VU) };
  const kept = thresholds.reduce((sofar, plan) => bent(sofar, plan, false), base);
  const [first] = thresholds;
  return { ...(failing && first !== undefined ? bent(kept, first, true) : kept), ...numbers };
}

/** A value on the side of a threshold's limit that is asked for. */
export function thresholdValue({ operator, limit }: ThresholdPlan, crossed: boolean): number {
  const below = operator.startsWith('<') !== crossed;
  if (limit === 0) return below ? 0 : 1;
  return limit * (below ? (crossed ? 1 / CROSSED : HELD) : crossed ? CROSSED : 1 / HELD);
}

/** The metric of a threshold, which may be on a part of it: `http_req_duration{name:"cart"}`. */
export function metricName({ metric }: ThresholdPlan): string {
  return metric.replace(/\{.*$/su, '');
}

/** Whether a value breaks the condition. */
export function crosses({ operator, limit }: ThresholdPlan, value: number): boolean {
  switch (operator) {
    case '<':
      return value >= limit;
    case '<=':
      return value > limit;
    case '>':
      return value <= limit;
    case '>=':
      return value < limit;
  }
}

function bent(base: Required<NumbersPlan>, plan: ThresholdPlan, crossed: boolean): Required<NumbersPlan> {
  const metric = metricName(plan);
  const wanted = thresholdValue(plan, crossed);
  const pick = (now: number, value: number): number => {
    if (crossed) return value;
    return plan.operator.startsWith('<') ? Math.min(now, value) : Math.max(now, value);
  };
  if (metric === 'http_req_duration') {
    return { ...base, p95Ms: pick(base.p95Ms, wanted / (LATENCY[plan.stat] ?? 1)) };
  }
  if (metric === 'http_req_failed') return { ...base, errorRate: Math.min(1, pick(base.errorRate, wanted)) };
  if (metric === 'checks') return { ...base, checksRate: Math.min(1, pick(base.checksRate, wanted)) };
  if (metric === 'http_reqs' && plan.stat === 'rate') return { ...base, rps: pick(base.rps, wanted) };
  return base;
}
