/** The job log: one line for each change of phase, progress every minute, the facts folded, the verdict last. */
import { formatDuration, formatClock } from '../test-run/duration.ts';
import { clipped } from '../text/markdown.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { isDoubtfulPass, isTolerated, runOf } from '../test-run/outcome.ts';
import { VERDICT_WORDS } from '../test-run/verdict-words.ts';
import type { TestRun } from '../test-run/test-run.ts';
import { NOT_FAILING } from './headline.ts';
import { runFacts } from './run-facts.ts';
import type { LoggedRun } from './run-line.ts';
import { inColumn, progress, remark, statusOf, waitsFor } from './run-line.ts';
import { comparisonLines, metricLines } from './metric-lines.ts';
import type { Reporter } from './reporter.ts';

/** Where the lines go. */
export interface LogPorts {
  readonly log: (line: string) => void;
  readonly group: (title: string, lines: readonly string[]) => void;
  readonly now: () => number;
  /** When the step began, epoch ms: the log's clock starts there. */
  readonly stepStartMs: number;
  /** `outage-timeout`, ms. */
  readonly outageMs: number;
}

const MINUTE_MS = 60_000;
/** For so long a line a minute; then one every 5 minutes, or every 5 % of a plan that is shorter. A soak of 8 hours is about 110 lines. */
const OFTEN_MS = 10 * MINUTE_MS;
const SELDOM_MS = 5 * MINUTE_MS;
const SELDOM_SHARE = 0.05;

/** What the log remembers between two events. */
interface LogState {
  readonly ports: LogPorts;
  readonly runs: Map<string, LoggedRun>;
  /** The ids of the runs whose address was written. */
  readonly addressed: Set<string>;
  /** More than one run: every line names its own. */
  several: boolean;
  /** The addresses of the runs lead nowhere. */
  simulated: boolean;
  /** When the last line was written. */
  lastLineAtMs: number;
}

/** The log reporter. */
export function logReporter(ports: LogPorts): Reporter {
  const state: LogState = {
    ports,
    runs: new Map(),
    addressed: new Set(),
    several: false,
    simulated: false,
    lastLineAtMs: ports.stepStartMs,
  };
  return {
    name: 'log',
    opened: ({ apiName, testIds, runIds, simulated }) => {
      state.simulated = simulated;
      state.several = testIds.length + runIds.length > 1;
      const what = testIds.length > 0 ? named('test', testIds) : named('run', runIds);
      ports.log(`k6 Cloud gate · ${what} · ${apiName}${simulated ? ' · simulated' : ''}`);
    },
    runStarted: (run) => {
      writeAddress(state, run);
    },
    polled: (run) => {
      writePoll(state, run);
    },
    pollFailed: (run, failure) => {
      writePollError(state, run, failure);
    },
    noticed: (sentence) => {
      ports.log(sentence);
    },
    closed: (step) => {
      const { runs } = step;
      runs.forEach((outcome) => {
        const run = runOf(outcome);
        if (run !== undefined)
          ports.group(groupTitle(outcome, run), [...runFacts(outcome, run), ...metricLines(outcome)]);
      });
      if (isTolerated(step)) ports.log(NOT_FAILING);
      runs.flatMap(comparisonLines).forEach(ports.log);
      runs.forEach((outcome) => {
        ports.log(verdictLine(outcome));
      });
    },
  };
}

/** Where the API knows a better address later, it gets a line of its own. */
function writeAddress({ ports, addressed, several, simulated }: LogState, { id, url }: TestRun): void {
  const isFirst = !addressed.has(id);
  addressed.add(id);
  if (isFirst) ports.log(simulated ? `run ${id}` : `run ${id} · ${url}`);
  else if (!simulated) ports.log(several ? `run ${id} · page: ${url}` : `page: ${url}`);
}

function writePoll(state: LogState, run: TestRun): void {
  const { runs, several } = state;
  const before = runs.get(run.id);
  const status = statusOf(run);
  const nowMs = state.ports.now();
  if (before?.failingSinceMs !== undefined) {
    writeLine(state, run, `k6 Cloud API is back (unavailable for ${formatDuration(nowMs - before.failingSinceMs)})`);
  }
  if (before?.status !== status) {
    writeLine(state, run, `${inColumn(status)}${remark(run, before, nowMs)}`);
    runs.set(run.id, { run, status, sinceMs: nowMs, failingSinceMs: undefined });
    return;
  }
  if (run.state === 'pending' && waitsFor(before.run) === '' && waitsFor(run) !== '') {
    writeLine(state, run, `${inColumn(status)}${waitsFor(run)}`);
  } else if (nowMs - state.lastLineAtMs >= progressIntervalMs(run, nowMs - before.sinceMs)) {
    if (several) writeAt(state, runCounts(runs));
    else writeAt(state, progress(run, nowMs - before.sinceMs));
  }
  runs.set(run.id, { ...before, run, failingSinceMs: undefined });
}

function progressIntervalMs({ plannedMs }: TestRun, inPhaseMs: number): number {
  if (inPhaseMs <= OFTEN_MS) return MINUTE_MS;
  return plannedMs === undefined ? SELDOM_MS : Math.max(MINUTE_MS, Math.min(SELDOM_MS, plannedMs * SELDOM_SHARE));
}

/** An outage is one line, however many polls fail in it. */
function writePollError(state: LogState, run: TestRun, failure: string): void {
  const nowMs = state.ports.now();
  const before = state.runs.get(run.id) ?? { run, status: '', sinceMs: nowMs, failingSinceMs: undefined };
  if (before.failingSinceMs === undefined) {
    const untilMs = nowMs + state.ports.outageMs - state.ports.stepStartMs;
    writeLine(state, run, `k6 Cloud API error, retrying until ${formatClock(untilMs)}: ${failure}`);
  }
  state.runs.set(run.id, { ...before, failingSinceMs: before.failingSinceMs ?? nowMs });
}

function writeLine(state: LogState, run: TestRun, text: string): void {
  writeAt(state, state.several ? `${run.id}  ${text}` : text);
}

function writeAt(state: LogState, text: string): void {
  state.lastLineAtMs = state.ports.now();
  const time = formatClock(state.lastLineAtMs - state.ports.stepStartMs).padStart(6);
  state.ports.log(`${time}  ${text}`.trimEnd());
}

/** `run 7650001 (Checkout API)`: the first line is written before the service is asked for the name. */
function groupTitle({ metrics }: RunOutcome, { id }: TestRun): string {
  const name = metrics?.testName;
  return name === undefined ? `run ${id}` : `run ${id} (${clipped(name)})`;
}

/** The last line of a run: `✗ failed · p95 latency is 432 ms, over the limit of 400 ms (run 7650001: …)`. */
function verdictLine(outcome: RunOutcome): string {
  const { word } = outcome.verdict;
  const sign = isDoubtfulPass(outcome) ? '⚠' : VERDICT_WORDS[word].tone === 'bad' ? '✗' : '✓';
  return `${sign} ${word} · ${outcome.reason}`;
}

function named(thing: string, ids: readonly string[]): string {
  const shown = ids.slice(0, 5).join(', ');
  return `${thing}${ids.length > 1 ? 's' : ''} ${shown}${ids.length > 5 ? ` and ${ids.length - 5} more` : ''}`;
}

/** One line for all runs: `3 running, 1 queued`. */
function runCounts(seen: ReadonlyMap<string, LoggedRun>): string {
  const counts = new Map<string, number>();
  for (const { status } of seen.values()) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
}
