/** The read APIs beside the two main ones: v5 metrics and summary, v4 thresholds and checks. */
import type { Api, ApiReply, ApiRequest, Route } from '../routing.ts';
import { idOf } from '../routing.ts';
import { resultWord, summaries } from './summary-routes.ts';
import { v4Routes } from './criteria-routes.ts';
import type { MetricsContext, RunSample } from './metrics-options.ts';
import { v6Refusal } from '../v6/v6-options.ts';
import { v5Response, v5TestResponse } from './v5-response.ts';

/** A run in the path, in either spelling: `test_runs/7` and `test_runs(7)`. */
const RUN = '/cloud/v5/test_runs(?:/(?<id>[^()/]+)|\\((?<key>[^()/]+)\\))';

/** `token` and `bearer` both do; no stack is needed. */
export function metricsApi(context: MetricsContext): Api {
  return {
    owns: (path) => /^\/(cloud\/v5|loadtests\/v4)\//u.test(path),
    admit: ({ headers, path }) => {
      const [, given] = /^(?:token|bearer) (.+)$/iu.exec(headers['authorization'] ?? '') ?? [];
      if (given !== context.cloud.account.token) return v6Refusal(401, 'The token is missing or not valid.');
      const { gone = [] } = context.options;
      const source = path.startsWith('/cloud') ? 'v5' : 'v4';
      const summary = gone.includes('result-summary') && path.endsWith('/result_summary');
      return gone.includes(source) || summary ? v6Refusal(404, 'There is nothing at this path.') : undefined;
    },
    routes: [...v5Routes(context), ...v4Routes(context)],
    notFound: () => v6Refusal(404, 'There is nothing at this path.'),
    wrongMethod: ({ method }) => v6Refusal(405, `Method ${method} is not allowed here.`),
  };
}

function v5Routes(context: MetricsContext): readonly Route[] {
  const onRun = (rest: string, show: (seen: RunSample, request: ApiRequest, inside: string) => ApiReply): Route => ({
    method: 'GET',
    path: new RegExp(`^${RUN}${rest}$`, 'u'),
    reply: (request, { id, key = '', inside = '' }) => {
      const seen = context.look(idOf(id ?? key), request.path);
      if (typeof seen === 'string') return v6Refusal(404, seen);
      return { ...show(seen, request, inside), runId: seen.run.id, testId: seen.run.testId };
    },
  });
  return [
    onRun('/result_summary', (seen, request) => {
      if (!seen.run.over) return v6Refusal(404, 'The test run is not over yet.');
      const metrics = { metrics_summary: summaries(seen), baseline_test_run_details: null };
      return ok({ ...metrics, result_status: resultWord(seen) }, request);
    }),
    onRun('/query_aggregate_k6\\((?<inside>.*)\\)', (seen, _request, inside) =>
      v5Response('aggregate', inside, seen, context.options),
    ),
    onRun('/query_range_k6\\((?<inside>.*)\\)', (seen, _request, inside) =>
      v5Response('range', inside, seen, context.options),
    ),
    testQuery(context),
  ];
}

/** Runs whose metrics are not there, and those of other tests, have no lines. */
function testQuery({ cloud, look, options }: MetricsContext): Route {
  return {
    method: 'GET',
    path: /^\/cloud\/v5\/load_tests(?:\/(?<id>[^()/]+)|\((?<key>[^()/]+)\))\/query_aggregate_k6\((?<inside>.*)\)$/u,
    reply: ({ path }, { id, key = '', inside = '' }) => {
      const test = cloud.test(idOf(id ?? key));
      if (test === undefined) return v6Refusal(404, `There is no load test ${id ?? key}.`);
      const runsOf = (runIds: readonly number[] | undefined): readonly RunSample[] =>
        cloud.runs(test.id).flatMap((run) => {
          const seen = runIds?.includes(run.id) === false ? 'not asked for' : look(run.id, `${path}#${run.id}`);
          return typeof seen === 'string' ? [] : [seen];
        });
      return { ...v5TestResponse(inside, runsOf, options), testId: test.id };
    },
  };
}

/** The keys of `$select`, or all of them. */
function ok(json: Readonly<Record<string, unknown>>, { query }: ApiRequest): ApiReply {
  const select = query.get('$select')?.split(',');
  const entries = Object.entries(json).filter(([key]) => select?.includes(key) ?? true);
  return { status: 200, json: Object.fromEntries(entries) };
}
