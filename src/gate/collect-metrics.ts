/** Collects the metrics of a run that has ended: its numbers, the runs before it, and how it compares. Bounded, and never throws. */
import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock.ts';
import { isAborted, toError, withDeadline, withTimeout } from '../clock.ts';
import type { BestEffortOptions } from '../cloud/http/best-effort.ts';
import type { ComparisonInputs } from '../inputs/reports.ts';
import { isCompared } from '../inputs/reports.ts';
import { NO_METRICS } from '../test-run/metrics.ts';
import { couldBeBaseline } from '../test-run/note-marks.ts';
import { withRules } from './apply-rules.ts';
import type { MetricsBudget } from './metrics-budget.ts';
import type { ReadPorts } from './read-metrics.ts';
import { readMetrics } from './read-metrics.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import { UNKNOWN_HEALTH } from '../test-run/soundness.ts';
import type { SettledRun, TestRun, PollResult } from '../test-run/test-run.ts';

/** What collecting metrics needs of its surroundings. */
export interface CollectPorts extends Omit<ReadPorts, 'untilMs'> {
  /** Called once with a sentence if some sources failed. */
  readonly onNotice: (sentence: string) => void;
  /** Shared by the runs of a step. */
  readonly budget: MetricsBudget;
}

/** All requests of one run may take this long. */
const BOUND_MS = 25_000;
/** Where a question does not even listen to its signal. */
const GRACE_MS = 1000;

const USED_UP = 'the time of the step for metrics was used up by other runs';

/** The metrics of a run that ran and has ended; `undefined` for any other, and for a step that was cancelled. */
export async function collectMetrics(
  pollResult: PollResult,
  comparing: ComparisonInputs,
  ports: CollectPorts,
  signal: AbortSignal,
): Promise<RunMetrics | undefined> {
  if (pollResult.kind !== 'settled' || !hasRun(pollResult.run) || signal.aborted) return undefined;
  const { run } = pollResult;
  const { clock, budget } = ports;
  const [sinceMs, leftMs] = [clock.now(), Math.min(BOUND_MS, budget.leftMs())];
  // What can change the verdict has a bound of its own: no trouble of another run takes it away.
  const decides = isCompared(comparing) && couldBeBaseline(pollResult);
  const misses: Misses = { deciding: [], beside: [], lastMs: undefined };
  const besideFailed = (failure: string): void => {
    misses.beside.push(failure);
    misses.lastMs = clock.now();
  };
  const decidingFailed = decides ? (failure: string): unknown => misses.deciding.push(failure) : besideFailed;
  const boundMs = decides ? BOUND_MS : leftMs;
  try {
    if (leftMs <= 0) besideFailed(USED_UP);
    if (boundMs <= 0) return nothingKnown(comparing);
    return await withTimeout(
      clock,
      boundMs + GRACE_MS,
      () => tooLate(boundMs),
      () =>
        within(clock, boundMs, { signal, onFailure: decidingFailed }, (deciding) => {
          const read = (beside: BestEffortOptions | undefined, besideMs: number): Promise<RunMetrics> =>
            readMetrics(run, comparing, { ...ports, untilMs: sinceMs + besideMs }, { deciding, beside });
          if (!decides) return read(deciding, boundMs);
          // What is shown beside is over before, so that its silence costs nothing else.
          const besideMs = Math.min(leftMs, BOUND_MS - GRACE_MS);
          if (besideMs <= 0) return read(undefined, 0);
          return within(clock, besideMs, { signal: deciding.signal, onFailure: besideFailed }, (beside) =>
            read(beside, besideMs),
          );
        }),
    );
  } catch (error) {
    decidingFailed(toError(error).message);
    return nothingKnown(comparing);
  } finally {
    if (misses.lastMs !== undefined) budget.charge(sinceMs, misses.lastMs);
    if (!isAborted(signal)) sayMisses(run, misses, ports);
  }
}

/** What could not be read. */
interface Misses {
  readonly deciding: string[];
  readonly beside: string[];
  /** When the last of `beside` was missed: the step pays for the time until then. */
  lastMs: number | undefined;
}

function sayMisses({ id }: TestRun, { deciding, beside }: Misses, { onNotice }: CollectPorts): void {
  const [first, ...more] = [...deciding, ...beside];
  const rest = more.length > 0 ? ` (and ${more.length} more)` : '';
  if (first !== undefined) onNotice(`Some numbers of run ${id} are n/a: ${first}${rest}`);
}

function tooLate(limitMs: number): Error {
  return new Error(`no complete response within ${Math.round(limitMs / 1000)} s in all`);
}

/** The same question, for so long. */
function within<T>(
  clock: Clock,
  limitMs: number,
  { signal, onFailure }: BestEffortOptions,
  work: (asking: BestEffortOptions) => Promise<T>,
): Promise<T> {
  return withDeadline(
    clock,
    { limitMs, signal },
    () => tooLate(limitMs),
    (limited) => {
      setMaxListeners(0, limited); // more than ten questions at once are no leak
      return work({ signal: limited, onFailure });
    },
  );
}

function nothingKnown(comparing: ComparisonInputs): RunMetrics {
  return withRules(comparing, { ...EMPTY, isUnread: true, warnings: [] });
}

const EMPTY = {
  ...NO_METRICS,
  testName: undefined,
  trend: [],
  baseline: undefined,
  baselineProtocols: {},
  endpoints: [],
  health: UNKNOWN_HEALTH,
  unsound: [],
};

function hasRun({ startedMs, ending }: SettledRun): boolean {
  return startedMs !== undefined || ending.kind === 'finished';
}
