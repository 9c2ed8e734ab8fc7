/** The comment through the bundle: on whose pull request, under which key, and what a missing one costs. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { defaultKey, marker } from '../../src/report/comment-marker.ts';
import { aFailure, aStep } from '../support/a-run-metrics.ts';
import type { GithubApi, GithubPlan } from '../support/github-api.ts';
import { githubApi } from '../support/github-api.ts';
import { k6Cloud, QUICK, TEST_ID } from '../support/k6-cloud.ts';
import type { Ran } from '../support/run-action.ts';
import { commands, runAction } from '../support/run-action.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SHA = 'f'.repeat(40);
const COMMENTS = { comment: 'always', 'github-token': 'made-up' };

interface Commented {
  readonly ran: Ran;
  readonly github: GithubApi;
}

/** A step that comments, in a workflow run for `event`. */
async function step(
  plan: GithubPlan,
  event: object,
  env: Readonly<Record<string, string>>,
  mode: 'start' | 'judge' = 'start',
): Promise<Commented> {
  const { step: aTest, cloud } = await k6Cloud([scenarios.passed(QUICK)]);
  const runId =
    mode === 'judge' ? { 'run-id': String(cloud.seed(TEST_ID, { scenario: scenarios.passed(QUICK) }).id) } : {};
  const github = await githubApi(plan);
  const file = join(temporaryFolder(), 'event.json');
  writeFileSync(file, JSON.stringify(event));
  const surroundings = {
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_SHA: SHA,
    GITHUB_API_URL: github.url,
    GITHUB_EVENT_PATH: file,
    GITHUB_WORKFLOW: 'CI',
    GITHUB_JOB: 'load',
    GITHUB_RUN_NUMBER: '9',
    GITHUB_RUN_ATTEMPT: '1',
    ...env,
  };
  const ran = await runAction({ ...aTest({ ...COMMENTS, ...runId }), env: surroundings });
  await github.close();
  return { ran, github };
}

const PULL = { pull_request: { number: 7, head: { sha: SHA } } };
const NUMBER = { workflow: 'CI', run: 9, attempt: 1 };
const KEY = defaultKey('CI / load', aStep({ ...aFailure(), testId: String(TEST_ID) }));

describe('the comment of a step', () => {
  it('is not written for a push to main, though an open pull request holds the commit', async () => {
    const env = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' };
    const stranger = { number: 40, head: { sha: 'b'.repeat(40), ref: 'main' } };
    const { ran, github } = await step({ ofHead: { 'octo:main': [stranger] } }, { ref: 'refs/heads/main' }, env);
    expect(ran.exitCode).toBe(0);
    expect(new Set(github.calls).size).toBe(1);
    expect(github.calls).toHaveLength(2); // while the run goes on, and at its end: it may be opened meanwhile
    expect(ran.stdout).toContain(
      'No comment on a pull request: no open pull request has the head main at commit fffffff.',
    );
    expect(commands(ran.stdout, 'warning')).toEqual([]);
  });

  it('holds workflow, job, test and the number of the workflow run in its marker', async () => {
    const { ran, github } = await step({}, PULL, { GITHUB_EVENT_NAME: 'pull_request' });
    expect(ran.exitCode).toBe(0);
    expect(github.comments[0]?.body.split('\n')[0]).toBe(marker(KEY, NUMBER));
    expect(github.comments[0]?.body).toContain(`commit ${SHA}`);
  });

  it('has the same key where the run of the test is given instead of the test', async () => {
    const { ran, github } = await step({}, PULL, { GITHUB_EVENT_NAME: 'pull_request' }, 'judge');
    expect(ran.exitCode).toBe(0);
    expect(github.comments[0]?.body.split('\n')[0]).toBe(marker(KEY, NUMBER));
  });

  it('that is locked is one warning and changes neither verdict nor exit code', async () => {
    const message = 'Unable to create comment because issue is locked.';
    const faults = [{ on: /^POST /u, times: Infinity, status: 403, message }];
    const { ran } = await step({ faults }, PULL, { GITHUB_EVENT_NAME: 'pull_request' });
    expect(ran.exitCode).toBe(0);
    expect(ran.outputs.get('verdict')).toBe('passed');
    expect(ran.outputs.get('comment-url') ?? '').toBe('');
    expect(commands(ran.stdout, 'warning')).toEqual([expect.stringContaining(message)]);
  });
});
