/** Faults of network and service while a run is watched: no flaky answer fails a build. */
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../src/emulator/faults/faults.ts';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { runAction } from '../support/run-action.ts';
import { k6Cloud, QUICK, TEST_ID } from '../support/k6-cloud.ts';

/** Short enough to be quick, long enough for a search and a second try. */
const BOUNDS = { 'outage-timeout': '20s', 'request-timeout': '3s' };
const START = { method: 'POST', path: 'start-testrun' };
const READ = { method: 'GET', path: /\/runs\/\d+/u };

describe('polling', () => {
  const survived: readonly (readonly [string, Fault])[] = [
    ['a reset', { kind: 'reset', acted: true }],
    ['silence', { kind: 'silence', acted: true }],
    ['a body cut off', { kind: 'truncated' }],
    ['a body that stalls', { kind: 'stalled' }],
    ['500', { kind: 'status', status: 500, body: 'v2' }],
    ['502 as a web page', { kind: 'status', status: 502, body: 'html' }],
    [
      '503 with a page that is too large to read',
      { kind: 'status', status: 503, body: { text: `<html>${'x'.repeat(1_500_000)}` } },
    ],
    ['429 with Retry-After', { kind: 'status', status: 429, retryAfter: 1, body: 'empty' }],
    ['an empty 200', { kind: 'text', text: '' }],
    ['a 200 that is a web page', { kind: 'text', text: '<html>maintenance</html>', contentType: 'text/html' }],
    ['a status of an odd type', { kind: 'patch', patch: () => ({ 'k6-run': { id: 1, run_status: 'done' } }) }],
    ['a 401 that passes', { kind: 'status', status: 401, body: 'v2' }],
    ['a 404 that passes', { kind: 'status', status: 404, body: 'v2' }],
    ['unknown fields everywhere', { kind: 'extra-fields' }],
  ];

  it.each(survived)('goes on after %s', async (_, fault) => {
    const { step, faults } = await k6Cloud([scenarios.passed(QUICK)]);
    faults.add({ on: READ, times: 2, fault });
    const ran = await runAction(step(BOUNDS));
    expect(ran.outputs.get('verdict')).toBe('passed');
    expect(ran.exitCode).toBe(0);
  });

  it('gives up when the outage outlasts its time limit, stops the run, and is red', async () => {
    const { step, faults, requests } = await k6Cloud([scenarios.passed(QUICK)]);
    faults.add({ on: READ, times: Infinity, fault: { kind: 'status', status: 503, body: 'html' } });
    const ran = await runAction(step({ ...BOUNDS, 'outage-timeout': '8s' }));
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs.get('verdict')).toBe('error');
    expect(requests().at(-1)).toMatch(/POST .*\/stop -> 200/u);
    expect(ran.outputs.get('reason')).toMatch(/503/u);
  });

  it('reads without a selection where the service refuses it', async () => {
    const { step, requests } = await k6Cloud([scenarios.passed(QUICK)], { v2: { select: 'refused' } });
    const ran = await runAction(step(BOUNDS));
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).not.toContain('SECRET-SCRIPT');
    expect(requests().some((line) => /runs\/\d+ -> 200/u.test(line))).toBe(true);
  });

  it.each([
    ['statuses as digits in strings', { statusesAs: 'strings' }],
    ['times without a zone', { timestamps: 'zoneless' }],
    ['a list that cannot be sorted, in small pages', { orderBy: 'ignored', pageSize: 3, largestPage: 3 }],
    ['no web address', { runUrl: 'absent' }],
    ['a web address that is none', { runUrl: { raw: 'javascript:alert(1)' } }],
  ] as const)('understands %s', async (_, v2) => {
    const { step, cloud, faults } = await k6Cloud([scenarios.passed(QUICK)], { v2 });
    for (let earlier = 0; earlier < 7; earlier++) cloud.seed(TEST_ID);
    faults.add({ on: START, fault: { kind: 'reset', acted: true } });
    const ran = await runAction(step(BOUNDS));
    expect(ran.exitCode).toBe(0);
    expect(ran.outputs.get('run-url')).toMatch(/^https:\/\//u);
    expect(cloud.runs(TEST_ID)).toHaveLength(8);
  });
});
