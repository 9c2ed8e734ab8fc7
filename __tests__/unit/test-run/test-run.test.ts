/** A test run: when it runs or has run, and what it is without the result that it waits for. */
import { describe, expect, it } from '@jest/globals';
import type { Phase } from '../../../src/test-run/test-run.ts';
import { isRunningOrLater, withoutResult } from '../../../src/test-run/test-run.ts';
import { aPendingRun } from '../../support/a-run.ts';

describe('a run', () => {
  it.each<readonly [Phase, boolean]>([
    ['created', false],
    ['validated', false],
    ['queued', false],
    ['initializing', false],
    ['running', true],
    ['processing', true],
    ['deciding', true],
    ['unrecognised', false],
  ])('in the phase %s runs or has run: %j', (phase, isSo) => {
    expect(isRunningOrLater(phase)).toBe(isSo);
  });

  it('that was cut short is settled by how it ended, where its result does not come', () => {
    const ending = { kind: 'aborted', by: 'user' } as const;
    const run = aPendingRun({ phase: 'deciding', endedAs: ending, vuh: 1.25 });
    expect(withoutResult(run, ending)).toEqual({ ...run, state: 'settled', ending, metrics: 'not-awaited' });
  });
});
