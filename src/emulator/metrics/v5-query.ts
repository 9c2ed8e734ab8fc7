/** Carries out a v5 query on one sample: a method, grouped or not, on a metric with or without a selector. */
import type { Sample } from '../machine/run-numbers.ts';
import { protocolMetric } from './protocol-metrics.ts';
import type { Line, MetricSeries } from './v5-metrics.ts';
import { METRICS, byMethod, customLines, customTrend, together } from './v5-metrics.ts';

/** A query made ready; `lines` is asked once for an aggregate and once a part for a range. */
export interface ReadyQuery {
  readonly metric: string;
  readonly lines: (sample: Sample) => readonly Line[];
}

/** `METHOD`, `METHOD by (labels)`, `sum(METHOD by (labels))`, `max(METHOD by (labels))`; other ways across labels are not in the emulator. */
const QUERY = /^(?:(?:sum|max)\(\s*(?<inner>.+)\s*\)|(?<plain>.+))$/u;
const GROUPED = /^(?<method>[a-z_]+(?:\([\d.]+\))?)(?:\s+by\s+\((?<by>[\w\s,]*)\))?$/u;
const SELECTOR = /^(?<name>\w+)(?:\{(?<pairs>.*)\})?$/u;
const PAIR = /^\s*(?<label>\w+)\s*(?<equal>=|!=)\s*"(?<value>[^"]*)"\s*$/u;

/** A text says why a query cannot be carried out; a metric that does not exist has no lines. */
export function readyQuery(query: string, metric: string): ReadyQuery | string {
  const { inner, plain } = QUERY.exec(query.trim())?.groups ?? {};
  const { method, by = '' } = GROUPED.exec((inner ?? plain ?? '').trim())?.groups ?? {};
  const { name, pairs = '' } = SELECTOR.exec(metric.trim())?.groups ?? {};
  if (method === undefined) return `The query '${query}' is not one.`;
  if (name === undefined) return `The metric '${metric}' is not one.`;
  const accepts = selector(pairs);
  if (typeof accepts === 'string') return accepts;
  const builtIn = METRICS.find((one) => one.name === name) ?? protocolMetric(name);
  const found = builtIn ?? customTrend(name);
  const value = byMethod(found.type, method);
  if (builtIn === undefined) {
    const trend = value === 'unknown' ? undefined : value;
    const lines = (sample: Sample): readonly Line[] => [
      ...found.series(sample).flatMap(({ labels, of }) => (trend === undefined ? [] : [{ labels, value: trend(of) }])),
      ...customLines(sample, name, method),
    ];
    return { metric: name, lines: (sample) => lines(sample).filter(({ labels }) => accepts({ ...COMMON, ...labels })) };
  }
  if (value === 'unknown') return `A ${found.type} has no method '${method}'.`;
  const labels = inner === undefined ? by.split(',').map((label) => label.trim()) : [];
  const grouped = labels.includes('check');
  const matches = (series: MetricSeries): boolean => accepts({ ...COMMON, ...series.labels });
  const lineOf = (series: MetricSeries): Line => ({ labels: series.labels, value: value(series.of) });
  return {
    metric: name,
    lines: (sample) => {
      const parts = found.parts?.(sample) ?? [];
      if (name === 'http_req_duration' && pairs.trim() !== '') return merged(parts.filter(matches), labels).map(lineOf);
      if (parts.length > 0 && ENDPOINT_LABELS.some((label) => labels.includes(label) || pairs.includes(label))) {
        return merged(parts.filter(matches), labels).map(lineOf);
      }
      const kept = found.series(sample).filter(matches);
      if (grouped || name !== 'checks') return kept.map(lineOf);
      const checks = sample.checks.filter((check) => kept.some((series) => series.labels['check'] === check.name));
      return checks.length === 0 ? [] : [{ labels: {}, value: value(together({ ...sample, checks })) }];
    },
  };
}

/** Labels that tell the requests of one endpoint from others. */
const ENDPOINT_LABELS = ['name', 'method', 'expected_response'];

/** Series that differ in other labels than these are one: counts add up, and the latency is that of the slowest. */
function merged(all: readonly MetricSeries[], by: readonly string[]): readonly MetricSeries[] {
  const groups = new Map<string, MetricSeries>();
  for (const { labels, of } of all) {
    const kept = by.some((label) => label in labels)
      ? Object.fromEntries(Object.entries(labels).filter(([name]) => by.includes(name)))
      : labels;
    const key = JSON.stringify(kept);
    const before = groups.get(key)?.of;
    const sample = { ...of.sample, p95Ms: Math.max(of.sample.p95Ms, before?.sample.p95Ms ?? 0) };
    const sums = { count: of.count + (before?.count ?? 0), nonZero: of.nonZero + (before?.nonZero ?? 0) };
    groups.set(key, { labels: kept, of: { ...sums, sample } });
  }
  return [...groups.values()];
}

/** Labels that every line has. */
const COMMON = { instance_id: '0', load_zone: 'amazon:us:ashburn', scenario: 'default' };

function selector(pairs: string): ((labels: Readonly<Record<string, string>>) => boolean) | string {
  if (pairs.trim() === '') return () => true;
  const wanted = pairs.split(',').map((pair) => PAIR.exec(pair)?.groups);
  if (wanted.includes(undefined)) return `The selector {${pairs}} is not one.`;
  return (labels) =>
    wanted.every((pair) => (labels[pair?.['label'] ?? ''] === pair?.['value']) === (pair?.['equal'] === '='));
}
