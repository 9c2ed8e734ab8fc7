/** A run as the current API shows it. Source: schema `TestRunApiModel` of its OpenAPI description. */
import type { EmulatedTest } from '../machine/cloud-model.ts';
import type { Stage, Reason, Status } from '../machine/scenario.ts';
import type { StatusEntry, RunView } from '../machine/run-view.ts';
import type { V6Context, V6Options } from './v6-options.ts';

const DAY_MS = 24 * 3_600_000;
/** Keys that servers from before 1.9 do not send. */
const NEW_KEYS: ReadonlySet<string> = new Set([
  'max_vus',
  'max_browser_vus',
  'estimated_duration',
  'execution_duration',
  'is_starred',
]);

/** One run; what is only known after validation is null before it. */
export function v6Run(run: RunView, context: V6Context): Readonly<Record<string, unknown>> {
  const { cloud, options } = context;
  const whole = {
    id: run.id,
    test_id: run.testId,
    project_id: run.projectId,
    started_by: run.startedBy ?? null,
    created: v6Time(run.createdMs),
    ended: v6Time(run.endedMs),
    note: run.note,
    retention_expiry: v6Time(run.createdMs + 90 * DAY_MS),
    ...statuses(run),
    ...plan(run, cloud.test(run.testId), options),
    result: result(run),
    result_details: resultDetails(run, options),
    k6_dependencies: { k6: '>=1.0' },
    k6_versions: { k6: '2.2.0' },
    execution_duration: executedS(run, cloud.now()),
    is_starred: run.starred,
  };
  if (options.oldServer !== true) return whole;
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !NEW_KEYS.has(key)));
}

/** `2026-05-31T06:44:58.984000Z`; null for none. */
export function v6Time(epochMs: number | undefined): string | null {
  return epochMs === undefined ? null : new Date(epochMs).toISOString().replace(/Z$/u, '000Z');
}

/** The word of `status`. What the legacy API separates by number is one `aborted` here. */
function statusWord({ status, processing = 'not-started' }: Stage): string {
  if (typeof status !== 'string') return String(status.raw);
  if (status === 'validated') return 'created';
  if (status === 'finished') {
    return processing === 'not-started' || processing === 'processing' ? 'processing_metrics' : 'completed';
  }
  return isPendingWord(status) ? status : 'aborted';
}

function isPendingWord(status: Exclude<Status, { readonly raw: unknown }>): boolean {
  return status === 'created' || status === 'queued' || status === 'initializing' || status === 'running';
}

function statuses(run: RunView): Record<string, unknown> {
  const steps = run.history
    .filter(
      (entered, at, all) => at === 0 || statusWord(entered.stage) !== statusWord(all[at - 1]?.stage ?? entered.stage),
    )
    .map((entered) => step(entered, run));
  const current = steps.at(-1);
  return { status: current?.type, status_details: current, status_history: steps };
}

/** A reason that came later within the same word (`completed` at once, its result after) belongs to the word. */
function step({ stage, stampMs }: StatusEntry, run: RunView): { type: string; entered: string | null; extra: unknown } {
  const word = statusWord(stage);
  const { reason } = run.history.findLast((entered) => statusWord(entered.stage) === word)?.stage ?? stage;
  return { type: word, entered: v6Time(stampMs), extra: extra(reason) };
}

function extra(reason: Reason | undefined): unknown {
  if (reason === undefined) return null;
  return { by_user: reason.byUser ?? null, message: reason.message ?? null, code: reason.code ?? null };
}

function result(run: RunView): unknown {
  if (typeof run.result !== 'string') return run.result.raw;
  const isKnown = run.over && run.processing !== 'processing' && run.result !== 'none';
  return isKnown ? run.result : null;
}

function resultDetails(run: RunView, { oldServer = false }: V6Options): unknown {
  if (oldServer) return {};
  const type = result(run);
  if (typeof type !== 'string') return null;
  const message = type === 'failed' ? 'One or more thresholds were crossed.' : null;
  return { type, message: run.reason?.message ?? message, code: run.reason?.code ?? null };
}

/** Everything that validation brings. */
function plan(run: RunView, test: EmulatedTest | undefined, options: V6Options): Record<string, unknown> {
  const { plannedS, vus } = run.scenario;
  const unknown = run.status === 'created';
  return {
    cost: unknown ? null : cost(run, options),
    distribution: unknown ? null : [{ load_zone: 'amazon:us:ashburn', percent: 100 }],
    options: unknown || options.runOptions === 'null' ? null : scriptOptions(run, test, options),
    max_vus: unknown ? null : vus,
    max_browser_vus: unknown ? null : 0,
    estimated_duration: unknown ? null : plannedS,
  };
}

function scriptOptions(run: RunView, test: EmulatedTest | undefined, options: V6Options): Record<string, unknown> {
  const thresholds: Record<string, unknown[]> = {};
  for (const { metric, stat, operator, limit, abortOnFail } of test?.thresholds ?? []) {
    const condition = `${stat}${operator}${limit}`;
    (thresholds[metric] ??= []).push(abortOnFail === true ? { threshold: condition, abortOnFail } : condition);
  }
  const some = Object.keys(thresholds).length > 0 && options.runOptions !== 'no-thresholds';
  return {
    vus: run.scenario.vus,
    duration: `${run.scenario.plannedS}s`,
    cloud: { projectID: run.projectId },
    ...(some ? { thresholds } : {}),
  };
}

function cost(run: RunView, { oldServer = false, costsAs }: V6Options): Record<string, unknown> {
  const vuh = run.scenario.vuh ?? Math.round((run.scenario.vus * run.scenario.plannedS) / 36) / 100;
  const written = (number: number): number | string =>
    oldServer || costsAs === 'strings' ? number.toFixed(2) : number;
  const breakdown = { protocol_vuh: written(vuh), browser_vuh: written(0) };
  if (oldServer) return { total_vuh: written(vuh), breakdown };
  const reduction = { reduction_rate: written(0), reduction_rate_breakdown: null };
  return { total_vuh: written(vuh), breakdown: { ...breakdown, base_total_vuh: written(vuh), ...reduction } };
}

/** Whole seconds; until its end they grow with the clock. */
function executedS({ startedMs, endedMs }: RunView, nowMs: number): number {
  return startedMs === undefined ? 0 : Math.max(0, Math.round(((endedMs ?? nowMs) - startedMs) / 1000));
}
