/** Exactly one run per start on an API without idempotency: look at the list before, and again when an answer is lost. */
import { earlierDurations } from '../../test-run/earlier-durations.ts';
import type { TestRun } from '../../test-run/test-run.ts';
import type { AdapterPorts, Preparation, StartEvents, StartIntent, Uncertainty } from '../cloud.ts';
import { StartUncertain } from '../cloud.ts';
import { CloudError, tryResult } from '../errors.ts';
import { runIdsOf } from './read.ts';
import { startNotes } from './new-runs.ts';
import { parseStartedRun } from './translate.ts';
import { retryUntil, withFirstFailureReported } from '../http/retry.ts';
import type { Search } from '../find-run.ts';
import type { NewRunDetector } from '../new-runs.ts';
import { ownRun } from '../own-run.ts';
import { adoptRun, LONG_SEARCH_MS, searchWindowMs, retryDuringOutage, SHORT_SEARCH_MS } from '../find-run.ts';

/** A create is slow at times: k6's own client gives it a minute. Shorter where `outage-timeout` is. */
const START_REQUEST_MS = 60_000;

/** Lists the runs that exist, so that a new one can be told from them. */
export async function prepareStart(ports: AdapterPorts, testId: string, signal: AbortSignal): Promise<Preparation> {
  const list = withFirstFailureReported(ports.onNotice, () => runIdsOf(ports.http, testId, signal));
  const listed = await retryDuringOutage(ports, signal, list);
  return { testId, notes: JSON.stringify(startNotes(listed)), earlier: earlierDurations(listed.times) };
}

/** What a start is made of: the connection, who looks for its run, and who saves what is known. */
export interface StartPorts {
  readonly ports: AdapterPorts;
  readonly detector: NewRunDetector;
  readonly events: StartEvents;
}

/**
 * Sends the start until a run is ours. After a server error the list is searched, and the start is sent again if it
 * shows no run; the doubt that is kept lets others look for a second run later. After a try without a complete response
 * the start is never sent again: the service may still process it.
 */
export async function startRun(
  { ports, detector, events }: StartPorts,
  planned: StartIntent,
  signal: AbortSignal,
): Promise<TestRun> {
  const { clock, outageMs } = ports;
  const { testId } = planned;
  const path = `/loadtests/v2/tests/${testId}/start-testrun`;
  const timeoutMs = Math.min(ports.startRequestMs ?? START_REQUEST_MS, outageMs / 3);
  const uncertain = (facts: Partial<Uncertainty>): StartUncertain =>
    new StartUncertain({ request: `POST ${path}`, testId, runIds: [], ...facts });
  const firstTryMs = clock.now();
  const intent = { ...planned, sentAtMs: firstTryMs };
  const search: Search = { ports, detector, intent };
  const doubt = { kept: false };
  const attempt = async (): Promise<TestRun> => {
    try {
      const response = await ports.http.send({ method: 'POST', path, timeoutMs }, signal);
      const run = await ownRun(parseStartedRun(response), { request: `POST ${path}`, intent, ports }, detector, signal);
      events.onRun?.(run.id);
      return run;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CloudError) || error instanceof StartUncertain) throw error;
      const result = tryResult(error);
      if (result === 'not-made') throw error;
      doubt.kept = true;
      events.onDoubt?.({ firstTryMs, lastTryMs: clock.now() });
      const searchMs = result === 'uncertain' ? LONG_SEARCH_MS : SHORT_SEARCH_MS;
      const run = await adoptRun(search, uncertain, signal, searchMs);
      if (run !== undefined) return run;
      if (result === 'uncertain') throw uncertain({ lastError: error, searchedMs: searchWindowMs(ports, searchMs) });
      throw error;
    }
  };
  try {
    // The list was read a moment ago, so the settings are right.
    return await retryUntil({ ...ports, budgetMs: outageMs, fewTries: Infinity }, signal, attempt);
  } catch (error) {
    if (!doubt.kept || !(error instanceof CloudError) || error instanceof StartUncertain) throw error;
    throw uncertain({ lastError: error });
  }
}
