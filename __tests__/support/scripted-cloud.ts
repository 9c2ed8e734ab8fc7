/** k6 Cloud by script: a test gives the answers and reads the questions; a question without an answer fails the test. */
import type { Cloud, MetricsClient } from '../../src/cloud/cloud.ts';
import { unknownRun } from '../../src/cloud/v2/translate.ts';
import { NO_METRICS, NO_NUMBERS } from '../../src/test-run/metrics.ts';
import { UNKNOWN_HEALTH } from '../../src/test-run/soundness.ts';

/** A client of which every question has an empty answer. */
export const NOTHING_KNOWN: MetricsClient = {
  metrics: () => Promise.resolve(NO_METRICS),
  numbers: () => Promise.resolve(NO_NUMBERS),
  latencies: () => Promise.resolve(new Map()),
  earlierRuns: () => Promise.resolve([]),
  markedRuns: () => Promise.resolve([]),
  namedRun: () => Promise.resolve(undefined),
  across: () => Promise.resolve(new Map()),
  endpoints: () => Promise.resolve([]),
  protocols: () => Promise.resolve(new Map()),
  health: () => Promise.resolve(UNKNOWN_HEALTH),
  testName: () => Promise.resolve(undefined),
};

/** A cloud, and what was asked of it. */
export interface ScriptedCloud {
  readonly cloud: Cloud;
  /** Each question with what it was about; a run by its id. */
  readonly asked: (readonly unknown[])[];
}

/** Metrics are not known unless `metrics` says them. */
export function scriptedCloud({
  metrics,
  ...answers
}: Partial<Omit<Cloud, 'metrics'>> & { readonly metrics?: Partial<MetricsClient> }): ScriptedCloud {
  const asked: (readonly unknown[])[] = [];
  const never = (): never => {
    throw new Error('not asked here');
  };
  const calls = { prepare: never, start: never, find: never, secondRuns: never, read: never, stop: never };
  const cloud = { ...noting({ ...calls, thresholds: never, close: never, ...answers }, asked) };
  const client = noting({ ...NOTHING_KNOWN, ...metrics }, asked);
  return { cloud: { apiName: 'legacy API', unknownRun, ...cloud, metrics: client }, asked };
}

/** The same functions; each call is noted first. */
function noting<Port extends object>(port: Port, asked: (readonly unknown[])[]): Port {
  const wrapped = Object.entries(port).map(([name, answer]: [string, unknown]) => {
    if (typeof answer !== 'function') return [name, answer] as const;
    const call = (...args: unknown[]): unknown => {
      asked.push([name, ...args.flatMap(subject)]);
      return (answer as (...all: unknown[]) => unknown)(...args);
    };
    return [name, call] as const;
  });
  return Object.fromEntries(wrapped) as Port;
}

/** What a question is about: not its signal, nor who is told of it. */
function subject(arg: unknown): readonly unknown[] {
  if (arg instanceof AbortSignal || arg === undefined) return [];
  if (typeof arg !== 'object' || arg === null) return [arg];
  if ('onFailure' in arg || 'onRun' in arg) return [];
  return 'id' in arg && 'statuses' in arg ? [arg.id] : [arg];
}
