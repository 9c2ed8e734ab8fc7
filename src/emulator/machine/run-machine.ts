/** One run: where it is in its scenario, advanced by being read or by the clock. */
import type { Stage, Scenario } from './scenario.ts';
import { DEFAULT_STAGE_MS, isOver } from './scenario.ts';
import type { Course, StatusEntry, RunSpec, RunMarks, RunView, Stamps } from './run-view.ts';
import { present, viewOf } from './run-view.ts';

/** What makes a run advance: each read of it, or time, `speed` times as fast as the scenario says. */
export type Advance = { readonly by: 'reads' } | { readonly by: 'clock'; readonly speed?: number };

/** The machine of one run. */
export interface RunMachine {
  /** As it is now; by the clock it may have advanced, but this is not a read. */
  readonly peek: () => RunView;
  /** The same, and counts as one read. */
  readonly read: () => RunView;
  /** Asks it to end; `already-over` changes nothing. */
  readonly stop: (byUser: string | undefined) => 'stopping' | 'already-over';
  readonly marks: RunMarks;
}

/** How the machine is driven. */
export interface Drive {
  readonly now: () => number;
  readonly advance: Advance;
  readonly stamps: Stamps;
}

interface State extends Course {
  stages: readonly Stage[];
  index: number;
  /** Reads that showed the present stage. */
  shown: number;
  readonly history: StatusEntry[];
  stop: { readonly atMs: number; readonly byUser: string | undefined; readsLeft: number } | undefined;
}

/** A run at its first stage. */
export function createRun(spec: RunSpec, drive: Drive): RunMachine {
  const first: StatusEntry = { stage: spec.scenario.stages[0], atMs: spec.createdMs, stampMs: spec.createdMs };
  const state: State = { stages: spec.scenario.stages, index: 0, shown: 0, history: [first], stop: undefined };
  const marks: RunMarks = { note: '', starred: false, baseline: spec.baseline };
  const settle = (): void => {
    if (drive.advance.by === 'clock') byTheClock(spec.scenario, state, drive, drive.advance.speed ?? 1);
  };
  const peek = (): RunView => {
    settle();
    return viewOf(spec, state, marks);
  };
  return {
    marks,
    peek,
    read: () => {
      if (drive.advance.by === 'reads') byRead(spec.scenario, state, drive);
      return peek();
    },
    stop: (byUser) => {
      settle();
      if (isOver(present(state).stage)) return 'already-over';
      state.stop ??= { atMs: drive.now(), byUser, readsLeft: spec.scenario.stop?.reads ?? 0 };
      return 'stopping';
    },
  };
}

function byRead(scenario: Scenario, state: State, drive: Drive): void {
  if (state.stop !== undefined && state.stop.readsLeft-- <= 0) end(scenario, state, drive.now(), drive);
  for (;;) {
    const { stage } = present(state);
    const next = state.stages[state.index + 1];
    if (next === undefined || state.shown < (stage.reads ?? 1)) break;
    enter(state, next, drive.now(), drive);
    state.index++;
  }
  state.shown++;
}

function byTheClock(scenario: Scenario, state: State, drive: Drive, speed: number): void {
  for (;;) {
    const { stage, atMs } = present(state);
    const next = state.stages[state.index + 1];
    const nextMs = next === undefined ? Infinity : atMs + durationMs(stage) / speed;
    const stopMs = state.stop === undefined ? Infinity : state.stop.atMs + (scenario.stop?.ms ?? 0) / speed;
    if (Math.min(nextMs, stopMs) > drive.now() || (next === undefined && stopMs === Infinity)) return;
    if (stopMs <= nextMs || next === undefined) {
      end(scenario, state, stopMs, drive);
    } else {
      enter(state, next, nextMs, drive);
      state.index++;
    }
  }
}

/** Carries out a stop, unless the run was quicker. */
function end(scenario: Scenario, state: State, atMs: number, drive: Drive): void {
  const { stage } = present(state);
  const byUser = state.stop?.byUser;
  state.stop = undefined;
  if (isOver(stage)) return;
  const ending = scenario.stop?.stages ?? [
    {
      status: 'aborted-by-user' as const,
      processing: stage.status === 'running' ? ('finished' as const) : ('not-started' as const),
      result: 'error' as const,
      reason: {
        code: 8036,
        message: 'The test run was aborted by a user.',
        ...(byUser === undefined ? {} : { byUser }),
      },
    },
  ];
  const [first] = ending;
  if (first === undefined) return;
  state.stages = ending;
  state.index = 0;
  enter(state, first, atMs, drive);
}

function enter(state: State, stage: Stage, atMs: number, drive: Drive): void {
  const last = present(state);
  const stampMs = drive.stamps === 'clock' ? atMs : last.stampMs + statedMs(last.stage);
  state.history.push({ stage, atMs, stampMs });
  state.shown = 0;
}

function durationMs(stage: Stage): number {
  return stage.ms ?? DEFAULT_STAGE_MS;
}

/** The duration that stamps show for a stage: a stage without an end counts as the default. */
function statedMs(stage: Stage): number {
  return Number.isFinite(durationMs(stage)) ? durationMs(stage) : DEFAULT_STAGE_MS;
}
