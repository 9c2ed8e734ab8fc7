/** What main leaves for its post step in the runner's state: the connection, and every start that post may have to stop. */
import type { Runner } from './runner.ts';

/** A start that was begun. `runId` is absent until its run is known. */
export interface PendingStart {
  readonly testId: string;
  /** What the adapter needs to recognise the run of this start. */
  readonly notes: string;
  readonly runId?: string | undefined;
  /** When the start was first sent, epoch ms: post searches for its run until 120 s later. */
  readonly sentAtMs?: number | undefined;
  /** A try may have made a second run: the instants of the first and the last try, epoch ms. */
  readonly doubt?: { readonly firstTryMs: number; readonly lastTryMs: number } | undefined;
  /** Its run is over, or goes on as the user wants: nothing is owed but the search for a second one. */
  readonly isLeft?: boolean | undefined;
}

/** The memory of one step; two steps of a job have two, since the runner keeps state for each step. */
export interface RunMemory {
  /** Saves what is known of a start; a later entry for the same test replaces the earlier one. */
  readonly remember: (start: PendingStart) => void;
  /** Nothing is owed for this test any more. */
  readonly forget: (testId: string) => void;
  /** Nothing is owed for the run of this test any more; a start in doubt still owes the search for a second one. */
  readonly leave: (testId: string) => void;
  /** A stop of this test's run has begun: from here on it is owed whatever `on-cancel` says. */
  readonly mustStop: (testId: string) => void;
  /** The workflow is cancelled and the user wants runs left: decides it for every run whose stop has not begun. */
  readonly leaveAll: () => void;
  /** Whether `leave` or `leaveAll` decided so for this test. */
  readonly isLeft: (testId: string) => boolean;
  /** The starts whose run may have to be stopped, in the order of starting. */
  readonly pending: () => readonly PendingStart[];
}

/** The name of each entry's state; `post.ts` searches for it in the environment before it imports anything. */
const ENTRY = 'start-';
const CONNECTION = 'connection';
/** A step starts 50 tests at most; more entries are not ours. */
const MAX_ENTRIES = 50;
/** An entry holds a hundred ids at most; a longer text is not ours. */
const MAX_ENTRY_LENGTH = 20_000;

/**
 * Saves how post reaches k6 Cloud, before anything is sent: where the state cannot be kept, nothing is started, since a
 * kill would leave the run behind.
 * @throws where the state cannot be written
 */
export function saveConnection(runner: Pick<Runner, 'saveState'>, connection: unknown): void {
  runner.saveState(CONNECTION, JSON.stringify(connection));
}

/** The text that `saveConnection` saved; empty where it saved nothing. */
export function savedConnection({ state }: Pick<Runner, 'state'>): string {
  return state(CONNECTION);
}

interface Entry {
  readonly place: number;
  readonly start: PendingStart | undefined;
  readonly mustStop: boolean;
  readonly isLeft: boolean;
}

/**
 * The memory of main. It starts empty whatever the environment says: only post reads state. One entry for each test,
 * since one value that holds all of them could outgrow what an environment variable may hold. Written through at once,
 * so that a kill loses nothing.
 */
export function runMemory(saveState: Runner['saveState'], now?: () => number): RunMemory {
  const entries = new Map<string, Entry>();
  let leavesAll = false;
  const isLeft = ({ isLeft: alone, mustStop }: Entry): boolean => alone || (leavesAll && !mustStop);
  const write = (testId: string, changes: Partial<Entry>): void => {
    const known = entries.get(testId) ?? { place: entries.size, start: undefined, mustStop: false, isLeft: false };
    const entry = { ...known, ...changes };
    entries.set(testId, entry);
    const owed = isLeft(entry) ? leftOf(entry.start) : entry.start;
    saveState(`${ENTRY}${entry.place}`, owed === undefined ? '' : JSON.stringify(owed));
  };
  return {
    remember: (start) => {
      const sentAtMs = start.sentAtMs ?? entries.get(start.testId)?.start?.sentAtMs ?? now?.();
      write(start.testId, { start: sentAtMs === undefined ? start : { ...start, sentAtMs } });
    },
    forget: (testId) => {
      if (entries.has(testId)) write(testId, { start: undefined });
    },
    leave: (testId) => {
      if (entries.has(testId)) write(testId, { isLeft: true });
    },
    mustStop: (testId) => {
      if (entries.get(testId)?.start !== undefined) write(testId, { mustStop: true });
    },
    leaveAll: () => {
      leavesAll = true;
      for (const [testId, { start }] of entries) if (start !== undefined) write(testId, {});
    },
    isLeft: (testId) => {
      const entry = entries.get(testId);
      return entry?.start !== undefined && isLeft(entry);
    },
    pending: () =>
      [...entries.values()].flatMap((entry) => (entry.start === undefined || isLeft(entry) ? [] : [entry.start])),
  };
}

/** What is owed of a start whose run is left: a search for a second one, where a try may have made it. */
function leftOf(start: PendingStart | undefined): PendingStart | undefined {
  return start?.doubt === undefined || start.runId === undefined ? undefined : { ...start, isLeft: true };
}

/** The memory of a simulation: its runs end with the process, so there is nothing for post to stop. */
export function noopMemory(): RunMemory {
  return runMemory(() => undefined);
}

/** What main left, as far as it can be read. Entries that are no start of ours are left out. */
export function savedStarts(runner: Pick<Runner, 'state'>): readonly PendingStart[] {
  return savedEntries(runner).flatMap(parsePendingStart);
}

/** How many entries say that something is owed, but not what. */
export function countUnreadableStarts(runner: Pick<Runner, 'state'>): number {
  return savedEntries(runner).filter((text) => parsePendingStart(text).length === 0).length;
}

function savedEntries({ state }: Pick<Runner, 'state'>): readonly string[] {
  const texts = Array.from({ length: MAX_ENTRIES }, (_, place) => state(`${ENTRY}${place}`));
  return texts.filter((text) => text !== '');
}

function parsePendingStart(text: string): readonly PendingStart[] {
  if (text.length > MAX_ENTRY_LENGTH) return [];
  const saved = new Map<string, unknown>(Object.entries(jsonObject(text) ?? {}));
  const [testId, notes, runId] = [saved.get('testId'), saved.get('notes'), saved.get('runId')];
  if (!isId(testId) || typeof notes !== 'string') return [];
  const sentAtMs = saved.get('sentAtMs');
  const sent = {
    ...(isInstant(sentAtMs) ? { sentAtMs } : {}),
    ...doubtOf(saved.get('doubt')),
    ...(saved.get('isLeft') === true ? { isLeft: true } : {}),
  };
  if (runId === undefined) return [{ testId, notes, ...sent }];
  return isId(runId) ? [{ testId, notes, runId, ...sent }] : [];
}

function doubtOf(value: unknown): Pick<PendingStart, 'doubt'> {
  if (typeof value !== 'object' || value === null) return {};
  const saved = new Map<string, unknown>(Object.entries(value));
  const [firstTryMs, lastTryMs] = [saved.get('firstTryMs'), saved.get('lastTryMs')];
  return isInstant(firstTryMs) && isInstant(lastTryMs) ? { doubt: { firstTryMs, lastTryMs } } : {};
}

function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
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
