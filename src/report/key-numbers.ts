/** The card of a run: which one it was, and its key numbers with their change against the baseline. */
import type { Change } from '../test-run/baseline.ts';
import { changeOf, metricText } from '../test-run/baseline.ts';
import { formatDuration } from '../test-run/duration.ts';
import type { Metrics } from '../test-run/metrics.ts';
import type { MetricName } from '../test-run/number-table.ts';
import { METRIC_NAMES, METRICS } from '../test-run/number-table.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import { quantity } from '../test-run/quantity.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import { secondsOf } from './run-facts.ts';
import { nameOf } from './headline.ts';
import { clipped, escaped, link, table } from '../text/markdown.ts';

/** **Checkout API** · run 7650001 · 200 VUs · 2m 04s · 1.25 VUh */
export function identity(outcome: RunOutcome): string {
  const run = runOf(outcome);
  const name = `**${escaped(clipped(nameOf(outcome)))}**`;
  if (run === undefined) return name;
  const seconds = secondsOf(run);
  const vus = outcome.metrics?.numbers.peakVus ?? run.vus;
  const parts = [
    name,
    link(`run ${run.id}`, run.url),
    vus === undefined ? '' : `${quantity(vus, 'count')} VUs`,
    seconds === undefined ? '' : formatDuration(seconds * 1000),
    run.vuh === undefined ? '' : quantity(run.vuh, 'vuh'),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The numbers a reviewer asks for first. */
const SHOWN: readonly MetricName[] = METRIC_NAMES.filter((name) => METRICS[name].row.isKey);

/** The table of key numbers; empty where none is known. */
export function keyNumbers(study: RunMetrics | undefined): string {
  if (study === undefined) return '';
  const { numbers, baseline } = study;
  const ruled = study.regressions.filter(({ rule }) => rule.of === undefined).map(({ rule }) => rule.metric);
  const shown = [...SHOWN, ...ruled.filter((metric) => !SHOWN.includes(metric))];
  if (shown.every((metric) => METRICS[metric].of(numbers) === undefined)) return '';
  const rows = shown.map((metric) => {
    const value = metricText(metric, METRICS[metric].of(numbers));
    const told = ruled.includes(metric) || isFailed(metric, study) ? `**${value}**` : value;
    if (baseline === undefined) return [METRICS[metric].title, told];
    const change = changeOf(metric, numbers, baseline.numbers);
    return [METRICS[metric].title, told, metricText(metric, change.then), changeText(change, ruled.includes(metric))];
  });
  if (baseline === undefined) return table(['', 'this run'], ['left', 'right'], rows);
  const { name } = baseline;
  const against = name === undefined ? link(`run ${baseline.runId}`, baseline.url) : escaped(name);
  const header = ['', 'this run', `baseline (${against})`, 'change'];
  return table(header, ['left', 'right', 'right', 'right'], rows);
}

/** From here on a change for the worse gets a sign: runs of one test differ by a few percent on their own. */
const REMARKABLE_PERCENT = 5;
const REMARKABLE_POINTS = 0.5;

function changeText({ text, size, direction, metric }: Change, ruled: boolean): string {
  if (text === undefined || size === undefined) return 'n/a';
  const remarkable = METRICS[metric].unit === 'share' ? REMARKABLE_POINTS : REMARKABLE_PERCENT;
  const marked = direction === 'worse' && (ruled || Math.abs(size) >= remarkable);
  const arrow = !marked ? '' : size > 0 ? '🔺 ' : '🔻 ';
  return `${arrow}${ruled ? `**${text}**` : text}`;
}

function isFailed(metric: MetricName, { thresholds }: Metrics): boolean {
  const [name, stat] = METRICS[metric].row.threshold ?? [];
  return thresholds?.some((one) => one.failed && one.metric === name && one.stat === stat) ?? false;
}
