/** The real pull request, over Octokit; loaded only when a comment is written. */
import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import type { Comment, Commenting, PullRequest, WorkflowContext } from './pull-request.ts';
import { CommentRefused, pullRequestSource } from './pull-request.ts';

/** What Octokit needs. */
export interface GithubSettings {
  readonly token: string;
  /** `https://api.github.com`, or that of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  readonly context: WorkflowContext;
  /** Secrets out of the text that is sent. */
  readonly redact: (text: string) => string;
  readonly onDebug: (line: string) => void;
}

type Octokit = ReturnType<typeof getOctokit>;
interface Place {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly repo: string;
}

/** Reports have a minute in all; a longer wish of GitHub's can't be granted. */
const LONGEST_WAIT_S = 20;
const MOST_RETRIES = 2;

/** The way to comment with a token. */
export function githubCommenting({ token, apiUrl, context, redact, onDebug }: GithubSettings): Commenting {
  const [owner = '', repo = ''] = context.repository.split('/');
  const patient = (afterS: number, options: { readonly url?: string }, _octokit: unknown, tries: number): boolean => {
    onDebug(`GitHub asks to wait ${afterS} s before ${options.url ?? 'a request'}`);
    return tries < MOST_RETRIES && afterS <= LONGEST_WAIT_S;
  };
  const octokit = getOctokit(
    token,
    {
      baseUrl: apiUrl.replace(/\/+$/u, ''),
      userAgent: 'k6-cloud-gate',
      retry: { retries: MOST_RETRIES },
      throttle: { id: apiUrl, onRateLimit: patient, onSecondaryRateLimit: patient },
      log: { debug: onDebug, info: onDebug, warn: onDebug, error: onDebug },
    },
    retry,
    throttling,
  );
  const place = { octokit, owner, repo };
  return {
    pullRequest: async (signal) => {
      const number = await refusable(() => numberOf(place, context, signal));
      return number === undefined ? undefined : pullRequest(place, number, redact);
    },
  };
}

async function numberOf(
  { octokit, owner, repo }: Place,
  context: WorkflowContext,
  signal: AbortSignal,
): Promise<number | undefined> {
  const lead = pullRequestSource(context);
  if (lead.kind === 'number') return lead.number;
  const request = { signal };
  const { data: ofCommit } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
    owner,
    repo,
    commit_sha: lead.sha,
    request,
  });
  const open = ofCommit.filter(({ state }) => state === 'open');
  // A branch may be the base of stacked pull requests: the one whose head it is comes first.
  const found = open.find(({ head }) => head.sha === lead.sha) ?? open[0];
  if (found !== undefined || lead.head === undefined) return found?.number;
  const { data: ofBranch } = await octokit.rest.pulls.list({ owner, repo, head: lead.head, state: 'open', request });
  return ofBranch.find(({ head }) => head.sha === lead.sha)?.number;
}

function pullRequest({ octokit, owner, repo }: Place, number: number, redact: (text: string) => string): PullRequest {
  const { issues, users } = octokit.rest;
  return {
    comments: (signal) => comments({ octokit, owner, repo }, number, signal),
    self: async (signal) => {
      try {
        return (await users.getAuthenticated({ request: { signal, retries: 0 } })).data.login;
      } catch {
        signal.throwIfAborted();
        return undefined; // the token of a workflow may not ask who it is
      }
    },
    create: (body, signal) =>
      refusable(async () => {
        const made = await issues.createComment({
          owner,
          repo,
          issue_number: number,
          body: redact(body),
          request: { signal },
        });
        return made.data.html_url;
      }),
    update: (id, body, signal) =>
      refusable(async () => {
        const made = await issues.updateComment({
          owner,
          repo,
          comment_id: id,
          body: redact(body),
          request: { signal },
        });
        return made.data.html_url;
      }),
  };
}

const PAGE_SIZE = 100;

async function* comments(
  { octokit, owner, repo }: Place,
  number: number,
  signal: AbortSignal,
): AsyncGenerator<Comment> {
  const asked = { owner, repo, issue_number: number, per_page: PAGE_SIZE, request: { signal } };
  const all = octokit.paginate.iterator(octokit.rest.issues.listComments, asked);
  const pages = all[Symbol.asyncIterator]();
  for (;;) {
    const page = await refusable(() => pages.next());
    if (page.done === true) return;
    for (const { id, body, user } of page.value.data) {
      yield { id, body: body ?? '', byBot: user?.type === 'Bot', author: user?.login };
    }
  }
}

/** 403 and 404 alike mean that the token may not; GitHub hides with 404 what may not be seen. */
async function refusable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const status = error instanceof Error && 'status' in error ? error.status : undefined;
    const limited = error instanceof Error && /rate limit/iu.test(error.message);
    if (!limited && (status === 401 || status === 403 || status === 404)) throw new CommentRefused(status, error);
    throw error;
  }
}
