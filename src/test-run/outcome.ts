/** What came of each run and of the step as a whole: facts, verdict and words side by side, for every reporter. */
import type { PhaseSpan, TestRun, PollResult } from './test-run.ts';
import type { FailWord, Verdict, VerdictWord } from './verdict.ts';
import { failsJob, severity } from './verdict.ts';
import type { RunMetrics } from './run-metrics.ts';
import type { StopOutcome } from './wording.ts';

/** What came of one test, or of one run that was only watched. */
export interface RunOutcome {
  /** The test that was asked for; `undefined` where a run was named instead and never told of its test. */
  readonly testId: string | undefined;
  readonly pollResult: PollResult;
  readonly verdict: Verdict;
  /** The sentence for the output `reason`. */
  readonly reason: string;
  readonly stopOutcome: StopOutcome | undefined;
  /** What its metrics told; absent where nothing ran, or nothing could be asked. */
  readonly metrics?: RunMetrics | undefined;
  /** The phases as they were seen, in order. */
  readonly phases: readonly PhaseSpan[];
}

/** What came of the step. */
export interface StepOutcome {
  /** The worst verdict of any run. */
  readonly word: VerdictWord;
  /** The reason of the run that decided, with a word on the others. */
  readonly reason: string;
  /** Whether the job fails by it. */
  readonly fails: boolean;
  /** In the order of the input. */
  readonly runs: readonly RunOutcome[];
}

/** The run of an outcome, where there ever was one. */
export function runOf({ pollResult }: RunOutcome): TestRun | undefined {
  return 'run' in pollResult ? pollResult.run : undefined;
}

/** Several outcomes as one: the worst verdict decides, and the job fails where any run's verdict fails it. */
export function stepOutcome(runs: readonly RunOutcome[], failOn: ReadonlySet<FailWord>): StepOutcome {
  const [worst] = worstFirst(runs);
  if (worst === undefined) return { word: 'error', reason: 'No test run was watched.', fails: true, runs };
  const like = runs.filter((run) => run.verdict.word === worst.verdict.word).length;
  const among = runs.length === 1 ? '' : ` (${like} of ${runs.length} runs ${worst.verdict.word})`;
  return {
    word: worst.verdict.word,
    reason: `${worst.reason}${among}`,
    fails: runs.some((run) => failsJob(run.verdict, failOn)),
    runs,
  };
}

/** Sorted by how bad the verdicts are; equal ones stay in the order of the input. */
export function worstFirst(runs: readonly RunOutcome[]): readonly RunOutcome[] {
  return [...runs].sort((a, b) => severity(a.verdict.word) - severity(b.verdict.word));
}
