/** The table of all runs of a step, worst on top. */
import { METRICS, metricText } from '../test-run/baseline.ts';
import { formatDuration } from '../test-run/duration.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { runOf, signOf } from '../test-run/outcome.ts';
import { NO_NUMBERS } from '../test-run/metrics.ts';
import { secondsOf } from './run-facts.ts';
import { nameOf } from './headline.ts';
import { clipped, escaped, link, table, unbroken } from '../text/markdown.ts';

const HEADER = ['', 'test', 'run', 'verdict', 'p95', 'errors', 'not met', 'executed'];
const ALIGNED = ['center', 'left', 'left', 'left', 'right', 'right', 'right', 'right'] as const;
const MOST_ROWS = 100;

/** One row a run; those past `most` are counted. */
export function overview(runs: readonly RunOutcome[], most = MOST_ROWS): string {
  const text = table(HEADER, ALIGNED, runs.slice(0, most).map(row));
  return runs.length > most ? `${text}\n\n${runs.length - most} more runs are in the log.` : text;
}

function row(outcome: RunOutcome): readonly string[] {
  const run = runOf(outcome);
  const seconds = run === undefined ? undefined : secondsOf(run);
  const { word } = outcome.verdict;
  const { numbers = NO_NUMBERS, thresholds } = outcome.metrics ?? {};
  return [
    signOf(outcome),
    escaped(clipped(nameOf(outcome), 80)),
    run === undefined ? 'n/a' : link(run.id, run.url),
    word,
    unbroken(metricText('p95', METRICS.p95.of(numbers))),
    unbroken(metricText('error-rate', METRICS['error-rate'].of(numbers))),
    thresholds === undefined
      ? 'n/a'
      : unbroken(`${thresholds.filter((one) => one.failed).length} of ${thresholds.length}`),
    seconds === undefined ? 'n/a' : unbroken(formatDuration(seconds * 1000)),
  ];
}
