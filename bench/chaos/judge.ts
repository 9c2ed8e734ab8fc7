/** Judges what a step did by the emulator's own truth, never by the wording of a sentence. */
import type { EmulatedCloud } from '../../src/emulator/machine/cloud-model.ts';
import type { RunView } from '../../src/emulator/machine/run-view.ts';
import type { ChaosPlan } from './plan.ts';
import { CHAOS_TOKEN } from './server.ts';

/** The promises that a seed can break. */
export const VIOLATIONS = [
  'false green',
  'second run unnamed',
  'second run green',
  'silent orphan',
  'stranger stopped',
  'token leaked',
  'exit too late',
  'post not green',
  'no verdict',
  'hang',
] as const;
/** One of them. */
type Violation = (typeof VIOLATIONS)[number];

/** A promise that was broken, and by what. */
export interface Finding {
  readonly violation: Violation;
  readonly detail: string;
}

/** What a step and its post left behind. */
export interface Observed {
  /** Of main; `null`: a signal ended it. */
  readonly exitCode: number | null;
  /** Of post. */
  readonly postExitCode: number | null;
  /** Everything that people can see of main and post. */
  readonly text: string;
  /** Warnings and errors of main and post, a line each. */
  readonly annotations: readonly string[];
  /** Everything that left the processes, state included. */
  readonly everything: string;
  /** The output `run-id`, one for each test that has one. */
  readonly runIds: readonly number[];
  readonly verdict: string | undefined;
  /** Real time from the signal to the exit. */
  readonly exitMs: number | undefined;
  readonly exitBoundMs: number;
  readonly hung: boolean;
}

const CLOCK_DOUBT_MS = 60_000;
const LATE_MS = 120_000 + CLOCK_DOUBT_MS;

/** Every promise that was broken. */
export function judge(plan: ChaosPlan, cloud: EmulatedCloud, observed: Observed): readonly Finding[] {
  const runs = cloud.runs();
  const started = runs.filter(({ startedBy }) => startedBy === undefined);
  return [
    ...greenFindings(plan, cloud, observed),
    ...plan.tests.flatMap(({ id }) =>
      secondRuns(
        started.filter(({ testId }) => testId === id),
        observed,
      ),
    ),
    ...started.flatMap((run) => orphans(run, observed)),
    ...strangersStopped(cloud, observed),
    ...processFindings(observed),
  ];
}

/**
 * Green needs, for each test, a judged run of that test that finished, was processed and passed. The v6 API does not
 * show an error of the processing.
 */
function greenFindings({ tests, api }: ChaosPlan, cloud: EmulatedCloud, observed: Observed): readonly Finding[] {
  if (observed.exitCode !== 0) return [];
  return tests.flatMap(({ id }, place): readonly Finding[] => {
    const run = cloud.peek(observed.runIds[place] ?? NaN);
    const processed = run?.processing === 'finished' || (api === 'v6' && run?.processing === 'error');
    const passed = run?.status === 'finished' && processed && run.result === 'passed';
    const isOurs = run?.startedBy === undefined || isNamed(run.id, observed.annotations);
    if (passed && run.testId === id && isOurs) return [];
    const detail = `test ${id}: judged run ${run?.id ?? 'none'}, ${JSON.stringify(run?.status ?? null)}`;
    return [{ violation: 'false green', detail }];
  });
}

/** All runs that a test has of this step are named, and the step is red. */
function secondRuns(ours: readonly RunView[], observed: Observed): readonly Finding[] {
  if (ours.length < 2) return [];
  const unnamed = ours.filter(({ id }) => !isNamed(id, [observed.text]));
  const detail = `runs ${ours.map(({ id }) => id).join(', ')}`;
  return [
    ...(unnamed.length > 0 ? [{ violation: 'second run unnamed', detail } as const] : []),
    ...(observed.exitCode === 0 ? [{ violation: 'second run green', detail } as const] : []),
  ];
}

/** A run that goes on after post is named in a warning or an error; if its id is unknown, its test is. */
function orphans(run: RunView, { annotations }: Observed): readonly Finding[] {
  if (run.over || run.stopAsked) return [];
  if (isNamed(run.id, annotations) || isNamed(run.testId, annotations)) return [];
  return [{ violation: 'silent orphan', detail: `run ${run.id} of test ${run.testId}` }];
}

/**
 * A stranger's run must not be stopped, unless nothing tells it from a second run of ours: it was created between the
 * first try of a start and 120 s after the last, give or take the doubt of the clocks. Then it is named, and red.
 */
function strangersStopped(cloud: EmulatedCloud, { exitCode, annotations }: Observed): readonly Finding[] {
  const requests = cloud.log.requests();
  const looksLikeOurs = (id: number): boolean => {
    const run = cloud.peek(id);
    const path = new RegExp(`/${run?.testId ?? 0}/start(?:-testrun)?$`, 'u');
    const tries = requests.filter((request) => request.method === 'POST' && path.test(request.path));
    const [first, last] = [tries[0], tries.at(-1)];
    if (run === undefined || first === undefined || last === undefined) return false;
    const isInTime = run.createdMs >= first.atMs - CLOCK_DOUBT_MS && run.createdMs <= last.atMs + LATE_MS;
    const isUncertain = tries.length > 1 || !/^20\d$/u.test(first.answer);
    return isInTime && isUncertain && exitCode !== 0 && isNamed(id, annotations);
  };
  const stops = requests.flatMap(({ method, path }) => {
    const [, id] = /\/(\d+)\/(?:stop|abort)$/u.exec(path) ?? [];
    return method === 'POST' && id !== undefined ? [Number(id)] : [];
  });
  const strangers = [...new Set(stops)].filter((id) => cloud.peek(id)?.startedBy !== undefined && !looksLikeOurs(id));
  return strangers.map((id) => ({ violation: 'stranger stopped', detail: `run ${id}` }));
}

function processFindings(observed: Observed): readonly Finding[] {
  const { exitCode, postExitCode, everything, exitMs, exitBoundMs, hung, verdict } = observed;
  const found = (violation: Violation, isFound: boolean, detail = ''): readonly Finding[] =>
    isFound ? [{ violation, detail }] : [];
  return [
    ...found('token leaked', everything.includes(CHAOS_TOKEN)),
    ...found('exit too late', (exitMs ?? 0) > exitBoundMs, `${Math.round(exitMs ?? 0)} ms, bound ${exitBoundMs} ms`),
    ...found('post not green', postExitCode !== 0, `exit code ${postExitCode}`),
    ...found('no verdict', exitCode !== null && verdict === undefined),
    ...found('hang', hung),
  ];
}

function isNamed(id: number, texts: readonly string[]): boolean {
  return texts.some((text) => new RegExp(`(?<!\\d)${id}(?!\\d)`, 'u').test(text));
}
