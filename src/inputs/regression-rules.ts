/** The grammar of `max-regression`: how much worse than its baseline a run may be, metric by metric. */
import type { MetricName } from '../test-run/baseline.ts';
import type { RegressionRule } from '../test-run/regression-rule.ts';
import { METRICS } from '../test-run/baseline.ts';
import { ruleText } from '../test-run/regression-rule.ts';
import type { Selector } from '../test-run/selector.ts';
import { selectorText } from '../test-run/selector.ts';
import type { Parser } from './parsers.ts';

/** A name of k6: of a metric or of a tag. */
const NAME = String.raw`[A-Za-z_]\w{0,127}`;
const NUMBER = String.raw`\d{1,6}(?:\.\d{1,6})?`;
/** Values stand in the path of a request, so they hold only what its reference allows, and nothing that ends a text. */
const VALUE = String.raw`\w{1,255}|"[\w.()=~!<>|, /:*+-]{1,255}"`;
const TAG = String.raw`\s*(${NAME})\s*:\s*(${VALUE})\s*`;
const RULE = new RegExp(
  String.raw`^(?<metric>[a-z0-9-]+)(?:\((?<name>${NAME})\))?(?:\{(?<tags>[^{}]*)\})?` +
    String.raw`\s*=\s*(?<sign>[+-]?)(?<size>\d{1,4}(?:\.\d{1,6})?)\s*(?<unit>%|pp)` +
    String.raw`(?:\s*&\s*(?<floor>${NUMBER})\s*(?<floorUnit>ms|pp)?)?$`,
  'u',
);
const TAGS = new RegExp(`^${TAG}(?:,${TAG})*$`, 'u');
const EACH_TAG = new RegExp(TAG, 'gu');
/** More tags and rules than a person writes. */
const MOST_TAGS = 10;
const MOST_RULES = 20;

/**
 * Rules such as `p95=10%, error-rate=0.5pp, rps=-5%`: the sign says which way is worse, and only that way is accepted.
 * `rate(my_rate)` is a rate or a counter of the script, and its sign says which way is worse.
 * `p95=10%&20ms` needs both to be exceeded; `p95{name:checkout}` is one endpoint; `p95(checkout_duration)` a custom metric.
 */
export const regressionRules: Parser<readonly RegressionRule[]> = (text) => {
  const accepted =
    `rules such as p95=10%, error-rate=0.5pp, rps=-5%, p95{name:checkout}=15%&20ms, p95(my_trend)=10%, rate(my_rate)=-1pp, each metric once, ` +
    `of ${Object.keys(METRICS).join(', ')}; pp for rates only; a minus where less is worse; values in double quotes ` +
    `without " ' \\ { }`;
  const parts = partsOf(text);
  const rules = parts.map(rule);
  const wrong = parts.find((_, place) => rules[place] === undefined);
  const sound = rules.filter((one) => one !== undefined);
  if (wrong !== undefined || sound.length > MOST_RULES) return { accepted, got: wrong ?? text };
  const keys = sound.map(
    (one) => `${one.rate === undefined ? one.metric : 'rate'}${one.of === undefined ? '' : selectorText(one.of)}`,
  );
  const twice = sound.find((_, place) => keys.indexOf(keys[place] ?? '') !== place);
  return twice === undefined ? { value: sound } : { accepted, got: ruleText(twice) };
};

/** Separated by commas and newlines that are neither in quotes nor in braces. */
function partsOf(text: string): readonly string[] {
  const parts = text.match(/(?:"[^"\n]*"|\{(?:"[^"\n]*"|[^{}"\n])*\}|[^,\n])+/gu) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function rule(part: string): RegressionRule | undefined {
  const { metric = '', name, tags, sign, size, unit, floor, floorUnit } = RULE.exec(part)?.groups ?? {};
  // The rate of a metric of the script is a share or a number per second: points say that it is a share.
  const isRate = metric === 'rate' && name !== undefined;
  const row = isRate ? (floor !== undefined && floorUnit === undefined && unit === '%' ? 'rps' : 'error-rate') : metric;
  if (!isMetric(row)) return undefined;
  const { worse, unit: counted } = METRICS[row];
  const number = Number(size);
  const signFits = isRate || (worse === 'less' ? sign === '-' || number === 0 : sign !== '-');
  if (!signFits || (unit === 'pp' && counted !== 'share')) return undefined;
  const floorFits = floorUnit === (counted === 'ms' ? 'ms' : counted === 'share' ? 'pp' : undefined);
  if (floor !== undefined && !floorFits) return undefined;
  const of = selector(name, tags);
  if (of === 'refused') return undefined;
  return {
    metric: row,
    size: number,
    unit: unit === 'pp' ? 'pp' : '%',
    ...(isRate ? { rate: sign === '-' ? ('less' as const) : ('more' as const) } : {}),
    ...(floor === undefined ? {} : { floor: Number(floor) }),
    ...(of === undefined ? {} : { of }),
  };
}

function selector(metric: string | undefined, text: string | undefined): Selector | 'refused' | undefined {
  if (text === undefined) return metric === undefined ? undefined : { metric, tags: [] };
  if (!TAGS.test(text)) return 'refused';
  const tags = [...text.matchAll(EACH_TAG)].map(
    ([, name = '', value = '']) => [name, value.replaceAll('"', '')] as const,
  );
  const names = new Set(tags.map(([name]) => name));
  return tags.length > MOST_TAGS || names.size < tags.length ? 'refused' : { metric, tags };
}

function isMetric(name: string): name is MetricName {
  return Object.hasOwn(METRICS, name);
}
