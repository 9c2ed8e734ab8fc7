/** Faults of network and service in the middle of a start: exactly one run, or an error that names what was seen. */
import { describe, expect, it } from '@jest/globals';
import { startedByOther } from '../../src/emulator/machine/emulated-cloud.ts';
import type { Fault } from '../../src/emulator/faults/faults.ts';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { commands, runAction, startAction, transcript } from '../support/run-action.ts';
import { k6Cloud, QUICK, TEST_ID } from '../support/k6-cloud.ts';

/** Short enough to be quick, long enough for a search and a second try. */
const BOUNDS = { 'outage-timeout': '20s', 'request-timeout': '3s' };
const START = { method: 'POST', path: 'start-testrun' };

describe('a start', () => {
  const survived: readonly (readonly [string, Fault])[] = [
    ['reset after the service acted', { kind: 'reset', acted: true }],
    ['silence after the service acted', { kind: 'silence', acted: true }],
    ['an answer cut off', { kind: 'truncated' }],
    ['an answer that stalls', { kind: 'stalled' }],
    ['500 after the service acted', { kind: 'status', status: 500, body: 'v2', acted: true }],
    ['500 before the service acted', { kind: 'status', status: 500, body: 'v2' }],
    ['503 as a web page', { kind: 'status', status: 503, body: 'html' }],
    ['429 with Retry-After', { kind: 'status', status: 429, retryAfter: 1, body: 'empty' }],
    ['429 without Retry-After', { kind: 'status', status: 429, body: 'empty' }],
    ['a 200 that is no JSON', { kind: 'text', text: 'OK' }],
  ];

  it.each(survived)('makes exactly one run despite %s', async (_, fault) => {
    const { step, faults, runCount } = await k6Cloud([scenarios.passed(QUICK)]);
    faults.add({ on: START, fault });
    const ran = await runAction(step(BOUNDS));
    expect(ran.outputs.get('verdict')).toBe('passed');
    expect(ran.exitCode).toBe(0);
    expect(runCount()).toBe(1);
  });

  it.each<readonly [string, Fault]>([
    ['reset before the service acted', { kind: 'reset', acted: false }],
    ['silence before the service acted', { kind: 'silence', acted: false }],
    ['502 as a web page', { kind: 'status', status: 502, body: 'html' }],
  ])('is not repeated after %s: the step is red and says that it cannot tell', async (_, fault) => {
    const { step, faults, runCount } = await k6Cloud([scenarios.passed(QUICK)]);
    faults.add({ on: START, fault });
    const ran = await runAction(step({ ...BOUNDS, 'fail-on': 'none' }));
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).toContain('no new run of test');
    expect(runCount()).toBe(0);
  });

  it('does not guess between two new runs, and names both', async () => {
    const tests = [{ id: TEST_ID, scenarios: [scenarios.passed(QUICK)], onStart: startedByOther('after') }];
    const { step, faults, cloud, requests } = await k6Cloud([], { tests });
    faults.add({ on: START, fault: { kind: 'reset', acted: true } });
    const ran = await runAction(step(BOUNDS));
    expect(ran.exitCode).toBe(1);
    const [error = ''] = commands(ran.stdout, 'error');
    for (const { id } of cloud.runs(TEST_ID)) expect(error).toContain(String(id));
    expect(requests().filter((line) => line.includes('/stop'))).toEqual([]);
    expect(transcript(ran, requests())).toMatchSnapshot();
  });

  it('stops both runs at once where a second one appeared after a lost answer', async () => {
    const tests = [{ id: TEST_ID, scenarios: [scenarios.neverEnding(QUICK)], onStart: startedByOther('before') }];
    const { step, faults, cloud, requests } = await k6Cloud([], { tests });
    faults.add({ on: START, fault: { kind: 'status', status: 503, body: 'html' } });
    const ran = await runAction(step({ ...BOUNDS, 'on-timeout': 'leave' }));
    const [other, own] = cloud.runs(TEST_ID).map(({ id }) => String(id));
    expect([ran.exitCode, ran.outputs.get('cause'), ran.outputs.get('run-id')]).toEqual([1, 'started-twice', own]);
    expect(ran.outputs.get('reason')).toContain(`run ${own}, and run ${other}, which was stopped`);
    const stops = requests().filter((line) => line.includes('/stop'));
    expect(stops).toEqual([other, own].map((id) => `POST /loadtests/v2/runs/${id}/stop -> 200`));
  });

  it.each([
    ['wait: false', { wait: 'false' }],
    ['on-timeout: leave', { timeout: '20s', 'on-timeout': 'leave' }],
  ] as const)('has a second run found by post, and its own left, with %s', async (_, inputs) => {
    const { step, faults, cloud, requests } = await k6Cloud([1, 2].map(() => scenarios.neverEnding(QUICK)));
    faults.add({ on: START, fault: { kind: 'status', status: 500, body: 'empty' } });
    const ran = await runAction(step({ ...BOUNDS, ...inputs }));
    expect(ran.outputs.get('verdict')).toBe('wait' in inputs ? 'started' : 'timeout');
    const second = cloud.start(TEST_ID); // the service processes the first request after all
    const post = await runAction({ ...step({ ...BOUNDS, ...inputs }), state: ran.state });
    expect(post.stdout).toContain(
      `made a second run. Run ${second?.id} of test 1201 was still running. It was stopped.`,
    );
    expect(requests().filter((line) => line.includes('/stop'))).toEqual([expect.stringContaining(String(second?.id))]);
  });

  it.each([
    ['v2', {}, '/stop'],
    ['v6', { stack: 'acme' }, '/abort'],
  ] as const)('names and stops a second run that a lost try made late, on %s', async (_, inputs, stop) => {
    const reads = { ...QUICK.reads, running: 3 };
    const first = scenarios.passed({ ...QUICK, reads });
    const { step, faults, cloud, requests, runCount } = await k6Cloud([first, scenarios.neverEnding(QUICK)]);
    faults.add({ on: { method: 'POST', path: '/start' }, fault: { kind: 'status', status: 500, body: 'empty' } });
    const running = startAction(step({ ...BOUNDS, ...inputs, 'fail-on': 'none' }));
    await running.said('running');
    cloud.start(TEST_ID); // the service processes the first request after all
    const ran = await running.done;
    expect(runCount()).toBe(2);
    const [own, second] = cloud.runs(TEST_ID).map(({ id }) => String(id));
    expect([ran.exitCode, ran.outputs.get('verdict'), ran.outputs.get('run-id')]).toEqual([1, 'error', own]);
    expect(ran.outputs.get('reason')).toContain(`run ${own}, and run ${second}, which was stopped`);
    expect(requests().filter((line) => line.includes(stop))).toEqual([expect.stringContaining(second ?? '')]);
  });

  it.each([
    ['401', { kind: 'status', status: 401, body: 'v2' }],
    ['403', { kind: 'status', status: 403, body: 'v2' }],
    ['404', { kind: 'status', status: 404, body: 'v2' }],
    ['404 as a web page', { kind: 'status', status: 404, body: 'html' }],
    ['410', { kind: 'status', status: 410, body: 'html' }],
    ['400', { kind: 'status', status: 400, body: 'v2' }],
  ] as const)('is not sent again after %s, and says what to do', async (_, fault) => {
    const { step, faults, requests, runCount } = await k6Cloud([scenarios.passed(QUICK)]);
    faults.add({ on: START, fault });
    const ran = await runAction(step({ ...BOUNDS, 'fail-on': 'none' }));
    expect(ran.exitCode).toBe(1);
    expect(commands(ran.stdout, 'error')).toHaveLength(1);
    expect(runCount()).toBe(0);
    expect(transcript(ran, requests())).toMatchSnapshot();
  });
});
