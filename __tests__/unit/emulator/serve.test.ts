/** The server: its log, its connections, and its end. */
import { describe, expect, it } from '@jest/globals';
import http from 'node:http';
import net from 'node:net';
import { once } from 'node:events';
import { createEmulator } from '../../../src/emulator/emulator.ts';
import { serve } from '../../../src/emulator/serve.ts';
import { served } from './client.ts';

const TEST = '/loadtests/v2/tests/1200001';

describe('the log', () => {
  it('tells each request, and the token never', async () => {
    await served({ tests: [{}], now: () => 42 }, async ({ ask, emulator }) => {
      await ask(`${TEST}/start-testrun`, { method: 'POST', body: '{"a":1}', headers: { 'X-Odd': 'yes' } });
      await ask('/loadtests/v2/runs/7650001?$select=id,run_status,processing_status', {
        headers: { authorization: 'token wrong-one' },
      });
      await ask('/nowhere?a=1&a=2');
      const { log } = emulator.cloud;
      expect(log.lines()).toEqual([
        'POST /loadtests/v2/tests/1200001/start-testrun -> 200',
        'GET /loadtests/v2/runs/7650001?$select=… -> 401',
        'GET /nowhere?a=1&a=2 -> 404',
      ]);
      const [start, read, nowhere] = log.requests();
      expect(start).toMatchObject({
        atMs: 42,
        body: '{"a":1}',
        acted: true,
        testId: 1_200_001,
        runId: 7_650_001,
        headers: { authorization: 'Bearer (right)', 'x-odd': 'yes' },
      });
      expect(read?.headers['authorization']).toBe('token (wrong)');
      expect(nowhere?.query).toEqual([
        ['a', '1'],
        ['a', '2'],
      ]);
      expect(JSON.stringify(log.requests())).not.toMatch(/emulated-token|wrong-one/u);
      log.clear();
      expect(log.requests()).toEqual([]);
    });
  });

  it('can be bounded', async () => {
    await served({ tests: [{}], keepRequests: 2 }, async ({ ask, emulator }) => {
      for (const query of ['?n=1', '?n=2', '?n=3']) await ask(`${TEST}${query}`);
      expect(emulator.cloud.log.lines()).toEqual([`GET ${TEST}?n=2 -> 200`, `GET ${TEST}?n=3 -> 200`]);
    });
  });

  it('counts connections', async () => {
    await served({ tests: [{}] }, async ({ url, emulator }) => {
      const get = (agent: http.Agent): Promise<void> =>
        new Promise((done, fail) => {
          http
            .get(`${url}${TEST}`, { agent }, (message) => {
              message.resume().on('end', done);
            })
            .on('error', fail);
        });
      const kept = new http.Agent({ keepAlive: true, maxSockets: 1 });
      const fresh = new http.Agent({ keepAlive: false });
      for (const agent of [kept, kept, fresh, fresh, kept]) await get(agent);
      kept.destroy();
      expect(emulator.cloud.log.requests().map(({ connection }) => connection)).toEqual([1, 1, 2, 3, 1]);
    });
  });
});

describe('the server', () => {
  it('ends open sockets, silent answers and late ones at once', async () => {
    const emulator = createEmulator({
      tests: [{}],
      faults: [
        { fault: { kind: 'silence', acted: false } },
        { fault: { kind: 'stalled' } },
        { fault: { kind: 'delay', ms: 3_600_000 } },
      ],
    });
    const { url, close } = await serve(emulator);
    const waiting = [1, 2, 3].map(() =>
      fetch(`${url}${TEST}`, { headers: { authorization: 'token emulated-token' } })
        .then((answer) => answer.text())
        .then(
          () => 'whole',
          () => 'cut',
        ),
    );
    const idle = net.connect(Number(new URL(url).port), '127.0.0.1');
    await once(idle, 'connect');
    while (emulator.cloud.log.requests().length < 3) await new Promise(setImmediate);
    await close();
    expect(await Promise.all(waiting)).toEqual(['cut', 'cut', 'cut']);
    if (!idle.closed) await once(idle, 'close');
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('outlives clients that leave in the middle of their request, or of its answer', async () => {
    await served({ tests: [{}] }, async ({ ask, emulator, url }) => {
      const { log } = emulator.cloud;
      const head = 'Host: x\r\nAuthorization: token emulated-token\r\n';
      const enter = (text: string): net.Socket => {
        const socket = net.connect(Number(new URL(url).port), '127.0.0.1');
        socket.on('error', () => undefined);
        socket.write(text);
        return socket;
      };
      const until = async (holds: () => boolean): Promise<void> => {
        while (!holds()) await new Promise(setImmediate);
      };
      const posting = enter(`POST ${TEST}/start-testrun HTTP/1.1\r\n${head}Content-Length: 99\r\n\r\nhalf`);
      await once(posting, 'connect');
      await ask(TEST); // by the time this one is answered, the one before it was seen
      posting.destroy();
      await until(() => log.lines().some((line) => line === `POST ${TEST}/start-testrun -> request cut off`));
      expect(emulator.cloud.runs()).toHaveLength(0);
      for (const fault of [{ kind: 'endless' }, { kind: 'slow', everyMs: 1 }] as const) {
        emulator.faults.add({ on: { method: 'GET' }, fault });
        const before = log.requests().length;
        const getting = enter(`GET ${TEST} HTTP/1.1\r\n${head}\r\n`);
        await until(() => log.requests().length > before);
        getting.destroy();
      }
      expect((await ask(TEST)).status).toBe(200);
    });
  });

  it('tells of a hook or a patch that throws, and goes on', async () => {
    const onStart = (): never => {
      throw new Error('a bug of the script');
    };
    const patch = (): never => {
      throw new Error('a bug of the patch');
    };
    await served({ tests: [{ onStart }] }, async ({ ask, emulator }) => {
      const started = await ask(`${TEST}/start-testrun`, { method: 'POST' });
      expect([started.status, started.text]).toEqual([500, expect.stringContaining('a bug of the script')]);
      emulator.faults.add({ fault: { kind: 'patch', patch } });
      expect((await ask(TEST)).text).toContain('a bug of the patch');
      expect(emulator.cloud.log.lines().at(-1)).toBe(`GET ${TEST} -> 500 emulator failed`);
      expect((await ask(TEST)).status).toBe(200);
    });
  });

  it('says so when it cannot have the port', async () => {
    await served({}, async ({ url }) => {
      const port = Number(new URL(url).port);
      await expect(serve(createEmulator(), { port })).rejects.toThrow('EADDRINUSE');
    });
  });

  it('serves many at once, and 10,000 reads of a run from the machine in no time worth telling', async () => {
    await served({ tests: Array.from({ length: 50 }, () => ({})) }, async ({ ask, emulator }) => {
      const starts = emulator.cloud
        .tests()
        .map(({ id }) => ask(`/loadtests/v2/tests/${id}/start-testrun`, { method: 'POST' }));
      const ids = (await Promise.all(starts)).map(({ at }) => at('k6-run', 'id'));
      expect(new Set(ids).size).toBe(50);
      const request = {
        method: 'GET',
        path: '/loadtests/v2/runs/7650001',
        query: new URLSearchParams('$select=run_status'),
        headers: { authorization: 'token emulated-token' },
        body: '',
      };
      let last: unknown;
      for (let read = 0; read < 10_000; read++) last = emulator.reply(request).json;
      expect(last).toEqual({ 'k6-run': { run_status: 3 } });
    });
  });
});
