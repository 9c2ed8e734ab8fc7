/** Looks at several runs that are due at about the same time, merged into one request of the legacy API. */
import type { Clock } from '../../clock.ts';
import { toError } from '../../clock.ts';
import type { TestRun } from '../../test-run/test-run.ts';
import { CloudError } from '../errors.ts';
import type { Http } from '../http/http.ts';
import type { RunReader } from './read.ts';
import { runsReader } from './read.ts';

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

/**
 * A reader that asks once for all runs whose reads are due together: `GET runs?ids[]=1&ids[]=2`. A run that is missing
 * in the answer, or in it twice, is read alone, and so is each where the request fails; a service that refuses the form, or does not know it, is not asked so again.
 * @param alone reads one run, tried once
 */
export function batchReader(http: Http, clock: Clock, alone: RunReader): RunReader {
  const list = runsReader(http);
  let possible = true;
  let misses = 0;
  let apartUntilMs = -Infinity;
  let gathering: PendingRead[] = [];
  const apart = (reads: readonly PendingRead[]): void => {
    for (const { runId, signal, settle, fail } of reads) alone(runId, signal).then(settle, fail);
  };
  const together = async (reads: readonly PendingRead[]): Promise<void> => {
    try {
      const ids = reads.map(({ runId }) => runId);
      const runs = await whileAwaited(reads, (signal) => list(ids, signal));
      misses = 0;
      if (runs.size === 0) possible = false; // none of them: it took no notice of `ids[]`
      apart(reads.filter((read) => !resolveFrom(read, runs)));
    } catch (error) {
      const answer = afterBatchError(error);
      if (answer === 'never-again') possible = false;
      if (answer === 'apart' && ++misses >= MOST_MISSES) apartUntilMs = clock.now() + APART_MS;
      if (answer === 'failed')
        reads.forEach(({ fail }) => {
          fail(error);
        });
      else apart(reads);
    }
  };
  const send = (): void => {
    const reads = gathering.filter(({ signal }) => !signal.aborted);
    gathering = [];
    if (reads.length < 2) apart(reads);
    else void together(reads);
  };
  return (runId, signal) => {
    if (!possible || clock.now() < apartUntilMs) return alone(runId, signal);
    if (gathering.length === 0) clock.setTimer(BATCH_MS, send);
    return new Promise((resolve, reject) => {
      gathering.push(pendingRead(runId, signal, resolve, reject));
    });
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
