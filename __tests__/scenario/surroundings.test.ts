/** The bundle in odd surroundings: no runner files, a read-only disk, a full one, IPv6, a proxy, a certificate of one's own. */
import { writeFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { createServer } from 'node:http';
import { platform } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { generate } from 'selfsigned';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { serve } from '../../src/emulator/serve.ts';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { connectProxy } from '../support/connect-proxy.ts';
import { commands, runAction, startAction } from '../support/run-action.ts';
import { k6Cloud, QUICK, TEST_ID, TOKEN } from '../support/k6-cloud.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { preloading } from '../support/preloading.ts';

describe('files of the runner', () => {
  it('may all be absent: the verdict stands', async () => {
    const none = { GITHUB_OUTPUT: '', GITHUB_STATE: '', GITHUB_STEP_SUMMARY: '' };
    const { step } = await k6Cloud([scenarios.passed(QUICK), scenarios.failedByThreshold(QUICK)]);
    const passed = await runAction({ ...step(), env: none });
    const failed = await runAction({ ...step(), env: none });
    expect([passed.exitCode, failed.exitCode]).toEqual([0, 1]);
  });

  it('start nothing where the state cannot be kept, since a kill would leave a run behind', async () => {
    const { step, requests } = await k6Cloud([scenarios.passed(QUICK)]);
    const ran = await runAction({ ...step(), env: { GITHUB_STATE: '/nowhere/state' } });
    expect(ran.exitCode).toBe(1);
    expect(commands(ran.stdout, 'error')).toHaveLength(1);
    expect(requests()).toEqual([]);
  });

  it.each(platform() === 'linux' ? ['/dev/full'] : ['/nowhere/summary.md'])(
    'may have no room for the summary (%s): one warning',
    async (file) => {
      const { step } = await k6Cloud([scenarios.passed(QUICK)]);
      const ran = await runAction({ ...step(), env: { GITHUB_STEP_SUMMARY: file } });
      expect(ran.exitCode).toBe(0);
      expect(commands(ran.stdout, 'warning')).toEqual([expect.stringMatching(/job summary/u)]);
    },
  );
});

describe('the log', () => {
  it('may be read by nobody: the verdict stands, with its outputs and its summary', async () => {
    const { step, requests } = await k6Cloud([scenarios.passed(QUICK), scenarios.failedByThreshold(QUICK)]);
    const passed = await runAction({ ...step(), log: 'closed' });
    const failed = await runAction({ ...step(), log: 'closed' });
    expect([passed.exitCode, passed.outputs.get('verdict')]).toEqual([0, 'passed']);
    expect([failed.exitCode, failed.outputs.get('verdict')]).toEqual([1, 'failed']);
    expect(failed.summary).toMatch(/p95/u);
    expect(requests().filter((line) => line.includes('/stop'))).toEqual([]);
  });

  it('may be read by nobody: post stops what is owed', async () => {
    const { step, requests } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    const running = startAction(step());
    await running.said('running');
    running.kill('SIGKILL');
    const { state } = await running.done;
    const post = await runAction({ ...step(), state, log: 'closed' });
    expect(post.exitCode).toBe(0);
    expect(requests().filter((line) => line.includes('/stop'))).toHaveLength(1);
  });

  it.each([
    [{ token: 'wrong' }, /token/u],
    [{ timeout: 'x' }, /`timeout`/u],
  ])('may be read by nobody: the reason of an error is an output: %j', async (given, reason) => {
    const { step } = await k6Cloud([scenarios.passed(QUICK)]);
    const ran = await runAction({ ...step(given), log: 'closed' });
    expect([ran.exitCode, ran.outputs.get('verdict')]).toEqual([1, 'error']);
    expect(ran.outputs.get('reason')).toMatch(reason);
  });
});

describe('the clock', () => {
  it.each([5 * 3_600_000, -5 * 3_600_000])('may jump by %i ms without ending any time limit', async (jumpMs) => {
    const { step } = await k6Cloud([scenarios.passed(QUICK)]);
    const nodeOptions = preloading(
      `const { now } = Date; let late = 0; setTimeout(() => { late = ${jumpMs}; }, 700).unref(); Date.now = () => now() + late;`,
    );
    const ran = await runAction({ ...step({ timeout: '1h' }), nodeOptions });
    expect(ran.exitCode).toBe(0);
    expect(ran.outputs.get('verdict')).toBe('passed');
  });
});

describe('the network', () => {
  it('may be IPv6 alone', async () => {
    const emulator = createEmulator({
      account: { token: TOKEN },
      tests: [{ id: TEST_ID, scenarios: [scenarios.passed(QUICK)] }],
    });
    const served = await serve(emulator, { host: '::1' });
    const inputs = { token: TOKEN, 'test-id': String(TEST_ID), 'api-url': served.url, 'poll-interval': '1s' };
    const ran = await runAction({ inputs });
    await served.close();
    expect(served.url).toMatch(/^http:\/\/\[::1\]/u);
    expect(ran.exitCode).toBe(0);
  });

  it('may be a proxy, in front of a service with a certificate of its own', async () => {
    const { url } = await k6Cloud([scenarios.passed(QUICK)]);
    const backend = new URL(url);
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'k6.example.test' }], {
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'k6.example.test' }] }],
    });
    const secure = createTlsServer({ cert, key }, (request, response) => {
      void fetch(new URL(request.url ?? '/', backend), {
        method: request.method ?? 'GET',
        headers: { authorization: request.headers.authorization ?? '' },
      }).then(async (answer) => {
        response.writeHead(answer.status).end(await answer.text());
      });
    }).listen(0, '127.0.0.1');
    await new Promise((ready) => secure.once('listening', ready));
    const proxy = await connectProxy((secure.address() as AddressInfo).port);
    const authority = join(temporaryFolder(), 'ca.pem');
    writeFileSync(authority, cert);
    const inputs = {
      token: TOKEN,
      'test-id': String(TEST_ID),
      'api-url': 'https://k6.example.test',
      'poll-interval': '1s',
    };
    const HTTPS_PROXY = proxy.url;

    const trusted = await runAction({ inputs, env: { HTTPS_PROXY, NODE_EXTRA_CA_CERTS: authority } });
    const distrusted = await runAction({ inputs: { ...inputs, 'outage-timeout': '1s' }, env: { HTTPS_PROXY } });

    secure.close();
    proxy.close();
    expect(trusted.exitCode).toBe(0);
    expect(new Set(proxy.asked)).toEqual(new Set(['k6.example.test:443']));
    expect(distrusted.exitCode).toBe(1);
    expect(distrusted.outputs.get('reason')).toMatch(/NODE_EXTRA_CA_CERTS/u);
  });

  it.each([{}, { stack: '42' }])('may be a proxy that refuses: the step ends after a few tries: %j', async (api) => {
    const proxy = createServer().listen(0, '127.0.0.1');
    let tries = 0;
    proxy.on('connect', (_, socket) => {
      tries++;
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
    });
    await new Promise((ready) => proxy.once('listening', ready));
    const ran = await runAction({
      inputs: { token: TOKEN, 'test-id': String(TEST_ID), 'api-url': 'https://k6.example.test', ...api },
      env: { HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` },
    });
    proxy.close();
    expect(ran.exitCode).toBe(1);
    expect(tries).toBe(5);
    expect(ran.outputs.get('reason')).toMatch(/407.*`HTTPS_PROXY`.*No test was started/u);
    expect(ran.stdout).toMatch(/No test was started yet, since a request failed: .*407/u);
  });

  it.each(['its bounds', 'SIGINT'])('may be a proxy that never says a word: the step ends by %s', async (end) => {
    const sockets = new Set<Socket>();
    const proxy = createTcpServer((socket) => sockets.add(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
    await new Promise((ready) => proxy.once('listening', ready));
    const bounds = end === 'SIGINT' ? {} : { 'request-timeout': '1s', 'outage-timeout': '1s' };
    const running = startAction({
      inputs: { token: TOKEN, 'test-id': String(TEST_ID), 'api-url': 'https://k6.example.test', ...bounds },
      env: { HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` },
    });
    if (end === 'SIGINT') {
      while (sockets.size === 0) await new Promise((again) => setTimeout(again, 20));
      running.kill('SIGINT');
    }
    const ran = await running.done;
    for (const socket of sockets) socket.destroy();
    proxy.close();
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs.get('reason')).toMatch(end === 'SIGINT' ? /was cancelled/u : /no complete response within 1 s/u);
  });

  it.each([
    ['out of reach', () => 'http://127.0.0.1:1', /ECONNREFUSED/u],
    [
      'one where `api-url` says https to a server of http',
      (port: number) => `https://127.0.0.1:${port}`,
      /no TLS .*`api-url`/u,
    ],
  ])('may be %s: the job is red, and says why', async (_, apiUrl, why) => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((ready) => server.once('listening', ready));
    const { port } = server.address() as AddressInfo;
    const inputs = { token: TOKEN, 'test-id': '1201', 'api-url': apiUrl(port), 'outage-timeout': '1s' };
    const ran = await runAction({ inputs });
    server.close();
    expect(ran.exitCode).toBe(1);
    expect(commands(ran.stdout, 'error')).toEqual([expect.stringMatching(why)]);
  });
});
