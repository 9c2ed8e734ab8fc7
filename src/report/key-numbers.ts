/** The card of a run: which one it was, and its key numbers with their change against the baseline. */
import type { Change, MetricName } from '../test-run/baseline.ts';
import { changeOf, METRICS, metricText } from '../test-run/baseline.ts';
import { inWords } from '../test-run/duration.ts';
import type { Insight } from '../test-run/metrics.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import { quantity } from '../test-run/quantity.ts';
import type { Study } from '../test-run/run-metrics.ts';
import { secondsOf } from './run-facts.ts';
import { nameOf } from './headline.ts';
import { clipped, escaped, link, table } from '../text/markdown.ts';

/** **Checkout API** · run 7650001 · 200 VUs · 2m 04s · 1.25 VUh */
export function identity(outcome: RunOutcome): string {
  const run = runOf(outcome);
  const name = `**${escaped(clipped(nameOf(outcome)))}**`;
  if (run === undefined) return name;
  const seconds = secondsOf(run);
  const vus = outcome.study?.insight.numbers.peakVus ?? run.vus;
  const parts = [
    name,
    link(`run ${run.id}`, run.url),
    vus === undefined ? '' : `${quantity(vus, 'count')} VUs`,
    seconds === undefined ? '' : inWords(seconds * 1000),
    run.vuh === undefined ? '' : quantity(run.vuh, 'vuh'),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The numbers a reviewer asks for first. */
const SHOWN: readonly MetricName[] = ['p95', 'p99', 'rps', 'error-rate', 'checks-rate'];

/** The table of key numbers; empty where none is known. */
export function card(study: Study | undefined): string {
  if (study === undefined) return '';
  const { insight, baseline } = study;
  const ruled = study.regressions.map(({ rule }) => rule.metric);
  const shown = [...SHOWN, ...ruled.filter((metric) => !SHOWN.includes(metric))];
  if (shown.every((metric) => METRICS[metric].of(insight.numbers) === undefined)) return '';
  const rows = shown.map((metric) => {
    const value = metricText(metric, METRICS[metric].of(insight.numbers));
    const told = ruled.includes(metric) || isCrossed(metric, insight) ? `**${value}**` : value;
    if (baseline === undefined) return [METRICS[metric].title, told];
    const change = changeOf(metric, insight.numbers, baseline.numbers);
    return [METRICS[metric].title, told, metricText(metric, change.then), changeText(change, ruled.includes(metric))];
  });
  if (baseline === undefined) return table(['', 'this run'], ['left', 'right'], rows);
  const header = ['', 'this run', `baseline (${link(`run ${baseline.runId}`, baseline.url)})`, 'change'];
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

const CRITERION: Readonly<Record<MetricName, readonly [metric: string, stat: string]>> = {
  p95: ['http_req_duration', 'p(95)'],
  p99: ['http_req_duration', 'p(99)'],
  avg: ['http_req_duration', 'avg'],
  max: ['http_req_duration', 'max'],
  rps: ['http_reqs', 'rate'],
  'error-rate': ['http_req_failed', 'rate'],
  'checks-rate': ['checks', 'rate'],
};

function isCrossed(metric: MetricName, { thresholds }: Insight): boolean {
  const [name, stat] = CRITERION[metric];
  return thresholds?.some((one) => one.crossed && one.metric === name && one.stat === stat) ?? false;
}
