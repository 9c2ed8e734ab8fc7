/** What main leaves of the notes on runs in the runner's state, so that post finishes what main could not write. */
import type { WantedNote } from '../test-run/note-tail.ts';
import { isNoteMark, parseTail } from '../test-run/note-tail.ts';
import { oneLine } from '../text/characters.ts';
import type { Runner } from './runner.ts';

/** A note that may not be written yet. */
export interface OwedNote extends WantedNote {
  readonly runId: string;
  /** Main has said in a warning that it could not write the note. */
  readonly isReported: boolean;
}

/** The name of each entry's state; `post.ts` searches for it in the environment before it imports anything. */
const ENTRY = 'note-';
/** A step has 50 runs at most. */
const MAX_ENTRIES = 50;
/** A note and what stands beside it are shorter than this; a longer text is not ours. */
const MAX_LENGTH = 2000;
const REPOSITORY = /^[\w.-]{1,100}\/[\w.-]{1,100}$/u;

/** Saves what post has to write if main does not get to it; `undefined`: nothing. */
export function saveNote({ saveState }: Pick<Runner, 'saveState'>, place: number, owed: OwedNote | undefined): void {
  saveState(`${ENTRY}${place}`, owed === undefined ? '' : JSON.stringify(owed));
}

/** What main left to write, as far as it can be read; an entry that is no note of ours is `undefined`. */
export function savedNotes({ state }: Pick<Runner, 'state'>): readonly (OwedNote | undefined)[] {
  const texts = Array.from({ length: MAX_ENTRIES }, (_, place) => state(`${ENTRY}${place}`));
  return texts.filter((text) => text !== '').map(parsedNote);
}

function parsedNote(json: string): OwedNote | undefined {
  const saved = fieldsOf(json);
  const [runId, text, repository] = [saved.get('runId'), saved.get('text'), saved.get('repository')];
  const marks: unknown = saved.get('marks');
  if (typeof runId !== 'string' || !/^[1-9]\d{0,15}$/u.test(runId)) return undefined;
  if (text !== undefined && !isNote(text)) return undefined;
  if (repository !== undefined && !(typeof repository === 'string' && REPOSITORY.test(repository))) return undefined;
  if (!Array.isArray(marks) || !marks.every(isNoteMark)) return undefined;
  return { runId, text, marks, repository, isReported: saved.get('isReported') === true };
}

/** A note that main wrote is one line with one tail. */
function isNote(text: unknown): text is string {
  return typeof text === 'string' && oneLine(text) === text && typeof parseTail(text) === 'object';
}

function fieldsOf(json: string): ReadonlyMap<string, unknown> {
  if (json.length > MAX_LENGTH) return new Map();
  try {
    const value: unknown = JSON.parse(json);
    return new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  } catch {
    return new Map(); // the environment of the job may hold anything under our names
  }
}
