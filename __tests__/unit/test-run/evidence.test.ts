/** The evidence for a verdict: the API's own words, how far a run came, and whether its thresholds are known. */
import { describe, expect, it } from '@jest/globals';
import {
  evidence,
  hasThresholds,
  isProcessed,
  lastSeen,
  neverBegan,
  secondRunWords,
  withoutFullStop,
} from '../../../src/test-run/evidence.ts';
import type { Threshold } from '../../../src/test-run/metrics.ts';
import type { Phase, SecondRun, Thresholds } from '../../../src/test-run/test-run.ts';
import { withoutResult } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { runMetrics } from '../../support/a-run-metrics.ts';

const RUN_STATUS = { field: 'run_status', value: 'FINISHED' };
const NO_RESULT = { field: 'result_status', value: '' };

describe('the evidence', () => {
  it.each([
    ['run 7650001: run_status FINISHED', [RUN_STATUS]],
    ['run 7650001: run_status FINISHED, result_status empty', [RUN_STATUS, NO_RESULT]],
    ['run 7650001: run_status FINISHED', [undefined, RUN_STATUS]],
  ])('is the statuses that there are: %s', (text, statuses) => {
    expect(evidence(aSettledRun({}), ...statuses)).toBe(text);
  });

  it('is that nobody saw the run, where so it is', () => {
    expect(evidence(aPendingRun({ seen: false }), RUN_STATUS)).toBe('run 7650001, never found');
    expect(lastSeen(aPendingRun({ seen: false }))).toBe('run 7650001, never found');
    expect(lastSeen(aPendingRun({}))).toBe('run 7650001, last seen: FINISHED');
  });
});

describe('a run', () => {
  it.each<readonly [Phase, boolean, boolean]>([
    ['created', false, true],
    ['validated', false, true],
    ['queued', false, true],
    ['initializing', false, true],
    ['running', false, false],
    ['processing', true, false],
    ['deciding', true, false],
    ['unrecognised', false, false],
  ])('in the phase %s has ended its load: %j, and never began: %j', (phase, ended, waits) => {
    const run = aPendingRun({ phase });
    expect({ ended: isProcessed(run), waits: neverBegan(run) }).toEqual({ ended, waits });
  });

  it('that is settled without its result lacks nothing, and began', () => {
    const ending = { kind: 'aborted', by: 'unknown' } as const;
    const over = withoutResult(aPendingRun({ phase: 'deciding' }), ending);
    const waited = withoutResult(aPendingRun({ phase: 'queued' }), ending);
    expect([isProcessed(over), neverBegan(waited)]).toEqual([false, false]);
  });
});

describe('thresholds', () => {
  const met: Threshold = {
    metric: 'checks',
    stat: 'rate',
    condition: 'rate>0.9',
    limit: 0.9,
    value: 1,
    failed: false,
  };
  const idle: Threshold = { ...met, value: undefined };

  it.each<readonly [Thresholds, ReturnType<typeof hasThresholds>]>([
    ['some', 'yes'],
    ['stated', 'yes'],
    ['none', 'no'],
    ['not-evaluated', 'not-evaluated'],
    ['unknown', 'unknown'],
    ['unreadable', 'unknown'],
  ])('of a run that says %s, without a list of them, are there: %s', (thresholds, known) => {
    const run = aSettledRun({ thresholds });
    expect(hasThresholds(run, undefined)).toBe(known);
    expect(hasThresholds(run, runMetrics({ thresholds: undefined }))).toBe(known);
  });

  it.each<readonly [Thresholds, readonly Threshold[], ReturnType<typeof hasThresholds>]>([
    ['some', [], 'yes'],
    ['not-evaluated', [met], 'not-evaluated'],
    ['stated', [], 'not-evaluated'],
    ['stated', [idle], 'not-evaluated'],
    ['none', [met], 'yes'],
    ['unknown', [], 'no'],
    ['unreadable', [met], 'yes'],
  ])('of a run that says %s are, by the list %j, there: %s', (thresholds, listed, known) => {
    expect(hasThresholds(aSettledRun({ thresholds }), runMetrics({ thresholds: listed }))).toBe(known);
  });
});

describe('words inside a sentence', () => {
  it.each([
    ['No such test.', 'No such test'],
    ['No such test. . ', 'No such test'],
    ['a.b. c', 'a.b. c'],
    ['', ''],
  ])('of %j are %j', (text, words) => {
    expect(withoutFullStop(text)).toBe(words);
  });

  it.each<readonly [SecondRun['stop'], string]>([
    ['stopped', 'run 7650002, which was stopped'],
    ['already-over', 'run 7650002, which has ended'],
    ['stop-failed', 'run 7650002, which could not be stopped and may still be running'],
  ])('of a second run that is %s', (stop, words) => {
    expect(secondRunWords({ runId: '7650002', stop })).toBe(words);
  });
});
