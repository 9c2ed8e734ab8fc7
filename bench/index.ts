/**
 * `npm run bench`: all figures of docs/internals/performance.md, in one run, as tables and as bench/results.json. Parts can be
 * named: `npm run bench -- pace memory`; the other figures stay. Needs an idle machine and about twelve minutes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { benchAfterVerdict } from './after-verdict.ts';
import { benchEndTogether } from './end-together.ts';
import { benchAgreement } from './agreement.ts';
import { bundles } from './bundles.ts';
import { benchMemory } from './memory.ts';
import { benchPace } from './pace.ts';
import { benchRegression } from './regression.ts';
import { benchScale } from './scale.ts';
import { benchStartUp } from './start-up.ts';

/** Fixed, so that every machine draws the same runs. */
const SEED = 20_261_123;

const asked = process.argv.slice(2);
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const part = async <T>(name: string, work: () => Promise<T>): Promise<T | undefined> =>
  asked.length === 0 || asked.includes(name) ? work() : undefined;

const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
say(`k6 Cloud gate · bench · seed ${SEED} · node ${machine.node} · ${machine.cores} × ${machine.cpu}\n`);
const built = await bundles();
const startUp = await part('start-up', () => benchStartUp(built, say));
const afterVerdict = await part('exit', () => benchAfterVerdict(built, say));
const memory = await part('memory', () => benchMemory(built, say));
const scale = await part('scale', () => benchScale(built, say));
const endTogether = await part('scale', () => benchEndTogether(built, say));
const agreement = await part('agreement', () => benchAgreement(SEED, say));
const pace = await part('pace', () => benchPace(SEED, say));
const regression = await part('regression', () => Promise.resolve(benchRegression(SEED, say)));
// A part that was not asked for keeps the figures of its last run.
const file = join(import.meta.dirname, 'results.json');
const earlier = JSON.parse(readFileSync(file, 'utf8')) as object;
const measured = {
  seed: SEED,
  machine,
  pace,
  agreement,
  regression,
  startUp,
  afterVerdict,
  memory,
  scale,
  endTogether,
};
const results = {
  ...earlier,
  ...Object.fromEntries(Object.entries(measured).filter(([, part]) => part !== undefined)),
};
writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
say('Written to bench/results.json.');
