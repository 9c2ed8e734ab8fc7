/** Runs the bundle as the runner does: a child process with `INPUT_*`, `GITHUB_*` files and nothing else around it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DEFAULT_INPUTS, ROOT } from './default-inputs.ts';

/**
 * The folder of the bundle under test: the one that the jest set-up builds from the sources of the working tree.
 * `BUNDLE` names another.
 */
const BUNDLE = process.env['BUNDLE'] ?? join(ROOT, 'dist');

/** The entry that the runner starts for main or for post. */
export function bundleOf(entry: 'main' | 'post'): string {
  return join(BUNDLE, entry, 'index.js');
}

/** Makes the clock of a process run faster. */
const PROBE = pathToFileURL(join(ROOT, 'bench/probe.mjs')).href;

/** Variables that make the clock of a process run `speed` times as fast. */
export function fastClock(speed = SPEED): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=${PROBE}`, BENCH_SPEED: String(speed) };
}

/** One step of a job. */
export interface Step {
  /** What stands under `with:`; the defaults of action.yml are filled in. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** `main` unless `state` is given: what main saved is handed to post. */
  readonly entry?: 'main' | 'post';
  /** What main saved; its post step gets it as `STATE_*`. */
  readonly state?: ReadonlyMap<string, string>;
  /** Options for node itself. */
  readonly nodeOptions?: readonly string[];
  /** Nobody reads the log: its pipes are closed from the start. */
  readonly log?: 'closed';
  /** How many seconds pass for the step in each real one. */
  readonly speed?: number;
}

/** Pauses are most of what a scenario costs. A time limit of 3 s still leaves 750 ms for a request. */
const SPEED = 4;

/** What a finished process left behind. */
export interface Ran {
  /** The exit code; `null` where a signal ended the process. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: ReadonlyMap<string, string>;
  readonly state: ReadonlyMap<string, string>;
  readonly summary: string;
}

/** A process under way. */
export interface Running {
  readonly done: Promise<Ran>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Waits until a line of the log has the text; fails where the process ends before. */
  readonly said: (text: string) => Promise<void>;
}

/** Starts a step and returns at once. Its clock is the real one, since a test acts in the middle of it. */
export function startAction(step: Step): Running {
  const folder = mkdtempSync(join(tmpdir(), 'k6-gate-'));
  const files = { output: join(folder, 'output'), state: join(folder, 'state'), summary: join(folder, 'summary.md') };
  Object.values(files).forEach((file) => {
    writeFileSync(file, '');
  });
  const entry = step.entry ?? (step.state === undefined ? 'main' : 'post');
  const child = spawn(process.execPath, [...(step.nodeOptions ?? []), bundleOf(entry)], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      ...(step.speed === undefined ? {} : fastClock(step.speed)),
      GITHUB_OUTPUT: files.output,
      GITHUB_STATE: files.state,
      GITHUB_STEP_SUMMARY: files.summary,
      ...inputEnv(step.inputs ?? {}),
      ...Object.fromEntries([...(step.state ?? [])].map(([name, value]) => [`STATE_${name}`, value])),
      ...step.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  if (step.log === 'closed') [child.stdout, child.stderr].forEach((pipe) => pipe.destroy());
  const done = new Promise<Ran>((settle, fail) => {
    child.on('error', fail);
    child.on('close', (exitCode) => {
      const read = (file: string): string => readFileSync(file, 'utf8');
      const ran = {
        exitCode,
        stdout,
        stderr,
        outputs: fileCommands(read(files.output)),
        state: fileCommands(read(files.state)),
        summary: read(files.summary),
      };
      rmSync(folder, { recursive: true });
      settle(ran);
    });
  });
  const said = (text: string): Promise<void> =>
    new Promise((heard, missed) => {
      const listen = (): void => {
        if (stdout.includes(text)) heard();
      };
      child.stdout.on('data', listen);
      child.on('close', () => {
        missed(new Error(`the step ended without saying ${text}`));
      });
      listen();
    });
  return { done, kill: (signal) => child.kill(signal), said };
}

/** Runs a step to its end, on a clock that runs fast. */
export function runAction(step: Step): Promise<Ran> {
  return startAction({ speed: SPEED, ...step }).done;
}

/** What main saved, as though its starts had been sent long ago: post then reads the list of runs without waiting on. */
export function longAgo(state: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...state].map(([name, value]) => [name, value.replace(/"sentAtMs":[\d.]+/u, '"sentAtMs":0')]));
}

/** Inputs as the runner hands them over: `INPUT_TEST-ID`, defaults filled in. */
function inputEnv(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const unknown = Object.keys(inputs).filter((name) => !(name in DEFAULT_INPUTS));
  if (unknown.length > 0) throw new Error(`action.yml declares no input ${unknown.join(', ')}`);
  const all = Object.entries({ ...DEFAULT_INPUTS, ...inputs });
  return Object.fromEntries(all.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}

/** The heredoc format of GITHUB_OUTPUT and GITHUB_STATE; a later value replaces an earlier one. */
function fileCommands(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [, name = '', , value = ''] of text.matchAll(/^(.+?)<<(.+)\r?\n([\s\S]*?)\r?\n?\2\r?\n/gmu)) {
    if (name === 'verdict') values.delete(name); // `error` is written first of all; the verdict stands where it comes
    values.set(name, value);
  }
  return values;
}

/** The workflow commands of one kind that the runner would act on. */
export function commands(stdout: string, command: string): readonly string[] {
  return stdout
    .split(/\r?\n/u)
    .filter((line) => new RegExp(`^\\s*::${command}[ :]`, 'u').test(line))
    .map((line) => line.replace(/^\s*::[^:]*::/u, ''));
}

/**
 * One text of what a user and a server see: exit code, log, outputs, requests, and the first line of the summary, or
 * the whole of it. What differs from run to run is levelled: times of the log, ports, instants and measured durations.
 * What nobody reads is counted: points of charts, reads of metrics, folded lines of the log, empty outputs, and
 * the output `runs`, which repeats the others.
 */
export function transcript(
  ran: Ran,
  requests: readonly string[] = [],
  summary: 'headline' | 'whole' = 'headline',
): string {
  const outputs = outputLines(ran.outputs).filter((line) => !isLastOfLog(line, ran.stdout));
  const shown = summary === 'whole' ? chartsCounted(ran.summary.trimEnd()) : (ran.summary.split('\n')[0] ?? '');
  return levelled(
    [
      `exit code ${ran.exitCode}`,
      withoutMasks(summary === 'whole' ? ran.stdout.trimEnd() : groupsCounted(ran.stdout.trimEnd())),
      ...(ran.stderr === '' ? [] : ['--- stderr', ran.stderr.trimEnd()]),
      '--- outputs',
      ...outputs,
      `--- summary${summary === 'whole' ? '' : ', its first line'}`,
      shown,
      ...(requests.length === 0 ? [] : ['--- requests', ...repeatsFolded(metricsCounted(requests))]),
    ].join('\n'),
  );
}

/** Outputs that belong together share a line; instants and durations, and what is as in every other story, are left out. */
const TOGETHER: readonly (readonly string[])[] = [
  ['run-id', 'run-url'],
  ['run-status', 'processing-status', 'result-status'],
  ['p95', 'error-rate', 'rps', 'checks-rate'],
];
const OF_THE_CLOCK = ['started-at', 'ended-at', 'duration'];

/** The reason is the last line of the log as well; where it is not, a reader sees both. */
function isLastOfLog(line: string, log: string): boolean {
  return line.startsWith('reason=') && log.trimEnd().endsWith(` · ${line.slice('reason='.length)}`);
}

function outputLines(outputs: ReadonlyMap<string, string>): readonly string[] {
  return [...outputs].flatMap(([name, value]) => {
    const group = TOGETHER.find((names) => names.includes(name)) ?? [name];
    if (name !== group[0] || OF_THE_CLOCK.includes(name)) return [];
    const values = group.map((one) => (one === 'runs' ? runsCounted(value) : (outputs.get(one) ?? '')));
    if ((name === 'simulated' && value === 'false') || values.join() === '[1 runs]') return [];
    return values.every((one) => one === '') ? [] : [`${group.join(', ')}=${values.join(', ')}`];
  });
}

/** The facts of a run are folded in the log. */
function groupsCounted(log: string): string {
  return log.replace(/^::group::(.*)\n([\s\S]*?)\n::endgroup::$/gmu, (_, title: string, lines: string) => {
    return `[${title}: ${lines.split('\n').length} folded lines]`;
  });
}

function runsCounted(json: string): string {
  const runs: unknown = JSON.parse(json);
  return Array.isArray(runs) ? `[${runs.length} runs]` : json;
}

/** A chart is its kind, its title and how many values it draws; a test of the charts parses them. */
function chartsCounted(markdown: string): string {
  return markdown.replace(/^```mermaid\n([\s\S]*?)^```$/gmu, (_, chart: string) => {
    const title = /^ *title "(.*)"$/mu.exec(chart)?.[1] ?? 'without a title';
    const series = [...chart.matchAll(/^ {2}(line|bar) \[([^\]]*)\]$/gmu)];
    const counts = series.map(([, kind = '', points = '']) => `${kind} of ${points.split(',').length}`);
    return `[chart: ${title}: ${counts.join(', ')}]`;
  });
}

/** The masks of the token say nothing to a reader: which forms of it are hidden is a test of its own. */
function withoutMasks(log: string): string {
  return log.replace(/^(?:::add-mask::.*\r?\n)+/gmu, '');
}

/** How often a run is polled within a time limit is the clock's doing, and no part of a story. */
function repeatsFolded(requests: readonly string[]): readonly string[] {
  return requests.flatMap((line, index) => {
    if (line === requests[index - 1]) return [];
    return [line === requests[index + 1] ? `${line} (repeated)` : line];
  });
}

/**
 * Metrics are asked for side by side once a run has ended, so these requests come in no order. What is asked while the
 * run goes on (the name of its test, and the list of its earlier runs) comes at any moment between the polls.
 */
function metricsCounted(requests: readonly string[]): readonly string[] {
  const isEarly = (line: string): boolean =>
    /^GET \/loadtests\/v2\/tests\/|order_by=-started&\$select=…|^GET \/cloud\/v6\/load_tests\/\d+ |top=50 /u.test(line);
  const isMetrics = (line: string): boolean => /\/cloud\/v5\/|\/loadtests\/v4\/|\/thresholds\?|\/checks\?/u.test(line);
  const others = requests.filter((line) => !isEarly(line));
  const count = others.filter(isMetrics).length;
  return [...others.filter((line) => !isMetrics(line)), ...(count === 0 ? [] : [`[${count} reads of metrics]`])];
}

function levelled(text: string): string {
  return text
    .replace(/127\.0\.0\.1:\d+/gu, '127.0.0.1:PORT')
    .replace(/^ +\d+:\d\d {2}/gmu, '  m:ss  ')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/gu, 'INSTANT')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/gu, 'MOMENT')
    .replace(/\bends about \d\d:\d\d UTC/gu, 'ends about TIME')
    .replace(/\bstarted \d+ \w+ \d\d:\d\d UTC/gu, 'started DATE')
    .replace(/\b(?:\d+h )?(?:\d+m )?\d+m?s\b/gu, 'SPAN');
}
