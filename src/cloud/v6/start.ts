/** Exactly one run per start on v6: one idempotency key for all tries, and a look at the list where that is not enough. */
import { earlierDurations } from '../../test-run/earlier-durations.ts';
import type { TestRun } from '../../test-run/test-run.ts';
import type { AdapterPorts, Preparation, StartEvents, StartIntent, Uncertainty } from '../cloud.ts';
import { StartUncertain } from '../cloud.ts';
import { CloudError, tryResult } from '../errors.ts';
import type { Http } from '../http/http.ts';
import { withFirstFailureReported } from '../http/retry.ts';
import { adoptRun, searchWindowMs, retryDuringOutage } from '../find-run.ts';
import type { NewRunDetector } from '../new-runs.ts';
import { ownRun } from '../own-run.ts';
import { newestRuns } from './list.ts';
import { parseNotes, startNotes } from './new-runs.ts';

/** The service remembers a key for 10 minutes (API description); past this a new try could be a new run. */
const KEY_LIFETIME_MS = 9 * 60_000;
/** Lists the newest runs, so that a newer one can be distinguished from them, and mints the key of the start. */
export async function prepareStart(
  { ports, send, uuid }: Pick<StartPorts, 'ports' | 'send'> & { readonly uuid: () => string },
  testId: string,
  signal: AbortSignal,
): Promise<Preparation> {
  const list = withFirstFailureReported(ports.onNotice, () => newestRuns(send, testId, () => true, signal));
  const listed = await retryDuringOutage(ports, signal, list);
  const newestFirst = [...listed.runs].sort((a, b) => (b.createdMs ?? 0) - (a.createdMs ?? 0));
  const earlier = earlierDurations(newestFirst.map(({ times }) => times));
  return { testId, notes: JSON.stringify(startNotes(uuid(), listed)), earlier };
}

/** What a start is made of: who sends it, who reads its answer, and who searches for its run. */
export interface StartPorts {
  readonly ports: AdapterPorts;
  readonly send: Http['send'];
  readonly started: (response: Awaited<ReturnType<Http['send']>>) => TestRun;
  readonly detector: NewRunDetector;
  readonly events: StartEvents;
}

/**
 * Sends the start, the same key with every try, until it is answered. Where it ends without an answer, or with a
 * refusal of the repeated key, the list tells which run a try has made.
 */
export async function startRun(
  { ports, send, started, detector, events }: StartPorts,
  planned: StartIntent,
  signal: AbortSignal,
): Promise<TestRun> {
  const { testId } = planned;
  const path = `/cloud/v6/load_tests/${testId}/start`;
  const { key } = parseNotes(planned);
  const headers = { 'k6-idempotency-key': key };
  const uncertain = (facts: Partial<Uncertainty>): StartUncertain =>
    new StartUncertain({ request: `POST ${path}`, testId, runIds: [], ...facts });
  const firstTryMs = ports.clock.now();
  const intent = { ...planned, sentAtMs: firstTryMs };
  const expiresMs = firstTryMs + KEY_LIFETIME_MS;
  let lost: CloudError | undefined;
  try {
    return await retryDuringOutage(ports, signal, async () => {
      if (lost !== undefined && ports.clock.now() > expiresMs) throw uncertain({ lastError: lost });
      try {
        const run = started(await send({ method: 'POST', path, headers }, signal));
        return await ownRun(run, { request: `POST ${path}`, intent, ports }, detector, signal);
      } catch (error) {
        if (error instanceof CloudError && tryResult(error) !== 'not-made') {
          lost = error;
          events.onDoubt?.({ firstTryMs, lastTryMs: ports.clock.now() });
        }
        throw error;
      }
    });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CloudError) || lost === undefined) throw error;
    const run = await adoptRun({ ports, detector, intent }, uncertain, signal);
    if (run === undefined) throw uncertain({ lastError: lost, searchedMs: searchWindowMs(ports) });
    return run;
  }
}
