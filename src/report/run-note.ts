/** The note on the run in k6 Cloud: written as soon as the run exists, finished when it is judged, worth one warning at most. */
import { toError } from '../clock.ts';
import { couldBeBaseline } from '../test-run/note-marks.ts';
import type { NoteMark } from '../test-run/note-tail.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import type { KeptNote, NotePorts, TailKeeping } from './kept-note.ts';
import { attempt, complete, finish, newNote, saved } from './kept-note.ts';
import type { Reporter } from './reporter.ts';

/** Writes the notes of a step. */
export interface NoteKeeper {
  readonly reporter: Reporter;
  /**
   * Finishes the note of a run that is judged: its tail is there, with these marks. Bounded, and never throws.
   * @returns why that failed; `undefined` if the note is complete, or no tail is kept
   */
  readonly finish: (runId: string, marks: readonly NoteMark[], signal: AbortSignal) => Promise<string | undefined>;
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
