/** Which runs a start may have made: what an adapter tells by its list, and what the service's clock tells. */
import type { PendingRun, TestRun } from '../test-run/test-run.ts';
import type { AdapterPorts, StartIntent } from './cloud.ts';
import { CloudError } from './errors.ts';

/**
 * How much of a test's runs a list holds.
 * - `all`: there are no others
 * - `newest`: the others are older than these
 * - `some`: there are others, and they may be newer; that a run is not in it tells nothing
 */
export type Coverage = 'all' | 'newest' | 'some';

/** What an adapter brings to a search. */
export interface NewRunDetector {
  /**
   * The ids of the runs of the test that may have come into being since the intent; one try.
   * @throws CloudError also where there seem to be none, in a list that holds only some of the runs
   */
  readonly newRunIds: (intent: StartIntent, signal: AbortSignal) => Promise<readonly string[]>;
  /** Whether a run came into being since the intent, by the list before it; `undefined` where that does not tell. */
  readonly isNew: (run: Pick<TestRun, 'id' | 'createdMs'>, intent: StartIntent) => boolean | undefined;
  readonly read: (runId: string, signal: AbortSignal) => Promise<TestRun>;
  readonly unknownRun: (runId: string) => PendingRun;
}

/** A list that shows no new run, and not all of the runs that it tells of: it is read again like a malformed one. */
export function incompleteList(request: string): CloudError {
  return new CloudError('malformed', { request, response: 'the list does not show all runs of the test' });
}

/** Ids in the order of their numbers, so that a sentence names them in one order; 64 bits are more than a number holds. */
export function oldestFirst(runIds: readonly string[]): readonly string[] {
  return [...runIds].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

/** What the service's stamps and our reckoning of its clock may differ by. */
export const CLOCK_DOUBT_MS = 60_000;

/** Whether a run came into being since the intent, by the list and by the clock; either of them is enough to call it old. */
export function ageOf(
  run: Pick<TestRun, 'id' | 'createdMs'>,
  intent: StartIntent,
  { http, clock }: AdapterPorts,
  { isNew }: Pick<NewRunDetector, 'isNew'>,
): 'new' | 'old' | 'unknown' {
  const byList = isNew(run, intent);
  const serverNowMs = http.serverNowMs();
  // A clock that was set back since the start was sent tells nothing of how long ago that was.
  const sinceSentMs = intent.sentAtMs === undefined ? -1 : clock.now() - intent.sentAtMs;
  const isKnown = run.createdMs !== undefined && serverNowMs !== undefined && sinceSentMs >= 0;
  const byClock = isKnown ? run.createdMs >= serverNowMs - sinceSentMs - CLOCK_DOUBT_MS : undefined;
  if (byList === false || byClock === false) return 'old';
  return byList === true || byClock === true ? 'new' : 'unknown';
}
