/** What is remembered of a start on the legacy API, and how its run is recognised: it was not in the list before. */
import * as v from 'valibot';
import type { StartIntent } from '../cloud.ts';
import type { NewRunDetector } from '../find-run.ts';
import { oldestFirst } from '../find-run.ts';
import type { Http } from '../http/http.ts';
import type { RunReader } from '../batch-reader.ts';
import type { ListedIds } from './read.ts';
import { runIdsOf } from './read.ts';
import { unknownRun } from './translate.ts';

/** State holds this many known ids; older ones are left out, and no run that is older than these can be new. */
const MAX_KNOWN = 100;

const Notes = v.object({ known: v.array(v.string()), complete: v.boolean() });
/** `known`: the newest runs before the start, as many as the state holds. `complete`: there were no others. */
export type StartNotes = v.InferOutput<typeof Notes>;

/** The notes of a start, given the runs that exist before it: all, or the newest. */
export function startNotes({ ids, complete }: Pick<ListedIds, 'ids' | 'complete'>): StartNotes {
  const known = [...ids].sort((a, b) => Number(b) - Number(a)).slice(0, MAX_KNOWN);
  return { known, complete: complete && known.length === ids.size };
}

/** @throws a fault of this action where the notes are not those of this adapter */
export function parseNotes({ notes }: StartIntent): StartNotes {
  return v.parse(Notes, JSON.parse(notes));
}

/** Detects the runs that are not in the notes and not older than those. */
export function newRunDetector(http: Http, read: RunReader): NewRunDetector {
  const newRunIds: NewRunDetector['newRunIds'] = async (intent, signal) => {
    const notes = parseNotes(intent);
    const { ids } = await runIdsOf(http, intent.testId, signal);
    return oldestFirst([...ids].filter((runId) => !wasKnown(runId, notes)));
  };
  return { newRunIds, read, unknownRun };
}

/** Known before the start, or older than everything that was known. */
export function wasKnown(runId: string, { known, complete }: StartNotes): boolean {
  return known.includes(runId) || (!complete && known.length > 0 && Number(runId) < Math.min(...known.map(Number)));
}
