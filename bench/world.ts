/** The runs of the simulation: what k6 Cloud would do with a test, drawn by chance from a seed, second by second. */
import type { EarlierDuration } from '../src/test-run/earlier-durations.ts';
import type { AbortChance, Ending, Phase } from '../src/test-run/test-run.ts';
import type { Random } from '../src/clock.ts';

/** How a simulated run ends, or what is odd about it. */
export const KINDS = [
  'on-plan',
  'graceful-stop',
  'early-threshold',
  'at-once',
  'long-queue',
  'slow-processing',
] as const;
export type Kind = (typeof KINDS)[number];

/** How common each kind is; must add up to 1. */
export type Mix = Readonly<Record<Kind, number>>;
/**
 * What we take for an ordinary month of a team: nobody publishes such numbers. Thresholds that abort a run are off
 * unless a script asks for them, hence one run in twenty; `MORE_ABORTS` and `EVEN` show what follows if we are wrong.
 */
const ORDINARY: Mix = {
  'on-plan': 0.45,
  'graceful-stop': 0.2,
  'early-threshold': 0.05,
  'at-once': 0.1,
  'long-queue': 0.1,
  'slow-processing': 0.1,
};
/** Twice as many runs that a threshold aborts. */
const MORE_ABORTS: Mix = { ...ORDINARY, 'on-plan': 0.4, 'early-threshold': 0.1 };
/** Every kind as common as any other: many more ends that nobody can foresee. */
const EVEN: Mix = {
  'on-plan': 1 / 6,
  'graceful-stop': 1 / 6,
  'early-threshold': 1 / 6,
  'at-once': 1 / 6,
  'long-queue': 1 / 6,
  'slow-processing': 1 / 6,
};

/** One run, wholly determined; instants are ms since its creation. */
export interface Story {
  readonly kind: Kind;
  readonly plannedMs: number;
  /** What the service tells of the plan. */
  readonly reportedMs: number | undefined;
  /** When it enters each phase, ascending. */
  readonly phases: readonly { readonly phase: Phase; readonly fromMs: number }[];
  readonly startedMs: number | undefined;
  readonly endedMs: number;
  /** From here on a look tells the verdict. */
  readonly settledMs: number;
  readonly ending: Ending;
  /** What the service's clock is ahead of ours. */
  readonly skewMs: number;
  /** How long earlier runs of the same test lasted; empty unless `withPast` was asked. */
  readonly earlier: readonly EarlierDuration[];
  /** Whether a threshold can abort it, as v6 tells; the legacy API does not. */
  readonly abortChance: AbortChance;
}

/** A generator of chance that gives the same numbers for the same seed on every machine (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const S = 1000;
const between = (random: Random, low: number, high: number): number => low + random() * (high - low);
/** As likely to be between 1 and 2 as between 10 and 20. */
const spread = (random: Random, low: number, high: number): number => low * (high / low) ** random();

/** How runs are drawn: how common each kind is, how long they are planned, what the service tells, when they end. */
export interface World {
  readonly mix: Mix;
  /** From and to, seconds; each doubling as likely as any other. */
  readonly plannedS: readonly [number, number];
  readonly reported: (plannedMs: number) => number | undefined;
  /** When a run that nothing aborts ends, ms from its start. */
  readonly lasts: (plannedMs: number, kind: Kind, random: Random) => number;
}

const onPlan: World['lasts'] = (plannedMs, kind, random) =>
  plannedMs + (kind === 'graceful-stop' ? between(random, 0, 30 * S) : between(random, 0, 2 * S));

/** The ordinary world. */
export const PLAIN: World = { mix: ORDINARY, plannedS: [30, 3600], reported: (plannedMs) => plannedMs, lasts: onPlan };

/** The worlds of the bench: what is known of k6 Cloud leaves each of them possible. */
export const WORLDS: Readonly<Record<string, World>> = {
  ordinary: PLAIN,
  'more aborts': { ...PLAIN, mix: MORE_ABORTS },
  even: { ...PLAIN, mix: EVEN },
  'plan reported with 30 s of graceful stop on top': { ...PLAIN, reported: (plannedMs) => plannedMs + 30 * S },
  'plan not reported': { ...PLAIN, reported: () => undefined },
  'plan as a maximum': { ...PLAIN, lasts: (plannedMs, _, random) => plannedMs * between(random, 0.2, 1) },
  '1 to 10 minutes, 10 % aborts': { ...PLAIN, mix: MORE_ABORTS, plannedS: [60, 600] },
  'plan as a maximum, each test ends alike (±5 %)': {
    ...PLAIN,
    lasts: (plannedMs, _, random) => plannedMs * between(seeded(plannedMs), 0.2, 1) * between(random, 0.95, 1.05),
  },
  'ends 2 s before the plan': { ...PLAIN, lasts: (plannedMs) => plannedMs - 2 * S },
};

/** Draws a run of a world. */
export function draw(random: Random, { mix, plannedS, reported, lasts }: World): Story {
  const kind = pick(random, mix);
  const plannedMs = Math.round(spread(random, ...plannedS)) * S;
  const reportedMs = reported(plannedMs);
  const skewMs = between(random, -5 * S, 5 * S);
  const validatedMs = spread(random, 0.5 * S, 3 * S);
  const queuedMs = validatedMs + spread(random, 0.3 * S, 2 * S);
  if (kind === 'at-once' && random() < 0.5)
    return { ...refused({ kind, plannedMs, skewMs }, validatedMs, queuedMs), reportedMs, ...NO_PAST };
  const waitMs = kind === 'long-queue' ? spread(random, 60 * S, 1800 * S) : spread(random, 0.5 * S, 10 * S);
  const initializingMs = queuedMs + waitMs;
  const startUpMs = spread(random, 5 * S, 60 * S);
  const begin = [
    { phase: 'created', fromMs: 0 },
    { phase: 'validated', fromMs: validatedMs },
    { phase: 'queued', fromMs: queuedMs },
    { phase: 'initializing', fromMs: initializingMs },
  ] as const;
  const common = { kind, plannedMs, reportedMs, skewMs, ...NO_PAST };
  if (kind === 'at-once') {
    const endedMs = initializingMs + spread(random, 1 * S, 15 * S);
    const ending = { kind: 'aborted', by: 'script-error' } as const;
    return { ...common, phases: begin, startedMs: undefined, endedMs, settledMs: endedMs, ending };
  }
  const startedMs = initializingMs + startUpMs;
  const running = [...begin, { phase: 'running', fromMs: startedMs } as const];
  if (kind === 'early-threshold') {
    const endedMs = startedMs + random() * plannedMs;
    const ending = { kind: 'aborted', by: 'threshold' } as const;
    return { ...common, phases: running, startedMs, endedMs, settledMs: endedMs, ending };
  }
  const endedMs = startedMs + lasts(plannedMs, kind, random);
  const processingMs = kind === 'slow-processing' ? spread(random, 20 * S, 240 * S) : spread(random, 1 * S, 12 * S);
  const settledMs = endedMs + processingMs;
  const phases = [...running, { phase: 'processing', fromMs: endedMs } as const];
  return { ...common, phases, startedMs, endedMs, settledMs, ending: { kind: 'finished' } };
}

const NO_PAST = { earlier: [], abortChance: 'unknown' } as const;
/** As many earlier runs of a test as a list shows at least. */
const EARLIER_RUNS = 10;
/** Scripts with a threshold that could abort the run, among the runs that none aborts. */
const ABORTABLE = 0.1;

/** The same run, of a test that has run before, with a script that is known: what v2 tells, or v6. */
export function withPast(story: Story, { mix, reported, lasts }: World, random: Random, api: 'v2' | 'v6'): Story {
  const { plannedMs } = story;
  const earlier = Array.from({ length: EARLIER_RUNS }, () => pick(random, mix))
    .filter((kind) => kind !== 'at-once')
    .map((kind) => ({
      lastedMs: kind === 'early-threshold' ? random() * plannedMs : lasts(plannedMs, kind, random),
      plannedMs: reported(plannedMs),
    }));
  const isAbortable = story.kind === 'early-threshold' || random() < ABORTABLE;
  const chance = isAbortable ? 'possible' : 'impossible';
  return { ...story, earlier, abortChance: api === 'v6' ? chance : 'unknown' };
}

/** Over quota, or a script that does not parse: ended before it came into the queue. */
function refused(
  { kind, plannedMs, skewMs }: Pick<Story, 'kind' | 'plannedMs' | 'skewMs'>,
  validatedMs: number,
  endedMs: number,
): Omit<Story, 'reportedMs' | keyof typeof NO_PAST> {
  const phases = [
    { phase: 'created', fromMs: 0 },
    { phase: 'validated', fromMs: validatedMs },
  ] as const;
  const ending = { kind: 'aborted', by: 'limit' } as const;
  return { kind, plannedMs, skewMs, phases, startedMs: undefined, endedMs, settledMs: endedMs, ending };
}

function pick(random: Random, mix: Mix): Kind {
  let rest = random();
  for (const kind of KINDS) {
    rest -= mix[kind];
    if (rest < 0) return kind;
  }
  return 'on-plan';
}
