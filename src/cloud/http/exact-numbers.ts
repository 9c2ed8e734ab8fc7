/** Numbers of JSON as they were written: one that JSON.parse would round to another whole number becomes a string. */
import { endOfString } from '../../text/safe-json.ts';

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/gu;
/** Only such literals can become a whole number by rounding: a negative exponent, or a long fraction. */
const SUSPICIOUS = /[eE]-|\.\d{15}/u;
/** What stands between two strings is mostly shorter than such a literal. */
const SHORTEST = 4;
/** A whole number as most programs write it; `300.0` and `3e2` are exact. */
const EXACT = /^-?\d+(?:\.0+)?(?:[eE]\+?\d+)?$/u;

/**
 * The JSON text with each number in quotes that is only whole after rounding: `1e-400` is not the status 0. No field
 * takes such a string for a number.
 */
export function exactNumbers(json: string): string {
  if (!hasRounded(json)) return json;
  const parts: string[] = [];
  let copied = 0;
  for (let from = 0; from < json.length;) {
    const quote = json.indexOf('"', from);
    const start = quote < 0 ? json.length : quote;
    if (start - from >= SHORTEST) {
      parts.push(json.slice(copied, from), json.slice(from, start).replace(NUMBER, quotedIfRounded));
      copied = start;
    }
    from = quote < 0 ? start : endOfString(json, quote);
  }
  return [...parts, json.slice(copied)].join('');
}

/** Nearly no response has one, inside of a string or not; otherwise the text is returned at once. */
function hasRounded(json: string): boolean {
  if (!SUSPICIOUS.test(json)) return false;
  for (const [literal] of json.matchAll(NUMBER)) if (isRounded(literal)) return true;
  return false;
}

function isRounded(literal: string): boolean {
  return Number.isSafeInteger(Number(literal)) && !EXACT.test(literal);
}

function quotedIfRounded(literal: string): string {
  return isRounded(literal) ? `"${literal}"` : literal;
}
