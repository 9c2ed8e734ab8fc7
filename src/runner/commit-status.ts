/** The port to the commit status of a step, and what main keeps of it so that post finishes it where main cannot. */
import type { Runner } from './runner.ts';
import { isCommit } from './event-pull-request.ts';

const STATES = ['pending', 'success', 'failure', 'error'] as const;

/** A commit status as GitHub shows it. */
export interface CommitStatus {
  readonly state: (typeof STATES)[number];
  /** 140 characters at most. */
  readonly description: string;
}

/** The way to the statuses of one name. Every call throws StatusRefused where GitHub refuses it for good. */
export interface StatusWriter {
  /** The commit that the workflow run is about: the head of a pull request, not its merge commit. */
  readonly commit: (signal: AbortSignal) => Promise<string>;
  readonly write: (commit: string, status: CommitStatus, signal: AbortSignal) => Promise<void>;
}

/** GitHub does not take the status, and a repeat would not help. The message is a sentence for people. */
export class StatusRefused extends Error {
  override readonly name = 'StatusRefused';
}

/** A status that is still to be written. */
export interface OwedStatus {
  readonly status: CommitStatus;
  /** `undefined` until it is known. */
  readonly commit: string | undefined;
}

/** The name of the state; `post.ts` searches for it in the environment before it imports anything. */
const ENTRY = 'status';
/** A description and a commit are shorter than this; a longer text is not ours. */
const MAX_LENGTH = 2000;

/** Saves what post has to write if main does not get to it; `undefined`: nothing. */
export function saveStatus({ saveState }: Pick<Runner, 'saveState'>, owed: OwedStatus | undefined): void {
  saveState(ENTRY, owed === undefined ? '' : JSON.stringify({ ...owed.status, commit: owed.commit }));
}

/** What main left to write; `undefined` where it is nothing, or nothing of ours. */
export function savedStatus(runner: Pick<Runner, 'state'>): OwedStatus | undefined {
  const saved = fieldsOf(runner.state(ENTRY));
  const state = STATES.find((one) => one === saved.get('state'));
  const [description, commit] = [saved.get('description'), saved.get('commit')];
  if (state === undefined || typeof description !== 'string') return undefined;
  return {
    status: { state, description },
    commit: typeof commit === 'string' && isCommit(commit) ? commit : undefined,
  };
}

function fieldsOf(text: string): ReadonlyMap<string, unknown> {
  if (text === '' || text.length > MAX_LENGTH) return new Map();
  try {
    const value: unknown = JSON.parse(text);
    return new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  } catch {
    return new Map(); // the environment of the job may hold anything under our names
  }
}
