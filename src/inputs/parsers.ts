/** The grammar of input values: from a runner string to a value, or to what would have been accepted. */

/** Why a value was refused. */
export interface Refusal {
  /** What is accepted instead, in words. */
  readonly accepted: string;
  /** The part of the value that was refused; the whole value where it is absent. */
  readonly got?: string;
  /** What to do instead, as a sentence without its full stop. */
  readonly hint?: string;
}

/** A value, or why there is none. */
export type Parsed<T> = { readonly value: T } | Refusal;

/** Reads one raw, trimmed string. */
export type Parser<T> = (text: string) => Parsed<T>;

/** Longer than any test or queue; keeps sums of instants exact. */
const MAX_HOURS = 999;
const DURATION = /^(?:(?<hours>\d{1,6})h)?(?:(?<minutes>\d{1,6})m)?(?:(?<seconds>\d{1,8})s)?$/u;

/** A duration of at least `leastMs`, in ms: `90`, `90s`, `5m`, `1h30m`; a bare number is seconds. */
export function duration(leastMs: number): Parser<number> {
  const accepted = `a duration such as 90, 90s, 5m or 1h30m, from ${leastMs / 1000}s to ${MAX_HOURS}h`;
  return (text) => {
    const ms = /^\d{1,8}$/u.test(text) ? Number(text) * 1000 : unitsToMs(text);
    if (ms === undefined || ms < leastMs || ms > MAX_HOURS * 3_600_000) return { accepted };
    return { value: ms };
  };
}

/** A time limit; 0 means no limit. */
export const timeLimit: Parser<number | undefined> = (text) => {
  const parsed = duration(0)(text);
  if ('accepted' in parsed) return { accepted: `${parsed.accepted}, or 0 for no limit` };
  return { value: parsed.value === 0 ? undefined : parsed.value };
};

function unitsToMs(text: string): number | undefined {
  const { hours = 0, minutes = 0, seconds = 0 } = DURATION.exec(text)?.groups ?? {};
  if (text === '' || !DURATION.test(text)) return undefined;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}

/** `true` or `false`, in the spellings of YAML; anything else is refused. */
export const yesNo: Parser<boolean> = (text) => {
  if (/^(?:true|True|TRUE)$/u.test(text)) return { value: true };
  if (/^(?:false|False|FALSE)$/u.test(text)) return { value: false };
  return { accepted: 'true or false' };
};

/**
 * A boolean that must be true.
 * @param why `false` is not possible, in words
 */
export function onlyYes(why: string): Parser<boolean> {
  const accepted = `true (${why})`;
  return (text) => {
    const parsed = yesNo(text);
    return 'value' in parsed && parsed.value ? parsed : { accepted };
  };
}

/** One word of a closed set. */
export function oneOf<const Word extends string>(...all: readonly Word[]): Parser<Word> {
  return (text) => {
    const value = all.find((word) => word === text);
    return value === undefined ? { accepted: either(all) } : { value };
  };
}

/** One word, or else what `parser` reads. */
export function orWord<const Word extends string, T>(word: Word, parser: Parser<T>): Parser<T | Word> {
  return (text) => {
    if (text === word) return { value: word };
    const parsed = parser(text);
    return 'value' in parsed ? parsed : { ...parsed, accepted: `${word}, or ${parsed.accepted}` };
  };
}

/** Words of a closed set, separated by commas, spaces or newlines; `none` alone is the empty set. */
export function someOf<const Word extends string>(...all: readonly Word[]): Parser<ReadonlySet<Word>> {
  const accepted = `one or several of ${all.join(', ')}, separated by commas, or none`;
  return (text) => {
    if (text === 'none') return { value: new Set() };
    const values = items(text).map((item) => all.find((word) => word === item));
    const known = values.filter((word) => word !== undefined);
    return known.length === values.length && known.length > 0 ? { value: new Set(known) } : { accepted };
  };
}

/** The base URL of the API: https, or plain http to this machine, because the token must not be sent unencrypted. */
export const apiUrl: Parser<URL> = (text) => {
  const accepted = 'an https URL without user name, password, query or fragment (http to a loopback address only)';
  if (!URL.canParse(text)) return { accepted };
  const url = new URL(text);
  const clear = url.protocol === 'http:' && isLoopback(url.hostname);
  const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return bare && (url.protocol === 'https:' || clear) ? { value: url } : { accepted };
};

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
}

/** A token as it may stand in a header: visible ASCII. */
export const token: Parser<string> = (text) =>
  /^[!-~]+$/u.test(text)
    ? { value: text }
    : { accepted: 'a k6 Cloud API token of ASCII characters without spaces or line breaks' };

/** `auto, v6 or v2` */
function either(words: readonly string[]): string {
  return words.join(', ').replace(/, (?=[^,]*$)/u, ' or ');
}

/** The items of a list that is separated by commas, spaces or newlines. */
export function items(text: string): string[] {
  return text.split(/[\s,]+/u).filter((item) => item !== '');
}
