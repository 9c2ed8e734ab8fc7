/** The sections of one run in the job summary, each with its weight: what decided stays longest, numbers of pictures go first. */
import type { RunOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import type { Section } from './size-limit.ts';
import { keyNumbers } from './key-numbers.ts';
import { latencyChart, loadCharts, seriesTable, trendChart, trendTable } from './charts.ts';
import { checksTable, checksTitle, thresholdsTable, thresholdsTitle } from './criteria-tables.ts';
import { folded } from '../text/markdown.ts';
import { phasesChart, phasesTitle } from './phases-chart.ts';

const WEIGHT = {
  card: 90,
  thresholds: 80,
  latency: 70,
  checks: 60,
  trend: 50,
  load: 40,
  phases: 30,
  trendNumbers: 20,
  seriesNumbers: 10,
} as const;

/** Sections of a run, all but its heading. `rank` is 0 for the run that matters most; others lose theirs before it. */
export function runSections(outcome: RunOutcome, rank: number): readonly Section[] {
  const { metrics, phases } = outcome;
  const runId = runOf(outcome)?.id ?? 'that never was';
  const section = (part: keyof typeof WEIGHT, what: string, markdown: string): Section => ({
    what: `${what} of run ${runId}`,
    weight: WEIGHT[part] - Math.min(rank, 1000) / 1001,
    markdown,
  });
  const { thresholds = [], checks = [] } = metrics ?? {};
  const latency = metrics === undefined ? '' : latencyChart(metrics);
  const load = metrics === undefined ? '' : loadCharts(metrics);
  const trend = trendChart(metrics?.trend ?? []);
  const numbers = metrics === undefined ? '' : seriesTable(metrics);
  const phasesDrawn = phasesChart(phases);
  const thresholdsText = `### Thresholds · ${thresholdsTitle(thresholds)}\n\n${thresholdsTable(thresholds)}`;
  return [
    section('card', 'key numbers', keyNumbers(metrics)),
    section('thresholds', 'thresholds', thresholds.length === 0 ? '' : thresholdsText),
    section('latency', 'latency chart', latency),
    section('trend', 'trend', trend),
    section(
      'checks',
      'checks',
      fold(`Checks · ${checksTitle(checks)}`, checks.length === 0 ? '' : checksTable(checks)),
    ),
    section('load', 'load charts', fold('Load over the run', load)),
    section('phases', 'phases', fold(`Phases · ${phasesTitle(phases)}`, phasesDrawn)),
    section('seriesNumbers', 'numbers over time', fold('Numbers over time', numbers)),
    section(
      'trendNumbers',
      'numbers of the last runs',
      fold('Numbers of the last runs', trend === '' ? '' : trendTable(metrics?.trend ?? [])),
    ),
  ];
}

function fold(title: string, markdown: string): string {
  return markdown === '' ? '' : folded(title, markdown);
}
