/** A run as v6 words it, and its translation: the only file that knows its status words. */
import { parseTail } from '../../test-run/note-tail.ts';
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
import * as v from 'valibot';
import { decode, errorCode } from '../http/decode.ts';
import type { ApiResponse } from '../http/response.ts';
import { entriesOf, timesOf } from './run-times.ts';
import type { Run } from './schemas.ts';
import { Run as RunSchema, StartedRun } from './schemas.ts';
import { abortChanceOf, thresholdsOf } from './script-options.ts';

/** The page of a run for people. */
export type PageOf = (runId: string) => string;

/** @throws CloudError `malformed` */
export function parseRun(answer: ApiResponse, pageOf: PageOf): TestRun {
  return translateRun(decode(RunSchema, answer), pageOf);
}

/**
 * The runs of a list that were asked for. One that cannot be read, is there twice, or has a status that this version
 * does not know is left out: read alone, it tells more.
 */
export function translateListed(
  entries: readonly unknown[],
  runIds: readonly string[],
  pageOf: PageOf,
): readonly TestRun[] {
  const runs = entries.flatMap((entry) => {
    const { success, output } = v.safeParse(RunSchema, entry);
    return success && runIds.includes(output.id) ? [output] : [];
  });
  const count = (id: string): number => runs.filter((run) => run.id === id).length;
  return runs
    .filter(({ id }) => count(id) === 1)
    .map((run) => translateRun(run, pageOf))
    .filter((run) => run.state === 'settled' || run.phase !== 'unrecognised');
}

/**
 * A run that was just started, and its page where the answer tells it: only this answer ever does.
 * @throws CloudError `malformed`
 */
export function parseStartedRun(answer: ApiResponse, pageOf: PageOf): PendingRun {
  const { test_run_details_page_url: page, ...run } = decode(StartedRun, answer);
  const { created: createdMs, estimated_duration: plannedMs, max_vus: vus } = run;
  const fresh = unknownRun(run.id, pageOf);
  return { ...fresh, seen: true, testId: run.test_id, url: page ?? fresh.url, createdMs, plannedMs, vus };
}

/** A run of which nothing is known but that it was created. */
export function unknownRun(runId: string, pageOf: PageOf): PendingRun {
  return {
    id: runId,
    url: pageOf(runId),
    ...NO_FACTS,
    seen: false,
    result: 'none',
    thresholds: 'unknown',
    statuses: statusesOf({ status: 'created', result: null }),
    state: 'pending',
    phase: 'created',
  };
}

const NO_FACTS = {
  testId: undefined,
  createdMs: undefined,
  startedMs: undefined,
  endedMs: undefined,
  plannedMs: undefined,
  executedMs: undefined,
  vus: undefined,
  vuh: undefined,
  detail: undefined,
};

/** Statuses on the way; the documentation names these and the two ends. Any other word is waited for. */
const PHASES: Readonly<Record<string, Phase>> = {
  created: 'created',
  queued: 'queued',
  initializing: 'initializing',
  running: 'running',
  processing_metrics: 'processing',
};

const RESULTS: readonly string[] = ['passed', 'failed', 'error'] satisfies Result[];

/** A run as one list of runs or another holds it. */
export function translateRun(run: Run, pageOf: PageOf): TestRun {
  const facts = factsOf(run, pageOf);
  if (run.status === 'aborted') {
    const ending = abortOf(run);
    if (facts.result === 'none') return { ...facts, state: 'pending', phase: 'deciding', endedAs: ending };
    return { ...facts, state: 'settled', ending, metrics: 'not-awaited' };
  }
  if (run.status !== 'completed') {
    const phase = Object.hasOwn(PHASES, run.status) ? PHASES[run.status] : undefined;
    return { ...facts, state: 'pending', phase: phase ?? 'unrecognised' };
  }
  if (facts.result === 'none') return { ...facts, state: 'pending', phase: 'deciding' };
  return { ...facts, state: 'settled', ending: { kind: 'finished' }, metrics: 'complete' };
}

/**
 * Who cut a run short. v6 has one status for it: a failed threshold with abortOnFail shows in the result, a user in the
 * history, and everything else (limit, script, platform) only in the code and the words of its explanation.
 */
function abortOf(run: Run): Ending {
  if (resultOf(run.result) === 'failed') return { kind: 'aborted', by: 'threshold' };
  const byUser = entriesOf(run).some(
    ({ type = '', extra }) => extra?.by_user !== undefined && !PENDING_STATUSES.has(type),
  );
  return { kind: 'aborted', by: byUser ? 'user' : (ABORTERS.get(detailOf(run)?.code ?? '') ?? 'unknown') };
}

/**
 * Who aborted a run by the code of its explanation. Source: k6, `internal/cloudapi/provisioning/notify.go` (8035, 8036),
 * and the example of a failed `setup()` in the OpenAPI description (8030). 8034 can be a timeout or an output.
 */
const ABORTERS: ReadonlyMap<string, Aborter> = new Map([
  ['8030', 'script-error'],
  ['8035', 'script-error'],
  ['8036', 'user'],
]);

/** A user named beside one of these set the run going; beside any other, the user ended it. */
const PENDING_STATUSES: ReadonlySet<string> = new Set(['created', 'queued', 'initializing', 'running']);

function factsOf(run: Run, pageOf: PageOf): RunFacts {
  const { startedMs, executedMs } = timesOf(run);
  return {
    id: run.id,
    testId: run.test_id,
    seen: true,
    url: run.test_run_details_page_url ?? pageOf(run.id),
    createdMs: run.created,
    startedMs,
    endedMs: run.ended,
    plannedMs: run.estimated_duration,
    executedMs,
    vus: run.max_vus,
    vuh: run.cost?.total_vuh,
    result: resultOf(run.result),
    thresholds: thresholdsOf(run.options),
    abortChance: abortChanceOf(run.options),
    detail: detailOf(run),
    statuses: statusesOf(run),
    origin: originOf(run.note),
  };
}

function originOf(note: string | undefined): RunFacts['origin'] {
  const tail = parseTail(note);
  return typeof tail === 'object' ? tail : undefined;
}

function resultOf(result: string | null): Result {
  if (result === null || result === '') return 'none';
  return isResult(result) ? result : 'unknown';
}

function isResult(word: string): word is 'passed' | 'failed' | 'error' {
  return RESULTS.includes(word);
}

/**
 * The service explains an end beside the result, or beside the status; the newest explanation counts. What a run waits
 * for is explained beside its present status.
 */
function detailOf(run: Run): RunFacts['detail'] {
  const newestFirst = [...entriesOf(run)].reverse();
  const explained = PENDING_STATUSES.has(run.status)
    ? newestFirst.filter(({ type }) => type === run.status).slice(0, 1)
    : newestFirst.filter(({ type = '' }) => !PENDING_STATUSES.has(type));
  const besideStatus = explained.map(({ extra }) => detailFrom(extra)).find((detail) => detail !== undefined);
  const besideResult = detailFrom(run.result_details);
  // One of them may hold the words alone, and the other the code.
  return besideResult === undefined
    ? besideStatus
    : {
        code: besideResult.code ?? besideStatus?.code,
        message: besideResult.message ?? besideStatus?.message,
      };
}

function detailFrom(explanation: Run['result_details']): RunFacts['detail'] {
  const code = errorCode(explanation?.code);
  const message = explanation?.message;
  return code === undefined && message === undefined ? undefined : { code, message };
}

/** v6 has no status of processing of its own: `processing_metrics` is a status of the run. */
function statusesOf({ status, result }: Pick<Run, 'status' | 'result'>): ApiStatuses {
  return {
    run: { field: 'status', value: status },
    processing: undefined,
    result: { field: 'result', value: result ?? '' },
  };
}
