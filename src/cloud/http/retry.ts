/** When to try again: pure timing, and the one loop that keeps trying a request within a bound. */
import type { Clock, Random } from '../../clock.ts';
import { sleep } from '../../clock.ts';
import { CloudError, FEW_TRIES, retryability } from '../errors.ts';

/** The first pause; doubled with every further failure. */
const FIRST_BACKOFF_MS = 500;
/** Longer pauses would notice the end of an outage late, shorter ones would add to it. */
const MAX_BACKOFF_MS = 15_000;

/**
 * The pause before the next try, ms: the service's own wish where it has one, else doubling with jitter (half to
 * whole of the step), so that many jobs hit by one outage don't come back together.
 * @param failures how many tries in a row have failed, 1 or more
 */
export function backoffMs(failures: number, retryAfterMs: number | undefined, random: Random): number {
  if (retryAfterMs !== undefined) return retryAfterMs;
  const step = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(failures - 1, 10));
  return step / 2 + (random() * step) / 2;
}

/**
 * `Retry-After` as ms from `nowMs`: whole seconds or an HTTP date. Nonsense, the past and `0` give `undefined`: our own
 * pauses hold then, or a failing service would be flooded.
 * @param nowMs the present by the clock that wrote the date, where that is known
 * Source: RFC 9110, 10.2.3.
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^0*[1-9]\d{0,6}$/u.test(text)) return Number(text) * 1000;
  if (!/^[A-Z][a-z]{2}, /u.test(text)) return undefined;
  const until = Date.parse(text) - nowMs;
  return until > 0 ? until : undefined;
}

/**
 * Work that reports its first failure in a sentence, for requests that are made before anything else is in the log:
 * minutes of silence would look like a hang. A failure after which there is no other try is the reason of the verdict.
 */
export function withFirstFailureReported<T>(
  onNotice: (sentence: string) => void,
  work: () => Promise<T>,
): () => Promise<T> {
  let reported = false;
  return async () => {
    try {
      return await work();
    } catch (error) {
      const again: readonly unknown[] = ['retry', 'retry-few'];
      if (!reported && error instanceof CloudError && again.includes(retryability(error.code))) {
        onNotice(`No test was started yet, since a request failed: ${error.message}`);
      }
      reported = true;
      throw error;
    }
  };
}

/** What the loop needs besides the work. */
export interface RetryOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** How long after the first failure another try may begin, ms; `0`: the first failure is the last. */
  readonly budgetMs: number;
  /** The longest pause between two tries, ms, whatever `Retry-After` asks for; absent: no limit. */
  readonly maxBackoffMs?: number;
  /** How many tries there are at most; absent: no limit. */
  readonly maxTries?: number;
  /** How many tries an error gets that is likely to stay, such as a proxy's refusal; absent: a few. */
  readonly fewTries?: number;
}

/**
 * Does `work` until it succeeds, fails for good, or the budget ends. A pause past the end of the budget is cut to it, so
 * that a last try is made there: a long `Retry-After` of one answer does not end them all.
 * @throws the last CloudError; at once what is no CloudError, and the signal's reason
 */
export async function retryUntil<T>(options: RetryOptions, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const { clock, random, budgetMs, maxBackoffMs = Infinity, maxTries = Infinity, fewTries = FEW_TRIES } = options;
  let firstFailureMs: number | undefined;
  let few = 0;
  let wasLast = false;
  for (let failures = 1; ; failures++) {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CloudError) || failures >= maxTries) throw error;
      const allowed = retryability(error.code);
      if (allowed === 'retry-few') few++;
      if (allowed !== 'retry' && (allowed !== 'retry-few' || few >= fewTries)) throw error;
      const nowMs = clock.now();
      firstFailureMs ??= nowMs;
      const leftMs = firstFailureMs + budgetMs - nowMs;
      if (wasLast || leftMs <= 0) throw error;
      const pause = Math.min(maxBackoffMs, backoffMs(failures, error.retryAfterMs, random));
      wasLast = pause >= leftMs; // a timer may end a moment early, which would leave time for one more
      await sleep(clock, Math.min(pause, leftMs), signal);
    }
  }
}
