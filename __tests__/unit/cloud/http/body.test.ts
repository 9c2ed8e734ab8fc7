/** The body of a response: each encoding, in any spelling, and the bound on what came and on what it decodes to. */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { IncomingBody } from '../../../../src/cloud/http/body.ts';
import { bodyOf, RESPONSE_BYTES } from '../../../../src/cloud/http/body.ts';

const TEXT = '{"a":"é"}';
const LIMITS = { request: 'GET /x', maxBytes: RESPONSE_BYTES };

interface Sent extends IncomingBody {
  destroyed: number;
}

function sent(encoding: string | undefined, ...chunks: readonly (Buffer | string)[]): Sent {
  const message: Sent = {
    destroyed: 0,
    headers: encoding === undefined ? {} : { 'content-encoding': encoding },
    destroy: () => (message.destroyed += 1),
    async *[Symbol.asyncIterator]() {
      for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk as Buffer));
    },
  };
  return message;
}

describe('a body', () => {
  it.each([
    [undefined, TEXT],
    ['', TEXT],
    ['identity', TEXT],
    [' Identity ', TEXT],
    ['gzip', gzipSync(TEXT)],
    ['x-gzip', gzipSync(TEXT)],
    [' GZIP ', gzipSync(TEXT)],
    ['deflate', deflateSync(TEXT)],
    ['deflate', deflateRawSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
  ])('with the encoding %j is read (row %#)', async (encoding, body) => {
    expect(await bodyOf(sent(encoding, body), LIMITS)).toBe(TEXT);
  });

  it('in pieces is one text, also where a piece ends in a character', async () => {
    const bytes = Buffer.from(TEXT);
    expect(await bodyOf(sent(undefined, bytes.subarray(0, 7), bytes.subarray(7)), LIMITS)).toBe(TEXT);
  });

  it.each(['gzip', 'br', 'zstd'])('that is empty is empty, whatever %s says', async (encoding) => {
    expect(await bodyOf(sent(encoding), LIMITS)).toBe('');
  });

  it.each(['zstd', 'gzip, br', 'gzip-x-gzip', 'constructor', 'x'.repeat(100)])(
    'with the encoding %s cannot be decoded, and says so',
    async (encoding) => {
      const failing = bodyOf(sent(encoding, TEXT), LIMITS);
      await expect(failing).rejects.toMatchObject({ code: 'malformed' });
      await expect(failing).rejects.toThrow(
        `GET /x: the response has the encoding "${encoding.slice(0, 40)}" and cannot be decoded`,
      );
    },
  );

  it('that is not what its encoding says cannot be decoded', async () => {
    const failing = bodyOf(sent('gzip', TEXT), LIMITS);
    await expect(failing).rejects.toMatchObject({ code: 'malformed', cause: { code: 'Z_DATA_ERROR' } });
  });

  it('is read up to the bound, and the connection is ended past it', async () => {
    const limits = { ...LIMITS, maxBytes: 8 };
    expect(await bodyOf(sent(undefined, '1234', '5678'), limits)).toBe('12345678');
    const large = sent(undefined, '1234', '56789', 'never read');
    await expect(bodyOf(large, limits)).rejects.toMatchObject({ code: 'too-large' });
    expect(large.destroyed).toBe(1);
  });

  it('is bounded in what it decodes to as well', async () => {
    const failing = bodyOf(sent('gzip', gzipSync('x'.repeat(RESPONSE_BYTES + 1))), LIMITS);
    await expect(failing).rejects.toMatchObject({ code: 'too-large' });
    await expect(failing).rejects.toThrow('the response is larger than 1 MiB');
    expect(await bodyOf(sent('gzip', gzipSync('x'.repeat(RESPONSE_BYTES))), LIMITS)).toHaveLength(RESPONSE_BYTES);
  });
});
