/** What is remembered of a start on the legacy API, and how its run is recognised: it was not in the list before. */
import * as v from 'valibot';
import type { StartIntent } from '../cloud.ts';
import type { NewRunDetector } from '../new-runs.ts';
import { incompleteList, oldestFirst } from '../new-runs.ts';
import type { Http } from '../http/http.ts';
import type { RunReader } from '../batch-reader.ts';
import type { ListedIds } from './read.ts';
import { runIdsOf } from './read.ts';
import { unknownRun } from './translate.ts';

/** State holds this many known ids; older ones are left out, and no run that is older than these can be new. */
const MAX_KNOWN = 100;

const Notes = v.object({ known: v.array(v.string()), coverage: v.picklist(['all', 'newest', 'some']) });
/** `known`: the newest runs before the start that were listed, as many as the state holds. */
export type StartNotes = v.InferOutput<typeof Notes>;

/** The notes of a start, given the runs that were listed before it. */
export function startNotes({ ids, coverage }: Pick<ListedIds, 'ids' | 'coverage'>): StartNotes {
  const known = [...ids].sort((a, b) => Number(b) - Number(a)).slice(0, MAX_KNOWN);
  return { known, coverage: coverage === 'all' && known.length < ids.size ? 'newest' : coverage };
}

/** @throws a fault of this action where the notes are not those of this adapter */
export function parseNotes({ notes }: StartIntent): StartNotes {
  return v.parse(Notes, JSON.parse(notes));
}

/** Detects the runs that are not in the notes and not older than those. */
export function newRunDetector(http: Http, read: RunReader): NewRunDetector {
  const newRunIds: NewRunDetector['newRunIds'] = async (intent, signal) => {
    const notes = parseNotes(intent);
    const { ids, coverage } = await runIdsOf(http, intent.testId, signal);
    const fresh = [...ids].filter((runId) => !wasKnown(runId, notes));
    if (fresh.length === 0 && coverage === 'some') throw incompleteList(`GET /loadtests/v2/runs`);
    return oldestFirst(fresh);
  };
  const isNew: NewRunDetector['isNew'] = ({ id }, intent) => {
    const notes = parseNotes(intent);
    if (wasKnown(id, notes)) return false;
    return notes.coverage === 'some' ? undefined : true;
  };
  return { newRunIds, isNew, read, unknownRun };
}

/** Known before the start, or older than everything that was known. */
function wasKnown(runId: string, { known, coverage }: StartNotes): boolean {
  return (
    known.includes(runId) || (coverage !== 'all' && known.length > 0 && Number(runId) < Math.min(...known.map(Number)))
  );
}
