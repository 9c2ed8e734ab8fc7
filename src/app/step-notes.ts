/** The notes on the runs of a step with real ports: in main, and in post for what main could not write. */
import { systemClock } from '../clock.ts';
import type { RunNotes } from '../cloud/cloud.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { NoteKeeper } from '../report/run-note.ts';
import { noteKeeper } from '../report/run-note.ts';
import { saveNote } from '../runner/owed-notes.ts';
import type { Runner } from '../runner/runner.ts';

/**
 * The keeper of the notes, if the API has notes and any is to be written. On a run of `run-id` nothing is written but a
 * mark in a tail that is there already.
 */
export function stepNotes(inputs: Inputs, runner: Runner, notes: RunNotes | undefined): NoteKeeper | undefined {
  const { note, targets, comparison, simulate } = inputs;
  const { origin, baseline, markAsBaseline } = comparison;
  const text = targets.kind === 'runs' ? undefined : note;
  // A run that is started outside of GitHub has no tail, and so no marks.
  const hasTail = targets.kind === 'runs' || origin !== undefined;
  const isKept = hasTail && (baseline.kind !== 'none' || markAsBaseline === true);
  if (notes === undefined || (text === undefined && !isKept)) return undefined;
  const save = (place: number, owed: Parameters<typeof saveNote>[2]): void => {
    if (simulate === undefined) saveNote(runner, place, owed); // the runs of a simulation end with the process
  };
  const keeping = isKept ? { repository: origin?.repository, save } : undefined;
  return noteKeeper({ ...notes, text, clock: systemClock, keeping });
}
