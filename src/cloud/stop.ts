/** Stopping a run, the part that both APIs share: what counts as stopped, as over, and as worth another try. */
import type { TestRun } from '../test-run/test-run.ts';
import type { AdapterPorts, StopResult } from './cloud.ts';
import { CloudError } from './errors.ts';
import { retryUntil } from './http/retry.ts';

const LONGEST_PAUSE_MS = 5000;

/**
 * Asks for the stop at `path` until it is granted, the run is over, or `budgetMs` end. Any 4xx, and an
 * answer that cannot be read, is looked into: a refusal because the run is over is a success, whatever status says so. 409 from a run that goes on means that it
 * cannot be stopped yet: the request is made again.
 * @throws CloudError
 */
export async function stopRun(
  ports: AdapterPorts & { readonly budgetMs: number },
  path: string,
  look: () => Promise<TestRun>,
  signal: AbortSignal,
): Promise<StopResult> {
  // A paid run does not wait for as long as a service in trouble may ask.
  const longestPauseMs = Math.min(LONGEST_PAUSE_MS, ports.budgetMs / 4);
  return retryUntil({ ...ports, maxBackoffMs: longestPauseMs }, signal, async () => {
    try {
      await ports.http.send({ method: 'POST', path, urgent: true }, signal);
      return 'stopping';
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      if (error.status === undefined || error.status >= 500 || error.status === 429) throw error;
      const run = await look();
      if (hasEnded(run)) return 'already-over';
      throw error.status === 409 ? notYet(path, run, error) : error;
    }
  });
}

/** Its load has ended; what is left is bookkeeping that no stop would shorten. */
function hasEnded(run: TestRun): boolean {
  return run.state === 'settled' || run.phase === 'processing' || run.phase === 'deciding';
}

function notYet(path: string, run: TestRun, cause: CloudError): CloudError {
  return new CloudError('unavailable', {
    request: `POST ${path}`,
    response: `409, although the run is not over (${run.statuses.run.field} ${run.statuses.run.value})`,
    status: 409,
    cause,
  });
}
