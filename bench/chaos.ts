/**
 * `npm run chaos -- [--seeds 300] [--from 1] [--speed 20] [--show]`: random servers and random cancels through the
 * bundle, judged by the emulator's own truth. Exits with 1 on a violation and prints the seed to repeat. The bundle is
 * built from the sources; `BUNDLE` names another. `--show` prints the logs of the seeds that break a promise.
 */
import { parseArgs } from 'node:util';
import type { Played } from './chaos/play.ts';
import { VIOLATIONS } from './chaos/judge.ts';
import { table } from './table.ts';

const CONCURRENCY = 2;
const { values: args } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    from: { type: 'string', default: '1' },
    speed: { type: 'string', default: '20' },
    show: { type: 'boolean', default: false },
  },
});
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const builder = (await import(new URL('../__tests__/support/build-bundle.mjs', import.meta.url).href)) as {
  readonly default: () => Promise<void>;
};
await builder.default();
const { play } = await import('./chaos/play.ts'); // reads BUNDLE when it is loaded

const [from, count, speed] = [Number(args.from), Number(args.seeds), Number(args.speed)];
const all: Played[] = [];
let next = from;
async function lane(): Promise<void> {
  while (next < from + count) {
    const played = await play(next++, speed);
    all.push(played);
    const { seed, verdict, signal, requests, wallMs } = played;
    say(`seed ${seed}: ${verdict}, signal ${signal}, ${requests} requests, ${(wallMs / 1000).toFixed(1)} s`);
    for (const { violation, detail } of played.findings) say(`seed ${seed}: VIOLATION ${violation}: ${detail}`);
    if (args.show && played.findings.length > 0) say(played.log);
  }
}
await Promise.all(Array.from({ length: CONCURRENCY }, lane));

const sum = (of: (played: Played) => number): number => all.reduce((total, played) => total + of(played), 0);
const rows = [
  ['seeds', all.length],
  ['requests', sum(({ requests }) => requests)],
  ['runs in k6 Cloud', sum(({ runs }) => runs)],
  ['cancelled by SIGINT', sum(({ signal }) => Number(signal === 'SIGINT'))],
  ['ended by SIGKILL', sum(({ signal }) => Number(signal === 'SIGKILL'))],
  ['verdict passed', sum(({ verdict }) => Number(verdict === 'passed'))],
  ...VIOLATIONS.map((name) => [
    `violation: ${name}`,
    sum(({ findings }) => Number(findings.some(({ violation }) => violation === name))),
  ]),
] as const;
say(
  table(
    `Chaos, seeds ${from} to ${from + count - 1}, clock × ${speed}`,
    rows.map(([name, value]) => ({ name: String(name), figures: { count: String(value) } })),
  ),
);
const broken = all.filter(({ findings }) => findings.length > 0).map(({ seed }) => seed);
if (broken.length > 0) {
  say(`Repeat: ${broken.map((seed) => `npm run chaos -- --seeds 1 --from ${seed} --show`).join('\n        ')}`);
  process.exitCode = 1;
}
