/** The phases of a run, poll by poll. */
import { describe, expect, it } from '@jest/globals';
import { addPhase } from '../../../src/test-run/phases.ts';
import type { Phase, PhaseSpan } from '../../../src/test-run/test-run.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';

const polls = (...seen: readonly (Phase | 'settled')[]): readonly PhaseSpan[] =>
  seen.reduce<readonly PhaseSpan[]>(
    (spans, phase, place) =>
      addPhase(spans, phase === 'settled' ? aSettledRun({}) : aPendingRun({ phase }), place * 1000),
    [],
  );

describe('the spans of a run', () => {
  it('grow with each poll, and follow each other without a gap', () => {
    expect(polls('queued', 'queued', 'initializing', 'running', 'running', 'settled')).toEqual([
      { phase: 'queued', fromMs: 0, toMs: 2000 },
      { phase: 'initializing', fromMs: 2000, toMs: 3000 },
      { phase: 'running', fromMs: 3000, toMs: 5000 },
    ]);
  });

  it('begin with the first poll, and have none for a run that had ended by then', () => {
    expect(polls('running')).toEqual([{ phase: 'running', fromMs: 0, toMs: 0 }]);
    expect(polls('settled')).toEqual([]);
  });

  it('are not changed by a later poll', () => {
    const spans = polls('queued', 'running');
    const before = structuredClone(spans);
    addPhase(spans, aPendingRun({ phase: 'running' }), 9000);
    expect(spans).toEqual(before);
  });
});
