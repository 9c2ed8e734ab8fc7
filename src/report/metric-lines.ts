/** Numbers, thresholds and checks of a run as lines of the log's folded group. */
import { changeBetween, changeOf, metricText } from '../test-run/baseline.ts';
import { comparedWith, judgedSentence } from '../test-run/compared-words.ts';
import type { MetricName } from '../test-run/number-table.ts';
import { isMetricName, NUMBER_NAMES, NUMBERS } from '../test-run/number-table.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { knownProtocols, PROTOCOLS } from '../test-run/protocol-table.ts';
import { quantity } from '../test-run/quantity.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import { failedFirst, thresholdValue } from '../test-run/threshold-sentences.ts';
import type { ThresholdState } from '../test-run/thresholds.ts';
import { stateOf } from '../test-run/thresholds.ts';
import { endpointLines } from './endpoints-table.ts';
import { rateOf, worstChecksFirst } from './criteria-tables.ts';

/** A log that goes on for pages is not read; the summary has more. */
const MOST_LINES = 100;

/** The longest title of another protocol, and a gap. */
const WIDEST_TITLE = 25;

const SIGNS: Readonly<Record<ThresholdState, string>> = { met: '✓', 'not-met': '✗', 'not-evaluated': '⚠' };

/** The lines; none where nothing is known. */
export function metricLines({ metrics }: RunOutcome): readonly string[] {
  if (metrics === undefined) return [];
  const { thresholds = [], checks = [] } = metrics;
  return [
    ...numberLines(metrics),
    ...protocolLines(metrics),
    ...listed('endpoints', endpointLines(metrics)),
    ...listed(
      'thresholds',
      failedFirst(thresholds).map((one) => {
        const value = thresholdValue(one);
        return `${SIGNS[stateOf(one)]} ${one.metric ?? 'n/a'}  ${one.condition}  ${value}`;
      }),
    ),
    ...listed(
      'checks',
      worstChecksFirst(checks).map((check) => {
        const rate = quantity(rateOf(check), 'share');
        return `${check.fails > 0 ? '✗' : '✓'} ${check.name}  ${rate}, ${quantity(check.fails, 'count')} failed`;
      }),
    ),
  ];
}

/** What the run is compared with, and each rule in effect; none without a baseline. */
export function comparisonLines({ metrics }: RunOutcome): readonly string[] {
  const baseline = metrics?.baseline;
  if (metrics === undefined || baseline === undefined) return [];
  return [`${comparedWith(baseline)}.`, ...metrics.judged.map((one) => `  ${judgedSentence(one, baseline)}`)];
}

function numberLines(metrics: RunMetrics): readonly string[] {
  return NUMBER_NAMES.flatMap((name) => {
    const { title, unit, rule } = NUMBERS[name];
    const value = metrics.numbers[name];
    if (value === undefined) return [];
    const change = isMetricName(rule) ? changeWords(rule, metrics) : '';
    return [`${title.padEnd(18)}${quantity(value, unit)}${change}`];
  });
}

function protocolLines({ protocols, baselineProtocols }: RunMetrics): readonly string[] {
  return knownProtocols(protocols).map((name) => {
    const row = PROTOCOLS[name];
    const then = baselineProtocols[name];
    const { text } = changeBetween(row, protocols[name], then);
    const change = text === undefined ? '' : `  ${text} against ${quantity(then, row.unit)}`;
    return `${row.title.padEnd(WIDEST_TITLE)}${quantity(protocols[name], row.unit)}${change}`;
  });
}

function changeWords(metric: MetricName, { numbers, baseline }: RunMetrics): string {
  if (baseline === undefined) return '';
  const { text, then } = changeOf(metric, numbers, baseline.numbers);
  const whose = baseline.name === undefined ? `in run ${baseline.runId}` : `(${baseline.name})`;
  return text === undefined ? '' : `  ${text} against ${metricText(metric, then)} ${whose}`;
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - MOST_LINES;
  return [title, ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`), ...(rest > 0 ? [`  and ${rest} more`] : [])];
}
