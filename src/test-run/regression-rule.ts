/** A rule of `max-regression`, and how it is written. */
import type { MetricName } from './number-table.ts';
import { METRICS } from './number-table.ts';
import { changeSize } from './quantity.ts';
import type { Selector } from './selector.ts';
import { selectorText } from './selector.ts';

/** How much worse than the baseline a metric may be; `size` is 10 for 10 %, 0.5 for half a percentage point. */
export interface RegressionRule {
  readonly metric: MetricName;
  readonly size: number;
  readonly unit: '%' | 'pp';
  /** A worsening up to this much is allowed whatever the limit is: ms, percentage points of a share, or 1/s. */
  readonly floor?: number;
  /** A part of the test, or a custom metric; absent: the whole test. */
  readonly of?: Selector;
  /** The rule is `rate(…)` on a metric of the script: which way is worse, as its sign says. */
  readonly rate?: 'more' | 'less';
  /** The limit that the user asks for, if this one is wider because the test is noisy. */
  readonly asked?: { readonly size: number; readonly unit: '%' | 'pp' };
}

/** `10 %`, `10 % and 20 ms`, `15 % (10 %, widened by noise)` */
export function allowedText(rule: RegressionRule): string {
  const widened = rule.asked === undefined ? '' : ` (${rule.asked.size} ${rule.asked.unit}, widened by noise)`;
  const floor = rule.floor === undefined ? '' : ` and ${floorText(rule)}`;
  return `${changeSize(rule.size, rule.unit)}${widened}${floor}`;
}

/** A rule as the user writes it: `p95=10%`, `rps=-5%`, `p95{name:checkout}=10%&20ms`. */
export function ruleText(rule: RegressionRule): string {
  const { metric, size, unit, floor, of } = rule;
  const sign = worseOf(rule) === 'less' && (size !== 0 || rule.rate !== undefined) ? '-' : '';
  const and = floor === undefined ? '' : `&${floorText(rule).replace(' ', '')}`;
  const stat = rule.rate === undefined ? metric : 'rate';
  return `${stat}${of === undefined ? '' : selectorText(of)}=${sign}${size}${unit}${and}`;
}

/** Which way is worse for the metric of a rule. */
export function worseOf({ metric, rate }: RegressionRule): 'more' | 'less' {
  return rate ?? METRICS[metric].worse;
}

/** `p95 latency`, `p95 latency of checkout`, `p95 latency {scenario:buyers}`, `p95 of checkout_duration` */
export function ruleTitle({ metric, of, rate }: RegressionRule): string {
  if (of === undefined) return METRICS[metric].title;
  const whole =
    of.metric === undefined ? METRICS[metric].title : `${rate === undefined ? metric : 'rate'} of ${of.metric}`;
  const [[name, value] = [], ...more] = of.tags;
  if (of.metric === undefined && name === 'name' && more.length === 0) return `${whole} of ${value}`;
  const tags = selectorText({ ...of, metric: undefined });
  return tags === '' ? whole : `${whole} ${tags}`;
}

function floorText({ metric, floor = 0 }: RegressionRule): string {
  const { unit } = METRICS[metric];
  return unit === 'ms' ? `${floor} ms` : unit === 'share' ? `${floor} pp` : String(floor);
}
