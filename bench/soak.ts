/**
 * A soak of the bundle: many runs, each a step of its own with its post, against an emulator that spoils every third
 * answer. Says whether there was a false green, a second start, an orphan or growing memory.
 * `node bench/soak.ts [--minutes 10] [--runs 200] [--seed 1]`
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Ran } from '../__tests__/support/run-action.ts';
import { startAction } from '../__tests__/support/run-action.ts';
import { systemClock } from '../src/clock.ts';
import type { Emulator } from '../src/emulator/emulator.ts';
import { createEmulator } from '../src/emulator/emulator.ts';
import type { Fault } from '../src/emulator/faults/faults.ts';
import type { Scenario } from '../src/emulator/machine/scenario.ts';
import * as scenarios from '../src/emulator/machine/scenarios.ts';
import { serve } from '../src/emulator/serve.ts';

const { values: args } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    runs: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const TOKEN = 'made-up-soak-token';
const SIDE_BY_SIDE = 6;

/** Mulberry32: small, and the same everywhere for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const random = randomFrom(Number(args.seed));
const oneOf = <T>(all: readonly [T, ...T[]]): T => all[Math.floor(random() * all.length)] ?? all[0];

const FAULTS: readonly [Fault, ...Fault[]] = [
  { kind: 'reset', acted: true },
  { kind: 'reset', acted: false },
  { kind: 'silence', acted: true },
  { kind: 'silence', acted: false },
  { kind: 'truncated' },
  { kind: 'stalled' },
  { kind: 'status', status: 500, body: 'v2', acted: true },
  { kind: 'status', status: 502, body: 'html' },
  { kind: 'status', status: 503, body: 'empty' },
  { kind: 'status', status: 429, body: 'empty', retryAfter: 1 },
  { kind: 'text', text: '<html>maintenance</html>', contentType: 'text/html' },
];

interface Story {
  readonly scenario: Scenario;
  readonly verdict: string;
  /** How the step is ended from outside, and after how long. */
  readonly end?: { readonly signal: 'SIGINT' | 'SIGKILL'; readonly afterMs: number };
}

function story(): Story {
  const ways: readonly [Story, ...Story[]] = [
    { scenario: scenarios.passed(), verdict: 'passed' },
    { scenario: scenarios.passed(), verdict: 'passed' },
    { scenario: scenarios.failedByThreshold(), verdict: 'failed' },
    { scenario: scenarios.aborted('system'), verdict: 'error' },
    { scenario: scenarios.aborted('user'), verdict: 'aborted' },
    {
      scenario: scenarios.neverEnding(),
      verdict: 'cancelled',
      end: { signal: 'SIGINT', afterMs: 500 + random() * 6000 },
    },
    {
      scenario: scenarios.neverEnding(),
      verdict: 'killed',
      end: { signal: 'SIGKILL', afterMs: 200 + random() * 6000 },
    },
  ];
  return oneOf(ways);
}

interface Result {
  readonly falseGreen: boolean;
  readonly secondStart: boolean;
  readonly orphan: boolean;
  readonly verdict: string;
  readonly expected: string;
  readonly maxRssKiB: number | undefined;
  readonly requests: number;
}

/** Every third answer goes wrong, each in a way of its own. A rule counts the requests that no rule before it has hit. */
function spoil({ faults }: Emulator): void {
  for (let nth = 1; nth <= 400; nth++) faults.add({ skip: 2 * nth, fault: oneOf(FAULTS) });
}

const BOUNDS = { token: TOKEN, 'poll-interval': '1s', 'request-timeout': '1s', 'outage-timeout': '20s' };

async function one(testId: number, folder: string): Promise<Result> {
  const { scenario, verdict: expected, end } = story();
  const emulator = createEmulator({ account: { token: TOKEN }, tests: [{ id: testId, scenarios: [scenario] }] });
  spoil(emulator);
  const served = await serve(emulator);
  const rss = join(folder, `${testId}.rss`);
  const nodeOptions = ['--import', join(folder, 'rss.mjs')];
  const inputs = { ...BOUNDS, 'test-id': String(testId), 'api-url': served.url };
  const running = startAction({ inputs, nodeOptions, env: { RSS_FILE: rss } });
  const disarm =
    end === undefined
      ? () => undefined
      : systemClock.setTimer(end.afterMs, () => {
          running.kill(end.signal);
        });
  const ran = await running.done;
  disarm();
  const post = await startAction({ inputs, state: ran.state }).done;
  // What appears after post has searched is nobody's to stop: give late answers no time to act.
  const runs = emulator.cloud.runs(testId);
  for (const { id } of runs) emulator.cloud.read(id);
  await served.close();
  const going = emulator.cloud.runs(testId).filter((run) => !run.over && !run.stopAsked);
  return {
    falseGreen: ran.exitCode === 0 && expected !== 'passed',
    secondStart:
      runs.length > 1 &&
      !confessed(
        ran,
        runs.map(({ id }) => id),
      ),
    orphan:
      going.length > 0 &&
      !confessed(
        post,
        going.map(({ id }) => id),
      ),
    verdict: ran.outputs.get('verdict') ?? 'killed',
    expected,
    maxRssKiB: end === undefined ? Number(readFileSync(rss, 'utf8')) : undefined,
    requests: emulator.cloud.log.requests().length,
  };
}

/** Two new runs for one start are never guessed among, but named; that is what the contract promises there. */
function confessed({ stdout }: Ran, ids: readonly number[]): boolean {
  return ids.every((id) => stdout.includes(String(id))) && /::(?:error|warning)/u.test(stdout);
}

const folder = mkdtempSync(join(tmpdir(), 'k6-gate-soak-'));
writeFileSync(
  join(folder, 'rss.mjs'),
  `import { writeFileSync } from 'node:fs';
   process.on('exit', () => writeFileSync(process.env.RSS_FILE, String(process.resourceUsage().maxRSS)));`,
);
const startedMs = performance.now();
const untilMs = startedMs + Number(args.minutes) * 60_000;
const results: Result[] = [];
let next = 1;
async function lane(): Promise<void> {
  // Both bounds hold: at least the runs asked for, and no end before the time asked for.
  while (next <= Number(args.runs) || performance.now() < untilMs) results.push(await one(next++, folder));
}
await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));

const count = (what: (result: Result) => boolean): number => results.filter(what).length;
const rss = results.map(({ maxRssKiB }) => maxRssKiB).filter((kib) => kib !== undefined);
const mean = (all: readonly number[]): number => Math.round(all.reduce((sum, kib) => sum + kib, 0) / all.length / 1024);
const quarter = Math.ceil(rss.length / 4);
const table = {
  seed: Number(args.seed),
  minutes: Number(((performance.now() - startedMs) / 60_000).toFixed(1)),
  runs: results.length,
  requests: results.reduce((sum, { requests }) => sum + requests, 0),
  'false greens': count(({ falseGreen }) => falseGreen),
  'second starts': count(({ secondStart }) => secondStart),
  orphans: count(({ orphan }) => orphan),
  'verdict as scripted': count(({ verdict, expected }) => verdict === expected),
  'other verdicts, all red': count(({ verdict, expected }) => verdict !== expected),
  'peak memory, first quarter, MiB': mean(rss.slice(0, quarter)),
  'peak memory, last quarter, MiB': mean(rss.slice(-quarter)),
};
process.stdout.write(`${JSON.stringify(table, null, 2)}\n`);
const odd = results.filter(({ verdict, expected }) => verdict !== expected);
process.stdout.write(`${JSON.stringify(odd.map(({ verdict, expected }) => `${expected} -> ${verdict}`))}\n`);
process.exitCode = table['false greens'] + table['second starts'] + table.orphans === 0 ? 0 : 1;
