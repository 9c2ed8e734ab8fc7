/** The commit status through the bundle: on which commit, for which end, by main or by post, and what a refusal costs. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import type { GithubApi, GithubPlan } from '../support/github-api.ts';
import { githubApi } from '../support/github-api.ts';
import type { ServedCloud } from '../support/k6-cloud.ts';
import { k6Cloud, QUICK } from '../support/k6-cloud.ts';
import type { Step } from '../support/run-action.ts';
import { commands, runAction, startAction, transcript } from '../support/run-action.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const SHA = 'f'.repeat(40);
const HEAD = 'a'.repeat(40);
const GITHUB_TOKEN = 'made-up-github-token-77';
const STATUS = { status: 'load test', 'github-token': GITHUB_TOKEN };
const PULL = { pull_request: { number: 7, head: { sha: HEAD } } };
/** A push: the event names no head, so the commit is that of the workflow run. */
const PUSH = { ref: 'refs/heads/main' };

const apis: GithubApi[] = [];
afterEach(async () => {
  await Promise.all(apis.splice(0).map((api) => api.close()));
});

async function github(plan: GithubPlan = {}): Promise<GithubApi> {
  const api = await githubApi(plan);
  apis.push(api);
  return api;
}

/** The step in a workflow run for `event`. */
function within(step: Step, { url }: GithubApi, event: object = PUSH): Step {
  const file = join(temporaryFolder(), 'event.json');
  writeFileSync(file, JSON.stringify(event));
  const env = {
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_SHA: SHA,
    GITHUB_API_URL: url,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_EVENT_PATH: file,
    GITHUB_RUN_ID: '99',
    GITHUB_RUN_ATTEMPT: '2',
  };
  return { ...step, env };
}

const states = ({ statuses }: GithubApi): readonly string[] => statuses.map(({ state }) => state);

const isStop = (line: string): boolean => line.includes('/stop');

describe('the commit status of a step', () => {
  it('is pending, then success, with a name, a sentence and the page of the workflow run', async () => {
    const [{ step }, api] = [await k6Cloud([scenarios.passed(QUICK)]), await github()];
    const ran = await runAction(within(step(STATUS), api));
    expect(ran.exitCode).toBe(0);
    const [first, last] = api.statuses;
    expect(first).toEqual({
      sha: SHA,
      state: 'pending',
      context: 'load test',
      description: 'The load test is in progress.',
      target_url: 'https://github.com/octo/shop/actions/runs/99/attempts/2',
    });
    expect(last).toEqual({ ...first, state: 'success', description: ran.outputs.get('reason') });
    expect(api.calls).toHaveLength(2);
    const post = await runAction({ ...within(step(STATUS), api), state: ran.state });
    expect([post.exitCode, post.stdout, api.calls.length]).toEqual([0, '', 2]);
  });

  it.each([
    ['failed', scenarios.failedByThreshold(QUICK), {}, 1, 'failure'],
    ['failed', scenarios.failedByThreshold(QUICK), { 'fail-on': 'none' }, 0, 'success'],
    ['aborted', scenarios.aborted('user', QUICK), {}, 1, 'error'],
    ['timeout', scenarios.neverEnding(QUICK), { timeout: '12s' }, 1, 'error'],
  ] as const)('of a run that %s (row %#) follows the step', async (verdict, story, inputs, exitCode, state) => {
    const [{ step }, api] = [await k6Cloud([story]), await github()];
    const ran = await runAction(within(step({ ...STATUS, ...inputs }), api));
    expect([ran.exitCode, ran.outputs.get('verdict')]).toEqual([exitCode, verdict]);
    expect(states(api)).toEqual(['pending', state]);
  });

  it('stays pending where the tests are only started, until a step with run-id and the same name', async () => {
    const [{ step }, api] = [await k6Cloud([scenarios.passed(QUICK)]), await github()];
    const started = await runAction(within(step({ ...STATUS, wait: 'false' }), api));
    expect([started.exitCode, states(api)]).toEqual([0, ['pending']]);
    const runId = started.outputs.get('run-id') ?? '';
    const judged = await runAction(within(step({ ...STATUS, 'run-id': runId }), api));
    expect([judged.exitCode, states(api)]).toEqual([0, ['pending', 'pending', 'success']]);
  });

  it('is an error where the start made no run, and where an input is invalid', async () => {
    const [{ step }, api] = [await k6Cloud([]), await github()];
    const unknown = await runAction(within(step({ ...STATUS, 'test-id': '999' }), api));
    const invalid = await runAction(within(step({ ...STATUS, timeout: 'soon' }), api));
    expect([unknown.exitCode, invalid.exitCode, states(api)]).toEqual([1, 1, ['error', 'error']]);
    expect(api.statuses[1]?.description).toMatch(/^`timeout`: invalid value "soon"/u);
    const post = await runAction({ ...within(step({ ...STATUS, timeout: 'soon' }), api), state: invalid.state });
    expect([post.exitCode, post.stdout]).toEqual([0, '']);
  });

  it('is not written for a step that is skipped, nor without a token', async () => {
    const [{ step }, api] = [await k6Cloud([scenarios.passed(QUICK)]), await github()];
    const skipped = await runAction(within(step({ ...STATUS, token: '', 'missing-token': 'skip' }), api));
    const without = await runAction(within(step({ ...STATUS, comment: 'always', 'github-token': '' }), api));
    expect([skipped.exitCode, without.exitCode, api.calls]).toEqual([0, 0, []]);
    expect(commands(without.stdout, 'warning')).toEqual([
      'No commit status and no comment on the pull request is written: `github-token` is empty.',
    ]);
  });
});

describe('the commit of the status', () => {
  it.each([
    ['pull_request', PULL],
    ['workflow_run', { workflow_run: { head_sha: HEAD, pull_requests: [] } }],
    ['merge_group', { merge_group: { head_sha: HEAD } }],
    ['issue_comment', { issue: { number: 7, pull_request: {} } }],
  ])('is the head of %s', async (_name, event) => {
    const [{ step }, api] = [await k6Cloud([scenarios.passed(QUICK)]), await github({ pull: { head: { sha: HEAD } } })];
    await runAction(within(step(STATUS), api, event));
    expect(api.statuses.map(({ sha }) => sha)).toEqual([HEAD, HEAD]);
  });
});

describe('an event whose payload cannot be read', () => {
  const unread = (step: Step, api: GithubApi, eventName: string, ref: string): Step => {
    const whole = within(step, api);
    const env = { GITHUB_EVENT_NAME: eventName, GITHUB_REF: ref, GITHUB_EVENT_PATH: join(temporaryFolder(), 'none') };
    return { ...whole, env: { ...whole.env, ...env } };
  };

  it('has its status on the head of the pull request that the ref names', async () => {
    const [{ step }, api] = [await k6Cloud([scenarios.passed(QUICK)]), await github({ pull: { head: { sha: HEAD } } })];
    await runAction(unread(step(STATUS), api, 'pull_request', 'refs/pull/7/merge'));
    expect(api.statuses.map(({ sha }) => sha)).toEqual([HEAD, HEAD]);
  });

  it('has no status, and one warning says why, where nothing else names the commit', async () => {
    const [{ step }, api] = [await k6Cloud([scenarios.passed(QUICK)]), await github()];
    const ran = await runAction(unread(step(STATUS), api, 'issue_comment', 'refs/heads/main'));
    expect([ran.exitCode, api.statuses]).toEqual([0, []]);
    expect(commands(ran.stdout, 'warning')).toEqual([
      'No commit status is written: the payload of the event `issue_comment` cannot be read (`GITHUB_EVENT_PATH`), and nothing else tells what it is about.',
    ]);
  });
});

describe("a fork's pull request through workflow_run", () => {
  it('gets its status and its comment on the head that the fork pushed, by a workflow of the default branch', async () => {
    const plan = { ofHead: { 'fan:fix': [{ number: 7, head: { sha: HEAD, ref: 'fix' } }] } };
    const [{ step }, api] = [await k6Cloud([scenarios.failedByThreshold(QUICK)]), await github(plan)];
    const event = {
      workflow_run: {
        head_sha: HEAD,
        head_branch: 'fix',
        head_repository: { owner: { login: 'fan' } },
        pull_requests: [],
      },
    };
    const ran = await runAction(within(step({ ...STATUS, comment: 'always' }), api, event));
    expect(ran.exitCode).toBe(1);
    expect(api.statuses.map(({ sha, state }) => [sha, state])).toEqual([
      [HEAD, 'pending'],
      [HEAD, 'failure'],
    ]);
    expect(api.comments[0]?.body).toContain(`commit ${HEAD}`);
    expect(commands(ran.stdout, 'warning')).toEqual([]);
    const written = api.statuses.map(
      ({ sha, state, context, description }) => `${sha.slice(0, 7)} ${context}: ${state}, "${description}"`,
    );
    // The comment and the last status are written side by side.
    const writes = api.calls.filter((call) => call.startsWith('POST')).sort();
    expect(transcript(ran, [...writes, ...written])).toMatchSnapshot();
  });
});

describe('a step that ends early', () => {
  async function underway(
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<{ cloud: ServedCloud; api: GithubApi; step: Step }> {
    const [cloud, api] = [await k6Cloud([scenarios.neverEnding(QUICK)]), await github()];
    return { cloud, api, step: within(cloud.step({ ...STATUS, ...inputs }), api) };
  }

  it('by a cancel leaves an error', async () => {
    const { api, step } = await underway();
    const running = startAction(step);
    await until(() => api.statuses.length === 1);
    running.kill('SIGINT');
    const ran = await running.done;
    expect([ran.exitCode, ran.outputs.get('verdict')]).toEqual([1, 'cancelled']);
    // Main has a second for its reports, and Octokit keeps writes a second apart: what is late is left to post.
    const post = await runAction({ ...step, state: ran.state });
    expect([post.exitCode, states(api)]).toEqual([0, ['pending', 'error']]);
    expect(api.statuses[1]?.description).toContain('cancelled');
  });

  it('by a kill is finished by post, which stops the run too', async () => {
    const { cloud, api, step } = await underway();
    const running = startAction(step);
    await until(() => api.statuses.length === 1);
    running.kill('SIGKILL');
    const ran = await running.done;
    const post = await runAction({ ...step, state: ran.state });
    expect([post.exitCode, states(api)]).toEqual([0, ['pending', 'error']]);
    expect(post.stdout).toContain('The commit status `load test` was set to error.');
    expect(post.stdout).not.toContain('::warning');
    expect(cloud.requests().filter(isStop)).toHaveLength(1);
  });

  it('by a kill leaves the commit that was resolved: a head that has moved on is not marked', async () => {
    const { api, cloud } = await underway();
    const event = { issue: { number: 7, pull_request: {} } };
    const [before, after] = [
      await github({ pull: { head: { sha: HEAD } } }),
      await github({ pull: { head: { sha: SHA } } }),
    ];
    const running = startAction(within(cloud.step(STATUS), before, event));
    await until(() => before.statuses.length === 1);
    running.kill('SIGKILL');
    const { state } = await running.done;
    await runAction({ ...within(cloud.step(STATUS), after, event), state });
    expect(after.statuses.map((one) => [one.sha, one.state])).toEqual([[HEAD, 'error']]);
    expect(api.calls).toEqual([]);
  });

  it('cannot make post write a status that the step does not ask for', async () => {
    const { api, cloud } = await underway();
    const forged = JSON.stringify({ state: 'success', description: 'x', commit: HEAD });
    const post = await runAction({
      ...within(cloud.step({ 'github-token': GITHUB_TOKEN }), api),
      state: new Map([['status', forged]]),
    });
    expect([post.exitCode, api.calls]).toEqual([0, []]);
  });
});

describe('a status that GitHub refuses', () => {
  it('is one warning that names the permission, and changes neither verdict nor exit code', async () => {
    const message = 'Resource not accessible by integration';
    const faults = [{ on: /statuses/u, times: Infinity, status: 403, message }];
    const [{ step }, api] = [await k6Cloud([scenarios.passed(QUICK)]), await github({ faults })];
    const ran = await runAction(within(step(STATUS), api, PULL));
    expect([ran.exitCode, ran.outputs.get('verdict')]).toEqual([0, 'passed']);
    expect(commands(ran.stdout, 'warning')).toEqual([
      `GitHub refused the commit status (HTTP 403: "${message}"). The job needs \`permissions: statuses: write\`. ` +
        'A pull request from a fork has no such permission in a `pull_request` workflow.',
    ]);
    expect(api.calls).toHaveLength(1);
  });

  it('for a while only, by a rate limit, is written at the end', async () => {
    const faults = [{ on: /statuses/u, status: 429, headers: { 'retry-after': '3600' } }];
    const [{ step }, api] = [await k6Cloud([scenarios.passed(QUICK)]), await github({ faults })];
    const ran = await runAction(within(step(STATUS), api));
    expect([ran.exitCode, states(api)]).toEqual([0, ['success']]);
    expect(commands(ran.stdout, 'warning')).toEqual([]);
  });

  it('for the rest of the step is one warning, and post writes it', async () => {
    const faults = [{ on: /statuses/u, times: 2, status: 429, headers: { 'retry-after': '3600' } }];
    const [{ step }, api] = [await k6Cloud([scenarios.failedByThreshold(QUICK)]), await github({ faults })];
    const ran = await runAction(within(step(STATUS), api));
    expect([ran.exitCode, states(api)]).toEqual([1, []]);
    expect(commands(ran.stdout, 'warning')).toEqual([expect.stringContaining('The commit status failed')]);
    const post = await runAction({ ...within(step(STATUS), api), state: ran.state });
    expect([post.exitCode, states(api)]).toEqual([0, ['failure']]);
    expect(api.statuses[0]?.description).toBe(ran.outputs.get('reason')?.slice(0, 140));
  });

  it('with a page of an outage is one warning of few words in main, and one in post', async () => {
    const text = `<!DOCTYPE html><html>${'x'.repeat(210_000)}</html>`;
    const faults = [{ on: /statuses/u, times: Infinity, status: 503, text, headers: { 'content-type': 'text/html' } }];
    const [{ step }, api] = [await k6Cloud([scenarios.passed(QUICK)]), await github({ faults })];
    const ran = await runAction(within(step(STATUS), api));
    expect(ran.exitCode).toBe(0);
    expect(commands(ran.stdout, 'warning')).toEqual(['The commit status failed: HTTP 503 (HTML page instead of JSON)']);
    const post = await runAction({ ...within(step(STATUS), api), state: ran.state });
    expect(commands(post.stdout, 'warning')).toEqual([
      'The commit status could not be finished: HTTP 503 (HTML page instead of JSON)',
    ]);
  });

  it('is one warning where the commit is not of this repository', async () => {
    const faults = [{ on: /statuses/u, times: Infinity, status: 422, message: 'No commit found for SHA: aaaa' }];
    const [{ step }, api] = [await k6Cloud([scenarios.passed(QUICK)]), await github({ faults })];
    const ran = await runAction(within(step(STATUS), api, PULL));
    expect(ran.exitCode).toBe(0);
    expect(commands(ran.stdout, 'warning')).toEqual([expect.stringContaining('No commit found for SHA: aaaa')]);
  });

  it('with a redirect elsewhere takes no token along', async () => {
    const elsewhere = await github();
    const headers = { location: `${elsewhere.url}/repos/octo/shop/statuses/${SHA}` };
    const faults = [{ on: /statuses/u, times: Infinity, status: 307, headers }];
    const [{ step }, api] = [await k6Cloud([scenarios.passed(QUICK)]), await github({ faults })];
    const ran = await runAction(within(step(STATUS), api));
    expect([ran.exitCode, elsewhere.calls]).toEqual([0, []]);
    expect(commands(ran.stdout, 'warning')).toHaveLength(1);
    const everything = [ran.stdout, ran.stderr, ran.summary, ...ran.outputs.values(), ...ran.state.values()];
    expect(everything.join('\n').replace(`::add-mask::${GITHUB_TOKEN}`, '')).not.toContain(GITHUB_TOKEN);
  });
});
