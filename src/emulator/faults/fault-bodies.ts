/** Bodies of faults: errors in the shape of either API, and unknown fields. */
import type { ApiReply } from '../routing.ts';
import { page } from '../routing.ts';
import type { ErrorBody, Fault } from './faults.ts';

/** The reply of a `status` fault. */
export function errorReply(
  fault: Extract<Fault, { kind: 'status' }>,
  { path, nowMs }: { readonly path: string; readonly nowMs: number },
): ApiReply {
  const {
    status,
    body = path.startsWith('/cloud/') ? 'v6' : 'v2',
    message = 'The emulator was told to fail here.',
    retryAfter,
  } = fault;
  const reply = shaped(status, body, message);
  if (retryAfter === undefined) return reply;
  const after = typeof retryAfter === 'number' ? String(retryAfter) : httpDate(nowMs + retryAfter.inMs);
  return { ...reply, headers: { ...reply.headers, 'retry-after': after } };
}

function shaped(status: number, body: ErrorBody, message: string): ApiReply {
  if (body === 'html') return page(status);
  if (body === 'empty') return { status, body: '' };
  if (body === 'v2') return { status, json: { error: { message, code: 0 } } };
  if (body === 'v6') return { status, json: { error: { message, code: 'error', target: null, details: null } } };
  if ('text' in body) return { status, headers: { 'content-type': 'text/plain' }, body: body.text };
  return { status, json: body.json };
}

/** An HTTP date has whole seconds: rounded up, so that it is never too early. */
function httpDate(epochMs: number): string {
  return new Date(Math.ceil(epochMs / 1000) * 1000).toUTCString();
}

/** Adds a field to every object in it. */
export function extraFields(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(extraFields);
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).map(([name, value]) => [name, extraFields(value)] as const);
  return { ...Object.fromEntries(entries), field_of_the_future: { of: ['no', 'known', 'type', 1, null] } };
}
