/** Reads the body of a response within a bound in bytes, the compressed form and the decoded one alike. */
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { CloudError } from '../errors.ts';

/** The bound for a response about one thing. */
export const RESPONSE_BYTES = 1024 * 1024;
/** The bound for a page of a list; past it a smaller page is requested. */
export const LIST_PAGE_BYTES = 3 * RESPONSE_BYTES;

/** Which response is read, and how much of it. */
export interface BodyLimits {
  /** The request as it appears in messages. */
  readonly request: string;
  readonly maxBytes: number;
}

/** A response whose headers are there; what is used of an `IncomingMessage`. */
export interface IncomingBody extends AsyncIterable<unknown> {
  readonly headers: { readonly 'content-encoding'?: string | undefined };
  readonly destroy: () => unknown;
}

/**
 * The body as text.
 * @throws CloudError `too-large` past the bound, `malformed` where it cannot be decoded
 */
export async function bodyOf(message: IncomingBody, limits: BodyLimits): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limits.maxBytes) {
      message.destroy();
      throw tooLarge(limits);
    }
    chunks.push(chunk);
  }
  const body = await decoded(Buffer.concat(chunks), message.headers['content-encoding'], limits);
  return body.toString('utf8');
}

/**
 * The body of an answer with this status. The status of a refusal decides without its words: where they are too many or
 * cannot be decoded, the body counts as empty. So it does where it never comes whole and the status says that nothing
 * was done; after a 5xx, or one that a gateway sends like it, the request may still be in progress.
 * @param signal ends the reading for good, whatever the status
 * @throws CloudError, or what the connection throws
 */
export async function bodyFor(
  status: number,
  message: IncomingBody,
  limits: BodyLimits,
  signal: AbortSignal,
): Promise<string> {
  try {
    return await bodyOf(message, limits);
  } catch (error) {
    const isRefusal = status >= 300 && status <= 499 && status !== 408;
    const isUnreadable = error instanceof CloudError && (status < 200 || status > 299);
    if (signal.aborted || !(isRefusal || isUnreadable)) throw error;
    return '';
  }
}

type Decoder = (body: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

const inflate = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflate);
const inflateRaw = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflateRaw);

/** Encodings that a gateway uses although none was asked for. Each works outside of the main thread. */
const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip),
  // Some servers leave the header of zlib out. Source: RFC 9110, 8.4.1.2.
  deflate: (body, options) => (((body[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(body, options),
  br: promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress),
};

async function decoded(body: Buffer, encoding: string | undefined, limits: BodyLimits): Promise<Buffer> {
  const name = (encoding ?? '').trim().toLowerCase().replace(/^x-/u, '');
  if (name === '' || name === 'identity' || body.length === 0) return body;
  const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
  if (decoder === undefined) throw undecodable(limits, name);
  try {
    return await decoder(body, { maxOutputLength: limits.maxBytes });
  } catch (cause) {
    throw isPastLimit(cause) ? tooLarge(limits) : undecodable(limits, name, cause);
  }
}

/** By shape, not by class: an error of Node's own may be of another realm than this file. */
function isPastLimit(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
}

function undecodable({ request }: BodyLimits, encoding: string, cause?: unknown): CloudError {
  const response = `the response has the encoding ${JSON.stringify(encoding.slice(0, 40))} and cannot be decoded`;
  return new CloudError('malformed', { request, response, cause });
}

function tooLarge({ request, maxBytes }: BodyLimits): CloudError {
  return new CloudError('too-large', {
    request,
    response: `the response is larger than ${maxBytes / RESPONSE_BYTES} MiB`,
    advice: 'Check the run page, and report this as an issue of this action.',
  });
}
