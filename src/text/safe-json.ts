/** Makes JSON text safe without changing its shape: secrets, invisible characters and workflow commands leave its strings. */
import { withoutInvisible } from './characters.ts';

/** What a string of JSON may hold that is not what it looks like. */
const NEEDS_READING = /[\\\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2028\u2029]|##\[/u;
/** Ends of lines for some readers, which JSON has as they are. */
const RAW_LINE_ENDS = /[\u0085\u2028\u2029]/gu;

/** JSON without a string in it. */
const SCALAR = /^\s*(?:null|true|false|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)\s*$/u;

/** A shorter string, with its quotes, holds no secret. */
const SHORTEST = 5;

/**
 * JSON whose strings are without secrets, however they were escaped; names of fields stay, so that it keeps its shape.
 * Only strings that need it are touched: an answer of some megabytes must not block the process. Text that is no JSON
 * is redacted as text.
 */
export function redactedJson(text: string, redact: (text: string) => string): string {
  const plain = redact(text);
  const holdsSecret = plain !== text;
  if (!holdsSecret && !NEEDS_READING.test(text)) return text;
  if (SCALAR.test(text)) return text;
  if (!isJson(text)) return withoutInvisible(redact(unescaped(plain)));
  const parts: string[] = [];
  let copied = 0;
  for (const { from, to, isName } of stringsOf(text)) {
    const literal = text.slice(from, to);
    if (isName || ((!holdsSecret || literal.length < SHORTEST) && !NEEDS_READING.test(literal))) continue;
    parts.push(text.slice(copied, from), cleanString(literal, redact));
    copied = to;
  }
  return [...parts, text.slice(copied)].join('');
}

/**
 * The body of a response without secrets. Nearly all responses hold none, and are handed on as they came: some
 * megabytes of escapes must not block the process.
 */
export function redactedBody(body: string, redact: (text: string) => string): string {
  const read = unescaped(body);
  return redact(body) === body && (read === body || redact(read) === read) ? body : redactedJson(body, redact);
}

/** Those of line ends and tabs are blanks inside a secret. */
const ESCAPE = /\\(?:u([\da-fA-F]{4})|(["\\/])|[bfnrt])/gu;

/** The text with its escapes read, whether or not it is JSON: what a person could make of it. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (_, hex: string | undefined, sign = ' ') =>
    hex === undefined ? String(sign) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false; // a gateway's word, or JSON that was cut off
  }
}

/** A string of JSON with its quotes. */
interface JsonString {
  readonly from: number;
  readonly to: number;
  /** A colon follows: it is the name of a field. */
  readonly isName: boolean;
}

function* stringsOf(text: string): Generator<JsonString> {
  for (let from = text.indexOf('"'); from >= 0;) {
    const to = endOfString(text, from);
    let next = to;
    while (/\s/u.test(text.charAt(next))) next++;
    yield { from, to, isName: text[next] === ':' };
    from = text.indexOf('"', next);
  }
}

/** The place behind the quote that ends the string of JSON which begins at `from`. */
export function endOfString(text: string, from: number): number {
  for (let quote = text.indexOf('"', from + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

/** `##[` would be a workflow command wherever JSON is printed. */
function cleanString(literal: string, redact: (text: string) => string): string {
  return JSON.stringify(redact(withoutInvisible(String(JSON.parse(literal)))))
    .replaceAll('##[', String.raw`#\u0023[`)
    .replace(RAW_LINE_ENDS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
