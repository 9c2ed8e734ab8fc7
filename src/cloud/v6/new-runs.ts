/** What is remembered of a start on v6, and how its run is recognised: it is not older than the newest run before. */
import * as v from 'valibot';
import type { StartIntent } from '../cloud.ts';
import type { NewRunDetector } from '../find-run.ts';
import { oldestFirst } from '../find-run.ts';
import type { Http } from '../http/http.ts';
import type { ListedRun } from './list.ts';
import { newestRuns } from './list.ts';

/** State holds this many known ids. */
const MAX_KNOWN = 100;

const Notes = v.object({ key: v.string(), known: v.array(v.string()), sinceMs: v.optional(v.number()) });
/**
 * `key`: for all tries of this start. `known`: the newest runs before it. `sinceMs`: when the newest of them was
 * created, by the service's own clock; ours may be off. Absent where there was none.
 */
export type StartNotes = v.InferOutput<typeof Notes>;

/** The notes of a start, given the newest runs before it. */
export function startNotes(key: string, runs: readonly ListedRun[]): StartNotes {
  const newest = [...runs].sort((a, b) => (b.createdMs ?? 0) - (a.createdMs ?? 0)).slice(0, MAX_KNOWN);
  const sinceMs = newest[0]?.createdMs;
  return { key, known: newest.map(({ id }) => id), ...(sinceMs === undefined ? {} : { sinceMs }) };
}

/** @throws a fault of this action where the notes are not those of this adapter */
export function parseNotes({ notes }: StartIntent): StartNotes {
  return v.parse(Notes, JSON.parse(notes));
}

/** Detects the runs that were created no earlier than the newest run before the start, and are none of those. */
export function newRunDetector(send: Http['send'], ports: Omit<NewRunDetector, 'newRunIds'>): NewRunDetector {
  const newRunIds: NewRunDetector['newRunIds'] = async (intent, signal) => {
    const { known, sinceMs = 0 } = parseNotes(intent);
    const isOld = ({ createdMs }: ListedRun): boolean => createdMs !== undefined && createdMs < sinceMs;
    const runs = await newestRuns(send, intent.testId, isOld, signal);
    return oldestFirst(runs.filter((run) => !isOld(run) && !known.includes(run.id)).map(({ id }) => id));
  };
  return { ...ports, newRunIds };
}
