/** Runs of the current API: start, read, note, abort, star. */
import type { ApiReply, ApiRequest, Route } from '../routing.ts';
import { idOf } from '../routing.ts';
import type { V6Context } from './v6-options.ts';
import { v6Refusal } from './v6-options.ts';
import { v6Run } from './v6-run.ts';

/** Documented life of an idempotency key. */
const KEY_LIFE_MS = 10 * 60_000;
const LONGEST_KEY = 36;

/** The routes of single runs in the v6 API. */
export function runRoutes(context: V6Context): readonly Route[] {
  const { cloud } = context;
  const onRun = (method: string, action: string, reply: (runId: number, request: ApiRequest) => ApiReply): Route => ({
    method,
    path: new RegExp(`^/cloud/v6/test_runs/(?<id>[^/]+)${action}$`, 'u'),
    reply: (request, { id = '' }) => {
      const run = cloud.peek(idOf(id));
      if (run === undefined) return v6Refusal(404, `There is no test run ${id}.`);
      return { ...reply(run.id, request), runId: run.id, testId: run.testId };
    },
  });
  return [
    {
      method: 'POST',
      path: /^\/cloud\/v6\/load_tests\/(?<id>[^/]+)\/start$/u,
      reply: (request, { id = '' }) => start(context, request, id),
    },
    onRun('GET', '', (runId) => {
      const run = cloud.read(runId);
      return run === undefined ? v6Refusal(404, 'There is no such run.') : { status: 200, json: v6Run(run, context) };
    }),
    onRun('PATCH', '', (runId, request) => note(context, request, runId)),
    onRun('POST', '/abort', (runId) => abort(context, runId)),
    onRun('POST', '/star', (runId) => {
      cloud.mark(runId, { starred: true });
      return { status: 204 };
    }),
  ];
}

function start(context: V6Context, { headers }: ApiRequest, id: string): ApiReply {
  const { cloud, options } = context;
  const test = cloud.test(idOf(id));
  if (test === undefined) return v6Refusal(404, `There is no load test ${id}.`);
  const about = { testId: test.id };
  if (test.access === 'forbidden') return { ...v6Refusal(403, 'The token may not start this test.'), ...about };
  const key = headers['k6-idempotency-key'];
  if (key !== undefined && (key.length < 1 || key.length > LONGEST_KEY)) {
    return { ...v6Refusal(400, `A key has 1 to ${LONGEST_KEY} characters.`, 'K6-Idempotency-Key'), ...about };
  }
  const since = cloud.now() - KEY_LIFE_MS;
  const made =
    key === undefined ? undefined : cloud.runs(test.id).findLast((run) => run.key === key && run.createdMs > since);
  if (made !== undefined && options.repeatedKey === 'conflict') {
    return { ...v6Refusal(409, 'This start was made already.'), ...about, runId: made.id };
  }
  const run = made ?? cloud.start(test.id, key);
  if (run === undefined) return v6Refusal(404, `There is no load test ${id}.`);
  return { status: 200, json: { ...v6Run(run, context), ...pageUrl(context, run.id) }, ...about, runId: run.id };
}

function pageUrl({ cloud, options }: V6Context, runId: number): Record<string, unknown> {
  const { pageUrl: style = 'present', oldServer = false } = options;
  if (style === 'absent' || oldServer) return {};
  const url = style === 'present' ? `${cloud.account.stackUrl}/a/k6-app/runs/${runId}` : style.raw;
  return { test_run_details_page_url: url };
}

/** Schema `PatchTestRunApiModel`: `note`, and nothing else. */
function note({ cloud }: V6Context, { body }: ApiRequest, runId: number): ApiReply {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return v6Refusal(400, 'The body is not JSON.');
  }
  const [only, ...others] = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  const text: unknown = only?.[0] === 'note' ? only[1] : undefined;
  if (typeof text !== 'string' || others.length > 0)
    return v6Refusal(400, 'A note, and nothing else, is needed.', 'note');
  cloud.mark(runId, { note: text });
  return { status: 204 };
}

/** 409 where the run is not running any more, and, where it is chosen so, not yet. */
function abort({ cloud, options }: V6Context, runId: number): ApiReply {
  const early = cloud.peek(runId)?.startedMs === undefined;
  const refused = v6Refusal(409, 'The test run is not running.');
  if (early && options.abortPending === 'conflict') return refused;
  return cloud.stop(runId) === 'stopping' ? { status: 204 } : refused;
}
