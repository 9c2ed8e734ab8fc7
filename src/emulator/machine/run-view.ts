/** One run at one time: its spec, its progress, and its marks. */
import type { Stage, Processing, Reason, Result, Scenario, Status } from './scenario.ts';
import { isOver } from './scenario.ts';

/**
 * Where a run's time stamps come from: `clock`, when it happened; `scenario`, its creation plus the scenario's durations, so
 * that a run read to its end in milliseconds still shows a duration of two minutes.
 */
export type Stamps = 'clock' | 'scenario';

/** A stage a run has come to. */
export interface StatusEntry {
  readonly stage: Stage;
  /** Epoch ms by the machine's clock. */
  readonly atMs: number;
  /** Epoch ms as the APIs show it; see `Stamps`. */
  readonly stampMs: number;
}

/** What is fixed when a run is made. */
export interface RunSpec {
  readonly id: number;
  readonly testId: number;
  readonly projectId: number;
  readonly scenario: Scenario;
  /** Who started it: a mail address, or `undefined` for a stack token. */
  readonly startedBy: string | undefined;
  readonly createdMs: number;
  /** Idempotency key of the start that made it. */
  readonly key: string | undefined;
  readonly baseline: boolean;
}

/** What can be changed from outside. */
export interface RunMarks {
  note: string;
  starred: boolean;
  /** v2 `is_baseline`. */
  baseline: boolean;
}

/** A run as it is at one time. */
export interface RunView extends RunSpec, Readonly<RunMarks> {
  readonly status: Status;
  readonly processing: Processing;
  readonly result: Result;
  readonly reason: Reason | undefined;
  /** Whether it ended in some way; its metrics may still be in processing. */
  readonly over: boolean;
  readonly startedMs: number | undefined;
  readonly endedMs: number | undefined;
  /** When it ended by the machine's clock, whatever its stamps say. */
  readonly overAtMs: number | undefined;
  /** Every stage so far, the present one last. */
  readonly history: readonly StatusEntry[];
  /** Whether a stop was asked for, carried out or not. */
  readonly stopAsked: boolean;
}

/** How far a run has come. */
export interface Course {
  /** Every stage so far, the present one last; never empty. */
  readonly history: readonly StatusEntry[];
  /** A stop that was asked for and is not carried out yet. */
  readonly stop: unknown;
}

/** The stage that a run is in. */
export function present({ history }: Course): StatusEntry {
  const last = history.at(-1);
  if (last === undefined) throw new Error('A run has at least one stage.');
  return last;
}

/** The run as it is now. */
export function viewOf(spec: RunSpec, course: Course, marks: RunMarks): RunView {
  const { stage } = present(course);
  const ended = course.history.find((entered) => isOver(entered.stage));
  return {
    ...spec,
    ...marks,
    status: stage.status,
    processing: stage.processing ?? 'not-started',
    result: stage.result ?? 'none',
    reason: stage.reason,
    over: isOver(stage),
    startedMs: course.history.find((entered) => entered.stage.status === 'running')?.stampMs,
    endedMs: ended?.stampMs,
    overAtMs: ended?.atMs,
    history: [...course.history],
    stopAsked: course.stop !== undefined,
  };
}
