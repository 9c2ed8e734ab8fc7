/** Finds what a run is compared with: one earlier run, or the median of several, and says which and why. */
import type { Cloud } from '../cloud/cloud.ts';
import type { BestEffortOptions } from '../cloud/http/best-effort.ts';
import type { ComparisonInputs } from '../inputs/reports.ts';
import type { Baseline, MetricName, SelectedValues } from '../test-run/baseline.ts';
import { ruleText } from '../test-run/baseline.ts';
import { METRIC_NAMES, METRICS } from '../test-run/number-table.ts';
import type { Eligibility } from '../test-run/eligible.ts';
import { eligibleRuns, exclusionsSentence, isOtherLoad, markedRuns } from '../test-run/eligible.ts';
import type { EarlierRun } from '../test-run/metrics.ts';
import { NO_NUMBERS } from '../test-run/metrics.ts';
import type { Usual } from '../test-run/noise.ts';
import { FEWEST_RUNS, MOST_RUNS, usualOf } from '../test-run/noise.ts';
import type { TestRun } from '../test-run/test-run.ts';
import { noBaseline, severalName, warningsOf } from './compare-words.ts';

/** What a run is compared with. */
export interface ComparedWith {
  readonly baseline: Baseline | undefined;
  /** Why there is no baseline, as a sentence without its full stop; absent if there is one, or none is wanted. */
  readonly missing?: string;
  readonly warnings: readonly string[];
}

/** What a search for a baseline needs. */
export interface CompareRequest {
  readonly run: TestRun;
  /** Newest first. */
  readonly earlier: readonly EarlierRun[];
  readonly comparing: ComparisonInputs;
  readonly cloud: Cloud;
}

/** Finds the baseline that the user asks for; never throws. */
export async function findBaseline(request: CompareRequest, asking: BestEffortOptions): Promise<ComparedWith> {
  const { run, earlier, comparing } = request;
  const { baseline: choice, origin } = comparing;
  const judged = { run, origin };
  switch (choice.kind) {
    case 'none':
      return { baseline: undefined, warnings: [] };
    case 'run': {
      const known = earlier.find((one) => one.run.id === choice.runId);
      const differs = known !== undefined && isOtherLoad(known.run, run);
      const warnings = differs ? [`The baseline, run ${choice.runId}, has another load than run ${run.id}.`] : [];
      return single(known?.run ?? choice.runId, warnings, request, asking);
    }
    case 'marked':
      return fromMarked(request, asking);
    case 'previous': {
      const eligibility = eligibleRuns(earlier, judged);
      return oneOf(eligibility, request, asking);
    }
    case 'recent': {
      const eligibility = eligibleRuns(earlier, judged);
      const { eligible, starred, fromPullRequest } = eligibility;
      if (eligible.length >= FEWEST_RUNS) return several(eligibility, request, asking);
      if (starred !== undefined) return oneOf({ ...eligibility, eligible: [starred] }, request, asking);
      return oneOf({ ...eligibility, eligible: fromPullRequest ? eligible : [] }, request, asking, eligibility);
    }
  }
}

/** A marked run can be older than the first page of runs. */
async function fromMarked(request: CompareRequest, asking: BestEffortOptions): Promise<ComparedWith> {
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
): Promise<ComparedWith> {
  const { comparing, cloud } = request;
  const warnings = warningsOf(eligibility, { ...comparing, hasNotes: cloud.readNote !== undefined });
  const [newest] = eligibility.eligible;
  if (newest !== undefined) return single(newest.run, warnings, request, asking);
  const sentence = noBaseline(comparing.baseline.kind, exclusionsSentence(found), found.eligible.length);
  return { baseline: undefined, missing: sentence, warnings };
}

async function single(
  of: TestRun | string,
  warnings: readonly string[],
  request: CompareRequest,
  asking: BestEffortOptions,
): Promise<ComparedWith> {
  const { cloud } = request;
  const { id, url } = typeof of === 'string' ? cloud.unknownRun(of) : of;
  const [numbers, selected] = await Promise.all([
    cloud.metrics.numbers(id, asking),
    selectedValues([id], request, asking),
  ]);
  if (Object.values(numbers).every((value) => value === undefined)) {
    return { baseline: undefined, missing: noNumbers(`the baseline, run ${id},`), warnings };
  }
  return { baseline: { runId: id, url, numbers, selected }, warnings };
}

/** The numbers of several runs: one request for each metric. */
async function several(
  eligibility: Eligibility,
  request: CompareRequest,
  asking: BestEffortOptions,
): Promise<ComparedWith> {
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
  const warnings = warningsOf(eligibility, { ...comparing, hasNotes: cloud.readNote !== undefined }, usual);
  const [newest] = runs;
  if (usual.size === 0 || newest === undefined) {
    return { baseline: undefined, missing: noNumbers(`the ${ids.length} earlier runs`), warnings };
  }
  const medians = [...usual].map(([metric, { median }]) => [METRICS[metric].number, median] as const);
  const numbers = { ...NO_NUMBERS, ...Object.fromEntries(medians) };
  const name = severalName(runs.length, eligibility.branch);
  const selected = await selecting;
  return { baseline: { runId: newest.run.id, url: newest.run.url, numbers, name, usual, selected }, warnings };
}

/** The values of rules with a selector: one request for each, the judged run and its baseline together. */
async function selectedValues(
  ids: readonly string[],
  { run, comparing, cloud }: CompareRequest,
  asking: BestEffortOptions,
): Promise<ReadonlyMap<string, SelectedValues>> {
  const found = comparing.maxRegression.map(async (rule): Promise<readonly (readonly [string, SelectedValues])[]> => {
    const { testId } = run;
    if (rule.of === undefined || testId === undefined) return [];
    const query = { number: METRICS[rule.metric].number, of: rule.of };
    const values = await cloud.metrics.across(testId, [run.id, ...ids], query, asking);
    const usual = usualOf(ids.flatMap((id) => values.get(id) ?? []));
    const then = ids.length === 1 ? values.get(ids[0] ?? '') : usual?.median;
    return [[ruleText(rule), { now: values.get(run.id), then, usual: ids.length === 1 ? undefined : usual }]];
  });
  return new Map((await Promise.all(found)).flat());
}

function noNumbers(of: string): string {
  return `Nothing was compared: no number of ${of} could be read`;
}
