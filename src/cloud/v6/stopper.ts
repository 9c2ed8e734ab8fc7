/** v6 without the start: finds, reads and stops runs. The post step has nothing else. */
import type { AdapterPorts, Cloud, RunStopper } from '../cloud.ts';
import { findRun } from '../find-run.ts';
import { assertRunId } from '../http/decode.ts';
import type { Http } from '../http/http.ts';
import { secondRuns } from '../second-runs.ts';
import { stopRun } from '../stop.ts';
import type { TestRun } from '../../test-run/test-run.ts';
import { newRunDetector } from './new-runs.ts';
import type { Stack } from './stack.ts';
import { withinStack } from './stack.ts';
import type { PageOf } from './translate.ts';
import { parseRun, unknownRun } from './translate.ts';

/** What the stopper and the adapter share: a sender that names the stack, and the pages of the runs. */
export interface V6Session {
  readonly ports: AdapterPorts;
  readonly send: Http['send'];
  readonly pages: RunPages;
}

/** The session of a stack over the given connection. */
export function v6Session(ports: AdapterPorts, stack: Stack): V6Session {
  const send = withinStack(ports.http, stack);
  return { ports: { ...ports, http: { ...ports.http, send } }, send, pages: runPages(stack) };
}

/** Finds and stops runs of v6. */
export function v6Stopper({ ports, send, pages }: V6Session): RunStopper {
  const read = reader(ports, send, pages.pageOf);
  const detector = newRunDetector(send, { read, unknownRun: (runId) => unknownRun(runId, pages.pageOf) });
  return {
    find: (intent, signal) => findRun({ ports, detector, intent }, signal),
    secondRuns: (start, signal) => secondRuns(ports, detector, start, signal),
    read,
    stop: (runId, budgetMs, signal) =>
      stopRun({ ...ports, budgetMs }, `/cloud/v6/test_runs/${runId}/abort`, () => read(runId, signal), signal),
    close: ports.http.close,
  };
}

/** One read; a status that this version does not know is reported once, and waited for. */
function reader(ports: AdapterPorts, send: Http['send'], pageOf: PageOf): Cloud['read'] {
  const reported = new Set<string>();
  return async (runId, signal) => {
    const answer = await send({ method: 'GET', path: `/cloud/v6/test_runs/${runId}` }, signal);
    const run = assertRunId(parseRun(answer, pageOf), runId, answer.request);
    const { value } = run.statuses.run;
    if (run.state === 'pending' && run.phase === 'unrecognised' && !reported.has(value)) {
      reported.add(value);
      ports.onNotice(
        `Run ${runId} has the status ${value}, which this action does not know; it is waited for like any other.`,
      );
    }
    return run;
  };
}

/** The addresses of runs for people. */
interface RunPages {
  readonly pageOf: PageOf;
  readonly noted: <Run extends TestRun>(run: Run) => Run;
}

/** Where a run's page is: as its start told, else within the stack where its address is known, else the old app. */
function runPages(stack: Stack): RunPages {
  const pages = new Map<string, string>();
  const base = stack.kind === 'url' ? `${stack.url}/a/k6-app/runs/` : 'https://app.k6.io/runs/';
  return {
    pageOf: (runId) => pages.get(runId) ?? `${base}${runId}`,
    noted: (run) => {
      pages.set(run.id, run.url);
      return run;
    },
  };
}
