/** The poller: polls one run until it is settled, a time limit ends, or the step is cancelled. Knows time, not HTTP. */
import { sleep, withDeadline } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { CloudError, FEW_TRIES, problemOf, retryability } from '../cloud/errors.ts';
import type { TimeLimits } from '../inputs/inputs.ts';
import type { PollInterval } from './interval.ts';
import { nextDeadline } from './deadlines.ts';
import type { PollState } from './poll-state.ts';
import { afterPoll, initialState, afterFailure } from './poll-state.ts';
import type { EarlierDuration } from '../test-run/earlier-durations.ts';
import type { PendingRun, TestRun, PollResult } from '../test-run/test-run.ts';
import { withoutResult } from '../test-run/test-run.ts';

/** What the poller uses. */
export interface PollPorts {
  /** One poll, without a retry. */
  readonly read: (runId: string, signal: AbortSignal) => Promise<TestRun>;
  readonly clock: Clock;
  readonly interval: PollInterval;
  readonly limits: TimeLimits;
  /** The instant from which `timeout` counts, epoch ms. */
  readonly stepStartMs: number;
  /** How long earlier runs of the same test lasted; absent where that is not known. */
  readonly earlier?: readonly EarlierDuration[];
  /** Called after every poll that showed the run. */
  readonly onPoll: (run: TestRun) => void;
  /** Called after every failed poll that is retried. */
  readonly onPollError: (run: TestRun, failure: string) => void;
}

/** An answer that denies a run which was there a moment ago is believed after this long. */
const NOT_FOUND_GRACE_MS = 30_000;

/** At the very end of a time limit the run is polled once more, and may have ended. */
const LAST_POLL_MS = 5000;

/**
 * Polls a run to its end.
 * @param first the run as far as it is known
 * @param ours whether we started it: then it is known to exist, and a denial by the API is doubted for a while
 */
export async function poll(
  first: PendingRun,
  ports: PollPorts,
  signal: AbortSignal,
  ours: boolean,
): Promise<PollResult> {
  const { clock, interval, limits, stepStartMs } = ports;
  let pollState: PollState = { ...initialState(first, clock.now(), ours), earlier: ports.earlier ?? [] };
  for (;;) {
    const polled = await pollOnce(pollState, ports, signal);
    if (polled.kind !== 'pending') return polled;
    pollState = polled.pollState;
    const deadline = nextDeadline(pollState, limits, stepStartMs);
    if (deadline !== undefined && clock.now() >= deadline.atMs) {
      const { run } = pollState;
      return aborted(run, ports) ?? { kind: 'gave-up', limit: deadline.limit, limitMs: deadline.limitMs, run };
    }
    const wakeMs = Math.min(
      clock.now() + interval(pollState, clock.now()),
      deadline?.atMs ?? Infinity,
      outageEndsMs(pollState, limits),
    );
    try {
      await sleep(clock, wakeMs - clock.now(), signal);
    } catch {
      return { kind: 'cancelled', run: pollState.run }; // a sleep ends early by the signal alone
    }
  }
}

type PollStep = { readonly kind: 'pending'; readonly pollState: PollState } | PollResult;

async function pollOnce(pollState: PollState, ports: PollPorts, signal: AbortSignal): Promise<PollStep> {
  const late = new Error('the time limit ended within a poll');
  try {
    const run = await readInTime(pollState, ports, signal, late);
    ports.onPoll(run);
    if (run.state === 'settled') return { kind: 'settled', run };
    return { kind: 'pending', pollState: afterPoll(pollState, run, ports.clock.now()) };
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled', run: pollState.run };
    if (error === late) return { kind: 'pending', pollState };
    if (!(error instanceof CloudError)) throw error;
    const step = afterError(pollState, error, ports);
    return step.kind === 'pending' ? step : (aborted(pollState.run, ports) ?? step);
  }
}

/** A request may take longer than what is left of the time limit; the stop of a paid run does not wait for it. */
function readInTime(
  pollState: PollState,
  { read, limits, stepStartMs, clock }: PollPorts,
  signal: AbortSignal,
  late: Error,
): Promise<TestRun> {
  const { id } = pollState.run;
  const deadline = nextDeadline(pollState, limits, stepStartMs);
  if (deadline === undefined) return read(id, signal);
  const limitMs = Math.max(deadline.atMs - clock.now(), 0) + LAST_POLL_MS;
  return withDeadline(
    clock,
    { limitMs, signal, keepsProcessAlive: false },
    () => late,
    (within) => read(id, within),
  );
}

/** A run that was aborted has ended, whether its result comes or not. */
function aborted(run: PendingRun, { onPoll }: PollPorts): PollResult | undefined {
  if (run.endedAs === undefined) return undefined;
  const settled = withoutResult(run, run.endedAs);
  onPoll(settled);
  return { kind: 'settled', run: settled };
}

/** A failed poll: retried if a retry can help, within `outage-timeout`. */
function afterError(pollState: PollState, error: CloudError, ports: PollPorts): PollStep {
  const { clock, limits } = ports;
  const nowMs = clock.now();
  const sinceMs = pollState.failingSinceMs ?? nowMs;
  const lastingMs = nowMs - sinceMs;
  const failure = error.message;
  const allowed = retryability(error.code);
  const doubt = pollState.seen && lastingMs < Math.min(NOT_FOUND_GRACE_MS, limits.outageMs);
  if (allowed === 'final' || (allowed === 'retry-briefly' && !doubt))
    return { kind: 'api-refused', run: pollState.run, failure, problem: problemOf(error) };
  // Where the run was seen, the settings are right, and the failure can pass.
  const enough = allowed === 'retry-few' && !pollState.seen && pollState.failures + 1 >= FEW_TRIES;
  const limitMs = lastingMs >= limits.outageMs ? limits.outageMs : undefined;
  if (limitMs !== undefined || enough) return { kind: 'api-unreachable', run: pollState.run, failure, limitMs };
  ports.onPollError(pollState.run, failure);
  return { kind: 'pending', pollState: afterFailure(pollState, error.retryAfterMs, nowMs) };
}

/** Where an outage, if there is one, has lasted as long as it may. */
function outageEndsMs({ failingSinceMs }: PollState, { outageMs }: TimeLimits): number {
  return failingSinceMs === undefined ? Infinity : failingSinceMs + outageMs;
}
