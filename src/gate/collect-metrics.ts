/** Studies a run that is over: its numbers, the runs before it, and how it compares. Bounded, and never throws. */
import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock.ts';
import { asError, atMost, withDeadline } from '../clock.ts';
import type { Asking } from '../cloud/http/best-effort.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Comparing } from '../inputs/reports.ts';
import type { Baseline } from '../test-run/baseline.ts';
import { compare, ruleText } from '../test-run/baseline.ts';
import type { EarlierRun, TrendPoint } from '../test-run/metrics.ts';
import { NO_INSIGHT, NO_NUMBERS } from '../test-run/metrics.ts';
import type { Study } from '../test-run/run-metrics.ts';
import type { SettledRun, TestRun, Watched } from '../test-run/test-run.ts';
import { judge } from '../test-run/verdict.ts';

/** What a study needs of its surroundings. */
export interface StudyPorts {
  readonly cloud: Cloud;
  readonly clock: Clock;
  /** Told once, in a sentence, where some sources did not answer. */
  readonly onNotice: (sentence: string) => void;
}

/** All questions together may take this long. */
const BOUND_MS = 25_000;
/** Where a question does not even listen to its signal. */
const GRACE_MS = 1000;
const TREND_RUNS = 9;

/** The study of a run that ran and is over; `undefined` for any other, and for a step that was cancelled. */
export async function study(
  watched: Watched,
  comparing: Comparing,
  { cloud, clock, onNotice }: StudyPorts,
  signal: AbortSignal,
): Promise<Study | undefined> {
  if (watched.kind !== 'settled' || !hasRun(watched.run) || signal.aborted) return undefined;
  const { run } = watched;
  const misses: string[] = [];
  const late = (): Error => new Error(`no answer within ${BOUND_MS / 1000} s in all`);
  try {
    const studied = await atMost(clock, BOUND_MS + GRACE_MS, late, () =>
      withDeadline(clock, BOUND_MS, signal, late, (within) => {
        setMaxListeners(0, within); // more than ten questions at once are no leak
        return ask(run, comparing, cloud, { signal: within, onMiss: (failure) => misses.push(failure) });
      }),
    );
    return studied;
  } catch (error) {
    misses.push(asError(error).message);
    return withRules(comparing, { ...EMPTY, warnings: [] });
  } finally {
    const [first] = misses;
    const rest = misses.length > 1 ? ` (and ${misses.length - 1} more)` : '';
    if (first !== undefined && !isAborted(signal)) onNotice(`Some numbers of run ${run.id} are n/a: ${first}${rest}`);
  }
}

/** Asked anew each time: the compiler takes a first answer for the last. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

const EMPTY = { testName: undefined, insight: NO_INSIGHT, trend: [], baseline: undefined };

function hasRun({ startedMs, ending }: SettledRun): boolean {
  return startedMs !== undefined || ending.kind === 'finished';
}

async function ask(run: TestRun, comparing: Comparing, cloud: Cloud, asking: Asking): Promise<Study> {
  const { insights } = cloud;
  const name = run.testId === undefined ? undefined : insights.testName(run.testId, asking);
  const past = insights.earlier(run, asking).then(async (earlier) => {
    const [trend, baseline] = await Promise.all([
      trendBefore(run, earlier, cloud, asking),
      baselineOf(comparing, earlier, cloud, asking),
    ]);
    return { trend, baseline };
  });
  const [insight, testName, { trend, baseline }] = await Promise.all([insights.insight(run, asking), name, past]);
  const now = { runId: run.id, p95Ms: insight.numbers.p95Ms };
  return withRules(comparing, {
    testName,
    insight,
    trend: trend.some(({ p95Ms }) => p95Ms !== undefined) ? [...trend, now] : [],
    baseline: 'baseline' in baseline ? baseline.baseline : undefined,
    warnings: 'warning' in baseline ? [baseline.warning] : [],
  });
}

/** Runs that came to their end; an aborted one would show the latency of another test. */
async function trendBefore(
  run: TestRun,
  earlier: readonly EarlierRun[],
  cloud: Cloud,
  asking: Asking,
): Promise<readonly TrendPoint[]> {
  const ended = earlier.filter(({ run: one }) => one.state === 'settled' && one.ending.kind === 'finished');
  const runIds = ended.slice(0, TREND_RUNS).map(({ run: one }) => one.id);
  if (run.testId === undefined || runIds.length === 0) return [];
  const latencies = await cloud.insights.latencies(run.testId, runIds, asking);
  return runIds.map((runId) => ({ runId, p95Ms: latencies.get(runId) })).reverse();
}

type Chosen = { readonly baseline: Baseline } | { readonly warning: string } | { readonly none: true };

async function baselineOf(
  { baseline: choice }: Comparing,
  earlier: readonly EarlierRun[],
  cloud: Cloud,
  asking: Asking,
): Promise<Chosen> {
  const chosen = chosenRun(choice, earlier);
  if (chosen === undefined) return { none: true };
  if (chosen === 'missing') return { warning: missing(choice) };
  const { insights, unseen } = cloud;
  const numbers = await insights.numbers(chosen.run?.id ?? chosen.runId, asking);
  if (Object.values(numbers).every((value) => value === undefined)) {
    return { warning: `Nothing was compared: no number of the baseline, run ${chosen.runId}, could be read.` };
  }
  const url = chosen.run?.url ?? unseen(chosen.runId).url;
  return { baseline: { runId: chosen.runId, url, numbers } };
}

interface ChosenRun {
  readonly runId: string;
  readonly run: TestRun | undefined;
}

function chosenRun(choice: Comparing['baseline'], earlier: readonly EarlierRun[]): ChosenRun | 'missing' | undefined {
  switch (choice.kind) {
    case 'none':
      return undefined;
    case 'run':
      return { runId: choice.runId, run: earlier.find(({ run }) => run.id === choice.runId)?.run };
    case 'previous':
      return named(earlier.find(({ run }) => hasPassed(run)));
    case 'marked':
      return named(earlier.find(({ marked }) => marked));
  }
}

function named(found: EarlierRun | undefined): ChosenRun | 'missing' {
  return found === undefined ? 'missing' : { runId: found.run.id, run: found.run };
}

function missing(choice: Comparing['baseline']): string {
  const what = choice.kind === 'marked' ? 'is marked as baseline' : 'passed';
  return `Nothing was compared: no earlier run of the test ${what}, as far as its list of runs shows.`;
}

function hasPassed(run: TestRun): boolean {
  if (run.state !== 'settled') return false;
  return judge({ kind: 'settled', run }, { processingError: 'warn', requireThresholds: false }).word === 'passed';
}

/** Applies the user's rules; one that cannot be judged is a warning, never a failure. */
function withRules({ maxRegression, baseline: choice }: Comparing, found: Omit<Study, 'regressions'>): Study {
  const { baseline, insight, warnings } = found;
  if (maxRegression.length === 0 || choice.kind === 'none') return { ...found, regressions: [] };
  const against = baseline ?? { runId: '', url: '', numbers: NO_NUMBERS };
  const { regressions, unjudged } = compare(maxRegression, insight.numbers, against);
  const rules = maxRegression.filter(({ metric }) => unjudged.includes(metric)).map(ruleText);
  if (rules.length === 0) return { ...found, regressions };
  const why = baseline === undefined ? 'there is no baseline' : 'a number of the run or of its baseline is not known';
  const warning = `\`max-regression\` could not be judged for ${rules.join(', ')}: ${why}.`;
  return { ...found, regressions, warnings: [...warnings, warning] };
}
