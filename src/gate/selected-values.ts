/** Reads the values of rules about a part of the test: an endpoint, a tag, a metric of the script. */
import type { Cloud } from '../cloud/cloud.ts';
import type { CloudErrorCode } from '../cloud/errors.ts';
import type { BestEffortOptions } from '../cloud/http/best-effort.ts';
import type { ComparisonInputs } from '../inputs/reports.ts';
import type { MetricName, SelectedValues } from '../test-run/baseline.ts';
import type { RegressionRule } from '../test-run/regression-rule.ts';
import { METRICS } from '../test-run/baseline.ts';
import { withoutFullStop } from '../test-run/evidence.ts';
import { ruleText, worseOf } from '../test-run/regression-rule.ts';
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
    const { of } = rule;
    const { values, metric, outage } = await firstWithValues(rule, asking, (number, own) => {
      const query = number === 'rps' ? { number, of, zeroFor: silentAsZero(rule, run, ids) } : { number, of };
      return cloud.metrics.across(testId, [run.id, ...ids], query, own);
    });
    const now = values.get(run.id);
    const usual = usualOf(ids.flatMap((id) => values.get(id) ?? []));
    const then = ids.length === 1 ? values.get(ids[0] ?? '') : usual?.median;
    const lack =
      outage === undefined
        ? lackOf(rule, now === undefined ? `run ${run.id}` : 'the baseline')
        : `a value could not be read: ${withoutFullStop(outage)}`;
    return [
      [
        ruleText(rule),
        {
          now,
          then,
          usual: ids.length === 1 ? undefined : usual,
          metric,
          lack,
          ...(outage === undefined ? {} : { isUnread: true }),
        },
      ],
    ];
  });
  return new Map((await Promise.all(found)).flat());
}

/**
 * The runs for which no series of a counter is 0: the judged one, unless the service lost some of its metrics. Those of
 * the baseline only where more is worse: a counter that is new in the script would let the run fall as far as it likes.
 */
function silentAsZero(rule: RegressionRule, run: TestRun, ids: readonly string[]): readonly string[] {
  const isWhole = run.state === 'settled' && run.metrics === 'complete';
  return [...(isWhole ? [run.id] : []), ...(worseOf(rule) === 'more' ? ids : [])];
}

type NumberOf = (typeof METRICS)[MetricName]['number'];

interface FoundValues {
  readonly metric: MetricName;
  readonly values: ReadonlyMap<string, number>;
  /** What failed where nothing was found, so that a missing value may exist; absent if k6 Cloud has answered. */
  readonly outage: string | undefined;
}

/** By these k6 Cloud says that it has no such number, for instance since the metric is of another kind. */
const REFUSALS: ReadonlySet<CloudErrorCode | undefined> = new Set<CloudErrorCode>(['rejected', 'not-found']);

/** `rate(…)` in percent is asked of a rate first, then of a counter: an answer of the wrong kind is an error or is empty. */
async function firstWithValues(
  rule: RegressionRule,
  asking: BestEffortOptions,
  ask: (number: NumberOf, own: BestEffortOptions) => Promise<ReadonlyMap<string, number>>,
): Promise<FoundValues> {
  const mayBeCounter = rule.rate !== undefined && rule.unit === '%' && rule.floor === undefined;
  const metrics: readonly MetricName[] = mayBeCounter ? [rule.metric, 'rps'] : [rule.metric];
  const failures: Parameters<BestEffortOptions['onFailure']>[] = [];
  for (const metric of metrics) {
    const own: BestEffortOptions = { ...asking, onFailure: (...failure) => failures.push(failure) };
    const values = await ask(METRICS[metric].number, own);
    if (values.size > 0) return { metric, values, outage: undefined };
  }
  // A guess of the wrong kind is refused, and nobody is told of it; not so if nothing else was answered.
  const isRefused = failures.length < metrics.length && failures.every(([, code]) => REFUSALS.has(code));
  const reported = isRefused ? [] : failures;
  for (const failure of reported) asking.onFailure(...failure);
  return { metric: metrics.at(-1) ?? rule.metric, values: new Map(), outage: reported[0]?.[0] };
}

/** Why there is no value, as a clause. */
function lackOf({ metric, rate, of }: RegressionRule, which: string): string {
  const tags = selectorText({ metric: undefined, tags: of?.tags ?? [] });
  if (of?.metric === undefined) return `no sample of ${which} has ${tags}`;
  const stat = rate === undefined ? metric : 'rate';
  const tagged = tags === '' ? '' : ` with ${tags}`;
  return `${which} has no ${stat} of ${of.metric}${tagged}: there is no such metric, or it is of another kind`;
}
