/** A sender whose responses are scripted: a test reads what was sent, and no socket is opened. */
import type { AdapterPorts } from '../../src/cloud/cloud.ts';
import { CloudError } from '../../src/cloud/errors.ts';
import type { CloudErrorCode } from '../../src/cloud/errors.ts';
import type { ApiRequest } from '../../src/cloud/http/http.ts';
import { jumpingClock } from './jumping-clock.ts';

/** What becomes of one request: JSON, or an error with this code and status. */
export type Scripted =
  | { readonly json: unknown }
  | {
      readonly code: CloudErrorCode;
      readonly status?: number;
      readonly retryAfterMs?: number;
      readonly advice?: string;
    };

/** An adapter's surroundings, and what it did there. */
export interface ScriptedPorts extends AdapterPorts {
  readonly sent: ApiRequest[];
  readonly notices: string[];
}

/** @param script gives the outcome of each request; an Error fails the test, since it is no CloudError */
export function scriptedPorts(script: (asked: ApiRequest, place: number) => Scripted): ScriptedPorts {
  const sent: ApiRequest[] = [];
  const notices: string[] = [];
  return {
    sent,
    notices,
    http: {
      send: async (asked, signal) => {
        signal.throwIfAborted();
        const request = `${asked.method} ${asked.path.replace(/\?.*$/u, '')}`;
        const scripted = script(asked, sent.push(asked));
        await Promise.resolve();
        if ('json' in scripted) return { status: 200, json: scripted.json, request };
        const { code, ...facts } = scripted;
        throw new CloudError(code, { request, response: code, ...facts });
      },
      serverNowMs: () => undefined,
      close: () => undefined,
    },
    clock: jumpingClock(),
    random: () => 0.5,
    outageMs: 60_000,
    onNotice: (sentence) => notices.push(sentence),
  };
}
