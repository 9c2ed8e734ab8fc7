/** A run as the legacy API shows it, key by key. Source: the page "Test Runs Legacy API". */
import type { Account } from '../machine/cloud-model.ts';
import type { KnownStatus, Processing, Raw, Result } from '../machine/scenario.ts';
import type { RunView } from '../machine/run-view.ts';
import type { V2Options } from './v2-options.ts';

/** Stands in everything that an action must not ask for. */
export const SECRET_MARKER = 'SECRET-SCRIPT';
const BIG = `${SECRET_MARKER} `.repeat(2000);

const RUN_STATUS: Readonly<Record<KnownStatus, number>> = {
  created: -2,
  validated: -1,
  queued: 0,
  initializing: 1,
  running: 2,
  finished: 3,
  'timed-out': 4,
  'aborted-by-user': 5,
  'aborted-by-system': 6,
  'aborted-by-script-error': 7,
  'aborted-by-threshold': 8,
  'aborted-by-limit': 9,
  archived: 10,
};
const PROCESSING_STATUS: Readonly<Record<Exclude<Processing, Raw>, number>> = {
  'not-started': 0,
  processing: 1,
  finished: 2,
  error: 3,
};
/** The legacy API knows no result `error`; runs that were aborted are seen to say 0, which is why it decides nothing. */
const RESULT_STATUS: Readonly<Record<Exclude<Result, Raw>, number | null>> = {
  none: null,
  passed: 0,
  failed: 1,
  error: 0,
};

/** Keys of one run that is read, in the page's order. */
export const READ_KEYS: readonly string[] = keys(`config created duration ended error_code error_detail export id
  is_baseline k6_archive load_time note organization_id processing_status project_id public_id request_builder_config
  result_status run_process run_status script started stopped_by_id test_id user_id version vus vus_per_instance`);
/** Keys of a run in a list: all of them but `export`. */
export const LIST_KEYS: readonly string[] = READ_KEYS.filter((key) => key !== 'export');
/** Keys of a run that was just started. */
export const START_KEYS: readonly string[] = keys(`config created duration ended error_code error_detail id k6_archive
  load_time note organization_id processing_status project_id public_id result_status run_process run_status script
  started stopped_by_id test_id user_id version vus`);

/** All that can be selected, the undocumented keys that clients were seen to select among it. */
export function v2Run(run: RunView, account: Account, options: V2Options): Readonly<Record<string, unknown>> {
  return {
    ...bulk(),
    ...statuses(run, options),
    ...times(run, options),
    error_code: run.reason?.code ?? null,
    error_detail: run.reason?.message ?? null,
    export: null,
    id: run.id,
    is_baseline: run.baseline,
    load_time: run.over ? 182.5 : null,
    note: run.note,
    organization_id: account.organizationId,
    project_id: run.projectId,
    public_id: null,
    run_process: 'k6 to Cloud',
    stopped_by_id: run.status === 'aborted-by-user' ? account.userId : null,
    test_id: run.testId,
    user_id: account.userEmail === undefined ? null : account.userId,
    version: 2,
    vus: run.scenario.vus,
    vus_per_instance: 0,
    vuh_cost: run.scenario.vuh ?? Math.round((run.scenario.vus * run.scenario.plannedS) / 36) / 100,
    k6_runtime_config: { testRunDetails: runUrl(run, account, options) },
  };
}

/** The keys asked for, where they exist. */
export function picked(run: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => name in run).map((name) => [name, run[name]]));
}

/** A time stamp in the style chosen; null for none. */
export function v2Time(epochMs: number | undefined, { timestamps = 'micros' }: V2Options): string | null {
  if (epochMs === undefined) return null;
  const iso = new Date(epochMs).toISOString();
  if (timestamps === 'micros') return iso.replace(/(\.\d{3})Z$/u, '$1000Z');
  return iso.replace(/\.\d{3}Z$/u, timestamps === 'seconds' ? 'Z' : '');
}

function bulk(): Record<string, unknown> {
  return { config: { script: BIG }, k6_archive: BIG, script: BIG, request_builder_config: null };
}

function statuses(run: RunView, { pendingResult = 0, statusesAs }: V2Options): Record<string, unknown> {
  const pending = run.result === 'none' && (!run.over || run.processing === 'processing');
  const values = {
    run_status: wire(RUN_STATUS, run.status),
    processing_status: wire(PROCESSING_STATUS, run.processing),
    result_status: pending ? pendingResult : wire(RESULT_STATUS, run.result),
  };
  if (statusesAs !== 'strings') return values;
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'number' ? String(value) : value]),
  );
}

function wire<Word extends string>(numbers: Readonly<Record<Word, number | null>>, value: Word | Raw): unknown {
  return typeof value === 'string' ? numbers[value] : value.raw;
}

function times(run: RunView, options: V2Options): Record<string, unknown> {
  const { startedMs, endedMs } = run;
  return {
    created: v2Time(run.createdMs, options),
    started: v2Time(startedMs, options),
    ended: v2Time(endedMs, options),
    duration: run.scenario.plannedS,
    execution_duration: startedMs === undefined || endedMs === undefined ? null : (endedMs - startedMs) / 1000,
  };
}

function runUrl(run: RunView, account: Account, { runUrl: style = 'present' }: V2Options): unknown {
  if (style === 'present') return `${account.stackUrl}/a/k6-app/runs/${run.id}`;
  if (style === 'absent') return undefined;
  return style === 'empty' ? '' : style.raw;
}

function keys(text: string): readonly string[] {
  return text.split(/\s+/u);
}
