/** The port to the pull request of a workflow run: which one it is, and its comments. */

/** A comment as far as it matters here. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly byBot: boolean;
  readonly author: string | undefined;
}

/** An open pull request. Every call throws CommentRefused where permission is missing. */
export interface PullRequest {
  /** All comments, oldest first, page by page as they are read. */
  readonly comments: (signal: AbortSignal) => AsyncIterable<Comment>;
  /** The login of the token's owner; `undefined` where the token has none to tell. */
  readonly self: (signal: AbortSignal) => Promise<string | undefined>;
  /** @returns the comment's address */
  readonly create: (body: string, signal: AbortSignal) => Promise<string>;
  /** @returns the comment's address */
  readonly update: (id: number, body: string, signal: AbortSignal) => Promise<string>;
}

/** The way to comment. */
export interface Commenting {
  /** The pull request that this workflow run is about; `undefined` where there is none. */
  readonly pullRequest: (signal: AbortSignal) => Promise<PullRequest | undefined>;
}

/** The token may not do that. */
export class CommentRefused extends Error {
  override readonly name = 'CommentRefused';

  constructor(status: number, cause: unknown) {
    super(
      `The comment on the pull request was refused (${status}): the job needs \`permissions: pull-requests: write\`, ` +
        'and a pull request from a fork has no such permission in a `pull_request` workflow.',
      { cause },
    );
  }
}

/** What the runner tells of the event that started the workflow. */
export interface WorkflowContext {
  /** `owner/name` */
  readonly repository: string;
  readonly sha: string;
  /** The event's payload as GitHub sent it. */
  readonly event: unknown;
}

/** Where a pull request may be found. */
export type PullRequestSource =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'search'; readonly sha: string; readonly head: string | undefined };

/** What the event says of its pull request; source: GitHub's webhook payloads. */
export function pullRequestSource({ event, sha }: WorkflowContext): PullRequestSource {
  const direct = numberAt(event, 'pull_request', 'number');
  const commented = at(event, 'issue', 'pull_request') === undefined ? undefined : numberAt(event, 'issue', 'number');
  const listed = at(event, 'workflow_run', 'pull_requests');
  const ofWorkflow = Array.isArray(listed) && listed.length === 1 ? numberAt(listed[0], 'number') : undefined;
  const number = direct ?? commented ?? ofWorkflow;
  if (number !== undefined) return { kind: 'number', number };
  const headSha = at(event, 'workflow_run', 'head_sha');
  const owner = at(event, 'workflow_run', 'head_repository', 'owner', 'login');
  const branch = at(event, 'workflow_run', 'head_branch');
  // The list of a commit's pull requests does not hold those from forks; the branch they come from tells.
  const head = typeof owner === 'string' && typeof branch === 'string' ? `${owner}:${branch}` : undefined;
  return { kind: 'search', sha: typeof headSha === 'string' ? headSha : sha, head };
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? new Map(Object.entries(inner)).get(key) : undefined),
    value,
  );
}

function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path);
  return typeof found === 'number' && Number.isSafeInteger(found) && found > 0 ? found : undefined;
}
