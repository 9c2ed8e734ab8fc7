/** Stops a run in post and watches it end: an accepted stop alone is not believed. */
import type { Clock } from '../clock.ts';
import { sleep, toError, withTimeout } from '../clock.ts';
import type { RunStopper } from '../cloud/cloud.ts';
import { CloudError } from '../cloud/errors.ts';
import { hasEnded } from '../cloud/stop.ts';

/** What came of it; `unseen`: the stop was accepted, but the run was not seen to end. */
export type WatchedStop =
  { readonly kind: 'ended' | 'already-over' | 'unseen' } | { readonly kind: 'failed'; readonly failure: string };

/** An accepted stop is sent again after this long if the run goes on. */
const AGAIN_MS = 10_000;
/** After this long from the first accepted stop the run counts as not seen to end. */
const WATCH_MS = 30_000;
const PAUSE_MS = 1000;

/** Stops a run, trying for `budgetMs` until a stop is accepted, and reads it until it has ended. */
export async function stopAndWatch(
  runId: string,
  stopper: Pick<RunStopper, 'stop' | 'read'>,
  clock: Clock,
  budgetMs: number,
): Promise<WatchedStop> {
  const stop = async (limitMs: number): Promise<Failure | 'stopping' | 'already-over'> => {
    const late = (): Error => new Error(`no answer within ${Math.round(limitMs / 1000)} s`);
    return withTimeout(clock, limitMs, late, (signal) => stopper.stop(runId, limitMs, signal)).catch(failureOf);
  };
  const first = await stop(budgetMs);
  if (first instanceof Failure) return { kind: 'failed', failure: first.message };
  if (first === 'already-over') return { kind: first };
  const endMs = clock.now() + WATCH_MS;
  for (;;) {
    const untilMs = Math.min(endMs, clock.now() + AGAIN_MS);
    const seen = await watch(runId, stopper, clock, untilMs);
    if (seen === 'ended') return { kind: 'ended' };
    if (seen === 'refused' || clock.now() >= endMs) return { kind: 'unseen' };
    if ((await stop(Math.min(AGAIN_MS, endMs - clock.now()))) === 'already-over') return { kind: 'ended' };
  }
}

/** Reads the run until it has ended or the time is over; a refused token ends it. */
async function watch(
  runId: string,
  { read }: Pick<RunStopper, 'read'>,
  clock: Clock,
  untilMs: number,
): Promise<'ended' | 'going-on' | 'refused'> {
  const late = (): Error => new Error('the time for reading the run is over');
  for (;;) {
    try {
      const run = await withTimeout(clock, Math.max(PAUSE_MS, untilMs - clock.now()), late, (signal) =>
        read(runId, signal),
      );
      if (hasEnded(run)) return 'ended';
    } catch (error) {
      if (error instanceof CloudError && error.code === 'unauthorized') return 'refused';
    }
    const pauseMs = Math.min(PAUSE_MS, untilMs - clock.now());
    if (pauseMs <= 0) return 'going-on';
    await sleep(clock, pauseMs, new AbortController().signal);
  }
}

/** What a stop failed with, as opposed to its results. */
class Failure extends Error {}

function failureOf(error: unknown): Failure {
  return new Failure(toError(error).message, { cause: error });
}
