/** The table of all runs of a step, worst on top. */
import type { MetricName } from '../test-run/baseline.ts';
import { METRICS, metricText } from '../test-run/baseline.ts';
import { formatDuration } from '../test-run/duration.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { pageOf, runOf, signOf } from '../test-run/outcome.ts';
import { NO_NUMBERS } from '../test-run/metrics.ts';
import { knownProtocols } from '../test-run/protocol-table.ts';
import { quantity } from '../test-run/quantity.ts';
import { secondsOf } from './run-facts.ts';
import { nameOf } from './headline.ts';
import { clipped, escaped, link, table, unbroken } from '../text/markdown.ts';

const HEADER = ['verdict', 'test', 'p95', 'errors', 'not met', 'executed', 'run'];
const ALIGNED = ['left', 'left', 'right', 'right', 'right', 'right', 'left'] as const;
const MOST_ROWS = 100;

/** One row a run; those past `most` are counted. */
export function overview(runs: readonly RunOutcome[], most = MOST_ROWS): string {
  const text = table(HEADER, ALIGNED, runs.slice(0, most).map(row));
  const rest = runs.length - most;
  return rest > 0 ? `${text}\n\n${rest} more ${rest === 1 ? 'run is' : 'runs are'} in the log.` : text;
}

function row(outcome: RunOutcome): readonly string[] {
  const run = runOf(outcome);
  const seconds = run === undefined ? undefined : secondsOf(run);
  const { word } = outcome.verdict;
  const { numbers = NO_NUMBERS, protocols = {}, thresholds } = outcome.metrics ?? {};
  const isHttp = knownProtocols(protocols).length === 0 || numbers.p95Ms !== undefined;
  const shown = (metric: MetricName): string => unbroken(metricText(metric, METRICS[metric].of(numbers)));
  return [
    unbroken(`${signOf(outcome)} ${word}`),
    escaped(clipped(nameOf(outcome), 80)),
    // A test without HTTP requests has no such number: nothing is missing.
    isHttp ? shown('p95') : unbroken(protocols.grpcP95Ms === undefined ? '' : quantity(protocols.grpcP95Ms, 'ms')),
    isHttp ? shown('error-rate') : '',
    thresholds === undefined
      ? 'n/a'
      : unbroken(`${thresholds.filter((one) => one.failed).length} of ${thresholds.length}`),
    seconds === undefined ? 'n/a' : unbroken(formatDuration(seconds * 1000)),
    run === undefined ? 'n/a' : link(run.id, pageOf(outcome)),
  ];
}
