/** Pure: the pull request and the commit that the event of a workflow is about. Source: GitHub's webhook payloads. */
import { at, numberAt, textAt } from './event-payload.ts';

/** What the runner says about the event that started the workflow. */
export interface WorkflowContext {
  /** `owner/name` */
  readonly repository: string;
  /** `GITHUB_EVENT_NAME`; `undefined` where it is missing. */
  readonly eventName: string | undefined;
  /** `GITHUB_REF`; `undefined` where it is missing. */
  readonly ref: string | undefined;
  /** `GITHUB_SHA`; `undefined` where it is missing or no commit. */
  readonly sha: string | undefined;
  /** The event's payload as GitHub sent it. */
  readonly event: unknown;
}

/** Where the pull request is found. */
export type PullRequestSource =
  | { readonly kind: 'number'; readonly number: number; readonly commit: string | undefined }
  /** The open pull request whose head is this branch at this commit. */
  | { readonly kind: 'head'; readonly owner: string; readonly branch: string; readonly commit: string }
  | { readonly kind: 'none'; readonly why: string };

/** Where the pull request of a workflow run is found. */
export function pullRequestSource(context: WorkflowContext): PullRequestSource {
  const { event, eventName } = context;
  const direct = numberAt(event, 'pull_request', 'number');
  if (direct !== undefined) return numbered(direct, commitAt(event, 'pull_request', 'head', 'sha'));
  if (at(event, 'issue') !== undefined) return ofIssue(event);
  if (at(event, 'workflow_run') !== undefined) return ofWorkflowRun(context);
  if (at(event, 'merge_group') !== undefined) return ofMergeGroup(event);
  if (at(event, 'check_run') !== undefined) return ofCheck(context, 'check_run');
  if (at(event, 'check_suite') !== undefined) return ofCheck(context, 'check_suite');
  if (eventName !== undefined && EVENTS_OF_A_BRANCH.has(eventName)) return ofBranch(context);
  if (lacksPayload(context)) {
    const number = numberOfRef(context.ref);
    return number === undefined ? none(unreadable(context)) : numbered(number, undefined);
  }
  return none(
    eventName === undefined ? 'the event is not known' : `the event \`${eventName}\` belongs to no pull request`,
  );
}

/** The commit that a status belongs on. */
export type StatusCommit =
  | { readonly kind: 'commit'; readonly commit: string }
  /** The head of this pull request, which the event does not name. */
  | { readonly kind: 'pull-request'; readonly number: number }
  | { readonly kind: 'none'; readonly why: string };

/** Events about a commit that is not the one that the workflow run has checked out. */
const HEADS = [
  ['pull_request', 'head', 'sha'],
  ['workflow_run', 'head_sha'],
  ['merge_group', 'head_sha'],
  ['check_run', 'head_sha'],
  ['check_suite', 'head_sha'],
] as const;

/** The commit that the workflow run is about: the head that its event names, else the commit of the workflow run. */
export function statusCommit(context: WorkflowContext): StatusCommit {
  const { event, sha } = context;
  const about = HEADS.find(([name]) => at(event, name) !== undefined);
  const ofIssue = at(event, 'issue', 'pull_request') === undefined ? undefined : numberAt(event, 'issue', 'number');
  if (about === undefined && ofIssue !== undefined) return { kind: 'pull-request', number: ofIssue };
  if (about === undefined && lacksPayload(context)) {
    const number = numberOfRef(context.ref);
    return number === undefined ? { kind: 'none', why: unreadable(context) } : { kind: 'pull-request', number };
  }
  const commit = about === undefined ? sha : commitAt(event, ...about);
  return commit === undefined ? { kind: 'none', why: 'the commit is not known' } : { kind: 'commit', commit };
}

/** Events whose `GITHUB_SHA` is a merge commit, or one of the default branch: their payload alone tells what they are about. */
const TOLD_BY_PAYLOAD = /^(?:pull_request(?:_[a-z_]+)?|issue_comment|workflow_run|check_run|check_suite)$/u;

/** Whether only the payload tells what the event is about, and it does not: its file is missing, cut, or too large. */
export function lacksPayload({ event, eventName = '' }: WorkflowContext): boolean {
  const field = eventName.startsWith('pull_request')
    ? 'pull_request'
    : eventName === 'issue_comment'
      ? 'issue'
      : eventName;
  return TOLD_BY_PAYLOAD.test(eventName) && at(event, field) === undefined;
}

function unreadable({ eventName = '' }: WorkflowContext): string {
  return `the payload of the event \`${eventName}\` cannot be read (\`GITHUB_EVENT_PATH\`), and nothing else tells what it is about`;
}

/** `refs/pull/7/merge` is what most events of a pull request run for. */
export function numberOfRef(ref = ''): number | undefined {
  const digits = /^refs\/pull\/(?<number>[1-9]\d{0,14})\//u.exec(ref)?.groups?.['number'];
  return digits === undefined ? undefined : Number(digits);
}

const EVENTS_OF_A_BRANCH: ReadonlySet<string> = new Set(['push', 'schedule', 'workflow_dispatch']);

function numbered(number: number, commit: string | undefined): PullRequestSource {
  return { kind: 'number', number, commit };
}

function none(why: string): PullRequestSource {
  return { kind: 'none', why };
}

/** The payload of a comment has no commit. */
function ofIssue(event: unknown): PullRequestSource {
  const number = at(event, 'issue', 'pull_request') === undefined ? undefined : numberAt(event, 'issue', 'number');
  return number === undefined ? none('the issue is no pull request') : numbered(number, undefined);
}

/** The list does not hold pull requests from forks. The branch that they come from leads to them. */
function ofWorkflowRun(context: WorkflowContext): PullRequestSource {
  const { event } = context;
  const commit = commitAt(event, 'workflow_run', 'head_sha');
  const [first, ...others] = listed(context, 'workflow_run');
  if (first !== undefined && others.length === 0) return numbered(first, commit);
  const owner = textAt(event, 'workflow_run', 'head_repository', 'owner', 'login');
  const branch = textAt(event, 'workflow_run', 'head_branch');
  return owner === undefined || branch === undefined || commit === undefined
    ? none('the event names no branch and commit of the earlier workflow run')
    : { kind: 'head', owner, branch, commit };
}

/** A merge queue tests a branch of its own, whose name holds the number of the pull request. */
function ofMergeGroup(event: unknown): PullRequestSource {
  const ref = textAt(event, 'merge_group', 'head_ref') ?? '';
  const digits = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(?<number>[1-9]\d{0,14})-[0-9a-f]{7,64}$/u.exec(ref)?.groups;
  return digits?.['number'] === undefined
    ? none('the branch of the merge queue names no pull request')
    : numbered(Number(digits['number']), commitAt(event, 'merge_group', 'head_sha'));
}

function ofCheck(context: WorkflowContext, name: 'check_run' | 'check_suite'): PullRequestSource {
  const [first, ...others] = listed(context, name);
  if (first === undefined) return none('the check belongs to no pull request');
  return others.length === 0
    ? numbered(first, commitAt(context.event, name, 'head_sha'))
    : none(`the check belongs to ${others.length + 1} pull requests`);
}

function ofBranch({ repository, ref, sha }: WorkflowContext): PullRequestSource {
  const branch = /^refs\/heads\/(?<name>.+)$/u.exec(ref ?? '')?.groups?.['name'];
  const [owner = ''] = repository.split('/');
  if (branch === undefined) return none('the workflow did not run for a branch');
  return sha === undefined
    ? none('the commit of the workflow run is not known')
    : { kind: 'head', owner, branch, commit: sha };
}

/** The pull requests that an event lists, without those of other repositories such as a fork of this one. */
function listed({ event, repository }: WorkflowContext, name: string): readonly number[] {
  const all = at(event, name, 'pull_requests');
  if (!Array.isArray(all)) return [];
  const here = (one: unknown): boolean => {
    const base = textAt(one, 'base', 'repo', 'url')?.toLowerCase();
    return base === undefined || base.endsWith(`/repos/${repository.toLowerCase()}`);
  };
  return all.filter(here).flatMap((one) => numberAt(one, 'number') ?? []);
}

function commitAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = textAt(value, ...path);
  return found !== undefined && isCommit(found) ? found : undefined;
}

/** SHA-1 or SHA-256, in full. */
export function isCommit(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(text);
}
