/** The real pull request, over Octokit; loaded only when a comment is written. */
import type { PullRequestSource, WorkflowContext } from './event-pull-request.ts';
import { at, textAt } from './event-payload.ts';
import { isCommit, pullRequestSource } from './event-pull-request.ts';
import type { ClientSettings, GithubClient } from './github-client.ts';
import { githubClient } from './github-client.ts';
import { inPages } from './github-comments.ts';
import { entriesOf, githubFailure, refusable } from './github-errors.ts';
import type { Comment, Commenting, PullRequest, PullRequestSearch } from './pull-request.ts';
import { CommentGone, CommentUncertain } from './pull-request.ts';

/** What commenting needs. */
export interface GithubSettings extends ClientSettings {
  readonly context: WorkflowContext;
  /** Secrets out of the text that is sent, and out of GitHub's words. */
  readonly redact: (text: string) => string;
}

interface Place {
  readonly client: GithubClient;
  readonly owner: string;
  readonly repo: string;
  readonly redact: (text: string) => string;
}

/** The way to comment with a token. */
export function githubCommenting({ context, redact, ...client }: GithubSettings): Commenting {
  const [owner = '', repo = ''] = context.repository.split('/');
  const place = { client: githubClient(client), owner, repo, redact };
  return {
    pullRequest: (signal) => search(place, pullRequestSource(context), signal),
  };
}

async function search(place: Place, source: PullRequestSource, signal: AbortSignal): Promise<PullRequestSearch> {
  if (source.kind === 'none') return source;
  if (source.kind === 'number') {
    const commit = source.commit ?? (await headOf(place, source.number, signal));
    return { kind: 'found', pullRequest: pullRequest(place, source.number, commit) };
  }
  const number = await numberOf(place, source, signal);
  return number === undefined
    ? { kind: 'none', why: noneOf(source) }
    : { kind: 'found', pullRequest: pullRequest(place, number, source.commit) };
}

type Head = Extract<PullRequestSource, { kind: 'head' }>;

function noneOf({ branch, commit }: Head): string {
  return `no open pull request has the head ${branch} at commit ${commit.slice(0, 7)}`;
}

/** More pull requests than these never come from one branch; GitHub's description of each is long. */
const MOST_OF_A_BRANCH = 10;

/** Branch and commit both count: a commit may be part of pull requests that it is not the head of. */
async function numberOf(place: Place, head: Head, signal: AbortSignal): Promise<number | undefined> {
  const { client, owner, repo, redact } = place;
  const response = await refusable(redact, () =>
    client.rest.pulls.list({
      owner,
      repo,
      head: `${head.owner}:${head.branch}`,
      state: 'open',
      per_page: MOST_OF_A_BRANCH,
      request: { signal },
    }),
  );
  const found = entriesOf(response).find(
    (one) => textAt(one, 'head', 'sha') === head.commit && textAt(one, 'head', 'ref') === head.branch,
  );
  return found?.number;
}

/** The head as it is now, where the event does not name a commit; `undefined` where it cannot be read. */
async function headOf(
  { client, owner, repo }: Place,
  number: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const { data } = await client.rest.pulls.get({ owner, repo, pull_number: number, request: { signal } });
    return isCommit(data.head.sha) ? data.head.sha : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined; // the comment is written without it
  }
}

function pullRequest(place: Place, number: number, commit: string | undefined): PullRequest {
  const { client, owner, repo, redact } = place;
  const { issues, users } = client.rest;
  return {
    commit,
    comments: (signal, sinceMs) => comments(place, { number, sinceMs }, signal),
    self: async (signal) => {
      try {
        return (await users.getAuthenticated({ request: { signal, retries: 0 } })).data.login;
      } catch {
        signal.throwIfAborted();
        return undefined; // the token of a workflow may not ask who it is
      }
    },
    create: (body, signal) =>
      refusable(redact, async () => {
        const request = { signal, retries: 0 }; // the first one may have created the comment
        const wanted = { owner, repo, issue_number: number, body: redact(body), request };
        return addressOf(await issues.createComment(wanted).catch((error: unknown) => uncertain(error, signal)));
      }),
    update: (id, body, signal) =>
      refusable(redact, async () => {
        const wanted = { owner, repo, comment_id: id, body: redact(body), request: { signal } };
        return addressOf(await issues.updateComment(wanted).catch(goneOr));
      }),
    remove: (id, signal) =>
      refusable(redact, async () => {
        try {
          await issues.deleteComment({ owner, repo, comment_id: id, request: { signal } });
        } catch (error) {
          if (githubFailure(error)?.status !== 404) throw error;
        }
      }),
  };
}

function comments(
  { client, owner, repo, redact }: Place,
  { number, sinceMs }: { readonly number: number; readonly sinceMs: number | undefined },
  signal: AbortSignal,
): AsyncIterable<Comment> {
  const since = sinceMs === undefined ? {} : { since: new Date(sinceMs).toISOString() };
  return inPages(async (size, page) => {
    const wanted = { owner, repo, issue_number: number, per_page: size, page, ...since, request: { signal } };
    const response = await refusable(redact, () => client.rest.issues.listComments(wanted));
    return entriesOf(response).map(({ id, body, user }) => ({
      id,
      body: body ?? '',
      byBot: user?.type === 'Bot',
      author: user?.login,
    }));
  });
}

/** Octokit gives a lost connection the status 500. */
function uncertain(error: unknown, signal: AbortSignal): never {
  const failure = githubFailure(error);
  if (signal.aborted || failure === undefined || failure.status < 500) throw error;
  throw new CommentUncertain(`no clear response to the request that creates it (HTTP ${failure.status})`, {
    cause: error,
  });
}

function goneOr(error: unknown): never {
  const status = githubFailure(error)?.status;
  throw status === 404 || status === 410 ? new CommentGone('the comment was deleted', { cause: error }) : error;
}

const LONGEST_ADDRESS = 2000;

/** What GitHub says is an output of the step: https or nothing. */
function addressOf({ data }: { readonly data: unknown }): string {
  const address = at(data, 'html_url');
  if (typeof address !== 'string' || address.length > LONGEST_ADDRESS || !URL.canParse(address)) return '';
  const { protocol, href } = new URL(address);
  return protocol === 'https:' ? href : '';
}
