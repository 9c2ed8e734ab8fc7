/** The list of runs of the legacy API, and single tests. */
import type { ApiReply, ApiRequest, Route } from '../routing.ts';
import { idOf } from '../routing.ts';
import type { EmulatedTest } from '../machine/cloud-model.ts';
import type { RunView } from '../machine/run-view.ts';
import type { V2Context } from './v2-context.ts';
import { ordered, paged, selection } from './v2-query.ts';
import { LIST_KEYS, SECRET_MARKER, picked, v2Run, v2Time } from './v2-run.ts';

/** The routes that list runs, and show a test. */
export function listRoutes(context: V2Context): readonly Route[] {
  const { cloud, refuse } = context;
  return [
    { method: 'GET', path: /^\/loadtests\/v2\/runs$/u, reply: (request) => runList(context, request) },
    {
      method: 'GET',
      path: /^\/loadtests\/v2\/tests\/(?<id>[^/]+)$/u,
      reply: (_request, { id = '' }) => {
        const test = cloud.test(idOf(id));
        if (test === undefined) return refuse(404, 'not-found', `There is no test ${id}.`);
        return { status: 200, json: { 'k6-test': v2Test(context, test) }, testId: test.id };
      },
    },
  ];
}

/** Without `test_id` and `ids[]` every run there is. A run named in `ids[]` has been read by it. */
function runList(context: V2Context, { query }: ApiRequest): ApiReply {
  const { cloud, options, refuse } = context;
  const names = selection(context, query, LIST_KEYS);
  if ('status' in names) return names;
  const given = query.get('test_id');
  const testId = given === null ? undefined : idOf(given);
  if (Number.isNaN(testId)) {
    return refuse(400, 'validation', 'The test id is not valid.', { test_id: ['A whole number is needed.'] });
  }
  if (testId !== undefined && cloud.test(testId) === undefined) {
    return refuse(404, 'not-found', `There is no test ${testId}.`);
  }
  const ids = query.getAll('ids[]').map(idOf);
  if (ids.some(Number.isNaN)) {
    return refuse(400, 'validation', 'An id is not valid.', { ids: ['Whole numbers are needed.'] });
  }
  const wanted = cloud.runs(testId).filter(({ id }) => ids.length === 0 || ids.includes(id));
  const runs = paged(context, query, ordered(context, query, wanted, RUN_ORDER));
  if ('status' in runs) return runs;
  const shown = ids.length === 0 ? runs : runs.map((run) => cloud.read(run.id) ?? run);
  const json = {
    'k6-runs': shown.map((run) => picked(v2Run(run, cloud.account, options), names)),
    meta: { count: wanted.length },
  };
  return { status: 200, json, ...(testId === undefined ? {} : { testId }) };
}

const RUN_ORDER: Readonly<Record<string, (run: RunView) => number>> = {
  id: ({ id }) => id,
  created: ({ createdMs }) => createdMs,
  // A run that has not started yet is the newest of all.
  started: ({ startedMs }) => startedMs ?? Infinity,
};

/** Source: the legacy tests page; `last_test_run_id` is documented as a string. */
function v2Test({ cloud, options }: V2Context, test: EmulatedTest): Readonly<Record<string, unknown>> {
  const runIds = cloud.runs(test.id).map(({ id }) => id);
  const lastId = runIds.at(-1);
  return {
    created: v2Time(test.createdMs, options),
    id: test.id,
    last_test_run_id: lastId === undefined ? null : String(lastId),
    name: test.name,
    project_id: test.projectId,
    script: `// ${SECRET_MARKER}`,
    test_run_ids: runIds,
    updated: v2Time(test.createdMs, options),
    user_id: cloud.account.userId,
  };
}
