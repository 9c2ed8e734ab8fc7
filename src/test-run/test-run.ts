/** The domain: a test run as this action sees it, whichever API shows it. Imports nothing but its own folder. */

import type { RunOrigin } from './note-tail.ts';

/** The phase of a run that is not settled. `deciding`: over and processed, but its result is not known yet. */
export type Phase =
  'created' | 'validated' | 'queued' | 'initializing' | 'running' | 'processing' | 'deciding' | 'unrecognised';

/** Who or what cut an aborted run short. `unknown`: the API did not say. */
export type Aborter = 'user' | 'system' | 'script-error' | 'threshold' | 'limit' | 'unknown';

/** How a run came to its end; only `finished` can lead to a pass. */
export type Ending =
  | { readonly kind: 'finished' }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'aborted'; readonly by: Aborter }
  | { readonly kind: 'archived' }
  | { readonly kind: 'unrecognised' };

/** What the API says of the test's criteria. `none`: nothing yet; `unknown`: a value this version does not know. */
export type Result = 'passed' | 'failed' | 'error' | 'none' | 'unknown';

/**
 * Whether a threshold of the run was evaluated. `some`: at least one was; `not-evaluated`: there are thresholds, but none
 * has a sample; `stated`: the script has thresholds, and the list of them was not read; `unknown`: nothing was read yet;
 * `unreadable`: the list could not be read.
 */
export type Thresholds = 'some' | 'not-evaluated' | 'stated' | 'none' | 'unknown' | 'unreadable';

/** A status as the API words it, with the name of the field that carried it, for sentences and outputs. */
export interface ApiStatus {
  /** The field's name on the wire, for instance the one that decided. */
  readonly field: string;
  /** The API's own word; empty where the API gives none. */
  readonly value: string;
}

/** The API's own words for the statuses, kept for people; nothing decides by them. */
export interface ApiStatuses {
  readonly run: ApiStatus;
  /** Absent where one status tells of the run and of its processing (v6). */
  readonly processing: ApiStatus | undefined;
  readonly result: ApiStatus;
}

/** Whether a threshold of the run can abort it, by the options of its script; `unknown`: they were not read. */
export type AbortChance = 'possible' | 'impossible' | 'unknown';

/** What is known of a run in any state. Instants are epoch ms, durations ms; `undefined`: not known. */
export interface RunFacts {
  /** Decimal digits; a string, since the API widened ids to 64 bits. */
  readonly id: string;
  readonly testId: string | undefined;
  /** Whether the API has ever shown or named the run; false for an id that a user gives, until a first poll. */
  readonly seen: boolean;
  /** The run's page for people, always https. */
  readonly url: string;
  readonly createdMs: number | undefined;
  readonly startedMs: number | undefined;
  readonly endedMs: number | undefined;
  /** How long the run means to last. */
  readonly plannedMs: number | undefined;
  /** How long it has executed, where the API counts it. */
  readonly executedMs: number | undefined;
  /** The most VUs it plans to use. */
  readonly vus: number | undefined;
  /** Virtual-user hours that it costs. */
  readonly vuh: number | undefined;
  readonly result: Result;
  readonly thresholds: Thresholds;
  /** Absent where the API shows no options. */
  readonly abortChance?: AbortChance;
  /** The service's own explanation of an error, or of what the run waits for; text from outside. */
  readonly detail: { readonly code: string | undefined; readonly message: string | undefined } | undefined;
  readonly statuses: ApiStatuses;
  /** Where it came from, where its note says so. */
  readonly origin?: RunOrigin | undefined;
}

/** A run about which the answer may still change. */
export interface PendingRun extends RunFacts {
  readonly state: 'pending';
  readonly phase: Phase;
  /** How the run was cut short, if its result may still come; without one it ended so. */
  readonly endedAs?: Ending;
}

/** A run about which nothing that matters here will change any more. */
export interface SettledRun extends RunFacts {
  readonly state: 'settled';
  readonly ending: Ending;
  /** `complete`: all metrics are there; `incomplete`: the service lost some; `not-awaited`: nobody needs them. */
  readonly metrics: 'complete' | 'incomplete' | 'not-awaited';
}

/** Whether a run in this phase is running or has run. */
export function isRunningOrLater(phase: Phase): boolean {
  switch (phase) {
    case 'created':
    case 'validated':
    case 'queued':
    case 'initializing':
    case 'unrecognised':
      return false;
    case 'running':
    case 'processing':
    case 'deciding':
      return true;
  }
}

/** An aborted run as it counts if its result does not come. */
export function withoutResult(run: PendingRun, ending: Ending): SettledRun {
  return { ...run, state: 'settled', ending, metrics: 'not-awaited' };
}

/** One execution of a load test. */
export type TestRun = PendingRun | SettledRun;

/** Which time limit ended: of the whole step, until running, for the metrics, or for the result. */
export type TimeLimit = 'timeout' | 'queue-timeout' | 'processing-timeout' | 'result';

/** A second run that one start made, and what became of it. */
export interface SecondRun {
  readonly runId: string;
  readonly stop: 'stopped' | 'already-over' | 'stop-failed';
  /** Why it could not be stopped. */
  readonly failure?: string;
}

/** What kind of failure of the API ended a step; decides the title, and the cause of a start that made no run. */
export type Problem =
  'token-rejected' | 'not-found' | 'unreachable' | 'limit-reached' | 'start-uncertain' | 'wrong-run' | 'other';

/** How the polling of one run ended. */
export type PollResult =
  | { readonly kind: 'settled'; readonly run: SettledRun }
  | {
      readonly kind: 'gave-up';
      readonly limit: TimeLimit;
      readonly limitMs: number;
      /** Absent where not even the start was answered in time. */
      readonly run: TestRun | undefined;
    }
  /** The API stayed out of reach, or kept answering with errors, past `outage-timeout`. */
  | {
      readonly kind: 'api-unreachable';
      readonly run: TestRun;
      readonly failure: string;
      /** `outage-timeout`, where that ended it; `undefined` where no retry can help. */
      readonly limitMs: number | undefined;
    }
  /** The API refused to show the run: no retry would help. */
  | { readonly kind: 'api-refused'; readonly run: TestRun; readonly failure: string; readonly problem: Problem }
  /** The test never became a run. */
  | { readonly kind: 'not-started'; readonly failure: string; readonly problem: Problem }
  | { readonly kind: 'cancelled'; readonly run: TestRun | undefined }
  /** `wait: false`: started and left. */
  | { readonly kind: 'not-awaited'; readonly run: TestRun }
  /** One start made more than one run: whatever they say, the step is red. */
  | { readonly kind: 'started-twice'; readonly run: TestRun; readonly others: readonly SecondRun[] };

/** A phase as it was seen from outside, both ends in epoch ms. */
export interface PhaseSpan {
  readonly phase: Phase;
  readonly fromMs: number;
  readonly toMs: number;
}
