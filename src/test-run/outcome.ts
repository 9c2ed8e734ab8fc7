/** What came of each run and of the step as a whole: facts, verdict and words side by side, for every reporter. */
import type { PhaseSpan, PollResult, Problem, TestRun } from './test-run.ts';
import type { Cause } from './causes.ts';
import { CAUSES } from './causes.ts';
import { hasThresholds } from './evidence.ts';
import type { Verdict } from './verdict.ts';
import { failsJob } from './verdict.ts';
import type { FailWord, VerdictWord } from './verdict-words.ts';
import { VERDICT_WORDS } from './verdict-words.ts';
import type { RunMetrics } from './run-metrics.ts';
import type { StopOutcome } from './wording.ts';

/** Where a run came from, for people; what is not known is absent. */
export interface RunSource {
  readonly commit: string | undefined;
  readonly branch: string | undefined;
  readonly pullRequest?: number | 'unknown' | undefined;
}

/** What came of one test, or of one run that was only polled. */
export interface RunOutcome {
  /** The test that was asked for; `undefined` where a run was named instead and its test is not known. */
  readonly testId: string | undefined;
  readonly pollResult: PollResult;
  /** Absent where it is not known. */
  readonly source?: RunSource | undefined;
  readonly verdict: Verdict;
  /** The sentence for the output `reason`. */
  readonly reason: string;
  readonly stopOutcome: StopOutcome | undefined;
  /** Its metrics; absent where nothing ran, or nothing could be asked. */
  readonly metrics?: RunMetrics | undefined;
  /** The phases as they were seen, in order. */
  readonly phases: readonly PhaseSpan[];
  /** A run of the embedded emulator: its address leads nowhere. */
  readonly simulated?: boolean;
}

/** What came of the step. */
export interface StepOutcome {
  /** The worst verdict of any run. */
  readonly word: VerdictWord;
  /** The cause of the run that decided. */
  readonly cause: Cause;
  /** The reason of the run that decided, and how many of several runs have the same verdict. */
  readonly reason: string;
  /** Whether the job fails by it. */
  readonly fails: boolean;
  /** Whether the runs were those of the embedded emulator. */
  readonly simulated: boolean;
  /** In the order of the input. */
  readonly runs: readonly RunOutcome[];
}

/** The run of an outcome, where there ever was one. */
export function runOf({ pollResult }: RunOutcome): TestRun | undefined {
  return 'run' in pollResult ? pollResult.run : undefined;
}

/** The address of the run's page, for people to open; a simulation has none. */
export function pageOf(outcome: RunOutcome): string | undefined {
  return outcome.simulated === true ? undefined : runOf(outcome)?.url;
}

/** Several outcomes as one: the worst verdict decides, and the job fails where any run's verdict fails it. */
export function stepOutcome(
  outcomes: readonly RunOutcome[],
  failOn: ReadonlySet<FailWord>,
  simulated = false,
): StepOutcome {
  const runs = simulated ? outcomes.map((outcome) => ({ ...outcome, simulated })) : outcomes;
  const [worst] = worstFirst(runs);
  if (worst === undefined)
    return { word: 'error', cause: 'internal-error', reason: 'There was no test run.', fails: true, simulated, runs };
  const like = runs.filter((run) => run.verdict.word === worst.verdict.word).length;
  // A test that never became a run is none.
  const what = runs.every((run) => runOf(run) !== undefined) ? 'runs' : 'load tests';
  const among =
    runs.length === 1 ? '' : ` (${like} of ${runs.length} ${what} ${VERDICT_WORDS[worst.verdict.word].verb})`;
  return {
    word: worst.verdict.word,
    cause: worst.verdict.cause,
    reason: `${worst.reason}${among}`,
    fails: runs.some((run) => failsJob(run.verdict, failOn)),
    simulated,
    runs,
  };
}

/** Sorted by how bad the verdicts are; equal ones stay in the order of the input. */
export function worstFirst(runs: readonly RunOutcome[]): readonly RunOutcome[] {
  return [...runs].sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ verdict }: RunOutcome): number {
  return VERDICT_WORDS[verdict.word].rank;
}

/** Whether a bad verdict leaves the job green, because `fail-on` does not name it. */
export function isTolerated({ word, fails }: StepOutcome): boolean {
  return !fails && VERDICT_WORDS[word].tone === 'bad';
}

/** A pass that people should look at: nothing was checked, or k6 Cloud lost metrics. */
export function isDoubtfulPass({ verdict, pollResult, metrics }: RunOutcome): boolean {
  if (verdict.word !== 'passed' || pollResult.kind !== 'settled') return false;
  const { run } = pollResult;
  const thresholds = hasThresholds(run, metrics);
  return run.metrics === 'incomplete' || thresholds === 'no' || thresholds === 'not-evaluated';
}

/** The sign before a title: that of the verdict, or a warning for a pass that people should look at. */
export function signOf(outcome: RunOutcome): string {
  return isDoubtfulPass(outcome) ? VERDICT_WORDS.error.sign : VERDICT_WORDS[outcome.verdict.word].sign;
}

/** The title of the annotation: by cause where that says more than the verdict. */
export function titleOf({ verdict, pollResult }: RunOutcome): string {
  const byProblem = 'problem' in pollResult ? PROBLEM_TITLES[pollResult.problem] : undefined;
  // A run that was named, or was there before, is what is missing then.
  if (pollResult.kind === 'api-refused' && pollResult.problem === 'not-found') return 'Run not found';
  return byProblem ?? CAUSES[verdict.cause].title ?? VERDICT_WORDS[verdict.word].title;
}

const PROBLEM_TITLES: Readonly<Record<Problem, string | undefined>> = {
  'token-rejected': 'Token rejected',
  'not-found': 'Test not found',
  unreachable: 'Cannot reach k6 Cloud',
  'limit-reached': 'Limit reached',
  'start-uncertain': undefined,
  'wrong-run': undefined,
  other: undefined,
};
