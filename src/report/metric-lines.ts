/** Numbers, thresholds and checks of a run as lines of the log's folded group. */
import type { MetricName } from '../test-run/baseline.ts';
import { changeOf, METRICS, metricText } from '../test-run/baseline.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { quantity } from '../test-run/quantity.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import { failedFirst, thresholdValue } from '../test-run/threshold-sentences.ts';
import { rateOf, worstChecksFirst } from './criteria-tables.ts';

/** A log that goes on for pages is not read; the summary has more. */
const MOST_LINES = 100;

/** The lines; none where nothing is known. */
export function metricLines({ metrics }: RunOutcome): readonly string[] {
  if (metrics === undefined) return [];
  const { thresholds = [], checks = [] } = metrics;
  return [
    ...numberLines(metrics),
    ...listed(
      'thresholds',
      failedFirst(thresholds).map((one) => {
        const value = thresholdValue(one);
        return `${one.failed ? '✗' : '✓'} ${one.metric ?? 'n/a'}  ${one.condition}  ${value}`;
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

function numberLines({ numbers, baseline }: RunMetrics): readonly string[] {
  return names().flatMap((metric) => {
    const value = METRICS[metric].of(numbers);
    if (value === undefined) return [];
    const compared = baseline === undefined ? undefined : changeOf(metric, numbers, baseline.numbers);
    const change =
      compared?.text === undefined || baseline === undefined
        ? ''
        : `  ${compared.text} against ${metricText(metric, compared.then)} ${baseline.name === undefined ? `in run ${baseline.runId}` : `(${baseline.name})`}`;
    return [`${METRICS[metric].title.padEnd(18)}${metricText(metric, value)}${change}`];
  });
}

function names(): readonly MetricName[] {
  return ['p95', 'p99', 'avg', 'max', 'rps', 'error-rate', 'checks-rate'];
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - MOST_LINES;
  return [title, ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`), ...(rest > 0 ? [`  and ${rest} more`] : [])];
}
