/** One seed through the bundle: main as a child process, its cancel, then post. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Ran, Running } from '../../__tests__/support/run-action.ts';
import { commands, startAction } from '../../__tests__/support/run-action.ts';
import { systemClock } from '../../src/clock.ts';
import type { Finding, Observed } from './judge.ts';
import { judge } from './judge.ts';
import type { ChaosCancel } from './plan.ts';
import { drawPlan } from './plan.ts';
import { chaosInputs, latestStartMs, serveChaos } from './server.ts';

/** What one seed came to. */
export interface Played {
  readonly seed: number;
  readonly verdict: string;
  readonly signal: string;
  readonly requests: number;
  readonly runs: number;
  readonly wallMs: number;
  readonly findings: readonly Finding[];
  /** The logs of main and post, to look into a finding. */
  readonly log: string;
}

/** How much faster than real the clocks of the processes run. */
const DEFAULT_SPEED = 20;
/** A busy machine takes this long to start and end processes, whatever the speed of their clocks. */
const SLACK_MS = 4000;
const EXIT_BOUND_MS = 10_000;
/** No plan takes longer on the step's clock: its time limit, its starts, its stops and its reports. */
const HANG_MS = 900_000;

const PROBE = pathToFileURL(join(import.meta.dirname, '../probe.mjs')).href;

/** Plays a seed and judges it. */
export async function play(seed: number, speed = DEFAULT_SPEED): Promise<Played> {
  const plan = drawPlan(seed);
  const startedMs = systemClock.now();
  const server = await serveChaos(plan, speed);
  const { cloud } = server.emulator;
  const quick = {
    inputs: chaosInputs(plan, server.url),
    nodeOptions: ['--import', PROBE],
    env: { BENCH_SPEED: String(speed) },
  };
  const main = await ended(startAction(quick), speed, plan.cancel, () => cloud.log.requests().length);
  const post = await ended(startAction({ ...quick, state: main.ran.state }), speed);
  const firstStart = cloud.log.requests().find(({ path }) => /\/start(?:-testrun)?$/u.test(path));
  const settledMs = (firstStart?.atMs ?? 0) + 2 * latestStartMs(plan, speed) + 100;
  await pause(settledMs - cloud.now()); // a late start may make its run after post
  const exitBoundMs = Math.min(EXIT_BOUND_MS, EXIT_BOUND_MS / speed + SLACK_MS);
  const observed = observe(main, post, exitBoundMs);
  const findings = judge(plan, cloud, observed);
  const runs = cloud.runs();
  await server.close();
  return {
    seed,
    verdict: observed.verdict ?? 'none',
    signal: main.exitMs === undefined ? 'none' : (plan.cancel?.signal ?? 'none'),
    requests: cloud.log.requests().length,
    runs: runs.length,
    wallMs: systemClock.now() - startedMs,
    findings,
    log: [observed.text, '--- requests', ...cloud.log.lines()].join('\n'),
  };
}

interface Ended {
  readonly ran: Ran;
  /** Real time from the signal to the exit; `undefined`: no signal was sent. */
  readonly exitMs: number | undefined;
  readonly hung: boolean;
}

async function ended(
  running: Running,
  speed: number,
  cancel?: ChaosCancel,
  requests: () => number = () => 0,
): Promise<Ended> {
  let signalledMs: number | undefined;
  let hung = false;
  const disarm = systemClock.setTimer(HANG_MS / speed, () => {
    hung = true;
    running.kill('SIGKILL');
  });
  let over = false;
  const watch = (): void => {
    if (over || cancel === undefined) return;
    if (requests() < cancel.afterRequests) {
      systemClock.setTimer(5, watch);
      return;
    }
    signalledMs = systemClock.now();
    running.kill(cancel.signal);
  };
  watch();
  const ran = await running.done;
  over = true;
  disarm();
  return { ran, hung, exitMs: signalledMs === undefined ? undefined : systemClock.now() - signalledMs };
}

function observe(main: Ended, post: Ended, exitBoundMs: number): Observed {
  const both = [main.ran, post.ran];
  const texts = both.map(({ stdout, stderr, outputs, summary }) =>
    [stdout, stderr, ...outputs.values(), summary].join('\n'),
  );
  return {
    exitCode: main.ran.exitCode,
    postExitCode: post.ran.exitCode,
    text: texts.join('\n--- post\n'),
    annotations: both.flatMap(({ stdout }) => [...commands(stdout, 'warning'), ...commands(stdout, 'error')]),
    everything: [...texts, ...both.flatMap(({ state }) => [...state.values()])]
      .join('\n')
      .replace(/^::add-mask::.*$/gmu, ''),
    runIds: (main.ran.outputs.get('run-id') ?? '').split(',').map(Number),
    verdict: main.ran.outputs.get('verdict'),
    exitMs: main.exitMs,
    exitBoundMs,
    hung: main.hung || post.hung,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => systemClock.setTimer(ms, done));
}
