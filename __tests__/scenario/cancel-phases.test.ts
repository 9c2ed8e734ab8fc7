/** A cancel in every phase of the step: the stop is sent at once, the step ends soon, and its verdict is written. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import type { Ran, Running } from '../support/run-action.ts';
import { longAgo, runAction, startAction } from '../support/run-action.ts';
import { k6Cloud, QUICK, TOKEN } from '../support/k6-cloud.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { preloading } from '../support/preloading.ts';
import { until } from '../support/until.ts';

/** The contract says 7 s; the computer may be busy. */
const SOON_MS = 10_000;
const START = { method: 'POST', path: 'start-testrun' };
const STOP = { path: '/stop' };
const isStop = (line: string): boolean => line.includes('/stop');
const isLook = (line: string): boolean => /GET \/loadtests\/v2\/runs\/\d+/u.test(line);

/** Sends both signals that the runner may send, and says how long the step took to end. */
async function cancelled(running: Running): Promise<Ran & { readonly tookMs: number }> {
  const killedMs = performance.now();
  running.kill('SIGINT');
  running.kill('SIGTERM');
  return { ...(await running.done), tookMs: performance.now() - killedMs };
}

describe('a cancel', () => {
  it('while the start is prepared: nothing was started, and nothing is owed', async () => {
    const { step, requests, faults } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    faults.add({ on: { method: 'GET' }, times: Infinity, fault: { kind: 'silence', acted: false } });
    const running = startAction(step());
    await until(() => requests().length > 0);
    const ran = await cancelled(running);
    expect(ran.tookMs).toBeLessThan(SOON_MS);
    expect([ran.exitCode, ran.outputs.get('verdict')]).toEqual([1, 'cancelled']);
    expect(ran.summary).not.toBe('');
    const post = await runAction({ ...step(), state: ran.state });
    expect([post.exitCode, post.stdout]).toEqual([0, '']);
  });

  it('while the start is unanswered, and the run is left: nothing is stopped, and it says so', async () => {
    const { step, requests, faults, runCount } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    faults.add({ on: START, fault: { kind: 'silence', acted: true } });
    const running = startAction(step({ 'on-cancel': 'leave' }));
    await until(() => runCount() === 1);
    const ran = await cancelled(running);
    expect(ran.outputs.get('verdict')).toBe('cancelled');
    expect(ran.outputs.get('reason')).toMatch(/is not stopped .*`on-cancel: leave`/u);
    const post = await runAction({ ...step(), state: ran.state });
    expect([post.stdout, requests().filter(isStop)]).toEqual(['', []]);
  });

  it('while a stop is refused after a timeout: it is sent again at once, and the verdict is written', async () => {
    const { step, requests, faults } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    faults.add({ on: STOP, times: Infinity, fault: { kind: 'status', status: 409, body: 'v2' } });
    const running = startAction(step({ timeout: '2s', 'on-cancel': 'leave' }));
    await until(() => requests().some(isStop));
    const before = requests().filter(isStop).length;
    const ran = await cancelled(running);
    expect(ran.tookMs).toBeLessThan(SOON_MS);
    expect(requests().filter(isStop).length).toBeGreaterThan(before);
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs.get('reason')).toMatch(/could not be stopped/u);
    expect(ran.summary).toMatch(/could not be stopped/u);
    faults.clear();
    const post = await runAction({ ...step({ 'on-cancel': 'leave' }), state: ran.state });
    expect(post.stdout).toMatch(/was still running. It was stopped/u);
  });

  it('while the numbers of a finished run are asked for: it is not stopped', async () => {
    const { step, requests, faults } = await k6Cloud([scenarios.failedByThreshold(QUICK)]);
    const numbers = /\/cloud\/v5\/|\/loadtests\/v4\//u;
    faults.add({ on: { path: numbers }, times: Infinity, fault: { kind: 'silence', acted: false } });
    const running = startAction(step());
    await until(() => requests().some((line) => numbers.test(line)));
    const ran = await cancelled(running);
    expect(ran.tookMs).toBeLessThan(SOON_MS);
    expect([ran.exitCode, ran.outputs.get('verdict')]).toEqual([1, 'failed']);
    expect(ran.summary).not.toBe('');
    expect(requests().filter(isStop)).toEqual([]);
  });

  it('while a report hangs: the step ends soon, with its outputs and summary', async () => {
    const sockets = new Set<Socket>();
    const github = createServer((socket) => sockets.add(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
    await new Promise((ready) => github.once('listening', ready));
    const { step, requests } = await k6Cloud([scenarios.failedByThreshold(QUICK)]);
    const event = join(temporaryFolder(), 'event.json');
    writeFileSync(event, JSON.stringify({ pull_request: { number: 12, head: { sha: 'a'.repeat(40) } } }));
    const running = startAction({
      ...step({ comment: 'always', 'github-token': 'made-up-github-token' }),
      env: {
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_EVENT_PATH: event,
        GITHUB_REPOSITORY: 'octo/shop',
        GITHUB_SHA: 'a'.repeat(40),
        GITHUB_API_URL: `http://127.0.0.1:${(github.address() as AddressInfo).port}`,
      },
    });
    // The comment is searched for while the run goes on, so that a socket alone is no report.
    await until(() => sockets.size > 0 && requests().some((line) => line.includes('query_range')));
    const ran = await cancelled(running);
    for (const socket of sockets) socket.destroy();
    github.close();
    expect(ran.tookMs).toBeLessThan(SOON_MS);
    expect([ran.exitCode, ran.outputs.get('verdict')]).toEqual([1, 'failed']);
    expect(ran.summary).not.toBe('');
    expect(requests().filter(isStop)).toEqual([]);
  });

  it('that leaves the run holds although the step is killed a moment later', async () => {
    const { step, requests } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    const nodeOptions = preloading(
      `process.on('SIGINT', () => setImmediate(() => process.kill(process.pid, 'SIGKILL')));`,
    );
    const running = startAction({ ...step({ 'on-cancel': 'leave' }), nodeOptions });
    await until(() => requests().some(isLook));
    running.kill('SIGINT');
    const { state, exitCode } = await running.done;
    const post = await runAction({ ...step(), state });
    expect(exitCode).toBeNull();
    expect([post.exitCode, post.stdout]).toEqual([0, '']);
    expect(requests().filter(isStop)).toEqual([]);
  });
});

describe('a run that has ended', () => {
  it.each(['timeout', 'processing-timeout'])('is not stopped where %s ends in its processing', async (limit) => {
    const slow = { ...QUICK.reads, processing: 1000 };
    const { step, requests } = await k6Cloud([scenarios.passed({ ...QUICK, reads: slow })]);
    const ran = await runAction(step({ [limit]: '20s' }));
    expect(requests().filter(isStop)).toEqual([]);
    expect(ran.exitCode).toBe(1);
    if (limit === 'timeout') {
      expect(ran.outputs.get('verdict')).toBe('timeout');
      expect(ran.outputs.get('reason')).toMatch(/^The run ended, but its metrics were not ready within 20s/u);
    }
    expect((await runAction({ ...step(), state: longAgo(ran.state) })).stdout).toBe('');
  });
});

describe('the first moments of main', () => {
  it.each([5, 20, 50, 80, 120])('may be ended by a kill after %i ms: post starts nothing', async (afterMs) => {
    const { step, requests } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    const running = startAction(step());
    await new Promise((over) => setTimeout(over, afterMs));
    running.kill('SIGKILL');
    const { state } = await running.done;
    const started = requests().filter((line) => line.includes('start-testrun')).length;
    const post = await runAction({ ...step(), state: longAgo(state), entry: 'post' });
    expect(post.exitCode).toBe(0);
    expect(requests().filter((line) => line.includes('start-testrun'))).toHaveLength(started);
  });

  it('leave the verdict error, should nothing more come', async () => {
    const { step, requests } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    const running = startAction(step());
    await until(() => requests().some(isLook));
    running.kill('SIGKILL');
    expect((await running.done).outputs.get('verdict')).toBe('error');
  });
});

describe('post', () => {
  const owed = new Map([['start-0', '{"testId":"1201","notes":"{}","runId":"7650001"}']]);

  it('imports nothing where nothing is owed', async () => {
    const list = join(temporaryFolder(), 'loaded');
    const hook = `import { appendFileSync } from 'node:fs'; export async function load(url, context, next) { appendFileSync(${JSON.stringify(list)}, url + '\\n'); return next(url, context); }`;
    const nodeOptions = preloading(
      `import { register } from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)});`,
    );
    const state = new Map([['start-0', '']]);
    const post = await runAction({ state, nodeOptions });
    const loaded = readFileSync(list, 'utf8').trim().split('\n');
    expect([post.exitCode, post.stdout, post.stderr]).toEqual([0, '', '']);
    // The second is a dozen lines that stand for undici.
    expect(loaded.map((url) => url.split('/').slice(-2).join('/'))).toEqual(['post/index.js', 'undici/on-use.cjs']);
    await runAction({ state: owed, nodeOptions });
    expect(readFileSync(list, 'utf8').trim().split('\n').length).toBeGreaterThan(2);
  });

  it('believes what main saved, not the inputs of its own moment', async () => {
    const { step, requests } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    const running = startAction(step());
    await until(() => requests().some(isLook));
    running.kill('SIGKILL');
    const { state } = await running.done;
    const other = { stack: '99', 'api-url': 'http://127.0.0.1:1', wait: 'perhaps', 'on-cancel': 'leave' };
    const post = await runAction({ ...step(other), state });
    expect(post.exitCode).toBe(0);
    expect(post.stdout).toMatch(/was still running. It was stopped/u);
    expect(requests().filter(isStop)).toHaveLength(1);
  });

  it('stops a run whose token has an invisible character behind it', async () => {
    const { step, requests } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    const token = `${TOKEN}\u200b`;
    const running = startAction(step({ token }));
    await until(() => requests().some(isLook));
    running.kill('SIGKILL');
    const { state } = await running.done;
    const post = await runAction({ ...step({ token }), state });
    expect(post.stdout).toMatch(/was still running. It was stopped/u);
    expect(requests().filter(isStop)).toHaveLength(1);
  });

  it('names the run that it cannot stop for want of a token', async () => {
    const { step, requests } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    const running = startAction(step());
    await until(() => requests().some(isLook));
    running.kill('SIGKILL');
    const { state } = await running.done;
    const post = await runAction({ ...step({ token: '', 'missing-token': 'skip' }), state });
    expect(post.exitCode).toBe(0);
    expect(post.stdout).toMatch(/^::warning::Run 7650001 of test 1201 could not be stopped/mu);
    expect(post.stdout).toContain('token');
  });

  it.each(['Promise.reject(new Error("stray"))', 'throw new Error("stray")'])(
    'is green in spite of %s',
    async (code) => {
      const nodeOptions = preloading(`setTimeout(() => { ${code}; }, 100);`);
      const { step, faults } = await k6Cloud([]);
      faults.add({ times: Infinity, fault: { kind: 'delay', ms: 500 } });
      const connection = JSON.stringify({
        api: { kind: 'v2' },
        apiUrl: step().inputs?.['api-url'],
        requestMs: 15_000,
      });
      const post = await runAction({ ...step(), state: new Map([...owed, ['connection', connection]]), nodeOptions });
      expect(post.exitCode).toBe(0);
      expect(post.stdout).toMatch(/^::warning::.*stray/mu);
      expect(post.stdout).toMatch(/^::warning::Run 7650001 of test 1201 could not be stopped/mu);
    },
  );

  it('neither hangs nor fails over a state that is absurd, nor does main', async () => {
    const many = Array.from({ length: 80 }, (_, at): [string, string] => [`start-${at}`, `{"x":${'9'.repeat(500)}}`]);
    const state = new Map([...many, ['starts', '1000000000'], ['connection', '[]'], ['main-ran', 'true']]);
    const post = await runAction({ state });
    expect(post.exitCode).toBe(0);
    expect(post.stdout.match(/^::warning::/gmu)).toHaveLength(1);
    const { step } = await k6Cloud([scenarios.passed(QUICK)]);
    const ran = await runAction({ ...step(), state, entry: 'main' });
    expect([ran.exitCode, ran.outputs.get('verdict')]).toEqual([0, 'passed']);
  });
});
