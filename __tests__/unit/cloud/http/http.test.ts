/** One request and its answer on a real socket, to the letter: what goes out, what comes back, and what it is called. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { systemClock } from '../../../../src/clock.ts';
import { CloudError } from '../../../../src/cloud/errors.ts';
import { LIST_PAGE_BYTES } from '../../../../src/cloud/http/body.ts';
import type { ApiRequest, Http, HttpSettings } from '../../../../src/cloud/http/http.ts';
import { openHttp } from '../../../../src/cloud/http/http.ts';

const calm = new AbortController().signal;
const TOKEN = 'glsa-made-up';
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(endings.splice(0).map((end) => end()));
});

interface Heard {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server that answers each request so, and a sender that is connected to it. */
async function stage(
  answer: (response: ServerResponse) => void,
  settings: Partial<HttpSettings> & { readonly base?: string } = {},
): Promise<{ http: Http; heard: Heard[]; debugLines: string[]; port: number }> {
  const heard: Heard[] = [];
  const debugLines: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push({ line: `${request.method ?? ''} ${request.url ?? ''}`, headers: request.headers, body });
      answer(response);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const http = openHttp({
    apiUrl: new URL(`http://127.0.0.1:${port}${settings.base ?? ''}`),
    authorization: `Token ${TOKEN}`,
    redact: (text) => text.replaceAll(TOKEN, '***'),
    userAgent: 'the-agent',
    requestMs: 20_000,
    advice: { forbidden: 'Ask around.' },
    clock: systemClock,
    onRequest: ({ method, path }, outcome, tookMs) => {
      debugLines.push(`${method} ${path}: ${outcome}, ${tookMs >= 0 && tookMs < 20_000 ? 'timed' : tookMs}`);
    },
    ...settings,
  });
  endings.push(
    () =>
      new Promise((done) => {
        http.close();
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  );
  return { http, heard, debugLines, port };
}

const ENCODINGS: readonly (readonly [string, (body: Buffer) => Buffer])[] = [
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
];

const get = (path: string, more: Partial<ApiRequest> = {}): ApiRequest => ({ method: 'GET', path, ...more });
const json =
  (text: string, status = 200, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end(text);
  };
async function failure(call: Promise<unknown>): Promise<CloudError> {
  const error: unknown = await call.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof CloudError)) throw error;
  return error;
}

describe('a request', () => {
  it('goes out with its headers, and without a body where it has none', async () => {
    const { http, heard, debugLines } = await stage(json('{"a":1}'));
    expect(await http.send(get('/x/1?$select=id', { headers: { 'x-stack-id': '7' } }), calm)).toEqual({
      status: 200,
      json: { a: 1 },
      request: 'GET /x/1',
    });
    expect(heard[0]).toMatchObject({
      line: 'GET /x/1?$select=id',
      body: '',
      headers: {
        accept: 'application/json',
        authorization: `Token ${TOKEN}`,
        'user-agent': 'the-agent',
        'x-stack-id': '7',
      },
    });
    expect(heard[0]?.headers).not.toHaveProperty('content-type');
    expect(debugLines).toEqual(['GET /x/1?$select=id: 200, timed']);
  });

  it('has its body as JSON', async () => {
    const { http, heard } = await stage(json('', 204));
    expect(await http.send({ method: 'PATCH', path: '/x', body: { note: 'ä' } }, calm)).toEqual({
      status: 204,
      json: undefined,
      request: 'PATCH /x',
    });
    expect(heard[0]).toMatchObject({
      line: 'PATCH /x',
      body: '{"note":"ä"}',
      headers: { 'content-type': 'application/json' },
    });
  });

  it.each(['/gate', '/gate/', '/gate//'])('goes below the path %s of the base', async (base) => {
    const { http, heard } = await stage(json('{}'), { base });
    expect((await http.send(get('/x?a=b'), calm)).request).toBe('GET /gate/x');
    expect(heard[0]?.line).toBe('GET /gate/x?a=b');
  });

  it('uses one connection for many', async () => {
    const ports = new Set<number | undefined>();
    const { http } = await stage((response) => {
      ports.add(response.socket?.remotePort);
      json('{}')(response);
    });
    for (let turn = 0; turn < 3; turn++) await http.send(get('/x'), calm);
    expect(ports.size).toBe(1);
  });
});

describe('an answer', () => {
  it.each([
    ['nothing', '', undefined],
    ['spaces', ' \n ', undefined],
    ['null', 'null', null],
    ['signs of many bytes', '"ä€😀"', 'ä€😀'],
  ])('of %s is taken', async (_, text, value) => {
    const { http } = await stage(json(text, 299));
    expect(await http.send(get('/x'), calm)).toMatchObject({ status: 299, json: value });
  });

  it('keeps signs whole that arrive in parts', async () => {
    const bytes = Buffer.from('"😀"');
    const { http } = await stage((response) => {
      response.write(bytes.subarray(0, 3), () => {
        setImmediate(() => response.end(bytes.subarray(3)));
      });
    });
    expect((await http.send(get('/x'), calm)).json).toBe('😀');
  });

  it('that is no JSON is malformed', async () => {
    const { http, debugLines } = await stage(json('<p>'));
    const error = await failure(http.send(get('/x'), calm));
    expect(error).toMatchObject({
      code: 'malformed',
      status: 200,
      message: 'GET /x: HTTP 200 (HTML page instead of JSON).',
    });
    expect(error.cause).toBeInstanceOf(SyntaxError);
    expect(debugLines).toEqual(['GET /x: 200 (malformed), timed']);
  });

  it.each([
    [1024 * 1024, undefined],
    [1024 * 1024 + 1, 'too-large'],
  ])('of %i bytes is taken, or cut off past the bound', async (size, code) => {
    const { http } = await stage(json(`"${'x'.repeat(size - 2)}"`));
    const outcome = await http.send(get('/x'), calm).catch((error: unknown) => error);
    if (code === undefined) expect(outcome).toMatchObject({ status: 200 });
    else {
      expect(outcome).toMatchObject({
        code,
        message:
          'GET /x: the response is larger than 1 MiB. Check the run page, and report this as an issue of this action.',
      });
    }
  });

  it('of a list has a bound of its own', async () => {
    const { http } = await stage(json(`"${'x'.repeat(2 * 1024 * 1024)}"`));
    expect(await http.send(get('/x', { maxBytes: LIST_PAGE_BYTES }), calm)).toMatchObject({ status: 200 });
    expect(await failure(http.send(get('/x'), calm))).toMatchObject({ code: 'too-large' });
  });

  it('is asked for without compression, and decoded where it comes with it', async () => {
    for (const [encoding, encode] of ENCODINGS) {
      const { http, heard } = await stage((response) => {
        response.writeHead(200, { 'content-encoding': encoding }).end(encode(Buffer.from('{"a":"ä"}')));
      });
      expect((await http.send(get('/x'), calm)).json).toEqual({ a: 'ä' });
      expect(heard[0]?.headers['accept-encoding']).toBe('identity');
    }
  });

  it.each(ENCODINGS)('in %s is decoded within the bound', async (encoding, encode) => {
    const { http } = await stage((response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(encode(Buffer.alloc(200 * 1024 * 1024)));
    });
    const before = process.memoryUsage().rss;
    expect(await failure(http.send(get('/x'), calm))).toMatchObject({ code: 'too-large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  });

  it.each([
    ['gzip', Buffer.from('not gzip')],
    ['gzip', gzipSync('{"a":1}').subarray(0, 12)],
    ['compress', Buffer.from('{"a":1}')],
    ['constructor', Buffer.from('{"a":1}')],
  ])('in %s that cannot be decoded is malformed', async (encoding, body) => {
    const { http } = await stage((response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(body);
    });
    expect(await failure(http.send(get('/x'), calm))).toMatchObject({
      code: 'malformed',
      message: `GET /x: the response has the encoding "${encoding}" and cannot be decoded.`,
    });
  });

  it('with an encoding and no body is taken', async () => {
    const { http } = await stage(json('', 200, { 'content-encoding': 'gzip' }));
    expect((await http.send(get('/x'), calm)).json).toBeUndefined();
  });

  it.each([
    [199 + 101, 'redirected'],
    [404, 'not-found'],
  ])('with %i is a refusal', async (status, code) => {
    const { http, debugLines } = await stage(json('', status, { location: '/y' }));
    expect(await failure(http.send(get('/x'), calm))).toMatchObject({ code, status, retryAfterMs: undefined });
    expect(debugLines).toEqual([`GET /x: ${status} (${code}), timed`]);
  });

  it('that refuses has the remedy of the request, else of the API, else a common one', async () => {
    const { http } = await stage(json('', 403));
    expect((await failure(http.send(get('/x'), calm))).message).toBe('GET /x: 403. Ask around.');
    expect((await failure(http.send(get('/x', { advice: { forbidden: 'Ask her.' } }), calm))).message).toBe(
      'GET /x: 403. Ask her.',
    );
    const other = await stage(json('', 400));
    expect((await failure(other.http.send(get('/x'), calm))).message).toMatch(/^GET \/x: 400\. Check the inputs/u);
  });

  it('that refuses says how long to wait, and never repeats the token', async () => {
    const { http } = await stage(json(`{"error":{"message":"no ${TOKEN}, ${TOKEN}"}}`, 429, { 'retry-after': '7' }));
    const error = await failure(http.send(get('/x'), calm));
    expect(error).toMatchObject({ code: 'rate-limited', retryAfterMs: 7000, message: 'GET /x: 429, no ***, ***.' });
  });
});

describe('a refusal whose body cannot be read', () => {
  const large = 'x'.repeat(1024 * 1024 + 1);
  const cut = (status: number) => (response: ServerResponse) => {
    response.writeHead(status, { 'content-length': 100 }).write('{"error', () => response.socket?.destroy());
  };
  const stalled = (status: number) => (response: ServerResponse) => {
    response.writeHead(status, { 'content-length': 100 }).write('{"error');
  };

  it.each([
    ['too large', 503, json(`<html>${large}`, 503, { 'retry-after': '7' }), 'unavailable', 7000],
    ['too large', 429, json(large, 429, { 'retry-after': '7' }), 'rate-limited', 7000],
    ['too large', 422, json(large, 422), 'rejected', undefined],
    ['too large', 302, json(large, 302), 'redirected', undefined],
    ['not decodable', 401, json('{}', 401, { 'content-encoding': 'zstd' }), 'unauthorized', undefined],
    ['not decodable', 503, json('{}', 503, { 'content-encoding': 'gzip' }), 'unavailable', undefined],
    ['cut off', 401, cut(401), 'unauthorized', undefined],
    ['cut off', 403, cut(403), 'forbidden', undefined],
    ['cut off', 404, cut(404), 'not-found', undefined],
    ['cut off', 422, cut(422), 'rejected', undefined],
    ['cut off', 429, cut(429), 'rate-limited', undefined],
    ['stalled', 401, stalled(401), 'unauthorized', undefined],
    ['stalled', 429, stalled(429), 'rate-limited', undefined],
  ])('since it is %s has the meaning of its status %i', async (_, status, answer, code, retryAfter) => {
    const { http, debugLines } = await stage(answer, { requestMs: 500 });
    const error = await failure(http.send(get('/x'), calm));
    expect(error).toMatchObject({ code, status, retryAfterMs: retryAfter });
    expect(debugLines).toEqual([`GET /x: ${status} (${code}), timed`]);
  });

  it('since it is too large once decoded has the meaning of its status', async () => {
    const { http } = await stage((response) => {
      response.writeHead(500, { 'content-encoding': 'gzip' }).end(gzipSync(large));
    });
    expect(await failure(http.send(get('/x'), calm))).toMatchObject({ code: 'unavailable', status: 500 });
  });

  it.each([
    ['cut off', 503, cut(503), 'interrupted'],
    ['cut off', 408, cut(408), 'interrupted'],
    ['stalled', 503, stalled(503), 'late'],
  ])('since it is %s stays open with %i: the request may still be in progress', async (_, __, answer, code) => {
    const { http } = await stage(answer, { requestMs: 500 });
    expect(await failure(http.send(get('/x'), calm))).toMatchObject({ code, status: undefined });
  });

  it('ends with the reason of its signal', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const { http } = await stage((response) => {
      stalled(401)(response);
      setTimeout(() => {
        controller.abort(reason);
      }, 50);
    });
    await expect(http.send(get('/x'), controller.signal)).rejects.toBe(reason);
  });
});

describe('a request that is not answered', () => {
  it('is late after its bound', async () => {
    const { http, debugLines } = await stage(() => undefined, { requestMs: 120 });
    const error = await failure(http.send(get('/x'), calm));
    expect(error).toMatchObject({ code: 'late', message: 'GET /x: no complete response within 0.12 s.' });
    expect(debugLines).toEqual(['GET /x: no answer (late), timed']);
  });

  it('has the longer of its own time limit and the setting', async () => {
    const { http } = await stage(() => undefined, { requestMs: 60 });
    expect((await failure(http.send({ ...get('/x'), timeoutMs: 120 }, calm))).message).toContain('within 0.12 s');
    expect((await failure(http.send({ ...get('/x'), timeoutMs: 20 }, calm))).message).toContain('within 0.06 s');
  });

  it('is late where its body never ends', async () => {
    const { http, debugLines } = await stage((response) => response.writeHead(200).write('{"a":'), { requestMs: 120 });
    expect(await failure(http.send(get('/x'), calm))).toMatchObject({ code: 'late' });
    expect(debugLines).toEqual(['GET /x: 200 (late), timed']);
  });

  it('ends with the reason of its signal, and leaves a debug line', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const { http, debugLines } = await stage(() => {
      controller.abort(reason);
    });
    await expect(http.send(get('/x'), controller.signal)).rejects.toBe(reason);
    expect(debugLines).toEqual(['GET /x: no answer, timed']);
  });

  it('was interrupted where the connection was cut in the middle of the response', async () => {
    const { http } = await stage((response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{"a":', () => response.socket?.destroy());
    });
    expect(await failure(http.send(get('/x'), calm))).toMatchObject({
      code: 'interrupted',
      message: 'GET /x: the connection was cut in the middle of the response.',
    });
  });

  it('was interrupted where the connection broke', async () => {
    const { http } = await stage((response) => response.socket?.destroy());
    const error = await failure(http.send(get('/x'), calm));
    expect(error.code).toBe('interrupted');
    expect(error.message).toMatch(/^GET \/x: \S.*\.$/u);
    expect(error.cause).toHaveProperty('message');
  });

  it.each([
    [
      'https, where the server speaks http',
      (port: number) => `https://127.0.0.1:${port}`,
      'misconfigured',
      /^GET \/x: no TLS connection to the server \(wrong version number\)\. Check `api-url`/u,
    ],
    // Asked for with its brackets, an address would be looked up as a name.
    ['http, to an IPv6 address where nobody listens', () => 'http://[::1]:1', 'unreachable', /^GET \/x: connect E/u],
  ])('by %s', async (_, address, code, words) => {
    const { port } = await stage(json('{}'));
    const { http } = await stage(json('{}'), { apiUrl: new URL(address(port)) });
    expect(await failure(http.send(get('/x'), calm))).toMatchObject({ code, message: expect.stringMatching(words) });
  });

  it.each(['10.0.0.1:99999', '1user:p%zz@proxy:1'])('was not sent where the proxy is %j', async (proxy) => {
    const before = process.env['https_proxy'];
    process.env['https_proxy'] = proxy;
    try {
      const { http } = await stage(json('{}'), { apiUrl: new URL('https://k6.example.test') });
      const error = await failure(http.send(get('/x'), calm));
      expect(error.code).toBe('misconfigured');
      expect(error.message).toMatch(/^GET \/x: the address of the proxy is not valid\. Check `HTTPS_PROXY`/u);
    } finally {
      if (before === undefined) delete process.env['https_proxy'];
      else process.env['https_proxy'] = before;
    }
  });

  it('was not sent where the server closes before TLS is agreed on', async () => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => undefined).once('data', () => socket.end());
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    const { http } = await stage(json('{}'), { apiUrl: new URL(`https://127.0.0.1:${port}`) });
    expect(await failure(http.send(get('/x'), calm))).toMatchObject({ code: 'unreachable' });
    server.close();
  });

  it('did not reach anybody where nobody listens', async () => {
    const { http, port } = await stage(json('{}'));
    await http.send(get('/x'), calm);
    await endings.splice(0)[0]?.();
    const again = openHttp({
      apiUrl: new URL(`http://127.0.0.1:${port}`),
      authorization: `Token ${TOKEN}`,
      redact: (text) => text,
      userAgent: 'x',
      requestMs: 20_000,
      advice: {},
      clock: systemClock,
      onRequest: () => undefined,
    });
    const error = await failure(again.send(get('/x'), calm));
    expect(error.code).toBe('unreachable');
    expect(error.message).toMatch(/^GET \/x: .*ECONNREFUSED.*\d\.$/u);
    again.close();
  });
});

describe('the clock of the service', () => {
  const nowMs = Date.UTC(2026, 10, 25, 10, 0, 0);
  const http = (ms: number): string => new Date(ms).toUTCString();

  it.each([
    ['an hour behind ours', http(nowMs - 3_600_000), http(nowMs - 3_600_000 + 20_000), 20_000],
    ['an hour before ours', http(nowMs + 3_600_000), http(nowMs + 3_600_000 + 20_000), 20_000],
    ['an hour before ours, a date that is past there', http(nowMs + 3_600_000), http(nowMs + 60_000), undefined],
    ['unknown', 'today', http(nowMs + 20_000), 20_000],
  ])('counts for a date in `Retry-After`: %s', async (_, date, retryAfter, ms) => {
    const { http: sender } = await stage(json('', 503, { date, 'retry-after': retryAfter }), {
      clock: { ...systemClock, now: () => nowMs },
    });
    expect(await failure(sender.send(get('/x'), calm))).toMatchObject({ status: 503, retryAfterMs: ms });
  });

  it('is read off the `Date` of each response, also of a refusal, and is unknown before', async () => {
    let nowMs = 5_000_000;
    const clock = { ...systemClock, now: () => nowMs };
    const { http } = await stage(
      (response) => {
        response.setHeader('date', new Date(Date.UTC(2026, 10, 25)).toUTCString());
        response.writeHead(403).end('{}');
      },
      { clock },
    );
    expect(http.serverNowMs()).toBeUndefined();
    await http.send({ method: 'GET', path: '/x' }, calm).catch(() => undefined);
    nowMs += 1500;
    expect(http.serverNowMs()).toBe(Date.UTC(2026, 10, 25) + 1500);
  });

  it('stays unknown where the date is none', async () => {
    const { http } = await stage((response) => {
      response.setHeader('date', 'today');
      response.end('{}');
    });
    await http.send({ method: 'GET', path: '/x' }, calm);
    expect(http.serverNowMs()).toBeUndefined();
  });
});
