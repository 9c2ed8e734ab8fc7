/** One entry of a list of thresholds, translated: metric, condition, limit, and the value that decided. */
import type { Threshold } from '../../test-run/metrics.ts';
import type { ThresholdEntry } from './schemas.ts';

/** A criterion as scripts write it, with or without its metric in front: `http_req_duration: p(95)<400`. */
const EXPRESSION =
  /^(?:(?<metric>[\w.]+(?:\{[^}]*\})?)\s*:\s*)?(?<stat>[a-z]+(?:\([\d.]+\))?)\s*(?<sign>[<>]=?|={2,3}|!=)\s*(?<limit>-?\d+(?:\.\d+)?)$/u;

/** The name holds the whole criterion at times, and is a mere `threshold_1` at others. */
export function translateThreshold(
  metric: string | undefined,
  { name, stat, value, calculated_value: calculated, tainted }: ThresholdEntry,
): Threshold {
  const written = EXPRESSION.exec(name ?? '')?.groups;
  const limit = value ?? (written?.['limit'] === undefined ? undefined : Number(written['limit']));
  const compared = stat ?? written?.['stat'];
  const inWords = [compared, limit === undefined ? undefined : `limit ${limit}`].filter((part) => part !== undefined);
  const spelled =
    written === undefined ? undefined : `${written['stat'] ?? ''}${written['sign'] ?? ''}${written['limit'] ?? ''}`;
  return {
    metric: metric ?? written?.['metric'],
    stat: compared,
    condition: spelled ?? (inWords.length === 0 ? (name ?? '') : inWords.join(', ')),
    limit,
    value: calculated,
    failed: tainted,
  };
}
