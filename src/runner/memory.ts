/** What main leaves for its post step in the runner's state: the connection, and every start that post may have to stop. */
import type { Runner } from './runner.ts';

/** A start that was begun. `runId` is absent until its run is known. */
export interface PendingStart {
  readonly testId: string;
  /** What the adapter needs to recognise the run of this start. */
  readonly notes: string;
  readonly runId?: string | undefined;
}

/** The memory of one step; two steps of a job have two, since the runner keeps state for each step. */
export interface RunMemory {
  /** Saves what is known of a start; a later entry for the same test replaces the earlier one. */
  readonly remember: (start: PendingStart) => void;
  /** Nothing is owed for this test any more. */
  readonly forget: (testId: string) => void;
  /** All that is still owed, in the order of starting. */
  readonly pending: () => readonly PendingStart[];
}

/** The name of each entry's state; `post.ts` looks for it in the environment before it imports anything. */
const ENTRY = 'start-';
const CONNECTION = 'connection';
const CANCELLED = 'cancelled';
/** A step starts 50 tests at most; more entries are not ours. */
const MAX_ENTRIES = 50;

/**
 * Saves how post reaches k6 Cloud, before anything is sent: where the state cannot be kept, nothing is started, since a
 * kill would leave the run behind.
 * @throws where the state cannot be written
 */
export function saveConnection(runner: Pick<Runner, 'saveState'>, connection: unknown): void {
  runner.saveState(CONNECTION, JSON.stringify(connection));
}

/** Marks that the workflow was cancelled: what main leaves then is left on purpose, where `on-cancel` says so. */
export function markCancelled(runner: Pick<Runner, 'saveState'>): void {
  runner.saveState(CANCELLED, 'true');
}

/** Whether main was cancelled; a crash, a kill or a time limit is another matter. */
export function wasCancelled(runner: Pick<Runner, 'state'>): boolean {
  return runner.state(CANCELLED) === 'true';
}

/**
 * The memory of main. It starts empty whatever the environment says: only post reads state. One entry for each test,
 * since one value that holds all of them could outgrow what an environment variable may hold. Written through at once,
 * so that a kill loses nothing.
 */
export function runMemory(saveState: Runner['saveState']): RunMemory {
  const entries = new Map<string, { readonly place: number; readonly start: PendingStart | undefined }>();
  const write = (testId: string, start: PendingStart | undefined): void => {
    const place = entries.get(testId)?.place ?? entries.size;
    entries.set(testId, { place, start });
    saveState(`${ENTRY}${place}`, start === undefined ? '' : JSON.stringify(start));
  };
  return {
    remember: (start) => {
      write(start.testId, start);
    },
    forget: (testId) => {
      if (entries.has(testId)) write(testId, undefined);
    },
    pending: () => [...entries.values()].map(({ start }) => start).filter((start) => start !== undefined),
  };
}

/** The memory of a simulation: its runs end with the process, so there is nothing for post to stop. */
export function noopMemory(): RunMemory {
  return runMemory(() => undefined);
}

/** What main left, as far as it can be read. Entries that are no start of ours are left out. */
export function savedStarts({ state }: Pick<Runner, 'state'>): readonly PendingStart[] {
  const places = Array.from({ length: MAX_ENTRIES }, (_, place) => state(`${ENTRY}${place}`));
  return places.flatMap((text) => (text === '' ? [] : parsePendingStart(text)));
}

function parsePendingStart(text: string): readonly PendingStart[] {
  const saved = new Map<string, unknown>(Object.entries(jsonObject(text) ?? {}));
  const [testId, notes, runId] = [saved.get('testId'), saved.get('notes'), saved.get('runId')];
  if (!isId(testId) || typeof notes !== 'string') return [];
  if (runId === undefined) return [{ testId, notes }];
  return isId(runId) ? [{ testId, notes, runId }] : [];
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[1-9]\d{0,15}$/u.test(value);
}

function jsonObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined; // the environment of the job may hold anything under our names
  }
}
