/** The job log: a line per change of phase, a heartbeat a minute at most, the facts folded, the verdict last. */
import { formatDuration, formatClock } from '../test-run/duration.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import type { TestRun } from '../test-run/test-run.ts';
import { endingName, phaseName } from '../test-run/phase-names.ts';
import { explanation } from '../test-run/run-sentences.ts';
import { runFacts } from './run-facts.ts';
import { metricLines } from './metric-lines.ts';
import type { Reporter } from './reporter.ts';

/** Where the lines go. */
export interface LogPorts {
  readonly log: (line: string) => void;
  readonly group: (title: string, lines: readonly string[]) => void;
  readonly now: () => number;
  /** When the step began, epoch ms: the log's clock starts there. */
  readonly stepStartMs: number;
}

/** One line a minute keeps a soak of 8 hours under 600 lines. */
const PROGRESS_INTERVAL_MS = 60_000;
const BAR_CELLS = 20;
const PHASE_COLUMN = 20;

/** What the log remembers of a run between two looks. */
interface LoggedRun {
  readonly run: TestRun;
  readonly status: string;
  readonly sinceMs: number;
  readonly failing: boolean;
}

/** What the log remembers between two events. */
interface LogState {
  readonly ports: LogPorts;
  readonly runs: Map<string, LoggedRun>;
  /** More than one run: every line names its own. */
  several: boolean;
  /** When the last line was written. */
  lastLineAtMs: number;
}

/** The log reporter. */
export function logReporter(ports: LogPorts): Reporter {
  const diary: LogState = { ports, runs: new Map(), several: false, lastLineAtMs: ports.stepStartMs };
  return {
    name: 'log',
    opened: ({ apiName, testIds, runIds, simulated }) => {
      diary.several = testIds.length + runIds.length > 1;
      const what = testIds.length > 0 ? named('test', testIds) : named('run', runIds);
      ports.log(`k6 Cloud gate · ${what} · ${apiName}${simulated ? ' · simulated' : ''}`);
    },
    runStarted: (run) => {
      ports.log(`run ${run.id} · ${run.url}`);
    },
    polled: (run) => {
      writePoll(diary, run);
    },
    pollFailed: (run, failure) => {
      writePollError(diary, run, failure);
    },
    noticed: (sentence) => {
      ports.log(sentence);
    },
    closed: ({ runs }) => {
      runs.forEach((outcome) => {
        const run = runOf(outcome);
        if (run !== undefined) ports.group(`run ${run.id}`, [...runFacts(outcome, run), ...metricLines(outcome)]);
      });
      runs.forEach((outcome) => {
        ports.log(verdictLine(outcome));
      });
    },
  };
}

function writePoll(diary: LogState, run: TestRun): void {
  const { runs, several } = diary;
  const before = runs.get(run.id);
  const standing = statusOf(run);
  const nowMs = diary.ports.now();
  if (before?.failing === true) writeLine(diary, run, 'the API answers again');
  if (before?.status !== standing) {
    writeLine(diary, run, `${inColumn(standing)}${remark(run, before, nowMs)}`);
    runs.set(run.id, { run, status: standing, sinceMs: nowMs, failing: false });
    return;
  }
  if (run.state === 'pending' && before.run.detail?.message === undefined && run.detail?.message !== undefined) {
    writeLine(diary, run, `${inColumn(standing)}${explanation(run) ?? ''}`);
  } else if (nowMs - diary.lastLineAtMs >= PROGRESS_INTERVAL_MS) {
    if (several) writeAt(diary, runCounts(runs));
    else writeAt(diary, progress(run, nowMs - before.sinceMs));
  }
  runs.set(run.id, { ...before, run, failing: false });
}

/** An outage is one line, however many looks fail in it. */
function writePollError(diary: LogState, run: TestRun, failure: string): void {
  const before = diary.runs.get(run.id) ?? { run, status: '', sinceMs: diary.ports.now(), failing: false };
  if (!before.failing) writeLine(diary, run, `the API is in trouble, looking again: ${failure}`);
  diary.runs.set(run.id, { ...before, failing: true });
}

function writeLine(diary: LogState, run: TestRun, text: string): void {
  writeAt(diary, diary.several ? `${run.id}  ${text}` : text);
}

function writeAt(diary: LogState, text: string): void {
  diary.lastLineAtMs = diary.ports.now();
  const time = formatClock(diary.lastLineAtMs - diary.ports.stepStartMs).padStart(6);
  diary.ports.log(`${time}  ${text}`.trimEnd());
}

/** `✗ failed · A threshold was crossed (run 7650001: result_status FAILED)` */
function verdictLine({ verdict: { word }, reason }: RunOutcome): string {
  const sign = word === 'passed' || word === 'started' ? '✓' : '✗';
  return `${sign} ${word} · ${reason}`;
}

function named(thing: string, ids: readonly string[]): string {
  const shown = ids.slice(0, 5).join(', ');
  return `${thing}${ids.length > 1 ? 's' : ''} ${shown}${ids.length > 5 ? ` and ${ids.length - 5} more` : ''}`;
}

/** A standing that fills its column, or outgrows it, still stands apart from what follows. */
function inColumn(standing: string): string {
  return `${standing.padEnd(PHASE_COLUMN - 1)} `;
}

function statusOf(run: TestRun): string {
  return run.state === 'pending' ? phaseName(run) : endingName(run);
}

/** What is worth saying beside a new phase: how long the last one took, or what the run is about to do. */
function remark(run: TestRun, before: LoggedRun | undefined, nowMs: number): string {
  const took = before === undefined ? undefined : formatDuration(nowMs - before.sinceMs);
  const last = before?.run.state === 'pending' ? before.run.phase : undefined;
  if (run.state === 'pending' && run.phase === 'running') return running(run);
  const parts = [
    last === 'queued' && took !== undefined ? `queued for ${took}` : '',
    last === 'running' ? `ran for ${ranFor(run, nowMs - (before?.sinceMs ?? nowMs))}` : '',
    run.state === 'pending' && run.phase === 'processing' ? 'metrics are being processed' : '',
    run.state === 'pending' ? (explanation(run) ?? '') : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function running({ plannedMs, vus }: TestRun): string {
  const planned = plannedMs === undefined ? '' : `${formatDuration(plannedMs)} planned`;
  const load = vus === undefined ? '' : `${vus} VUs`;
  return [planned, load].filter((part) => part !== '').join(', ');
}

/** The service's own times are better than what was seen between two looks. */
function ranFor({ startedMs, endedMs, executedMs }: TestRun, observedMs: number): string {
  const told = startedMs !== undefined && endedMs !== undefined ? endedMs - startedMs : undefined;
  return formatDuration(executedMs ?? told ?? observedMs);
}

function progress(run: TestRun, inPhaseMs: number): string {
  if (run.state !== 'pending' || run.phase !== 'running' || run.plannedMs === undefined || run.plannedMs === 0) {
    return `${inColumn(statusOf(run))}for ${formatDuration(inPhaseMs)}`;
  }
  const filled = Math.round(Math.min(1, inPhaseMs / run.plannedMs) * BAR_CELLS);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
  return `${bar}  ${formatDuration(inPhaseMs)} of ${formatDuration(run.plannedMs)}`;
}

/** One line for all runs: `3 running, 1 queued`. */
function runCounts(seen: ReadonlyMap<string, LoggedRun>): string {
  const counts = new Map<string, number>();
  for (const { status } of seen.values()) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([standing, count]) => `${count} ${standing}`).join(', ');
}
