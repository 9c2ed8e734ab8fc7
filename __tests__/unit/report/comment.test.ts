/** The sticky comment, over Octokit and a real socket: found on whichever page, edited in place, refused in words. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { commentReporter } from '../../../src/report/comment.ts';
import { marker } from '../../../src/report/comment-text.ts';
import { githubCommenting } from '../../../src/runner/github-pull-request.ts';
import type { StepOutcome } from '../../../src/test-run/outcome.ts';
import { aFailure, someMetrics, anOutcome, aStep, runMetrics } from '../../support/a-run-metrics.ts';
import type { GithubApi, GithubPlan, KeptComment } from '../../support/github-api.ts';
import { githubApi } from '../../support/github-api.ts';

const FAILED = aStep(aFailure());
const PASSED = aStep(anOutcome({}, runMetrics(someMetrics({ thresholds: [] }))));
const TOKEN = 'ghs_made-up-token';
const SHA = 'a'.repeat(40);
const PULL = { pull_request: { number: 7 } };

const apis: GithubApi[] = [];
afterEach(async () => {
  await Promise.all(apis.splice(0).map((api) => api.close()));
});

interface Told {
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
  readonly urls: readonly string[];
  readonly api: GithubApi;
}

/** One step of a job that comments. */
async function comment(
  outcome: StepOutcome,
  plan: GithubPlan,
  { when = 'always', event = PULL, key = 'ci' }: { when?: 'always' | 'on-failure'; event?: unknown; key?: string } = {},
  known?: GithubApi,
): Promise<Told> {
  const api = known ?? (await githubApi(plan));
  if (known === undefined) apis.push(api);
  const [warnings, notes, urls]: [string[], string[], string[]] = [[], [], []];
  const context = { repository: 'octo/shop', sha: SHA, event };
  const redact = (text: string): string => text.replaceAll(TOKEN, '***');
  const reporter = commentReporter({
    when,
    key,
    summaryUrl: undefined,
    commenting: () =>
      Promise.resolve(
        githubCommenting({ token: TOKEN, apiUrl: `${api.url}/`, context, redact, onDebug: () => undefined }),
      ),
    warn: (sentence) => warnings.push(sentence),
    note: (sentence) => notes.push(sentence),
    onWritten: (url) => urls.push(url),
  });
  await reporter.closed?.(outcome, new AbortController().signal);
  return { warnings, notes, urls, api };
}

function others(count: number, first = 1): KeptComment[] {
  const user = { login: 'somebody', type: 'User' } as const;
  return Array.from({ length: count }, (_, place) => ({ id: first + place, body: `comment ${place}`, user }));
}

function ours(id: number, key = 'ci'): KeptComment {
  return { id, body: `${marker(key)}\nold`, user: { login: 'github-actions[bot]', type: 'Bot' } };
}

const LIST = 'GET /repos/octo/shop/issues/7/comments?per_page=100';

describe('the comment on a pull request', () => {
  it('is made where there is none, and edited by the next run', async () => {
    const first = await comment(FAILED, { comments: others(3) });
    expect(first.api.calls).toEqual([LIST, 'POST /repos/octo/shop/issues/7/comments']);
    expect(first.urls).toEqual(['https://github.com/octo/shop/pull/7#issuecomment-1003']);
    const second = await comment(PASSED, {}, {}, first.api);
    expect(second.api.calls.slice(2)).toEqual([LIST, 'PATCH /repos/octo/shop/issues/comments/1003']);
    expect(second.urls).toEqual(first.urls);
    expect(first.api.comments).toHaveLength(4);
    expect(first.api.comments.at(-1)?.body).toContain('✅ Load test passed');
    expect([...first.warnings, ...second.warnings]).toEqual([]);
  });

  it('is found on the third page, and no page after it is read', async () => {
    const { api } = await comment(FAILED, { comments: [...others(230), ours(500), ...others(300, 501)] });
    expect(api.calls.map((call) => call.replace(/^GET .*?(?:&page=(\d))?$/u, 'page $1'))).toEqual([
      'page ',
      'page 2',
      'page 3',
      'PATCH /repos/octo/shop/issues/comments/500',
    ]);
  });

  it('of another key is left alone', async () => {
    const { api } = await comment(FAILED, { comments: [ours(500, 'other')] });
    expect(api.calls.at(-1)).toBe('POST /repos/octo/shop/issues/7/comments');
    expect(api.comments[0]?.body).toContain('old');
  });

  it('of somebody else is not ours, though it begins with the marker or quotes it', async () => {
    const user = { login: 'mallory', type: 'User' } as const;
    const copied = { ...ours(500), user };
    const quoted = { ...ours(501), body: `> ${marker('ci')}` };
    const { api } = await comment(FAILED, { comments: [copied, quoted], self: 'release-robot' });
    expect(api.calls).toEqual([LIST, 'GET /user', 'POST /repos/octo/shop/issues/7/comments']);
  });

  it('of the owner of a personal token is taken', async () => {
    const user = { login: 'release-robot', type: 'User' } as const;
    const { api } = await comment(FAILED, { comments: [{ ...ours(500), user }], self: 'release-robot' });
    expect(api.calls.at(-1)).toBe('PATCH /repos/octo/shop/issues/comments/500');
  });

  it('on-failure: is not made for a pass, and an older one is turned to its new state', async () => {
    const without = await comment(PASSED, { comments: others(1) }, { when: 'on-failure' });
    expect(without.api.calls).toEqual([LIST]);
    expect(without.urls).toEqual([]);
    const older = await comment(PASSED, { comments: [ours(500)] }, { when: 'on-failure' });
    expect(older.api.comments[0]?.body).toContain('✅ Load test passed');
    const failed = await comment(FAILED, {}, { when: 'on-failure' });
    expect(failed.urls).toHaveLength(1);
  });

  it.each([403, 404])('that is refused with %i is one warning that names the permission', async (writeStatus) => {
    const { warnings, urls } = await comment(FAILED, { writeStatus });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('`permissions: pull-requests: write`');
    expect(warnings[0]).toContain('fork');
    expect(urls).toEqual([]);
  });

  it('is tried again where GitHub is in trouble for a moment', async () => {
    const { api, urls } = await comment(FAILED, { failFirst: { times: 1, status: 502 } });
    expect(urls).toHaveLength(1);
    expect(api.calls.filter((call) => call === LIST)).toHaveLength(2);
  });

  it('holds no secret', async () => {
    const { api } = await comment(aStep(aFailure(runMetrics({ testName: `x ${TOKEN}` }))), {});
    expect(api.comments[0]?.body).not.toContain(TOKEN);
  });
});

describe('the pull request', () => {
  const pull = (sha = SHA, state = 'open'): object => ({ number: 7, state, head: { sha } });

  it('is the one of a comment on it', async () => {
    const { urls } = await comment(FAILED, {}, { event: { issue: { number: 7, pull_request: { url: 'x' } } } });
    expect(urls).toHaveLength(1);
  });

  it('is the one of the workflow run before', async () => {
    const { api } = await comment(FAILED, {}, { event: { workflow_run: { pull_requests: [{ number: 7 }] } } });
    expect(api.calls[0]).toBe(LIST);
  });

  it('of a fork is looked up by its branch after a workflow run', async () => {
    const event = {
      workflow_run: {
        pull_requests: [],
        head_sha: SHA,
        head_branch: 'fix',
        head_repository: { owner: { login: 'fan' } },
      },
    };
    const { api, urls } = await comment(FAILED, { ofHead: { 'fan:fix': [pull('b'.repeat(40)), pull()] } }, { event });
    expect(api.calls[1]).toBe('GET /repos/octo/shop/pulls?head=fan%3Afix&state=open');
    expect(urls).toHaveLength(1);
  });

  it('is looked up from the commit after a push; a closed one does not count', async () => {
    const found = await comment(
      FAILED,
      { ofCommit: { [SHA]: [{ ...pull(SHA, 'closed'), number: 6 }, pull()] } },
      { event: {} },
    );
    expect(found.urls).toHaveLength(1);
    const none = await comment(FAILED, { ofCommit: { [SHA]: [pull(SHA, 'closed')] } }, { event: null });
    expect(none.notes).toEqual(['There is no open pull request to comment on.']);
    expect(none.warnings).toEqual([]);
  });
});
