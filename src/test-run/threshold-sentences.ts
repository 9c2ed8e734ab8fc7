/** The words for thresholds: what is compared, in which unit, and how far off a threshold is that was not met. */
import type { Threshold } from './metrics.ts';
import type { NumberRow } from './number-table.ts';
import { NUMBERS } from './number-table.ts';
import { PROTOCOLS } from './protocol-table.ts';
import type { Unit } from './quantity.ts';
import { distinguishable, quantity } from './quantity.ts';
import { stateOf } from './thresholds.ts';

/** How names and conditions, which are text from outside, are written into a sentence. */
export interface NameStyle {
  readonly metric: (name: string) => string;
  readonly text: (text: string) => string;
}

const PLAIN: NameStyle = { metric: (name) => `\`${name}\``, text: (text) => text };

/** `431 ms`, `1.25 %`, `not evaluated`: the value of a threshold in the unit of its metric. */
export function thresholdValue(threshold: Threshold): string {
  if (stateOf(threshold) === 'not-evaluated') return 'not evaluated';
  const unit = unitOf(threshold);
  const { value, valueAtEnd, limit } = threshold;
  // The limit stands beside it.
  const inUnit = (shown: number | undefined): string =>
    shown === undefined || limit === undefined ? quantity(shown, unit) : distinguishable(shown, limit, unit)[0];
  return valueAtEnd === undefined ? inUnit(value) : `${inUnit(value)} (${inUnit(valueAtEnd)} at the end)`;
}

/**
 * `p95 latency is 431 ms, over the limit of 400 ms`: the sentence of a threshold that was not met; `undefined` if not
 * even its condition is known.
 */
export function thresholdSentence(threshold: Threshold, style: NameStyle = PLAIN): string | undefined {
  const { metric, condition, value, limit, valueAtEnd } = threshold;
  const unit = unitOf(threshold);
  if (value === undefined || limit === undefined) {
    const name = [metric === undefined ? '' : style.metric(metric), style.text(condition)].filter(
      (part) => part !== '',
    );
    const shown = value === undefined ? 'unknown' : quantity(value, unit);
    return name.length === 0 ? undefined : `${name.join(' ')} was not met (value ${shown})`;
  }
  const [shown, allowed] = distinguishable(value, limit, unit);
  const [atEnd] = valueAtEnd === undefined ? [] : distinguishable(valueAtEnd, limit, unit);
  const when = atEnd === undefined ? '' : ' during the run';
  const end = atEnd === undefined ? '' : ` (${atEnd} at its end)`;
  return `${subjectOf(threshold, style)} ${shown}${when}, ${demand(threshold, allowed)}${end}`;
}

/** The ones not met first, those with numbers before others; then those not evaluated; the rest in the order of the API. */
export function failedFirst(thresholds: readonly Threshold[]): readonly Threshold[] {
  const rank = (one: Threshold): number => {
    if (!one.failed) return stateOf(one) === 'not-evaluated' ? 3 : 4;
    if (one.value !== undefined && one.limit !== undefined) return 0;
    return thresholdSentence(one) === undefined ? 2 : 1;
  };
  return [...thresholds].sort((a, b) => rank(a) - rank(b));
}

/** The finding for a run that failed by its thresholds; `undefined` if nothing is known of them. */
export function thresholdsSentence(thresholds: readonly Threshold[] | undefined): string | undefined {
  const notMet = failedFirst(thresholds ?? []).filter((one) => one.failed);
  const first = notMet[0] === undefined ? undefined : thresholdSentence(notMet[0]);
  if (first === undefined) return undefined;
  const rest = notMet.length - 1;
  if (rest === 0) return first;
  return `${first}, and ${rest} more threshold${rest === 1 ? ' was' : 's were'} not met`;
}

/** Thresholds on numbers that reports show, by metric and statistic: they have a name in plain words and a unit. */
const KNOWN: ReadonlyMap<string, Pick<NumberRow, 'title' | 'unit'>> = new Map(
  [...Object.values(NUMBERS), ...Object.values(PROTOCOLS)].flatMap((row) =>
    row.threshold === undefined ? [] : [[row.threshold.join(' '), row]],
  ),
);

/** The other statistics of latency that have a name. */
const LATENCIES: ReadonlyMap<string, string> = new Map([
  ['med', 'median latency'],
  ['min', 'shortest latency'],
]);

function subjectOf({ metric, stat, valueAtEnd }: Threshold, { metric: named, text }: NameStyle): string {
  const known = KNOWN.get(`${metric ?? ''} ${stat ?? ''}`);
  const percentile = /^p\((?<rank>[\d.]+)\)$/u.exec(stat ?? '')?.groups?.['rank'];
  const latency = percentile === undefined ? LATENCIES.get(stat ?? '') : `p${percentile} latency`;
  const title = known?.title ?? (metric === 'http_req_duration' ? latency : undefined);
  if (title !== undefined) {
    const verb = valueAtEnd === undefined ? ' is' : ' was';
    return `${title}${known?.unit === 'ms' || latency === title ? verb : ''}`;
  }
  const parts = [metric === undefined ? '' : named(metric), text(stat ?? '')].filter((part) => part !== '');
  return parts.length === 0 ? 'a threshold is' : parts.join(' ');
}

/** Which side of the limit is the wrong one; of a value on the limit only the condition shows it. */
function demand({ value = 0, limit = 0, condition }: Threshold, allowed: string): string {
  if (value > limit) return `over the limit of ${allowed}`;
  if (value < limit) return `below the required ${allowed}`;
  const [side] = /[<>!]/u.exec(condition) ?? [];
  const required = side === '<' ? 'below ' : side === '>' ? 'over ' : side === '!' ? 'other than ' : '';
  return `required ${required}${allowed}`;
}

/** Built-in metrics whose values are times in ms. Source: k6's list of built-in metrics. */
const TIMES =
  /^(?:http_req_(?!failed)\w+|iteration_duration|group_duration|grpc_req_duration|ws_(?:connecting|session_duration|ping)|browser_web_vital_(?!cls)\w+)(?:\{|$)/u;
const SHARES = /^(?:http_req_failed|checks|browser_http_req_failed)(?:\{|$)/u;
const NOT_TIMES = new Set(['count', 'rate', 'value']);

function unitOf({ metric, stat = '', unit }: Threshold): Unit {
  if (unit !== undefined) return unit;
  if (metric === undefined) return 'plain';
  const known = KNOWN.get(`${metric} ${stat}`);
  if (known !== undefined) return known.unit;
  if (stat === 'rate') return SHARES.test(metric) ? 'share' : 'plain';
  return TIMES.test(metric) && !NOT_TIMES.has(stat) ? 'ms' : 'plain';
}
