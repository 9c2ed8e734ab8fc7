/** The text of an input before it is parsed: without invisible characters around it, and the default where it is empty. */
import type { Runner } from '../runner/runner.ts';
import { DEFAULTS } from './defaults.ts';

/** Reads the text of an input by its name. */
export type RawInput = (name: string) => string;

const INVISIBLE = /[\s\p{Cc}\p{Cf}]/u;

/** The text without white space, byte order marks, zero-width and control characters at its ends. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && INVISIBLE.test(text.charAt(start))) start += 1;
  while (end > start && INVISIBLE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Reads inputs; an empty one means its default, because a wrapping workflow passes on `''` for what is not set. */
export function rawInputs(runner: Pick<Runner, 'input'>): RawInput {
  return (name) => trimmed(runner.input(name)) || (DEFAULTS.get(name) ?? '');
}

/** An environment variable, trimmed as inputs are; empty where it is absent. */
export function rawEnv(runner: Pick<Runner, 'env'>, name: string): string {
  return trimmed(runner.env(name) ?? '');
}
