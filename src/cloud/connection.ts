/** One connection to k6 Cloud: the sender with authorization, advice and rate limit, for whichever API is configured. */
import type { Clock, Random } from '../clock.ts';
import type { AdapterPorts } from './cloud.ts';
import { openHttp } from './http/http.ts';
import { rateLimited } from './http/rate-limit.ts';
import { withSharedPause } from './http/shared-pause.ts';
import { V2_ADVICE } from './v2/advice.ts';
import { V6_ADVICE } from './v6/advice.ts';
import type { Stack } from './v6/stack.ts';

/** Which API to use; v6 needs a stack. */
export type Api = { readonly kind: 'v2' } | { readonly kind: 'v6'; readonly stack: Stack };

/** Everything a connection needs. */
export interface ConnectionSettings {
  readonly api: Api;
  readonly apiUrl: URL;
  readonly token: string;
  /** Removes secrets from text. */
  readonly redact: (text: string) => string;
  /** Time limit of one request, ms. */
  readonly requestMs: number;
  /** How long the API may be unreachable, ms. */
  readonly outageMs: number;
  readonly clock: Clock;
  readonly random: Random;
  /** A line for the debug log about each request: method, path, outcome, ms; no headers, no bodies. */
  readonly onDebug: (line: string) => void;
  /** A sentence for people. */
  readonly onNotice: (sentence: string) => void;
}

const USER_AGENT = 'k6-cloud-gate';
/** For the whole step, however many runs it polls; one run alone stays far below it. */
const RATE_LIMIT = { perSecond: 20, burst: 20 };

/** Opens a connection; nothing is sent yet. */
export function openConnection(settings: ConnectionSettings): AdapterPorts {
  const { api, token } = settings;
  const sender = openHttp({
    ...settings,
    authorization: api.kind === 'v6' ? `Bearer ${token}` : `Token ${token}`,
    userAgent: USER_AGENT,
    advice: api.kind === 'v6' ? V6_ADVICE : V2_ADVICE,
    onRequest: ({ method, path }, outcome, tookMs) => {
      settings.onDebug(`${method} ${path} -> ${outcome}, ${Math.round(tookMs)} ms`);
    },
  });
  return { ...settings, http: withSharedPause(rateLimited(sender, settings.clock, RATE_LIMIT), settings.clock) };
}
