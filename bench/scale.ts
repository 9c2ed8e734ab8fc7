/** Part 4: one, ten and fifty runs in a step: how long it takes, how much it asks, how much it computes. */
import type { Emulator } from '../src/emulator/emulator.ts';
import { createEmulator } from '../src/emulator/emulator.ts';
import { passed } from '../src/emulator/machine/scenarios.ts';
import { serve } from '../src/emulator/serve.ts';
import type { Bundles } from './bundles.ts';
import type { Usage } from './child.ts';
import { measure } from './child.ts';
import { fastClock } from './fast-clock.ts';
import { mean, median, table } from './table.ts';

const SPEED = 20;
const ROUNDS = 3;
/** On the fast clock; a few ms of the computer's. */
const LOGGED_BEFORE_MS = 200;
const COUNTS = [1, 10, 50];
const STACK = '871234';

/** Medians for a number of runs. */
export interface Scale {
  readonly runs: number;
  readonly api: 'v2' | 'v6';
  /** From the end of the last run, its metrics included, to the last request. */
  readonly tailS: number;
  /** From the instant at which a poll could show the verdict of a run to the one that did, mean over the runs. */
  readonly latenessS: number;
  /** Of the step, on the fast clock. */
  readonly wallS: number;
  readonly requests: number;
  readonly connections: number;
  readonly cpuMs: number;
}

/** What following some runs came to. */
export interface Followed extends Scale {
  readonly usage: Usage | undefined;
}

/** Runs a step for each count and prints the medians. */
export async function benchScale({ action }: Bundles, say: (text: string) => void): Promise<readonly Scale[]> {
  const all: Scale[] = [];
  const settings = COUNTS.flatMap((runs) => (['v2', 'v6'] as const).map((api) => ({ runs, api })));
  for (const { runs, api } of settings) {
    const rounds: Followed[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await follow(action, runs, api));
    const middle = (figure: (one: Followed) => number): number => median(rounds.map(figure));
    all.push({
      runs,
      api,
      tailS: middle(({ tailS }) => tailS),
      latenessS: middle(({ latenessS }) => latenessS),
      wallS: middle(({ wallS }) => wallS),
      requests: middle(({ requests }) => requests),
      connections: middle(({ connections }) => connections),
      cpuMs: middle(({ cpuMs }) => cpuMs),
    });
  }
  const rows = all.map(({ runs, api, wallS, tailS, latenessS, requests, connections, cpuMs }) => ({
    name: `${runs} ${runs === 1 ? 'run' : 'runs'}, ${api}`,
    figures: {
      'wall, s': wallS,
      'end to verdict, s': latenessS,
      'last verdict to last request, s': tailS,
      requests,
      'requests a run': requests / runs,
      connections,
      'CPU, ms': cpuMs,
    },
  }));
  say(table(`Scale, runs of 5 min, clock at ${SPEED} times, medians of ${ROUNDS}`, rows));
  return all;
}

/** Follows this many runs of five minutes to their end, with the bundle on a fast clock. */
export async function follow(file: string, runs: number, api: 'v2' | 'v6' = 'v2'): Promise<Followed> {
  const clock = fastClock(SPEED);
  const ids = Array.from({ length: runs }, (_, place) => 1201 + place);
  const script = passed({ plannedS: 300 });
  const tests = ids.map((id) => ({ id, scenarios: [script] }));
  const emulator = createEmulator({ now: clock.now, advance: { by: 'clock' }, tests });
  const served = await serve(emulator);
  const inputs = {
    token: emulator.cloud.account.token,
    'api-url': served.url,
    'test-id': ids.join(','),
    'request-timeout': '10m',
    ...(api === 'v6' ? { stack: STACK } : {}),
  };
  const { wallMs, usage } = await measure({ file, inputs, speed: SPEED, probed: true });
  const requests = emulator.cloud.log.requests();
  const ends = emulator.cloud.runs().map(({ id, history }) => ({ id, endMs: history.at(-1)?.atMs ?? NaN }));
  const settledMs = ends.map(({ endMs }) => endMs);
  const latenessS = mean(
    ends.map(({ id, endMs }) => {
      // A request is logged a moment before it is answered.
      const seen = requests.find((request) => request.atMs >= endMs - LOGGED_BEFORE_MS && isPollOf(request, id));
      return Math.max(0, (seen?.atMs ?? NaN) - endMs) / 1000;
    }),
  );
  const tailS = ((requests.at(-1)?.atMs ?? NaN) - Math.max(...settledMs)) / 1000;
  await served.close();
  const connections = new Set(requests.map(({ connection }) => connection)).size;
  const wallS = (wallMs / 1000) * SPEED;
  return {
    runs,
    api,
    tailS,
    latenessS,
    wallS,
    requests: requests.length,
    connections,
    cpuMs: usage?.cpuMs ?? NaN,
    usage,
  };
}

type Requested = ReturnType<Emulator['cloud']['log']['requests']>[number];

/** A read of the run alone, by `ids[]` on v2, or in the list of v6. */
function isPollOf({ method, path, query }: Requested, id: number): boolean {
  if (method !== 'GET') return false;
  if (/^\/(?:loadtests\/v2\/runs|cloud\/v6\/test_runs)\/\d+$/u.test(path)) return path.endsWith(`/${id}`);
  return query.some(([name, value]) => name === 'created_after' || (name === 'ids[]' && value === String(id)));
}
