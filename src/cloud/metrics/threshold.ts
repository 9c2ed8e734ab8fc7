/** One entry of a list of thresholds, translated: metric, condition, limit, and the value that decided. */
import type { Threshold } from '../../test-run/metrics.ts';
import type { Metric, ThresholdEntry } from './schemas.ts';

/** A condition as scripts write it, with or without its metric in front: `http_req_duration: p(95)<400`. */
const CONDITION =
  /^(?:(?<metric>[\w.]+(?:\{[^}]*\})?)\s*:\s*)?(?<stat>[a-z]+(?:\([\d.]+\))?)\s*(?<operator>[<>]=?|={2,3}|!=)\s*(?<limit>-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)$/u;

/** What a condition compares, as far as it is known. */
interface Condition {
  readonly stat: string | undefined;
  readonly operator: string | undefined;
  readonly limit: number | undefined;
}

/** The name is the whole condition, or a generic `threshold_1`: then the other fields show what was compared. */
export function translateThreshold(metric: Metric | undefined, entry: ThresholdEntry): Threshold {
  const { name = '', stat, value: stated, calculated_value: atEnd, calc_state: state, tainted: failed } = entry;
  const written = CONDITION.exec(name)?.groups;
  const limit = stated ?? (written?.['limit'] === undefined ? undefined : finite(Number(written['limit'])));
  const failing = failed ? (state?.tainted_value ?? atEnd) : undefined;
  const operator = written?.['operator'] ?? operatorFrom(limit, failing, failed ? undefined : atEnd);
  const condition = { stat: stat ?? written?.['stat'], operator, limit };
  const failedBefore = failing !== undefined && (atEnd === undefined || isMet(condition, atEnd));
  return {
    metric: metric?.name ?? written?.['metric'],
    stat: condition.stat,
    condition: written === undefined ? inWords(condition, name) : spelled(written),
    limit,
    value: failedBefore ? failing : atEnd,
    valueAtEnd: failedBefore ? atEnd : undefined,
    unit: unitOf(metric, condition.stat),
    failed,
  };
}

/**
 * The operator of a generic name: a value past the limit fails an upper limit and meets a lower one. Whether the limit
 * itself is allowed is not known.
 */
function operatorFrom(
  limit: number | undefined,
  failing: number | undefined,
  met: number | undefined,
): string | undefined {
  const value = failing ?? met;
  if (limit === undefined || value === undefined || value === limit) return undefined;
  return value > limit === (failing !== undefined) ? '<' : '>';
}

const OPERATORS: ReadonlyMap<string | undefined, (value: number, limit: number) => boolean> = new Map([
  ['<', (value, limit) => value < limit],
  ['<=', (value, limit) => value <= limit],
  ['>', (value, limit) => value > limit],
  ['>=', (value, limit) => value >= limit],
  ['==', (value, limit) => value === limit],
  ['===', (value, limit) => value === limit],
  ['!=', (value, limit) => value !== limit],
]);

function isMet({ operator, limit }: Condition, value: number): boolean {
  return limit !== undefined && OPERATORS.get(operator)?.(value, limit) === true;
}

function spelled({ stat = '', operator = '', limit = '' }: Readonly<Record<string, string>>): string {
  return `${stat}${operator}${limit}`;
}

function inWords({ stat, operator, limit }: Condition, name: string): string {
  if (limit === undefined) return stat ?? name;
  if (stat === undefined) return `limit ${limit}`;
  return operator === undefined ? `${stat}, limit ${limit}` : `${stat}${operator}${limit}`;
}

/** Statistics that count or divide are not in the unit of their metric. */
const UNITLESS: ReadonlySet<string | undefined> = new Set(['count', 'rate', 'value']);

function unitOf(metric: Metric | undefined, stat: string | undefined): Threshold['unit'] {
  if (metric?.contains === 'percent' && stat === 'rate') return 'share';
  return metric?.contains === 'time' && !UNITLESS.has(stat) ? 'ms' : undefined;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
