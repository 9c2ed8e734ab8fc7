/** Thresholds and checks of a run, in the shapes of `v2/thresholds`, `v3/checks` and `v4/test_runs(…)`. */
import type { ApiReply, ApiRequest, Route } from '../routing.ts';
import { idOf } from '../routing.ts';
import type { MetricsContext } from './metrics-options.ts';
import type { CheckCount, EvaluatedThreshold, RunNumbers } from '../machine/run-numbers.ts';
import { metricName } from '../machine/fit-numbers.ts';
import { uuid } from '../machine/uuid.ts';
import type { V2Context } from '../v2/v2-context.ts';
import { v2Time } from '../v2/v2-run.ts';
import { v6Refusal } from '../v6/v6-options.ts';

/** Metric types by name, as far as thresholds can be on them. */
const TYPES: Readonly<Record<string, string>> = { http_req_duration: 'trend', http_req_failed: 'rate', checks: 'rate' };

/** The routes under the legacy API's own paths and checks. */
export function olderCriteriaRoutes(v2: V2Context, context: MetricsContext): readonly Route[] {
  const { options, look } = context;
  const measured = (
    source: 'v2-thresholds' | 'v3-checks',
    request: ApiRequest,
    show: (numbers: RunNumbers | undefined, runId: number) => unknown,
  ): ApiReply => {
    const runId = idOf(request.query.get('test_run_id') ?? '');
    if (options.gone?.includes(source) === true) return v2.refuse(404, 'not-found', 'There is nothing at this path.');
    if (Number.isNaN(runId)) {
      return v2.refuse(400, 'validation', 'A test run is needed.', { test_run_id: ['A whole number is needed.'] });
    }
    const seen = look(runId, `${request.path}?${runId}`);
    if (typeof seen === 'string') return v2.refuse(404, 'not-found', seen);
    return { status: 200, json: show(seen.numbers, runId), runId, testId: seen.run.testId };
  };
  return [
    {
      method: 'GET',
      path: /^\/loadtests\/v2\/thresholds$/u,
      reply: (request) =>
        measured('v2-thresholds', request, (numbers, runId) => ({
          'k6-metrics': (numbers?.thresholds ?? []).map((judged, at) => v2Metric(judged, at, runId)),
          'k6-thresholds': (numbers?.thresholds ?? []).map((judged, at) => ({
            ...v2Threshold(v2, context, judged, { at, numbers }),
            testrun_id: runId,
          })),
        })),
    },
    {
      method: 'GET',
      path: /^\/loadtests\/v3\/checks$/u,
      reply: (request) =>
        measured('v3-checks', request, (numbers, runId) => ({
          'k6-checks': (numbers?.checks ?? []).map((check, at) => v3Check(v2, check, { at, numbers, runId })),
        })),
    },
  ];
}

/** The routes under `/loadtests/v4/test_runs({id})`. */
export function v4Routes({ options, look }: MetricsContext): readonly Route[] {
  const list = (name: string, rows: (numbers: RunNumbers) => readonly Readonly<Record<string, unknown>>[]): Route => ({
    method: 'GET',
    path: new RegExp(`^/loadtests/v4/test_runs\\((?<id>[^)/]+)\\)/${name}$`, 'u'),
    reply: ({ path, query }, { id = '' }) => {
      const seen = look(idOf(id), path);
      if (typeof seen === 'string') return v6Refusal(404, seen);
      const select = query.get('$select')?.split(',');
      const value = (seen.numbers === undefined ? [] : rows(seen.numbers)).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([key]) => select?.includes(key) ?? true)),
      );
      return { status: 200, json: { '@count': value.length, value }, runId: seen.run.id, testId: seen.run.testId };
    },
  });
  return [
    list('thresholds', ({ thresholds, runId }) =>
      thresholds.map((judged, at) => ({
        id: runId * 1000 + at,
        name: thresholdName(judged, at, options.thresholdNames),
        stat: judged.stat,
        tainted: judged.crossed,
        calculated_value: judged.calculated,
      })),
    ),
    list('checks', ({ checks, runId }) =>
      checks.map(({ name, passed, failed }, at) => ({
        id: uuid(runId, 5000 + at),
        name,
        group_id: null,
        scenario_id: uuid(runId, 1),
        metric_summary: { success_count: passed, fail_count: failed, success_rate: passed / (passed + failed) },
      })),
    ),
  ];
}

function thresholdName(judged: EvaluatedThreshold, at: number, style: 'condition' | 'generic' = 'condition'): string {
  return style === 'generic' ? `threshold_${at + 1}` : `${judged.stat}${judged.operator}${judged.limit}`;
}

function v2Metric(judged: EvaluatedThreshold, at: number, runId: number): Readonly<Record<string, unknown>> {
  const type = TYPES[metricName(judged)] ?? 'counter';
  return {
    check_id: null,
    contains: type === 'trend' ? 'time' : type === 'rate' ? 'percent' : 'default',
    group_id: null,
    id: uuid(runId, 1000 + at),
    name: judged.metric,
    project_id: null,
    tags: {},
    test_run_id: runId,
    type,
    url_id: null,
  };
}

/** Where in its list an entry stands, and the numbers of its run. */
interface Placed {
  readonly at: number;
  readonly numbers: RunNumbers | undefined;
}

function v2Threshold(
  v2: V2Context,
  { options }: MetricsContext,
  judged: EvaluatedThreshold,
  { at, numbers }: Placed,
): Readonly<Record<string, unknown>> {
  const time = (epochMs: number | undefined): string | null => v2Time(epochMs, v2.options);
  return {
    id: (numbers?.runId ?? 0) * 1000 + at,
    name: thresholdName(judged, at, options.thresholdNames),
    metric_id: uuid(numbers?.runId ?? 0, 1000 + at),
    stat: judged.stat,
    value: judged.limit,
    calculated_value: judged.calculated,
    tainted: judged.crossed,
    tainted_at: judged.crossed ? time(numbers?.endMs) : null,
    calc_state: {
      min_time: time(numbers?.startMs),
      max_time: time(numbers?.endMs),
      max_created_at: time(numbers?.endMs),
      tainted_value: judged.crossed ? judged.calculated : null,
    },
  };
}

function v3Check(
  v2: V2Context,
  { name, passed, failed }: CheckCount,
  { at, numbers, runId }: Placed & { readonly runId: number },
): Readonly<Record<string, unknown>> {
  return {
    id: uuid(runId, 5000 + at),
    project_id: v2.cloud.account.projectId,
    test_run_id: runId,
    group_id: null,
    name,
    first_seen: v2Time(numbers?.startMs, v2.options),
    success: failed === 0,
    success_count: passed,
    total_count: passed + failed,
  };
}
