/** The card of a run: which one it was, and its key numbers with limit and change. */
import type { Baseline, Change, RegressionRule } from '../test-run/baseline.ts';
import { changeOf, metricText } from '../test-run/baseline.ts';
import { formatDuration } from '../test-run/duration.ts';
import type { Metrics, Numbers, Threshold } from '../test-run/metrics.ts';
import type { MetricName } from '../test-run/number-table.ts';
import { METRIC_NAMES, METRICS } from '../test-run/number-table.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import { quantity, significant } from '../test-run/quantity.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import { dayAndTime, secondsOf } from './run-facts.ts';
import { escaped, link, table, unbroken } from '../text/markdown.ts';

/** [run 7650001](…) · 200 VUs · 2m 04s · 1.25 VUh · started 24 Nov 09:12 UTC; empty where there is no run. */
export function identity(outcome: RunOutcome): string {
  const run = runOf(outcome);
  if (run === undefined) return '';
  const seconds = secondsOf(run);
  const vus = outcome.metrics?.numbers.peakVus ?? run.vus;
  const parts = [
    link(`run ${run.id}`, run.url),
    vus === undefined ? '' : `${quantity(vus, 'count')} VUs`,
    seconds === undefined ? '' : formatDuration(seconds * 1000),
    run.vuh === undefined ? '' : quantity(run.vuh, 'vuh'),
    run.startedMs === undefined ? '' : `started ${dayAndTime(run.startedMs)}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The numbers a reviewer asks for first. */
const SHOWN: readonly MetricName[] = METRIC_NAMES.filter((name) => METRICS[name].row.isKey);

/** The table of key numbers: value, baseline, change and limit; what the test does not have is left out. */
export function keyNumbers(metrics: RunMetrics | undefined): string {
  if (metrics === undefined) return '';
  const { numbers, baseline } = metrics;
  const rules = metrics.regressions.map(({ rule }) => rule).filter(({ of }) => of === undefined);
  const shown = [...SHOWN, ...rules.map(({ metric }) => metric).filter((metric) => !SHOWN.includes(metric))];
  const known = shown.filter((metric) =>
    [numbers, baseline?.numbers].some((all) => valueOf(metric, all) !== undefined),
  );
  if (known.every((metric) => valueOf(metric, numbers) === undefined)) return '';
  const limits = new Map(known.map((metric) => [metric, limitOn(metric, metrics)]));
  const hasLimits = [...limits.values()].some((limit) => limit !== '');
  const rows = known.map((metric) => {
    const rule = rules.find((one) => one.metric === metric);
    const value = unbroken(metricText(metric, valueOf(metric, numbers)));
    const isBad = rule !== undefined || failedOn(metric, metrics) !== undefined;
    return [
      METRICS[metric].title,
      isBad ? `**${value}**` : value,
      ...(baseline === undefined ? [] : compared(metric, numbers, baseline, rule)),
      ...(hasLimits ? [limits.get(metric) ?? ''] : []),
    ];
  });
  const against = baseline === undefined ? [] : [headerOf(baseline), 'change'];
  const header = ['', 'this run', ...against, ...(hasLimits ? ['limit'] : [])];
  const numeric = against.map(() => 'right' as const);
  return table(header, ['left', 'right', ...numeric, ...(hasLimits ? (['left'] as const) : [])], rows);
}

function valueOf(metric: MetricName, numbers: Numbers | undefined): number | undefined {
  return numbers === undefined ? undefined : METRICS[metric].of(numbers);
}

function headerOf({ name, runId, url }: Baseline): string {
  return name === undefined ? `baseline (${link(`run ${runId}`, url)})` : `usual (${escaped(name)})`;
}

function compared(
  metric: MetricName,
  numbers: Numbers,
  baseline: Baseline,
  rule: RegressionRule | undefined,
): readonly string[] {
  const change = changeOf(metric, numbers, baseline.numbers);
  return [unbroken(metricText(metric, change.then)), changeText(change, rule)];
}

/** `❌ < 400 ms`: the threshold on a number, one that was not met before others; empty where there is none. */
function limitOn(metric: MetricName, metrics: Metrics): string {
  const threshold = failedOn(metric, metrics) ?? thresholdsOn(metric, metrics)[0];
  const operator = /(?:[<>]=?|[=!]==?)/u.exec(threshold?.condition ?? '')?.[0];
  if (threshold?.limit === undefined || operator === undefined) return '';
  return unbroken(`${threshold.failed ? '❌' : '✅'} ${operator} ${metricText(metric, threshold.limit)}`);
}

/** Whether a threshold is on a number of the table, so that it is seen there. */
export function isInTable(threshold: Threshold): boolean {
  return SHOWN.some((metric) => isOn(metric, threshold));
}

function isOn(metric: MetricName, threshold: Threshold): boolean {
  const [name, stat] = METRICS[metric].row.threshold ?? [];
  return name !== undefined && threshold.metric === name && threshold.stat === stat;
}

/** From here on a change for the worse gets a sign: runs of one test differ by a few percent on their own. */
const REMARKABLE_PERCENT = 5;
const REMARKABLE_POINTS = 0.5;

function changeText({ text, size, direction, metric }: Change, rule: RegressionRule | undefined): string {
  if (text === undefined || size === undefined) return 'n/a';
  if (rule !== undefined) return unbroken(`❌ **${text}**, allowed ${significant(rule.size)} ${rule.unit}`);
  const remarkable = METRICS[metric].unit === 'share' ? REMARKABLE_POINTS : REMARKABLE_PERCENT;
  const isMarked = direction === 'worse' && Math.abs(size) >= remarkable;
  return unbroken(`${!isMarked ? '' : size > 0 ? '🔺 ' : '🔻 '}${text}`);
}

function thresholdsOn(metric: MetricName, { thresholds = [] }: Metrics): readonly Threshold[] {
  return thresholds.filter((one) => isOn(metric, one));
}

function failedOn(metric: MetricName, metrics: Metrics): Threshold | undefined {
  return thresholdsOn(metric, metrics).find(({ failed }) => failed);
}
