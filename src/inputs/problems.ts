/** The problems of inputs in words: one line each, in which no secret is quoted. */
import type { Runner } from '../runner/runner.ts';
import { cutText, oneLine } from '../text/characters.ts';
import type { Refusal } from './parsers.ts';
import { looksLikeToken } from './token-like.ts';

/** Collects the problems of all inputs, so that they are reported together. */
export interface Problems {
  readonly all: readonly string[];
  /** Adds a sentence of its own. */
  readonly add: (sentence: string) => void;
  /** Adds the refusal of a value. */
  readonly invalid: (name: string, text: string, refusal: Refusal) => void;
  /** Whether a whole secret is in the text, in letters of any size. */
  readonly holdsSecret: (text: string) => boolean;
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
  // A shorter one is no token, and may be in a value by chance.
  const whole = secrets.filter(({ length }) => length >= SECRET_START).map((secret) => secret.toLowerCase());
  const holdsSecret = (text: string): boolean => {
    const bare = withoutBlanks(text).toLowerCase();
    return whole.some((secret) => bare.includes(secret));
  };
  const shown = (text: string, got: string): string => {
    const bare = withoutBlanks(text);
    if (holdsSecret(text) || starts.some((start) => bare.includes(start))) return '(not shown)';
    if (looksLikeToken(text)) return '(not shown: it looks like a token)';
    return text.includes('@') ? '(not shown: it may hold a password)' : quoted(got, redact);
  };
  return {
    all,
    add: (sentence) => {
      all.push(sentence);
    },
    invalid: (name, text, { accepted, got = text, hint }) => {
      const end = /[.?]$/u.test(accepted) ? '' : '.';
      const advice = hint === undefined ? '' : ` ${hint}.`;
      all.push(`\`${name}\`: invalid value ${shown(text, got)}. Expected ${accepted}${end}${advice}`);
    },
    holdsSecret,
  };
}

function withoutBlanks(text: string): string {
  return oneLine(text).replace(/\s/gu, '');
}

/** Strips, then redacts, then cuts, then escapes: in any other order a part of a secret could be left. */
function quoted(text: string, redact: Runner['redact']): string {
  const safe = redact(oneLine(text).replace(/\s+/gu, ' '));
  return JSON.stringify(safe.length > LONGEST_QUOTE ? `${cutText(safe, LONGEST_QUOTE)}…` : safe);
}
