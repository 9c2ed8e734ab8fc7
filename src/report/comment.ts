/** The sticky comment: found by its marker on whichever page it is, edited in place, made only where there is none. */
import type { Commenting, PullRequest } from '../runner/pull-request.ts';
import { CommentRefused } from '../runner/pull-request.ts';
import type { StepOutcome } from '../test-run/outcome.ts';
import { commentText, marker } from './comment-text.ts';
import type { Reporter } from './reporter.ts';

/** What the comment reporter needs. */
export interface CommentPorts {
  readonly when: 'on-failure' | 'always';
  readonly key: string;
  readonly summaryUrl: string | undefined;
  /** Opened only when there is something to write. */
  readonly commenting: () => Promise<Commenting>;
  readonly warn: (sentence: string) => void;
  readonly note: (sentence: string) => void;
  readonly onWritten: (url: string) => void;
}

/** The reporter of the comment. */
export function commentReporter(ports: CommentPorts): Reporter {
  let simulated = false;
  return {
    name: 'comment on the pull request',
    opened: (plan) => {
      simulated = plan.simulated;
    },
    closed: async (outcome, signal) => {
      const { key, summaryUrl } = ports;
      try {
        await write(ports, outcome, commentText(outcome, { key, simulated, summaryUrl }), signal);
      } catch (error) {
        if (!(error instanceof CommentRefused)) throw error;
        ports.warn(error.message);
      }
    },
  };
}

async function write(ports: CommentPorts, outcome: StepOutcome, text: string, signal: AbortSignal): Promise<void> {
  const { when, note, onWritten, key } = ports;
  const commenting = await ports.commenting();
  const pullRequest = await commenting.pullRequest(signal);
  if (pullRequest === undefined) {
    note('There is no open pull request to comment on.');
    return;
  }
  const old = await find(pullRequest, marker(key), signal);
  if (old !== undefined) onWritten(await pullRequest.update(old, text, signal));
  else if (when === 'always' || isFailure(outcome)) onWritten(await pullRequest.create(text, signal));
}

/** A comment of somebody else's that quotes or copies the marker is not ours to edit. */
async function find(pullRequest: PullRequest, mark: string, signal: AbortSignal): Promise<number | undefined> {
  for await (const { id, body, byBot, author } of pullRequest.comments(signal)) {
    if (!body.startsWith(mark)) continue;
    if (byBot || (author !== undefined && author === (await pullRequest.self(signal)))) return id;
  }
  return undefined;
}

function isFailure({ word }: StepOutcome): boolean {
  return word !== 'passed' && word !== 'started' && word !== 'skipped';
}
