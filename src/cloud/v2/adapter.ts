/** The legacy API (`/loadtests/v2`): its routes and how this action calls them. Source: the page "Test Runs Legacy API". */
import type { TestRun, Thresholds } from '../../test-run/test-run.ts';
import type { Advice } from '../http/response.ts';
import type { AdapterPorts, Cloud } from '../cloud.ts';
import { CloudError } from '../errors.ts';
import { v2Metrics } from './history.ts';
import { runReader } from './read.ts';
import { unknownRun, parseThresholdCount } from './translate.ts';
import { newRunDetector, startRun, prepareStart } from './start.ts';
import { batchReader } from './batch-reader.ts';
import { retryUntil } from '../http/retry.ts';
import { findRun } from '../find-run.ts';
import { stopRun } from '../stop.ts';

/** What to do about refusals that have a meaning of their own here. */
export const V2_ADVICE: Advice = {
  removed: 'The legacy API may have been removed: set `stack` to use the current one.',
};

/**
 * Adapter of the legacy API.
 * @param several whether several runs are looked at: then looks that are due together are merged
 */
export function v2Cloud(ports: AdapterPorts, several = false): Cloud {
  const read = runReader(ports.http);
  const detector = newRunDetector(ports.http, read);
  return {
    apiName: 'legacy API',
    unknownRun: unknownRun,
    prepare: (testId, signal) => prepareStart(ports, testId, signal),
    start: (intent, signal, onRun = () => undefined) => startRun(ports, detector, intent, signal, onRun),
    find: (intent, signal) => findRun(ports, detector, intent, signal),
    read: several ? batchReader(ports.http, ports.clock, read) : read,
    stop: (runId, budgetMs, signal) =>
      stopRun({ ...ports, budgetMs }, `/loadtests/v2/runs/${runId}/stop`, () => read(runId, signal), signal),
    thresholds: (run, signal) => thresholds(ports, run, signal),
    metrics: v2Metrics(ports),
    note: undefined,
    close: ports.http.close,
  };
}

/** Whether thresholds exist is not part of a legacy run; the list of thresholds tells, where it still answers. */
async function thresholds(ports: AdapterPorts, run: TestRun, signal: AbortSignal): Promise<Thresholds> {
  const path = `/loadtests/v2/thresholds?test_run_id=${run.id}`;
  const budgetMs = Math.min(ports.outageMs, 30_000);
  try {
    const count = await retryUntil({ ...ports, budgetMs }, signal, async () =>
      parseThresholdCount(await ports.http.send({ method: 'GET', path }, signal)),
    );
    return count > 0 ? 'some' : 'none';
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CloudError)) throw error;
    return error.status === 404 || error.status === 410 ? 'unknown' : 'unreadable';
  }
}
