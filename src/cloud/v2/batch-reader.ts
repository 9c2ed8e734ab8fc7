/** Looks at several runs that are due at about the same time, merged into one request of the legacy API. */
import type { Clock } from '../../clock.ts';
import { asError } from '../../clock.ts';
import type { TestRun } from '../../test-run/test-run.ts';
import { CloudError } from '../errors.ts';
import type { Http } from '../http/http.ts';
import type { RunReader } from './read.ts';
import { runsReader } from './read.ts';

/** Looks that are due within this time go together; too short to make a verdict late. */
const GATHER_MS = 25;

/** A look that waits for its answer. */
interface Look {
  readonly runId: string;
  readonly signal: AbortSignal;
  readonly settle: (run: TestRun) => void;
  readonly fail: (reason: unknown) => void;
}

/**
 * A reader that asks once for all runs whose looks are due together: `GET runs?ids[]=1&ids[]=2`. A run that is missing
 * in the answer is read alone; a service that refuses the form, or does not know it, is not asked so again.
 * @param alone reads one run, tried once
 */
export function togetherReader(http: Http, clock: Clock, alone: RunReader): RunReader {
  const list = runsReader(http);
  let possible = true;
  let gathering: Look[] = [];
  const apart = (looks: readonly Look[]): void => {
    for (const { runId, signal, settle, fail } of looks) alone(runId, signal).then(settle, fail);
  };
  const together = async (looks: readonly Look[]): Promise<void> => {
    try {
      const ids = looks.map(({ runId }) => runId);
      const runs = await whileWanted(looks, (signal) => list(ids, signal));
      possible = runs.size > 0; // none of them: it took no notice of `ids[]`
      apart(looks.filter((look) => !settled(look, runs)));
    } catch (error) {
      const answer = consequence(error);
      if (answer === 'never-again') possible = false;
      if (answer === 'failed')
        looks.forEach(({ fail }) => {
          fail(error);
        });
      else apart(looks);
    }
  };
  const send = (): void => {
    const looks = gathering.filter(({ signal }) => !signal.aborted);
    gathering = [];
    if (looks.length < 2) apart(looks);
    else void together(looks);
  };
  return (runId, signal) => {
    if (!possible) return alone(runId, signal);
    if (gathering.length === 0) clock.alarm(GATHER_MS, send);
    return new Promise((resolve, reject) => {
      gathering.push(lookOf(runId, signal, resolve, reject));
    });
  };
}

/** A look that also ends, at once, when its signal is aborted. */
function lookOf(
  runId: string,
  signal: AbortSignal,
  resolve: (run: TestRun) => void,
  reject: (reason: Error) => void,
): Look {
  const onAbort = (): void => {
    reject(asError(signal.reason));
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
      reject(asError(reason));
    },
  };
}

/** Gives a look its run, where the answer has it. */
function settled({ runId, settle }: Look, runs: ReadonlyMap<string, TestRun>): boolean {
  const run = runs.get(runId);
  if (run !== undefined) settle(run);
  return run !== undefined;
}

/** Works under a signal that is aborted once nobody wants the answer any more. */
async function whileWanted<T>(looks: readonly Look[], work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const onAbort = (): void => {
    if (looks.every(({ signal }) => signal.aborted)) controller.abort(looks[0]?.signal.reason);
  };
  const signals = new Set(looks.map(({ signal }) => signal));
  for (const signal of signals) signal.addEventListener('abort', onAbort);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of signals) signal.removeEventListener('abort', onAbort);
  }
}

/**
 * What a failed list means. `failed`: each look has failed, and its watcher decides; `apart`: read alone this time;
 * `never-again`: this service does not list runs this way, though it may show each alone.
 */
function consequence(error: unknown): 'failed' | 'apart' | 'never-again' {
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
      return 'apart';
    case 'unauthorized':
    case 'rate-limited':
    case 'unavailable':
    case 'unreachable':
    case 'interrupted':
    case 'late':
    case 'start-uncertain':
      return 'failed';
  }
}
