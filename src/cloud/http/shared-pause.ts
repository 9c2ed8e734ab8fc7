/** One pause for all best-effort requests of a step: while the service says that requests are too many, they queue up. */
import type { Clock } from '../../clock.ts';
import { abortable, sleep } from '../../clock.ts';
import { CloudError } from '../errors.ts';
import type { Http } from './http.ts';

/** The pause where the service names none; doubled with every further refusal. */
const FIRST_PAUSE_MS = 1000;
/** The time for best-effort requests is short: a longer wish of the service is not granted. */
const LONGEST_PAUSE_MS = 10_000;

/**
 * A sender that holds back best-effort requests after a 429, whichever request it answered. They then go one at a time
 * until one of them is answered. Other requests have their own retries, and pass.
 */
export function withSharedPause(http: Http, clock: Clock): Http {
  let untilMs = -Infinity;
  let refusals = 0;
  let queue: Promise<unknown> = Promise.resolve();
  const sentAndWatched: Http['send'] = async (asked, signal) => {
    try {
      const response = await http.send(asked, signal);
      refusals = 0;
      return response;
    } catch (error) {
      if (error instanceof CloudError && error.code === 'rate-limited') {
        const pause = error.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** Math.min(refusals, 10);
        untilMs = Math.max(untilMs, clock.now() + Math.min(LONGEST_PAUSE_MS, pause));
        refusals++;
      }
      throw error;
    }
  };
  const afterPause: Http['send'] = async (asked, signal) => {
    signal.throwIfAborted();
    while (clock.now() < untilMs) await sleep(clock, untilMs - clock.now(), signal);
    return sentAndWatched(asked, signal);
  };
  return {
    ...http,
    send: (asked, signal) => {
      if (asked.bestEffort !== true) return sentAndWatched(asked, signal);
      if (refusals === 0 && clock.now() >= untilMs) return sentAndWatched(asked, signal);
      const sent = queue.then(() => afterPause(asked, signal));
      queue = sent.catch(() => undefined);
      return abortable(signal, sent);
    },
  };
}
