/** The current API (`/cloud/v6`) over the machine. Source: its OpenAPI description. */
import type { Api, ApiReply, ApiRequest, Route } from '../routing.ts';
import { idOf } from '../routing.ts';
import type { EmulatedCloud } from '../machine/cloud-model.ts';
import { runRoutes } from './run-routes.ts';
import { runList, v6Test } from './v6-lists.ts';
import type { V6Context, V6Options } from './v6-options.ts';
import { v6Refusal } from './v6-options.ts';

/** The current API. It takes `Bearer` alone, and wants the token's own stack in `X-Stack-Id`. */
export function v6Api(cloud: EmulatedCloud, options: V6Options = {}): Api {
  const context: V6Context = { cloud, options };
  return {
    owns: (path) => path.startsWith('/cloud/v6/'),
    admit: (request) => admit(context, request),
    routes: [...testRoutes(context), ...runRoutes(context)],
    notFound: () => v6Refusal(404, 'There is nothing at this path.'),
    wrongMethod: ({ method }) => v6Refusal(405, `Method ${method} is not allowed here.`),
  };
}

function admit({ cloud, options }: V6Context, { headers, path }: ApiRequest): ApiReply | undefined {
  const { account } = cloud;
  const [, given] = /^bearer (.+)$/iu.exec(headers['authorization'] ?? '') ?? [];
  if (given !== account.token) return v6Refusal(401, 'The token is missing or not valid.');
  if (path === '/cloud/v6/auth') {
    const url = headers['x-stack-url'];
    if (url === undefined) return v6Refusal(400, 'The stack is missing.', 'X-Stack-Url');
    return url === account.stackUrl
      ? undefined
      : v6Refusal(options.otherStack ?? 403, 'The token has no access to this stack.');
  }
  const stackId = headers['x-stack-id'] ?? '';
  if (!/^\d+$/u.test(stackId)) return v6Refusal(options.missingStack ?? 400, 'A stack id is needed.', 'X-Stack-Id');
  return Number(stackId) === account.stackId
    ? undefined
    : v6Refusal(options.otherStack ?? 403, 'The token has no access to this stack.');
}

function testRoutes(context: V6Context): readonly Route[] {
  const { cloud } = context;
  const get = (path: RegExp, reply: Route['reply']): Route => ({ method: 'GET', path, reply });
  return [
    get(/^\/cloud\/v6\/auth$/u, () => {
      const { stackId, projectId } = cloud.account;
      return { status: 200, json: { stack_id: stackId, default_project_id: projectId } };
    }),
    get(/^\/cloud\/v6\/load_tests\/(?<id>[^/]+)$/u, (_request, { id = '' }) => {
      const test = cloud.test(idOf(id));
      if (test === undefined) return v6Refusal(404, `There is no load test ${id}.`);
      return { status: 200, json: v6Test(test), testId: test.id };
    }),
    get(/^\/cloud\/v6\/load_tests\/(?<id>[^/]+)\/test_runs$/u, (request, { id = '' }) => {
      const test = cloud.test(idOf(id));
      if (test === undefined) return v6Refusal(404, `There is no load test ${id}.`);
      return { ...runList(context, request, cloud.runs(test.id)), testId: test.id };
    }),
    get(/^\/cloud\/v6\/test_runs$/u, (request) => {
      const unsorted = new URLSearchParams(request.query);
      unsorted.delete('$orderby'); // this list has no order of its own, by the description
      return runList(context, { ...request, query: unsorted }, cloud.runs(), (run) => cloud.read(run.id) ?? run);
    }),
  ];
}
