/** The current API (`/cloud/v6`): its routes and how this action calls them. Source: its OpenAPI description, 1.12.0. */
import type { TestRun } from '../../test-run/test-run.ts';
import type { Advice } from '../http/response.ts';
import type { AdapterPorts, Cloud } from '../cloud.ts';
import { assertRunId } from '../http/decode.ts';
import type { Http } from '../http/http.ts';
import { retryUntil } from '../http/retry.ts';
import { findRun } from '../find-run.ts';
import { stopRun } from '../stop.ts';
import { v6Metrics } from './history.ts';
import type { PageOf } from './translate.ts';
import { unknownRun, parseRun, parseStartedRun } from './translate.ts';
import type { Stack } from './stack.ts';
import { withinStack } from './stack.ts';
import { prepareStart, newRunDetector, startRun } from './start.ts';

/** What to do about refusals that have a meaning of their own here. */
export const V6_ADVICE: Advice = {
  unauthorized:
    'Check that `token` is a personal API token or a stack API token of k6 Cloud (Performance > Settings > ' +
    'Access); v6 takes no other kind.',
  forbidden:
    'Check `stack` and the rights of `token`: a personal API token needs its user to be a member of the stack and ' +
    'to have rights on the project, a stack API token opens its own stack alone.',
  'not-found': 'Check the id, and that `stack` is the stack that holds it.',
};

/** What v6 needs besides the ports of every adapter. */
export interface V6Settings {
  readonly stack: Stack;
  /** A fresh UUID, the idempotency key of a start. */
  readonly uuid: () => string;
}

/** A note is worth a few tries, no more. */
const NOTE_MS = 30_000;

/** Adapter of the current API. */
export function v6Cloud(ports: AdapterPorts, { stack, uuid }: V6Settings): Cloud {
  const send = withinStack(ports.http, stack);
  const pages = runPages(stack);
  const read = reader(ports, send, pages.pageOf);

  const unknownRunOf = (runId: string): ReturnType<typeof unknownRun> => unknownRun(runId, pages.pageOf);
  const detector = newRunDetector(send, { read, unknownRun: unknownRunOf });
  const started = (answer: Awaited<ReturnType<Http['send']>>, testId: string): TestRun =>
    pages.noted(parseStartedRun(answer, testId, pages.pageOf));
  return {
    apiName: 'v6 API',
    unknownRun: unknownRunOf,
    prepare: (testId, signal) => prepareStart(ports, send, uuid, testId, signal),
    start: (intent, signal) => startRun(ports, { send, started, detector }, intent, signal),
    find: (intent, signal) => findRun(ports, detector, intent, signal),
    read,
    stop: (runId, budgetMs, signal) => {
      const path = `/cloud/v6/test_runs/${runId}/abort`;
      return stopRun({ ...ports, http: { ...ports.http, send }, budgetMs }, path, () => read(runId, signal), signal);
    },
    thresholds: (run) => Promise.resolve(run.thresholds), // the run itself tells, or nothing does
    note: async (runId, text, signal) => {
      const asked = { method: 'PATCH', path: `/cloud/v6/test_runs/${runId}`, body: { note: text } } as const;
      await retryUntil({ ...ports, budgetMs: Math.min(NOTE_MS, ports.outageMs) }, signal, () => send(asked, signal));
    },
    metrics: v6Metrics({ ...ports, http: { ...ports.http, send } }, pages.pageOf),
    close: ports.http.close,
  };
}

/** One look; a status that this version does not know is told of once, and waited for. */
function reader(ports: AdapterPorts, send: Http['send'], pageOf: PageOf): Cloud['read'] {
  const told = new Set<string>();
  return async (runId, signal) => {
    const answer = await send({ method: 'GET', path: `/cloud/v6/test_runs/${runId}` }, signal);
    const run = assertRunId(parseRun(answer, pageOf), runId, answer.request);
    const { value } = run.statuses.run;
    if (run.state === 'pending' && run.phase === 'unrecognised' && !told.has(value)) {
      told.add(value);
      ports.onNotice(
        `Run ${runId} has the status ${value}, which this action does not know; it is waited for like any other.`,
      );
    }
    return run;
  };
}

/** Where a run's page is: as its start told, else within the stack where its address is known, else the old app. */
function runPages(stack: Stack): { readonly pageOf: PageOf; readonly noted: <Run extends TestRun>(run: Run) => Run } {
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
