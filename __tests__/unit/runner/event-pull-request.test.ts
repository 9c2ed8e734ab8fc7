/** Which pull request the event of a workflow is about, and why there is none. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { WorkflowContext } from '../../../src/runner/event-pull-request.ts';
import { isCommit, pullRequestSource, statusCommit } from '../../../src/runner/event-pull-request.ts';

const SHA = 'a'.repeat(40);
const OTHER = 'b'.repeat(40);

function source(context: Partial<WorkflowContext>): ReturnType<typeof pullRequestSource> {
  return pullRequestSource({
    repository: 'octo/shop',
    eventName: undefined,
    ref: undefined,
    sha: SHA,
    event: {},
    ...context,
  });
}

const pull = (number: number, repository = 'octo/shop'): object => ({
  number,
  base: { repo: { url: `https://api.github.com/repos/${repository}` } },
});

describe('an event with a pull request', () => {
  it.each([
    ['pull_request', { pull_request: { number: 7, head: { sha: OTHER } } }, OTHER],
    ['pull_request_target', { pull_request: { number: 7, head: { sha: OTHER } } }, OTHER],
    ['pull_request_review', { pull_request: { number: 7 } }, undefined],
    ['issue_comment', { issue: { number: 7, pull_request: { url: 'x' } } }, undefined],
    ['workflow_run', { workflow_run: { pull_requests: [pull(7)], head_sha: OTHER } }, OTHER],
    ['check_suite', { check_suite: { pull_requests: [pull(7)], head_sha: OTHER } }, OTHER],
    ['check_run', { check_run: { pull_requests: [pull(7, 'Octo/Shop')], head_sha: OTHER } }, OTHER],
    ['check_run', { check_run: { pull_requests: [pull(7), pull(8, 'fan/shop')], head_sha: OTHER } }, OTHER],
    [
      'merge_group',
      { merge_group: { head_ref: `refs/heads/gh-readonly-queue/release/1.2/pr-7-${SHA}`, head_sha: OTHER } },
      OTHER,
    ],
    ['merge_group', { merge_group: { head_ref: 'refs/heads/gh-readonly-queue/a/pr-7-0123abc' } }, undefined],
    ['workflow_run', { workflow_run: { pull_requests: [{ number: 7 }, { number: 'x' }, null] } }, undefined],
    ['pull_request', { pull_request: { number: 7, head: { sha: OTHER } }, issue: { number: 8 } }, OTHER],
  ])('%s (row %#) has its number and commit', (eventName, event, commit) => {
    expect(source({ eventName, event })).toEqual({ kind: 'number', number: 7, commit });
  });

  it.each([
    ['of a fork', []],
    ['of two pull requests', [pull(7), pull(8)]],
    ['of the pull requests of a fork alone', [pull(7, 'fan/shop'), pull(8, 'fan/octo/shop')]],
  ])('workflow_run %s leads to the head of the earlier run', (_, pulls) => {
    const event = {
      workflow_run: {
        pull_requests: pulls,
        head_sha: OTHER,
        head_branch: 'fix',
        head_repository: { owner: { login: 'fan' } },
      },
    };
    expect(source({ eventName: 'workflow_run', event })).toEqual({
      kind: 'head',
      owner: 'fan',
      branch: 'fix',
      commit: OTHER,
    });
  });
});

describe('the number of a merge queue', () => {
  it('may have up to 15 digits', () => {
    const head_ref = `refs/heads/gh-readonly-queue/main/pr-123456789012345-${SHA}`;
    expect(source({ event: { merge_group: { head_ref } } })).toEqual({
      kind: 'number',
      number: 123_456_789_012_345,
      commit: undefined,
    });
  });
});

describe('an event of a branch', () => {
  it.each(['push', 'schedule', 'workflow_dispatch'])('%s asks for the branch and the commit', (eventName) => {
    expect(source({ eventName, ref: 'refs/heads/feature/x' })).toEqual({
      kind: 'head',
      owner: 'octo',
      branch: 'feature/x',
      commit: SHA,
    });
  });
});

describe('an event without a pull request', () => {
  it.each([
    [{ eventName: 'push', ref: 'refs/tags/v1' }, 'the workflow did not run for a branch'],
    [{ eventName: 'push' }, 'the workflow did not run for a branch'],
    [{ eventName: 'push', ref: 'refs/heads/x', sha: undefined }, 'the commit of the workflow run is not known'],
    [{ eventName: 'release', ref: 'refs/heads/x' }, 'the event `release` belongs to no pull request'],
    [{ eventName: 'push', ref: 'refs/heads/a\nb' }, 'the workflow did not run for a branch'],
    [{ eventName: 'push', ref: 'refs/heads/' }, 'the workflow did not run for a branch'],
    [{ eventName: 'push', ref: 'x/refs/heads/y' }, 'the workflow did not run for a branch'],
    [{ event: null }, 'the event is not known'],
    [{ event: { issue: { number: '7', pull_request: {} } } }, 'the issue is no pull request'],
    [{ event: { check_run: { pull_requests: [pull(7, 'fan/shop')] } } }, 'the check belongs to no pull request'],
    [{ event: { issue: { number: 7 } } }, 'the issue is no pull request'],
    [{ event: { issue: { number: 7, pull_request: null } } }, 'the issue is no pull request'],
    [
      { eventName: 'deployment', event: { workflow_run: null, check_run: null, issue: null } },
      'the event `deployment` belongs to no pull request',
    ],
    [{ event: { check_run: { pull_requests: [] } } }, 'the check belongs to no pull request'],
    [{ event: { check_suite: { pull_requests: [pull(7), pull(8)] } } }, 'the check belongs to 2 pull requests'],
    [
      { event: { merge_group: { head_ref: 'refs/heads/gh-readonly-queue/main/x' } } },
      'the branch of the merge queue names no pull request',
    ],
    [
      { event: { merge_group: { head_ref: `refs/heads/pr-7-${SHA}` } } },
      'the branch of the merge queue names no pull request',
    ],
    [
      { event: { workflow_run: { pull_requests: 'x', head_sha: 'no commit' } } },
      'the event names no branch and commit of the earlier workflow run',
    ],
  ])('of row %# says why', (context, why) => {
    expect(source(context)).toEqual({ kind: 'none', why });
  });

  it.each([0, -1, 1.5, 2 ** 53, '7', null])('has the number %j in it', (number) => {
    expect(source({ event: { pull_request: { number } }, eventName: 'odd' })).toEqual({
      kind: 'none',
      why: 'the event `odd` belongs to no pull request',
    });
  });

  it.each([
    `xrefs/heads/gh-readonly-queue/main/pr-7-${SHA}`,
    `refs/heads/gh-readonly-queue/main/pr-7-${SHA}-x`,
    `refs/heads/gh-readonly-queue//pr-7-${SHA}`,
    `refs/heads/gh-readonly-queue/main/pr-07-${SHA}`,
    `refs/heads/gh-readonly-queue/main/pr-${'7'.repeat(16)}-${SHA}`,
    'refs/heads/gh-readonly-queue/main/pr-7-0123ab',
    `refs/heads/gh-readonly-queue/main/pr-7-${'a'.repeat(65)}`,
    `refs/heads/gh-readonly-queue/main/pr-7-${'g'.repeat(40)}`,
    `refs/heads/gh-readonly-queue/${'x'.repeat(1000)}/pr-7-${SHA}`,
    '',
  ])('is that of the branch %s of a merge queue', (ref) => {
    expect(source({ event: { merge_group: { head_ref: ref } } })).toEqual({
      kind: 'none',
      why: 'the branch of the merge queue names no pull request',
    });
  });

  it.each([
    ['no owner', { head_repository: { owner: { login: '' } } }],
    ['no branch', { head_branch: undefined }],
    ['a branch with a name that is too long', { head_branch: 'x'.repeat(1001) }],
    ['a commit that is cut', { head_sha: OTHER.slice(1) }],
  ])('is that of an earlier run with %s', (_, odd) => {
    const run = {
      pull_requests: [],
      head_sha: OTHER,
      head_branch: 'fix',
      head_repository: { owner: { login: 'fan' } },
    };
    expect(source({ event: { workflow_run: { ...run, ...odd } } })).toEqual({
      kind: 'none',
      why: 'the event names no branch and commit of the earlier workflow run',
    });
  });

  it('never throws, whatever the payload holds', () => {
    const names = ['pull_request', 'issue', 'workflow_run', 'merge_group', 'check_run', 'check_suite'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue(), fc.jsonValue(), (name, value, list) => {
        expect(source({ event: { [name]: value } })).toHaveProperty('kind');
        expect(source({ event: { [name]: { pull_requests: [list] } } })).toHaveProperty('kind');
      }),
      {
        examples: [
          ['pull_request', null, null],
          ['pull_request', { number: '7' }, { number: -1 }],
        ],
      },
    );
  });
});

describe('the commit of a status', () => {
  const of = (event: unknown, sha: string | undefined = SHA): ReturnType<typeof statusCommit> =>
    statusCommit({ repository: 'octo/shop', eventName: undefined, ref: undefined, sha, event });

  it.each([
    ['pull_request', { pull_request: { number: 7, head: { sha: OTHER } } }],
    ['workflow_run', { workflow_run: { head_sha: OTHER } }],
    ['merge_group', { merge_group: { head_sha: OTHER } }],
    ['check_run', { check_run: { head_sha: OTHER } }],
    ['check_suite', { check_suite: { head_sha: OTHER } }],
  ])('is the head that %s names', (_name, event) => {
    expect(of(event)).toEqual({ kind: 'commit', commit: OTHER });
  });

  it('is that of the workflow run for every other event: push, schedule, deployment_status, a comment on an issue', () => {
    for (const event of [undefined, {}, { deployment: { sha: OTHER } }, { issue: { number: 7 } }]) {
      expect(of(event)).toEqual({ kind: 'commit', commit: SHA });
    }
  });

  it.each([
    ['deployment', { deployment: { sha: SHA }, workflow_run: null, workflow: null, check_run: null }],
    ['deployment_status', { deployment_status: { id: 1 }, workflow_run: null, check_run: null, issue: null }],
    ['push', { pull_request: null, merge_group: null, check_suite: null, issue: { number: 7, pull_request: null } }],
  ])('is that of the workflow run where %s says that it has none of the others', (_name, event) => {
    expect(of(event)).toEqual({ kind: 'commit', commit: SHA });
  });

  it('is asked for where only the number of the pull request is known', () => {
    expect(of({ issue: { number: 7, pull_request: {} } })).toEqual({ kind: 'pull-request', number: 7 });
  });

  it.each([{ issue: { number: 7.5, pull_request: {} } }, { issue: { pull_request: {} } }])(
    'is that of the workflow run where the pull request has no number (%j)',
    (event) => {
      expect(of(event)).toEqual({ kind: 'commit', commit: SHA });
    },
  );

  it('is that of the pull request where a comment is on one as well', () => {
    const event = { pull_request: { head: { sha: OTHER } }, issue: { number: 7, pull_request: {} } };
    expect(of(event)).toEqual({ kind: 'commit', commit: OTHER });
  });

  it('is never that of the workflow run where the event is about another one that it does not name', () => {
    expect(of({ pull_request: { number: 7 } })).toMatchObject({ kind: 'none' });
    expect(
      statusCommit({ repository: 'o/s', eventName: undefined, ref: undefined, sha: undefined, event: {} }),
    ).toEqual({ kind: 'none', why: 'the commit is not known' });
  });
});

describe('an event whose payload cannot be read', () => {
  const of = (eventName: string, ref: string, event?: unknown): WorkflowContext => ({
    repository: 'octo/shop',
    eventName,
    ref,
    sha: SHA,
    event,
  });
  const why = (eventName: string): string =>
    `the payload of the event \`${eventName}\` cannot be read (\`GITHUB_EVENT_PATH\`), and nothing else tells what it is about`;

  it.each(['pull_request', 'pull_request_review', 'pull_request_review_comment', 'pull_request_target'])(
    '%s has the pull request of its ref, whose head is asked for',
    (eventName) => {
      const context = of(eventName, 'refs/pull/7/merge');
      expect(statusCommit(context)).toEqual({ kind: 'pull-request', number: 7 });
      expect(pullRequestSource(context)).toEqual({ kind: 'number', number: 7, commit: undefined });
    },
  );

  it.each(['pull_request_target', 'issue_comment', 'workflow_run', 'check_run', 'check_suite'])(
    '%s has neither a commit nor a pull request: `GITHUB_SHA` is of another branch',
    (eventName) => {
      for (const event of [undefined, null, {}, { issue: null, workflow_run: null, pull_request: null }]) {
        const context = of(eventName, 'refs/heads/main', event);
        expect(statusCommit(context)).toEqual({ kind: 'none', why: why(eventName) });
        expect(pullRequestSource(context)).toEqual({ kind: 'none', why: why(eventName) });
      }
    },
  );

  it.each(['push', 'schedule', 'workflow_dispatch', 'deployment_status', 'merge_group', 'release'])(
    '%s has the commit of the workflow run, which is the right one',
    (eventName) => {
      expect(statusCommit(of(eventName, 'refs/heads/main'))).toEqual({ kind: 'commit', commit: SHA });
    },
  );

  it.each(['refs/pull/07/merge', 'refs/pull/7', 'xrefs/pull/7/merge', `refs/pull/${'7'.repeat(16)}/merge`, ''])(
    'has no pull request by the ref %j',
    (ref) => {
      expect(statusCommit(of('pull_request', ref))).toEqual({ kind: 'none', why: why('pull_request') });
    },
  );
});

describe('a commit', () => {
  it.each([
    ['0123456789abcdef'.repeat(3).slice(0, 40), true],
    ['f'.repeat(64), true],
    ['f'.repeat(39), false],
    ['f'.repeat(41), false],
    ['f'.repeat(63), false],
    ['f'.repeat(65), false],
    [`x${'f'.repeat(40)}`, false],
    [`${'f'.repeat(64)} `, false],
    ['F'.repeat(40), false],
    ['g'.repeat(40), false],
    ['', false],
  ])('is %j: %s', (text, is) => {
    expect(isCommit(text)).toBe(is);
  });
});
