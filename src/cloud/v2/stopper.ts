/** The legacy API without the start: finds, reads and stops runs. The post step has nothing else. */
import type { AdapterPorts, RunStopper } from '../cloud.ts';
import { findRun } from '../find-run.ts';
import { secondRuns } from '../second-runs.ts';
import { stopRun } from '../stop.ts';
import { newRunDetector } from './new-runs.ts';
import { runReader } from './read.ts';

/** Finds and stops runs of the legacy API. */
export function v2Stopper(ports: AdapterPorts): RunStopper {
  const read = runReader(ports.http);
  const detector = newRunDetector(ports.http, read);
  return {
    find: (intent, signal) => findRun({ ports, detector, intent }, signal),
    secondRuns: (start, signal) => secondRuns(ports, detector, start, signal),
    read,
    stop: (runId, budgetMs, signal) =>
      stopRun({ ...ports, budgetMs }, `/loadtests/v2/runs/${runId}/stop`, () => read(runId, signal), signal),
    close: ports.http.close,
  };
}
