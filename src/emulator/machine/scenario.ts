/** The words of the machine: what a run goes through, said without the numbers or words of any one API. */
import type { NumbersPlan } from './numbers-plan.ts';

/** Statuses both APIs have a word for, in the order in which a run meets them. */
export type KnownStatus =
  | 'created'
  | 'validated'
  | 'queued'
  | 'initializing'
  | 'running'
  | 'finished'
  | 'timed-out'
  | 'aborted-by-user'
  | 'aborted-by-system'
  | 'aborted-by-script-error'
  | 'aborted-by-threshold'
  | 'aborted-by-limit'
  | 'archived';

/** Sent as it is in the place of a known value: an unknown status, a digit string, `undefined` to leave it out. */
export interface Raw {
  readonly raw: unknown;
}

/** A status of a run: one that k6 Cloud is known to have, or any other word or number. */
export type Status = KnownStatus | Raw;
/** Of the metrics; a run that finished is over for a gate only when this is `finished` or `error`. */
export type Processing = 'not-started' | 'processing' | 'finished' | 'error' | Raw;
/** `none` is null in both APIs once the run is over. */
export type Result = 'none' | 'passed' | 'failed' | 'error' | Raw;

/** Why a run came to its status, as the APIs show it (`error_code`/`error_detail`; v6 `extra` and `result_details`). */
export interface Reason {
  readonly code?: number;
  readonly message?: string;
  /** Mail address of the user who did it. */
  readonly byUser?: string;
}

/** One stage of a run. A run stays in the last stage of its scenario. */
export interface Stage {
  readonly status: Status;
  /** `not-started` by default. */
  readonly processing?: Processing;
  /** `none` by default. */
  readonly result?: Result;
  /** How many reads show it where runs advance by reads; 1 by default, 0 skips it, `Infinity` holds it. */
  readonly reads?: number;
  /** How long it lasts where runs advance by the clock, and on the run's own time stamps; 1,000 by default. */
  readonly ms?: number;
  readonly reason?: Reason;
  /** Whether a `raw` status is an end: by default a number of 3 and above is. */
  readonly over?: boolean;
}

/** What happens on a stop. */
export interface StopPlan {
  /** Reads that still show the old stages; 0 by default: the next read shows the end. Runs advancing by reads only. */
  readonly reads?: number;
  /** Milliseconds until it ends, 0 by default. Runs advancing by the clock only. */
  readonly ms?: number;
  /** What it comes to; by default one `aborted-by-user` stage. */
  readonly stages?: readonly Stage[];
}

/** The scenario of one run: its stages in order. */
export interface Scenario {
  /** For people: `failed by threshold`. */
  readonly name: string;
  readonly stages: readonly [Stage, ...Stage[]];
  /** Planned duration in seconds. */
  readonly plannedS: number;
  /** Peak of virtual users. */
  readonly vus: number;
  /** Cost in virtual user hours; by default what VUs and planned time come to. */
  readonly vuh?: number;
  /** Fixes some of the run's metrics; the others are made to fit its end. */
  readonly numbers?: NumbersPlan;
  readonly stop?: StopPlan;
}

/** Duration of a stage that gives none. */
export const DEFAULT_STAGE_MS = 1000;

const UNDER_WAY: ReadonlySet<unknown> = new Set(['created', 'validated', 'queued', 'initializing', 'running']);

/** Whether a run in this stage can do nothing more (its metrics may still be in the making). */
export function isOver(stage: Stage): boolean {
  if (typeof stage.status === 'string') return !UNDER_WAY.has(stage.status);
  return stage.over ?? (typeof stage.status.raw === 'number' && stage.status.raw >= 3);
}
