/** The port to k6 Cloud, and the promises that every adapter keeps; the contract suite is these promises executed. */
import type { PendingRun, TestRun, Thresholds } from '../test-run/test-run.ts';
import type { Clock, Random } from '../clock.ts';
import type { BestEffortOptions } from './http/best-effort.ts';
import { CloudError } from './errors.ts';
import type { EarlierDuration } from '../test-run/earlier-durations.ts';
import { withoutFullStop } from '../test-run/evidence.ts';
import type { EarlierRun } from '../test-run/metrics.ts';
import type { Http } from './http/http.ts';
import type { AcrossRuns } from './metrics/across-runs.ts';
import type { EndpointsSource } from './metrics/endpoint-lists.ts';
import type { HealthSource } from './metrics/health.ts';
import type { MetricsSource } from './metrics/numbers.ts';
import type { ProtocolsSource } from './metrics/protocols.ts';

/**
 * What must be known before a start is sent, so that its run can be recognised when the answer is lost, by this
 * process or by a later one: plain data, small enough for the runner's state.
 */
export interface StartIntent {
  readonly testId: string;
  /** The adapter's own notes, as text that only the same adapter reads. */
  readonly notes: string;
  /** When the start was first sent, epoch ms by this machine's clock; a run that is older is not its run. */
  readonly sentAtMs?: number | undefined;
}

/** What the list of runs before a start shows. */
export interface Preparation extends StartIntent {
  /** How long earlier runs of the test lasted. It is not for the runner's state: only the pace needs it. */
  readonly earlier: readonly EarlierDuration[];
}

/** What a search for the run of a start came to. */
export type SearchResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly run: TestRun }
  /** Several runs may be ours, or one may have existed before: it is not known which is ours. */
  | { readonly kind: 'unclear'; readonly runIds: readonly string[] };

/** The tries of a start of which one may have made a second run; epoch ms by this machine's clock. */
export interface StartDoubt {
  readonly firstTryMs: number;
  readonly lastTryMs: number;
}

/** New runs of a test beside the run that a start is known to have made. */
export interface SecondRuns {
  /** A try of ours may have made these. */
  readonly ours: readonly TestRun[];
  /** Ids of runs that no try of ours can have made. */
  readonly others: readonly string[];
}

/** What a stop came to; both count as success. */
export type StopResult = 'stopping' | 'already-over';

/** What there is to know of runs beyond their standing. Decoration: no call throws, what fails is told to `onMiss`. */
export interface MetricsClient extends MetricsSource, AcrossRuns, EndpointsSource, HealthSource, ProtocolsSource {
  /** Runs of the same test that were made before this one, newest first; a hundred at most. */
  readonly earlierRuns: (run: TestRun, asking: BestEffortOptions) => Promise<readonly EarlierRun[]>;
  /** Marked runs of the same test, newest first, where they can be older than those of `earlierRuns`. */
  readonly markedRuns: (run: TestRun, asking: BestEffortOptions) => Promise<readonly EarlierRun[]>;
  /** A run that the user names; it can be of any test. */
  readonly namedRun: (runId: string, asking: BestEffortOptions) => Promise<TestRun | undefined>;
  /** The name of a test. */
  readonly testName: (testId: string, asking: BestEffortOptions) => Promise<string | undefined>;
}

/**
 * The part of k6 Cloud that cannot start a run. It is all that the post step gets. Every call throws CloudError or the
 * signal's reason and nothing else; no message holds the token; no call outlasts its bounds.
 */
export interface RunStopper {
  /** Searches for the run that a start may have made. */
  readonly find: (intent: StartIntent, signal: AbortSignal) => Promise<SearchResult>;
  /** Looks for a second run beside `own`, where a try of the start is in doubt. */
  readonly secondRuns: (
    start: { readonly intent: StartIntent; readonly own: TestRun; readonly doubt: StartDoubt },
    signal: AbortSignal,
  ) => Promise<SecondRuns>;
  /** Reads a run once, without a retry: interval and time limits are the poller's. */
  readonly read: (runId: string, signal: AbortSignal) => Promise<TestRun>;
  /** Stops a run, trying for `budgetMs`; a run that has ended already is a success. */
  readonly stop: (runId: string, budgetMs: number, signal: AbortSignal) => Promise<StopResult>;
  /** The notes on runs, for people and for later comparisons; absent where the API has no such thing. */
  readonly notes?: RunNotes;
  /** Closes the connections. */
  readonly close: () => void;
}

/** The notes on runs; both try for a bounded time. */
export interface RunNotes {
  readonly read: (runId: string, signal: AbortSignal) => Promise<string>;
  readonly write: (runId: string, text: string, signal: AbortSignal) => Promise<void>;
}

/** What a start reports before it has ended, so that it can be saved. */
export interface StartEvents {
  /** The service has named the run. */
  readonly onRun?: (runId: string) => void;
  /** A try may have made a run that is not known; called again with each such try. */
  readonly onDoubt?: (doubt: StartDoubt) => void;
}

/** k6 Cloud, whichever API it is reached by. */
export interface Cloud extends RunStopper {
  /** `legacy API` or `v6 API`, for the log's first line. */
  readonly apiName: string;
  /** A run of which only the id is known. */
  readonly unknownRun: (runId: string) => PendingRun;
  /** Prepares the start of a test; nothing is started yet. Fails where the test or the token is refused. */
  readonly prepare: (testId: string, signal: AbortSignal) => Promise<Preparation>;
  /**
   * Starts the test once, however often the network fails, and adopts the run where the response was lost.
   * @param events called as soon as something is known, before anything more is asked
   * @throws StartUncertain where it cannot be told which run is ours; any other CloudError means that none was made
   */
  readonly start: (intent: StartIntent, signal: AbortSignal, events?: StartEvents) => Promise<TestRun>;
  /** Whether a threshold of a settled run was evaluated, by the list of its thresholds; tries for a bounded time. */
  readonly thresholds: (run: TestRun, signal: AbortSignal) => Promise<Thresholds>;
  readonly metrics: MetricsClient;
  /** Marks a run as the baseline of its test, for `baseline: marked`. */
  readonly markAsBaseline?: (runId: string, signal: AbortSignal) => Promise<void>;
}

/** What an adapter needs of its surroundings. */
export interface AdapterPorts {
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  /** How long the API may stay out of reach, ms. */
  readonly outageMs: number;
  /** The time limit of a start request without idempotency, ms; 60 s by default. */
  readonly startRequestMs?: number;
  /** Told, in a sentence, of what people should know but need not act on. */
  readonly onNotice: (sentence: string) => void;
}

/** What is known after a start whose answer was lost and whose run could not be told for sure. */
export interface Uncertainty {
  /** `POST /loadtests/v2/tests/1201/start-testrun` */
  readonly request: string;
  readonly testId: string;
  /** All runs that may be ours; never guessed among. */
  readonly runIds: readonly string[];
  /** How long the list of runs was searched, ms; absent where it could not be read. */
  readonly searchedMs?: number | undefined;
  /** The last thing that went wrong, where no run was found at all. */
  readonly lastError?: CloudError | undefined;
}

/** An answer to a start was lost, and it cannot be told which run is ours, or whether there is one. */
export class StartUncertain extends CloudError {
  readonly runIds: readonly string[];

  constructor({ request, testId, runIds, searchedMs, lastError }: Uncertainty) {
    super('start-uncertain', {
      request,
      response: uncertainty({ testId, runIds, searchedMs, lastError }),
      advice: adviceFor(runIds),
      cause: lastError,
    });
    this.runIds = runIds;
  }
}

function uncertainty({ testId, runIds, searchedMs, lastError }: Omit<Uncertainty, 'request'>): string {
  if (runIds.length > 0) return `no response to the start request; ${unclearRuns(testId, runIds)}`;
  const searched = searchedMs === undefined ? '' : ` in ${Math.round(searchedMs / 1000)} s`;
  const start = lastError?.status === undefined ? 'no response to the start request' : 'the start request failed';
  const cause = withoutFullStop(lastError?.message ?? 'no error');
  return `${start}, and no new run of test ${testId} was found${searched} (${cause})`;
}

/** `several new runs of test 1201 exist: 7, 8`; of one run, that it may have existed before */
export function unclearRuns(testId: string, runIds: readonly string[]): string {
  const [only] = runIds;
  return runIds.length === 1
    ? `run ${only} of test ${testId} exists, and it is not known whether it existed before`
    : `several new runs of test ${testId} exist: ${runIds.join(', ')}`;
}

/** What the reader of `unclearRuns` has to do, given what was not done. */
export function leftAlone(runIds: readonly string[], undone: 'stopped' | 'followed or stopped'): string {
  return runIds.length === 1
    ? `It was not ${undone}. Check it in k6 Cloud, and stop it if you don't need it.`
    : `None was ${undone}. Check them in k6 Cloud and stop any you don't need.`;
}

function adviceFor(runIds: readonly string[]): string {
  if (runIds.length === 0) return 'Check in k6 Cloud whether a run was made before you re-run the job.';
  return leftAlone(runIds, 'followed or stopped');
}
