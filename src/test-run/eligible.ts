/** Pure: which earlier runs a run can be compared with, and why each of the others is left out. */
import type { EarlierRun } from './metrics.ts';
import type { NoteTail, RunOrigin } from './note-tail.ts';
import type { RunFacts, TestRun } from './test-run.ts';

/** Why an earlier run is not a baseline. */
export type Exclusion =
  | 'not-finished'
  | 'not-passed'
  | 'metrics-incomplete'
  | 'not-older'
  | 'other-load'
  | 'unreadable-note'
  | 'other-repository'
  | 'pull-request'
  | 'regressed'
  | 'unsound'
  | 'other-branch'
  | 'before-star'
  | 'not-marked';

/** The run that is judged, and where it comes from; no origin outside of GitHub. */
export interface JudgedRun {
  readonly run: Pick<RunFacts, 'id' | 'plannedMs' | 'vus'>;
  readonly origin: (RunOrigin & { readonly defaultBranch?: string | undefined }) | undefined;
}

/** An earlier run that is left out. */
interface ExcludedRun {
  readonly earlier: EarlierRun;
  readonly why: Exclusion;
}

/** The earlier runs that count. */
export interface Eligibility {
  /** Newest first. */
  readonly eligible: readonly EarlierRun[];
  readonly excluded: readonly ExcludedRun[];
  /** The branch that the eligible runs are of; `undefined` if branches were not compared. */
  readonly branch: string | undefined;
  /** The run that opens the series; it is one of the eligible runs. */
  readonly starred: EarlierRun | undefined;
  /** The only eligible run is of another pull request, because there is no run of the branch. */
  readonly fromPullRequest: boolean;
}

/** How far two loads may differ. */
const LOAD_TOLERANCE = 0.05;

/**
 * The runs that `previous` and `recent` take their baseline from.
 * @param earlier newest first
 */
export function eligibleRuns(earlier: readonly EarlierRun[], judged: JudgedRun): Eligibility {
  const { origin } = judged;
  const starred = earlier.find((one) => one.marked && loadedExclusion(one, judged.run) === undefined);
  const own = ofBranch(earlier, judged, starred, origin?.branch);
  const other = origin?.pullRequest === undefined ? origin?.defaultBranch : origin.branch;
  const hasOwn = own.eligible.some((one) => one !== starred);
  const ofDefault = hasOwn || other === origin?.branch ? own : ofBranch(earlier, judged, starred, other);
  const found = ofDefault.eligible.length >= own.eligible.length ? ofDefault : own;
  if (found.eligible.length > 0) return found;
  const proposal = earlier.find((one) => isOfAnotherPullRequest(one, judged));
  if (proposal === undefined) return own;
  return { ...own, eligible: [proposal], excluded: without(own.excluded, proposal), fromPullRequest: true };
}

/** The runs that `marked` takes its baseline from: a person chose them, so that the branch does not matter. */
export function markedRuns(earlier: readonly EarlierRun[], { run }: JudgedRun): Eligibility {
  const why = (one: EarlierRun): Exclusion | undefined => (one.marked ? loadedExclusion(one, run) : 'not-marked');
  return { ...split(earlier, why), branch: undefined, starred: undefined, fromPullRequest: false };
}

/** Whether both loads are known and differ: planned duration or maximum VUs. */
export function isOtherLoad(a: Pick<RunFacts, 'plannedMs' | 'vus'>, b: Pick<RunFacts, 'plannedMs' | 'vus'>): boolean {
  return differ(a.plannedMs, b.plannedMs) || differ(a.vus, b.vus);
}

/** Why a run is no baseline whatever its load is and its note says. */
export function runExclusion(
  run: TestRun,
  judged: Pick<RunFacts, 'id'>,
): Extract<Exclusion, 'not-finished' | 'not-passed' | 'metrics-incomplete' | 'not-older'> | undefined {
  if (run.state !== 'settled') return 'not-finished';
  if (run.ending.kind !== 'finished' || run.result !== 'passed') return 'not-passed';
  if (run.metrics !== 'complete') return 'metrics-incomplete';
  return Number(run.id) >= Number(judged.id) ? 'not-older' : undefined;
}

/** The same, for runs that are chosen by their load too. */
function loadedExclusion({ run }: EarlierRun, judged: JudgedRun['run']): Exclusion | undefined {
  return runExclusion(run, judged) ?? (isOtherLoad(run, judged) ? 'other-load' : undefined);
}

/** Why the note of a run rules it out; a run without a tail counts for every branch. */
function tailExclusion(
  tail: EarlierRun['tail'],
  origin: JudgedRun['origin'],
  branch: string | undefined,
): Exclusion | undefined {
  if (tail === undefined || tail === 'none') return undefined;
  if (tail === 'unreadable') return 'unreadable-note';
  if (origin !== undefined && tail.repository.toLowerCase() !== origin.repository.toLowerCase()) {
    return 'other-repository';
  }
  if (tail.pullRequest !== undefined) return 'pull-request';
  if (tail.marks.includes('regressed')) return 'regressed';
  if (tail.marks.includes('unsound')) return 'unsound';
  return branch !== undefined && tail.branch !== branch ? 'other-branch' : undefined;
}

function ofBranch(
  earlier: readonly EarlierRun[],
  { run, origin }: JudgedRun,
  starred: EarlierRun | undefined,
  branch: string | undefined,
): Eligibility {
  const start = starred === undefined ? earlier.length : earlier.indexOf(starred);
  const why = (one: EarlierRun, place: number): Exclusion | undefined => {
    if (one === starred) return undefined; // a person accepts its level, whatever its tail says
    const excluded = loadedExclusion(one, run) ?? tailExclusion(one.tail, origin, branch);
    return excluded ?? (place > start ? 'before-star' : undefined);
  };
  return { ...split(earlier, why), branch, starred, fromPullRequest: false };
}

/** A run that would be eligible if it were not for its pull request, which is surely not that of the judged run. */
function isOfAnotherPullRequest(one: EarlierRun, { run, origin }: JudgedRun): boolean {
  const { tail } = one;
  if (typeof tail !== 'object' || tail.pullRequest === undefined) return false;
  const own = origin?.pullRequest;
  const isOther =
    own === undefined || (own !== 'unknown' && tail.pullRequest !== 'unknown' && tail.pullRequest !== own);
  const merged: NoteTail = { ...tail, pullRequest: undefined };
  return isOther && (loadedExclusion(one, run) ?? tailExclusion(merged, origin, origin?.branch)) === undefined;
}

function split(
  earlier: readonly EarlierRun[],
  why: (one: EarlierRun, place: number) => Exclusion | undefined,
): Pick<Eligibility, 'eligible' | 'excluded'> {
  const all = earlier.map((one, place) => ({ earlier: one, why: why(one, place) }));
  return {
    eligible: all.flatMap((one) => (one.why === undefined ? [one.earlier] : [])),
    excluded: all.flatMap((one) => (one.why === undefined ? [] : [{ earlier: one.earlier, why: one.why }])),
  };
}

function without(excluded: readonly ExcludedRun[], one: EarlierRun): readonly ExcludedRun[] {
  return excluded.filter(({ earlier }) => earlier !== one);
}

function differ(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) > LOAD_TOLERANCE * Math.max(a, b);
}

/** What is said of the runs that passed and are left out, in this order. */
const EXCLUSION_WORDS: readonly (readonly [Exclusion, string])[] = [
  ['pull-request', 'of pull requests'],
  ['regressed', 'worse than their baseline'],
  ['other-branch', 'of other branches'],
  ['other-repository', 'of other repositories'],
  ['other-load', 'of another load'],
  ['unsound', 'not measured soundly'],
  ['unreadable-note', 'with a note that cannot be read'],
  ['before-star', 'older than the starred run'],
  ['metrics-incomplete', 'without complete metrics'],
  ['not-marked', 'not marked'],
];

/** `12 earlier runs passed, 10 of pull requests, 2 of another load`; `no earlier run that passed was found` */
export function exclusionsSentence({ eligible, excluded }: Pick<Eligibility, 'eligible' | 'excluded'>): string {
  const count = (why: Exclusion): number => excluded.filter((one) => one.why === why).length;
  const reasons = EXCLUSION_WORDS.map(([why, words]) => [count(why), words] as const).filter(([of]) => of > 0);
  const passed = eligible.length + reasons.reduce((sum, [of]) => sum + of, 0);
  if (passed === 0) return 'no earlier run that passed was found';
  const runs = passed === 1 ? '1 earlier run passed' : `${passed} earlier runs passed`;
  return [runs, ...reasons.map(([of, words]) => `${of} ${words}`)].join(', ');
}
