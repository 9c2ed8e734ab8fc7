/** Where the runs of a step come from, event by event. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { StepOrigin } from '../../../src/inputs/step-origin.ts';
import { stepOrigin } from '../../../src/inputs/step-origin.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SHA = 'a'.repeat(40);
const REPOSITORY = { full_name: 'acme/shop', default_branch: 'main' };
/** What `GITHUB_SHA` names is not what a pull request proposes: a merge, or the newest commit of the default branch. */
const CHECKED_OUT = 'f'.repeat(40);
const PULL = { number: 12, base: { ref: 'release/1' }, head: { sha: SHA } };
const ofRun = (event: string, repository: string, pulls: readonly object[] = []): object => ({
  workflow_run: {
    event,
    head_sha: SHA,
    head_branch: 'fix',
    head_repository: { full_name: repository, owner: { login: repository.split('/')[0] } },
    pull_requests: pulls,
  },
});

function originOf(eventName: string, ref: string, event: object, sha = SHA): StepOrigin | undefined {
  const path = join(temporaryFolder(), 'event.json');
  writeFileSync(path, JSON.stringify({ repository: REPOSITORY, ...event }));
  const env: Readonly<Record<string, string>> = {
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SHA: sha,
    GITHUB_RUN_ID: '99',
    GITHUB_EVENT_NAME: eventName,
    GITHUB_REF: ref,
    GITHUB_EVENT_PATH: path,
  };
  return stepOrigin({ env: (name) => env[name] });
}

describe('the origin of the runs of a step', () => {
  const rows: readonly (readonly [string, string, object, Partial<StepOrigin>])[] = [
    ['push', 'refs/heads/main', {}, { branch: 'main', pullRequest: undefined, trusted: true }],
    ['push', 'refs/heads/fix', {}, { branch: 'fix', pullRequest: undefined, trusted: false }],
    ['push', 'refs/tags/v1', {}, { branch: 'main', pullRequest: undefined, trusted: true }],
    ['schedule', 'refs/heads/main', {}, { branch: 'main', pullRequest: undefined, trusted: true }],
    ['workflow_dispatch', 'refs/heads/fix', {}, { branch: 'fix', pullRequest: undefined, trusted: false }],
    ['repository_dispatch', 'refs/heads/main', {}, { branch: 'main', pullRequest: undefined, trusted: true }],
    ['release', 'refs/tags/v1', {}, { branch: 'main', pullRequest: undefined, trusted: true }],
    [
      'pull_request',
      'refs/pull/12/merge',
      { pull_request: PULL },
      { branch: 'release/1', pullRequest: 12, trusted: false },
    ],
    ['pull_request_target', 'refs/heads/main', { pull_request: PULL }, { branch: 'release/1', pullRequest: 12 }],
    ['pull_request_review', 'refs/pull/12/merge', { pull_request: PULL }, { branch: 'release/1', pullRequest: 12 }],
    ['pull_request', 'refs/pull/12/merge', {}, { branch: 'main', pullRequest: 12 }],
    [
      'issue_comment',
      'refs/heads/main',
      { issue: { number: 12, pull_request: {} } },
      { branch: 'main', pullRequest: 12, trusted: false, commit: undefined },
    ],
    ['issue_comment', 'refs/heads/main', { issue: { number: 12 } }, { branch: 'main', pullRequest: 'unknown' }],
    [
      'merge_group',
      `refs/heads/gh-readonly-queue/main/pr-12-${SHA}`,
      {
        merge_group: {
          base_ref: 'refs/heads/main',
          head_ref: `refs/heads/gh-readonly-queue/main/pr-12-${SHA}`,
          head_sha: SHA,
        },
      },
      { branch: 'main', pullRequest: undefined, trusted: false },
    ],
    ['workflow_run', 'refs/heads/main', ofRun('push', 'acme/shop'), { branch: 'fix', pullRequest: undefined }],
    [
      'workflow_run',
      'refs/heads/main',
      ofRun('pull_request', 'acme/shop', [PULL]),
      { branch: 'release/1', pullRequest: 12, trusted: false },
    ],
    [
      'workflow_run',
      'refs/heads/main',
      ofRun('pull_request', 'mallory/shop'),
      { branch: 'main', pullRequest: 'unknown' },
    ],
    ['workflow_run', 'refs/heads/main', ofRun('push', 'mallory/shop'), { branch: 'main', pullRequest: 'unknown' }],
  ];

  it.each(rows)('of the event %s on %s', (eventName, ref, event, origin) => {
    expect(originOf(eventName, ref, event)).toMatchObject({
      repository: 'acme/shop',
      commit: 'a'.repeat(12),
      workflowRun: '99',
      defaultBranch: 'main',
      ...origin,
    });
  });

  it.each<readonly [string, string, object, string | undefined]>([
    ['pull_request', 'refs/pull/12/merge', { pull_request: PULL }, 'a'.repeat(12)],
    ['pull_request_target', 'refs/heads/main', { pull_request: PULL }, 'a'.repeat(12)],
    ['workflow_run', 'refs/heads/main', ofRun('pull_request', 'acme/shop', [PULL]), 'a'.repeat(12)],
    ['issue_comment', 'refs/heads/main', { issue: { number: 12, pull_request: {} } }, undefined],
    ['issue_comment', 'refs/heads/main', { issue: { number: 12 } }, 'f'.repeat(12)],
    ['push', 'refs/heads/main', {}, 'f'.repeat(12)],
  ])('of %s on %s names the commit that is proposed, not the one that is checked out', (name, ref, event, commit) => {
    expect(originOf(name, ref, event, CHECKED_OUT)?.commit).toBe(commit);
  });

  it.each<readonly [object, Partial<StepOrigin>]>([
    [
      { repository: null, schedule: '0 3 * * *' },
      { branch: 'trunk', defaultBranch: 'trunk', trusted: true },
    ],
    [{ schedule: '0 3 * * *' }, { branch: 'trunk', defaultBranch: 'trunk', trusted: true }],
  ])('of a schedule is the default branch, whatever the payload says: %j', (event, origin) => {
    expect(originOf('schedule', 'refs/heads/trunk', event)).toMatchObject(origin);
  });

  it('of a push is not trusted where the default branch is not known', () => {
    expect(originOf('push', 'refs/heads/main', { repository: null })).toMatchObject({
      branch: 'main',
      defaultBranch: undefined,
      trusted: false,
    });
  });

  it('is not known outside of GitHub', () => {
    expect(stepOrigin({ env: () => undefined })).toBeUndefined();
  });

  it('has the base branch by the environment if the event cannot be read', () => {
    const env: Readonly<Record<string, string>> = {
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REF: 'refs/pull/12/merge',
      GITHUB_BASE_REF: 'main',
    };
    expect(stepOrigin({ env: (name) => env[name] })).toMatchObject({ branch: 'main', pullRequest: 12 });
  });

  it.each<readonly [string, string, object, StepOrigin['head']]>([
    ['push', 'refs/heads/fix/a', {}, { commit: 'a'.repeat(12), branch: 'fix/a' }],
    ['release', 'refs/tags/v1', {}, { commit: 'a'.repeat(12), branch: 'v1' }],
    [
      'pull_request',
      'refs/pull/12/merge',
      { pull_request: { number: 12, head: { ref: 'topic', sha: 'b'.repeat(40) } } },
      { commit: 'b'.repeat(12), branch: 'topic' },
    ],
    [
      'deployment',
      'refs/heads/fix',
      { workflow_run: null, check_run: null, issue: null, pull_request: null },
      { commit: 'a'.repeat(12), branch: 'fix' },
    ],
    ['pull_request', 'refs/pull/12/merge', {}, { commit: 'a'.repeat(12), branch: undefined }],
    ['pull_request_target', 'refs/heads/main', {}, { commit: undefined, branch: undefined }],
    ['workflow_run', 'refs/heads/main', {}, { commit: undefined, branch: undefined }],
    ['workflow_run', 'refs/heads/main', ofRun('pull_request', 'acme/shop'), { commit: 'a'.repeat(12), branch: 'fix' }],
    [
      'issue_comment',
      'refs/heads/main',
      { issue: { number: 12, pull_request: {} } },
      { commit: undefined, branch: undefined },
    ],
  ])('of %s on %s has the head that is tested: %j', (eventName, ref, event, head) => {
    expect(originOf(eventName, ref, event)?.head).toEqual(head);
  });
});
