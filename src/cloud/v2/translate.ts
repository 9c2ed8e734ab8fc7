/** A run as the legacy API words it, and its translation: the only file that knows its status numbers. */
import type {
  Aborter,
  Ending,
  PendingRun,
  Phase,
  Result,
  RunFacts,
  ApiStatuses,
  TestRun,
} from '../../test-run/test-run.ts';
import type { ListedTimes } from '../../test-run/earlier-durations.ts';
import * as v from 'valibot';
import { decode, errorCode } from '../http/decode.ts';
import { OneRun, Run, RunList, RunPage, StartedRun, NO_FACTS } from './schemas.ts';
import type { ApiResponse } from '../http/response.ts';

/** Ids on one page of a test's runs, and how many runs there are in all, where it says so. */
export interface RunPageIds {
  readonly ids: readonly string[];
  readonly count: number | undefined;
  /** The times of the same runs, by id, as far as the service tells them. */
  readonly times: ReadonlyMap<string, ListedTimes>;
}

/** @throws CloudError `malformed` */
export function parseRun(answer: ApiResponse): TestRun {
  return translateRun(decode(OneRun, answer)['k6-run']);
}

/**
 * The runs of a list that were asked for, by id. An entry that cannot be read is left out, so that one odd run does not
 * hide the others; read alone, it tells what is wrong with it. A run that is listed twice is left out too: one of the
 * entries is wrong.
 * @throws CloudError `malformed` where it is no list at all
 */
export function parseRunsById(answer: ApiResponse, wanted: ReadonlySet<string>): ReadonlyMap<string, TestRun> {
  const entries = decode(RunList, answer)['k6-runs'].map((entry) => v.safeParse(Run, entry));
  const runs = entries.flatMap(({ success, output }) => (success && wanted.has(output.id) ? [output] : []));
  const count = (id: string): number => runs.filter((run) => run.id === id).length;
  return new Map(runs.filter(({ id }) => count(id) === 1).map((run) => [run.id, translateRun(run)]));
}

/**
 * A run that was just started. Its statuses are not read: the documents show a schema dump there, and the first read
 * tells.
 * @throws CloudError `malformed`
 */
export function parseStartedRun(answer: ApiResponse): PendingRun {
  const run = decode(StartedRun, answer)['k6-run'];
  const fresh = unknownRun(run.id);
  return {
    ...fresh,
    seen: true,
    testId: run.test_id,
    createdMs: run.created,
    url: run.k6_runtime_config?.testRunDetails ?? fresh.url,
    plannedMs: run.duration,
    vus: run.vus,
  };
}

/** A run of which nothing is known but that it was created. */
export function unknownRun(runId: string): PendingRun {
  const created = { run_status: -2, processing_status: 0, result_status: null, id: runId };
  return { ...factsOf({ ...created, ...NO_FACTS }), seen: false, state: 'pending', phase: 'created' };
}

/** Where the API gives no address of its own. */
function appUrl(runId: string): string {
  return `https://app.k6.io/runs/${runId}`;
}

/** @throws CloudError `malformed` */
export function parseRunPage(answer: ApiResponse): RunPageIds {
  const page = decode(RunPage, answer);
  const runs = page['k6-runs'];
  const times = runs.map(({ id, started, ended, duration }) => {
    return [id, { startedMs: started, endedMs: ended, executedMs: undefined, plannedMs: duration }] as const;
  });
  return { ids: runs.map(({ id }) => id), count: page.meta?.count, times: new Map(times) };
}

/** What a `run_status` is to us: under way, or over in some way. Source: the page's table, and k6's own list for 10. */
const RUN_STATUS: ReadonlyMap<number, readonly [word: string, Phase | Ending]> = new Map([
  [-2, ['CREATED', 'created']],
  [-1, ['VALIDATED', 'validated']],
  [0, ['QUEUED', 'queued']],
  [1, ['INITIALIZING', 'initializing']],
  [2, ['RUNNING', 'running']],
  [3, ['FINISHED', { kind: 'finished' }]],
  [4, ['TIMED_OUT', { kind: 'timed-out' }]],
  [5, ['ABORTED_BY_USER', aborted('user')]],
  [6, ['ABORTED_BY_SYSTEM', aborted('system')]],
  [7, ['ABORTED_BY_SCRIPT_ERROR', aborted('script-error')]],
  [8, ['ABORTED_BY_THRESHOLD', aborted('threshold')]],
  [9, ['ABORTED_BY_LIMIT', aborted('limit')]],
  [10, ['ARCHIVED', { kind: 'archived' }]],
] as const);

const PROCESSING_STATUS: readonly string[] = ['NOT_STARTED', 'PROCESSING', 'FINISHED', 'ERROR'];
const PROCESSED = 2;
const PROCESSING_ERROR = 3;

const RESULT_STATUS: readonly (readonly [word: string, Result])[] = [
  ['PASSED', 'passed'],
  ['FAILED', 'failed'],
];

/** A run as one list of runs or another holds it. */
export function translateRun(run: Run): TestRun {
  const facts = factsOf(run);
  const known = RUN_STATUS.get(run.run_status)?.[1];
  const standing = known ?? (run.run_status < 0 ? 'unrecognised' : { kind: 'unrecognised' as const });
  if (typeof standing === 'string') return { ...facts, state: 'pending', phase: standing };
  if (standing.kind !== 'finished') return { ...facts, state: 'settled', ending: standing, metrics: 'not-awaited' };
  return finishedRun(run, facts, standing);
}

/** A finished run still owes its metrics, and then its result, which may change until they are there. */
function finishedRun(run: Run, facts: RunFacts, ending: Ending): TestRun {
  if (run.processing_status === PROCESSING_ERROR) return { ...facts, state: 'settled', ending, metrics: 'incomplete' };
  if (run.processing_status !== PROCESSED) return { ...facts, state: 'pending', phase: 'processing' };
  if (facts.result === 'none') return { ...facts, state: 'pending', phase: 'deciding' };
  return { ...facts, state: 'settled', ending, metrics: 'complete' };
}

function factsOf(run: Run): RunFacts {
  return {
    id: run.id,
    testId: run.test_id,
    seen: true,
    url: run.k6_runtime_config?.testRunDetails ?? appUrl(run.id),
    createdMs: run.created,
    startedMs: run.started,
    endedMs: run.ended,
    plannedMs: run.duration,
    executedMs: run.execution_duration,
    vus: run.vus,
    vuh: run.vuh_cost,
    result: resultOf(run.result_status),
    thresholds: 'unknown',
    detail: detailOf(run),
    statuses: statusesOf(run),
  };
}

function resultOf(status: Run['result_status']): Result {
  if (status === null) return 'none';
  return (status === 'odd' ? undefined : RESULT_STATUS[status]?.[1]) ?? 'unknown';
}

function statusesOf({ run_status: run, processing_status: processing, result_status: result }: Run): ApiStatuses {
  return {
    run: { field: 'run_status', value: RUN_STATUS.get(run)?.[0] ?? `UNKNOWN (${run})` },
    processing: { field: 'processing_status', value: statusName(PROCESSING_STATUS, processing) },
    result: {
      field: 'result_status',
      value:
        result === null
          ? ''
          : statusName(
              RESULT_STATUS.map(([word]) => word),
              result,
            ),
    },
  };
}

function statusName(all: readonly string[], status: number | 'odd'): string {
  return (status === 'odd' ? undefined : all[status]) ?? `UNKNOWN (${status})`;
}

function detailOf({ error_code, error_detail: message }: Run): RunFacts['detail'] {
  const code = errorCode(error_code);
  return code === undefined && message === undefined ? undefined : { code, message };
}

function aborted(by: Aborter): Ending {
  return { kind: 'aborted', by };
}
