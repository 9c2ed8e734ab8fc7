/** Part 5: from the verdict to the end of the process, in round trips: how long a person waits once the run is judged. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GithubApi } from '../__tests__/support/github-api.ts';
import { githubApi } from '../__tests__/support/github-api.ts';
import { systemClock } from '../src/clock.ts';
import { createEmulator } from '../src/emulator/emulator.ts';
import type { Emulator } from '../src/emulator/emulator.ts';
import { passed } from '../src/emulator/machine/scenarios.ts';
import { serve } from '../src/emulator/serve.ts';
import type { Bundles } from './bundles.ts';
import { measure } from './child.ts';
import { median, table } from './table.ts';

/** Every answer of k6 Cloud and of GitHub comes so much later, ms. */
const LATENCIES_MS = [150, 500];
const ROUNDS = 3;
/** What is asked while the run goes on has this many round trips to come. */
const RUN_ROUND_TRIPS = 9;
const TEST = 1201;
const STACK = '871234';

/** What a step is asked to do besides its verdict. */
const SETTINGS = {
  'no baseline, no comment': {},
  'baseline, comment': {
    baseline: 'recent',
    'max-regression': 'p95=20%',
    comment: 'always',
    'github-token': 'made-up',
  },
} as const;
/** The aims, in round trips. */
const AIMS: Readonly<Record<keyof typeof SETTINGS, number>> = {
  'no baseline, no comment': 1.5,
  'baseline, comment': 2.6,
};

/** Medians of one setting. */
export interface AfterVerdict {
  readonly setting: string;
  readonly api: string;
  readonly latencyMs: number;
  /** From the answer that showed the verdict to the end of the process. */
  readonly ms: number;
  readonly roundTrips: number;
  readonly aim: number;
  /** Requests to k6 Cloud and to GitHub in that time, and how many of them opened a connection to k6 Cloud. */
  readonly requests: number;
  readonly newConnections: number;
}

/** Measures every setting with both APIs and prints the medians. */
export async function benchAfterVerdict(
  { action }: Bundles,
  say: (text: string) => void,
): Promise<readonly AfterVerdict[]> {
  const all: AfterVerdict[] = [];
  for (const setting of Object.keys(SETTINGS) as (keyof typeof SETTINGS)[]) {
    for (const api of ['v2', 'v6'] as const) {
      for (const latencyMs of LATENCIES_MS) {
        const rounds: Tail[] = [];
        for (let round = 0; round < ROUNDS; round++) rounds.push(await tailOf(action, setting, api, latencyMs));
        const middle = (figure: (one: Tail) => number): number => median(rounds.map(figure));
        const ms = middle((one) => one.ms);
        const counts = { requests: middle((one) => one.requests), newConnections: middle((one) => one.newConnections) };
        all.push({ setting, api, latencyMs, ms, roundTrips: ms / latencyMs, aim: AIMS[setting], ...counts });
      }
    }
  }
  const rows = all.map(({ setting, api, latencyMs, ms, roundTrips, aim, requests, newConnections }) => ({
    name: `${setting}, ${api}, ${latencyMs} ms`,
    figures: { ms, 'round trips': roundTrips, aim, requests, 'new connections': newConnections },
  }));
  say(table(`From the verdict to the end of the process, every answer delayed, medians of ${ROUNDS}`, rows));
  return all;
}

type Tail = Pick<AfterVerdict, 'ms' | 'requests' | 'newConnections'>;

async function tailOf(
  file: string,
  setting: keyof typeof SETTINGS,
  api: 'v2' | 'v6',
  latencyMs: number,
): Promise<Tail> {
  const emulator = delayedCloud(latencyMs);
  const served = await serve(emulator);
  const github = await githubApi({ latencyMs, comments: [] });
  const folder = mkdtempSync(join(tmpdir(), 'k6-gate-event-'));
  const event = join(folder, 'event.json');
  writeFileSync(event, JSON.stringify({ pull_request: { number: 7, head: { sha: 'f'.repeat(40) } } }));
  const inputs = {
    ...SETTINGS[setting],
    token: emulator.cloud.account.token,
    'api-url': served.url,
    'test-id': String(TEST),
    ...(api === 'v6' ? { stack: STACK } : {}),
  };
  const { startedMs, wallMs } = await measure({
    file,
    inputs,
    env: { ...WORKFLOW, GITHUB_EVENT_PATH: event, GITHUB_API_URL: github.url },
  });
  await Promise.all([served.close(), github.close()]);
  rmSync(folder, { recursive: true });
  return tail(emulator, github, { endMs: performance.timeOrigin + startedMs + wallMs, latencyMs });
}

/** The surroundings of a step in a workflow run for a pull request. */
const WORKFLOW = {
  GITHUB_REPOSITORY: 'octo/shop',
  GITHUB_SHA: 'f'.repeat(40),
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_WORKFLOW: 'CI',
  GITHUB_JOB: 'load',
  GITHUB_RUN_NUMBER: '9',
  GITHUB_RUN_ATTEMPT: '1',
};

/** A cloud with earlier runs, in which a run goes on long enough for everything that is asked meanwhile. */
function delayedCloud(latencyMs: number): Emulator {
  const runningMs = RUN_ROUND_TRIPS * latencyMs;
  const before = { createdMs: latencyMs, queuedMs: latencyMs, initializingMs: latencyMs };
  const numbers = { endpoints: [{ method: 'GET', name: '/cart', p95Ms: 240, share: 1 }] };
  const scenario = passed({
    ...before,
    numbers,
    runningMs,
    processingMs: 4 * latencyMs,
    plannedS: Math.ceil(runningMs / 1000),
  });
  const emulator = createEmulator({
    now: systemClock.now,
    advance: { by: 'clock' },
    tests: [{ id: TEST, scenarios: [scenario] }],
    faults: [{ times: Infinity, fault: { kind: 'delay', ms: latencyMs, acts: 'at-once' } }],
  });
  for (let age = 6; age > 0; age--) {
    emulator.cloud.seed(TEST, { scenario, createdMs: emulator.cloud.now() - age * 3_600_000 });
  }
  return emulator;
}

/** What came after the answer that showed the verdict: the last read of the run itself. */
function tail(
  { cloud }: Emulator,
  { times }: GithubApi,
  { endMs, latencyMs }: { readonly endMs: number; readonly latencyMs: number },
): Tail {
  const requests = cloud.log.requests();
  const last = requests.findLast(({ path }) => /^\/(?:loadtests\/v2\/runs|cloud\/v6\/test_runs)\/\d+$/u.test(path));
  if (last === undefined) throw new Error('the run was never read');
  const verdictMs = last.atMs + latencyMs;
  const after = requests.filter(({ atMs }) => atMs >= verdictMs);
  const known = new Set(requests.filter(({ atMs }) => atMs < verdictMs).map(({ connection }) => connection));
  const fresh = new Set(after.map(({ connection }) => connection).filter((one) => !known.has(one)));
  const ofGithub = times.filter((atMs) => atMs >= verdictMs).length;
  return { ms: endMs - verdictMs, requests: after.length + ofGithub, newConnections: fresh.size };
}
