/** Polls of several runs in one request: each request shows all runs that are pending, whichever of them are due. */
import type { Clock } from '../clock.ts';
import { toError } from '../clock.ts';
import type { TestRun } from '../test-run/test-run.ts';
import { CloudError } from './errors.ts';
import { pollSnapshots } from './poll-snapshots.ts';

/** Looks that are due within this time go together; too short to make a verdict late. */
const BATCH_MS = 25;

/** After this many failed merges in a row no poll waits for another one, for a while: one that hangs costs seconds. */
const MOST_MISSES = 2;
const APART_MS = 60_000;

/** A read that waits for its answer. */
interface PendingRead {
  readonly runId: string;
  readonly signal: AbortSignal;
  readonly settle: (run: TestRun) => void;
  readonly fail: (reason: unknown) => void;
}

/** One read of a run. */
export type RunReader = (runId: string, signal: AbortSignal) => Promise<TestRun>;

/** How an API shows several runs in one request. */
export interface BatchSource {
  /**
   * Reads runs: those of `runIds` that the service shows; `undefined` where it cannot be asked yet.
   * @param pending the runs that are pending, as they were seen last
   */
  readonly list: (
    runIds: readonly string[],
    pending: readonly TestRun[],
    signal: AbortSignal,
  ) => Promise<ReadonlyMap<string, TestRun> | undefined>;
  /** Fewer runs are read one by one. */
  readonly fewest: number;
}

/**
 * A reader that asks once for all runs that are pending, whenever one of them is due. A run that is missing in the
 * answer, in it twice, or behind what was seen of it, is read alone, and so is each where the request fails; a service
 * that refuses the form, or does not know it, is not asked so again.
 * @param alone reads one run, tried once
 */
export function batchReader({ list, fewest }: BatchSource, clock: Clock, alone: RunReader): RunReader {
  const snapshots = pollSnapshots(clock);
  const form = batchForm(clock);
  let gathering: PendingRead[] = [];
  const readAlone: RunReader = async (runId, signal) => {
    const askedMs = clock.now();
    const run = await alone(runId, signal);
    snapshots.shown([run], [runId], askedMs);
    return run; // what a run itself shows is believed, whatever was seen before
  };
  const apart = (reads: readonly PendingRead[]): void => {
    for (const { runId, signal, settle, fail } of reads) readAlone(runId, signal).then(settle, fail);
  };
  const together = async (reads: readonly PendingRead[], ids: readonly string[]): Promise<void> => {
    const askedMs = clock.now();
    const due = reads.map(({ runId }) => runId);
    try {
      const runs = await whileAwaited(reads, (signal) => list(ids, snapshots.pending(), signal));
      if (runs !== undefined) form.answered(runs.size);
      const believed = snapshots.shown(runs?.values() ?? [], due, askedMs);
      apart(reads.filter((read) => !resolveFrom(read, believed)));
    } catch (error) {
      if (form.failed(error) === 'apart') apart(reads);
      else for (const { fail } of reads) fail(error);
    }
  };
  const send = (): void => {
    const reads = gathering.filter(({ signal }) => !signal.aborted);
    gathering = [];
    const due = reads.map(({ runId }) => runId);
    const ids = [...new Set([...due, ...snapshots.pending().map(({ id }) => id)])];
    if (reads.length === 0) return;
    if (ids.length < fewest) apart(reads);
    else void together(reads, ids);
  };
  return async (runId, signal) => {
    if (!form.isUsed()) return readAlone(runId, signal);
    const shown = snapshots.polled(runId);
    if (shown !== undefined) return shown;
    if (gathering.length === 0) clock.setTimer(BATCH_MS, send);
    return new Promise((resolve, reject) => {
      gathering.push(pendingRead(runId, signal, resolve, reject));
    });
  };
}

/** Whether several runs are asked for in one request at present. */
interface BatchForm {
  readonly isUsed: () => boolean;
  /** The service has shown so many of the runs. */
  readonly answered: (runs: number) => void;
  /** What becomes of the reads of a request that failed. */
  readonly failed: (error: unknown) => 'failed' | 'apart';
}

function batchForm({ now }: Pick<Clock, 'now'>): BatchForm {
  let possible = true;
  let misses = 0;
  let apartUntilMs = -Infinity;
  return {
    isUsed: () => possible && now() >= apartUntilMs,
    answered: (runs) => {
      misses = 0;
      if (runs === 0) possible = false; // none of them: it took no notice of what was asked
    },
    failed: (error) => {
      const answer = afterBatchError(error);
      if (answer === 'never-again') possible = false;
      if (answer === 'apart' && ++misses >= MOST_MISSES) apartUntilMs = now() + APART_MS;
      return answer === 'failed' ? 'failed' : 'apart';
    },
  };
}

/** A read that also ends, at once, when its signal is aborted. */
function pendingRead(
  runId: string,
  signal: AbortSignal,
  resolve: (run: TestRun) => void,
  reject: (reason: Error) => void,
): PendingRead {
  const onAbort = (): void => {
    reject(toError(signal.reason));
  };
  const over = (): void => {
    signal.removeEventListener('abort', onAbort);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  return {
    runId,
    signal,
    settle: (run) => {
      over();
      resolve(run);
    },
    fail: (reason) => {
      over();
      reject(toError(reason));
    },
  };
}

/** Gives a read its run, where the answer has it. */
function resolveFrom({ runId, settle }: PendingRead, runs: ReadonlyMap<string, TestRun>): boolean {
  const run = runs.get(runId);
  if (run !== undefined) settle(run);
  return run !== undefined;
}

/** Works under a signal that is aborted once nobody wants the answer any more. */
async function whileAwaited<T>(reads: readonly PendingRead[], work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const onAbort = (): void => {
    if (reads.every(({ signal }) => signal.aborted)) controller.abort(reads[0]?.signal.reason);
  };
  const signals = new Set(reads.map(({ signal }) => signal));
  for (const signal of signals) signal.addEventListener('abort', onAbort);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of signals) signal.removeEventListener('abort', onAbort);
  }
}

/**
 * What a failed list means. `apart`: each run is read alone, so that one run's trouble is not another's; `never-again`:
 * the same, and this service does not list runs this way, though it may show each alone; `failed`: nothing was reached
 * or the token is refused, which no other request would change.
 */
function afterBatchError(error: unknown): 'failed' | 'apart' | 'never-again' {
  if (!(error instanceof CloudError)) return 'failed';
  switch (error.code) {
    case 'rejected':
    case 'forbidden':
    case 'not-found':
    case 'removed':
    case 'redirected':
    case 'too-large':
      return 'never-again';
    case 'malformed':
    case 'unavailable':
    case 'interrupted':
    case 'late':
      return 'apart';
    case 'unauthorized':
    case 'rate-limited':
    case 'misconfigured':
    case 'unreachable':
    case 'wrong-run':
    case 'start-uncertain':
      return 'failed';
  }
}
