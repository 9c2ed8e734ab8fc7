/** Sends one request and reads one answer: a deadline over headers and body, a bound in bytes, no redirect followed. */
import { HttpClient } from '@actions/http-client';
import http from 'node:http';
import https from 'node:https';
import type { Clock } from '../../clock.ts';
import { abortable, withDeadline } from '../../clock.ts';
import { bodyFor, RESPONSE_BYTES } from './body.ts';
import type { ApiResponse, Advice } from './response.ts';
import { parseResponse, responseError } from './response.ts';
import { redactedBody } from '../../text/safe-json.ts';
import { CloudError } from '../errors.ts';
import { networkError, PROXY_ADVICE } from './network-errors.ts';
import { retryAfterMs } from './retry.ts';

/** One request to the API. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Path from the API's base, with its query: `/loadtests/v2/runs/1?$select=id`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Not held back by the budget of the step: a stop must be out before the runner kills us. */
  readonly urgent?: boolean;
  /** A longer time limit for this request than `request-timeout`, where it needs one, ms. */
  readonly timeoutMs?: number;
  /** The largest response that is read, bytes; `RESPONSE_BYTES` by default. */
  readonly maxBytes?: number;
  /** The verdict does not need it: it waits while the service says that requests are too many. */
  readonly bestEffort?: boolean;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** What to do about a refusal of this very request, where it differs from the API's other requests. */
  readonly advice?: Advice;
}

/** What a sender needs. */
export interface HttpSettings {
  readonly apiUrl: URL;
  /** The whole value of the Authorization header. */
  readonly authorization: string;
  readonly userAgent: string;
  /** Takes secrets out of text: what a service says is quoted to people, and it may repeat the token. */
  readonly redact: (text: string) => string;
  /** What to do about a refusal, in this API's own words. */
  readonly advice: Advice;
  /** For one request, headers and body together. */
  readonly requestMs: number;
  readonly clock: Clock;
  /** Told of every request once it is over, for the debug log: no headers, no bodies. */
  readonly onRequest: (asked: ApiRequest, outcome: string, tookMs: number) => void;
}

/** Sends requests over kept-alive connections, through the proxy of the environment where it names one. */
export interface Http {
  /**
   * Sends one request once.
   * @throws CloudError, or the signal's reason
   */
  readonly send: (asked: ApiRequest, signal: AbortSignal) => Promise<ApiResponse>;
  /** The present by the service's clock, epoch ms, as the `Date` header of its last response tells; off by a second. */
  readonly serverNowMs: () => number | undefined;
  /** Closes the connections. */
  readonly close: () => void;
}

/** Opens a sender; connections are made by the first request. */
export function openHttp(settings: HttpSettings): Http {
  const client = new HttpClient(settings.userAgent, [], { keepAlive: true });
  let aheadMs: number | undefined;
  const onDate = (serverMs: number): void => {
    aheadMs = serverMs - settings.clock.now();
  };
  return {
    send: (asked, signal) => send(client, { ...settings, onDate }, asked, signal),
    serverNowMs: () => (aheadMs === undefined ? undefined : settings.clock.now() + aheadMs),
    close: () => {
      client.dispose();
    },
  };
}

async function send(
  client: HttpClient,
  settings: HttpSettings & { readonly onDate: (serverMs: number) => void },
  asked: ApiRequest,
  signal: AbortSignal,
): Promise<ApiResponse> {
  const { clock } = settings;
  const requestMs = Math.max(settings.requestMs, asked.timeoutMs ?? 0);
  const { maxBytes = RESPONSE_BYTES } = asked;
  const request = requestName(settings.apiUrl, asked);
  const startedMs = clock.now();
  const late = (): CloudError =>
    new CloudError('late', { request, response: `no complete response within ${requestMs / 1000} s` });
  let outcome = 'no answer';
  try {
    const answer = await withDeadline(clock, { limitMs: requestMs, signal }, late, async (within) => {
      try {
        const message = await exchange(client, settings, asked, within);
        const { statusCode: status = 0, headers } = message;
        outcome = String(status);
        const serverMs = Date.parse(headers.date ?? '');
        if (Number.isFinite(serverMs)) settings.onDate(serverMs);
        const text = await bodyFor(status, message, { request, maxBytes }, signal);
        // Secrets are taken out here, before anybody escapes or cuts the text and so makes them hard to find.
        const body = redactedBody(text, settings.redact);
        const nowMs = Number.isFinite(serverMs) ? serverMs : clock.now();
        return { request, status, body, retryAfterMs: retryAfterMs(headers['retry-after'], nowMs) };
      } catch (error) {
        within.throwIfAborted();
        throw error instanceof CloudError ? error : networkError(request, error);
      }
    });
    if (answer.status >= 200 && answer.status <= 299) return parseResponse(answer);
    throw responseError(answer, asked.advice, settings.advice);
  } catch (error) {
    if (error instanceof CloudError) outcome = `${outcome} (${error.code})`;
    throw error;
  } finally {
    settings.onRequest(asked, outcome, clock.now() - startedMs);
  }
}

/** The raw request of http-client: its own `request` follows redirects, and neither takes a signal. */
async function exchange(
  client: HttpClient,
  { apiUrl, authorization, userAgent }: HttpSettings,
  asked: ApiRequest,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const { method, path, headers, body } = asked;
  const url = new URL(joinUrl(apiUrl, path));
  const text = body === undefined ? '' : JSON.stringify(body);
  const secure = url.protocol === 'https:';
  const agent = agentOf(client, url, requestName(apiUrl, asked));
  const sent = client.requestRaw(
    {
      parsedUrl: url,
      httpModule: secure ? https : http,
      options: {
        // An IPv6 address stands in brackets in a URL, and without them everywhere else.
        host: url.hostname.replace(/^\[|\]$/gu, ''),
        port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
        path: `${url.pathname}${url.search}`,
        method,
        signal,
        agent,
        headers: {
          accept: 'application/json',
          'accept-encoding': 'identity',
          authorization,
          'user-agent': userAgent,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
      },
    },
    text,
  );
  // The signal ends a request that has a connection; one that still waits for its proxy's word heeds nothing.
  return (await abortable(signal, sent)).message;
}

/** @throws CloudError `misconfigured` where the variables of the proxy make the client fail: nothing was sent */
function agentOf(client: HttpClient, url: URL, request: string): ReturnType<HttpClient['getAgent']> {
  try {
    return client.getAgent(url.href);
  } catch (cause) {
    const response = 'the address of the proxy is not valid';
    throw new CloudError('misconfigured', { request, response, advice: PROXY_ADVICE, cause });
  }
}

function requestName(apiUrl: URL, { method, path }: ApiRequest): string {
  return `${method} ${new URL(joinUrl(apiUrl, path)).pathname}`;
}

/** The base may itself have a path, so that a gateway in front of the API can be named. */
function joinUrl(apiUrl: URL, path: string): string {
  return `${apiUrl.origin}${apiUrl.pathname.replace(/\/+$/u, '')}${path}`;
}
