/** Part 1: requests and lateness of fixed paces and of `auto`, over thousands of simulated runs. */
import type { Random } from '../src/clock.ts';
import type { PollInterval } from '../src/poll/interval.ts';
import { autoInterval, fixedInterval } from '../src/poll/interval.ts';
import type { Seen } from './simulate.ts';
import { simulate } from './simulate.ts';
import type { Row } from './table.ts';
import { mean, quantile, table } from './table.ts';
import type { Kind, Mix, Story, World } from './world.ts';
import { KINDS, WORLDS, draw, seeded, withPast } from './world.ts';

const RUNS = 3000;
const SHOWN_S = [2, 5, 10, 30];
/** Every whole second up to a minute: is there any that `auto` does not beat? */
const SWEEP_S = Array.from({ length: 60 }, (_, place) => place + 1);
const CREATED_MS = 1_700_000_000_000;

interface Watched extends Seen {
  readonly kind: Kind;
}
/** What a pace comes to over all runs of a mix. */
interface Figures {
  readonly requests: number;
  readonly meanS: number;
  readonly p95S: number;
}
type MakePace = (random: Random) => PollInterval;

/** All figures of the part, for the JSON. */
export interface PaceResults {
  readonly seed: number;
  readonly runs: number;
  readonly mixes: Readonly<Record<string, Readonly<Record<string, Figures>>>>;
  readonly kinds: Readonly<Record<string, Readonly<Record<string, Figures>>>>;
  /** Fixed paces, of 1 to 60 s, with both fewer requests and less lateness than `auto` in the ordinary world. */
  readonly betterInBoth: Readonly<Record<string, readonly number[]>>;
}

/** What `auto` knows: the plan alone, also earlier runs (v2), also the options of the script (v6). */
const KNOWING = { 'auto, first run of its test': undefined, 'auto, v2': 'v2', 'auto, v6': 'v6' } as const;

/** Simulates everything and prints it through `say`. */
export async function benchPace(seed: number, say: (text: string) => void): Promise<PaceResults> {
  const mixes: Record<string, Record<string, Figures>> = {};
  const kinds: Record<string, Record<string, Figures>> = {};
  const betterInBoth: Record<string, readonly number[]> = {};
  for (const [name, world] of Object.entries(WORLDS)) {
    const stories = drawn(seed, world);
    const autos: (readonly [string, readonly Watched[]])[] = [];
    for (const [pace, api] of Object.entries(KNOWING)) {
      const past = seeded(seed + 3);
      const known = api === undefined ? stories : stories.map((story) => withPast(story, world, past, api));
      autos.push([pace, await watchAll(known, autoInterval, seed)]);
    }
    const swept = new Map<number, readonly Watched[]>();
    for (const pauseS of name === 'ordinary' ? SWEEP_S : SHOWN_S)
      swept.set(pauseS, await watchAll(stories, () => fixedInterval(pauseS * 1000), seed));
    const rows = [...SHOWN_S.map((pauseS) => [`fixed ${pauseS} s`, swept.get(pauseS) ?? []] as const), ...autos];
    mixes[name] = Object.fromEntries(rows.map(([pace, all]) => [pace, figuresOf(all)]));
    say(
      table(
        `Pace, world "${name}": ${describe(world.mix)}`,
        rows.map(([pace, all]) => row(pace, figuresOf(all))),
      ),
    );
    for (const [pace, all] of autos) say(`  ${pace}: ${againstAims(figuresOf(all), swept)}`);
    if (name !== 'ordinary') continue;
    for (const [pace, all] of autos) {
      betterInBoth[pace] = dominating(swept, figuresOf(all));
      say(
        `  fixed paces of 1 to 60 s that are better than ${pace} in both: ${betterInBoth[pace].join(', ') || 'none'}`,
      );
    }
    Object.assign(kinds, byKind(rows, say));
  }
  return { seed, runs: RUNS, mixes, kinds, betterInBoth };
}

function drawn(seed: number, world: World): readonly Story[] {
  const random = seeded(seed);
  return Array.from({ length: RUNS }, () => draw(random, world));
}

async function watchAll(stories: readonly Story[], makePace: MakePace, seed: number): Promise<readonly Watched[]> {
  const random = seeded(seed + 1);
  const all: Watched[] = [];
  for (const story of stories) {
    const seen = await simulate(story, makePace(random), random, CREATED_MS + Math.floor(random() * 86_400_000));
    all.push({ ...seen, kind: story.kind });
  }
  return all;
}

function figuresOf(all: readonly Watched[]): Figures {
  const lateS = all.map(({ latenessMs }) => latenessMs / 1000);
  return { requests: mean(all.map(({ requests }) => requests)), meanS: mean(lateS), p95S: quantile(lateS, 0.95) };
}

function byKind(
  rows: readonly (readonly [string, readonly Watched[]])[],
  say: (text: string) => void,
): Record<string, Record<string, Figures>> {
  const kinds: Record<string, Record<string, Figures>> = {};
  for (const kind of KINDS) {
    const ofKind = rows.map(([pace, all]) => [pace, figuresOf(all.filter((one) => one.kind === kind))] as const);
    kinds[kind] = Object.fromEntries(ofKind);
    say(
      table(
        `Pace, mix "ordinary", runs of the kind ${kind}`,
        ofKind.map(([pace, figures]) => row(pace, figures)),
      ),
    );
  }
  return kinds;
}

function row(name: string, { requests, meanS, p95S }: Figures): Row {
  return { name, figures: { 'requests a run': requests, 'mean lateness, s': meanS, 'p95, s': p95S } };
}

function dominating(swept: ReadonlyMap<number, readonly Watched[]>, auto: Figures): readonly number[] {
  return [...swept].flatMap(([pauseS, all]) => {
    const { requests, meanS } = figuresOf(all);
    return requests <= auto.requests && meanS <= auto.meanS ? [pauseS] : [];
  });
}

/** The aims: mean lateness of fixed 2 s at 0.45 of its requests, and p95 of fixed 5 s. */
function againstAims(auto: Figures, swept: ReadonlyMap<number, readonly Watched[]>): string {
  const [two, five] = [figuresOf(swept.get(2) ?? []), figuresOf(swept.get(5) ?? [])];
  const ratio = (one: number, other: number, aim: number): string =>
    `${(one / other).toFixed(2)} (${one / other <= aim ? 'reached' : 'not reached'})`;
  return (
    `aims: requests / fixed 2 s ${ratio(auto.requests, two.requests, 0.45)}, ` +
    `mean / fixed 2 s ${ratio(auto.meanS, two.meanS, 1)}, p95 / fixed 5 s ${ratio(auto.p95S, five.p95S, 1)}`
  );
}

function describe(mix: Mix): string {
  return KINDS.map((kind) => `${kind} ${Math.round(mix[kind] * 100)} %`).join(', ');
}
