/** The job summary: the verdict and what decided on the first line, numbers next, pictures, and the rest folded. */
import type { RunOutcome, StepOutcome } from '../test-run/outcome.ts';
import { isTolerated, runOf, signOf, worstFirst } from '../test-run/outcome.ts';
import { VERDICT_WORDS } from '../test-run/verdict-words.ts';
import type { Section } from './size-limit.ts';
import { bytes, truncatedToBudget } from './size-limit.ts';
import { comparedLine } from './compared-line.ts';
import { identity } from './identity.ts';
import { overview } from './overview.ts';
import { finding, headline, nameOf, NOT_FAILING } from './headline.ts';
import { clipped, escaped, prose } from '../text/markdown.ts';
import { runSections } from './run-sections.ts';
import type { Reporter } from './reporter.ts';

/** Appends Markdown to the job summary; `false` where there is none. */
export type Summarize = (markdown: string) => Promise<boolean>;

/** GitHub drops a step's summary of more than 1 MiB; a little is kept for what else may write to it. */
const MOST_BYTES = 1_000_000;

/** The reporter of the job summary. */
export function summaryReporter(summarize: Summarize, note: (sentence: string) => void): Reporter {
  return {
    name: 'job summary',
    closed: async (outcome) => {
      if (!(await summarize(summary(outcome)))) note('This runner has no job summary.');
    },
  };
}

/** The summary of a step as Markdown of at most `most` bytes. */
export function summary(outcome: StepOutcome, most = MOST_BYTES): string {
  const runs = worstFirst(outcome.runs);
  const [only] = runs;
  if (only === undefined) return withoutRun(outcome);
  const head = fixed(`## ${headline(outcome)}`);
  const body = runs.length === 1 ? singleRun(only) : [...severalRuns(runs), fixed(footer(''))];
  return truncatedToBudget([head, ...(isTolerated(outcome) ? [fixed(NOT_FAILING)] : []), ...body], most, bytes);
}

/** A step that ended before there was any run has its reason, and nothing else to show. */
function withoutRun(outcome: StepOutcome): string {
  const reason = prose(clipped(outcome.reason, LONGEST_REASON));
  return `## ${headline(outcome)}\n\n${reason}\n\n${footer('')}\n`;
}

/** The longest sentence that is shown; a service's own words may be longer. */
const LONGEST_REASON = 2000;

function footer(reason: string): string {
  return `<sub>${reason === '' ? '' : `${reason} · `}k6 Cloud gate</sub>`;
}

function singleRun(outcome: RunOutcome): readonly Section[] {
  const reason = prose(clipped(outcome.reason, LONGEST_REASON));
  const hasNoFinding = finding(outcome) === undefined;
  return [
    fixed(hasNoFinding ? `${reason}\n\n${identity(outcome)}` : identity(outcome)),
    compared(outcome),
    ...warnings(outcome),
    ...runSections(outcome, { rank: 0, inFold: false }),
    fixed(footer(hasNoFinding ? '' : reason)),
  ];
}

/** Verdicts first, worst on top; then a section for each run, open where it failed. */
function severalRuns(runs: readonly RunOutcome[]): readonly Section[] {
  return [fixed(overview(runs)), ...runs.flatMap((run, rank) => runFold(run, rank))];
}

/** The fold is opened and closed around sections that may be missing, so both ends always stay. */
function runFold(outcome: RunOutcome, rank: number): readonly Section[] {
  const { word } = outcome.verdict;
  const open = VERDICT_WORDS[word].tone === 'bad' ? ' open' : '';
  const title = `${signOf(outcome)} ${word} · ${escaped(clipped(nameOf(outcome)))} · run ${runOf(outcome)?.id ?? 'n/a'}`;
  if (rank >= MOST_FOLDS) return [];
  return [
    fixed(`<details${open}><summary>${title}</summary>`),
    fixed(`${prose(clipped(outcome.reason, LONGEST_REASON))}\n\n${identity(outcome)}`),
    compared(outcome),
    ...warnings(outcome),
    ...runSections(outcome, { rank, inFold: true }),
    fixed('</details>'),
  ];
}

/** More runs than this are in the overview alone. */
const MOST_FOLDS = 40;

function warnings({ metrics }: RunOutcome): readonly Section[] {
  const quoted = (metrics?.warnings ?? []).map((warning) => `> ⚠️ ${prose(clipped(warning, LONGEST_REASON))}`);
  return quoted.map((markdown) => ({ what: 'a warning', weight: 85, markdown }));
}

function compared(outcome: RunOutcome): Section {
  return { what: 'what the run is compared with', weight: 88, markdown: comparedLine(outcome) };
}

function fixed(markdown: string): Section {
  return { what: 'the verdict', weight: Infinity, markdown };
}
