/** A service that breaks its own contract, and moments that are easily forgotten: still no false green and no orphan. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { commands, longAgo, runAction, startAction } from '../support/run-action.ts';
import { k6Cloud, QUICK, TEST_ID, TOKEN } from '../support/k6-cloud.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const COMPARING = { baseline: 'previous', 'max-regression': 'p95=10%' };
const slow = scenarios.passed({ ...QUICK, numbers: { p95Ms: 900 } });
const quick = scenarios.passed({ ...QUICK, numbers: { p95Ms: 100 } });
const isStop = (line: string): boolean => /\/(?:stop|abort) /u.test(line);

/** Sets a value deep in an answer. */
function withId(json: unknown, id: number): unknown {
  const text = JSON.stringify(json);
  return JSON.parse(text.replace(/"id":"?\d+"?/u, `"id":${id}`));
}

describe('an answer to a start that names a run of the past', () => {
  it.each([
    ['legacy', {}],
    ['v6', { stack: '77' }],
  ])('is not believed: %s', async (_, stack) => {
    const tests = [{ id: TEST_ID, scenarios: [scenarios.failedByThreshold(QUICK)] }];
    const { step, cloud, faults, runCount } = await k6Cloud([], { tests, account: { token: TOKEN, stackId: 77 } });
    const { id } = cloud.seed(TEST_ID, { scenario: scenarios.passed(QUICK) });
    faults.add({ on: { method: 'POST', path: '/start' }, fault: { kind: 'patch', patch: (json) => withId(json, id) } });
    const ran = await runAction(step(stack));
    expect(ran.outputs.get('run-id')).not.toBe(String(id));
    expect(ran.outputs.get('verdict')).toBe('failed');
    expect(runCount()).toBe(2);
  });
});

describe('a run of the past that tells no date', () => {
  const undated = (json: unknown): unknown => JSON.parse(JSON.stringify(json).replace(/"created":"[^"]*",?/gu, ''));

  it('is not taken for the run of a lost start where the list before the start hid it', async () => {
    const { step, cloud, faults, runCount, requests } = await k6Cloud([scenarios.failedByThreshold(QUICK)]);
    const { id } = cloud.seed(TEST_ID, { scenario: scenarios.passed(QUICK) });
    const hidden = (json: unknown): unknown => ({ ...(json as object), 'k6-runs': [] });
    faults.add({ on: { path: 'runs?test_id' }, fault: { kind: 'patch', patch: hidden } });
    faults.add({ on: { method: 'POST', path: '/start' }, fault: { kind: 'reset', acted: false } });
    faults.add({ on: { method: 'GET' }, times: Infinity, fault: { kind: 'patch', patch: undated } });
    const ran = await runAction(step({ 'outage-timeout': '3s' }));
    expect(ran.outputs.get('verdict')).toBe('error');
    expect(ran.stdout).toContain(`run ${id} of test ${TEST_ID} exists, and it is not known whether it existed before`);
    expect([ran.exitCode, runCount()]).toEqual([1, 1]);
    expect(requests().filter(isStop)).toEqual([]);
  });

  it.each([
    ['legacy', {}],
    ['v6', { stack: '77' }],
  ])('is not believed in the answer to a start, however many there are: %s', async (_, stack) => {
    const tests = [{ id: TEST_ID, scenarios: [scenarios.failedByThreshold(QUICK)] }];
    const { step, cloud, faults } = await k6Cloud([], { tests, account: { token: TOKEN, stackId: 77 } });
    const seeded = (minutesAgo: number) =>
      cloud.seed(TEST_ID, { scenario: scenarios.passed(QUICK), createdMs: Date.now() - minutesAgo * 60_000 });
    const { id } = seeded(99);
    for (let minutesAgo = 98; minutesAgo > 60; minutesAgo--) seeded(minutesAgo);
    const patch = (json: unknown): unknown => withId(undated(json), id);
    faults.add({ on: { method: 'POST', path: '/start' }, fault: { kind: 'patch', patch } });
    const onRead = { method: 'GET', path: new RegExp(`runs/${id}`, 'u') };
    faults.add({ on: onRead, times: Infinity, fault: { kind: 'patch', patch: undated } });
    const ran = await runAction(step(stack));
    expect(ran.outputs.get('run-id')).not.toBe(String(id));
    expect(ran.outputs.get('verdict')).toBe('failed');
  });
});

describe('a regression', () => {
  it('is found although an earlier run in the list makes no sense', async () => {
    const { step, cloud, faults } = await k6Cloud([slow]);
    cloud.seed(TEST_ID, { scenario: quick });
    const patch = (json: unknown): unknown =>
      JSON.parse(JSON.stringify(json).replace('"k6-runs":[', '"k6-runs":[{"id":5,"run_status":null},'));
    faults.add({ on: { path: /is_baseline/u }, times: Infinity, fault: { kind: 'patch', patch } });
    const ran = await runAction(step(COMPARING));
    expect(ran.outputs.get('verdict')).toBe('failed');
    expect(ran.exitCode).toBe(1);
  });

  it('is no pass where the workflow is cancelled before it could be found', async () => {
    const { step, cloud, faults, requests } = await k6Cloud([slow]);
    cloud.seed(TEST_ID, { scenario: quick });
    faults.add({ on: { path: /cloud\/v5/u }, times: Infinity, fault: { kind: 'silence', acted: false } });
    const running = startAction(step(COMPARING));
    await until(() => requests().some((line) => line.includes('/cloud/v5/')));
    running.kill('SIGINT');
    const ran = await running.done;
    expect(ran.outputs.get('verdict')).toBe('cancelled');
    expect(ran.exitCode).toBe(1);
  });
});

describe('a run', () => {
  it('is stopped by post where the starts beside it were cancelled, although nobody waits for it', async () => {
    const tests = [TEST_ID, 1202].map((id) => ({ id, scenarios: [scenarios.neverEnding(QUICK)] }));
    const { step, requests, faults, runCount } = await k6Cloud([], { tests });
    const unanswered = { method: 'POST', path: '1202/start-testrun' };
    faults.add({ on: unanswered, times: Infinity, fault: { kind: 'silence', acted: false } });
    const inputs = { 'test-id': `${TEST_ID}, 1202`, wait: 'false' };
    const running = startAction(step(inputs));
    await until(() => runCount() === 1 && requests().some((line) => line.includes('1202/start')));
    await running.said('https://'); // its address: the answer has come
    running.kill('SIGINT');
    const ran = await running.done;
    expect(ran.exitCode).toBe(1);
    faults.clear();
    await runAction({ ...step(inputs), state: longAgo(ran.state) });
    expect(requests().filter(isStop)).toEqual([expect.stringMatching(/\/7650001\/stop/u)]);
  });

  it('is stopped where its status is of no known kind: it may be going on', async () => {
    const { step, requests } = await k6Cloud([scenarios.unknownStatus(11, QUICK)]);
    const ran = await runAction(step());
    expect(ran.outputs.get('verdict')).toBe('error');
    expect(requests().filter(isStop)).toHaveLength(1);
  });
});

describe('post', () => {
  it('stops what a kill has left, although a cancel would have left it going on', async () => {
    const { step, requests } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    const running = startAction(step({ 'on-cancel': 'leave' }));
    await until(() => requests().some((line) => /GET .*\/runs\/\d+/u.test(line)));
    running.kill('SIGKILL');
    const { state } = await running.done;
    await runAction({ ...step({ 'on-cancel': 'leave' }), state });
    expect(requests().filter(isStop)).toHaveLength(1);
  });

  it('is never the reason for a red job, even where its state makes no sense', async () => {
    const { step } = await k6Cloud([]);
    const state = new Map(Object.entries({ 'start-0': '{bad' }));
    const post = await runAction({ ...step(), state });
    expect(post.exitCode).toBe(0);
    expect(commands(post.stdout, 'warning')).toHaveLength(1);
  });
});

describe('what the service says', () => {
  it('is clipped, however much it is', async () => {
    const reason = { code: 1, message: 'x'.repeat(3_000_000) };
    const { step } = await k6Cloud([scenarios.aborted('limit', { ...QUICK, reason })]);
    const ran = await runAction(step());
    expect(ran.outputs.get('verdict')).toBe('error');
    expect(ran.outputs.get('reason')?.length).toBeLessThan(6000);
    expect(ran.stdout.length).toBeLessThan(60_000);
  });
});

describe('report files', () => {
  const known = platform() === 'win32' ? [] : ['a pipe that nobody reads'];
  it.each(['another file', ...known])('take the place of %s', async (what) => {
    const place = temporaryFolder();
    const file = join(place, 'report.json');
    writeFileSync(file, 'old');
    if (what !== 'another file') execFileSync('sh', ['-c', 'rm "$0" && mkfifo "$0"', file]);
    const { step } = await k6Cloud([scenarios.passed(QUICK)]);
    const ran = await runAction(step({ 'report-dir': place }));
    expect(ran.exitCode).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ verdict: 'passed' });
  });
});
