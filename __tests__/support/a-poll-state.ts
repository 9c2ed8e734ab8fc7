/** Builder of poll states for tests: by default a run of ours that has been running for a while. */
import type { PollState } from '../../src/poll/poll-state.ts';
import { aPendingRun } from './a-run.ts';

/** The instant at which `aStanding` was watched first, epoch ms. */
export const SINCE_MS = 1_700_000_000_000;

/** A run that began to run 30 s after the watching began. */
export function aPollState(overrides: Partial<PollState>): PollState {
  return {
    run: aPendingRun({}),
    startedByUs: true,
    seen: true,
    hasRun: true,
    pollingSinceMs: SINCE_MS,
    phaseSinceMs: SINCE_MS + 30_000,
    endedSinceMs: undefined,
    polledMs: SINCE_MS + 31_000,
    runningSinceMs: SINCE_MS + 30_000,
    failures: 0,
    failingSinceMs: undefined,
    retryAfterMs: undefined,
    earlier: [],
    ...overrides,
  };
}
