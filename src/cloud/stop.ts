/** Stopping a run, the part that both APIs share: what counts as stopped, as over, and as worth another try. */
import type { TestRun } from '../test-run/test-run.ts';
import type { AdapterPorts, StopResult } from './cloud.ts';
import { CloudError } from './errors.ts';
import { retryUntil } from './http/retry.ts';

const LONGEST_PAUSE_MS = 5000;
/** The caller's bound ends with the budget: a last try begins before it, so that its failure is told and not the bound. */
const LAST_TRY = 0.9;

/** A run that is still being prepared is often refused its stop with these; a moment later the stop is accepted. */
const REFUSED_FOR_NOW: readonly (number | undefined)[] = [400, 403, 409];

/**
 * Asks for the stop at `path` until it is accepted, the run is over, or `budgetMs` end. Any 4xx, and a response that
 * cannot be read, is checked: a refusal because the run is over is a success, whatever status says so. 400, 403 and
 * 409 for a run that goes on may mean that it cannot be stopped yet, and 404 from stop and read that it cannot be seen
 * yet: the request is sent again. 401 ends the tries.
 * @throws CloudError
 */
export async function stopRun(
  ports: AdapterPorts & { readonly budgetMs: number },
  path: string,
  read: () => Promise<TestRun>,
  signal: AbortSignal,
): Promise<StopResult> {
  // A paid run does not wait for as long as a service in trouble may ask.
  const maxBackoffMs = Math.min(LONGEST_PAUSE_MS, ports.budgetMs / 4);
  const budgetMs = ports.budgetMs * LAST_TRY;
  let refusal: CloudError | undefined;
  try {
    return await retryUntil({ ...ports, budgetMs, maxBackoffMs }, signal, async () => {
      refusal = undefined;
      try {
        await ports.http.send({ method: 'POST', path, urgent: true }, signal);
        return 'stopping';
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        const isTooLarge = error.code === 'too-large'; // accepted or refused: only the run tells
        if (!isTooLarge && (error.status === undefined || error.status >= 500 || error.status === 429)) throw error;
        const run = await read().catch((failure: unknown) => {
          throw isNotThereYet(error, failure) ? notVisible(path, (refusal = error)) : failure;
        });
        if (hasEnded(run)) return 'already-over';
        if (!isTooLarge && !REFUSED_FOR_NOW.includes(error.status)) throw error;
        refusal = error.status === 409 ? undefined : error;
        throw notYet(path, run, error);
      }
    });
  } catch (error) {
    if (refusal === undefined || signal.aborted) throw error;
    throw refusal; // its own words and advice say more than that the run is not over
  }
}

/** Its load has ended; what is left is bookkeeping that no stop would shorten. */
export function hasEnded(run: TestRun): boolean {
  return run.state === 'settled' || run.phase === 'processing' || run.phase === 'deciding';
}

/** Both answers deny the run: it was just made and is not visible yet, or is gone. */
function isNotThereYet(refusal: CloudError, failure: unknown): boolean {
  return refusal.code === 'not-found' && failure instanceof CloudError && failure.code === 'not-found';
}

function notVisible(path: string, cause: CloudError): CloudError {
  return new CloudError('unavailable', {
    request: `POST ${path}`,
    response: 'the run is not visible',
    status: 404,
    cause,
  });
}

function notYet(path: string, run: TestRun, cause: CloudError): CloudError {
  return new CloudError('unavailable', {
    request: `POST ${path}`,
    response: `${cause.status ?? 'a response too large to read'}, although the run is not over (${run.statuses.run.field} ${run.statuses.run.value})`,
    ...(cause.status === undefined ? {} : { status: cause.status }),
    cause,
  });
}
