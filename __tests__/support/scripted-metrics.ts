/** Metric sources that are scripted by path: no socket, no real time. */
import type { Scripted, ScriptedPorts } from './scripted-http.ts';
import { scriptedPorts } from './scripted-http.ts';

/** What answers a request whose path fits. */
export type Rule = readonly [path: RegExp, answer: Scripted];

/** Ports on which the first rule that fits the path answers, and 404 does where none fits. */
export function rulePorts(...rules: readonly Rule[]): ScriptedPorts {
  return scriptedPorts(
    ({ path }) => rules.find(([pattern]) => pattern.test(path))?.[1] ?? { code: 'not-found', status: 404 },
  );
}

/** The paths that were asked for, in order. */
export function pathsOf({ sent }: ScriptedPorts): readonly string[] {
  return sent.map(({ path }) => path);
}

/** An answer with one series for each pair of labels and value; the value is the last of three, as a range has it. */
export function seriesAnswer(...series: readonly (readonly [labels: unknown, value: unknown])[]): Scripted {
  const result = series.map(([metric, value]) => ({
    metric,
    values: [
      [1_764_000_000, 0.125],
      [1_764_000_060, 0.25],
      [1_764_000_120, value],
    ],
  }));
  return { json: { status: 'success', data: { resultType: 'matrix', result } } };
}
