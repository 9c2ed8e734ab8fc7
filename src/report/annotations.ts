/** Annotations: one error for each run that fails the job, one notice for a pass, a warning for what only looks bad. */
import type { RunOutcome, StepOutcome } from '../test-run/outcome.ts';
import { isDoubtfulPass, pageOf, titleOf } from '../test-run/outcome.ts';
import { VERDICT_WORDS } from '../test-run/verdict-words.ts';
import type { FailWord } from '../test-run/verdict-words.ts';
import { failsJob } from '../test-run/verdict.ts';
import type { Reporter } from './reporter.ts';

/** Shows an annotation. */
export type Annotate = (level: 'error' | 'warning' | 'notice', message: string, title?: string) => void;

/** GitHub shows ten annotations of a level per step; the last place is kept for the count of the rest. */
const MOST_OF_A_LEVEL = 9;

/** The reporter of annotations. */
export function annotationsReporter(annotate: Annotate, failOn: ReadonlySet<FailWord>): Reporter {
  return {
    name: 'annotations',
    closed: (outcome) => {
      for (const level of ['error', 'warning', 'notice'] as const) show(annotate, level, outcome, failOn);
      const warnings = outcome.runs.flatMap(({ metrics }) => metrics?.warnings ?? []);
      [...new Set(warnings)].slice(0, MOST_OF_A_LEVEL).forEach((warning) => {
        annotate('warning', warning);
      });
    },
  };
}

function show(
  annotate: Annotate,
  level: 'error' | 'warning' | 'notice',
  outcome: StepOutcome,
  failOn: ReadonlySet<FailWord>,
): void {
  const those = outcome.runs.filter((run) => levelOf(run, failOn) === level).map(wordsOf);
  // What says the same has one cause, such as a rejected token: it is shown once.
  const distinct = [...new Map(those.map((words) => [JSON.stringify(words), words])).values()];
  distinct.slice(0, MOST_OF_A_LEVEL).forEach(([title, message]) => {
    annotate(level, message, title);
  });
  if (distinct.length > MOST_OF_A_LEVEL) {
    const rest = distinct.length - MOST_OF_A_LEVEL;
    annotate(level, `${rest} more test ${rest === 1 ? 'run is' : 'runs are'} in the log and in the job summary.`);
  }
}

function wordsOf(run: RunOutcome): readonly [title: string, message: string] {
  const address = pageOf(run);
  return [titleOf(run), address === undefined ? run.reason : `${run.reason} ${address}`];
}

function levelOf(run: RunOutcome, failOn: ReadonlySet<FailWord>): 'error' | 'warning' | 'notice' {
  if (failsJob(run.verdict, failOn)) return 'error';
  return VERDICT_WORDS[run.verdict.word].tone === 'bad' || isDoubtfulPass(run) ? 'warning' : 'notice';
}
