/** Pure: a run's numbers beside those of an earlier one; what got better or worse, and what worsened past a limit. */
import type { MetricName, Numbers } from './number-table.ts';
import { METRICS } from './number-table.ts';
import type { Usual } from './noise.ts';
import { ruleInEffect } from './noise.ts';
import type { Unit } from './quantity.ts';
import { change, changeSize, distinguishable, quantity, significant } from './quantity.ts';
import type { RegressionRule } from './regression-rule.ts';
import { allowedText, ruleText, ruleTitle, worseOf } from './regression-rule.ts';

export type { MetricName } from './number-table.ts';
export { METRICS } from './number-table.ts';

/** The run, or the median of several, that another is compared with. */
export interface Baseline {
  /** The newest of them. */
  readonly runId: string;
  readonly url: string;
  readonly numbers: Numbers;
  /** All of them, if they are several. */
  readonly runIds?: readonly string[];
  /** `median of 8 runs of main`; absent for one run. */
  readonly name?: string;
  readonly about?: BaselineAbout;
  /** What is usual for each metric, if the baseline is several runs. */
  readonly usual?: ReadonlyMap<MetricName, Usual>;
  /** The values of rules with a selector, by the text of the rule. */
  readonly selected?: ReadonlyMap<string, SelectedValues>;
}

/** Where a baseline comes from, as far as it is known. */
export interface BaselineAbout {
  /** The branch, or `pull request 5`. */
  readonly source?: string | undefined;
  /** How long before the judged run the newest of its runs ended. */
  readonly ageMs?: number | undefined;
  /** A person, or `mark-as-baseline`, marked the run. */
  readonly isMarked?: boolean;
}

/** The values that a rule with a selector compares. */
export interface SelectedValues {
  readonly now: number | undefined;
  readonly then: number | undefined;
  readonly usual?: Usual | undefined;
  /** The metric that the values are of, if a rule fits several. */
  readonly metric?: MetricName;
  /** Why a value is missing. */
  readonly lack?: string | undefined;
  /** It could not be read; absent where k6 Cloud has answered. */
  readonly isUnread?: boolean;
}

/** A metric of two runs side by side. */
export interface Change {
  readonly metric: MetricName;
  readonly now: number | undefined;
  readonly then: number | undefined;
  /** `+19.1 %`; `undefined` where either side is unknown. */
  readonly text: string | undefined;
  /** How big it is in its unit, with its sign; infinite where something came of nothing. */
  readonly size: number | undefined;
  readonly direction: 'better' | 'worse' | 'same' | 'unknown';
}

/** A metric that is worse than its rule allows. */
export interface Regression {
  readonly rule: RegressionRule;
  readonly now: number;
  readonly then: number;
  readonly baselineRunId: string;
  /** `median of 8 runs of main`; absent for one run. */
  readonly baselineName?: string;
}

/** A rule that was applied, with the limit in effect. */
export interface JudgedRule {
  readonly rule: RegressionRule;
  readonly now: number;
  readonly then: number;
  /** What is usual, if the baseline is several runs. */
  readonly usual: Usual | undefined;
}

/** What came of the rules. */
export interface Comparison {
  readonly judged: readonly JudgedRule[];
  readonly regressions: readonly Regression[];
  /** Rules that could not be judged, because one side is unknown. */
  readonly unjudged: readonly RegressionRule[];
}

/** What changed of one metric. Shares change by percentage points, everything else by percent. */
export function changeOf(metric: MetricName, now: Numbers, then: Numbers): Change {
  const { of } = METRICS[metric];
  return { metric, ...changeBetween(METRICS[metric], of(now), of(then)) };
}

/** What a change of a number needs to know of it. */
export interface ComparedNumber {
  readonly unit: Unit;
  /** Which way is worse. */
  readonly worse: 'more' | 'less' | 'neither';
}

/** What changed between two values of a number. */
export function changeBetween(
  { unit, worse }: ComparedNumber,
  now: number | undefined,
  then: number | undefined,
): Omit<Change, 'metric'> {
  if (now === undefined || then === undefined) {
    return { now, then, text: undefined, size: undefined, direction: 'unknown' };
  }
  const step = unit === 'share' ? 'pp' : '%';
  const size = step === 'pp' ? (now - then) * 100 : relative(now, then);
  const same = Math.abs(size) < VISIBLE;
  const direction = same ? 'same' : worse === 'neither' || size > 0 !== (worse === 'more') ? 'better' : 'worse';
  return { now, then, text: Number.isFinite(size) ? change(size, step) : FROM_NOTHING, size, direction };
}

/** Judges every rule; a value equal to the limit is within it. */
export function compare(rules: readonly RegressionRule[], now: Numbers, baseline: Baseline): Comparison {
  const [judged, regressions, unjudged]: [JudgedRule[], Regression[], RegressionRule[]] = [[], [], []];
  const { runId: baselineRunId, name } = baseline;
  for (const asked of rules) {
    const { now: a, then: b, usual, metric = asked.metric } = valuesFor(asked, now, baseline);
    const fitting = { ...asked, metric };
    const rule = usual === undefined ? fitting : ruleInEffect(fitting, usual, METRICS[metric].unit === 'share');
    if (a === undefined || b === undefined) {
      unjudged.push(asked);
      continue;
    }
    judged.push({ rule, now: a, then: b, usual });
    if (isPast(rule, a, b)) {
      regressions.push({ rule, now: a, then: b, baselineRunId, ...(name === undefined ? {} : { baselineName: name }) });
    }
  }
  return { judged, regressions, unjudged };
}

function valuesFor(rule: RegressionRule, now: Numbers, { numbers, usual, selected }: Baseline): SelectedValues {
  if (rule.of !== undefined) return selected?.get(ruleText(rule)) ?? { now: undefined, then: undefined };
  const { of } = METRICS[rule.metric];
  return { now: of(now), then: of(numbers), usual: usual?.get(rule.metric) };
}

/** `p95 latency rose 19.1 % (362 → 431 ms, run 7649870); allowed: 10 %` */
export function regressionSentence(regression: Regression): string {
  const { rule, now, then, baselineRunId, baselineName } = regression;
  const { unit } = METRICS[rule.metric];
  const [is, was] = distinguishable(now, then, unit);
  const whose = baselineName ?? `run ${baselineRunId}`;
  return `${ruleTitle(rule)} ${movement(movedBy(regression), rule)} (${withoutUnit(was, is)} → ${is}, ${whose}); allowed: ${allowedText(rule)}`;
}

/** The first of two values, without a unit that both have. */
function withoutUnit(one: string, other: string): string {
  const [number = one, ...unit] = one.split(' ');
  return unit.length > 0 && other.endsWith(` ${unit.join(' ')}`) ? number : one;
}

/** The first regression in words, and how many more there are. */
export function regressionsSentence([first, ...rest]: readonly Regression[]): string {
  if (first === undefined) return 'The run is worse than its baseline';
  const more = rest.length === 1 ? '1 more metric is' : `${rest.length} more metrics are`;
  return `${regressionSentence(first)}${rest.length === 0 ? '' : `, and ${more} past the limit`}`;
}

const FROM_NOTHING = 'from 0';
/** Changes below this, in percent or points, are not worth a sign. */
const VISIBLE = 0.005;
/** What adding and dividing doubles may be off by. */
const ROUNDING = 1e-9;

/** Multiplied, not divided, so that a baseline of 0 is judged too: then anything worse is past every percentage. */
function isPast(rule: RegressionRule, now: number, then: number): boolean {
  const { metric, size, unit, floor = 0 } = rule;
  const worsening = worseOf(rule) === 'more' ? now - then : then - now;
  const allowed = unit === 'pp' ? size / 100 : (then * size) / 100;
  const least = METRICS[metric].unit === 'share' ? floor / 100 : floor;
  return worsening > Math.max(allowed, least) + ROUNDING * Math.max(1, Math.abs(then));
}

function relative(now: number, then: number): number {
  if (then === 0) return now === 0 ? 0 : Infinity;
  return (now / then - 1) * 100;
}

/** How far a regression moved, in the unit of its rule; infinite where something came of nothing. */
export function movedBy({ rule, now, then }: Regression): number {
  return rule.unit === 'pp' ? (now - then) * 100 : relative(now, then);
}

/** `+19.1 %`, `×179`, `−2 pp`, `from 0`: a change that is past its limit, which it must not look equal to. */
export function changePast(moved: number, { size: limit, unit }: RegressionRule): string {
  if (!Number.isFinite(moved)) return FROM_NOTHING;
  if (changeSize(moved, unit) !== changeSize(limit, unit)) return change(moved, unit);
  return `${moved < 0 ? '−' : '+'}${significant(Math.abs(moved), 6)} ${unit}`;
}

/** `rose 19.1 %`, `rose ×179`, `fell 2 pp` */
function movement(moved: number, rule: RegressionRule): string {
  const verb = moved > 0 ? 'rose' : 'fell';
  return Number.isFinite(moved) ? `${verb} ${changePast(moved, rule).replace(/^[+−]/u, '')}` : verb;
}

/** The value of a metric with its unit. */
export function metricText(metric: MetricName, value: number | undefined): string {
  return quantity(value, METRICS[metric].unit);
}
