/** Exactly one run per start on an API without idempotency: look at the list before, and again when an answer is lost. */
import { sleep } from '../../clock.ts';
import type { TestRun } from '../../test-run/test-run.ts';
import * as v from 'valibot';
import type { AdapterPorts, StartIntent, Uncertainty } from '../cloud.ts';
import { StartUncertain } from '../cloud.ts';
import { CloudError, mayHaveBeenProcessed, retryability } from '../errors.ts';
import type { Http } from '../http/http.ts';
import type { RunReader } from './read.ts';
import { runIdsOf } from './read.ts';
import { unknownRun, parseStartedRun } from './translate.ts';
import { backoffMs } from '../http/retry.ts';
import type { NewRunDetector } from '../find-run.ts';
import { adoptRun, oldRunError, retryDuringOutage } from '../find-run.ts';

/** State holds this many known ids; older ones are left out, and no run that is older than these can be new. */
const MAX_KNOWN = 100;

const Notes = v.object({ known: v.array(v.string()), complete: v.boolean() });
type Notes = v.InferOutput<typeof Notes>;

/** Lists the runs that exist, so that a new one can be told from them. */
export async function prepareStart(ports: AdapterPorts, testId: string, signal: AbortSignal): Promise<StartIntent> {
  const ids = await retryDuringOutage(ports, signal, () => runIdsOf(ports.http, testId, signal));
  const newest = [...ids].sort((a, b) => Number(b) - Number(a)).slice(0, MAX_KNOWN);
  const notes: Notes = { known: newest, complete: newest.length === ids.size };
  return { testId, notes: JSON.stringify(notes) };
}

/** How a run of the legacy API is recognised as new: it was not in the list before. */
export function newRunDetector(http: Http, read: RunReader): NewRunDetector {
  const newRunIds: NewRunDetector['newRunIds'] = async ({ testId, notes }, signal) => {
    const { known, complete } = v.parse(Notes, JSON.parse(notes));
    const before = new Set(known);
    const oldest = complete ? 0 : Math.min(...known.map(Number));
    const ids = await runIdsOf(http, testId, signal);
    return [...ids].filter((runId) => !before.has(runId) && Number(runId) > oldest);
  };
  return { newRunIds, read, unknownRun: unknownRun };
}

/**
 * Sends the start until a run is ours. A try that may have been acted on is followed by a search, never by another
 * try alone; and since it may be acted on late, after its search has ended, a later success is checked for doubles.
 */
export async function startRun(
  ports: AdapterPorts,
  detector: NewRunDetector,
  intent: StartIntent,
  signal: AbortSignal,
  onRun: (runId: string) => void,
): Promise<TestRun> {
  const { clock, random, outageMs } = ports;
  const { testId } = intent;
  const path = `/loadtests/v2/tests/${testId}/start-testrun`;
  const uncertain = (facts: Partial<Uncertainty>): StartUncertain =>
    new StartUncertain({ request: `POST ${path}`, testId, runIds: [], ...facts });
  let firstFailureMs: number | undefined;
  let lost = false;
  for (let failures = 1; ; failures++) {
    try {
      const run = parseStartedRun(await ports.http.send({ method: 'POST', path }, signal), testId);
      if (v.parse(Notes, JSON.parse(intent.notes)).known.includes(run.id)) throw oldRunError(`POST ${path}`, run.id);
      onRun(run.id);
      if (lost) await checkForSecondRun(ports, detector, intent, run, uncertain, signal);
      return run;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CloudError) || error instanceof StartUncertain) throw error;
      firstFailureMs ??= clock.now();
      if (mayHaveBeenProcessed(error.code) === 'maybe') {
        lost = true;
        const run = await adoptRun(ports, detector, intent, uncertain, signal);
        if (run !== undefined) return run;
      }
      const pause = backoffMs(failures, error.retryAfterMs, random);
      const tooLate = clock.now() + pause > firstFailureMs + outageMs;
      if (tooLate || retryability(error.code) !== 'again') throw lost ? uncertain({ lastError: error }) : error;
      await sleep(clock, pause, signal);
    }
  }
}

/** @throws StartUncertain, naming the run that is surely ours, where another is new too */
async function checkForSecondRun(
  ports: AdapterPorts,
  detector: NewRunDetector,
  intent: StartIntent,
  own: TestRun,
  uncertain: (facts: Partial<Uncertainty>) => StartUncertain,
  signal: AbortSignal,
): Promise<void> {
  let fresh: readonly string[];
  try {
    fresh = await retryDuringOutage(ports, signal, () => detector.newRunIds(intent, signal));
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CloudError)) throw error;
    ports.onNotice(`Whether a lost try made a second run of test ${own.testId} could not be checked: ${error.message}`);
    return;
  }
  if (fresh.some((runId) => runId !== own.id)) throw uncertain({ runIds: fresh, ownRun: own });
}
