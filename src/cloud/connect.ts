/** Chooses the adapter for the configured API and gives it its connection. */
import type { Clock, Random } from '../clock.ts';
import { rateLimited } from './http/rate-limit.ts';
import type { Cloud } from './cloud.ts';
import { openHttp } from './http/http.ts';
import { V2_ADVICE, v2Cloud } from './v2/adapter.ts';
import type { Stack } from './v6/stack.ts';
import { V6_ADVICE, v6Cloud } from './v6/adapter.ts';

/** Which API to speak; the current one needs a stack. */
export type Api = { readonly kind: 'v2' } | { readonly kind: 'v6'; readonly stack: Stack };

/** Everything a connection is made of. */
export interface ConnectSettings {
  readonly api: Api;
  readonly apiUrl: URL;
  readonly token: string;
  /** Takes secrets out of text. */
  readonly redact: (text: string) => string;
  /** Whether more than one run is followed over this connection. */
  readonly several: boolean;
  /** Bound of one request, ms. */
  readonly requestMs: number;
  /** How long the API may stay out of reach, ms. */
  readonly outageMs: number;
  readonly clock: Clock;
  readonly random: Random;
  /** A fresh UUID. */
  readonly uuid: () => string;
  /** A line for the debug log about each request: method, path, outcome, ms; no headers, no bodies. */
  readonly onDebug: (line: string) => void;
  /** A sentence for people. */
  readonly onNotice: (sentence: string) => void;
}

const USER_AGENT = 'k6-cloud-gate';
/** For the whole step, however many runs it follows; one run alone never comes near it. */
const BUDGET = { perSecond: 20, burst: 20 };

/** Connects to k6 Cloud; nothing is sent yet. */
export function connect(settings: ConnectSettings): Cloud {
  const { api, token, uuid, several } = settings;
  const sender = openHttp({
    ...settings,
    authorization: api.kind === 'v6' ? `Bearer ${token}` : `Token ${token}`,
    userAgent: USER_AGENT,
    advice: api.kind === 'v6' ? V6_ADVICE : V2_ADVICE,
    onRequest: ({ method, path }, outcome, tookMs) => {
      settings.onDebug(`${method} ${path} -> ${outcome}, ${Math.round(tookMs)} ms`);
    },
  });
  const ports = { ...settings, http: rateLimited(sender, settings.clock, BUDGET) };
  return api.kind === 'v6' ? v6Cloud(ports, { stack: api.stack, uuid }) : v2Cloud(ports, several);
}
