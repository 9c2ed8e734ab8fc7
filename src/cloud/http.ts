/** Sends one request and reads one answer: a deadline over headers and body, a bound in bytes, no redirect followed. */
import { HttpClient } from '@actions/http-client';
import http from 'node:http';
import https from 'node:https';
import type { Clock } from '../clock.ts';
import { unlessAborted, withDeadline } from '../clock.ts';
import type { Remedies } from './answer.ts';
import { refusal } from './answer.ts';
import { CloudError } from './errors.ts';
import { retryAfterMs } from './retry.ts';

/** Past this an answer is cut off; run lists of the largest tests stay far below it. */
const MOST_BYTES = 8 * 1024 * 1024;

/** One request to the API. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Path from the API's base, with its query: `/loadtests/v2/runs/1?$select=id`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Not held back by the budget of the step: a stop must be out before the runner kills us. */
  readonly urgent?: boolean;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** What to do about a refusal of this very request, where it differs from the API's other requests. */
  readonly remedies?: Remedies;
}

/** A whole 2xx answer. */
export interface Answer {
  readonly status: number;
  /** The body as JSON; `undefined` for an empty one. */
  readonly json: unknown;
  /** The request as it appears in messages: method and path, no query. */
  readonly request: string;
}

/** What a sender needs. */
export interface HttpSettings {
  readonly apiUrl: URL;
  /** The whole value of the Authorization header. */
  readonly authorization: string;
  readonly userAgent: string;
  /** What to do about a refusal, in this API's own words. */
  readonly remedies: Remedies;
  /** For one request, headers and body together. */
  readonly requestMs: number;
  readonly clock: Clock;
  /** Told of every request once it is over, for the debug log: no headers, no bodies. */
  readonly onRequest: (asked: Asked, outcome: string, tookMs: number) => void;
}

/** Sends requests over kept-alive connections, through the proxy of the environment where it names one. */
export interface Http {
  /**
   * Sends one request once.
   * @throws CloudError, or the signal's reason
   */
  readonly send: (asked: Asked, signal: AbortSignal) => Promise<Answer>;
  /** Closes the connections. */
  readonly close: () => void;
}

/** Opens a sender; connections are made by the first request. */
export function openHttp(settings: HttpSettings): Http {
  const client = new HttpClient(settings.userAgent, [], { keepAlive: true });
  return {
    send: (asked, signal) => send(client, settings, asked, signal),
    close: () => {
      client.dispose();
    },
  };
}

async function send(client: HttpClient, settings: HttpSettings, asked: Asked, signal: AbortSignal): Promise<Answer> {
  const { clock, requestMs } = settings;
  const request = named(settings.apiUrl, asked);
  const startedMs = clock.now();
  const late = (): CloudError =>
    new CloudError('late', { request, answer: `no whole answer within ${requestMs / 1000} s` });
  let outcome = 'no answer';
  try {
    return await withDeadline(clock, requestMs, signal, late, async (within) => {
      try {
        const message = await exchange(client, settings, asked, within);
        outcome = String(message.statusCode);
        const body = await bodyOf(request, message);
        if (isSuccess(message)) return read(request, message, body);
        throw refused(request, message, body, settings, asked.remedies);
      } catch (error) {
        within.throwIfAborted();
        throw error instanceof CloudError ? error : networkFailure(request, error);
      }
    });
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
  { method, path, headers, body }: Asked,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const url = new URL(join(apiUrl, path));
  const text = body === undefined ? '' : JSON.stringify(body);
  const secure = url.protocol === 'https:';
  const { message } = await client.requestRaw(
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
        agent: client.getAgent(url.href),
        headers: {
          accept: 'application/json',
          authorization,
          'user-agent': userAgent,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
      },
    },
    text,
  );
  return message;
}

async function bodyOf(request: string, message: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      message.destroy();
      throw new CloudError('too-large', {
        request,
        answer: `the answer is larger than ${MOST_BYTES / 1024 / 1024} MiB`,
        remedy: 'Look at the run page, and tell us: this should not happen.',
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function isSuccess({ statusCode = 0 }: http.IncomingMessage): boolean {
  return statusCode >= 200 && statusCode <= 299;
}

function read(request: string, { statusCode: status = 0 }: http.IncomingMessage, text: string): Answer {
  if (text.trim() === '') return { status, json: undefined, request };
  try {
    return { status, json: JSON.parse(text), request };
  } catch (cause) {
    throw new CloudError('malformed', { request, answer: `${status} with a body that is not JSON`, status, cause });
  }
}

/** What a service says in a refusal is quoted to people, and it may repeat the token. */
function refused(
  request: string,
  { statusCode: status = 0, headers }: http.IncomingMessage,
  text: string,
  { authorization, remedies, clock }: HttpSettings,
  own: Remedies = {},
): CloudError {
  const body = text.replaceAll(authorization.slice(authorization.indexOf(' ') + 1), '***');
  const retryAfter = retryAfterMs(headers['retry-after'], clock.now());
  return refusal({ request, status, body, retryAfterMs: retryAfter }, { ...remedies, ...own });
}

/** Errors before a connection stands: the request cannot have been delivered. */
const NOT_DELIVERED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/u;

function networkFailure(request: string, cause: unknown): CloudError {
  const { code, said } = wordsOf(cause);
  const certificate = /^(CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/u.test(code);
  return new CloudError(NOT_DELIVERED.test(code) ? 'unreachable' : 'interrupted', {
    request,
    answer: said,
    ...(certificate ? { remedy: 'For a certificate of your own, set NODE_EXTRA_CA_CERTS on the step.' } : {}),
    cause,
  });
}

/** By shape, not by class: an error of Node's own may be of another realm than this file. */
function wordsOf(cause: unknown): { readonly code: string; readonly said: string } {
  if (typeof cause !== 'object' || cause === null) return { code: '', said: String(cause) };
  const code = 'code' in cause ? String(cause.code) : '';
  const message = 'message' in cause ? String(cause.message) : '';
  return { code, said: message === '' ? code : message }; // several addresses refused at once have no message
}

function named(apiUrl: URL, { method, path }: Asked): string {
  return `${method} ${new URL(join(apiUrl, path)).pathname}`;
}

/** The base may itself have a path, so that a gateway in front of the API can be named. */
function join(apiUrl: URL, path: string): string {
  return `${apiUrl.origin}${apiUrl.pathname.replace(/\/+$/u, '')}${path}`;
}
