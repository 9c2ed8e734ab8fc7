/** Pure: the comment on a pull request, one screen of it, behind a marker by which it is found again. */
import type { RunNumber } from '../runner/workflow.ts';
import type { RunOutcome, StepOutcome } from '../test-run/outcome.ts';
import { isTolerated, worstFirst } from '../test-run/outcome.ts';
import { marker } from './comment-marker.ts';
import type { Section } from './size-limit.ts';
import { truncatedToBudget } from './size-limit.ts';
import { comparedLine } from './compared-line.ts';
import { identity } from './identity.ts';
import { keyNumbers } from './key-numbers.ts';
import { latencyChart } from './charts.ts';
import { checksSentence, thresholdsTable } from './criteria-tables.ts';
import { endpointsSection } from './endpoints-table.ts';
import { finding, headline, nameOf, NOT_FAILING } from './headline.ts';
import { clipped, escaped, folded, link, prose } from '../text/markdown.ts';
import { overview } from './overview.ts';

/** GitHub refuses a comment of more than 65,536 characters. */
const MOST_CHARACTERS = 65_000;
const MOST_THRESHOLDS = 10;
const MOST_ENDPOINTS = 5;
const MOST_RUNS = 20;
const LONGEST_REASON = 1000;

/** What the comment says besides the outcome. */
export interface CommentContext {
  readonly key: string;
  readonly runNumber: RunNumber | undefined;
  /** The page of the workflow run, which has the summary; `undefined` where it is not known. */
  readonly summaryUrl: string | undefined;
  /** The head commit; `undefined` where it is not known. GitHub makes a short link of it. */
  readonly commit: string | undefined;
}

/** The comment as Markdown. */
export function commentText(outcome: StepOutcome, context: CommentContext): string {
  const runs = worstFirst(outcome.runs);
  const [worst] = runs;
  const summaryLink =
    context.summaryUrl === undefined ? '' : `${link('all numbers and charts', context.summaryUrl)} · `;
  const commit = context.commit === undefined ? '' : `commit ${context.commit} · `;
  const sections: readonly Section[] = [
    fixed(`${marker(context.key, context.runNumber)}\n### ${headline(outcome)}`),
    ...(isTolerated(outcome) ? [fixed(NOT_FAILING)] : []),
    ...(runs.length > 1 ? [section('the table of runs', 90, overview(runs, MOST_RUNS))] : []),
    ...(worst === undefined ? [] : about(worst, runs.length > 1)),
    fixed(`<sub>${commit}${summaryLink}k6 Cloud gate</sub>`),
  ];
  return truncatedToBudget(sections, MOST_CHARACTERS, (text) => text.length);
}

function about(outcome: RunOutcome, oneOfMany: boolean): readonly Section[] {
  const { metrics } = outcome;
  const failed = (metrics?.thresholds ?? []).filter((one) => one.failed);
  const latency = metrics === undefined ? '' : latencyChart(metrics);
  const reason = prose(clipped(outcome.reason, LONGEST_REASON));
  // What became of a run that was given up stands in the reason alone.
  const isInHeadline = finding(outcome) !== undefined && !oneOfMany && outcome.verdict.cause !== 'time-limit';
  const name = oneOfMany ? `**${escaped(clipped(nameOf(outcome)))}** · ` : '';
  return [
    section('which run it was', 80, isInHeadline ? identity(outcome) : `${name}${identity(outcome)}\n\n${reason}`),
    section('what the run is compared with', 65, comparedLine(outcome)),
    ...(metrics?.warnings ?? []).map((one) => section('a warning', 60, `> ⚠️ ${prose(clipped(one, LONGEST_REASON))}`)),
    section('key numbers', 70, keyNumbers(metrics)),
    section(
      'endpoints',
      65,
      endpointsSection(metrics, MOST_ENDPOINTS, (title) => `**${title}**`),
    ),
    section('failing checks', 55, checksSentence(metrics?.checks ?? [])),
    section('thresholds that were not met', 50, failed.length < 2 ? '' : thresholdsTable(failed, MOST_THRESHOLDS)),
    section('the latency chart', 40, latency === '' ? '' : folded('p95 latency over the run', latency)),
  ];
}

function section(what: string, weight: number, markdown: string): Section {
  return { what, weight, markdown };
}

function fixed(markdown: string): Section {
  return section('the verdict', Infinity, markdown);
}
