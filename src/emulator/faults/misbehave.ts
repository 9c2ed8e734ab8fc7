/** How an answer, or a fault in its place, goes onto the socket. */
import type { ServerResponse } from 'node:http';
import type { ApiReply } from '../routing.ts';
import type { Fault } from './faults.ts';
import { errorReply, extraFields } from './fault-bodies.ts';
import type { LoggedResponse } from '../machine/request-log.ts';

/** One request that waits for its answer. */
export interface Exchange {
  readonly path: string;
  /** Lets the machine act on it; to be called once at most. */
  readonly act: () => ApiReply;
  readonly response: ServerResponse;
  readonly note: (answered: LoggedResponse) => void;
  /** Does work after `ms`, unless the server is closed before. */
  readonly later: (ms: number, work: () => void) => void;
  /** Epoch ms by the machine's clock. */
  readonly nowMs: number;
}

const ENDLESS_BYTES = 64 * 1024 * 1024;
const ENDLESS_PIECE = ' '.repeat(64 * 1024);

/** Acts and answers. */
export function behave(at: Exchange): void {
  send(at, at.act());
}

/** Reports an error of a scenario, a hook or a patch as a 500 and in the log. The process goes on. */
export function guarded(at: Exchange, work: () => void): void {
  try {
    work();
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const body = `The emulator itself failed: ${said}`;
    if (at.response.headersSent) at.response.destroy();
    else send(at, { status: 500, headers: { 'content-type': 'text/plain' }, body });
    at.note({ answer: '500 emulator failed' });
  }
}

/** Does what the fault says. */
export function misbehave(fault: Fault, at: Exchange): void {
  const { act, response, note } = at;
  switch (fault.kind) {
    case 'status':
      if (fault.acted === true) act();
      send(at, errorReply(fault, at));
      return;
    case 'reset':
    case 'silence':
      if (fault.acted) act();
      note({ answer: fault.kind });
      if (fault.kind === 'reset') response.socket?.resetAndDestroy();
      return;
    case 'truncated':
    case 'stalled':
      half(at, act(), fault.kind);
      return;
    case 'slow':
      slowly(at, act(), fault.bytes ?? 16, fault.everyMs ?? 10);
      return;
    case 'endless':
      act();
      endlessly(at, fault.maxBytes ?? ENDLESS_BYTES);
      return;
    case 'redirect':
      send(at, { status: fault.status ?? 302, headers: { location: fault.to }, body: '' });
      return;
    case 'text':
      act();
      send(at, { status: 200, headers: { 'content-type': fault.contentType ?? 'text/plain' }, body: fault.text });
      return;
    case 'patch':
      send(at, changed(act(), fault.patch));
      return;
    case 'extra-fields':
      send(at, changed(act(), extraFields));
      return;
    case 'delay':
      late(at, fault.ms, fault.acts === 'at-once');
  }
}

function late(at: Exchange, ms: number, actsAtOnce: boolean): void {
  const early = actsAtOnce ? at.act() : undefined;
  at.later(ms, () => {
    guarded(at, () => {
      send(at, early ?? at.act());
    });
  });
}

function send({ response, note }: Exchange, reply: ApiReply): void {
  note({ answer: String(reply.status) });
  const body = bodyOf(reply);
  response.writeHead(reply.status, headersOf(reply, body));
  response.end(body);
}

function bodyOf({ json, body }: ApiReply): Buffer {
  return Buffer.from(body ?? (json === undefined ? '' : JSON.stringify(json)));
}

function headersOf({ status, headers, json }: ApiReply, body: Buffer): Record<string, string | number> {
  return {
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
    ...(status === 204 ? {} : { 'content-length': body.length }),
  };
}

function changed(reply: ApiReply, change: (json: unknown) => unknown): ApiReply {
  if (reply.json === undefined) return reply;
  const json: unknown = JSON.parse(JSON.stringify(reply.json));
  return { ...reply, json: change(json) };
}

/** The half of a body that was announced whole; then the end of the connection, or nothing any more. */
function half({ response, note }: Exchange, reply: ApiReply, kind: 'truncated' | 'stalled'): void {
  note({ answer: `${reply.status} ${kind}` });
  const body = bodyOf(reply);
  response.writeHead(reply.status, headersOf(reply, body));
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => {
    if (kind === 'truncated') response.socket?.destroySoon();
  });
}

function slowly({ response, note, later }: Exchange, reply: ApiReply, bytes: number, everyMs: number): void {
  note({ answer: `${reply.status} slow` });
  const body = bodyOf(reply);
  response.writeHead(reply.status, headersOf(reply, body));
  const piece = (from: number): void => {
    if (response.destroyed) return;
    if (from >= body.length) {
      response.end();
      return;
    }
    response.write(body.subarray(from, from + bytes));
    later(everyMs, () => {
      piece(from + bytes);
    });
  };
  piece(0);
}

/** White space is good JSON so far, so that no parser may give up before the bound of the client does. */
function endlessly({ response, note }: Exchange, maxBytes: number): void {
  note({ answer: '200 endless' });
  response.writeHead(200, { 'content-type': 'application/json' });
  let sent = 0;
  const more = (): void => {
    while (sent < maxBytes && !response.destroyed) {
      sent += ENDLESS_PIECE.length;
      if (!response.write(ENDLESS_PIECE)) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
}
