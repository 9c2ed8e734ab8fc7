/** One measured process: how long it took, what it used, how it ended. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';

/** What to run. */
export interface Measured {
  readonly file: string;
  /** How it must end; anything else is an error of the bench. */
  readonly exitCode?: number;
  /** Inputs of a step; the defaults of action.yml are filled in. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** How much faster than real its clock runs. */
  readonly speed?: number;
  /** Also measure CPU and memory, which costs a little time at the start. */
  readonly probed?: boolean;
}

/** What it came to. Times are ms, memory is bytes. */
export interface Measurement {
  readonly wallMs: number;
  /** When it was started, on this process's `performance.now()`. */
  readonly startedMs: number;
  readonly usage: Usage | undefined;
  readonly stdout: string;
}

/** What a probe saw. */
export interface Usage {
  readonly cpuMs: number;
  readonly peakBytes: number;
  /** Every 50 ms. */
  readonly samples: readonly { readonly rss: number; readonly heapUsed: number }[];
}

const PROBE = pathToFileURL(join(import.meta.dirname, 'probe.mjs')).href;
const ACTION = parse(readFileSync(join(import.meta.dirname, '../action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
};

/** Runs a file to its end, as the runner would run an action. */
export function measure({
  file,
  exitCode = 0,
  inputs = {},
  env = {},
  speed = 1,
  probed = false,
}: Measured): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'k6-gate-child-'));
  const probe = join(folder, 'probe.json');
  const startedMs = performance.now();
  const child = spawn(process.execPath, [...(probed || speed !== 1 ? ['--import', PROBE] : []), file], {
    cwd: folder,
    env: {
      ...runnerEnv(folder),
      BENCH_SPEED: String(speed),
      ...(probed ? { BENCH_PROBE: probe } : {}),
      ...inputEnv(inputs),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      if (code !== exitCode) {
        fail(new Error(`${file} ended with ${code}: ${stdout.slice(-1000)}${stderr.slice(-1000)}`));
        return;
      }
      const wallMs = performance.now() - startedMs;
      const usage = probed ? (JSON.parse(readFileSync(probe, 'utf8')) as Usage) : undefined;
      rmSync(folder, { recursive: true });
      settle({ wallMs, startedMs, usage, stdout });
    });
  });
}

/** The files that the runner gives a step, empty. */
function runnerEnv(folder: string): Record<string, string | undefined> {
  const files = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(folder, name)]);
  files.forEach(([, path = '']) => {
    writeFileSync(path, '');
  });
  return { PATH: process.env['PATH'], ...(Object.fromEntries(files) as Record<string, string>) };
}

function inputEnv(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ACTION.inputs).map(([name, { default: value = '' }]) => [
      `INPUT_${name.toUpperCase()}`,
      inputs[name] ?? (value.includes('${{') ? '' : value),
    ]),
  );
}
