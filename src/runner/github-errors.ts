/** Errors of GitHub's API as errors of the port, with GitHub's words and the advice that fits. */
import { StatusRefused } from './commit-status.ts';
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
  const message = wordsOf(field(response, 'data'));
  const limited = error.status === 403 && (/rate limit/iu.test(message) || hasRetryAfter(error));
  return { status: error.status, message, isLimited: error.status === 429 || limited };
}

/** The message of an error says "Validation Failed" of everything; what is wrong stands in the list beside it. */
function wordsOf(data: unknown): string {
  const errors = field(data, 'errors');
  const details = Array.isArray(errors) ? errors.map((one: unknown) => field(one, 'message') ?? one) : [];
  const parts = [field(data, 'message'), details.filter((one) => typeof one === 'string').join('; ')];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(': ');
}

/** GitHub says when to come back. */
export function hasRetryAfter(error: unknown): boolean {
  const response = typeof error === 'object' && error !== null && 'response' in error ? error.response : undefined;
  return field(field(response, 'headers'), 'retry-after') !== undefined;
}

/** A request that failed otherwise than by a refusal, in a few words. It keeps its status. */
class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  readonly status: number;

  constructor(sentence: string, { status }: GithubFailure, options: ErrorOptions) {
    super(sentence, options);
    this.status = status;
  }
}

/** A proxy or an outage answers with a page, of whatever size, and Octokit makes all of it the message of its error. */
function inWords(error: unknown, failure: GithubFailure, redact: (text: string) => string): string {
  const response = field(error, 'response');
  // Octokit gives a lost connection the status 500.
  if (response === undefined) return quoted(error instanceof Error ? error.message : '', redact);
  return `HTTP ${failure.status}${isPage(field(response, 'data')) ? PAGE : quote(failure, redact)}`;
}

const PAGE = ' (HTML page instead of JSON)';

function isPage(data: unknown): boolean {
  return typeof data === 'string' && /^\s*</u.test(data);
}

/**
 * The entries of a list that GitHub answered with.
 * @throws Error where the answer is no list: a gateway answers 200 with a page of its own
 */
export function entriesOf<T extends object>({ status, data }: { status: number; data: readonly T[] }): readonly T[] {
  const found: unknown = data;
  if (!Array.isArray(found))
    throw new Error(`HTTP ${status}${isPage(found) ? PAGE : ' (no list where one was asked for)'}`);
  return data.filter((one: unknown) => typeof one === 'object' && one !== null);
}

/** What is written on GitHub, and the words for where it is refused. */
interface Decoration {
  readonly name: string;
  /** `No comment was written.` */
  readonly short: string;
  readonly permission: string;
  readonly withoutIt: string;
  /** Statuses that no repeat changes. */
  readonly final: readonly number[];
  /** Nothing writes it later, so that a rate limit is the end of it. */
  readonly isWrittenOnce: boolean;
  readonly error: (sentence: string, options: ErrorOptions) => Error;
}

const COMMENT: Decoration = {
  name: 'comment on the pull request',
  short: 'comment',
  permission: 'pull-requests: write',
  withoutIt: 'set `comment: never`',
  final: [401, 403, 404, 410],
  isWrittenOnce: true,
  error: (sentence, options) => new CommentRefused(sentence, options),
};

/** The commit status. GitHub answers 422 for a commit that it does not have. */
export const STATUS: Decoration = {
  name: 'commit status',
  short: 'commit status',
  permission: 'statuses: write',
  withoutIt: 'remove `status`',
  final: [400, 401, 403, 404, 410, 422],
  isWrittenOnce: false,
  error: (sentence, options) => new StatusRefused(sentence, options),
};

/**
 * Runs a request and turns a final refusal into CommentRefused, or into the error of another decoration, and any other
 * failure of it into an error with a short message.
 * @param redact takes secrets out of GitHub's words before they are cut
 * @throws {CommentRefused} or what `work` throws where that is no failure of a request
 */
export async function refusable<T>(
  redact: (text: string) => string,
  work: () => Promise<T>,
  decoration: Decoration = COMMENT,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const failure = githubFailure(error);
    if (failure === undefined) throw error;
    const sentence = refusal(failure, redact, decoration);
    if (sentence !== undefined) throw decoration.error(sentence, { cause: error });
    throw new RequestFailed(inWords(error, failure, redact), failure, { cause: error });
  }
}

const LONGEST_QUOTE = 200;

/** GitHub's words, in front of which a status stands; nothing where there are none. */
function quote({ message }: GithubFailure, redact: (text: string) => string): string {
  const words = quoted(message, redact);
  return words === '' ? '' : `: "${words}"`;
}

function quoted(message: string, redact: (text: string) => string): string {
  return Array.from(redact(message).replace(/\s+/gu, ' ').trim()).slice(0, LONGEST_QUOTE).join('');
}

function refusal(failure: GithubFailure, redact: (text: string) => string, decoration: Decoration): string | undefined {
  const { status, message, isLimited } = failure;
  const { name, short, final, isWrittenOnce } = decoration;
  if (isLimited ? !isWrittenOnce : !final.includes(status)) return undefined;
  const advice = isLimited ? `Re-run the job later if the ${short} is needed.` : adviceFor(status, message, decoration);
  const what = isLimited ? 'GitHub limits the rate of requests' : `GitHub refused the ${name}`;
  return `${what} (HTTP ${status}${quote(failure, redact)}). ${isLimited ? `No ${short} was written. ` : ''}${advice}`;
}

/** What GitHub says where a token lacks a permission. An allow list of addresses, SAML or a full issue is another matter. */
const LACKS_PERMISSION = /not accessible|must have|permission/iu;

/** GitHub hides with 404 what a token may not see. */
function adviceFor(status: number, words: string, { permission, withoutIt }: Decoration): string {
  if (status === 401) return '`github-token` is not valid. Use `${{ github.token }}` or a token that has not expired.';
  if (/archived/iu.test(words)) return `The repository is archived and read-only: ${withoutIt}.`;
  if (/\blocked\b/iu.test(words)) return `Unlock the conversation of the pull request, or ${withoutIt}.`;
  if (/no commit found/iu.test(words)) return `Check that the commit is in this repository, or ${withoutIt}.`;
  const lacksPermission = status === 404 || (status === 403 && words.trim() === '') || LACKS_PERMISSION.test(words);
  if (!lacksPermission) return `If that cannot be changed, ${withoutIt}.`;
  return (
    `The job needs \`permissions: ${permission}\`. ` +
    'A pull request from a fork has no such permission in a `pull_request` workflow.'
  );
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}
