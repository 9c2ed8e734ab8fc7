/** What is remembered of a start on v6, and how its run is recognised: it is not older than the newest run before. */
import * as v from 'valibot';
import type { StartIntent } from '../cloud.ts';
import type { NewRunDetector } from '../new-runs.ts';
import { incompleteList, oldestFirst } from '../new-runs.ts';
import type { Http } from '../http/http.ts';
import type { ListedRun, ListedRuns } from './list.ts';
import { newestRuns } from './list.ts';

/** State holds this many known ids. */
const MAX_KNOWN = 100;

const Notes = v.object({
  key: v.string(),
  known: v.array(v.string()),
  sinceMs: v.optional(v.number()),
  coverage: v.picklist(['all', 'newest', 'some']),
});
/**
 * `key`: for all tries of this start. `known`: the newest runs before it that were listed. `sinceMs`: when the newest of
 * them was created, by the service's own clock; ours may be off. Absent where there was none.
 */
export type StartNotes = v.InferOutput<typeof Notes>;

/** The notes of a start, given the newest runs before it. */
export function startNotes(key: string, { runs, coverage }: ListedRuns): StartNotes {
  const newest = [...runs].sort((a, b) => (b.createdMs ?? 0) - (a.createdMs ?? 0)).slice(0, MAX_KNOWN);
  const sinceMs = newest[0]?.createdMs;
  return { key, known: newest.map(({ id }) => id), ...(sinceMs === undefined ? {} : { sinceMs }), coverage };
}

/** @throws a fault of this action where the notes are not those of this adapter */
export function parseNotes({ notes }: StartIntent): StartNotes {
  return v.parse(Notes, JSON.parse(notes));
}

/** Detects the runs that were created no earlier than the newest run before the start, and are none of those. */
export function newRunDetector(send: Http['send'], ports: Pick<NewRunDetector, 'read' | 'unknownRun'>): NewRunDetector {
  const newRunIds: NewRunDetector['newRunIds'] = async (intent, signal) => {
    const { known, sinceMs = 0 } = parseNotes(intent);
    const isOld = ({ createdMs }: ListedRun): boolean => createdMs !== undefined && createdMs < sinceMs;
    const { runs, coverage } = await newestRuns(send, intent.testId, isOld, signal);
    const fresh = runs.filter((run) => !isOld(run) && !known.includes(run.id)).map(({ id }) => id);
    if (fresh.length === 0 && coverage === 'some') {
      throw incompleteList(`GET /cloud/v6/load_tests/${intent.testId}/test_runs`);
    }
    return oldestFirst(fresh);
  };
  return { ...ports, newRunIds, isNew: (run, intent) => isNew(run, parseNotes(intent)) };
}

/** By the instants of creation; where one of them is not known by the ids, which rise. */
function isNew({ id, createdMs }: Pick<ListedRun, 'id' | 'createdMs'>, notes: StartNotes): boolean | undefined {
  const { known, sinceMs, coverage } = notes;
  if (known.includes(id)) return false;
  const isDated = createdMs !== undefined && sinceMs !== undefined;
  if (isDated && createdMs < sinceMs) return false;
  if (!isDated && known.length > 0 && Number(id) < Math.min(...known.map(Number))) return false;
  if (coverage === 'some') return undefined;
  return isDated || Number(id) > Math.max(...known.map(Number)) ? true : undefined;
}
