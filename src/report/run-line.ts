/** What a line of the log says about a run: its phase, how long the last one took, and how far it is. */
import { formatDuration } from '../test-run/duration.ts';
import { withoutFullStop } from '../test-run/evidence.ts';
import { endingName, phaseName } from '../test-run/phase-names.ts';
import { counted } from '../test-run/quantity.ts';
import type { TestRun } from '../test-run/test-run.ts';
import { timeOfDay } from './run-facts.ts';

const BAR_CELLS = 20;
const PHASE_COLUMN = 20;

/** What the log remembers of a run between two polls. */
export interface LoggedRun {
  readonly run: TestRun;
  readonly status: string;
  readonly sinceMs: number;
  /** When the API began to fail; `undefined` while it does not. */
  readonly failingSinceMs: number | undefined;
}

/** A status that fills its column, or outgrows it, still stands apart from what follows. */
export function inColumn(status: string): string {
  return `${status.padEnd(PHASE_COLUMN - 1)} `;
}

/** The status column: the phase, or how the run ended. */
export function statusOf(run: TestRun): string {
  return run.state === 'pending' ? phaseName(run) : endingName(run);
}

/** What is worth saying beside a new phase: how long the last one took, or what the run is about to do. */
export function remark(run: TestRun, before: LoggedRun | undefined, nowMs: number): string {
  const took = before === undefined ? undefined : formatDuration(nowMs - before.sinceMs);
  const last = before?.run.state === 'pending' ? before.run.phase : undefined;
  if (run.state === 'pending' && run.phase === 'running') return running(run, nowMs);
  const parts = [
    last === 'queued' && took !== undefined ? `queued for ${took}` : '',
    last === 'running' ? `ran for ${ranFor(run, nowMs - (before?.sinceMs ?? nowMs))}` : '',
    run.state === 'pending' && run.phase === 'processing' ? 'metrics are being processed' : '',
    waitsFor(run),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** What k6 Cloud says that a run waits for. */
export function waitsFor({ state, detail }: TestRun): string {
  return state === 'pending' ? withoutFullStop(detail?.message ?? '') : '';
}

function running({ plannedMs, vus }: TestRun, nowMs: number): string {
  const planned = plannedMs === undefined ? '' : `${formatDuration(plannedMs)} planned`;
  const load = vus === undefined ? '' : counted(vus, 'VU');
  // From here, not from the service's clock, which may be off.
  const end = plannedMs === undefined ? '' : `ends about ${timeOfDay(nowMs + plannedMs)}`;
  return [planned, load, end].filter((part) => part !== '').join(', ');
}

/** The service's own times are better than what was seen between two polls. */
function ranFor({ startedMs, endedMs, executedMs }: TestRun, observedMs: number): string {
  const reportedMs = startedMs !== undefined && endedMs !== undefined ? endedMs - startedMs : undefined;
  return formatDuration(executedMs ?? reportedMs ?? observedMs);
}

/** The line of a phase that goes on: a bar where the plan is known, else for how long. */
export function progress(run: TestRun, inPhaseMs: number): string {
  if (run.state !== 'pending' || run.phase !== 'running' || run.plannedMs === undefined || run.plannedMs === 0) {
    return `${inColumn(statusOf(run))}for ${formatDuration(inPhaseMs)}`;
  }
  if (inPhaseMs > run.plannedMs) {
    return `${inColumn(statusOf(run))}${formatDuration(inPhaseMs - run.plannedMs)} over plan`;
  }
  const filled = Math.round((inPhaseMs / run.plannedMs) * BAR_CELLS);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
  return `${bar}  ${formatDuration(inPhaseMs)} of ${formatDuration(run.plannedMs)}`;
}
