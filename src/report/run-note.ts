/** The note on the run in k6 Cloud: written as soon as the run exists, finished when it is judged, worth one warning at most. */
import type { Clock } from '../clock.ts';
import { abortable, isAborted, toError, withDeadline } from '../clock.ts';
import type { OwedNote } from '../runner/owed-notes.ts';
import { couldBeBaseline } from '../test-run/note-marks.ts';
import type { NoteMark } from '../test-run/note-tail.ts';
import { finishedNote } from '../test-run/note-tail.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import type { Reporter } from './reporter.ts';

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
interface TailKeeping {
  /** The repository of the workflow; `undefined` where it is not known. */
  readonly repository: string | undefined;
  /** Saves what post has to write if main does not get to it; one place for each run. */
  readonly save: (place: number, owed: OwedNote | undefined) => void;
}

/** Writes the notes of a step. */
export interface NoteKeeper {
  readonly reporter: Reporter;
  /**
   * Finishes the note of a run that is judged: its tail is there, with these marks. Bounded, and never throws.
   * @returns why that failed; `undefined` if the note is complete, or no tail is kept
   */
  readonly finish: (runId: string, marks: readonly NoteMark[], signal: AbortSignal) => Promise<string | undefined>;
}

/** A run is judged at once; what cannot be written in this time is left to post. */
const FINISH_MS = 15_000;
/** Between two tries while the run goes on; it doubles. */
const SHORTEST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 600_000;

/** A note while the step goes on. */
interface KeptNote {
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

/** The keeper of the notes of one step. */
export function noteKeeper(ports: NotePorts): NoteKeeper {
  const { text, keeping, clock } = ports;
  const ending = new AbortController();
  const kept = new Map<string, KeptNote>();
  const noteOn = (runId: string, whole: string | undefined): KeptNote => {
    const known = kept.get(runId);
    if (known !== undefined) return known;
    const note = newNote(kept.size, { runId, text: whole, marks: [], repository: keeping?.repository });
    kept.set(runId, note);
    return note;
  };
  const reporter: Reporter = {
    name: 'note on the run in k6 Cloud',
    runStarted: ({ id }) => {
      if (text === undefined || kept.has(id)) return; // reported again, with a better address
      const note = noteOn(id, text);
      saved(note, keeping);
      // Not awaited: the run is polled meanwhile, and a failure is reported at the end.
      attempt(note, ports, () => ports.write(id, text, ending.signal));
    },
    polled: ({ id, state }) => {
      const note = kept.get(id);
      if (keeping === undefined || note?.state !== 'unwritten' || state !== 'pending') return;
      if (clock.now() >= note.nextTryMs) attempt(note, ports, () => complete(note, ports, ending.signal));
    },
    closed: async ({ runs }, signal) => {
      const end = (): void => {
        ending.abort(signal.reason);
      };
      if (signal.aborted) end();
      signal.addEventListener('abort', end, { once: true });
      await reportUnwritten([...kept.values()], runs, keeping);
    },
  };
  return {
    reporter,
    finish: async (runId, marks, signal) => {
      if (keeping === undefined || (marks.length === 0 && !kept.has(runId))) return undefined;
      return finish(noteOn(runId, undefined), marks, ports, signal);
    },
  };
}

/** @throws the failure that makes the one warning, if a note is not written; post tries each of them again */
async function reportUnwritten(
  notes: readonly KeptNote[],
  runs: readonly RunOutcome[],
  keeping: TailKeeping | undefined,
): Promise<void> {
  await Promise.all(notes.map(({ trying }) => trying));
  const failed = notes.filter(({ state, isLeftToPost }) => state !== 'written' && !isLeftToPost);
  for (const note of failed) {
    note.owed = { ...note.owed, isReported: true };
    saved(note, keeping);
  }
  if (failed.length > 0) throw failure(failed, keeping === undefined ? [] : runs);
}

function newNote(place: number, wanted: Omit<OwedNote, 'isReported'>): KeptNote {
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

async function finish(
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
    await withDeadline(clock, FINISH_MS, signal, late, async (within) => {
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

/** Reads the note first: a try whose response was lost may have written it, and people may have written around it. */
async function complete({ owed }: KeptNote, { read, write }: NotePorts, signal: AbortSignal): Promise<void> {
  const finished = finishedNote(await read(owed.runId, signal), owed);
  if (finished !== undefined) await write(owed.runId, finished, signal);
}

function attempt(note: KeptNote, { clock, keeping }: NotePorts, work: () => Promise<void>): void {
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
function saved({ place, owed, state }: KeptNote, keeping: TailKeeping | undefined): void {
  try {
    keeping?.save(place, state === 'written' ? undefined : owed);
  } catch {
    // the start of the run was saved in the same way, and its failure is reported
  }
}

/** The first failure; without its tail, a run that passed looks like one of the branch. */
function failure([first, ...others]: readonly KeptNote[], runs: readonly RunOutcome[]): unknown {
  if (first === undefined) return undefined;
  const failed = new Set([first, ...others].map(({ owed }) => owed.runId));
  const passed = runs.filter(({ pollResult }) => couldBeBaseline(pollResult)).map((outcome) => runOf(outcome)?.id);
  const ids = passed.filter((id) => id !== undefined && failed.has(id));
  if (ids.length === 0) return first.failure;
  const message = toError(first.failure).message.replace(/\.?$/u, '.');
  return new Error(`${message} Run ${ids.join(', ')} can later be taken for a baseline.`);
}
