/** Part 2: how long until the bundle sends its first request, or says that there is no token; and a whole simulation. */
import { createEmulator } from '../src/emulator/emulator.ts';
import { passed } from '../src/emulator/machine/scenarios.ts';
import { serve } from '../src/emulator/serve.ts';
import type { Bundles } from './bundles.ts';
import { measure } from './child.ts';
import type { Measured } from './child.ts';
import { mean, median, table } from './table.ts';

/** All processes are run in turn, so that a busy moment of the machine hits all alike. */
const ROUNDS = 30;
const SIMULATION_ROUNDS = 5;

/** Medians, ms; `ratio…` against the minimal action of three packages. */
export interface StartUp {
  readonly exitMs: Readonly<Record<'bare' | 'minimalOfTwo' | 'minimal' | 'noToken', number>>;
  readonly firstRequestMs: Readonly<Record<'minimalOfTwo' | 'minimal' | 'action', number>>;
  readonly ratioToNoToken: number;
  readonly ratioToFirstRequest: number;
  /** A whole `simulate: passed`, on a clock ten times as fast. */
  readonly simulation: { readonly wallMs: number; readonly cpuMs: number };
  readonly cpuOfMinimalMs: number;
}

/** Runs every process and prints the medians. */
export async function benchStartUp(files: Bundles, say: (text: string) => void): Promise<StartUp> {
  const { action, minimal, minimalOfTwo, bare } = files;
  const exits = { bare: { file: bare }, minimalOfTwo: { file: minimalOfTwo }, minimal: { file: minimal } };
  const noToken = { file: action, exitCode: 1, inputs: { 'test-id': '1201' } };
  const exitMs = await exitTimes({ ...exits, noToken });
  const firstRequestMs = await firstRequestTimes({
    minimalOfTwo: (url) => ({ file: minimalOfTwo, env: { API_URL: url } }),
    minimal: (url) => ({ file: minimal, env: { API_URL: url } }),
    action: (url, token) => ({ file: action, inputs: { token, 'test-id': '1201', 'api-url': url, wait: 'false' } }),
  });
  const simulation = await simulated(action);
  const cpuOfMinimalMs = (await measure({ file: minimal, probed: true })).usage?.cpuMs ?? NaN;
  const ratioToNoToken = exitMs.noToken / exitMs.minimal;
  const ratioToFirstRequest = firstRequestMs.action / firstRequestMs.minimal;
  const row = (name: string, exit: number | string, first: number | string): Parameters<typeof table>[1][number] => ({
    name,
    figures: { 'to the end, ms': exit, 'to its first request, ms': first },
  });
  say(
    table(`Start-up, medians of ${ROUNDS}`, [
      row('bare node', exitMs.bare, ''),
      row('minimal action, core and http-client', exitMs.minimalOfTwo, firstRequestMs.minimalOfTwo),
      row('minimal action, core, github and http-client', exitMs.minimal, firstRequestMs.minimal),
      row('this action (end: "no token")', exitMs.noToken, firstRequestMs.action),
      row('ratio to the minimal action of three', ratioToNoToken, ratioToFirstRequest),
    ]),
  );
  say(
    `  a whole simulate: passed, clock at 10 times: ${simulation.wallMs.toFixed(0)} ms, CPU ${simulation.cpuMs.toFixed(0)} ms (minimal action: ${cpuOfMinimalMs.toFixed(0)} ms)\n`,
  );
  return { exitMs, firstRequestMs, ratioToNoToken, ratioToFirstRequest, simulation, cpuOfMinimalMs };
}

async function exitTimes<Name extends string>(processes: Record<Name, Measured>): Promise<Record<Name, number>> {
  return inTurn(Object.keys(processes) as Name[], async (name) => (await measure(processes[name])).wallMs);
}

async function firstRequestTimes<Name extends string>(
  processes: Record<Name, (url: string, token: string) => Measured>,
): Promise<Record<Name, number>> {
  const emulator = createEmulator({ now: () => performance.now(), tests: [{ id: 1201, scenarios: [passed()] }] });
  const served = await serve(emulator);
  const times = await inTurn(Object.keys(processes) as Name[], async (name) => {
    emulator.cloud.log.clear();
    const { startedMs } = await measure(processes[name](served.url, emulator.cloud.account.token));
    const first = emulator.cloud.log.requests()[0];
    if (first === undefined) throw new Error(`${name} sent no request`);
    return first.atMs - startedMs;
  });
  await served.close();
  return times;
}

async function inTurn<Name extends string>(
  names: readonly Name[],
  time: (name: Name) => Promise<number>,
): Promise<Record<Name, number>> {
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) times.get(name)?.push(await time(name));
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}

async function simulated(file: string): Promise<StartUp['simulation']> {
  const all = [];
  for (let round = 0; round < SIMULATION_ROUNDS; round++) {
    const { wallMs, usage } = await measure({ file, inputs: { simulate: 'passed' }, speed: 10, probed: true });
    all.push({ wallMs, cpuMs: usage?.cpuMs ?? NaN });
  }
  return { wallMs: mean(all.map(({ wallMs }) => wallMs)), cpuMs: mean(all.map(({ cpuMs }) => cpuMs)) };
}
