/** The surroundings of the runs of a step for tests: a scripted cloud, a memory, and a reporter that notes what it is told. */
import type { Cloud, MetricsClient } from '../../src/cloud/cloud.ts';
import { metricsBudget } from '../../src/gate/metrics-budget.ts';
import type { Ports } from '../../src/gate/ports.ts';
import type { RunContext } from '../../src/gate/run-test.ts';
import type { Inputs } from '../../src/inputs/inputs.ts';
import { fixedInterval } from '../../src/poll/interval.ts';
import type { FullReporter } from '../../src/report/reporter.ts';
import type { RunMemory } from '../../src/runner/memory.ts';
import { runMemory } from '../../src/runner/memory.ts';
import type { TestRun } from '../../src/test-run/test-run.ts';
import { aPendingRun } from './a-run.ts';
import { jumpingClock } from './jumping-clock.ts';
import { scriptedCloud } from './scripted-cloud.ts';

/** What differs from a step that starts test 1201, waits for its run, and compares nothing. */
export interface StepScript {
  readonly inputs?: Partial<Inputs>;
  readonly ports?: Partial<Ports>;
  readonly cloud?: Partial<Omit<Cloud, 'metrics'>>;
  readonly metrics?: Partial<MetricsClient>;
  /** What the reads show, one after another; the last one again and again. An error is thrown. */
  readonly reads?: readonly (TestRun | Error)[];
  readonly signal?: AbortSignal;
}

/** The context of such a step, and what happened in it. */
export interface ScriptedStep {
  readonly context: RunContext;
  readonly asked: readonly (readonly unknown[])[];
  /** What people are told: `started 7650001`, `polled running`, a notice. */
  readonly told: readonly string[];
  readonly memory: RunMemory;
}

const DEFAULTS = {
  targets: { kind: 'tests', ids: ['1201'] },
  wait: true,
  limits: { timeoutMs: undefined, queueMs: undefined, processingMs: 60_000, outageMs: 60_000 },
  onTimeout: 'stop',
  failOn: new Set(['failed', 'aborted', 'error', 'timeout'] as const),
  policy: { processingError: 'fail', requireThresholds: false },
  comparison: { baseline: { kind: 'none' }, maxRegression: [] },
} as const satisfies Partial<Inputs>;

/** Makes it; a run is polled every two seconds of a clock that jumps. */
export function aStepContext(script: StepScript): ScriptedStep {
  const { signal = new AbortController().signal } = script;
  const reads = [...(script.reads ?? [])];
  const { cloud, asked } = scriptedCloud({
    prepare: (testId) => Promise.resolve({ testId, notes: '{}', earlier: [] }),
    start: ({ testId }) => Promise.resolve(aPendingRun({ testId, phase: 'created' })),
    read: () => {
      const [next] = reads.length > 1 ? reads.splice(0, 1) : reads;
      return next === undefined || next instanceof Error
        ? Promise.reject(next ?? new Error('no read'))
        : Promise.resolve(next);
    },
    stop: () => Promise.resolve('stopping'),
    ...script.cloud,
    ...(script.metrics === undefined ? {} : { metrics: script.metrics }),
  });
  const told: string[] = [];
  const clock = jumpingClock();
  const memory = runMemory(() => undefined);
  const own = { cloud, clock, interval: fixedInterval(2000), memory, reporter: noting(told), stepStartMs: clock.now() };
  const ports: Ports = { ...own, ...script.ports };
  const atOnce = <T>(work: () => Promise<T>): Promise<T> => work();
  const limits = { start: atOnce, early: atOnce, metrics: atOnce, metricsBudget: metricsBudget(clock) };
  const inputs = { ...DEFAULTS, ...script.inputs } as Inputs;
  return { context: { inputs, ports, limits, signal }, asked, told, memory };
}

function noting(told: string[]): FullReporter {
  return {
    opened: ({ apiName, testIds, runIds, simulated }) => {
      told.push(`opened: ${apiName}, tests ${testIds.join()}, runs ${runIds.join()}${simulated ? ', simulated' : ''}`);
    },
    runStarted: ({ id, url }) => told.push(`started ${id} ${url}`),
    polled: (run) => told.push(`polled ${run.state === 'pending' ? run.phase : run.ending.kind}`),
    pollFailed: ({ id }, failure) => told.push(`poll of ${id} failed: ${failure}`),
    noticed: (sentence) => told.push(sentence),
    closed: () => Promise.resolve(),
  };
}
