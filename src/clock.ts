/** Time and chance as parameters: the only file that reads the clock, sets a timer or draws a random number. */
import { randomUUID } from 'node:crypto';

/** What the rest of the code knows of time; all instants are epoch milliseconds. */
export interface Clock {
  /** The present instant, epoch ms. */
  readonly now: () => number;
  /**
   * Calls `callback` once after `delayMs`; the function returned clears the timer.
   * `keepsProcessAlive: false`: a process with nothing else to do does not wait for it.
   */
  readonly setTimer: (
    delayMs: number,
    callback: () => void,
    options?: { readonly keepsProcessAlive: boolean },
  ) => () => void;
}

/** A number in [0, 1); injected so that jitter can be fixed in tests. */
export type Random = () => number;

/** setTimeout fires at once past 2^31-1 ms, so a longer sleep is cut to this and its caller sleeps again. */
const LONGEST_TIMER_MS = 2_147_483_647;

/**
 * The computer's own clock. It counts on from the process's start instead of reading the wall clock again, so that a
 * clock that is set, or jumps, ends no time limit.
 */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  setTimer: (delayMs, callback, options) => {
    const timer = setTimeout(callback, Math.min(Math.max(0, delayMs), LONGEST_TIMER_MS));
    if (options?.keepsProcessAlive === false) timer.unref();
    return () => {
      clearTimeout(timer);
    };
  },
};

/** The computer's own chance; good enough for jitter, not for secrets. */
export const systemRandom: Random = () => Math.random();

/** A fresh UUID of the computer's own. */
export const systemUuid = (): string => randomUUID();

/**
 * Waits `delayMs`, or until `signal` is aborted.
 * @throws the signal's reason, at once when it is aborted already
 */
export function sleep(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(toError(signal.reason));
      return;
    }
    const onAbort = (): void => {
      disarm();
      reject(toError(signal.reason));
    };
    const disarm = clock.setTimer(delayMs, () => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

/** How long work may take, and what ends it earlier. */
export interface Deadline {
  readonly limitMs: number;
  readonly signal: AbortSignal;
  /** `false`: the work keeps the process alive for as long as it lasts, and the deadline is only its bound. */
  readonly keepsProcessAlive?: boolean;
}

/**
 * Runs `work` under a signal that is aborted with `lateness()` once `limitMs` have passed, or with the reason of `signal`
 * when that comes first. Written out instead of `AbortSignal.any`, which keeps its sources alive for long-lived signals.
 * @throws what `work` throws
 */
export async function withDeadline<T>(
  clock: Clock,
  { limitMs, signal: outer, keepsProcessAlive = true }: Deadline,
  lateness: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const onAbort = (): void => {
    controller.abort(outer.reason);
  };
  if (outer.aborted) onAbort();
  outer.addEventListener('abort', onAbort, { once: true });
  const end = (): void => {
    controller.abort(lateness());
  };
  const disarm = clock.setTimer(limitMs, end, { keepsProcessAlive });
  try {
    return await work(controller.signal);
  } finally {
    disarm();
    outer.removeEventListener('abort', onAbort);
  }
}

/**
 * Waits for `work` until `signal` is aborted, even where the work does not listen to it.
 * @throws the signal's reason, or what `work` throws
 */
export function abortable<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      reject(toError(signal.reason));
    };
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    void work.then(resolve, reject).then(() => {
      signal.removeEventListener('abort', onAbort);
    });
  });
}

/**
 * Waits for `work`, but never longer than `limitMs`, even where it does not listen to its signal.
 * @throws `lateness()` when the time is over, or what `work` throws
 */
export function withTimeout<T>(
  clock: Clock,
  limitMs: number,
  lateness: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const never = new AbortController().signal;
  return withDeadline(clock, { limitMs, signal: never }, lateness, (signal) => abortable(signal, work(signal)));
}

/** How long work may take: less once `signal` is aborted, also where that happens in the middle of it. */
export interface Tightening extends Deadline {
  /** From the moment that `signal` is aborted. */
  readonly hastyMs: number;
}

/**
 * Runs `work` under a signal that is aborted with `lateness()` after `limitMs`, or `hastyMs` after the step's own signal.
 * @throws what `work` throws
 */
export async function withTighteningDeadline<T>(
  clock: Clock,
  { limitMs, hastyMs, signal }: Tightening,
  lateness: () => Error,
  work: (within: AbortSignal) => Promise<T>,
): Promise<T> {
  const hurry = new AbortController();
  let disarm = (): void => undefined;
  const onAbort = (): void => {
    disarm = clock.setTimer(hastyMs, () => {
      hurry.abort(lateness());
    });
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await withDeadline(clock, { limitMs, signal: hurry.signal }, lateness, work);
  } finally {
    disarm();
    signal.removeEventListener('abort', onAbort);
  }
}

/** Whether a signal is aborted by now; asked through a call, since the compiler takes a first answer for the last. */
export function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** An aborted signal's reason is `any` by type; ours are always errors. */
export function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
