/** Where the runs of this step come from: repository, branch and pull request, from the event of the workflow. */
import { at, textAt } from '../runner/event-payload.ts';
import type { Runner } from '../runner/runner.ts';
import type { WorkflowContext } from '../runner/event-pull-request.ts';
import { lacksPayload, numberOfRef, pullRequestSource, statusCommit } from '../runner/event-pull-request.ts';
import { readWorkflow } from '../runner/workflow.ts';
import type { RunOrigin } from '../test-run/note-tail.ts';
import type { RunSource } from '../test-run/outcome.ts';

/** The origin of the runs of a step, and what else its event says. */
export interface StepOrigin extends RunOrigin {
  /** Counts if no earlier run is of `branch`. */
  readonly defaultBranch: string | undefined;
  /** The commit that is tested, and the name of its branch or tag. */
  readonly head: RunSource;
  /** Whether a passed run may be marked as baseline: a trusted event of the default branch or a tag. */
  readonly trusted: boolean;
}

/** Events whose runs measure the state of the repository, not a change that is proposed. */
const TRUSTED_EVENTS: ReadonlySet<string> = new Set([
  'push',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
  'release',
]);
const COMMIT_DIGITS = 12;

/** Reads it; `undefined` outside of GitHub. */
export function stepOrigin(runner: Pick<Runner, 'env'>): StepOrigin | undefined {
  const { context } = readWorkflow(runner);
  if (context === undefined) return undefined;
  const defaultBranch = defaultBranchOf(context);
  const head = headOf(context);
  const runId = runner.env('GITHUB_RUN_ID') ?? '';
  return {
    repository: context.repository,
    branch: branchOf(context, runner.env('GITHUB_BASE_REF')) ?? defaultBranch,
    commit: head.commit,
    pullRequest: pullRequestOf(context),
    workflowRun: /^[1-9]\d{0,14}$/u.test(runId) ? runId : undefined,
    defaultBranch,
    head,
    trusted: isTrusted(context, defaultBranch),
  };
}

/** A schedule runs on nothing else, and its payload may lack the repository. */
function defaultBranchOf({ event, eventName, ref = '' }: WorkflowContext): string | undefined {
  const ofSchedule = eventName === 'schedule' ? branchName(ref) : undefined;
  return ofSchedule ?? textAt(event, 'repository', 'default_branch');
}

/** Of a pull request its newest commit and its own branch, not the merge that GitHub makes of it. */
function headOf(context: WorkflowContext): RunSource {
  const { event, ref = '' } = context;
  const found = statusCommit(context);
  const isOfRef = at(event, 'issue') === undefined && !lacksPayload(context);
  const branch =
    textAt(event, 'pull_request', 'head', 'ref') ??
    textAt(event, 'workflow_run', 'head_branch') ??
    (isOfRef ? /^refs\/(?:heads|tags)\/(?<name>.+)$/u.exec(ref)?.groups?.['name'] : undefined);
  // Without a payload the merge that GitHub makes of a pull request is the nearest there is.
  const ofMerge = lacksPayload(context) && numberOfRef(ref) !== undefined ? context.sha : undefined;
  const commit = found.kind === 'commit' ? found.commit : ofMerge;
  return { commit: commit?.slice(0, COMMIT_DIGITS), branch };
}

/** A tag and a release are of no branch: the default branch counts for them. */
function branchOf({ event, eventName = '', ref = '' }: WorkflowContext, baseRef = ''): string | undefined {
  const base =
    textAt(event, 'pull_request', 'base', 'ref') ??
    branchName(textAt(event, 'merge_group', 'base_ref') ?? '') ??
    textAt(first(at(event, 'workflow_run', 'pull_requests')), 'base', 'ref');
  if (base !== undefined) return base;
  if (baseRef !== '') return baseRef;
  if (eventName === 'workflow_run')
    return isOfProposal(event) ? undefined : textAt(event, 'workflow_run', 'head_branch');
  return eventName === 'issue_comment' ? undefined : branchName(ref);
}

/** The pull request that this step measures. A merge group's own run measures its base branch. */
function pullRequestOf(context: WorkflowContext): RunOrigin['pullRequest'] {
  const { eventName = '', event, ref = '' } = context;
  const isProposal =
    eventName.startsWith('pull_request') ||
    eventName === 'issue_comment' ||
    ref.startsWith('refs/pull/') ||
    (eventName === 'workflow_run' && isOfProposal(event));
  if (!isProposal) return undefined;
  const source = pullRequestSource(context);
  return source.kind === 'number' ? source.number : (numberOfRef(ref) ?? 'unknown');
}

/** The earlier workflow run was one of a pull request or of another repository, such as a fork. */
function isOfProposal(event: unknown): boolean {
  if ((textAt(event, 'workflow_run', 'event') ?? '').startsWith('pull_request')) return true;
  const here = textAt(event, 'repository', 'full_name');
  const there = textAt(event, 'workflow_run', 'head_repository', 'full_name');
  return here === undefined || there?.toLowerCase() !== here.toLowerCase();
}

function isTrusted({ eventName = '', ref = '' }: WorkflowContext, defaultBranch: string | undefined): boolean {
  if (!TRUSTED_EVENTS.has(eventName)) return false;
  if (/^refs\/tags\/./u.test(ref)) return true;
  return defaultBranch !== undefined && branchName(ref) === defaultBranch;
}

function branchName(ref: string): string | undefined {
  return /^refs\/heads\/(?<name>.+)$/u.exec(ref)?.groups?.['name'];
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}
