/** Chooses the adapter for the configured API and gives it its connection. */
import type { Clock, Random } from '../clock.ts';
import { budgeted } from './budget.ts';
import type { Cloud } from './cloud.ts';
import { openHttp } from './http.ts';
import { legacyCloud } from './legacy-v2.ts';

/** Everything a connection is made of. */
export interface ConnectSettings {
  readonly apiUrl: URL;
  readonly token: string;
  /** Whether more than one run is followed over this connection. */
  readonly several: boolean;
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
/** For the whole step, however many runs it follows; one run alone never comes near it. */
const BUDGET = { perSecond: 10, burst: 20 };

/** Connects to k6 Cloud; nothing is sent yet. */
export function connect(settings: ConnectSettings): Cloud {
  const sender = openHttp({
    ...settings,
    authorization: `Token ${settings.token}`,
    userAgent: USER_AGENT,
    onRequest: ({ method, path }, outcome, tookMs) => {
      settings.onDebug(`${method} ${path} -> ${outcome}, ${Math.round(tookMs)} ms`);
    },
  });
  const http = budgeted(sender, settings.clock, BUDGET);
  return legacyCloud({ ...settings, http }, settings.several);
}
