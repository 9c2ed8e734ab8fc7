/** Removes secrets from text, in the forms in which services and tools repeat them, and however they were cut. */
import { INVISIBLE, oneLine } from './characters.ts';

/** Hides secrets in text. */
export interface Redactor {
  /** Hides a secret from here on; returns the forms that are new, for the runner's own masks. */
  readonly hide: (secret: string) => readonly string[];
  /**
   * The text with `***` in the place of each secret. Invisible characters inside a secret do not save it. The first 12
   * characters of a secret count as the secret, and the first 8 where the text begins with them.
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
  const secrets: string[] = [];
  const hidden: string[] = [];
  return {
    hide: (secret) => {
      const fresh = formsOf(secret).filter((form) => form !== '' && !hidden.includes(form));
      hidden.push(...fresh);
      if (secret !== '') secrets.push(secret);
      return fresh;
    },
    redact: (text) => {
      const shortest = hidden.reduce((least, { length }) => Math.min(least, length), LEADING_FRAGMENT_AT_START);
      if (hidden.length === 0 || text.length < shortest) return text;
      const { visible, placeOf } = visiblePart(text);
      const found = [
        ...hidden.flatMap((form) => spansOf(form, visible)),
        ...secrets.flatMap((one) => startOf(one, visible)),
      ];
      const spans = merged(found).map(([from, to]): Span => [placeOf(from), placeOf(to - 1) + 1]);
      return replaced(text, spans);
    },
  };
}

/**
 * A value from outside, quoted for people: one line, cut, and not shown at all where it holds a secret or begins like
 * one.
 * @param redact of the redactor or runner that knows the secrets
 */
export function safeQuote(text: string, { redact }: Pick<Redactor, 'redact'>, most = 80): string {
  const line = oneLine(text).trim();
  if (redact(line) !== line) return '(a value that is not shown, because it looks like the token)';
  return JSON.stringify(line.length > most ? `${line.slice(0, most)}…` : line);
}

/** As it is, in JSON, in a URL, and as base64: alone, or after or before a user name. */
function formsOf(secret: string): readonly string[] {
  const url = encodeURIComponent(secret);
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

/** The text without invisible characters, and where each of its places is in the whole text. */
function visiblePart(text: string): { readonly visible: string; readonly placeOf: (place: number) => number } {
  const parts: string[] = [];
  const places = new Uint32Array(text.length);
  let length = 0;
  let from = 0;
  const take = (to: number): void => {
    parts.push(text.slice(from, to));
    for (let place = from; place < to; place++) places[length++] = place;
  };
  for (const { index, 0: sign } of text.matchAll(INVISIBLE)) {
    take(index);
    from = index + sign.length;
  }
  if (parts.length === 0) return { visible: text, placeOf: (place) => place };
  take(text.length);
  return { visible: parts.join(''), placeOf: (place) => places[place] ?? place };
}

/** Where the form, or at least its beginning, is in the text. */
function spansOf(form: string, text: string): Span[] {
  const start = form.slice(0, LEADING_FRAGMENT);
  const spans: Span[] = [];
  for (let from = text.indexOf(start); from >= 0;) {
    const to = from + commonLength(form, text, from);
    spans.push([from, to]);
    from = text.indexOf(start, to);
  }
  return spans;
}

function startOf(secret: string, text: string): Span[] {
  const from = text.length - text.trimStart().length;
  const length = commonLength(secret, text, from);
  return length < LEADING_FRAGMENT_AT_START ? [] : [[from, from + length]];
}

function commonLength(form: string, text: string, from: number): number {
  let length = 0;
  while (length < form.length && form[length] === text[from + length]) length++;
  return length;
}

/** Overlapping spans as one: a form inside another must not break it up. */
function merged(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last !== undefined && from < last[1]) out[out.length - 1] = [last[0], Math.max(last[1], to)];
    else out.push([from, to]);
  }
  return out;
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
