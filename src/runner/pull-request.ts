/** The port to the pull request of a workflow run: which one it is, and its comments. */

/** A comment as far as it matters here. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly byBot: boolean;
  readonly author: string | undefined;
}

/** A pull request. Every call throws CommentRefused where GitHub refuses it for good. */
export interface PullRequest {
  /** The commit that the workflow run is about; `undefined` where it is not known. */
  readonly commit: string | undefined;
  /**
   * All comments, oldest first, page by page as they are read.
   * @param sinceMs only those that were created or changed since then, epoch ms by GitHub's clock
   */
  readonly comments: (signal: AbortSignal, sinceMs?: number) => AsyncIterable<Comment>;
  /** The login of the token's owner; `undefined` where the token may not ask for it. */
  readonly self: (signal: AbortSignal) => Promise<string | undefined>;
  /**
   * Sent once and never repeated.
   * @returns the comment's address, empty unless it is https
   * @throws {CommentUncertain} where the comment may have been created
   */
  readonly create: (body: string, signal: AbortSignal) => Promise<string>;
  /**
   * @returns the comment's address, empty unless it is https
   * @throws {CommentGone} where it was deleted meanwhile
   */
  readonly update: (id: number, body: string, signal: AbortSignal) => Promise<string>;
  /** Deletes a comment; one that is gone already counts as deleted. */
  readonly remove: (id: number, signal: AbortSignal) => Promise<void>;
}

/** The pull request of a workflow run, or why there is none. */
export type PullRequestSearch =
  { readonly kind: 'found'; readonly pullRequest: PullRequest } | { readonly kind: 'none'; readonly why: string };

/** The way to comment. */
export interface Commenting {
  readonly pullRequest: (signal: AbortSignal) => Promise<PullRequestSearch>;
}

/** GitHub does not take the comment, and a repeat would not help. The message is a sentence for people. */
export class CommentRefused extends Error {
  override readonly name = 'CommentRefused';
}

/** The comment was deleted after it was found. */
export class CommentGone extends Error {
  override readonly name = 'CommentGone';
}

/** The request to create a comment got no clear response: the comment may exist. */
export class CommentUncertain extends Error {
  override readonly name = 'CommentUncertain';
}
