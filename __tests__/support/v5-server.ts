/** The metric endpoints of k6 Cloud for one run, on a real socket: each source can be replaced or taken away. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../src/clock.ts';
import { openHttp } from '../../src/cloud/http/http.ts';
import type { Http } from '../../src/cloud/http/http.ts';

/** An answer: JSON with 200, or a status. */
export type Answer = { readonly json: unknown } | { readonly status: number } | 'silence';

/** A server under way. */
export interface MetricServer {
  readonly http: Http;
  /** Request lines as they came in: what stands in the path is not decoded. */
  readonly calls: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts a server; the first rule whose pattern fits the request line answers, and 404 does where none fits. */
export async function metricServer(rules: readonly (readonly [RegExp, Answer])[]): Promise<MetricServer> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    const line = request.url ?? '';
    calls.push(line);
    const answer = rules.find(([pattern]) => pattern.test(line))?.[1] ?? { status: 404 };
    if (answer === 'silence') return;
    const [status, json] =
      'json' in answer ? [200, answer.json] : [answer.status, { error: { message: 'no', code: 3 } }];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const http = openHttp({
    apiUrl: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    authorization: 'Token made-up',
    redact: (text) => text,
    userAgent: 'test',
    requestMs: 15_000,
    advice: {},
    clock: systemClock,
    onRequest: () => undefined,
  });
  const close = (): Promise<void> =>
    new Promise((done) => {
      http.close();
      server.close(() => {
        done();
      });
      server.closeAllConnections();
    });
  return { http, calls, close };
}

/** A v5 answer with these pairs of unix seconds and value. */
export function vector(...values: readonly (readonly [number, number | string])[]): Answer {
  return { json: { status: 'success', data: { resultType: 'vector', result: [{ metric: {}, values }] } } };
}

/** A v5 answer that knows nothing. */
export const EMPTY: Answer = { json: { status: 'success', data: { resultType: 'vector', result: [] } } };
