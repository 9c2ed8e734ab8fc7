/** Pure: applies the rules of `max-regression` to what was read, and says why one could not be applied. */
import type { ComparisonInputs } from '../inputs/reports.ts';
import { isCompared } from '../inputs/reports.ts';
import { compare } from '../test-run/baseline.ts';
import { NO_NUMBERS } from '../test-run/metrics.ts';
import type { RegressionRule } from '../test-run/regression-rule.ts';
import { ruleText } from '../test-run/regression-rule.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';

/** Everything but the comparison, and why there is nothing to compare with. */
type Measured = Omit<RunMetrics, 'judged' | 'regressions' | 'notCompared'> & {
  readonly missing?: string | undefined;
  readonly isUnread: boolean;
};

const UNKNOWN_NUMBER = 'a number of the run or of its baseline is not known';

/** Applies the user's rules; one that cannot be judged is a warning, and an error only where the user asks for that. */
export function withRules(comparing: ComparisonInputs, { missing, isUnread, ...found }: Measured): RunMetrics {
  const { baseline, numbers, warnings } = found;
  const missed = missing === undefined ? [] : [`${missing}.`];
  if (!isCompared(comparing)) {
    return { ...found, judged: [], regressions: [], warnings: [...missed, ...warnings] };
  }
  const against = baseline ?? { runId: '', url: '', numbers: NO_NUMBERS };
  const { judged, regressions, unjudged } = compare(comparing.maxRegression, numbers, against);
  const rules = unjudged.map(ruleText);
  if (rules.length === 0) return { ...found, judged, regressions };
  const notApplied = `\`max-regression\` (${rules.join(', ')}) was not applied`;
  const lackOf = (rule: RegressionRule): string | undefined => baseline?.selected?.get(ruleText(rule))?.lack;
  const lacks = new Set(unjudged.map((rule) => lackOf(rule) ?? UNKNOWN_NUMBER));
  const notCompared = missing === undefined ? `${notApplied}: ${[...lacks].join('; ')}` : `${missing}; ${notApplied}`;
  // What k6 Cloud answered that it has not will not be there at the next run either.
  const isRuleUnread = (rule: RegressionRule): boolean =>
    rule.of === undefined ? isUnread : lackOf(rule) === undefined;
  const isComparisonUnread = missing === undefined ? unjudged.some(isRuleUnread) : isUnread;
  return { ...found, judged, regressions, notCompared, isComparisonUnread, warnings: [`${notCompared}.`, ...warnings] };
}
