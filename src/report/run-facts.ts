/** The facts of one run as lines of text: when, how big, what it cost, what the API said. */
import { formatDuration } from '../test-run/duration.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { pageOf } from '../test-run/outcome.ts';
import { quantity } from '../test-run/quantity.ts';
import type { TestRun } from '../test-run/test-run.ts';

/** `name  value` lines; what is not known is left out. */
export function runFacts(outcome: RunOutcome, run: TestRun): readonly string[] {
  const { testId, phases } = outcome;
  const { statuses } = run;
  const words = statusWords(run);
  const rows: (readonly [string, string | undefined])[] = [
    ['test', testId ?? run.testId],
    ['address', pageOf(outcome)],
    ['started', iso(run.startedMs)],
    ['ended', iso(run.endedMs)],
    ['executed', secondsOf(run) === undefined ? undefined : formatDuration((secondsOf(run) ?? 0) * 1000)],
    ['planned', run.plannedMs === undefined ? undefined : formatDuration(run.plannedMs)],
    ['VUs', run.vus?.toString()],
    ['cost', run.vuh === undefined ? undefined : quantity(run.vuh, 'vuh')],
    ['phases', phases.map(({ phase, fromMs, toMs }) => `${phase} ${formatDuration(toMs - fromMs)}`).join(', ')],
    [statuses.run.field, words.run],
    [statuses.processing?.field ?? '', words.processing],
    [statuses.result.field, words.result],
    ['k6 Cloud says', run.detail?.message],
    ['error code', run.detail?.code],
  ];
  return rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`${name.padEnd(18)}${value}`]));
}

/** `2026-11-23T10:00:00Z`; `undefined` where the instant is unknown. */
export function iso(atMs: number | undefined): string | undefined {
  return atMs === undefined ? undefined : new Date(atMs).toISOString().replace('.000Z', 'Z');
}

/** `24 Nov`, in UTC. */
export function day(atMs: number): string {
  return new Date(atMs).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

/** `09:12 UTC` */
export function timeOfDay(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(11, 16)} UTC`;
}

/** `24 Nov 09:12 UTC` */
export function dayAndTime(atMs: number): string {
  return `${day(atMs)} ${timeOfDay(atMs)}`;
}

/** Seconds of execution: as the API counts them, else from its start and end. */
export function secondsOf({ executedMs, startedMs, endedMs }: TestRun): number | undefined {
  if (executedMs !== undefined) return executedMs / 1000;
  if (startedMs === undefined || endedMs === undefined) return undefined;
  return Math.max(0, Math.round((endedMs - startedMs) / 1000));
}

/** The statuses in the API's own words, as the outputs give them; empty where there is none. */
interface StatusWords {
  readonly run: string;
  readonly processing: string;
  readonly result: string;
}

/** The statuses of a run; its result only once it has ended, since until then the API calls a run passed in advance. */
export function statusWords(run: TestRun | undefined): StatusWords {
  if (run?.seen !== true) return { run: '', processing: '', result: '' };
  const { statuses } = run;
  const hasEnded = run.state === 'settled' || run.phase === 'processing' || run.phase === 'deciding';
  return {
    run: statuses.run.value,
    processing: statuses.processing?.value ?? '',
    result: hasEnded ? statuses.result.value : '',
  };
}
