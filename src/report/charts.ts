/** The pictures of one run: latency and load over its time, and p95 over the last runs; each with its numbers. */
import { METRICS } from '../test-run/baseline.ts';
import type { Metrics, Point, Threshold, TrendPoint } from '../test-run/metrics.ts';
import { formatClock } from '../test-run/duration.ts';
import type { Unit } from '../test-run/quantity.ts';
import { quantity, significant } from '../test-run/quantity.ts';
import { table } from '../text/markdown.ts';
import type { Colour, Plot } from '../text/mermaid.ts';
import { chart } from '../text/mermaid.ts';

/** p95 over the run, beside its limit where a threshold has one; empty where it is not known. */
export function latencyChart({ series: { p95Ms }, thresholds }: Metrics): string {
  const limiting = limitOf(thresholds);
  const limit = limiting?.limit;
  const title = `p95 latency over the run, ms${limit === undefined ? '' : ` (limit ${significant(limit)})`}`;
  return overTime(title, 'ms', p95Ms, limiting?.failed === true ? 'fail' : 'accent', limit);
}

/** The load: requests per second, VUs, and failed requests where there were any. */
export function loadCharts({ series: { rps, vus, errorRate } }: Metrics): string {
  const percent = errorRate.map(({ atMs, value }) => ({ atMs, value: value * 100 }));
  const charts = [
    overTime('requests per second', 'requests/s', rps, 'accent'),
    overTime('virtual users', 'VUs', vus, 'accent'),
    percent.some(({ value }) => value > 0) ? overTime('failed requests, %', '%', percent, 'fail') : '',
  ];
  return charts.filter((one) => one !== '').join('\n\n');
}

/** The numbers behind the charts, by time. */
export function seriesTable({ series: { p95Ms, rps, errorRate, vus } }: Metrics): string {
  const all = [p95Ms, rps, errorRate, vus];
  const times = [...new Set(all.flatMap((points) => points.map(({ atMs }) => atMs)))].sort((a, b) => a - b);
  const [first] = times;
  if (first === undefined) return '';
  const byTime = all.map((points) => new Map(points.map(({ atMs, value }) => [atMs, value])));
  const units: readonly Unit[] = ['ms', 'per-second', 'share', 'count'];
  const rows = times.map((atMs) => [
    formatClock(atMs - first),
    ...byTime.map((values, place) => quantity(values.get(atMs), units[place] ?? 'plain')),
  ]);
  return table(['time', 'p95 latency', 'requests', 'failed requests', 'VUs'], SERIES_ALIGNED, rows);
}

const SERIES_ALIGNED = ['left', 'right', 'right', 'right', 'right'] as const;

/** p95 of the last runs, this one last; empty for fewer than two known. */
export function trendChart(trend: readonly TrendPoint[]): string {
  const known = trend.filter((point) => point.p95Ms !== undefined);
  if (known.length < 2) return '';
  const own = trend.at(-1)?.p95Ms === undefined ? -1 : known.length - 1;
  return chart({
    title: `p95 latency of the last ${known.length} runs, ms`,
    x: known.map(({ runId }, place) => (place === own ? 'this run' : runId)),
    unit: 'ms',
    plots: [{ kind: 'bar', values: known.map(({ p95Ms = 0 }) => p95Ms), colour: 'accent' }],
    heightPx: 220,
  });
}

/** The numbers of the trend; a run whose p95 is unknown is `n/a`, and missing in the chart. */
export function trendTable(trend: readonly TrendPoint[]): string {
  const rows = trend.map(({ runId, p95Ms }) => [runId, quantity(p95Ms, METRICS.p95.unit)]);
  return table(['run', 'p95 latency'], ['left', 'right'], rows);
}

/** The threshold that limits p95, so that it can be drawn. */
function limitOf(thresholds: readonly Threshold[] | undefined): Threshold | undefined {
  return thresholds?.find(
    ({ metric, stat, limit }) => metric === 'http_req_duration' && stat === 'p(95)' && limit !== undefined,
  );
}

function overTime(title: string, unit: string, points: readonly Point[], colour: Colour, limit?: number): string {
  const values = evenly(points);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || values.length < 2) return '';
  const { name, ms } = scale(last.atMs - first.atMs);
  const line: Plot = { kind: 'line', values, colour };
  const limits: readonly Plot[] =
    limit === undefined ? [] : [{ kind: 'line', values: values.map(() => limit), colour: 'quiet' }];
  const x = { title: name, from: 0, to: (last.atMs - first.atMs) / ms };
  return chart({ title, x, unit, plots: [line, ...limits], heightPx: 260 });
}

const MOST_POINTS = 60;

/** Values at even distances, as the axis wants them; between two known points a line is straight. */
function evenly(points: readonly Point[]): readonly number[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const count = Math.min(MOST_POINTS, points.length);
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
