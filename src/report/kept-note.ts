/** One note on a run while the step goes on: its tries, and what is left of it to post. */
import type { Clock } from '../clock.ts';
import { abortable, isAborted, toError, withDeadline } from '../clock.ts';
import type { OwedNote } from '../runner/owed-notes.ts';
import type { NoteMark } from '../test-run/note-tail.ts';
import { finishedNote } from '../test-run/note-tail.ts';

/** What writing notes needs. */
export interface NotePorts {
  readonly read: (runId: string, signal: AbortSignal) => Promise<string>;
  readonly write: (runId: string, text: string, signal: AbortSignal) => Promise<void>;
  readonly clock: Clock;
  /** Left on every run that is started; `undefined`: nothing is written on a start. */
  readonly text: string | undefined;
  /** How the tail is kept for later comparisons; absent: the note is for people alone. */
  readonly keeping?: TailKeeping | undefined;
}

/** What keeping tails needs besides. */
export interface TailKeeping {
  /** The repository of the workflow; `undefined` where it is not known. */
  readonly repository: string | undefined;
  /** Saves what post has to write if main does not get to it; one place for each run. */
  readonly save: (place: number, owed: OwedNote | undefined) => void;
}

/** A run is judged at once; what cannot be written in this time is left to post. */
const FINISH_MS = 15_000;
/** Between two tries while the run goes on; it doubles. */
const SHORTEST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 600_000;

/** A note while the step goes on. */
export interface KeptNote {
  readonly place: number;
  owed: OwedNote;
  state: 'writing' | 'written' | 'unwritten';
  /** Settles when the last try has ended; never rejects. */
  trying: Promise<void>;
  failure: unknown;
  pauseMs: number;
  nextTryMs: number;
  /** The step was cancelled: post finishes the note, and reports it if it cannot. */
  isLeftToPost: boolean;
}

/** A note that was not tried yet. */
export function newNote(place: number, wanted: Omit<OwedNote, 'isReported'>): KeptNote {
  return {
    place,
    owed: { ...wanted, isReported: false },
    state: 'unwritten',
    trying: Promise.resolve(),
    failure: undefined,
    pauseMs: SHORTEST_PAUSE_MS,
    nextTryMs: 0,
    isLeftToPost: false,
  };
}

/**
 * Finishes the note of a run that is judged: its tail is there, with these marks. Never throws.
 * @returns why that failed; `undefined` if the note is complete
 */
export async function finish(
  note: KeptNote,
  marks: readonly NoteMark[],
  ports: NotePorts,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { clock, keeping } = ports;
  if (note.state === 'written' && marks.length === 0) return undefined;
  if (marks.length > 0) {
    note.owed = { ...note.owed, marks };
    if (note.state === 'written') note.state = 'unwritten';
    saved(note, keeping); // before anything is sent, so that a kill leaves the marks to post
  }
  const late = (): Error => new Error(`no complete response within ${FINISH_MS / 1000} s`);
  try {
    await withDeadline(clock, { limitMs: FINISH_MS, signal }, late, async (within) => {
      await abortable(within, note.trying);
      if (note.state === 'written' && marks.length === 0) return;
      attempt(note, ports, () => complete(note, ports, within));
      await abortable(within, note.trying);
      if (isUnwritten(note)) throw toError(note.failure);
    });
    return undefined;
  } catch (error) {
    note.state = 'unwritten';
    note.failure = error;
    note.trying = Promise.resolve(); // reports do not wait for it
    note.isLeftToPost = isAborted(signal);
    return toError(error).message;
  }
}

/** Asked anew: a try in between changes it. */
function isUnwritten({ state }: KeptNote): boolean {
  return state === 'unwritten';
}

/** Completes it. Reads the note first: a try whose response was lost may have written it, and people may have written around it. */
export async function complete({ owed }: KeptNote, { read, write }: NotePorts, signal: AbortSignal): Promise<void> {
  const finished = finishedNote(await read(owed.runId, signal), owed);
  if (finished !== undefined) await write(owed.runId, finished, signal);
}

/** Begins a try. */
export function attempt(note: KeptNote, { clock, keeping }: NotePorts, work: () => Promise<void>): void {
  const { owed } = note;
  note.state = 'writing';
  note.trying = work().then(
    () => {
      note.state = 'written';
      if (note.owed === owed) saved(note, keeping);
    },
    (error: unknown) => {
      note.state = 'unwritten';
      note.failure = error;
      note.nextTryMs = clock.now() + note.pauseMs;
      note.pauseMs = Math.min(2 * note.pauseMs, LONGEST_PAUSE_MS);
    },
  );
}

/** A state that cannot be kept costs post its task, and the step nothing. */
export function saved({ place, owed, state }: KeptNote, keeping: TailKeeping | undefined): void {
  try {
    keeping?.save(place, state === 'written' ? undefined : owed);
  } catch {
    // the start of the run was saved in the same way, and its failure is reported
  }
}
