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
export type FoundComments =
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

/** What was read. */
interface Reading {
  readonly atMs: number;
  readonly pullRequest: PullRequest;
  readonly comments: ReadonlyMap<number, Comment>;
}

/** A search that has not begun. */
export function commentSearch({ commenting, clock }: SearchPorts): CommentSearch {
  const ending = new AbortController();
  let opened: Promise<Commenting> | undefined;
  let last: Reading | undefined;
  let underWay: Promise<unknown> = Promise.resolve();
  const read = async (signal: AbortSignal, known: Reading | undefined): Promise<FoundComments> => {
    const search = known === undefined ? await (await (opened ??= commenting())).pullRequest(signal) : undefined;
    if (search?.kind === 'none') return search; // it may be opened before the end, so this is not kept
    const pullRequest = known?.pullRequest ?? search?.pullRequest;
    if (pullRequest === undefined) throw new Error('there is neither a pull request nor a reason');
    const atMs = clock.now();
    const comments = new Map(known?.comments);
    const sinceMs = known === undefined ? undefined : known.atMs - CLOCK_DOUBT_MS;
    for await (const comment of pullRequest.comments(signal, sinceMs)) {
      if (isMarked(comment.body)) comments.set(comment.id, comment);
    }
    last = { atMs, pullRequest, comments };
    return { kind: 'found', pullRequest, comments: [...comments.values()] };
  };
  const late = (): Error => new Error('GitHub did not respond in time');
  return {
    ahead: () => {
      const readAhead = (): Promise<unknown> =>
        withDeadline(clock, AHEAD_MS, ending.signal, late, (within) => read(within, last));
      underWay = underWay.then(readAhead).catch(() => undefined);
    },
    found: async (signal) => {
      await abortable(signal, underWay);
      const isFresh = last !== undefined && clock.now() - last.atMs < FRESH_MS;
      return isFresh && last !== undefined
        ? { kind: 'found', pullRequest: last.pullRequest, comments: [...last.comments.values()] }
        : read(signal, last);
    },
    again: (signal) => read(signal, undefined),
    end: () => {
      ending.abort();
    },
  };
}
