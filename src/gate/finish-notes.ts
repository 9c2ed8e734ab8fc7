/** Finishes in post the notes that main could not write: the tail by which later comparisons know a run, and its marks. */
import type { Clock } from '../clock.ts';
import { toError, withTimeout } from '../clock.ts';
import type { RunStopper } from '../cloud/cloud.ts';
import type { OwedNote } from '../runner/owed-notes.ts';
import { finishedNote } from '../test-run/note-tail.ts';

/** A note is two requests; post has a minute for everything. */
const BUDGET_MS = 20_000;

/** What finishing notes needs. */
export interface FinishNotesPorts {
  readonly stopper: Pick<RunStopper, 'notes'>;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly warn: (sentence: string) => void;
}

/** Finishes them side by side, and says what came of each. Never throws. */
export async function finishNotes(owed: readonly OwedNote[], ports: FinishNotesPorts): Promise<void> {
  const { stopper, clock, log, warn } = ports;
  await Promise.all(
    owed.map(async (note) => {
      const late = (): Error => new Error(`no complete response within ${BUDGET_MS / 1000} s`);
      try {
        await withTimeout(clock, BUDGET_MS, late, async (signal) => {
          const present = await stopper.notes?.read(note.runId, signal);
          const finished = present === undefined ? undefined : finishedNote(present, note);
          if (finished === undefined) return;
          await stopper.notes?.write(note.runId, finished, signal);
          log(`The note of run ${note.runId} was finished.`);
        });
      } catch (error) {
        const sentence = unfinishedNote(note, toError(error).message);
        (note.isReported ? log : warn)(sentence);
      }
    }),
  );
}

/** The sentence for a note that could not be finished, and what that means. */
export function unfinishedNote({ runId }: OwedNote, failure: string): string {
  const why = failure.replace(/\.?$/u, '.');
  return `The note of run ${runId} could not be finished: ${why} If the run passed, it can later be taken for a baseline.`;
}
