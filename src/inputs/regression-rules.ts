/** The grammar of `max-regression`: how much worse than its baseline a run may be, metric by metric. */
import type { MetricName, RegressionRule } from '../test-run/baseline.ts';
import { METRICS } from '../test-run/baseline.ts';
import type { Parser } from './parsers.ts';

const RULE = /^(?<metric>[a-z0-9-]+)\s*=\s*(?<sign>[+-]?)(?<size>\d{1,4}(?:\.\d{1,6})?)\s*(?<unit>%|pp)$/u;

/** Rules such as `p95=10%, error-rate=0.5pp, rps=-5%`: the sign says which way is worse, and only that way is taken. */
export const regressionRules: Parser<readonly RegressionRule[]> = (rules) => {
  const accepted =
    `rules such as p95=10%, error-rate=0.5pp, rps=-5%, each metric once, of ${Object.keys(METRICS).join(', ')}; ` +
    'pp for rates only; a minus where less is worse';
  const parts = rules.split(/[,\n]/u).map((part) => part.trim());
  const given = parts.filter((part) => part !== '').map(rule);
  const sound = given.filter((one) => one !== undefined);
  const once = new Set(sound.map(({ metric }) => metric)).size === sound.length;
  return sound.length === given.length && once ? { value: sound } : { accepted };
};

function rule(part: string): RegressionRule | undefined {
  const { metric = '', sign, size, unit } = RULE.exec(part)?.groups ?? {};
  if (!isMetric(metric)) return undefined;
  const { worse, unit: counted } = METRICS[metric];
  const number = Number(size);
  const signFits = worse === 'less' ? sign === '-' || number === 0 : sign !== '-';
  if (!signFits || (unit === 'pp' && counted !== 'share')) return undefined;
  return { metric, size: number, unit: unit === 'pp' ? 'pp' : '%' };
}

function isMetric(name: string): name is MetricName {
  return Object.hasOwn(METRICS, name);
}
