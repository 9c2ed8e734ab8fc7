/** Types of walls.mjs for the test that breaks each wall. */
import type { Linter } from 'eslint';

export const ROOMS: Readonly<Record<string, readonly string[]>>;
export const STARTS: RegExp;
export const walls: readonly Linter.Config[];
