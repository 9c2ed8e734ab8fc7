/** Seeded chance: the same numbers for the same seed on every machine. */
import type { Random } from '../../src/clock.ts';
import { seeded } from '../world.ts';

/** The draws that a plan is made of. */
export interface Dice {
  /** A number from `low` up to, and without, `high`. */
  readonly between: (low: number, high: number) => number;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
  readonly oneOf: <T>(all: readonly [T, ...T[]]) => T;
}

/** Dice for one seed. Neighboring seeds give unrelated draws. */
export function diceOf(seed: number): Dice {
  const random: Random = seeded(Math.imul(seed, 2_654_435_761));
  const whole = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  return {
    between: (low, high) => low + random() * (high - low),
    whole,
    chance: (share) => random() < share,
    oneOf: (all) => all[whole(0, all.length - 1)] ?? all[0],
  };
}
