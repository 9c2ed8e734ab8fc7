/** The problems of inputs in words: one line each, in which no secret is quoted. */
import type { Runner } from '../runner/runner.ts';
import { oneLine } from '../text/characters.ts';
import type { Refusal } from './parsers.ts';

/** Collects the problems of all inputs, so that they are reported together. */
export interface Problems {
  readonly all: readonly string[];
  /** Adds a sentence of its own. */
  readonly add: (sentence: string) => void;
  /** Adds the refusal of a value. */
  readonly invalid: (name: string, text: string, refusal: Refusal) => void;
}

const LONGEST_QUOTE = 80;
/** A value that has this many characters in common with the beginning of a secret is taken for a part of it. */
const SECRET_START = 8;

/**
 * Starts without problems.
 * @param secrets the tokens of the step; a value that holds or begins like one of them is not quoted
 */
export function collectProblems(secrets: readonly string[], redact: Runner['redact']): Problems {
  const all: string[] = [];
  const starts = secrets.filter((secret) => secret !== '').map((secret) => secret.slice(0, SECRET_START));
  const holdsSecret = (text: string): boolean => {
    const bare = oneLine(text).replace(/\s/gu, '');
    return starts.some((start) => bare.includes(start));
  };
  return {
    all,
    add: (sentence) => {
      all.push(sentence);
    },
    invalid: (name, text, { accepted, got = text, hint }) => {
      const value = holdsSecret(text) ? 'invalid value (not shown)' : `invalid value ${quoted(got, redact)}`;
      const end = /[.?]$/u.test(accepted) ? '' : '.';
      all.push(`\`${name}\`: ${value}. Expected ${accepted}${end}${hint === undefined ? '' : ` ${hint}.`}`);
    },
  };
}

/** Strips, then redacts, then cuts, then escapes: in any other order a part of a secret could be left. */
function quoted(text: string, redact: Runner['redact']): string {
  const line = oneLine(text).replace(/\s+/gu, ' ');
  const safe = redact(line).replace(/(?<=\/\/)[^\s/@]{1,1000}@/gu, '***@');
  return JSON.stringify(safe.length > LONGEST_QUOTE ? `${safe.slice(0, LONGEST_QUOTE)}…` : safe);
}
