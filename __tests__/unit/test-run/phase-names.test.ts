/** The names of phases and endings, as people use them. */
import { describe, expect, it } from '@jest/globals';
import { endingName, phaseName } from '../../../src/test-run/phase-names.ts';
import type { PendingRun } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';

const WORDS = {
  run: { field: 'run_status', value: 'R' },
  processing: { field: 'processing_status', value: 'P' },
  result: { field: 'result_status', value: '' },
};

describe('names', () => {
  it('of phases are those that people use', () => {
    const name = (phase: PendingRun['phase']): string => phaseName(aPendingRun({ phase, statuses: WORDS }));
    expect(
      (
        ['created', 'validated', 'queued', 'initializing', 'running', 'processing', 'deciding', 'unrecognised'] as const
      ).map(name),
    ).toEqual([
      'created',
      'validated',
      'queued',
      'initializing',
      'running',
      'finished',
      'processed, no result yet',
      'unknown status R',
    ]);
  });

  it('of an aborted run without a result say that it was aborted', () => {
    const endedAs = { kind: 'aborted', by: 'unknown' } as const;
    expect(phaseName(aPendingRun({ phase: 'deciding', endedAs }))).toBe('aborted, no result yet');
  });

  it('of endings too', () => {
    const aborted = (['user', 'system', 'script-error', 'threshold', 'limit', 'unknown'] as const).map((by) =>
      endingName(aSettledRun({ ending: { kind: 'aborted', by } })),
    );
    const others = (['finished', 'timed-out', 'archived', 'unrecognised'] as const).map((kind) =>
      endingName(aSettledRun({ ending: { kind } })),
    );
    expect([...aborted, ...others]).toEqual([
      'aborted by user',
      'aborted by system',
      'aborted by script error',
      'aborted by threshold',
      'aborted by limit',
      'aborted',
      'processed',
      'timed out',
      'archived',
      'ended in an unknown way',
    ]);
  });
});
