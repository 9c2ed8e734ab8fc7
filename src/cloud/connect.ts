/** Chooses the adapter for the configured API and gives it its connection. */
import type { Clock, Random } from '../clock.ts';
import type { Cloud } from './cloud.ts';
import { openHttp } from './http.ts';
import { legacyCloud } from './legacy-v2.ts';

/** Everything a connection is made of. */
export interface ConnectSettings {
  readonly apiUrl: URL;
  readonly token: string;
  /** Bound of one request, ms. */
  readonly requestMs: number;
  /** How long the API may stay out of reach, ms. */
  readonly outageMs: number;
  readonly clock: Clock;
  readonly random: Random;
  /** A line for the debug log about each request: method, path, outcome, ms; no headers, no bodies. */
  readonly onDebug: (line: string) => void;
  /** A sentence for people. */
  readonly onNotice: (sentence: string) => void;
}

const USER_AGENT = 'k6-cloud-gate';

/** Connects to k6 Cloud; nothing is sent yet. */
export function connect(settings: ConnectSettings): Cloud {
  const http = openHttp({
    ...settings,
    authorization: `Token ${settings.token}`,
    userAgent: USER_AGENT,
    onRequest: ({ method, path }, outcome, tookMs) => {
      settings.onDebug(`${method} ${path} -> ${outcome}, ${Math.round(tookMs)} ms`);
    },
  });
  return legacyCloud({ ...settings, http });
}
