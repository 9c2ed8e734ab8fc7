/** The legacy API (`/loadtests/v2`): its routes and how this action calls them. Source: the page "Test Runs Legacy API". */
import { thresholdsFrom } from '../../test-run/thresholds.ts';
import type { AdapterPorts, Cloud } from '../cloud.ts';
import { retryUntil } from '../http/retry.ts';
import { readThresholds } from '../metrics/threshold-lists.ts';
import { v2Metrics } from './history.ts';
import { unknownRun } from './translate.ts';
import { newRunDetector } from './new-runs.ts';
import { startRun, prepareStart } from './start.ts';
import { v2Stopper } from './stopper.ts';
import type { BatchSource } from '../batch-reader.ts';
import { batchReader } from '../batch-reader.ts';
import { runsReader } from './read.ts';

/** A mark is worth a few tries, no more. */
const MARK_MS = 30_000;

/**
 * Adapter of the legacy API.
 * @param several whether several runs are polled: then reads that are due together are merged
 */
export function v2Cloud(ports: AdapterPorts, several = false): Cloud {
  const stopper = v2Stopper(ports);
  const detector = newRunDetector(ports.http, stopper.read);
  const list = runsReader(ports.http);
  const source: BatchSource = { list: (runIds, _, signal) => list(runIds, signal), fewest: 2 };
  return {
    ...stopper,
    apiName: 'legacy API',
    unknownRun,
    prepare: (testId, signal) => prepareStart(ports, testId, signal),
    start: (intent, signal, events = {}) => startRun({ ports, detector, events }, intent, signal),
    read: several ? batchReader(source, ports.clock, stopper.read) : stopper.read,
    thresholds: async (run, signal) => thresholdsFrom(run.thresholds, await readThresholds(ports, run.id, signal)),
    metrics: v2Metrics(ports),
    markAsBaseline: async (runId, signal) => {
      const path = `/loadtests/v2/runs/${runId}/make_baseline`; // seen in public clients, not documented
      const budgetMs = Math.min(MARK_MS, ports.outageMs);
      await retryUntil({ ...ports, budgetMs }, signal, () => ports.http.send({ method: 'POST', path }, signal));
    },
  };
}
