/** What the options of a script tell of its thresholds: whether there are any, and whether one can abort the run. */
import type { AbortChance, Thresholds } from '../../test-run/test-run.ts';
import type { Run } from './schemas.ts';

/** The options are the script's own; a test whose script sets no threshold has none. */
export function thresholdsOf(options: Run['options']): Thresholds {
  if (options === undefined) return 'unknown';
  const { thresholds } = options;
  if (thresholds === undefined || thresholds === null) return 'none';
  if (typeof thresholds !== 'object' || Array.isArray(thresholds)) return 'unknown';
  const conditions = Object.values(thresholds).filter((all) => !Array.isArray(all) || all.length > 0);
  return conditions.length > 0 ? 'stated' : 'none';
}

/**
 * Whether a threshold of the script has `abortOnFail`; a condition of a form that is not known may have it. What is no
 * list is no metric's conditions, but a field that this version does not know.
 */
export function abortChanceOf(options: Run['options']): AbortChance {
  const thresholds = thresholdsOf(options);
  if (thresholds === 'none') return 'impossible';
  if (thresholds !== 'stated' || typeof options?.thresholds !== 'object') return 'unknown';
  const lists: readonly unknown[] = Object.values(options.thresholds ?? {});
  const conditions: readonly unknown[] = lists.filter(Array.isArray).flat();
  if (conditions.length === 0) return 'unknown';
  const chances = conditions.map((one) => {
    if (typeof one === 'string') return 'impossible';
    const aborts = typeof one === 'object' && one !== null && 'threshold' in one ? abortFlag(one) : undefined;
    return aborts === undefined ? 'unknown' : aborts ? 'possible' : 'impossible';
  });
  if (chances.includes('possible')) return 'possible';
  return chances.includes('unknown') ? 'unknown' : 'impossible';
}

function abortFlag(condition: object): boolean | undefined {
  if (!('abortOnFail' in condition)) return false;
  const { abortOnFail } = condition;
  return typeof abortOnFail === 'boolean' ? abortOnFail : abortOnFail === null ? false : undefined;
}
