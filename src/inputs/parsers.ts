/** The grammar of input values: from a runner string to a value, or to what would have been accepted. */

/** A value, or the words that tell what is accepted instead. */
type Parsed<T> = { readonly value: T } | { readonly accepted: string };

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

/** A duration of patience, where 0 means that there is no end to it. */
export const timeLimit: Parser<number | undefined> = (text) => {
  const parsed = duration(0)(text);
  if ('accepted' in parsed) return { accepted: `${parsed.accepted}; 0 for no limit` };
  return { value: parsed.value === 0 ? undefined : parsed.value };
};

function unitsToMs(text: string): number | undefined {
  const { hours = 0, minutes = 0, seconds = 0 } = DURATION.exec(text)?.groups ?? {};
  if (text === '' || !DURATION.test(text)) return undefined;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}

/** `true` or `false`, in the spellings of YAML; anything else is a mistake, never a no. */
export const yesNo: Parser<boolean> = (text) => {
  if (/^(?:true|True|TRUE)$/u.test(text)) return { value: true };
  if (/^(?:false|False|FALSE)$/u.test(text)) return { value: false };
  return { accepted: 'true or false' };
};

/**
 * A boolean that must be true here.
 * @param why not false, in words
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
    return value === undefined ? { accepted: all.join(', ') } : { value };
  };
}

/** One word, or else what `parser` reads. */
export function orWord<const Word extends string, T>(word: Word, parser: Parser<T>): Parser<T | Word> {
  return (text) => {
    if (text === word) return { value: word };
    const parsed = parser(text);
    return 'value' in parsed ? parsed : { accepted: `${word}, or ${parsed.accepted}` };
  };
}

/** Words of a closed set, parted by commas, blanks or lines; `none` alone is the empty set. */
export function someOf<const Word extends string>(...all: readonly Word[]): Parser<ReadonlySet<Word>> {
  const accepted = `one or several of ${all.join(', ')}, parted by commas; or none`;
  return (text) => {
    if (text === 'none') return { value: new Set() };
    const values = items(text).map((item) => all.find((word) => word === item));
    const known = values.filter((word) => word !== undefined);
    return known.length === values.length && known.length > 0 ? { value: new Set(known) } : { accepted };
  };
}

/** More in one step would be a wish of another kind: a matrix of jobs does it, and shows each on its own. */
const MAX_IDS = 50;

/** Ids of tests or runs, parted by commas, blanks or lines, each once; none at all is fine here. */
export const ids: Parser<readonly string[]> = (text) => {
  const all = items(text);
  const odd = all.find((item) => !/^[1-9]\d{0,15}$/u.test(item) || !Number.isSafeInteger(Number(item)));
  if (odd !== undefined) {
    return { accepted: `whole numbers from 1 to ${Number.MAX_SAFE_INTEGER}, parted by commas, blanks or lines` };
  }
  if (all.length > MAX_IDS) return { accepted: `${MAX_IDS} ids at most in one step; these are ${all.length}` };
  const twice = all.find((item, place) => all.indexOf(item) !== place);
  return twice === undefined ? { value: all } : { accepted: `each id once; ${twice} is named twice` };
};

/** The base URL of the API: https, or plain http to this very machine; the token must not travel in the clear. */
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

/** A token as it may stand in a header: visible ASCII; a line break at its end is cut off by the runner's trimming. */
export const token: Parser<string> = (text) =>
  /^[!-~]+$/u.test(text) ? { value: text } : { accepted: 'a k6 Cloud API token, without blanks or line breaks' };

function items(text: string): string[] {
  return text.split(/[\s,]+/u).filter((item) => item !== '');
}
