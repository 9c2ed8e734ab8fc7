/** The step: starts, polls, judges and reports every test, in parallel. */
import pLimit from 'p-limit';
import { toError } from '../clock.ts';
import { stopPending } from './stop-pending.ts';
import { judgeExistingRun, runTest, stopStarted } from './run-test.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { metricsBudget } from './metrics-budget.ts';
import type { Ports } from './ports.ts';
import { turns } from './turns.ts';
import type { StepOutcome } from '../test-run/outcome.ts';
import { stepOutcome } from '../test-run/outcome.ts';

/** How long a stop may be tried after a fault of our own. */
const FAULT_BUDGET_MS = 10_000;
/** Starts under way at a time: each is two requests or more, and one that fails takes minutes of retries. */
const MAX_CONCURRENT_STARTS = 5;
/** The metrics of a run are a dozen requests with a bound in time; more at once would wait for the step's budget of requests in it. */
const MAX_CONCURRENT_METRICS = 3;
/** A run whose metrics come takes a second or two. So fifty runs whose metrics do not come wait for two minutes, not for seven. */
const METRICS_TURN_MS = 5000;

/**
 * Starts the tests, or takes the runs, that the inputs name, and follows each to its verdict.
 * @throws only what is a fault of this action; the runs are stopped before
 */
export async function runGate(
  inputs: Inputs,
  ports: Ports,
  signal: AbortSignal,
  simulated: boolean,
): Promise<StepOutcome> {
  const { kind, ids } = inputs.targets;
  const testIds = kind === 'tests' ? ids : [];
  const runIds = kind === 'runs' ? ids : [];
  ports.reporter.opened({ apiName: ports.cloud.apiName, testIds, runIds, simulated });
  const together = new AbortController();
  signal.addEventListener('abort', () => {
    together.abort(signal.reason);
  });
  const endingOthers = <T>(work: Promise<T>): Promise<T> =>
    work.catch((fault: unknown) => {
      together.abort(fault); // the others stop their runs and end, instead of going on for hours
      throw toError(fault);
    });
  const limits = {
    start: pLimit(MAX_CONCURRENT_STARTS),
    early: pLimit(MAX_CONCURRENT_METRICS),
    metrics: turns(ports.clock, { atOnce: MAX_CONCURRENT_METRICS, mostMs: METRICS_TURN_MS }),
    metricsBudget: metricsBudget(ports.clock),
  };
  const context = { inputs, ports, limits, signal: together.signal };
  const settled = await Promise.allSettled([
    ...testIds.map((testId) => endingOthers(runTest(testId, context))),
    ...runIds.map((runId) => endingOthers(judgeExistingRun(runId, context))),
  ]);
  const fault = settled.find((one) => one.status === 'rejected');
  if (fault !== undefined) {
    await Promise.all(ports.memory.pending().map((left) => stopPending(left, ports, FAULT_BUDGET_MS, signal)));
    throw toError(fault.reason);
  }
  const ended = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const outcomes = signal.aborted ? await Promise.all(ended.map((one) => stopStarted(one, context))) : ended;
  for (const { testId, pollResult } of outcomes) {
    if (pollResult.kind === 'not-awaited' && testId !== undefined) ports.memory.leave(testId);
  }
  return stepOutcome(outcomes, inputs.failOn, simulated);
}
