/** The sections of one run in the job summary, each with its weight: what decided stays longest, numbers of pictures go first. */
import type { RunOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import type { Section } from './size-limit.ts';
import { isInTable, keyNumbers } from './key-numbers.ts';
import { failedRequestsChart, latencyChart, requestsChart, trendChart, vusChart } from './charts.ts';
import { checksSentence, checksTable, checksTitle, thresholdsTable, thresholdsTitle } from './criteria-tables.ts';
import { endpointsSection } from './endpoints-table.ts';
import { folded } from '../text/markdown.ts';
import { phasesLine } from './phases-line.ts';
import type { Metrics } from '../test-run/metrics.ts';
import { NO_METRICS } from '../test-run/metrics.ts';

const WEIGHT = {
  card: 90,
  thresholds: 80,
  endpoints: 75,
  failing: 72,
  latency: 70,
  checks: 60,
  trend: 50,
  requests: 40,
  vus: 36,
  failed: 33,
  phases: 30,
} as const;

/**
 * Sections of a run, all but its heading. One chart to a fold: GitHub draws only the last chart of a closed one.
 * `rank` is 0 for the run that matters most; others lose theirs before it. `inFold`: the sections stand in a fold of the
 * run, so that each chart needs one of its own.
 */
export function runSections(
  outcome: RunOutcome,
  { rank, inFold }: { readonly rank: number; readonly inFold: boolean },
): readonly Section[] {
  const { metrics, phases, verdict } = outcome;
  const runId = runOf(outcome)?.id ?? 'n/a';
  const section = (part: keyof typeof WEIGHT, what: string, markdown: string): Section => ({
    what: `${what} of run ${runId}`,
    weight: WEIGHT[part] - Math.min(rank, 1000) / 1001,
    markdown,
  });
  const { thresholds = [], checks = [], trend = [] } = metrics ?? {};
  const drawn = (draw: (known: Metrics) => string): string => (metrics === undefined ? '' : draw(metrics));
  const shown = (title: string, markdown: string): string => (inFold ? fold(title, markdown) : markdown);
  const trendOf = (): string => trendChart(trend, metrics?.thresholds, verdict.word === 'failed');
  const line = phasesLine(phases);
  return [
    section('card', 'key numbers', keyNumbers(metrics)),
    section('endpoints', 'endpoints', endpointsSection(metrics, MOST_ENDPOINTS, heading)),
    section('failing', 'failing checks', checksSentence(checks)),
    section('latency', 'latency chart', shown('p95 latency over the run', drawn(latencyChart))),
    section('trend', 'trend', shown('p95 latency of the last runs', trendOf())),
    section(
      'thresholds',
      'thresholds',
      thresholds.length === 0
        ? ''
        : folded(
            `Thresholds · ${thresholdsTitle(thresholds)}`,
            thresholdsTable(thresholds),
            thresholds.some((one) => one.failed && !isInTable(one, metrics ?? NO_METRICS)),
          ),
    ),
    section(
      'checks',
      'checks',
      fold(`Checks · ${checksTitle(checks)}`, checks.length === 0 ? '' : checksTable(checks)),
    ),
    section('requests', 'requests per second', fold('Requests per second', drawn(requestsChart))),
    section('vus', 'virtual users', fold('Virtual users', drawn(vusChart))),
    section('failed', 'failed requests', fold('Failed requests', drawn(failedRequestsChart))),
    section('phases', 'phases', line === '' ? '' : `<sub>Phases: ${line}</sub>`),
  ];
}

/** Endpoints shown; `report.json` has more. */
const MOST_ENDPOINTS = 10;

function heading(title: string): string {
  return `### ${title}`;
}

function fold(title: string, markdown: string): string {
  return markdown === '' ? '' : folded(title, markdown);
}
