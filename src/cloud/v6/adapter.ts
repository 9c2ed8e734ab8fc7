/** The current API (`/cloud/v6`): its routes and how this action calls them. Source: its OpenAPI description, 1.12.0. */
import type { AdapterPorts, Cloud } from '../cloud.ts';
import { batchReader } from '../batch-reader.ts';
import { retryUntil } from '../http/retry.ts';
import { readThresholds } from '../metrics/threshold-lists.ts';
import { thresholdsFrom } from '../../test-run/thresholds.ts';
import { v6Metrics } from './history.ts';
import { newRunDetector } from './new-runs.ts';
import { pendingList } from './pending-list.ts';
import type { Stack } from './stack.ts';
import { prepareStart, startRun } from './start.ts';
import { v6Session, v6Stopper } from './stopper.ts';
import { parseStartedRun, unknownRun } from './translate.ts';

/** What v6 needs besides the ports of every adapter. */
export interface V6Settings {
  readonly stack: Stack;
  /** A fresh UUID, the idempotency key of a start. */
  readonly uuid: () => string;
}

/** A mark is worth a few tries, no more. */
const MARK_MS = 30_000;

/**
 * Adapter of the current API.
 * @param several whether several runs are polled: then one request shows all of them, if they are many
 */
export function v6Cloud(adapterPorts: AdapterPorts, { stack, uuid }: V6Settings, several = false): Cloud {
  const session = v6Session(adapterPorts, stack);
  const { ports, send, pages } = session;
  const stopper = v6Stopper(session);
  const unknownRunOf: Cloud['unknownRun'] = (runId) => unknownRun(runId, pages.pageOf);
  const detector = newRunDetector(send, { read: stopper.read, unknownRun: unknownRunOf });
  const started: Parameters<typeof startRun>[0]['started'] = (response) =>
    pages.noted(parseStartedRun(response, pages.pageOf));
  return {
    ...stopper,
    read: several ? batchReader(pendingList(send, pages.pageOf), ports.clock, stopper.read) : stopper.read,
    apiName: 'v6 API',
    unknownRun: unknownRunOf,
    prepare: (testId, signal) => prepareStart({ ports, send, uuid }, testId, signal),
    start: (intent, signal, events = {}) => startRun({ ports, send, started, detector, events }, intent, signal),
    thresholds: async (run, signal) => thresholdsFrom(run.thresholds, await readThresholds(ports, run.id, signal)),
    markAsBaseline: async (runId, signal) => {
      const request = { method: 'POST', path: `/cloud/v6/test_runs/${runId}/star` } as const;
      await retryUntil({ ...ports, budgetMs: Math.min(MARK_MS, ports.outageMs) }, signal, () => send(request, signal));
    },
    metrics: v6Metrics(ports, pages.pageOf),
  };
}
