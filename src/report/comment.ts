/** The sticky comment: found by its marker, edited in place, created only where there is none. */
import type { Comment, Commenting, PullRequest } from '../runner/pull-request.ts';
import { CommentGone, CommentRefused, CommentUncertain } from '../runner/pull-request.ts';
import type { RunNumber } from '../runner/workflow.ts';
import type { StepOutcome } from '../test-run/outcome.ts';
import type { MarkedRun } from './comment-marker.ts';
import { readMarker } from './comment-marker.ts';
import { commentText } from './comment-text.ts';
import type { Reporter } from './reporter.ts';

/** What the comment reporter needs. */
export interface CommentPorts {
  readonly when: 'on-failure' | 'always';
  /** The key of the comment; the tests of given runs are known at the end alone. */
  readonly key: (outcome: StepOutcome) => string;
  readonly runNumber: RunNumber | undefined;
  readonly summaryUrl: string | undefined;
  /** Opened only when there is something to write. */
  readonly commenting: () => Promise<Commenting>;
  readonly warn: (sentence: string) => void;
  readonly note: (sentence: string) => void;
  readonly onWritten: (url: string) => void;
}

/** The reporter of the comment. */
export function commentReporter(ports: CommentPorts): Reporter {
  return {
    name: 'comment on the pull request',
    closed: async (outcome, signal) => {
      try {
        await comment(ports, outcome, signal);
      } catch (error) {
        if (!(error instanceof CommentRefused)) throw error;
        ports.warn(error.message);
      }
    },
  };
}

async function comment(ports: CommentPorts, outcome: StepOutcome, signal: AbortSignal): Promise<void> {
  const search = await (await ports.commenting()).pullRequest(signal);
  if (search.kind === 'none') {
    ports.note(`No comment on a pull request: ${search.why}.`);
    return;
  }
  const { pullRequest } = search;
  const { runNumber, summaryUrl, when } = ports;
  const key = ports.key(outcome);
  const text = commentText(outcome, { key, runNumber, summaryUrl, commit: pullRequest.commit });
  const sticky = { pullRequest, key, text, runNumber, mayCreate: when === 'always' || isFailure(outcome), signal };
  const url = await write(sticky, ports.note, 'repeat-if-uncertain');
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
type Uncertainty = 'repeat-if-uncertain' | 'give-up-if-uncertain';

/**
 * Writes the comment once: an uncertain create is followed by another reading of the list, which shows whether it
 * was made.
 * @returns the address; `undefined` where nothing was to be written
 */
async function write(sticky: Sticky, note: Note, uncertainty: Uncertainty): Promise<string | undefined> {
  const { pullRequest, text, signal } = sticky;
  const all = await ours(sticky);
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
  if (!sticky.mayCreate) return undefined;
  try {
    return await pullRequest.create(text, signal);
  } catch (error) {
    if (!(error instanceof CommentUncertain) || uncertainty === 'give-up-if-uncertain') throw error;
    return write(sticky, note, 'give-up-if-uncertain');
  }
}

function numbered({ run, attempt }: MarkedRun): string {
  return attempt === 1 ? `#${run}` : `#${run}, attempt ${attempt}`;
}

interface OwnComment extends Comment {
  readonly mark: MarkedRun | 'unnumbered';
}

/** Our comments, oldest first. One that somebody else wrote is not ours to edit, even if it copies the marker. */
async function ours({ pullRequest, key, runNumber, signal }: Sticky): Promise<readonly OwnComment[]> {
  const all: OwnComment[] = [];
  for await (const one of pullRequest.comments(signal)) {
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
