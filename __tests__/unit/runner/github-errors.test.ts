/** Failures of GitHub's API in words, with the client that the action uses, on a real socket. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { githubCommenting } from '../../../src/runner/github-pull-request.ts';
import { refusable, STATUS } from '../../../src/runner/github-errors.ts';
import { boundedFetch } from '../../../src/runner/github-fetch.ts';
import { githubStatus } from '../../../src/runner/github-status.ts';
import type { WorkflowContext } from '../../../src/runner/event-pull-request.ts';
import type { GithubApi, GithubFault, GithubPlan } from '../../support/github-api.ts';
import { githubApi } from '../../support/github-api.ts';

const SHA = 'a'.repeat(40);
const calm = new AbortController().signal;
const redact = (text: string): string => text.replaceAll('made-up-secret', '***');
const apis: GithubApi[] = [];
afterEach(async () => {
  await Promise.all(apis.splice(0).map((api) => api.close()));
});

const HEAD = { head: { sha: SHA, ref: 'fix' } };

async function settings(plan: GithubPlan, event: object = { pull_request: { number: 7, head: { sha: SHA } } }) {
  const api = await githubApi(plan);
  apis.push(api);
  const context: WorkflowContext = {
    repository: 'octo/shop',
    eventName: 'push',
    ref: 'refs/heads/fix',
    sha: SHA,
    event,
  };
  return {
    token: 'x',
    apiUrl: api.url,
    onDebug: () => undefined,
    redact,
    context,
    name: 'load test',
    targetUrl: undefined,
  };
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  return error instanceof Error ? error.message : 'it succeeded';
}

/** An error as Octokit makes it. */
function octokitError(status: number, data: unknown, message = JSON.stringify(data)): Error {
  return Object.assign(new Error(message), { status, response: { status, data, headers: {} } });
}

const failing = (error: unknown, decoration?: typeof STATUS): Promise<string> =>
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what is thrown is the row
  messageOf(refusable(redact, () => Promise.reject(error), decoration));

describe('a failure of a request', () => {
  const page = `<!DOCTYPE html>\n<html>${'x'.repeat(210_000)}</html>`;

  it.each([
    ['a page', octokitError(503, page, page), 'HTTP 503 (HTML page instead of JSON)'],
    ['words', octokitError(502, { message: 'Server\n Error' }), 'HTTP 502: "Server Error"'],
    ['long words', octokitError(500, { message: 'x'.repeat(5000) }), `HTTP 500: "${'x'.repeat(200)}"`],
    ['words with a secret', octokitError(500, { message: 'made-up-secret' }), 'HTTP 500: "***"'],
    ['another text', octokitError(500, 'oops', 'oops'), 'HTTP 500'],
    ['nothing', octokitError(500, ''), 'HTTP 500'],
    ['null', octokitError(500, null), 'HTTP 500'],
    ['JSON without words', octokitError(500, { a: 'x'.repeat(5000) }), 'HTTP 500'],
    ['no response', Object.assign(new Error('connect ECONNREFUSED'), { status: 500 }), 'connect ECONNREFUSED'],
  ])('that is %s has its status and few words', async (_, error, message) => {
    expect(await failing(error)).toBe(message);
    expect(await failing(error, STATUS)).toBe(message);
  });

  it('keeps its status, and the error itself as cause', async () => {
    const error = octokitError(503, page, page);
    await expect(refusable(redact, () => Promise.reject(error))).rejects.toMatchObject({ status: 503, cause: error });
  });

  it('that is none of GitHub is thrown as it is', async () => {
    const error = new Error('GitHub did not respond in time');
    await expect(refusable(redact, () => Promise.reject(error))).rejects.toBe(error);
  });

  it('has its own status also where its page is too large to read', async () => {
    const send = (): Promise<Response> =>
      Promise.resolve(new Response('x'.repeat(1024 * 1024 + 1), { status: 503, headers: { 'retry-after': '7' } }));
    const response = await boundedFetch('https://api.test', send)('https://api.test/x', { method: 'GET' });
    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([503, '7', '']);
  });
});

describe('a refusal', () => {
  const PERMISSION = (scope: string): string =>
    `The job needs \`permissions: ${scope}\`. A pull request from a fork has no such permission in a \`pull_request\` workflow.`;
  const NO_STATUS = 'If that cannot be changed, remove `status`.';
  const NO_COMMENT = 'If that cannot be changed, set `comment: never`.';
  const FULL = 'This SHA and context has reached the maximum number of statuses.';
  const ADDRESS =
    'Although you appear to have the correct authorization credentials, the `octo` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.';
  const SAML =
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.';
  const COMMENTS = 'Commenting is disabled on issues with more than 2500 comments.';

  it.each([
    [404, 'Not Found', PERMISSION('statuses: write'), PERMISSION('pull-requests: write')],
    [403, '', PERMISSION('statuses: write'), PERMISSION('pull-requests: write')],
    [403, 'Resource not accessible by integration', PERMISSION('statuses: write'), PERMISSION('pull-requests: write')],
    [403, 'Must have admin rights to Repository.', PERMISSION('statuses: write'), PERMISSION('pull-requests: write')],
    [403, ADDRESS, NO_STATUS, NO_COMMENT],
    [403, SAML, NO_STATUS, NO_COMMENT],
    [403, COMMENTS, NO_STATUS, NO_COMMENT],
    [410, 'Issues are disabled for this repo', NO_STATUS, NO_COMMENT],
    [
      403,
      'Unable to create comment because issue is locked.',
      'Unlock the conversation of the pull request, or remove `status`.',
      'Unlock the conversation of the pull request, or set `comment: never`.',
    ],
  ])('with %i and %j has the advice that fits', async (status, message, ofStatus, ofComment) => {
    const error = octokitError(status, { message });
    const quote = message === '' ? '' : `: "${message.slice(0, 200)}"`;
    expect(await failing(error, STATUS)).toBe(`GitHub refused the commit status (HTTP ${status}${quote}). ${ofStatus}`);
    expect(await failing(error)).toBe(
      `GitHub refused the comment on the pull request (HTTP ${status}${quote}). ${ofComment}`,
    );
  });

  it.each([
    [{ message: 'Validation Failed', errors: [{ message: FULL }] }, `: "Validation Failed: ${FULL}"`, NO_STATUS],
    [
      { message: 'Validation Failed', errors: [FULL, { code: 'x' }, null, 7] },
      `: "Validation Failed: ${FULL}"`,
      NO_STATUS,
    ],
    [
      { message: 'Validation Failed', errors: [{ message: 'a' }, { message: 'b' }] },
      ': "Validation Failed: a; b"',
      NO_STATUS,
    ],
    [{ errors: [{ message: FULL }] }, `: "${FULL}"`, NO_STATUS],
    [{ message: 'Validation Failed', errors: 'x' }, ': "Validation Failed"', NO_STATUS],
    [{}, '', NO_STATUS],
    [
      { message: 'No commit found for SHA: aaaa' },
      ': "No commit found for SHA: aaaa"',
      'Check that the commit is in this repository, or remove `status`.',
    ],
  ])('with 422 has the words of the list beside its message (row %#)', async (data, quote, advice) => {
    expect(await failing(octokitError(422, data), STATUS)).toBe(
      `GitHub refused the commit status (HTTP 422${quote}). ${advice}`,
    );
  });
});

describe('an answer that is not what was asked for', () => {
  const answer = (on: RegExp, text: string): { faults: GithubFault[] } => ({
    faults: [{ on, times: Infinity, status: 200, text }],
  });

  it.each([
    ['<html>sign in</html>', 'HTTP 200 (HTML page instead of JSON)'],
    ['null', 'HTTP 200 (no list where one was asked for)'],
    ['{"a":1}', 'HTTP 200 (no list where one was asked for)'],
  ])('in the place of a list: %s', async (text, message) => {
    const found = await githubCommenting(await settings(answer(/comments/u, text))).pullRequest(calm);
    if (found.kind === 'none') throw new Error(found.why);
    const { pullRequest } = found;
    const read = async (): Promise<void> => {
      for await (const one of pullRequest.comments(calm)) expect(one).toBeUndefined();
    };
    expect(await messageOf(read())).toBe(message);
    const pulls = githubCommenting(await settings(answer(/pulls/u, text), {}));
    expect(await messageOf(pulls.pullRequest(calm))).toBe(message);
  });

  it('has entries that are none', async () => {
    const text = JSON.stringify([null, {}, { head: null }, { number: 7, ...HEAD }]);
    const pulls = githubCommenting(await settings(answer(/pulls/u, text), {}));
    expect(await pulls.pullRequest(calm)).toMatchObject({ kind: 'found', pullRequest: { commit: SHA } });
  });

  it.each(['null', '<html>', '{"head":null}'])('in the place of a comment or a pull request: %s', async (text) => {
    const found = await githubCommenting(await settings(answer(/comments/u, text))).pullRequest(calm);
    if (found.kind === 'none') throw new Error(found.why);
    expect(await found.pullRequest.create('x', calm)).toBe('');
    const status = githubStatus(await settings(answer(/pulls/u, text), { issue: { number: 7, pull_request: {} } }));
    expect(await messageOf(status.commit(calm))).toBe(
      'No commit status is written: GitHub does not name the head of pull request 7.',
    );
  });
});
