/** The sticky comment: found by its marker, edited in place, created only where there is none. */
import type { Clock } from '../clock.ts';
import type { Comment, Commenting, PullRequest } from '../runner/pull-request.ts';
import { CommentGone, CommentRefused, CommentUncertain } from '../runner/pull-request.ts';
import type { RunNumber } from '../runner/workflow.ts';
import type { StepOutcome } from '../test-run/outcome.ts';
import { isRunningOrLater } from '../test-run/test-run.ts';
import type { MarkedRun } from './comment-marker.ts';
import { readMarker } from './comment-marker.ts';
import type { CommentSearch } from './comment-search.ts';
import { commentSearch } from './comment-search.ts';
import { commentText } from './comment-text.ts';
import type { Reporter } from './reporter.ts';

/** What the comment reporter needs. */
export interface CommentPorts {
  readonly when: 'on-failure' | 'always';
  /** The key of the comment; the tests of given runs are known at the end alone. */
  readonly key: (outcome: StepOutcome) => string;
  readonly runNumber: RunNumber | undefined;
  readonly summaryUrl: string | undefined;
  readonly clock: Clock;
  /** Opened once a run is running, so that it is loaded by the time there is something to write. */
  readonly commenting: () => Promise<Commenting>;
  readonly warn: (sentence: string) => void;
  readonly note: (sentence: string) => void;
  readonly onWritten: (url: string) => void;
}

/** The reporter of the comment. */
export function commentReporter(ports: CommentPorts): Reporter {
  const search = commentSearch(ports);
  const settled = new Set<string>();
  let runCount = 0;
  let hasBegun = false;
  return {
    name: 'comment on the pull request',
    opened: (plan) => {
      runCount = plan.testIds.length + plan.runIds.length;
    },
    polled: (run) => {
      const isLast = run.state === 'settled' && settled.add(run.id).size === runCount;
      const isFirst = !hasBegun && (run.state === 'settled' || isRunningOrLater(run.phase));
      hasBegun ||= isFirst;
      if (isFirst || isLast) search.ahead(); // the second time beside the metrics of the last run
    },
    closed: async (outcome, signal) => {
      try {
        await comment(ports, { outcome, search }, signal);
      } catch (error) {
        if (!(error instanceof CommentRefused)) throw error;
        ports.warn(error.message);
      } finally {
        search.end();
      }
    },
  };
}

/** What is commented on, and the search for where. */
interface CommentRequest {
  readonly outcome: StepOutcome;
  readonly search: CommentSearch;
}

async function comment(ports: CommentPorts, { outcome, search }: CommentRequest, signal: AbortSignal): Promise<void> {
  const found = await search.found(signal);
  if (found.kind === 'none') {
    ports.note(`No comment on a pull request: ${found.why}.`);
    return;
  }
  const { pullRequest } = found;
  const { runNumber, summaryUrl, when } = ports;
  const key = ports.key(outcome);
  const text = commentText(outcome, { key, runNumber, summaryUrl, commit: pullRequest.commit });
  const sticky = { pullRequest, key, text, runNumber, mayCreate: when === 'always' || isFailure(outcome), signal };
  let url: string | undefined;
  try {
    url = await write(sticky, found.comments, ports.note);
  } catch (error) {
    if (!(error instanceof CommentUncertain)) throw error;
    // The list shows whether the comment was created.
    const again = await search.again(signal);
    url = again.kind === 'none' ? undefined : await write(sticky, again.comments, ports.note);
  }
  if (url !== undefined && url !== '') ports.onWritten(url);
}

/** What is written, and where. */
interface Sticky {
  readonly pullRequest: PullRequest;
  readonly key: string;
  readonly text: string;
  readonly runNumber: RunNumber | undefined;
  readonly mayCreate: boolean;
  readonly signal: AbortSignal;
}

type Note = (sentence: string) => void;

/**
 * Writes the comment: over the oldest one of ours that is still there, else as a new one.
 * @returns the address; `undefined` where nothing was to be written
 */
async function write(sticky: Sticky, comments: readonly Comment[], note: Note): Promise<string | undefined> {
  const { pullRequest, text, signal } = sticky;
  const all = await ours(sticky, comments);
  const newer = all.find(({ mark }) => mark !== 'unnumbered' && mark.isNewer)?.mark;
  if (newer !== undefined && newer !== 'unnumbered') {
    note(`The comment on the pull request is of the newer workflow run ${numbered(newer)}. It was not changed.`);
    return undefined;
  }
  for (const [place, one] of all.entries()) {
    const url = await updated(sticky, one);
    if (url === undefined) continue;
    await removeSurplus(sticky, note, one, all.slice(place + 1));
    return url;
  }
  return sticky.mayCreate ? pullRequest.create(text, signal) : undefined;
}

function numbered({ run, attempt }: MarkedRun): string {
  return attempt === 1 ? `#${run}` : `#${run}, attempt ${attempt}`;
}

interface OwnComment extends Comment {
  readonly mark: MarkedRun | 'unnumbered';
}

/** Our comments, oldest first. One that somebody else wrote is not ours to edit, even if it copies the marker. */
async function ours(
  { pullRequest, key, runNumber, signal }: Sticky,
  comments: readonly Comment[],
): Promise<readonly OwnComment[]> {
  const all: OwnComment[] = [];
  for (const one of comments) {
    const mark = readMarker(one.body, key, runNumber);
    if (mark === undefined) continue;
    const isOurs = one.byBot || (one.author !== undefined && one.author === (await pullRequest.self(signal)));
    if (isOurs) all.push({ ...one, mark });
  }
  return all;
}

/** The address; `undefined` where the comment was deleted meanwhile. */
async function updated({ pullRequest, text, signal }: Sticky, { id }: OwnComment): Promise<string | undefined> {
  try {
    return await pullRequest.update(id, text, signal);
  } catch (error) {
    if (error instanceof CommentGone) return undefined;
    throw error;
  }
}

/** Two jobs that end at once both find none and create one each. The next one to write clears that up. */
async function removeSurplus(
  { pullRequest, signal }: Sticky,
  note: Note,
  kept: OwnComment,
  surplus: readonly OwnComment[],
): Promise<void> {
  try {
    for (const { id } of surplus.filter(({ author }) => author === kept.author)) await pullRequest.remove(id, signal);
  } catch {
    note('A second comment of this action on the pull request could not be deleted.');
  }
}

function isFailure({ word }: StepOutcome): boolean {
  return word !== 'passed' && word !== 'started' && word !== 'skipped';
}
