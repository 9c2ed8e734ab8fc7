/** The watcher: looks at one run until it is settled, patience ends, or the step is cancelled; knows time, not HTTP. */
import { sleep } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { CloudError, prospect } from '../cloud/errors.ts';
import type { PatienceLimits } from '../inputs/inputs.ts';
import type { Pace } from './interval.ts';
import { nextDeadline } from './deadlines.ts';
import type { Standing } from './poll-state.ts';
import { advanced, begun, troubled } from './poll-state.ts';
import type { PendingRun, TestRun, Watched } from '../test-run/test-run.ts';

/** What a watcher works with. */
export interface WatchPorts {
  /** One look, tried once. */
  readonly read: (runId: string, signal: AbortSignal) => Promise<TestRun>;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly limits: PatienceLimits;
  /** The instant from which `timeout` counts, epoch ms. */
  readonly stepStartMs: number;
  /** Told of every look that showed the run. */
  readonly onLook: (run: TestRun) => void;
  /** Told of every look that failed and is made again. */
  readonly onTrouble: (run: TestRun, failure: string) => void;
}

/** An answer that denies a run which was there a moment ago is believed after this long. */
const DISBELIEF_MS = 30_000;

/**
 * Watches a run to its end.
 * @param first the run as far as it is known
 * @param ours whether we started it: then it is known to exist, and a denial by the API is doubted for a while
 */
export async function watch(
  first: PendingRun,
  ours: boolean,
  ports: WatchPorts,
  signal: AbortSignal,
): Promise<Watched> {
  const { clock, pace, limits, stepStartMs } = ports;
  let standing = begun(first, ours, clock.now());
  for (;;) {
    const looked = await look(standing, ports, signal);
    if (looked.kind !== 'pending') return looked;
    standing = looked.standing;
    const deadline = nextDeadline(standing, limits, stepStartMs);
    if (deadline !== undefined && clock.now() >= deadline.atMs) {
      return { kind: 'out-of-patience', patience: deadline.patience, limitMs: deadline.limitMs, run: standing.run };
    }
    const wakeMs = Math.min(
      clock.now() + pace(standing, clock.now()),
      deadline?.atMs ?? Infinity,
      outageEnd(standing, limits),
    );
    try {
      await sleep(clock, wakeMs - clock.now(), signal);
    } catch {
      return { kind: 'cancelled', run: standing.run }; // a sleep ends early by the signal alone
    }
  }
}

type Looked = { readonly kind: 'pending'; readonly standing: Standing } | Watched;

async function look(standing: Standing, ports: WatchPorts, signal: AbortSignal): Promise<Looked> {
  try {
    const run = await ports.read(standing.run.id, signal);
    ports.onLook(run);
    if (run.state === 'settled') return { kind: 'settled', run };
    return { kind: 'pending', standing: advanced(standing, run, ports.clock.now()) };
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled', run: standing.run };
    if (!(error instanceof CloudError)) throw error;
    return failed(standing, error, ports);
  }
}

/** A failed look: tried again while there is hope and patience for the outage. */
function failed(standing: Standing, error: CloudError, ports: WatchPorts): Looked {
  const { clock, limits } = ports;
  const nowMs = clock.now();
  const sinceMs = standing.failingSinceMs ?? nowMs;
  const lastingMs = nowMs - sinceMs;
  const failure = error.message;
  const hope = prospect(error.code);
  const doubt = standing.seen && lastingMs < Math.min(DISBELIEF_MS, limits.outageMs);
  if (hope === 'final' || (hope === 'again-briefly' && !doubt)) return { kind: 'refused', run: standing.run, failure };
  if (lastingMs >= limits.outageMs) return { kind: 'out-of-reach', run: standing.run, failure };
  ports.onTrouble(standing.run, failure);
  return { kind: 'pending', standing: troubled(standing, error.retryAfterMs, nowMs) };
}

/** Where an outage, if there is one, has lasted as long as it may. */
function outageEnd({ failingSinceMs }: Standing, { outageMs }: PatienceLimits): number {
  return failingSinceMs === undefined ? Infinity : failingSinceMs + outageMs;
}
