/** Every row of the verdict table through the bundle: all that a user and a server see, exit code included. */
import { describe, expect, it } from '@jest/globals';
import type { Scenario } from '../../src/emulator/machine/scenario.ts';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { commands, runAction, transcript } from '../support/run-action.ts';
import { k6Cloud, QUICK } from '../support/k6-cloud.ts';

const rows: readonly (readonly [string, Scenario, Readonly<Record<string, string>>, string])[] = [
  ['finished, processed, passed', scenarios.passed(QUICK), {}, 'passed'],
  ['finished, processed, failed', scenarios.failedByThreshold(QUICK), {}, 'failed'],
  ['processing error', scenarios.processingError(QUICK), {}, 'error'],
  [
    'processing error, judged by its result',
    scenarios.processingError(QUICK),
    { 'processing-error': 'warn' },
    'passed',
  ],
  ['processing never done', scenarios.processingStuck(QUICK), { 'processing-timeout': '2s' }, 'error'],
  ['no result', scenarios.noResult(QUICK), { 'processing-timeout': '2s' }, 'error'],
  ['an unknown result', scenarios.passed({ ...QUICK, result: { raw: 7 } }), {}, 'error'],
  ['aborted by threshold', scenarios.aborted('threshold', QUICK), {}, 'failed'],
  ['aborted by user', scenarios.aborted('user', QUICK), {}, 'aborted'],
  ['aborted by system', scenarios.aborted('system', QUICK), {}, 'error'],
  ['aborted by script error', scenarios.aborted('script-error', QUICK), {}, 'error'],
  ['aborted by limit', scenarios.quota(QUICK), {}, 'error'],
  ['timed out in the cloud', scenarios.timedOut(QUICK), {}, 'error'],
  ['archived', scenarios.archived(QUICK), {}, 'error'],
  ['an unknown ending', scenarios.unknownStatus(11, QUICK), {}, 'error'],
  ['an unknown phase on the way', scenarios.unknownPhase(-3, QUICK), {}, 'passed'],
  ['never terminal', scenarios.neverEnding(QUICK), { timeout: '12s' }, 'timeout'],
  ['never running', scenarios.longQueue(), { 'queue-timeout': '2s' }, 'timeout'],
];

/** One of each shape: numbers of a pass, of a failure, and a run without any. */
const WHOLE_SUMMARY: ReadonlySet<string> = new Set([
  'finished, processed, passed',
  'finished, processed, failed',
  'aborted by limit',
]);

describe('the verdict of a run', () => {
  it.each(rows)('%s', async (name, script, inputs, verdict) => {
    const { step, requests, runCount } = await k6Cloud([script]);
    const ran = await runAction(step(inputs));
    expect(ran.outputs.get('verdict')).toBe(verdict);
    expect(ran.exitCode).toBe(verdict === 'passed' ? 0 : 1);
    expect(commands(ran.stdout, 'error')).toHaveLength(verdict === 'passed' ? 0 : 1);
    expect(runCount()).toBe(1);
    expect(transcript(ran, requests(), WHOLE_SUMMARY.has(name) ? 'whole' : 'headline')).toMatchSnapshot();
  });
});

describe('fail-on', () => {
  it.each([
    ['none', 0],
    ['error', 0],
    ['failed', 1],
  ])('%s lets a failed run end with %i', async (failOn, exitCode) => {
    const { step } = await k6Cloud([scenarios.failedByThreshold(QUICK)]);
    const ran = await runAction(step({ 'fail-on': failOn }));
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.outputs.get('verdict')).toBe('failed');
    expect(commands(ran.stdout, exitCode === 0 ? 'warning' : 'error')).toHaveLength(1);
  });
});
