/** Numbers as people read them: three significant digits, a unit beside each, and `n/a` where nothing is known. */

/** What a number counts. `share` is 0..1 and read as percent; `plain` has no unit. */
export type Unit = 'ms' | 'per-second' | 'share' | 'count' | 'vuh' | 'plain';

/** What stands for a number that nobody knows; never 0. */
const UNKNOWN = 'n/a';

const SUFFIX: Readonly<Record<Unit, string>> = {
  ms: ' ms',
  'per-second': ' /s',
  share: ' %',
  count: '',
  vuh: ' VUh',
  plain: '',
};

const SECOND_MS = 1000;

/** `431 ms`, `1.83 s`, `57.5 /s`, `1.25 %`, `6 900`, `1.25 VUh`, `n/a`. */
export function quantity(value: number | undefined, unit: Unit, digits = 3): string {
  if (value === undefined || !Number.isFinite(value)) return UNKNOWN;
  if (unit === 'count') return grouped(String(Math.round(value)));
  // What is rounded to a second is written as one: `1 s` and `1 000 ms` would look like two values.
  if (unit === 'ms' && Number(Math.abs(value).toPrecision(digits)) >= SECOND_MS)
    return `${significant(value / SECOND_MS, digits)} s`;
  const text = unit === 'share' ? percent(value, digits) : significant(value, digits);
  return `${text}${SUFFIX[unit]}`;
}

/** `1 VU`, `200 VUs`: a count and what it counts. */
export function counted(count: number, noun: string): string {
  const text = quantity(count, 'count');
  return `${text} ${noun}${text === '1' ? '' : 's'}`;
}

/** Both values in as many digits as it takes to tell them apart: a limit that is not met must not look met. */
export function distinguishable(one: number, other: number, unit: Unit): readonly [string, string] {
  for (const digits of [3, 4, 5, 6, 8, 10]) {
    const texts = [quantity(one, unit, digits), quantity(other, unit, digits)] as const;
    if (one === other || texts[0] !== texts[1]) return texts;
  }
  return [quantity(one, unit, 15), quantity(other, unit, 15)];
}

/** From ten times on, how many times tells more than per cent. */
const MANY_TIMES_PERCENT = 900;

/** `+19.1 %`, `−1 %`, `+0.85 pp`, `0 %`, `×179`: a change with its sign; less than a hundredth is no change to a reader. */
export function change(value: number, unit: '%' | 'pp'): string {
  if (unit === '%' && value >= MANY_TIMES_PERCENT) return `×${significant(1 + value / 100)}`;
  const size = changeSize(value, unit);
  if (size === `0 ${unit}`) return size;
  return `${value < 0 ? '−' : '+'}${size}`;
}

/** The size of a change, or of what a rule allows, without its sign: `10 %` */
export function changeSize(value: number, unit: '%' | 'pp'): string {
  const size = Math.abs(value);
  return `${significant(size < 1 ? Math.round(size * 100) / 100 : size)} ${unit}`;
}

/** At least `digits` significant digits, whole from 100 on, no exponent, no idle zeros: `0.0125`, `57.5`, `12 345`. */
export function significant(value: number, digits = 3): string {
  const size = Math.abs(value);
  if (size < 1e-9) return '0';
  const magnitude = Math.floor(Math.log10(size)) + 1;
  const decimals = Math.min(15, Math.max(0, digits - magnitude));
  const fixed = size.toFixed(decimals);
  const [whole = '0', fraction = ''] = fixed.split('.');
  const rest = fraction.replace(/0+$/u, '');
  const sign = value < 0 && Number(fixed) !== 0 ? '−' : '';
  return `${sign}${grouped(whole)}${rest === '' ? '' : `.${rest}`}`;
}

/** A share that is not whole is not shown as 100 %, as far as eight digits tell. */
function percent(share: number, digits: number): string {
  for (let more = digits; more <= Math.max(digits, 8); more++) {
    const text = significant(share * 100, more);
    if (text !== '100' || share >= 1) return text;
  }
  return '100';
}

/** Thousands apart by a thin space that does not break. */
function grouped(whole: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/gu, '\u202f');
}
