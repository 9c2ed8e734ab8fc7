/** Builder of standings for tests: a run of ours, seen running for a while, unless told otherwise. */
import type { Standing } from '../../src/poll/poll-state.ts';
import { aPendingRun } from './a-run.ts';

/** The instant at which `aStanding` was watched first, epoch ms. */
export const SINCE_MS = 1_700_000_000_000;

/** A run that began to run 30 s after the watching began. */
export function aStanding(overrides: Partial<Standing>): Standing {
  return {
    run: aPendingRun({}),
    ours: true,
    seen: true,
    ran: true,
    sinceMs: SINCE_MS,
    phaseSinceMs: SINCE_MS + 30_000,
    overSinceMs: undefined,
    lookedMs: SINCE_MS + 31_000,
    beganMs: SINCE_MS + 30_000,
    failures: 0,
    failingSinceMs: undefined,
    retryAfterMs: undefined,
    ...overrides,
  };
}
