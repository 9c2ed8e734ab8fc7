/** Cancel, kill and post: whatever ends the step early, no run of ours goes on alone. */
import { describe, expect, it } from '@jest/globals';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { commands, runAction, startAction, transcript } from '../support/run-action.ts';
import { k6Cloud, QUICK, TEST_ID } from '../support/k6-cloud.ts';
import { until } from '../support/until.ts';

const START = { method: 'POST', path: 'start-testrun' };

const isStop = (line: string): boolean => line.includes('/stop');
const isLook = (line: string): boolean => /GET \/loadtests\/v2\/runs\/\d+/u.test(line);

describe('a cancelled workflow', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('stops the run at once on %s', async (signal) => {
    const { step, requests, cloud } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    const running = startAction(step({ 'poll-interval': '1h' }));
    await until(() => requests().some(isLook));
    running.kill(signal);
    const ran = await running.done;
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs.get('verdict')).toBe('cancelled');
    expect(requests().filter(isStop)).toHaveLength(1);
    expect(cloud.peek(Number(ran.outputs.get('run-id')))?.stopAsked).toBe(true);
    expect(transcript(ran, requests())).toMatchSnapshot();

    const post = await runAction({ ...step(), state: ran.state });
    expect(post.exitCode).toBe(0);
    expect(requests().filter(isStop)).toHaveLength(1);
  });

  it('leaves the run going on where the user wants it', async () => {
    const { step, requests } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    const running = startAction(step({ 'on-cancel': 'leave' }));
    await until(() => requests().some(isLook));
    running.kill('SIGINT');
    const ran = await running.done;
    const post = await runAction({ ...step({ 'on-cancel': 'leave' }), state: ran.state });
    expect([ran.exitCode, post.exitCode]).toEqual([1, 0]);
    expect(requests().filter(isStop)).toEqual([]);
  });

  it('finds and stops the run of a start that is still unanswered', async () => {
    const { step, requests, faults, runCount } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    faults.add({ on: START, fault: { kind: 'silence', acted: true } });
    const running = startAction(step());
    await until(() => runCount() === 1);
    running.kill('SIGINT');
    const ran = await running.done;
    expect(ran.exitCode).toBe(1);
    expect(requests().filter(isStop)).toHaveLength(1);
  });

  it('ends although the stop is never answered, and post tries again', async () => {
    const { step, requests, faults } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    faults.add({ on: { path: '/stop' }, fault: { kind: 'silence', acted: false } });
    const running = startAction(step({ 'request-timeout': '30s' }));
    await until(() => requests().some(isLook));
    running.kill('SIGINT');
    const ran = await running.done;
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs.get('reason')).toMatch(/could not be stopped/u);
    const post = await runAction({ ...step(), state: ran.state });
    expect(post.exitCode).toBe(0);
    expect(post.stdout).toMatch(/was still running. It was stopped/u);
    expect(requests().filter(isStop)).toHaveLength(2);
  });

  it('is completed by post after a time limit and a refused stop, whatever on-cancel says', async () => {
    const { step, requests, faults } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    faults.add({ on: { path: '/stop' }, fault: { kind: 'status', status: 401, body: 'v2' } });
    const inputs = { 'on-cancel': 'leave', timeout: '5s' };
    const ran = await runAction(step(inputs));
    expect(ran.outputs.get('reason')).toMatch(/could not be stopped/u);
    const post = await runAction({ ...step(inputs), state: ran.state });
    expect(post.stdout).toMatch(/was still running. It was stopped/u);
    expect(requests().filter(isStop)).toHaveLength(2);
  });

  it('does not stop a run that it only watches', async () => {
    const { step, requests, cloud } = await k6Cloud([]);
    const { id } = cloud.seed(TEST_ID, { scenario: scenarios.neverEnding(QUICK), at: 'start' });
    const running = startAction(step({ 'run-id': String(id) }));
    await until(() => requests().some(isLook));
    running.kill('SIGINT');
    const ran = await running.done;
    const post = await runAction({ ...step({ 'run-id': String(id) }), state: ran.state });
    expect([ran.exitCode, post.exitCode]).toEqual([1, 0]);
    expect(ran.outputs.get('reason')).toMatch(/It was named by `run-id`, so it was not stopped\.$/u);
    expect(requests().filter(isStop)).toEqual([]);
  });
});

describe('post', () => {
  it('stops the run of a step that was killed', async () => {
    const { step, requests } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    const running = startAction(step());
    await until(() => requests().some(isLook));
    running.kill('SIGKILL');
    const ran = await running.done;
    expect(ran.exitCode).toBeNull();
    expect(requests().filter(isStop)).toEqual([]);
    const post = await runAction({ ...step(), state: ran.state });
    expect(requests().filter(isStop)).toHaveLength(1);
    expect(transcript(post, requests().filter(isStop))).toMatchSnapshot();
  });

  it('finds the run of a step that was killed before its start was answered', async () => {
    const { step, requests, faults, runCount } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    faults.add({ on: START, fault: { kind: 'silence', acted: true } });
    const running = startAction(step());
    await until(() => runCount() === 1);
    running.kill('SIGKILL');
    const ran = await running.done;
    const post = await runAction({ ...step(), state: ran.state });
    expect(post.exitCode).toBe(0);
    expect(requests().filter(isStop)).toHaveLength(1);
  });

  it('stops nothing where several runs may be its own, and names them', async () => {
    const { step, requests, faults, runCount, cloud } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    faults.add({ on: START, fault: { kind: 'silence', acted: true } });
    const running = startAction(step());
    await until(() => runCount() === 1);
    running.kill('SIGKILL');
    const ran = await running.done;
    cloud.seed(TEST_ID, { scenario: scenarios.neverEnding(QUICK), at: 'start' });
    const post = await runAction({ ...step(), state: ran.state });
    expect(post.exitCode).toBe(0);
    const [warning = ''] = commands(post.stdout, 'warning');
    for (const { id } of cloud.runs(TEST_ID)) expect(warning).toContain(String(id));
    expect(requests().filter(isStop)).toEqual([]);
  });

  it('is quiet, quick and silent on the wire after a step that ended well', async () => {
    const { step, requests } = await k6Cloud([scenarios.passed(QUICK)]);
    const ran = await runAction(step());
    const before = requests().length;
    const post = await runAction({ ...step(), state: ran.state });
    expect(post.exitCode).toBe(0);
    expect(post.stdout).toBe('');
    expect(requests()).toHaveLength(before);
  });

  it.each([200, 204, 400] as const)('takes %i for a run that is over as a success', async (stopWhenOver) => {
    const { step, requests, cloud } = await k6Cloud([scenarios.neverEnding(QUICK)], { v2: { stopWhenOver } });
    const running = startAction(step());
    await until(() => requests().some(isLook));
    running.kill('SIGKILL');
    const ran = await running.done;
    for (const { id } of cloud.runs(TEST_ID)) cloud.stop(id);
    for (const { id } of cloud.runs(TEST_ID)) cloud.read(id);
    const post = await runAction({ ...step(), state: ran.state });
    expect(post.exitCode).toBe(0);
    expect(commands(post.stdout, 'warning')).toEqual([]);
  });

  it('never fails the job, not even where the API is out of reach', async () => {
    const state = new Map([
      ['main-ran', 'true'],
      ['starts', '1'],
      ['start-0', '{"testId":"1201","notes":"{}","runId":"7650001"}'],
    ]);
    const { step, faults } = await k6Cloud([]);
    faults.add({ times: Infinity, fault: { kind: 'status', status: 401, body: 'v2' } });
    const post = await runAction({ ...step(), state });
    expect(post.exitCode).toBe(0);
    expect(commands(post.stdout, 'warning')).toEqual([
      expect.stringMatching(/could not be stopped. It may still be running/u),
    ]);
  });

  it('touches no other use of the action in the same job', async () => {
    const { step, requests } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    const first = startAction(step());
    await until(() => requests().some(isLook));
    first.kill('SIGKILL');
    const ran = await first.done;
    const other = await runAction({ ...step(), state: new Map() });
    expect(other.exitCode).toBe(0);
    expect(requests().filter(isStop)).toEqual([]);
    expect(ran.state.get('start-0')).toContain('7650001');
  });
});

describe('a time limit', () => {
  it('leaves the run going on where the user wants it', async () => {
    const { step, requests } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    const ran = await runAction(step({ timeout: '12s', 'on-timeout': 'leave' }));
    expect(ran.outputs.get('verdict')).toBe('timeout');
    expect(ran.outputs.get('reason')).toMatch(/still going in k6 Cloud .*`on-timeout: leave`/u);
    const post = await runAction({ ...step(), state: ran.state });
    expect(post.exitCode).toBe(0);
    expect(requests().filter(isStop)).toEqual([]);
  });

  it('covers a start that is never answered', async () => {
    const { step, requests, faults } = await k6Cloud([scenarios.neverEnding(QUICK)]);
    faults.add({ on: START, times: Infinity, fault: { kind: 'silence', acted: true } });
    const ran = await runAction(step({ timeout: '12s' }));
    expect(ran.outputs.get('verdict')).toBe('timeout');
    expect(ran.exitCode).toBe(1);
    expect(requests().filter(isStop)).toHaveLength(1);
  });
});
