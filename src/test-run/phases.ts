/** The phases of a run as they were seen from outside, built poll by poll. */
import type { PhaseSpan, TestRun } from './test-run.ts';

/** The spans so far, with one more poll of the run: a phase that goes on is extended, a new one begins. */
export function addPhase(spans: readonly PhaseSpan[], run: TestRun, nowMs: number): readonly PhaseSpan[] {
  const last = spans.at(-1);
  const before = spans.slice(0, -1);
  const closed = last === undefined ? [] : [...before, { ...last, toMs: nowMs }];
  if (run.state === 'settled' || run.phase === last?.phase) return closed;
  return [...closed, { phase: run.phase, fromMs: nowMs, toMs: nowMs }];
}
