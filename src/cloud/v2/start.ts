/** Exactly one run per start on an API without idempotency: look at the list before, and again when an answer is lost. */
import { sleep } from '../../clock.ts';
import type { TestRun } from '../../test-run/test-run.ts';
import type { AdapterPorts, StartIntent, Uncertainty } from '../cloud.ts';
import { StartUncertain } from '../cloud.ts';
import { CloudError, mayHaveBeenProcessed, retryability } from '../errors.ts';
import { runIdsOf } from './read.ts';
import { parseNotes, startNotes } from './new-runs.ts';
import { parseStartedRun } from './translate.ts';
import { backoffMs, withFirstFailureReported } from '../http/retry.ts';
import type { NewRunDetector } from '../find-run.ts';
import { adoptRun, oldRunError, retryDuringOutage } from '../find-run.ts';

/** Lists the runs that exist, so that a new one can be told from them. */
export async function prepareStart(ports: AdapterPorts, testId: string, signal: AbortSignal): Promise<StartIntent> {
  const list = withFirstFailureReported(ports.onNotice, () => runIdsOf(ports.http, testId, signal));
  const ids = await retryDuringOutage(ports, signal, list);
  return { testId, notes: JSON.stringify(startNotes(ids)) };
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
      if (parseNotes(intent).known.includes(run.id)) throw oldRunError(`POST ${path}`, run.id);
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
      const hope = retryability(error.code); // the list was read a moment ago, so the settings are right
      if (tooLate || (hope !== 'again' && hope !== 'again-few')) throw lost ? uncertain({ lastError: error }) : error;
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
