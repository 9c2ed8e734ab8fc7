/** The charts of one run: latency and load over its time, and p95 over the last runs. */
import { day } from './run-facts.ts';
import type { Metrics, Point, Threshold, TrendPoint } from '../test-run/metrics.ts';
import { significant } from '../test-run/quantity.ts';
import type { Colour, Plot } from '../text/mermaid.ts';
import { chart } from '../text/mermaid.ts';

/** Fewer points are no course: the table has the number. */
const MIN_POINTS = 5;
const MAX_POINTS = 60;

/** p95 over the run, with its limit as a line where a threshold has one; empty where it is not known. */
export function latencyChart({ series: { p95Ms }, thresholds }: Metrics): string {
  const limiting = limitOf(thresholds);
  const limit = limiting?.limit;
  const title = `p95 latency over the run, ms${limit === undefined ? '' : ` (limit ${significant(limit)})`}`;
  return overTime(title, p95Ms, limiting?.failed === true ? 'fail' : 'accent', limit);
}

/** Requests per second over the run. */
export function requestsChart({ series: { rps } }: Metrics): string {
  return overTime('requests per second', rps, 'accent');
}

/** Virtual users over the run. */
export function vusChart({ series: { vus } }: Metrics): string {
  return overTime('virtual users', vus, 'accent');
}

/** Failed requests over the run; empty where none failed. */
export function failedRequestsChart({ series: { errorRate } }: Metrics): string {
  const percent = errorRate.map(({ atMs, value }) => ({ atMs, value: value * 100 }));
  return percent.some(({ value }) => value > 0) ? overTime('failed requests, %', percent, 'fail') : '';
}

/**
 * p95 of the last runs by date, this one last, with the limit of this run's threshold as a line.
 * @param failed whether this run failed: then its bar is red
 */
export function trendChart(
  trend: readonly TrendPoint[],
  thresholds: readonly Threshold[] | undefined,
  failed: boolean,
): string {
  const known = trend.filter((point) => point.p95Ms !== undefined);
  if (known.length < MIN_POINTS) return '';
  const values = known.map(({ p95Ms = 0 }) => p95Ms);
  const own = trend.at(-1)?.p95Ms === undefined || !failed ? -1 : known.length - 1;
  const limit = limitOf(thresholds)?.limit;
  // Bars of two plots stand in the same place, and a bar of nothing still covers the foot of the one behind it: so the
  // red one, which is the last, stands behind, and the others end before it.
  const bars: readonly Plot[] = [
    ...(own < 0 ? [] : [bar(values, own)]),
    { kind: 'bar', values: own < 0 ? values : values.slice(0, own), colour: 'accent' },
  ];
  return chart({
    title: `p95 latency of the last ${known.length} runs, ms${limit === undefined ? '' : ` (limit ${significant(limit)})`}`,
    x: labels(known),
    plots: [...bars, ...limitLine(limit, known.length)],
  });
}

function bar(values: readonly number[], own: number): Plot {
  return { kind: 'bar', values: values.map((value, place) => (place === own ? value : 0)), colour: 'fail' };
}

/** Labels of a chart must differ, or Mermaid draws their bars in one place. */
function labels(trend: readonly TrendPoint[]): readonly string[] {
  const texts = trend.map(({ createdMs, runId }) => (createdMs === undefined ? runId : day(createdMs)));
  return texts.map((text, place) => {
    const before = texts.slice(0, place).filter((other) => other === text).length;
    return before === 0 ? text : `${text} ${before + 1}`;
  });
}

/** The threshold that limits p95, so that it can be drawn: of several, one that was not met. */
function limitOf(thresholds: readonly Threshold[] = []): Threshold | undefined {
  const limiting = thresholds.filter(
    ({ metric, stat, limit }) => metric === 'http_req_duration' && stat === 'p(95)' && limit !== undefined,
  );
  return limiting.find(({ failed }) => failed) ?? limiting[0];
}

function limitLine(limit: number | undefined, points: number): readonly Plot[] {
  return limit === undefined ? [] : [{ kind: 'line', values: Array<number>(points).fill(limit), colour: 'quiet' }];
}

function overTime(title: string, points: readonly Point[], colour: Colour, limit?: number): string {
  const values = evenly(points);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || values.length < MIN_POINTS) return '';
  const { name, ms } = scale(last.atMs - first.atMs);
  const x = { title: name, from: 0, to: (last.atMs - first.atMs) / ms };
  return chart({ title, x, plots: [{ kind: 'line', values, colour }, ...limitLine(limit, values.length)] });
}

/** Values at even distances, as the axis wants them; between two known points a line is straight. */
function evenly(points: readonly Point[]): readonly number[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const count = Math.min(MAX_POINTS, points.length);
  const step = (last.atMs - first.atMs) / (count - 1);
  let place = 0;
  return Array.from({ length: count }, (_, index) => {
    const atMs = first.atMs + index * step;
    while (place < points.length - 2 && (points[place + 1]?.atMs ?? Infinity) < atMs) place++;
    const [a, b] = [points[place] ?? first, points[place + 1] ?? last];
    const share = b.atMs === a.atMs ? 0 : Math.min(1, Math.max(0, (atMs - a.atMs) / (b.atMs - a.atMs)));
    return a.value + (b.value - a.value) * share;
  });
}

function scale(lengthMs: number): { readonly name: string; readonly ms: number } {
  if (lengthMs <= 300_000) return { name: 'seconds', ms: 1000 };
  if (lengthMs <= 3 * 3_600_000) return { name: 'minutes', ms: 60_000 };
  return { name: 'hours', ms: 3_600_000 };
}
