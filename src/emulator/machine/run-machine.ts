/** One run: where it is in its script, advanced by being read or by the clock. */
import type { Stage, Scenario } from './scenario.ts';
import { DEFAULT_STAGE_MS, isOver } from './scenario.ts';
import type { Course, StatusEntry, RunSpec, RunMarks, RunView, Stamps } from './run-view.ts';
import { present, viewOf } from './run-view.ts';

/** What makes a run advance: each read of it, or time, `speed` times as fast as the script says. */
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
  moments: readonly Stage[];
  index: number;
  /** Reads that showed the present moment. */
  shown: number;
  readonly history: StatusEntry[];
  stop: { readonly atMs: number; readonly byUser: string | undefined; readsLeft: number } | undefined;
}

/** A run at its first moment. */
export function createRun(birth: RunSpec, drive: Drive): RunMachine {
  const first: StatusEntry = { moment: birth.scenario.moments[0], atMs: birth.createdMs, stampMs: birth.createdMs };
  const state: State = { moments: birth.scenario.moments, index: 0, shown: 0, history: [first], stop: undefined };
  const marks: RunMarks = { note: '', starred: false };
  const settle = (): void => {
    if (drive.advance.by === 'clock') byTheClock(birth.scenario, state, drive, drive.advance.speed ?? 1);
  };
  const peek = (): RunView => {
    settle();
    return viewOf(birth, state, marks);
  };
  return {
    marks,
    peek,
    read: () => {
      if (drive.advance.by === 'reads') byRead(birth.scenario, state, drive);
      return peek();
    },
    stop: (byUser) => {
      settle();
      if (isOver(present(state).moment)) return 'already-over';
      state.stop ??= { atMs: drive.now(), byUser, readsLeft: birth.scenario.stop?.reads ?? 0 };
      return 'stopping';
    },
  };
}

function byRead(script: Scenario, state: State, drive: Drive): void {
  if (state.stop !== undefined && state.stop.readsLeft-- <= 0) end(script, state, drive.now(), drive);
  for (;;) {
    const { moment } = present(state);
    const next = state.moments[state.index + 1];
    if (next === undefined || state.shown < (moment.reads ?? 1)) break;
    enter(state, next, drive.now(), drive);
    state.index++;
  }
  state.shown++;
}

function byTheClock(script: Scenario, state: State, drive: Drive, speed: number): void {
  for (;;) {
    const { moment, atMs } = present(state);
    const next = state.moments[state.index + 1];
    const nextMs = next === undefined ? Infinity : atMs + lasts(moment) / speed;
    const stopMs = state.stop === undefined ? Infinity : state.stop.atMs + (script.stop?.ms ?? 0) / speed;
    if (Math.min(nextMs, stopMs) > drive.now() || (next === undefined && stopMs === Infinity)) return;
    if (stopMs <= nextMs || next === undefined) {
      end(script, state, stopMs, drive);
    } else {
      enter(state, next, nextMs, drive);
      state.index++;
    }
  }
}

/** Carries out a stop, unless the run was quicker. */
function end(script: Scenario, state: State, atMs: number, drive: Drive): void {
  const { moment } = present(state);
  const byUser = state.stop?.byUser;
  state.stop = undefined;
  if (isOver(moment)) return;
  const ending = script.stop?.moments ?? [
    {
      status: 'aborted-by-user' as const,
      processing: moment.status === 'running' ? ('finished' as const) : ('not-started' as const),
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
  state.moments = ending;
  state.index = 0;
  enter(state, first, atMs, drive);
}

function enter(state: State, moment: Stage, atMs: number, drive: Drive): void {
  const last = present(state);
  const stampMs = drive.stamps === 'clock' ? atMs : last.stampMs + told(last.moment);
  state.history.push({ moment, atMs, stampMs });
  state.shown = 0;
}

function lasts(moment: Stage): number {
  return moment.ms ?? DEFAULT_STAGE_MS;
}

/** What a story says of a moment that would have gone on for ever, had nobody stopped it. */
function told(moment: Stage): number {
  return Number.isFinite(lasts(moment)) ? lasts(moment) : DEFAULT_STAGE_MS;
}
