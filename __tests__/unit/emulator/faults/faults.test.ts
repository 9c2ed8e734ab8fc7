/** Every fault over a real socket, and what the machine did in each. */
import { describe, expect, it } from '@jest/globals';
import http from 'node:http';
import type { Fault } from '../../../../src/emulator/faults/faults.ts';
import { createFaults } from '../../../../src/emulator/faults/faults.ts';
import type { Client } from '../client.ts';
import { dig, served } from '../client.ts';

const START = '/loadtests/v2/tests/1200001/start-testrun';
const TEST = '/loadtests/v2/tests/1200001';

/** How a request with this fault went: the status and body, or what was thrown. A client of a silent server gives up. */
async function hit({ ask, emulator }: Client, fault: Fault, path = TEST, method = 'GET'): Promise<string> {
  emulator.faults.add({ fault });
  const { log } = emulator.cloud;
  const before = log.requests().length;
  const controller = new AbortController();
  const answer = ask(path, { method, signal: controller.signal }).then(
    ({ status, text }) => `${status} ${text}`,
    (error: unknown) => `${String(error)} ${String(dig(error, ['cause']))}`,
  );
  if (fault.kind === 'silence' || fault.kind === 'delay') {
    await until(() => log.requests().length > before);
    controller.abort();
  }
  return answer;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((soon) => setTimeout(soon, 2));
}

describe('a fault', () => {
  it.each<[Fault, RegExp, number]>([
    [{ kind: 'status', status: 500, acted: true }, /^500 \{"error":\{"message":".+","code":0\}\}$/u, 1],
    [{ kind: 'status', status: 503, body: 'html' }, /^503 <!doctype html>/u, 0],
    [{ kind: 'status', status: 502, body: 'empty' }, /^502 $/u, 0],
    [{ kind: 'status', status: 500, body: 'v6', message: 'Oops' }, /"message":"Oops","code":"error"/u, 0],
    [{ kind: 'status', status: 418, body: { text: 'tea' } }, /^418 tea$/u, 0],
    [{ kind: 'status', status: 400, body: { json: [1] } }, /^400 \[1\]$/u, 0],
    [{ kind: 'reset', acted: false }, /fetch failed .*ECONNRESET/u, 0],
    [{ kind: 'reset', acted: true }, /fetch failed .*ECONNRESET/u, 1],
    [{ kind: 'silence', acted: false }, /AbortError/u, 0],
    [{ kind: 'silence', acted: true }, /AbortError/u, 1],
    [{ kind: 'truncated' }, /terminated|other side closed/u, 1],
    [{ kind: 'text', text: 'all is well' }, /^200 all is well$/u, 1],
    [{ kind: 'patch', patch: () => ({ odd: true }) }, /^200 \{"odd":true\}$/u, 1],
    [{ kind: 'extra-fields' }, /^200 \{"k6-run":\{.*"field_of_the_future".*\},"field_of_the_future"/u, 1],
    [{ kind: 'redirect', to: 'http://elsewhere.test/x' }, /^302 $/u, 0],
  ])('%j', async (fault, expected, runs) => {
    await served({ tests: [{}] }, async (client) => {
      expect(await hit(client, fault, START, 'POST')).toMatch(expected);
      expect(client.emulator.cloud.runs()).toHaveLength(runs);
      expect(client.emulator.cloud.log.requests().at(-1)?.acted).toBe(runs === 1);
      expect((await client.ask(TEST)).status).toBe(200);
    });
  });

  it('can send a body slowly, and whole', async () => {
    await served({ tests: [{}] }, async (client) => {
      client.emulator.faults.add({ fault: { kind: 'slow', bytes: 7, everyMs: 1 } });
      expect((await client.ask(TEST)).at('k6-test', 'id')).toBe(1_200_001);
    });
  });

  it('can send a body without end, up to a bound', async () => {
    await served({ tests: [{}] }, async (client) => {
      client.emulator.faults.add({ fault: { kind: 'endless', maxBytes: 3_000_000 } });
      const { text } = await client.ask(TEST);
      expect(text.length).toBeGreaterThanOrEqual(3_000_000);
      expect(text.length).toBeLessThan(3_100_000);
    });
  });

  it('announces the whole length of a body that it cuts', async () => {
    await served({ tests: [{}] }, async ({ url, emulator }) => {
      emulator.faults.add({ fault: { kind: 'truncated' } });
      const { announced, came } = await new Promise<{ announced: number; came: number }>((done, fail) => {
        const headers = { authorization: 'token emulated-token' };
        http
          .get(`${url}${TEST}`, { headers }, (message) => {
            let came = 0;
            message.on('data', (piece: Buffer) => (came += piece.length));
            message.on('error', () => undefined);
            message.on('close', () => {
              done({ announced: Number(message.headers['content-length']), came });
            });
          })
          .on('error', fail);
      });
      expect(came).toBe(Math.floor(announced / 2));
    });
  });

  it('says when to come back, in seconds or as a date', async () => {
    await served({ tests: [{}], now: () => 1_000_000_000_000 }, async ({ ask, emulator }) => {
      emulator.faults.add(
        { fault: { kind: 'status', status: 429, retryAfter: 7 } },
        { fault: { kind: 'status', status: 429, retryAfter: { inMs: 1500 } } },
      );
      expect((await ask(TEST)).headers.get('retry-after')).toBe('7');
      expect((await ask(TEST)).headers.get('retry-after')).toBe('Sun, 09 Sep 2001 01:46:42 GMT');
    });
  });

  it('can send half a body and then nothing', async () => {
    await served({ tests: [{}] }, async ({ url, emulator }) => {
      emulator.faults.add({ fault: { kind: 'stalled' } });
      const controller = new AbortController();
      const headers = { authorization: 'token emulated-token' };
      const answer = await fetch(`${url}${TEST}`, { headers, signal: controller.signal });
      const reader = answer.body?.getReader();
      const piece = await reader?.read();
      expect(dig(piece, ['value', 'length'])).toBe(Math.floor(Number(answer.headers.get('content-length')) / 2));
      const more = reader?.read().then(
        () => 'more',
        () => 'nothing',
      );
      controller.abort();
      expect(await more).toBe('nothing');
    });
  });

  it('can answer late; the machine acts then, though the client has gone', async () => {
    await served({ tests: [{}] }, async (client) => {
      const { cloud } = client.emulator;
      expect(await hit(client, { kind: 'delay', ms: 1000 }, START, 'POST')).toContain('AbortError');
      expect(cloud.runs()).toHaveLength(0);
      await until(() => cloud.runs().length > 0);
      expect(cloud.log.lines()).toEqual([`POST ${START} -> 200`]);
      await hit(client, { kind: 'delay', ms: 3_600_000, acts: 'at-once' }, START, 'POST');
      expect(cloud.runs()).toHaveLength(2);
    });
  });
});

describe('rules', () => {
  const status = (code: number): Fault => ({ kind: 'status', status: code });

  it('hit what they are for, after as many as they skip, as often as they say, the first one first', () => {
    const faults = createFaults([
      { on: { method: 'POST', path: 'start-testrun' }, skip: 1, times: 2, fault: status(500) },
      { on: { path: /runs\/\d+\?.*select/gu }, times: Infinity, fault: status(502) },
      { on: { method: 'POST' }, fault: status(503) },
    ]);
    const take = (method: string, target: string): number | undefined => {
      const fault = faults.take(method, target);
      return fault?.kind === 'status' ? fault.status : undefined;
    };
    expect([1, 2, 3, 4].map(() => take('POST', START))).toEqual([503, 500, 500, undefined]);
    expect([1, 2, 3].map(() => take('GET', '/runs/7?$select=id'))).toEqual([502, 502, 502]);
    expect(take('GET', START)).toBeUndefined();
    faults.add({ fault: status(504) });
    expect([take('GET', '/x'), take('GET', '/x')]).toEqual([504, undefined]);
    faults.clear();
    expect(take('GET', '/runs/7?$select=id')).toBeUndefined();
  });
});
