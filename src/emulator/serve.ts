/** The emulator on a socket of this machine. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { ApiRequest } from './routing.ts';
import type { Emulator } from './emulator.ts';
import type { Exchange } from './faults/misbehave.ts';
import { behave, guarded, misbehave } from './faults/misbehave.ts';
import { maskedAuthorization } from './machine/request-log.ts';

/** A server under way. */
export interface Served {
  /** `http://127.0.0.1:40123`, no slash at the end. */
  readonly url: string;
  /** Ends the server, every open socket and every late answer, at once. */
  readonly close: () => Promise<void>;
}

/** A request body past this is cut off; no route reads one of any size. */
const MOST_BODY_CHARACTERS = 1024 * 1024;

/** Port 0 takes a free one. */
export function serve(
  emulator: Emulator,
  { host = '127.0.0.1', port = 0 }: { readonly host?: string; readonly port?: number } = {},
): Promise<Served> {
  const sockets = new Map<Socket, number>();
  const timers = new Set<NodeJS.Timeout>();
  let connections = 0;
  const later: Exchange['later'] = (ms, work) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };
  const server = createServer((message, response) => {
    void whole(message).then((body) => {
      exchange(emulator, message, response, { body, connection: sockets.get(message.socket) ?? 0, later });
    });
  });
  server.keepAliveTimeout = 0; // a client that polls rarely keeps its connection
  server.on('connection', (socket) => {
    sockets.set(socket, ++connections);
    socket.on('error', () => undefined); // a client can leave at any time
    socket.on('close', () => sockets.delete(socket));
  });
  const close = (): Promise<void> =>
    new Promise((done) => {
      for (const timer of timers) clearTimeout(timer);
      server.close(() => {
        done();
      });
      for (const socket of sockets.keys()) socket.destroy();
    });
  return new Promise((ready, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      ready({ url: urlOf(server.address()), close });
    });
  });
}

function urlOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

async function whole(message: IncomingMessage): Promise<string> {
  let text = '';
  try {
    message.setEncoding('utf8');
    for await (const piece of message as AsyncIterable<string>) {
      if (text.length < MOST_BODY_CHARACTERS) text += piece;
    }
  } catch {
    // The client went away in the middle: nothing is acted on, but what came is worth a line in the log.
  }
  return text;
}

function exchange(
  emulator: Emulator,
  message: IncomingMessage,
  response: ServerResponse,
  {
    body,
    connection,
    later,
  }: { readonly body: string; readonly connection: number; readonly later: Exchange['later'] },
): void {
  const { cloud, faults } = emulator;
  response.setHeader('date', new Date(cloud.now()).toUTCString()); // the clock of its stamps
  const target = message.url ?? '/';
  const [path = '/', search = ''] = target.split(/\?(.*)/su);
  const headers = headersOf(message);
  const request: ApiRequest = {
    method: message.method ?? 'GET',
    path,
    query: new URLSearchParams(search),
    headers,
    body,
  };
  const note = logged(emulator, request, connection);
  if (!message.complete) {
    note({ answer: 'request cut off' });
    return;
  }
  const act: Exchange['act'] = () => {
    const { testId, runId, ...reply } = emulator.reply(request);
    note({ acted: true, testId, runId });
    return reply;
  };
  const at: Exchange = { path, act, response, note, later, nowMs: cloud.now() };
  const fault = faults.take(request.method, target);
  guarded(at, () => {
    if (fault === undefined) behave(at);
    else misbehave(fault, at);
  });
}

/** Adds the request to the log, its token replaced by whether it is right. */
function logged({ cloud }: Emulator, request: ApiRequest, connection: number): Exchange['note'] {
  const { method, path, query, headers, body } = request;
  const { authorization } = headers;
  const masked =
    authorization === undefined
      ? headers
      : { ...headers, authorization: maskedAuthorization(authorization, cloud.account.token) };
  return cloud.log.add({ atMs: cloud.now(), method, path, query: [...query], headers: masked, body, connection });
}

function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}
