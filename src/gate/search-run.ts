/** Searches in post for the run of a start that was never answered, for as long as it may still appear. */
import type { Clock } from '../clock.ts';
import { sleep, toError, withTimeout } from '../clock.ts';
import type { RunStopper, SearchResult } from '../cloud/cloud.ts';
import { CloudError } from '../cloud/errors.ts';
import { LATE_MS } from '../cloud/second-runs.ts';
import type { PendingStart } from '../runner/memory.ts';

/** What a search came to; `failed`: the list could not be read. */
export type Search = SearchResult | { readonly kind: 'failed'; readonly failure: string };

/** Between two searches; each search has pauses of its own. */
const PAUSE_MS = 2000;

/**
 * Searches until a run is found or 120 s have passed since the start was sent, with one complete reading of the list at
 * least; where the list cannot be read, `budgetMs` more. A refused token ends the tries.
 */
export async function searchRun(
  left: PendingStart,
  stopper: Pick<RunStopper, 'find'>,
  clock: Clock,
  budgetMs: number,
): Promise<Search> {
  const beganMs = clock.now();
  // A clock that was set, or a state that is absurd, must not make it longer.
  const sentMs = Math.min(beganMs, left.sentAtMs ?? -Infinity);
  const appearsMs = sentMs + LATE_MS;
  const boundMs = Math.max(appearsMs, beganMs) + budgetMs;
  const late = (): Error => new Error(`the list of runs was not read within ${Math.round(budgetMs / 1000)} s`);
  for (;;) {
    const search = await searchOnce();
    if (search.kind !== 'none' && search.kind !== 'again') return search;
    if (search.kind === 'none' && clock.now() >= appearsMs) return search;
    if (search.kind === 'again' && clock.now() + PAUSE_MS >= boundMs) return { ...search, kind: 'failed' };
    await sleep(clock, PAUSE_MS, new AbortController().signal);
  }

  async function searchOnce(): Promise<Search | { readonly kind: 'again'; readonly failure: string }> {
    try {
      return await withTimeout(clock, boundMs - clock.now(), late, (signal) => stopper.find(left, signal));
    } catch (error) {
      const again = error instanceof CloudError && error.code !== 'unauthorized';
      return { kind: again ? 'again' : 'failed', failure: toError(error).message };
    }
  }
}
