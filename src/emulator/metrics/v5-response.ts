/** Answers of v5 queries: one value for the run, or its course. */
import type { ApiReply } from '../routing.ts';
import type { MetricsOptions, RunSample } from './metrics-options.ts';
import { merged, parts } from '../machine/series.ts';
import type { PathCall } from './v5-path.ts';
import { pathCall } from './v5-path.ts';
import type { ReadyQuery } from './v5-query.ts';
import { readyQuery } from './v5-query.ts';
import { v6Refusal } from '../v6/v6-options.ts';

const COMMON = ['query', 'metric', 'start', 'end'];

/** The answer to a query on a run, `inside` being what stands in the brackets; 400 where it is not one. */
export function v5Response(
  kind: 'aggregate' | 'range',
  inside: string,
  seen: RunSample,
  options: MetricsOptions,
): ApiReply {
  const call = pathCall(inside, kind === 'range' ? [...COMMON, 'step'] : COMMON);
  if (typeof call === 'string') return v6Refusal(400, call);
  const ready = readyQuery(call.query, call.metric);
  if (typeof ready === 'string') return v6Refusal(400, ready);
  const json = kind === 'range' ? matrix(options, seen, call, ready) : vector(options, seen, call, ready);
  return { status: 200, json };
}

/** Runs of a query on a load test that names none. */
const NEWEST_RUNS = 30;

/** The answer to a query on a load test: the lines of each run, told apart by `test_run_id`. */
export function v5TestResponse(
  inside: string,
  runsOf: (runIds: readonly number[] | undefined) => readonly RunSample[],
  options: MetricsOptions,
): ApiReply {
  const call = pathCall(inside, ['query', 'metric', 'test_run_ids']);
  if (typeof call === 'string') return v6Refusal(400, call);
  const ready = readyQuery(call.query, call.metric);
  if (typeof ready === 'string') return v6Refusal(400, ready);
  const result = runsOf(call.runIds)
    .slice(-NEWEST_RUNS)
    .flatMap((seen) => lines(options, seen, call, ready));
  return { status: 200, json: { status: 'success', data: { resultType: 'vector', result } } };
}

function vector(options: MetricsOptions, seen: RunSample, call: PathCall, ready: ReadyQuery): unknown {
  return { status: 'success', data: { resultType: 'vector', result: lines(options, seen, call, ready) } };
}

function lines(
  options: MetricsOptions,
  { run, numbers }: RunSample,
  call: PathCall,
  ready: ReadyQuery,
): readonly unknown[] {
  const whole = call.startMs === undefined && call.endMs === undefined;
  const sample = numbers === undefined || whole ? numbers : merged(parts(numbers, 1).filter(within(call)));
  const found = sample === undefined ? [] : ready.lines(sample);
  const at = (call.endMs ?? numbers?.endMs ?? 0) / 1000;
  return found.flatMap(({ labels, value }) =>
    value === undefined ? [] : [{ metric: labelled(ready, run.id, labels), values: [pair(at, value, options)] }],
  );
}

function matrix(options: MetricsOptions, { run, numbers }: RunSample, call: PathCall, ready: ReadyQuery): unknown {
  const series = new Map<string, { metric: unknown; values: unknown[] }>();
  const all = numbers === undefined ? [] : parts(numbers, call.step ?? Math.max(1, Math.ceil(numbers.seconds / 60)));
  for (const part of all.filter(within(call))) {
    for (const { labels, value } of ready.lines(part)) {
      if (value === undefined) continue;
      const key = JSON.stringify(labels);
      const line = series.get(key) ?? { metric: labelled(ready, run.id, labels), values: [] };
      line.values.push(pair(part.atMs / 1000, value, options));
      series.set(key, line);
    }
  }
  return { status: 'success', data: { resultType: 'matrix', result: [...series.values()] } };
}

/** By where a part begins. */
function within({ startMs = -Infinity, endMs = Infinity }: PathCall): (part: { readonly atMs: number }) => boolean {
  return ({ atMs }) => atMs >= startMs && atMs < endMs;
}

function labelled(ready: ReadyQuery, runId: number, labels: Readonly<Record<string, string>>): unknown {
  return { __name__: ready.metric, test_run_id: String(runId), ...labels };
}

function pair(atS: number, value: number, { numbersAs }: MetricsOptions): unknown {
  return [atS, numbersAs === 'strings' ? String(value) : value];
}
