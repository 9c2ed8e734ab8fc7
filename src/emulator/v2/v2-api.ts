/** The legacy API (`/loadtests/v2`, and what of `/v3` goes with it) over the machine. */
import type { Api, ApiReply, ApiRequest, Route } from '../routing.ts';
import { idOf, page } from '../routing.ts';
import type { EmulatedCloud } from '../machine/cloud-model.ts';
import type { MetricsContext } from '../metrics/metrics-options.ts';
import { olderCriteriaRoutes } from '../metrics/criteria-routes.ts';
import type { V2Context } from './v2-context.ts';
import { v2Refuser } from './v2-error.ts';
import { listRoutes } from './v2-lists.ts';
import type { V2Options } from './v2-options.ts';
import { selection } from './v2-query.ts';
import { READ_KEYS, START_KEYS, picked, v2Run } from './v2-run.ts';

/** The legacy API. It needs a right token (`token` or `bearer`, in any letter case) and answers in its own error shapes. */
export function v2Api(cloud: EmulatedCloud, options: V2Options = {}, metrics?: MetricsContext): Api {
  const context: V2Context = {
    cloud,
    options,
    refuse: (...facts) => v2Refuser(options)(...facts),
  };
  const measured = metrics === undefined ? [] : olderCriteriaRoutes(context, metrics);
  return {
    owns: (path) => /^\/(loadtests\/v[23]|v3)\//u.test(path),
    admit: (request) => admit(context, request),
    routes: [...runRoutes(context), ...listRoutes(context), ...measured],
    notFound: () => context.refuse(404, 'not-found', 'There is nothing at this path.'),
    wrongMethod: ({ method }) => context.refuse(405, 'method-not-allowed', `Method ${method} is not allowed here.`),
  };
}

function admit({ cloud, options, refuse }: V2Context, { headers }: ApiRequest): ApiReply | undefined {
  if (options.removed !== undefined) return page(options.removed, options.removed === 410 ? 'Gone' : 'Not Found');
  const [, given] = /^(?:token|bearer) (.+)$/iu.exec(headers['authorization'] ?? '') ?? [];
  const status = options.unauthorized ?? 401;
  if (given === undefined) return refuse(status, 'not-authenticated', 'Credentials are missing.');
  if (given !== cloud.account.token) return refuse(status, 'authentication-failed', 'The token is not valid.');
  return undefined;
}

function runRoutes(context: V2Context): readonly Route[] {
  const { cloud, options, refuse } = context;
  const missing = (what: string, id: string): ApiReply => refuse(404, 'not-found', `There is no ${what} ${id}.`);
  return [
    {
      method: 'POST',
      path: /^\/loadtests\/v2\/tests\/(?<id>[^/]+)\/start-testrun$/u,
      reply: (_request, { id = '' }) => start(context, id) ?? missing('test', id),
    },
    {
      method: 'GET',
      path: /^\/loadtests\/v2\/runs\/(?<id>[^/]+)$/u,
      reply: (request, { id = '' }) => {
        const names = selection(context, request.query, READ_KEYS);
        if ('status' in names) return names;
        const run = cloud.read(idOf(id));
        if (run === undefined) return missing('test run', id);
        const json = { 'k6-run': picked(v2Run(run, cloud.account, options), names) };
        return { status: 200, json, runId: run.id, testId: run.testId };
      },
    },
    {
      method: 'POST',
      path: /^\/loadtests\/v2\/runs\/(?<id>[^/]+)\/stop$/u,
      reply: (_request, { id = '' }) => stop(context, id) ?? missing('test run', id),
    },
    {
      method: 'POST', // seen in public clients, not documented
      path: /^\/loadtests\/v2\/runs\/(?<id>[^/]+)\/make_baseline$/u,
      reply: (_request, { id = '' }) => {
        const isKnown = cloud.mark(idOf(id), { baseline: true });
        return isKnown ? { status: 200, json: {}, runId: idOf(id) } : missing('test run', id);
      },
    },
  ];
}

function start({ cloud, options, refuse }: V2Context, id: string): ApiReply | undefined {
  const testId = idOf(id);
  if (cloud.test(testId)?.access === 'forbidden') {
    return { ...refuse(403, 'not-allowed', 'The token may not start this test.'), testId };
  }
  const run = cloud.start(testId);
  if (run === undefined) return undefined;
  // The page's example has the version as a string here and as a number in a read.
  const body = { ...v2Run(run, cloud.account, options), version: '2' };
  return { status: 200, json: { 'k6-run': picked(body, START_KEYS) }, runId: run.id, testId };
}

function stop({ cloud, options, refuse }: V2Context, id: string): ApiReply | undefined {
  const runId = idOf(id);
  const outcome = cloud.stop(runId);
  if (outcome === undefined) return undefined;
  const status = outcome === 'stopping' ? (options.stopAnswer ?? 200) : (options.stopWhenOver ?? 400);
  if (status === 400) return { ...refuse(400, 'not-allowed', 'The test run is already over.'), runId };
  return status === 204 ? { status, runId } : { status, json: {}, runId };
}
