/** Ready-made scenarios of runs; each takes overrides and fits both APIs. */
import type { NumbersPlan } from './numbers-plan.ts';
import type { KnownStatus, Stage, Processing, Reason, Result, Scenario, StopPlan } from './scenario.ts';

/** What can be set in any ready-made scenario. Durations are milliseconds of the stage named. */
export interface ScenarioOverrides {
  readonly plannedS?: number;
  readonly vus?: number;
  readonly vuh?: number;
  readonly createdMs?: number;
  readonly queuedMs?: number;
  readonly initializingMs?: number;
  /** Planned time and a few seconds of graceful stop by default, or a part of it for a run that ends early. */
  readonly runningMs?: number;
  readonly processingMs?: number;
  /** Reads of each stage by its status; `processing` for the time after the end. 1 where left out. */
  readonly reads?: Readonly<Partial<Record<KnownStatus | 'processing', number>>>;
  readonly result?: Result;
  readonly reason?: Reason;
  readonly numbers?: NumbersPlan;
  readonly stop?: StopPlan;
}

const PLANNED_S = 120;
const GRACE_MS = 4000;

/** Ran to its end, thresholds held. */
export function passed(overrides: ScenarioOverrides = {}): Scenario {
  return completed('passed', { result: 'passed', ...overrides }, 'finished');
}

/** Ran to its end, a threshold was crossed. */
export function failedByThreshold(overrides: ScenarioOverrides = {}): Scenario {
  return completed('failed by threshold', { result: 'failed', ...overrides }, 'finished');
}

/** Ran to its end, and its result says error (v6; the legacy API has no such result and says 0). */
export function completedWithError(overrides: ScenarioOverrides = {}): Scenario {
  const reason = { code: 8037, message: 'The run could not be evaluated.' };
  return completed('completed with error', { result: 'error', reason, ...overrides }, 'finished');
}

/** Ran to its end, and no result ever comes. */
export function noResult(overrides: ScenarioOverrides = {}): Scenario {
  return completed('no result', { result: 'none', ...overrides }, 'finished');
}

/** Ran to its end; its result is missing for two reads after its metrics are there, then `passed`. */
export function lateResult(overrides: ScenarioOverrides = {}): Scenario {
  const without = completed('late result', { ...overrides, result: 'none' }, 'finished');
  const last = without.stages.at(-1) ?? without.stages[0];
  const late: Stage = { ...last, reads: 2, ms: 2000 };
  const [first, ...others] = without.stages;
  return {
    ...without,
    stages: [first, ...others.slice(0, -1), late, { ...last, result: overrides.result ?? 'passed' }],
  };
}

/** Ran to its end, some of its metrics were lost. */
export function processingError(overrides: ScenarioOverrides = {}): Scenario {
  return completed('processing error', { result: 'passed', ...overrides }, 'error');
}

/** Ran to its end, and its metrics are in processing for ever. */
export function processingStuck(overrides: ScenarioOverrides = {}): Scenario {
  return completed('processing stuck', { result: 'passed', ...overrides }, 'processing');
}

/** An ending of the kind named, in the middle of running; its result says error (0 in the legacy API). */
export function aborted(
  by: 'user' | 'system' | 'script-error' | 'threshold' | 'limit',
  overrides: ScenarioOverrides = {},
): Scenario {
  const result: Result = by === 'threshold' ? 'failed' : 'error';
  return cut(`aborted by ${by}`, `aborted-by-${by}`, { result, reason: REASONS[by], ...overrides });
}

/** Ended because data took too long to come. */
export function timedOut(overrides: ScenarioOverrides = {}): Scenario {
  const reason = { code: 8034, message: 'The test run timed out waiting for data.' };
  return cut('timed out', 'timed-out', { result: 'error', reason, ...overrides });
}

/** Only uploaded: nothing ran. */
export function archived(overrides: ScenarioOverrides = {}): Scenario {
  const stages = [
    stageOf('created', overrides, 1000),
    last('archived', 'not-started', { result: 'none', ...overrides }),
  ];
  return scenarioOf('archived', stages, overrides);
}

/** Refused within its first reads: the subscription does not cover it. */
export function quota(overrides: ScenarioOverrides = {}): Scenario {
  const o: ScenarioOverrides = { result: 'error', reason: REASONS.limit, ...overrides };
  return scenarioOf('quota', [stageOf('created', o, 2000), last('aborted-by-limit', 'not-started', o)], o);
}

/** Goes to an unknown status: a number for the legacy API, any string for v6; held for ever. */
export function unknownStatus(raw: unknown = 11, overrides: ScenarioOverrides = {}): Scenario {
  const end: Stage = { status: { raw }, processing: 'finished', result: overrides.result ?? 'passed' };
  return scenarioOf(`unknown status ${String(raw)}`, [...begin(overrides), running(overrides), end], overrides);
}

/** Passes, with an unknown status between running and the end (`finalizing` of v6, -3 of the legacy API). */
export function unknownPhase(raw: unknown = 'finalizing', overrides: ScenarioOverrides = {}): Scenario {
  const whole = passed(overrides);
  const at = whole.stages.findIndex(({ status }) => status === 'running') + 1;
  const [first, ...others] = whole.stages;
  const odd: Stage = { status: { raw }, over: false, ms: 2000 };
  return {
    ...whole,
    name: `unknown phase ${String(raw)}`,
    stages: [first, ...others.slice(0, at - 1), odd, ...others.slice(at - 1)],
  };
}

/** Waits in the queue for ten minutes (ten reads), then passes. */
export function longQueue(overrides: ScenarioOverrides = {}): Scenario {
  const reads = { queued: 10, ...overrides.reads };
  return { ...passed({ queuedMs: 600_000, ...overrides, reads }), name: 'long queue' };
}

/** Runs until it is stopped. */
export function neverEnding(overrides: ScenarioOverrides = {}): Scenario {
  return scenarioOf(
    'never ending',
    [...begin(overrides), { status: 'running', reads: Infinity, ms: Infinity }],
    overrides,
  );
}

/** The same scenario in a fraction of its time: durations, planned time and stop divided by `factor`. */
export function shrunk(whole: Scenario, factor: number): Scenario {
  const quick = (stage: Stage): Stage => ({ ...stage, ms: (stage.ms ?? 1000) / factor });
  const [first, ...others] = whole.stages;
  return {
    ...whole,
    stages: [quick(first), ...others.map(quick)],
    plannedS: Math.max(1, Math.round(whole.plannedS / factor)),
    ...(whole.stop === undefined ? {} : { stop: { ...whole.stop, ms: (whole.stop.ms ?? 0) / factor } }),
  };
}

const REASONS = {
  user: { code: 8036, message: 'The test run was aborted by a user.', byUser: 'other@example.com' },
  system: { code: 8031, message: 'The load generators could not be allocated.' },
  'script-error': { code: 8035, message: 'ReferenceError: cart is not defined at file:///checkout.js:12:3' },
  threshold: { code: 8036, message: 'The test run was aborted because a threshold was crossed.' },
  limit: { code: 8012, message: 'The virtual user hours of this month are used up.' },
} satisfies Record<string, Reason>;

function completed(name: string, o: ScenarioOverrides, processing: Processing): Scenario {
  const processingMs = { ms: o.processingMs ?? 3000, reads: o.reads?.processing ?? 1 };
  const ended: Stage = { status: 'finished', processing: 'processing', ...processingMs };
  const settled = processing === 'processing' ? [] : [last('finished', processing, o)];
  const shown = processing === 'processing' ? { ...ended, result: o.result ?? 'none' } : ended;
  return scenarioOf(name, [...begin(o), running(o), shown, ...settled], o);
}

/** A scenario whose running stage is cut short after three quarters of its planned time. */
function cut(name: string, status: KnownStatus, o: ScenarioOverrides): Scenario {
  const runningMs = o.runningMs ?? (o.plannedS ?? PLANNED_S) * 750;
  return scenarioOf(name, [...begin(o), running({ ...o, runningMs }), last(status, 'finished', o)], o);
}

function begin(o: ScenarioOverrides): Stage[] {
  return [
    stageOf('created', o, o.createdMs ?? 1000),
    stageOf('validated', o, 1000),
    stageOf('queued', o, o.queuedMs ?? 6000),
    stageOf('initializing', o, o.initializingMs ?? 15_000),
  ];
}

function running(o: ScenarioOverrides): Stage {
  return stageOf('running', o, o.runningMs ?? (o.plannedS ?? PLANNED_S) * 1000 + GRACE_MS);
}

function stageOf(status: KnownStatus, o: ScenarioOverrides, ms: number): Stage {
  return { status, ms, reads: o.reads?.[status] ?? 1 };
}

function last(status: KnownStatus, processing: Processing, o: ScenarioOverrides): Stage {
  return {
    status,
    processing,
    result: o.result ?? 'none',
    ...(o.reason === undefined ? {} : { reason: o.reason }),
  };
}

function scenarioOf(name: string, stages: readonly Stage[], o: ScenarioOverrides): Scenario {
  const [first = { status: 'created' as const }, ...others] = stages;
  return {
    name,
    stages: [first, ...others],
    plannedS: o.plannedS ?? PLANNED_S,
    vus: o.vus ?? 200,
    ...(o.vuh === undefined ? {} : { vuh: o.vuh }),
    ...(o.numbers === undefined ? {} : { numbers: o.numbers }),
    ...(o.stop === undefined ? {} : { stop: o.stop }),
  };
}
