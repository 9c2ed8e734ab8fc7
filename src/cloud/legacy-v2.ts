/** The legacy API (`/loadtests/v2`): its routes and how this action calls them. Source: the page "Test Runs Legacy API". */
import type { TestRun, Thresholds } from '../test-run/test-run.ts';
import type { AdapterPorts, Cloud, Stopped } from './cloud.ts';
import { isPending } from './cloud.ts';
import { CloudError } from './errors.ts';
import type { RunReader } from './legacy-v2-read.ts';
import { runReader } from './legacy-v2-read.ts';
import { freshRun, legacyThresholdCount } from './legacy-v2-run.ts';
import { findRun, legacyStart, prepareStart } from './legacy-v2-start.ts';
import { togetherReader } from './legacy-v2-together.ts';
import { persist } from './retry.ts';

/**
 * Adapter of the legacy API.
 * @param several whether several runs are looked at: then looks that are due together are merged
 */
export function legacyCloud(ports: AdapterPorts, several: boolean): Cloud {
  const read = runReader(ports.http);
  return {
    apiName: 'legacy API',
    unseen: freshRun,
    prepare: (testId, signal) => prepareStart(ports, testId, signal),
    start: (intent, signal) => legacyStart(ports, intent, read, signal),
    find: (intent, signal) => findRun(ports, intent, read, signal),
    read: several ? togetherReader(ports.http, ports.clock, read) : read,
    stop: (runId, budgetMs, signal) => stop({ ...ports, budgetMs }, runId, read, signal),
    thresholds: (run, signal) => thresholds(ports, run, signal),
    close: ports.http.close,
  };
}

/** Any 4xx is looked into: a refusal because the run is over is a success, whatever status says so. */
async function stop(
  ports: AdapterPorts & { readonly budgetMs: number },
  runId: string,
  read: RunReader,
  signal: AbortSignal,
): Promise<Stopped> {
  return persist(ports, signal, async () => {
    try {
      await ports.http.send({ method: 'POST', path: `/loadtests/v2/runs/${runId}/stop`, urgent: true }, signal);
      return 'stopping';
    } catch (error) {
      // A stop that was carried out, but answered with something unreadable, was carried out.
      if (error instanceof CloudError && error.code === 'malformed') return 'stopping';
      const refused = error instanceof CloudError && error.status !== undefined && error.status < 500;
      if (!refused || error.status === 429) throw error;
      if (!isPending(await read(runId, signal))) return 'already-over';
      throw error;
    }
  });
}

/** Whether thresholds exist is not part of a legacy run; the list of thresholds tells, where it still answers. */
async function thresholds(ports: AdapterPorts, run: TestRun, signal: AbortSignal): Promise<Thresholds> {
  const path = `/loadtests/v2/thresholds?test_run_id=${run.id}`;
  const budgetMs = Math.min(ports.outageMs, 30_000);
  try {
    const count = await persist({ ...ports, budgetMs }, signal, async () =>
      legacyThresholdCount(await ports.http.send({ method: 'GET', path }, signal)),
    );
    return count > 0 ? 'some' : 'none';
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CloudError)) throw error;
    return error.status === 404 || error.status === 410 ? 'unknown' : 'unreadable';
  }
}
