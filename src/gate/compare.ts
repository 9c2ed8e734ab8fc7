/** Finds what a run is compared with: one earlier run, or the median of several, and says which and why. */
import type { Cloud } from '../cloud/cloud.ts';
import type { BestEffortOptions } from '../cloud/http/best-effort.ts';
import type { ComparisonInputs } from '../inputs/reports.ts';
import type { Baseline, BaselineAbout, MetricName } from '../test-run/baseline.ts';
import { METRIC_NAMES, METRICS } from '../test-run/number-table.ts';
import type { Eligibility, JudgedRun } from '../test-run/eligible.ts';
import { eligibleRuns, exclusionsSentence, markedRuns } from '../test-run/eligible.ts';
import type { EarlierRun } from '../test-run/metrics.ts';
import { NO_NUMBERS } from '../test-run/metrics.ts';
import type { Usual } from '../test-run/noise.ts';
import { FEWEST_RUNS, MOST_RUNS, usualOf } from '../test-run/noise.ts';
import type { TestRun } from '../test-run/test-run.ts';
import { noBaseline, severalName, warningsOf } from './compare-words.ts';
import { namedBaseline } from './named-baseline.ts';
import { selectedValues } from './selected-values.ts';
import { watched } from './watched.ts';

/** What a run is compared with. */
export interface ComparedWith {
  readonly baseline: Baseline | undefined;
  /** Why there is no baseline, as a sentence without its full stop; absent if there is one, or none is wanted. */
  readonly missing?: string;
  /** Whether something about the baseline, or the list that it is looked for in, could not be read. */
  readonly isUnread?: boolean;
  readonly warnings: readonly string[];
}

/** What a search for a baseline needs. */
export interface CompareRequest {
  readonly run: TestRun;
  /** Newest first. */
  readonly earlier: readonly EarlierRun[];
  /** The list of earlier runs could not be read. */
  readonly isListUnread?: boolean;
  readonly comparing: ComparisonInputs;
  readonly cloud: Cloud;
}

/** Finds the baseline that the user asks for; never throws. */
export async function findBaseline(request: CompareRequest, asking: BestEffortOptions): Promise<ComparedWith> {
  const watching = watched(asking);
  const found = await byChoice(request, watching);
  const isUnread = watching.hasFailed() || (request.isListUnread === true && found.baseline === undefined);
  return isUnread ? { ...found, isUnread } : found;
}

type Found = Omit<ComparedWith, 'isUnread'>;

async function byChoice(request: CompareRequest, asking: BestEffortOptions): Promise<Found> {
  const { run, comparing } = request;
  const { baseline: choice, origin } = comparing;
  const judged = { run, origin };
  switch (choice.kind) {
    case 'none':
      return { baseline: undefined, warnings: [] };
    case 'run': {
      const named = await namedBaseline(choice.runId, request, asking);
      if ('missing' in named) return { baseline: undefined, missing: named.missing, warnings: [] };
      return single({ ...named, about: {} }, request, asking);
    }
    case 'marked':
      return fromMarked(request, asking);
    case 'previous':
      return oneOf(await eligibleWithStar(1, judged, request, asking), request, asking);
    case 'recent': {
      const eligibility = await eligibleWithStar(FEWEST_RUNS, judged, request, asking);
      const { eligible, starred, fromPullRequest } = eligibility;
      if (eligible.length >= FEWEST_RUNS) return several(eligibility, request, asking);
      if (starred !== undefined) return oneOf({ ...eligibility, eligible: [starred] }, request, asking);
      return oneOf({ ...eligibility, eligible: fromPullRequest ? eligible : [] }, request, asking, eligibility);
    }
  }
}

/** The runs that count; where they are too few, with a starred run that is older than the first page of runs. */
async function eligibleWithStar(
  fewest: number,
  judged: JudgedRun,
  { run, earlier, cloud }: CompareRequest,
  asking: BestEffortOptions,
): Promise<Eligibility> {
  const near = eligibleRuns(earlier, judged);
  const suffices = near.eligible.length >= fewest && !near.fromPullRequest;
  if (suffices || near.starred !== undefined) return near;
  const known = new Set(earlier.map((one) => one.run.id));
  const far = (await cloud.metrics.markedRuns(run, asking)).filter((one) => !known.has(one.run.id));
  const all = eligibleRuns([...earlier, ...far], judged);
  return all.starred === undefined ? near : all;
}

/** A marked run can be older than the first page of runs. */
async function fromMarked(request: CompareRequest, asking: BestEffortOptions): Promise<Found> {
  const { run, earlier, comparing, cloud } = request;
  const judged = { run, origin: comparing.origin };
  const near = markedRuns(earlier, judged);
  if (near.eligible.length > 0) return oneOf(near, request, asking);
  const far = markedRuns(await cloud.metrics.markedRuns(run, asking), judged);
  return oneOf(far.eligible.length > 0 ? far : near, request, asking);
}

/** The newest of the runs that count. `found` is what the sentence about none is made of. */
async function oneOf(
  eligibility: Eligibility,
  request: CompareRequest,
  asking: BestEffortOptions,
  found: Eligibility = eligibility,
): Promise<Found> {
  const { comparing, cloud } = request;
  const warnings = warningsOf(eligibility, { ...comparing, hasNotes: cloud.notes !== undefined });
  const [newest] = eligibility.eligible;
  if (newest !== undefined) {
    const about = { source: sourceOf(newest), isMarked: newest.marked };
    return single({ of: newest.run, warnings, about }, request, asking);
  }
  const sentence = noBaseline(comparing.baseline.kind, exclusionsSentence(found), found.eligible.length);
  return { baseline: undefined, missing: sentence, warnings };
}

/** One run as a baseline. */
interface SingleBaseline {
  readonly of: TestRun;
  readonly warnings: readonly string[];
  readonly about: BaselineAbout;
}

async function single(
  { of, warnings, about }: SingleBaseline,
  request: CompareRequest,
  asking: BestEffortOptions,
): Promise<Found> {
  const { cloud } = request;
  const { id, url } = of;
  const [numbers, selected] = await Promise.all([
    cloud.metrics.numbers(id, asking),
    selectedValues([id], request, asking),
  ]);
  if (Object.values(numbers).every((value) => value === undefined)) {
    return { baseline: undefined, missing: noNumbers(`the baseline, run ${id},`), warnings };
  }
  const ageMs = ageOf(of, request.run);
  return { baseline: { runId: id, url, numbers, selected, about: { ...about, ageMs } }, warnings };
}

/** How long before the judged run another one ended. */
function ageOf(earlier: TestRun, run: TestRun): number | undefined {
  const [thenMs, nowMs] = [earlier.endedMs ?? earlier.createdMs, run.endedMs ?? run.createdMs];
  return thenMs === undefined || nowMs === undefined ? undefined : nowMs - thenMs;
}

/** Where a run is from, if its note says so: runs of people and of other tools count for every branch. */
function sourceOf({ tail }: EarlierRun): string | undefined {
  if (typeof tail !== 'object') return undefined;
  const { branch, pullRequest } = tail;
  if (pullRequest === undefined) return branch;
  return pullRequest === 'unknown' ? 'a pull request' : `pull request ${pullRequest}`;
}

/** The numbers of several runs: one request for each metric. */
async function several(eligibility: Eligibility, request: CompareRequest, asking: BestEffortOptions): Promise<Found> {
  const { run, comparing, cloud } = request;
  const runs = eligibility.eligible.slice(0, MOST_RUNS);
  const ids = runs.map((one) => one.run.id);
  const usual = new Map<MetricName, Usual>();
  const selecting = selectedValues(ids, request, asking);
  await Promise.all(
    METRIC_NAMES.map(async (metric) => {
      const values = await cloud.metrics.across(run.testId ?? '', ids, { number: METRICS[metric].number }, asking);
      const found = usualOf([...values.values()]);
      if (found !== undefined) usual.set(metric, found);
    }),
  );
  const selected = await selecting;
  const warnings = warningsOf(eligibility, { ...comparing, hasNotes: cloud.notes !== undefined }, usual, selected);
  const [newest] = runs;
  if (usual.size === 0 || newest === undefined) {
    return { baseline: undefined, missing: noNumbers(`the ${ids.length} earlier runs`), warnings };
  }
  const medians = [...usual].map(([metric, { median }]) => [METRICS[metric].number, median] as const);
  const numbers = { ...NO_NUMBERS, ...Object.fromEntries(medians) };
  const name = severalName(runs.length, eligibility.branch);
  const about = { source: eligibility.branch, ageMs: ageOf(newest.run, run) };
  const { id: runId, url } = newest.run;
  return { baseline: { runId, url, runIds: ids, numbers, name, about, usual, selected }, warnings };
}

function noNumbers(of: string): string {
  return `Nothing was compared: no number of ${of} could be read`;
}
