/** The facts of one run as lines of text: when, how big, what it cost, what the API said. */
import { formatDuration } from '../test-run/duration.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { quantity } from '../test-run/quantity.ts';
import { explanation } from '../test-run/run-sentences.ts';
import type { TestRun } from '../test-run/test-run.ts';

/** `name  value` lines; what is not known is left out. */
export function runFacts({ testId, phases }: RunOutcome, run: TestRun): readonly string[] {
  const { statuses } = run;
  const rows: (readonly [string, string | undefined])[] = [
    ['test', testId ?? run.testId],
    ['address', run.url],
    ['started', iso(run.startedMs)],
    ['ended', iso(run.endedMs)],
    ['executed', secondsOf(run) === undefined ? undefined : formatDuration((secondsOf(run) ?? 0) * 1000)],
    ['planned', run.plannedMs === undefined ? undefined : formatDuration(run.plannedMs)],
    ['VUs', run.vus?.toString()],
    ['cost', run.vuh === undefined ? undefined : quantity(run.vuh, 'vuh')],
    ['phases', phases.map(({ phase, fromMs, toMs }) => `${phase} ${formatDuration(toMs - fromMs)}`).join(', ')],
    [statuses.run.field, statuses.run.value],
    [statuses.processing.field, statuses.processing.value],
    [statuses.result.field, statuses.result.value],
    ['k6 Cloud says', explanation(run)],
  ];
  return rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`${name.padEnd(18)}${value}`]));
}

/** `2026-11-23T10:00:00Z`; `undefined` where the instant is unknown. */
export function iso(atMs: number | undefined): string | undefined {
  return atMs === undefined ? undefined : new Date(atMs).toISOString().replace('.000Z', 'Z');
}

/** Seconds of execution: as the API counts them, else from its start and end. */
export function secondsOf({ executedMs, startedMs, endedMs }: TestRun): number | undefined {
  if (executedMs !== undefined) return executedMs / 1000;
  if (startedMs === undefined || endedMs === undefined) return undefined;
  return Math.max(0, Math.round((endedMs - startedMs) / 1000));
}
