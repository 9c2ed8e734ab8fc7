/** Errors of GitHub's API as errors of the port, with GitHub's words and the advice that fits. */
import { CommentRefused } from './pull-request.ts';

/** A failed request as far as it matters here. */
export interface GithubFailure {
  readonly status: number;
  /** GitHub's own words; empty where there are none. */
  readonly message: string;
  /** It is a rate limit, primary or secondary. */
  readonly isLimited: boolean;
}

/** Reads an error of Octokit; `undefined` for any other. */
export function githubFailure(error: unknown): GithubFailure | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  const response = 'response' in error ? error.response : undefined;
  const words = field(field(response, 'data'), 'message');
  const message = typeof words === 'string' ? words : '';
  const limited = error.status === 403 && (/rate limit/iu.test(message) || hasRetryAfter(error));
  return { status: error.status, message, isLimited: error.status === 429 || limited };
}

/** GitHub says when to come back. */
export function hasRetryAfter(error: unknown): boolean {
  const response = typeof error === 'object' && error !== null && 'response' in error ? error.response : undefined;
  return field(field(response, 'headers'), 'retry-after') !== undefined;
}

/**
 * Runs a request and turns a final refusal into CommentRefused.
 * @param redact takes secrets out of GitHub's words before they are cut
 * @throws {CommentRefused} or what `work` throws
 */
export async function refusable<T>(redact: (text: string) => string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const failure = githubFailure(error);
    const sentence = failure === undefined ? undefined : refusal(failure, redact);
    throw sentence === undefined ? error : new CommentRefused(sentence, { cause: error });
  }
}

const LONGEST_QUOTE = 200;

function refusal({ status, message, isLimited }: GithubFailure, redact: (text: string) => string): string | undefined {
  if (!isLimited && status !== 401 && status !== 403 && status !== 404 && status !== 410) return undefined;
  const words = redact(message).replace(/\s+/gu, ' ').trim();
  const quote = words === '' ? '' : `: "${Array.from(words).slice(0, LONGEST_QUOTE).join('')}"`;
  const advice = isLimited ? 'Re-run the job later if the comment is needed.' : adviceFor(status, words);
  const what = isLimited ? 'GitHub limits the rate of requests' : 'GitHub refused the comment on the pull request';
  return `${what} (HTTP ${status}${quote}). ${isLimited ? 'No comment was written. ' : ''}${advice}`;
}

/** GitHub hides with 404 what a token may not see. */
function adviceFor(status: number, words: string): string {
  if (status === 401) return '`github-token` is not valid. Use `${{ github.token }}` or a token that has not expired.';
  if (/archived/iu.test(words)) return 'The repository is archived and read-only. Set `comment: never`.';
  if (/\blocked\b/iu.test(words)) return 'Unlock the conversation of the pull request, or set `comment: never`.';
  return (
    'The job needs `permissions: pull-requests: write`. ' +
    'A pull request from a fork has no such permission in a `pull_request` workflow.'
  );
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}
