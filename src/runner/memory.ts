/** What the main step leaves for its post step: every start that is under way and every run that must not go on alone. */
import type { Runner } from './runner.ts';

/** A start that was begun. `runId` is absent until its run is known. */
export interface PendingStart {
  readonly testId: string;
  /** What the adapter needs to recognise the run of this start. */
  readonly notes: string;
  readonly runId?: string | undefined;
}

/** The memory of one step; two steps of a job have two, since the runner keeps state per step. */
export interface RunMemory {
  /** Keeps what is known of a start; a later word on the same test replaces the earlier. */
  readonly remember: (left: PendingStart) => void;
  /** Nothing is owed for this test any more. */
  readonly forget: (testId: string) => void;
  /** All that is still owed, in the order of starting. */
  readonly pending: () => readonly PendingStart[];
}

const MAIN_RAN = 'main-ran';
const CANCELLED = 'cancelled';
const COUNT = 'starts';

/** Marks that main has begun, before it does anything: post is told from main by it. */
export function markMain(runner: Runner): void {
  runner.saveState(MAIN_RAN, 'true');
}

/** Marks that the workflow was cancelled: what main leaves then is left on purpose, where `on-cancel` says so. */
export function markCancelled(runner: Runner): void {
  runner.saveState(CANCELLED, 'true');
}

/** Whether main was cancelled; what a crash, a kill or lost patience left is another matter. */
export function wasCancelled(runner: Runner): boolean {
  return runner.state(CANCELLED) === 'true';
}

/** Whether this process is the post step. */
export function isPost(runner: Runner): boolean {
  return runner.state(MAIN_RAN) === 'true';
}

/**
 * Memory over the runner's state: one entry per test, since one value that holds all of them could outgrow what an
 * environment variable may hold. Written through at once, so that a kill loses nothing.
 */
export function runMemory(runner: Pick<Runner, 'state' | 'saveState'>): RunMemory {
  const places = new Map<string, { readonly place: number; left: PendingStart | undefined }>();
  savedStarts(runner).forEach((left, place) => {
    if (left !== undefined) places.set(left.testId, { place, left });
  });
  const write = (testId: string, left: PendingStart | undefined): void => {
    const known = places.get(testId);
    const place = known?.place ?? places.size;
    places.set(testId, { place, left });
    if (known === undefined) runner.saveState(COUNT, String(places.size));
    runner.saveState(entry(place), left === undefined ? '' : JSON.stringify(left));
  };
  return {
    remember: (left) => {
      write(left.testId, left);
    },
    forget: (testId) => {
      if (places.has(testId)) write(testId, undefined);
    },
    pending: () => [...places.values()].map(({ left }) => left).filter((left) => left !== undefined),
  };
}

function entry(place: number): string {
  return `start-${place}`;
}

function savedStarts(runner: Pick<Runner, 'state'>): readonly (PendingStart | undefined)[] {
  const count = Number(runner.state(COUNT));
  return Array.from({ length: Number.isSafeInteger(count) ? count : 0 }, (_, place) => {
    const text = runner.state(entry(place));
    return text === '' ? undefined : parsePendingStart(text);
  });
}

/** State is written by this action alone, but a version update between main and post is possible on a slow runner. */
function parsePendingStart(text: string): PendingStart | undefined {
  const left: unknown = JSON.parse(text);
  if (typeof left !== 'object' || left === null) return undefined;
  if (!('testId' in left) || !('notes' in left)) return undefined;
  const runId = 'runId' in left && typeof left.runId === 'string' ? left.runId : undefined;
  return { testId: String(left.testId), notes: String(left.notes), runId };
}
