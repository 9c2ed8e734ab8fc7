/** The sticky comment, over Octokit and a real socket: found on whichever page, edited in place, refused in words. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/clock.ts';
import { commentReporter } from '../../../src/report/comment.ts';
import { marker } from '../../../src/report/comment-marker.ts';
import { githubCommenting } from '../../../src/runner/github-pull-request.ts';
import type { RunNumber } from '../../../src/runner/workflow.ts';
import type { StepOutcome } from '../../../src/test-run/outcome.ts';
import { aFailure, someMetrics, anOutcome, aStep, runMetrics } from '../../support/a-run-metrics.ts';
import type { TestRun } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import type { GithubApi, GithubPlan, KeptComment } from '../../support/github-api.ts';
import { githubApi } from '../../support/github-api.ts';

const FAILED = aStep(aFailure());
const PASSED = aStep(anOutcome({}, runMetrics(someMetrics({ thresholds: someMetrics().thresholds?.slice(0, 1) }))));
const TOKEN = 'ghs_made-up-token';
const SHA = 'a'.repeat(40);
const PULL = { pull_request: { number: 7, head: { sha: SHA } } };

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

interface Options {
  readonly when?: 'always' | 'on-failure';
  readonly event?: unknown;
  readonly eventName?: string;
  readonly runNumber?: RunNumber;
  readonly signal?: AbortSignal;
  /** What the polls show before the end, and how often GitHub has been called by then. */
  readonly polled?: readonly (readonly [run: TestRun, calls: number])[];
  /** Happens after the first of them. */
  readonly meanwhile?: (api: GithubApi) => void;
  /** How many runs the step has. */
  readonly runs?: number;
  /** What the clock jumps by before the end. */
  readonly ageMs?: number;
}

/** Waits until GitHub has been called so often. */
async function called({ calls }: GithubApi, times: number): Promise<void> {
  while (calls.length < times) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** One step of a job that comments. */
async function comment(
  outcome: StepOutcome,
  plan: GithubPlan,
  options: Options = {},
  known?: GithubApi,
): Promise<Told> {
  const api = known ?? (await githubApi(plan));
  if (known === undefined) apis.push(api);
  const [warnings, notes, urls]: [string[], string[], string[]] = [[], [], []];
  const { when = 'always', event = PULL, eventName, runNumber, signal = new AbortController().signal } = options;
  const context = { repository: 'octo/shop', eventName, ref: 'refs/heads/main', sha: SHA, event };
  const redact = (text: string): string => text.replaceAll(TOKEN, '***');
  const settings = { token: TOKEN, apiUrl: `${api.url}/`, context, redact, onDebug: () => undefined };
  let jumpedMs = 0;
  const reporter = commentReporter({
    when,
    key: () => 'ci',
    runNumber,
    summaryUrl: undefined,
    clock: { ...systemClock, now: () => systemClock.now() + jumpedMs },
    commenting: () => Promise.resolve(githubCommenting(settings)),
    warn: (sentence) => warnings.push(sentence),
    note: (sentence) => notes.push(sentence),
    onWritten: (url) => urls.push(url),
  });
  const testIds = Array.from({ length: options.runs ?? 1 }, (_, place) => String(place));
  reporter.opened?.({ apiName: '', testIds, runIds: [], simulated: false });
  for (const [place, [run, calls]] of (options.polled ?? []).entries()) {
    reporter.polled?.(run);
    await called(api, calls);
    if (place === 0) options.meanwhile?.(api);
  }
  jumpedMs = options.ageMs ?? 0;
  await reporter.closed?.(outcome, signal);
  return { warnings, notes, urls, api };
}

function others(count: number, first = 1): KeptComment[] {
  const user = { login: 'somebody', type: 'User' } as const;
  return Array.from({ length: count }, (_, place) => ({ id: first + place, body: `comment ${place}`, user }));
}

function ours(id: number, key = 'ci', number?: RunNumber): KeptComment {
  return { id, body: `${marker(key, number)}\nold`, user: { login: 'github-actions[bot]', type: 'Bot' } };
}

function ofRun(run: number, attempt = 1, workflow = 'CI'): RunNumber {
  return { workflow, run, attempt };
}

const list = (page = 1, size = 100): string => `GET /repos/octo/shop/issues/7/comments?per_page=${size}&page=${page}`;
const LIST = list();
const CREATE = 'POST /repos/octo/shop/issues/7/comments';
const COMMENTS = /^GET .*\/issues\/7\/comments/u;
const POST = /^POST /u;
const PATCH = /^PATCH /u;
/** Octokit's throttling plugin keeps two new comments three seconds apart. */
const TWO_CREATES_MS = 20_000;

describe('the comment on a pull request', () => {
  it('is made where there is none, and edited by the next run', async () => {
    const first = await comment(FAILED, { comments: others(3) });
    expect(first.api.calls).toEqual([LIST, CREATE]);
    expect(first.urls).toEqual(['https://github.com/octo/shop/pull/7#issuecomment-1003']);
    const second = await comment(PASSED, {}, {}, first.api);
    expect(second.api.calls.slice(2)).toEqual([LIST, 'PATCH /repos/octo/shop/issues/comments/1003']);
    expect(second.urls).toEqual(first.urls);
    expect(first.api.comments).toHaveLength(4);
    expect(first.api.comments.at(-1)?.body).toContain('✅ Checkout API: passed');
    expect([...first.warnings, ...second.warnings]).toEqual([]);
  });

  it('names the commit that was tested', async () => {
    const { api } = await comment(FAILED, {});
    expect(api.comments[0]?.body).toContain(`<sub>commit ${SHA} · `);
  });

  it('is found on the third page, and every page is read for a second one', async () => {
    const { api } = await comment(FAILED, { comments: [...others(230), ours(500), ...others(100, 501)] });
    expect(api.calls).toEqual([list(1), list(2), list(3), list(4), 'PATCH /repos/octo/shop/issues/comments/500']);
  });

  it('of another key is left alone', async () => {
    const { api } = await comment(FAILED, { comments: [ours(500, 'other'), ours(501, 'ci2')] });
    expect(api.calls.at(-1)).toBe(CREATE);
    expect(api.comments[0]?.body).toContain('old');
  });

  it('of somebody else is not ours, though it begins with the marker or quotes it', async () => {
    const user = { login: 'mallory', type: 'User' } as const;
    const copied = { ...ours(500), user };
    const quoted = { ...ours(501), body: `> ${marker('ci')}` };
    const { api } = await comment(FAILED, { comments: [copied, quoted], self: 'release-robot' });
    expect(api.calls).toEqual([LIST, 'GET /user', CREATE]);
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
    expect(older.api.comments[0]?.body).toContain('✅ Checkout API: passed');
    const failed = await comment(FAILED, {}, { when: 'on-failure' });
    expect(failed.urls).toHaveLength(1);
  });

  it('holds no secret', async () => {
    const { api } = await comment(aStep(aFailure(runMetrics({ testName: `x ${TOKEN}` }))), {});
    expect(api.comments[0]?.body).not.toContain(TOKEN);
  });

  it.each(['http://github.com/x', 'javascript:alert(1)', 'x'])(
    'has no address where GitHub names %s',
    async (address) => {
      expect((await comment(FAILED, { address })).urls).toEqual([]);
    },
  );
});

describe('a comment that is searched for while the run goes on', () => {
  const RUNNING = aPendingRun({ phase: 'running' });
  const SETTLED = aSettledRun({});
  const BOTH = [
    [RUNNING, 1],
    [SETTLED, 2],
  ] as const;
  const SINCE = /&since=[^&]*$/u;
  const plain = (api: GithubApi): readonly string[] => api.calls.map((call) => call.replace(SINCE, ' since'));

  it('is read again at the verdict as far as it changed, and then only written', async () => {
    const plan = { comments: [...others(230), ours(500)] };
    const { api, urls } = await comment(FAILED, plan, {
      polled: [
        [RUNNING, 3],
        [RUNNING, 3],
        [SETTLED, 4],
      ],
    });
    expect(plain(api)).toEqual([
      list(1),
      list(2),
      list(3),
      `${LIST} since`,
      'PATCH /repos/octo/shop/issues/comments/500',
    ]);
    expect(urls).toHaveLength(1);
  });

  it('is created where it was deleted meanwhile', async () => {
    const meanwhile = (api: GithubApi): void => {
      api.remove(500);
    };
    const { api, urls } = await comment(FAILED, { comments: [ours(500)] }, { polled: BOTH, meanwhile });
    expect(plain(api)).toEqual([LIST, `${LIST} since`, 'PATCH /repos/octo/shop/issues/comments/500', CREATE]);
    expect(urls).toHaveLength(1);
  });

  it('is found where another job created it meanwhile', async () => {
    const meanwhile = (api: GithubApi): void => {
      api.add({ ...ours(777), changedMs: Date.now() });
    };
    const { api } = await comment(FAILED, {}, { polled: BOTH, meanwhile });
    expect(plain(api)).toEqual([LIST, `${LIST} since`, 'PATCH /repos/octo/shop/issues/comments/777']);
  });

  it('is left alone where a newer workflow run has written it meanwhile', async () => {
    const meanwhile = (api: GithubApi): void => {
      api.remove(500);
      api.add({ ...ours(500, 'ci', ofRun(10)), changedMs: Date.now() });
    };
    const options = { polled: BOTH, meanwhile, runNumber: ofRun(9) };
    const { api, notes } = await comment(FAILED, { comments: [ours(500, 'ci', ofRun(8))] }, options);
    expect(plain(api)).toEqual([LIST, `${LIST} since`]);
    expect(notes).toEqual([expect.stringContaining('is of the newer workflow run #10')]);
  });

  it('is searched for at the end where the early search failed, and that costs no warning', async () => {
    const faults = [{ on: COMMENTS, times: 1, status: 422 }];
    const { api, urls, warnings } = await comment(FAILED, { faults }, { polled: [[RUNNING, 1]] });
    expect(plain(api)).toEqual([LIST, LIST, CREATE]);
    expect([urls.length, warnings]).toEqual([1, []]);
  });

  it('is searched for anew where there was no pull request yet', async () => {
    const ofHead: Record<string, readonly object[]> = {};
    const meanwhile = (): void => {
      ofHead['octo:main'] = [{ number: 7, head: { sha: SHA, ref: 'main' } }];
    };
    const options = { polled: BOTH, meanwhile, event: {}, eventName: 'push' };
    const { urls } = await comment(FAILED, { ofHead }, options);
    expect(urls).toHaveLength(1);
  });

  it('is not read again for each of several runs, and once more where the last reading is old', async () => {
    const polled = [
      [RUNNING, 1],
      [SETTLED, 1],
    ] as const;
    const { api } = await comment(FAILED, { comments: [ours(500)] }, { polled, runs: 2, ageMs: 60_000 });
    expect(plain(api)).toEqual([LIST, `${LIST} since`, 'PATCH /repos/octo/shop/issues/comments/500']);
  });
});

describe('the newest run', () => {
  it.each([
    ['a newer run', ofRun(10), ofRun(9)],
    ['a newer attempt', ofRun(9, 2), ofRun(9, 1)],
  ])('keeps its comment: of %s', async (_, theirs, runNumber) => {
    const { api, notes, urls } = await comment(FAILED, { comments: [ours(500, 'ci', theirs)] }, { runNumber });
    expect(api.calls).toEqual([LIST]);
    expect(urls).toEqual([]);
    expect(notes).toEqual([expect.stringMatching(/is of the newer workflow run #\d+.*It was not changed\.$/u)]);
  });

  it.each([
    ['an older run', ofRun(9, 5), ofRun(10)],
    ['the same attempt', ofRun(9), ofRun(9)],
    ['another workflow', ofRun(99, 1, 'nightly'), ofRun(9)],
    ['a run without a number', undefined, ofRun(9)],
    ['a run, by one without a number', ofRun(9), undefined],
  ])('replaces the comment of %s', async (_, theirs, runNumber) => {
    const options = runNumber === undefined ? {} : { runNumber };
    const { api } = await comment(FAILED, { comments: [ours(500, 'ci', theirs)] }, options);
    expect(api.calls).toEqual([LIST, 'PATCH /repos/octo/shop/issues/comments/500']);
    expect(api.comments[0]?.body.split('\n')[0]).toBe(marker('ci', runNumber));
  });
});

describe('a comment that exists twice', () => {
  it('is kept once', async () => {
    const { api } = await comment(FAILED, { comments: [ours(500), ...others(1), ours(501), ours(502)] });
    expect(api.comments.map(({ id }) => id)).toEqual([500, 1]);
    expect(api.comments[0]?.body).toContain('failed');
  });

  it('of another bot is not deleted', async () => {
    const user = { login: 'other[bot]', type: 'Bot' } as const;
    const { api } = await comment(FAILED, { comments: [ours(500), { ...ours(501), user }] });
    expect(api.comments).toHaveLength(2);
  });

  it('and cannot be deleted is one line, and no warning', async () => {
    const faults = [{ on: /^DELETE /u, times: Infinity, status: 403 }];
    const { notes, warnings, urls } = await comment(FAILED, { comments: [ours(500), ours(501)], faults });
    expect(notes).toEqual(['A second comment of this action on the pull request could not be deleted.']);
    expect([warnings, urls.length]).toEqual([[], 1]);
  });
});

describe('a create without a clear response', () => {
  it.each([
    ['502', { status: 502 }],
    ['a cut connection', { status: 0, cut: true }],
  ])('that made the comment (%s) is not sent again', async (_, how) => {
    const { api, urls, warnings } = await comment(FAILED, { faults: [{ on: POST, done: true, ...how }] });
    expect(api.calls).toEqual([LIST, CREATE, LIST, 'PATCH /repos/octo/shop/issues/comments/1000']);
    expect(api.comments).toHaveLength(1);
    expect([warnings, urls.length]).toEqual([[], 1]);
  });

  it(
    'that made none is sent once more',
    async () => {
      const { api, urls } = await comment(FAILED, { faults: [{ on: POST, status: 503 }] });
      expect(api.calls).toEqual([LIST, CREATE, LIST, CREATE]);
      expect(urls).toHaveLength(1);
    },
    TWO_CREATES_MS,
  );

  it(
    'is given up after the second time',
    async () => {
      const api = await githubApi({ faults: [{ on: POST, times: Infinity, status: 500 }] });
      apis.push(api);
      await expect(comment(FAILED, {}, {}, api)).rejects.toThrow(
        'no clear response to the request that creates it (HTTP 500)',
      );
      expect(api.calls.filter((call) => call.startsWith('POST '))).toHaveLength(2);
    },
    TWO_CREATES_MS,
  );
});

describe('a comment that was deleted after it was found', () => {
  it('is created anew', async () => {
    const { api, urls, warnings } = await comment(FAILED, {
      comments: [ours(500)],
      faults: [{ on: PATCH, status: 404, message: 'Not Found' }],
    });
    expect(api.calls).toEqual([LIST, 'PATCH /repos/octo/shop/issues/comments/500', CREATE]);
    expect([warnings, urls.length]).toEqual([[], 1]);
  });

  it('is not created for a pass with on-failure', async () => {
    const faults = [{ on: PATCH, status: 404 }];
    const { api, warnings } = await comment(PASSED, { comments: [ours(500)], faults }, { when: 'on-failure' });
    expect(api.calls.some((call) => call.startsWith('POST '))).toBe(false);
    expect(warnings).toEqual([]);
  });
});

describe('a refusal', () => {
  it.each([
    [403, 'Unable to create comment because issue is locked.', 'Unlock the conversation'],
    [403, 'Repository was archived so is read-only.', 'The repository is archived'],
    [401, 'Bad credentials', '`github-token` is not valid'],
    [403, 'Resource not accessible by integration', '`permissions: pull-requests: write`'],
    [404, 'Not Found', '`permissions: pull-requests: write`'],
  ])('%i "%s" is quoted in one warning with the advice that fits', async (status, message, advice) => {
    const { api, warnings, urls } = await comment(FAILED, { faults: [{ on: POST, times: 9, status, message }] });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`(HTTP ${status}: "${message}")`);
    expect(warnings[0]).toContain(advice);
    expect(warnings[0]?.includes('pull-requests: write')).toBe(advice.includes('pull-requests'));
    expect(urls).toEqual([]);
    expect(api.calls.filter((call) => call.startsWith('POST '))).toHaveLength(1);
  });

  it('of the list is the same one warning', async () => {
    const { warnings } = await comment(FAILED, { faults: [{ on: COMMENTS, status: 401, message: 'Bad credentials' }] });
    expect(warnings).toEqual([expect.stringContaining('(HTTP 401: "Bad credentials")')]);
  });

  it('is quoted without secrets, however long', async () => {
    const message = `${'x'.repeat(190)}${TOKEN}`;
    const { warnings } = await comment(FAILED, { faults: [{ on: POST, status: 403, message }] });
    expect(warnings[0]).not.toContain('ghs_');
  });
});

describe('a rate limit', () => {
  it.each([
    [429, 'Too many requests', { 'retry-after': '1' }],
    [403, 'You have exceeded a secondary rate limit.', { 'retry-after': '1' }],
    [403, 'Slow down.', { 'retry-after': '1' }],
  ])('%i "%s" that ends soon is waited for', async (status, message, headers) => {
    const { api, urls } = await comment(FAILED, { faults: [{ on: COMMENTS, status, message, headers }] });
    expect(api.calls).toEqual([LIST, LIST, CREATE]);
    expect(urls).toHaveLength(1);
  });

  it.each([
    [429, 'Too many requests', { 'retry-after': '600' }],
    [429, 'Too many requests', {}],
    [403, 'You have exceeded a secondary rate limit.', {}],
    [403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2000000000' }],
  ])('%i "%s" that lasts (row %#) is given up with one warning', async (status, message, headers) => {
    const faults = [{ on: POST, times: Infinity, status, message, headers }];
    const { api, warnings } = await comment(FAILED, { faults });
    expect(api.calls).toEqual([LIST, CREATE]);
    expect(warnings).toEqual([expect.stringMatching(/^GitHub limits the rate of requests \(HTTP .*No comment was/u)]);
  });
});

describe('what GitHub sends', () => {
  it('is asked for again where it is in trouble for a moment', async () => {
    const { api, urls } = await comment(FAILED, { faults: [{ on: COMMENTS, status: 502 }] });
    expect(api.calls).toEqual([LIST, LIST, CREATE]);
    expect(urls).toHaveLength(1);
  });

  it('as a next page of another server is not followed', async () => {
    const evil = await githubApi({});
    apis.push(evil);
    const { api } = await comment(FAILED, { comments: others(150), nextPage: `${evil.url}/comments?page=2` });
    expect(api.calls).toEqual([list(1), list(2), CREATE]);
    expect(evil.calls).toEqual([]);
  });

  it.each([301, 302, 307, 308])('as a redirect (%i) to another server is not followed', async (status) => {
    const evil = await githubApi({});
    const api = await githubApi({
      faults: [{ on: COMMENTS, times: Infinity, status, headers: { location: `${evil.url}/comments` } }],
    });
    apis.push(evil, api);
    await expect(comment(FAILED, {}, {}, api)).rejects.toThrow('GitHub redirected to another server');
    expect(evil.calls).toEqual([]);
    expect(api.calls).toEqual([LIST]);
  });

  it('as a redirect on the same server is followed', async () => {
    const headers = { location: `${LIST.slice(4)}&moved=1` };
    const { api, urls } = await comment(FAILED, { faults: [{ on: /page=1$/u, status: 301, headers }] });
    expect(api.calls).toEqual([LIST, `${LIST}&moved=1`, CREATE]);
    expect(urls).toHaveLength(1);
  });

  it('as a page of more than 1 MiB is asked for in smaller pages', async () => {
    const user = { login: 'somebody', type: 'User' } as const;
    const long = Array.from({ length: 30 }, (_, id) => ({ id, body: 'x'.repeat(60_000), user }));
    const { api } = await comment(FAILED, { comments: [...long, ours(500)] });
    expect(api.calls).toEqual([
      LIST,
      list(1, 20),
      list(1, 4),
      ...[2, 3, 4, 5].map((page) => list(page, 4)),
      list(2, 20),
      'PATCH /repos/octo/shop/issues/comments/500',
    ]);
  });
});

describe('the pull request', () => {
  const pull = (sha = SHA, ref = 'main'): object => ({ number: 7, head: { sha, ref } });

  it('is the one of a comment on it, with the head that it has', async () => {
    const event = { issue: { number: 7, pull_request: { url: 'x' } } };
    const known = await comment(FAILED, { pull: pull() }, { event });
    expect(known.api.comments[0]?.body).toContain(`commit ${SHA}`);
    const unknown = await comment(FAILED, {}, { event });
    expect(unknown.urls).toHaveLength(1);
    expect(unknown.api.comments[0]?.body).not.toContain('commit');
  });

  it('of a fork is looked up by its branch after a workflow run', async () => {
    const source = { head_sha: SHA, head_branch: 'fix', head_repository: { owner: { login: 'fan' } } };
    const ofHead = { 'fan:fix': [pull('b'.repeat(40), 'fix'), pull(SHA, 'fix')] };
    const { api, urls } = await comment(FAILED, { ofHead }, { event: { workflow_run: source } });
    expect(api.calls[0]).toBe('GET /repos/octo/shop/pulls?head=fan%3Afix&state=open&per_page=10');
    expect(urls).toHaveLength(1);
  });

  it('of a push is the one whose head is the branch at the commit', async () => {
    const { urls } = await comment(FAILED, { ofHead: { 'octo:main': [pull()] } }, { event: {}, eventName: 'push' });
    expect(urls).toHaveLength(1);
  });

  it.each([
    ['another head', [pull('b'.repeat(40))]],
    ['another branch', [pull(SHA, 'topic')]],
    ['none', []],
  ])('of a push is none where the open one has another head (%s)', async (_, pulls) => {
    const plan = { ofHead: { 'octo:main': pulls } };
    const { api, notes, warnings } = await comment(FAILED, plan, { event: {}, eventName: 'push' });
    expect(notes).toEqual(['No comment on a pull request: no open pull request has the head main at commit aaaaaaa.']);
    expect([warnings, api.calls.length]).toEqual([[], 1]);
  });

  it('is none for an event without one, and nothing is asked', async () => {
    const { api, notes } = await comment(FAILED, {}, { event: null, eventName: 'release' });
    expect(api.calls).toEqual([]);
    expect(notes).toEqual(['No comment on a pull request: the event `release` belongs to no pull request.']);
  });
});
