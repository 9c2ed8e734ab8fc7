/** Exactly one run per start on v6: one idempotency key for all tries, and a look at the list where that is not enough. */
import * as v from 'valibot';
import type { TestRun } from '../../test-run/test-run.ts';
import type { AdapterPorts, StartIntent, Uncertainty } from '../cloud.ts';
import { StartUncertain } from '../cloud.ts';
import { CloudError, mayHaveBeenProcessed } from '../errors.ts';
import type { Http } from '../http/http.ts';
import type { NewRunDetector } from '../find-run.ts';
import { adoptRun, oldRunError, retryDuringOutage } from '../find-run.ts';
import type { ListedRun } from './list.ts';
import { newestRuns } from './list.ts';

/** The service remembers a key for 10 minutes (API description); past this a new try could be a new run. */
const KEY_LIFETIME_MS = 9 * 60_000;
/** State holds this many known ids. */
const MAX_KNOWN = 100;

/**
 * `key`: for all tries of this start. `known`: the newest runs before it. `sinceMs`: when the newest of them was
 * created, by the service's own clock; ours may be off. Absent where there was none.
 */
const Notes = v.object({ key: v.string(), known: v.array(v.string()), sinceMs: v.optional(v.number()) });
type Notes = v.InferOutput<typeof Notes>;

/** Lists the newest runs, so that a newer one can be told from them, and mints the key of the start. */
export async function prepareStart(
  ports: AdapterPorts,
  send: Http['send'],
  uuid: () => string,
  testId: string,
  signal: AbortSignal,
): Promise<StartIntent> {
  const runs = await retryDuringOutage(ports, signal, () => newestRuns(send, testId, () => true, signal));
  const newest = [...runs].sort((a, b) => (b.createdMs ?? 0) - (a.createdMs ?? 0)).slice(0, MAX_KNOWN);
  const sinceMs = newest[0]?.createdMs;
  const notes: Notes = {
    key: uuid(),
    known: newest.map(({ id }) => id),
    ...(sinceMs === undefined ? {} : { sinceMs }),
  };
  return { testId, notes: JSON.stringify(notes) };
}

/** How a run of v6 is recognised as new: created no earlier than the newest run before, and not among those. */
export function newRunDetector(send: Http['send'], ports: Omit<NewRunDetector, 'newRunIds'>): NewRunDetector {
  const newRunIds: NewRunDetector['newRunIds'] = async ({ testId, notes }, signal) => {
    const { known, sinceMs = 0 } = v.parse(Notes, JSON.parse(notes));
    const isOld = ({ createdMs }: ListedRun): boolean => createdMs !== undefined && createdMs < sinceMs;
    const runs = await newestRuns(send, testId, isOld, signal);
    return runs.filter((run) => !isOld(run) && !known.includes(run.id)).map(({ id }) => id);
  };
  return { ...ports, newRunIds };
}

/** What a start is made of: who sends it, who reads its answer, and who looks for its run. */
export interface StartPorts {
  readonly send: Http['send'];
  readonly started: (answer: Awaited<ReturnType<Http['send']>>, testId: string) => TestRun;
  readonly detector: NewRunDetector;
}

/**
 * Sends the start, the same key with every try, until it is answered. Where it ends without an answer, or with a
 * refusal of the repeated key, the list tells which run a try has made.
 */
export async function startRun(
  ports: AdapterPorts,
  { send, started, detector }: StartPorts,
  intent: StartIntent,
  signal: AbortSignal,
): Promise<TestRun> {
  const { testId } = intent;
  const path = `/cloud/v6/load_tests/${testId}/start`;
  const { key, known } = v.parse(Notes, JSON.parse(intent.notes));
  const headers = { 'k6-idempotency-key': key };
  const uncertain = (facts: Partial<Uncertainty>): StartUncertain =>
    new StartUncertain({ request: `POST ${path}`, testId, runIds: [], ...facts });
  const expiresMs = ports.clock.now() + KEY_LIFETIME_MS;
  let lost: CloudError | undefined;
  try {
    return await retryDuringOutage(ports, signal, async () => {
      if (lost !== undefined && ports.clock.now() > expiresMs) throw uncertain({ lastError: lost });
      try {
        const run = started(await send({ method: 'POST', path, headers }, signal), testId);
        if (known.includes(run.id)) throw oldRunError(`POST ${path}`, run.id);
        return run;
      } catch (error) {
        if (error instanceof CloudError && mayHaveBeenProcessed(error.code) === 'maybe') lost = error;
        throw error;
      }
    });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CloudError) || lost === undefined) throw error;
    const run = await adoptRun(ports, detector, intent, uncertain, signal);
    if (run === undefined) throw uncertain({ lastError: lost });
    return run;
  }
}
