/** The words for thresholds: what is compared, in which unit, and how far off a crossed one is. */
import type { Threshold } from './metrics.ts';
import type { Unit } from './quantity.ts';
import { distinguishable, quantity } from './quantity.ts';

/** Built-in metrics whose values are times in ms. Source: k6's list of built-in metrics. */
const TIMES =
  /^(?:http_req_(?!failed)\w+|iteration_duration|group_duration|grpc_req_duration|ws_(?:connecting|session_duration|ping)|browser_web_vital_(?!cls)\w+)(?:\{|$)/u;
const NOT_TIMES = new Set(['count', 'rate', 'value']);

/** `431 ms`, `0.0125`: the value of a threshold in the unit of its metric; a rate stays as its condition writes it. */
export function thresholdValue({ value, metric, stat }: Threshold): string {
  return quantity(value, unitOf(metric, stat));
}

/** `http_req_duration p(95) is 431 ms, the limit is 400 ms`; `undefined` where a part of it is unknown. */
export function thresholdSentence({ metric, stat, value, limit }: Threshold): string | undefined {
  if (metric === undefined || stat === undefined || value === undefined || limit === undefined) return undefined;
  const [is, allowed] = distinguishable(value, limit, unitOf(metric, stat));
  return `${metric} ${stat} is ${is}, the limit is ${allowed}`;
}

/** The crossed ones first, those that can be put into words before others, in the order of the API else. */
export function failedFirst(thresholds: readonly Threshold[]): readonly Threshold[] {
  const rank = (one: Threshold): number => (one.failed ? (thresholdSentence(one) === undefined ? 1 : 0) : 2);
  return [...thresholds].sort((a, b) => rank(a) - rank(b));
}

/** The finding for a run that failed by its thresholds; `undefined` where the numbers are not known. */
export function thresholdsSentence(thresholds: readonly Threshold[] | undefined): string | undefined {
  const crossed = failedFirst(thresholds ?? []).filter((one) => one.failed);
  const first = crossed[0] === undefined ? undefined : thresholdSentence(crossed[0]);
  if (first === undefined) return undefined;
  const rest = crossed.length - 1;
  if (rest === 0) return first;
  return `${first}, and ${rest} more threshold${rest === 1 ? ' was' : 's were'} crossed`;
}

function unitOf(metric: string | undefined, stat: string | undefined): Unit {
  return metric !== undefined && TIMES.test(metric) && !NOT_TIMES.has(stat ?? '') ? 'ms' : 'plain';
}
