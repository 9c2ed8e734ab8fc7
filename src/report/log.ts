/** The job log: a line per change of phase, a heartbeat a minute at most, the facts folded, the verdict last. */
import { inWords, onTheClock } from '../test-run/duration.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import type { TestRun } from '../test-run/test-run.ts';
import { endingName, phaseName } from '../test-run/phase-names.ts';
import { facts } from './run-facts.ts';
import { insightLines } from './metric-lines.ts';
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
const HEARTBEAT_MS = 60_000;
const BAR_CELLS = 20;
const PHASE_COLUMN = 20;

/** What the log remembers of a run between two looks. */
interface Seen {
  readonly run: TestRun;
  readonly standing: string;
  readonly sinceMs: number;
  readonly troubled: boolean;
}

/** What the log remembers between two events. */
interface Diary {
  readonly ports: LogPorts;
  readonly seen: Map<string, Seen>;
  /** More than one run: every line names its own. */
  several: boolean;
  /** When the last line was written. */
  spokeMs: number;
}

/** The log reporter. */
export function logReporter(ports: LogPorts): Reporter {
  const diary: Diary = { ports, seen: new Map(), several: false, spokeMs: ports.stepStartMs };
  return {
    makes: 'log',
    opened: ({ apiName, testIds, runIds, simulated }) => {
      diary.several = testIds.length + runIds.length > 1;
      const what = testIds.length > 0 ? named('test', testIds) : named('run', runIds);
      ports.log(`k6 Cloud gate · ${what} · ${apiName}${simulated ? ' · simulated' : ''}`);
    },
    started: (run) => {
      ports.log(`run ${run.id} · ${run.url}`);
    },
    looked: (run) => {
      writeLook(diary, run);
    },
    troubled: (run, failure) => {
      writeTrouble(diary, run, failure);
    },
    noticed: (sentence) => {
      ports.log(sentence);
    },
    closed: ({ runs }) => {
      runs.forEach((outcome) => {
        const run = runOf(outcome);
        if (run !== undefined) ports.group(`run ${run.id}`, [...facts(outcome, run), ...insightLines(outcome)]);
      });
      runs.forEach((outcome) => {
        ports.log(verdictLine(outcome));
      });
    },
  };
}

function writeLook(diary: Diary, run: TestRun): void {
  const { seen, several } = diary;
  const before = seen.get(run.id);
  const standing = standingOf(run);
  const nowMs = diary.ports.now();
  if (before?.troubled === true) say(diary, run, 'the API answers again');
  if (before?.standing !== standing) {
    say(diary, run, `${inColumn(standing)}${remark(run, before, nowMs)}`);
    seen.set(run.id, { run, standing, sinceMs: nowMs, troubled: false });
    return;
  }
  if (nowMs - diary.spokeMs >= HEARTBEAT_MS) {
    if (several) sayAt(diary, crowd(seen));
    else sayAt(diary, heartbeat(run, nowMs - before.sinceMs));
  }
  seen.set(run.id, { ...before, run, troubled: false });
}

/** An outage is one line, however many looks fail in it. */
function writeTrouble(diary: Diary, run: TestRun, failure: string): void {
  const before = diary.seen.get(run.id) ?? { run, standing: '', sinceMs: diary.ports.now(), troubled: false };
  if (!before.troubled) say(diary, run, `the API is in trouble, looking again: ${failure}`);
  diary.seen.set(run.id, { ...before, troubled: true });
}

function say(diary: Diary, run: TestRun, text: string): void {
  sayAt(diary, diary.several ? `${run.id}  ${text}` : text);
}

function sayAt(diary: Diary, text: string): void {
  diary.spokeMs = diary.ports.now();
  const time = onTheClock(diary.spokeMs - diary.ports.stepStartMs).padStart(6);
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

function standingOf(run: TestRun): string {
  return run.state === 'pending' ? phaseName(run) : endingName(run);
}

/** What is worth saying beside a new phase: how long the last one took, or what the run is about to do. */
function remark(run: TestRun, before: Seen | undefined, nowMs: number): string {
  const took = before === undefined ? undefined : inWords(nowMs - before.sinceMs);
  const last = before?.run.state === 'pending' ? before.run.phase : undefined;
  if (run.state === 'pending' && run.phase === 'running') return running(run);
  const parts = [
    last === 'queued' && took !== undefined ? `queued for ${took}` : '',
    last === 'running' ? `ran for ${ranFor(run, nowMs - (before?.sinceMs ?? nowMs))}` : '',
    run.state === 'pending' && run.phase === 'processing' ? 'metrics are being processed' : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function running({ plannedMs, vus }: TestRun): string {
  const planned = plannedMs === undefined ? '' : `${inWords(plannedMs)} planned`;
  const load = vus === undefined ? '' : `${vus} VUs`;
  return [planned, load].filter((part) => part !== '').join(', ');
}

/** The service's own times are better than what was seen between two looks. */
function ranFor({ startedMs, endedMs, executedMs }: TestRun, observedMs: number): string {
  const told = startedMs !== undefined && endedMs !== undefined ? endedMs - startedMs : undefined;
  return inWords(executedMs ?? told ?? observedMs);
}

function heartbeat(run: TestRun, inPhaseMs: number): string {
  if (run.state !== 'pending' || run.phase !== 'running' || run.plannedMs === undefined || run.plannedMs === 0) {
    return `${inColumn(standingOf(run))}for ${inWords(inPhaseMs)}`;
  }
  const filled = Math.round(Math.min(1, inPhaseMs / run.plannedMs) * BAR_CELLS);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
  return `${bar}  ${inWords(inPhaseMs)} of ${inWords(run.plannedMs)}`;
}

/** One line for all runs: `3 running, 1 queued`. */
function crowd(seen: ReadonlyMap<string, Seen>): string {
  const counts = new Map<string, number>();
  for (const { standing } of seen.values()) counts.set(standing, (counts.get(standing) ?? 0) + 1);
  return [...counts].map(([standing, count]) => `${count} ${standing}`).join(', ');
}
