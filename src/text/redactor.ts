/** Removes secrets from text, in the forms in which services and tools repeat them, and however they were cut. */
import { BLANK, wellFormed } from './characters.ts';

/** Hides secrets in text. */
export interface Redactor {
  /** Hides a secret from here on; returns the forms that are new, for the runner's own masks. */
  readonly hide: (secret: string) => readonly string[];
  /**
   * The text with `***` in the place of each secret. Blanks, line ends and invisible characters inside a secret do not
   * save it. The first 12 characters of a secret count as the secret, and the first 8 where the text begins with them.
   */
  readonly redact: (text: string) => string;
}

/** A shorter beginning of a secret is too common in other text, and too short to be of use. */
const LEADING_FRAGMENT = 12;
/** The same for a text that begins with it: a value that was pasted in the wrong place. */
const LEADING_FRAGMENT_AT_START = 8;
/** A shorter part of a base64 text occurs by chance. */
const SHORTEST_BASE64_PART = 8;

/** A range of a text, its end excluded. */
type Span = readonly [from: number, to: number];

/** Starts with nothing to hide. */
export function createRedactor(): Redactor {
  const masked: string[] = [];
  // As they are searched for: without blanks.
  const hidden = new Set<string>();
  const secrets = new Set<string>();
  return {
    hide: (secret) => {
      if (withoutBlanks(secret) === '') return [];
      const fresh = formsOf(secret).filter((form) => !masked.includes(form));
      masked.push(...fresh);
      for (const form of fresh) hidden.add(withoutBlanks(form));
      secrets.add(withoutBlanks(secret));
      return fresh;
    },
    redact: (text) => {
      const shortest = [...hidden].reduce((least, { length }) => Math.min(least, length), LEADING_FRAGMENT_AT_START);
      if (hidden.size === 0 || text.length < shortest) return text;
      const visible = withoutBlanks(text);
      const found = [
        ...[...hidden].flatMap((form) => spansOf(form, visible)),
        ...[...secrets].flatMap((one) => startOf(one, visible)),
      ];
      if (found.length === 0) return text;
      const placeOf = placesOf(text, visible.length);
      return replaced(
        text,
        merged(found).map(([from, to]): Span => [placeOf(from), placeOf(to - 1) + 1]),
      );
    },
  };
}

/** As it is, in JSON, in a URL, and as base64: alone, or after or before a user name. */
function formsOf(secret: string): readonly string[] {
  const url = encodeURIComponent(wellFormed(secret));
  const base64 = [secret, `${secret}:`, `:${secret}`].flatMap((text) => {
    const bytes = Buffer.from(text, 'utf8');
    const padded = bytes.toString('base64');
    return [
      padded,
      padded.replace(/=+$/u, ''),
      padded.replaceAll('+', '-').replaceAll('/', '_'),
      bytes.toString('base64url'),
    ];
  });
  return [
    ...new Set([
      secret,
      JSON.stringify(secret).slice(1, -1),
      secret.replaceAll('/', String.raw`\/`), // as some programs write it in JSON
      url,
      url.replace(/%[\dA-F]{2}/gu, (code) => code.toLowerCase()),
      ...base64,
      ...[0, 1, 2].flatMap((offset) => base64Parts(secret, offset)),
    ]),
  ];
}

/**
 * What base64 makes of the secret behind `offset` unknown bytes, without the signs that its neighbours change: a user
 * name of any length may stand in front of it.
 */
function base64Parts(secret: string, offset: number): readonly string[] {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret, 'utf8')]);
  const signs = bytes.toString('base64').replace(/=+$/u, '');
  const part = signs.slice(offset === 0 ? 0 : offset + 1, bytes.length % 3 === 0 ? undefined : -1);
  if (part.length < SHORTEST_BASE64_PART) return [];
  return [part, part.replaceAll('+', '-').replaceAll('/', '_')];
}

function withoutBlanks(text: string): string {
  return text.replace(BLANK, '');
}

/** From a place in the text without blanks to the same place in the whole text. */
function placesOf(text: string, visibleLength: number): (place: number) => number {
  if (visibleLength === text.length) return (place) => place;
  const places = new Uint32Array(visibleLength);
  let length = 0;
  let from = 0;
  const take = (to: number): void => {
    for (let place = from; place < to; place++) places[length++] = place;
  };
  for (const { index, 0: sign } of text.matchAll(BLANK)) {
    take(index);
    from = index + sign.length;
  }
  take(text.length);
  return (place) => places[place] ?? place;
}

/** Where the form, or at least its beginning, is in the text. */
function spansOf(form: string, text: string): Span[] {
  const start = form.slice(0, LEADING_FRAGMENT);
  const spans: Span[] = [];
  // The next may begin inside of this one, where the form repeats itself.
  for (let from = text.indexOf(start); from >= 0; from = text.indexOf(start, from + 1)) {
    addSpan(spans, [from, from + commonLength(form, text, from)]);
  }
  return spans;
}

function startOf(secret: string, text: string): Span[] {
  const length = commonLength(secret, text, 0);
  return length < LEADING_FRAGMENT_AT_START ? [] : [[0, length]];
}

function commonLength(form: string, text: string, from: number): number {
  let length = 0;
  while (length < form.length && form[length] === text[from + length]) length++;
  return length;
}

/** Overlapping spans as one: a form inside another must not break it up. */
function merged(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a[0] - b[0])) addSpan(out, span);
  return out;
}

/** Adds a span that begins behind the beginning of the last one. */
function addSpan(spans: Span[], [from, to]: Span): void {
  const last = spans.at(-1);
  if (last !== undefined && from < last[1]) spans[spans.length - 1] = [last[0], Math.max(last[1], to)];
  else spans.push([from, to]);
}

function replaced(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let rest = 0;
  for (const [from, to] of spans) {
    parts.push(text.slice(rest, from), '***');
    rest = to;
  }
  return [...parts, text.slice(rest)].join('');
}
