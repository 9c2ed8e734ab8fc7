/** One run as it is seen at one time: what it was born with, how far it has come, and what was noted on it. */
import type { Stage, Processing, Reason, Result, Scenario, Status } from './scenario.ts';
import { isOver } from './scenario.ts';

/**
 * Where a run's time stamps come from: `clock`, when it happened; `story`, its creation plus the script's durations, so
 * that a run read to its end in milliseconds still tells that it took two minutes.
 */
export type Stamps = 'clock' | 'story';

/** A moment a run has come to. */
export interface StatusEntry {
  readonly moment: Stage;
  /** Epoch ms by the machine's clock. */
  readonly atMs: number;
  /** Epoch ms as the APIs tell it; see `Stamps`. */
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
  /** Every moment so far, the present one last. */
  readonly history: readonly StatusEntry[];
  /** Whether a stop was asked for, carried out or not. */
  readonly stopAsked: boolean;
}

/** How far a run has come. */
export interface Course {
  /** Every moment so far, the present one last; never empty. */
  readonly history: readonly StatusEntry[];
  /** A stop that was asked for and is not carried out yet. */
  readonly stop: unknown;
}

/** The moment that a run is in. */
export function present({ history }: Course): StatusEntry {
  const last = history.at(-1);
  if (last === undefined) throw new Error('A run has at least one moment.');
  return last;
}

/** The run as it is now. */
export function viewOf(birth: RunSpec, course: Course, marks: RunMarks): RunView {
  const { moment } = present(course);
  const ended = course.history.find((entered) => isOver(entered.moment));
  return {
    ...birth,
    ...marks,
    status: moment.status,
    processing: moment.processing ?? 'not-started',
    result: moment.result ?? 'none',
    reason: moment.reason,
    over: isOver(moment),
    startedMs: course.history.find((entered) => entered.moment.status === 'running')?.stampMs,
    endedMs: ended?.stampMs,
    overAtMs: ended?.atMs,
    history: [...course.history],
    stopAsked: course.stop !== undefined,
  };
}
