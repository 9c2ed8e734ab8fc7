/** Reads the values of rules about a part of the test: an endpoint, a tag, a metric of the script. */
import type { Cloud } from '../cloud/cloud.ts';
import type { BestEffortOptions } from '../cloud/http/best-effort.ts';
import type { ComparisonInputs } from '../inputs/reports.ts';
import type { MetricName, SelectedValues } from '../test-run/baseline.ts';
import type { RegressionRule } from '../test-run/regression-rule.ts';
import { METRICS } from '../test-run/baseline.ts';
import { ruleText } from '../test-run/regression-rule.ts';
import { usualOf } from '../test-run/noise.ts';
import { selectorText } from '../test-run/selector.ts';
import type { TestRun } from '../test-run/test-run.ts';

/** What is judged, by which rules, and where values come from. */
interface SelectedRequest {
  readonly run: TestRun;
  readonly comparing: ComparisonInputs;
  readonly cloud: Cloud;
}

/** The values by the text of the rule: one request for each rule, the judged run and its baseline together. */
export async function selectedValues(
  ids: readonly string[],
  { run, comparing, cloud }: SelectedRequest,
  asking: BestEffortOptions,
): Promise<ReadonlyMap<string, SelectedValues>> {
  const found = comparing.maxRegression.map(async (rule): Promise<readonly (readonly [string, SelectedValues])[]> => {
    const { testId } = run;
    if (rule.of === undefined || testId === undefined) return [];
    const { values, metric, isRead } = await firstWithValues(rule, (query) =>
      cloud.metrics.across(testId, [run.id, ...ids], { ...query, of: rule.of }, query.asking(asking)),
    );
    const now = values.get(run.id);
    const usual = usualOf(ids.flatMap((id) => values.get(id) ?? []));
    const then = ids.length === 1 ? values.get(ids[0] ?? '') : usual?.median;
    const lack = isRead ? lackOf(rule, now === undefined ? `run ${run.id}` : 'the baseline') : undefined;
    return [[ruleText(rule), { now, then, usual: ids.length === 1 ? undefined : usual, metric, lack }]];
  });
  return new Map((await Promise.all(found)).flat());
}

interface MetricQuery {
  readonly number: (typeof METRICS)[MetricName]['number'];
  /** Notes whether the request failed; a first guess fails in silence. */
  readonly asking: (outer: BestEffortOptions) => BestEffortOptions;
}

interface FoundValues {
  readonly metric: MetricName;
  readonly values: ReadonlyMap<string, number>;
  /** k6 Cloud has answered, so that a missing value does not exist. */
  readonly isRead: boolean;
}

/** `rate(…)` in percent is asked of a rate first, then of a counter: an answer of the wrong kind is an error or is empty. */
async function firstWithValues(
  rule: RegressionRule,
  ask: (query: MetricQuery) => Promise<ReadonlyMap<string, number>>,
): Promise<FoundValues> {
  const mayBeCounter = rule.rate !== undefined && rule.unit === '%' && rule.floor === undefined;
  const metrics: readonly MetricName[] = mayBeCounter ? [rule.metric, 'rps'] : [rule.metric];
  const failed: MetricName[] = [];
  let found: Omit<FoundValues, 'isRead'> = { metric: rule.metric, values: new Map() };
  for (const metric of metrics) {
    const asking = (outer: BestEffortOptions): BestEffortOptions => ({
      ...outer,
      onFailure: (failure) => {
        failed.push(metric);
        if (!mayBeCounter) outer.onFailure(failure);
      },
    });
    found = { metric, values: await ask({ number: METRICS[metric].number, asking }) };
    if (found.values.size > 0) break;
  }
  return { ...found, isRead: failed.length < metrics.length };
}

/** Why there is no value, as a clause. */
function lackOf({ metric, rate, of }: RegressionRule, which: string): string {
  const tags = selectorText({ metric: undefined, tags: of?.tags ?? [] });
  if (of?.metric === undefined) return `no sample of ${which} has ${tags}`;
  const stat = rate === undefined ? metric : 'rate';
  const tagged = tags === '' ? '' : ` with ${tags}`;
  return `${which} has no ${stat} of ${of.metric}${tagged}: there is no such metric, or it is of another kind`;
}
