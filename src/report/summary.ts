/** The job summary: the verdict and its sentence first, then a table of runs, within the bytes that GitHub takes. */
import { inWords } from '../test-run/duration.ts';
import type { RunOutcome, StepOutcome } from '../test-run/outcome.ts';
import { runOf, worstFirst } from '../test-run/outcome.ts';
import { TITLE } from './annotations.ts';
import { secondsOf } from './facts.ts';
import { escaped, link, table } from './markdown.ts';
import type { Reporter } from './reporter.ts';

/** Appends Markdown to the job summary; `false` where there is none. */
export type Summarize = (markdown: string) => Promise<boolean>;

/** GitHub drops a summary of more than 1 MiB; other steps of the job need room of their own, so less is taken. */
const MOST_BYTES = 1_000_000;

/** The reporter of the job summary. */
export function summaryReporter(summarize: Summarize, note: (sentence: string) => void): Reporter {
  let simulated = false;
  return {
    makes: 'job summary',
    opened: (plan) => {
      simulated = plan.simulated;
    },
    closed: async (outcome) => {
      if (!(await summarize(summary(outcome, simulated)))) note('This runner has no job summary.');
    },
  };
}

/** The summary of a step as Markdown, worst run first; runs that don't fit are counted, not shown. */
export function summary(outcome: StepOutcome, simulated: boolean): string {
  const sign = outcome.word === 'passed' || outcome.word === 'started' ? '✅' : '❌';
  const head = `## ${sign} ${simulated ? 'Simulation: ' : ''}${TITLE[outcome.word]}\n\n${escaped(outcome.reason)}\n\n`;
  const rows = worstFirst(outcome.runs).map(row);
  for (let shown = rows.length; shown > 0; shown = Math.floor(shown / 2)) {
    const rest = rows.length - shown;
    const note = rest === 0 ? '' : `\n${rest} more runs are left out here for their size; the log names them all.\n`;
    const text = `${head}${table(HEADER, ALIGNMENTS, rows.slice(0, shown))}\n${note}`;
    if (Buffer.byteLength(text) <= MOST_BYTES) return text;
  }
  return head;
}

const HEADER = ['', 'test', 'run', 'verdict', 'phases', 'executed', 'VUs'];
const ALIGNMENTS = ['center', 'left', 'left', 'left', 'left', 'right', 'right'] as const;

function row(outcome: RunOutcome): readonly string[] {
  const run = runOf(outcome);
  const seconds = run === undefined ? undefined : secondsOf(run);
  const { word } = outcome.verdict;
  return [
    word === 'passed' || word === 'started' ? '✅' : '❌',
    escaped(outcome.testId ?? run?.testId ?? 'n/a'),
    run === undefined ? 'n/a' : link(run.id, run.url),
    word,
    outcome.phases.map(({ phase, fromMs, toMs }) => `${phase} ${inWords(toMs - fromMs)}`).join(', ') || 'n/a',
    seconds === undefined ? 'n/a' : inWords(seconds * 1000),
    run?.vus?.toString() ?? 'n/a',
  ];
}
