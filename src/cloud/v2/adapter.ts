/** The legacy API (`/loadtests/v2`): its routes and how this action calls them. Source: the page "Test Runs Legacy API". */
import type { TestRun, Thresholds } from '../../test-run/test-run.ts';
import type { AdapterPorts, Cloud } from '../cloud.ts';
import { CloudError } from '../errors.ts';
import { v2Metrics } from './history.ts';
import { unknownRun, parseThresholdCount } from './translate.ts';
import { newRunDetector } from './new-runs.ts';
import { startRun, prepareStart } from './start.ts';
import { v2Stopper } from './stopper.ts';
import { batchReader } from './batch-reader.ts';
import { retryUntil } from '../http/retry.ts';

/** A mark is worth a few tries, no more. */
const MARK_MS = 30_000;

/**
 * Adapter of the legacy API.
 * @param several whether several runs are looked at: then looks that are due together are merged
 */
export function v2Cloud(ports: AdapterPorts, several = false): Cloud {
  const stopper = v2Stopper(ports);
  const detector = newRunDetector(ports.http, stopper.read);
  return {
    ...stopper,
    apiName: 'legacy API',
    unknownRun,
    prepare: (testId, signal) => prepareStart(ports, testId, signal),
    start: (intent, signal, events = {}) => startRun({ ports, detector, events }, intent, signal),
    read: several ? batchReader(ports.http, ports.clock, stopper.read) : stopper.read,
    thresholds: (run, signal) => thresholds(ports, run, signal),
    metrics: v2Metrics(ports),
    note: undefined,
    markAsBaseline: async (runId, signal) => {
      const path = `/loadtests/v2/runs/${runId}/make_baseline`; // seen in public clients, not documented
      const budgetMs = Math.min(MARK_MS, ports.outageMs);
      await retryUntil({ ...ports, budgetMs }, signal, () => ports.http.send({ method: 'POST', path }, signal));
    },
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
