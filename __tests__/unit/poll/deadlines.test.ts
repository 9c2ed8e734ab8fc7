/** Which time limit ends first, and when. */
import { describe, expect, it } from '@jest/globals';
import type { TimeLimits } from '../../../src/inputs/inputs.ts';
import { nextDeadline } from '../../../src/poll/deadlines.ts';
import type { TimeLimit, Phase } from '../../../src/test-run/test-run.ts';
import { aPendingRun } from '../../support/a-run.ts';
import { SINCE_MS, aPollState } from '../../support/a-poll-state.ts';

/** The step began 100 s before the watching, and the present phase 50 s after it. */
const STEP_MS = SINCE_MS - 100_000;
const PHASE_MS = SINCE_MS + 50_000;
const NONE = { timeoutMs: undefined, queueMs: undefined, processingMs: 600_000, outageMs: 1 };

function first(phase: Phase, ran: boolean, limits: Partial<TimeLimits>): ReturnType<typeof nextDeadline> {
  const pollState = aPollState({ run: aPendingRun({ phase }), hasRun: ran, phaseSinceMs: PHASE_MS });
  return nextDeadline(pollState, { ...NONE, ...limits }, STEP_MS);
}

describe('nextDeadline', () => {
  it.each<readonly [string, Phase, boolean, Partial<TimeLimits>, TimeLimit, number, number]>([
    ['timeout counts from the step', 'running', true, { timeoutMs: 7000 }, 'timeout', 7000, STEP_MS],
    ['queue-timeout from the watching', 'queued', false, { queueMs: 9000 }, 'queue-timeout', 9000, SINCE_MS],
    ['processing-timeout from its phase', 'processing', true, {}, 'processing-timeout', 600_000, PHASE_MS],
    ['the result is due in half a minute', 'deciding', true, {}, 'result', 30_000, PHASE_MS],
    ['or sooner', 'deciding', true, { processingMs: 4000 }, 'result', 4000, PHASE_MS],
    ['the sooner: queue', 'queued', false, { timeoutMs: 200_000, queueMs: 9000 }, 'queue-timeout', 9000, SINCE_MS],
    ['the sooner: step', 'queued', false, { timeoutMs: 108_999, queueMs: 9000 }, 'timeout', 108_999, STEP_MS],
    ['both at once: step', 'queued', false, { timeoutMs: 109_000, queueMs: 9000 }, 'timeout', 109_000, STEP_MS],
    ['the sooner: metrics', 'processing', true, { timeoutMs: 800_000 }, 'processing-timeout', 600_000, PHASE_MS],
    [
      'a queue it has left counts no more',
      'queued',
      true,
      { timeoutMs: 800_000, queueMs: 1 },
      'timeout',
      800_000,
      STEP_MS,
    ],
  ])('%s', (_, phase, ran, limits, limit, limitMs, fromMs) => {
    expect(first(phase, ran, limits)).toEqual({ limit, limitMs, atMs: fromMs + limitMs });
  });

  it('waits less for the result of an aborted run', () => {
    const run = aPendingRun({ phase: 'deciding', endedAs: { kind: 'aborted', by: 'unknown' } });
    const pollState = aPollState({ run, hasRun: true, phaseSinceMs: PHASE_MS });
    expect(nextDeadline(pollState, NONE, STEP_MS)).toEqual({
      limit: 'result',
      limitMs: 10_000,
      atMs: PHASE_MS + 10_000,
    });
  });

  it('does not count the metrics anew where a status goes to and fro', () => {
    const pollState = aPollState({
      run: aPendingRun({ phase: 'processing' }),
      phaseSinceMs: PHASE_MS,
      endedSinceMs: SINCE_MS,
    });
    expect(nextDeadline(pollState, NONE, STEP_MS)).toMatchObject({ atMs: SINCE_MS + 600_000 });
  });

  it('is none where nothing is limited', () => {
    expect(first('running', true, { queueMs: 1 })).toBeUndefined();
  });
});
