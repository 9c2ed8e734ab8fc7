/** Finds the pull request and the comments of this action on it while the runs go on, so that the end reads only what changed since. */
import type { Clock } from '../clock.ts';
import { abortable, withDeadline } from '../clock.ts';
import type { Comment, Commenting, PullRequest, PullRequestSearch } from '../runner/pull-request.ts';
import { isMarked } from './comment-marker.ts';

/** What a search needs. */
export interface SearchPorts {
  /** Opens the way to GitHub. */
  readonly commenting: () => Promise<Commenting>;
  readonly clock: Clock;
}

/** The pull request, and the comments on it that any step of this action may have written. */
type FoundComments =
  | Extract<PullRequestSearch, { kind: 'none' }>
  | { readonly kind: 'found'; readonly pullRequest: PullRequest; readonly comments: readonly Comment[] };

/** The search of a step. */
export interface CommentSearch {
  /** Begins to search, or reads what has changed since the last reading. Nobody waits for it, and its failure is forgotten. */
  readonly ahead: () => void;
  /** What is there now. */
  readonly found: (signal: AbortSignal) => Promise<FoundComments>;
  /** All of it anew, where what was read is in doubt. */
  readonly again: (signal: AbortSignal) => Promise<FoundComments>;
  /** Ends what is under way. */
  readonly end: () => void;
}

/** Reading ahead is worth this much; the end reads what did not come. */
const AHEAD_MS = 20_000;
/** A newer workflow run may write its comment at any time, so that an older reading is repeated before anything is written. */
const FRESH_MS = 10_000;
/** The clock of the runner may be ahead of GitHub's by this much. */
const CLOCK_DOUBT_MS = 10 * 60_000;

/** What was read, and when. */
interface Reading {
  readonly atMs: number;
  readonly pullRequest: PullRequest;
  readonly comments: ReadonlyMap<number, Comment>;
}

/** A search that has not begun. */
export function commentSearch({ commenting, clock }: SearchPorts): CommentSearch {
  const ending = new AbortController();
  let opened: Promise<Commenting> | undefined;
  let known: Reading | undefined;
  let newest: { readonly atMs: number; readonly found: FoundComments } | undefined;
  let underWay: Promise<unknown> = Promise.resolve();
  const kept = (atMs: number, found: FoundComments): FoundComments => {
    newest = { atMs, found };
    return found;
  };
  const read = async (signal: AbortSignal, since: Reading | undefined): Promise<FoundComments> => {
    const atMs = clock.now();
    const search = since === undefined ? await (await (opened ??= commenting())).pullRequest(signal) : undefined;
    if (search?.kind === 'none') return kept(atMs, search);
    const pullRequest = since?.pullRequest ?? search?.pullRequest;
    if (pullRequest === undefined) throw new Error('there is neither a pull request nor a reason');
    const comments = new Map(since?.comments);
    const sinceMs = since === undefined ? undefined : since.atMs - CLOCK_DOUBT_MS;
    for await (const comment of pullRequest.comments(signal, sinceMs)) {
      if (isMarked(comment.body)) comments.set(comment.id, comment);
    }
    known = { atMs, pullRequest, comments };
    return kept(atMs, { kind: 'found', pullRequest, comments: [...comments.values()] });
  };
  const late = (): Error => new Error('GitHub did not respond in time');
  return {
    ahead: () => {
      const readAhead = (): Promise<unknown> =>
        withDeadline(clock, { limitMs: AHEAD_MS, signal: ending.signal }, late, (within) => read(within, known));
      underWay = underWay.then(readAhead).catch(() => undefined);
    },
    found: async (signal) => {
      await abortable(signal, underWay);
      const isFresh = newest !== undefined && clock.now() - newest.atMs < FRESH_MS;
      return isFresh && newest !== undefined ? newest.found : read(signal, known);
    },
    again: (signal) => read(signal, undefined),
    end: () => {
      ending.abort();
    },
  };
}
