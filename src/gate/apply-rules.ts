/** Pure: applies the rules of `max-regression` to what was read, and says why one could not be applied. */
import type { ComparisonInputs } from '../inputs/reports.ts';
import { isCompared } from '../inputs/reports.ts';
import type { SelectedValues } from '../test-run/baseline.ts';
import { compare } from '../test-run/baseline.ts';
import type { Numbers } from '../test-run/metrics.ts';
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

/** The numbers of a run beside those of its baseline: HTTP that is no longer there has fallen to nothing. */
function comparable({ numbers, baseline, withoutHttp }: Omit<Measured, 'missing' | 'isUnread'>): Numbers {
  const hadHttp = (baseline?.numbers.rps ?? 0) > 0;
  return withoutHttp === true && hadHttp ? { ...numbers, rps: 0 } : numbers;
}

/** Applies the user's rules; one that cannot be judged is a warning, and an error only where the user asks for that. */
export function withRules(comparing: ComparisonInputs, { missing, isUnread, ...found }: Measured): RunMetrics {
  const { baseline, warnings } = found;
  const missed = missing === undefined ? [] : [`${missing}.`];
  if (!isCompared(comparing)) {
    return { ...found, judged: [], regressions: [], warnings: [...missed, ...warnings] };
  }
  const against = baseline ?? { runId: '', url: '', numbers: NO_NUMBERS };
  const { judged, regressions, unjudged } = compare(comparing.maxRegression, comparable(found), against);
  const rules = unjudged.map(ruleText);
  if (rules.length === 0) return { ...found, judged, regressions };
  const notApplied = `\`max-regression\` (${rules.join(', ')}) was not applied`;
  const selectedBy = (rule: RegressionRule): SelectedValues | undefined => baseline?.selected?.get(ruleText(rule));
  const lacks = new Set(unjudged.map((rule) => selectedBy(rule)?.lack ?? UNKNOWN_NUMBER));
  const notCompared = missing === undefined ? `${notApplied}: ${[...lacks].join('; ')}` : `${missing}; ${notApplied}`;
  // What k6 Cloud answered that it has not will not be there at the next run either.
  const isRuleUnread = (rule: RegressionRule): boolean =>
    rule.of === undefined ? isUnread : selectedBy(rule) === undefined || selectedBy(rule)?.isUnread === true;
  const isComparisonUnread = missing === undefined ? unjudged.some(isRuleUnread) : isUnread;
  return { ...found, judged, regressions, notCompared, isComparisonUnread, warnings: [`${notCompared}.`, ...warnings] };
}
