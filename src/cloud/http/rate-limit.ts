/** One budget of requests per second for the whole step: a bucket of tokens in front of the sender. */
import type { Clock } from '../../clock.ts';
import { sleep } from '../../clock.ts';
import type { Http } from './http.ts';

/** How much may be sent. */
export interface RateLimit {
  /** Requests per second in the long run. */
  readonly perSecond: number;
  /** Requests that may be sent at once after a rest. */
  readonly burst: number;
}

/**
 * A sender that keeps within a budget; who comes first is served first, and the time of waiting is not part of the
 * request's own deadline. Urgent requests (stops) neither wait nor count: their time is short and their number small.
 */
export function rateLimited(http: Http, clock: Clock, { perSecond, burst }: RateLimit): Http {
  const tokenMs = 1000 / perSecond;
  // When the bucket will have been full again; every request taken moves it one token further.
  let fullMs = -Infinity;
  return {
    ...http,
    send: async (asked, signal) => {
      if (asked.urgent !== true) {
        const nowMs = clock.now();
        fullMs = Math.max(fullMs, nowMs) + tokenMs;
        const waitMs = fullMs - burst * tokenMs - nowMs;
        if (waitMs > 0) await sleep(clock, waitMs, signal);
      }
      return http.send(asked, signal);
    },
  };
}
