/** The story of the step: start, watch, judge and report every test, side by side. */
import pLimit from 'p-limit';
import { asError } from '../clock.ts';
import { stopLeft } from './stop-if-needed.ts';
import { followForeign, followTest } from './run-test.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Ports } from './ports.ts';
import type { StepOutcome } from '../test-run/outcome.ts';
import { stepOutcome } from '../test-run/outcome.ts';

/** How long a stop may be tried after a fault of our own. */
const FAULT_BUDGET_MS = 10_000;
/** Starts under way at a time: each is two requests or more, and one that fails takes minutes of retries. */
const STARTS_AT_ONCE = 5;
/** A study is a dozen requests with a bound in time; more at once would wait for the step's budget of requests in it. */
const STUDIES_AT_ONCE = 3;

/**
 * Starts the tests, or takes the runs, that the inputs name, and follows each to its verdict.
 * @throws only what is a fault of this action; the runs are stopped before
 */
export async function main(
  inputs: Inputs,
  ports: Ports,
  simulated: boolean,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const { kind, ids } = inputs.targets;
  const testIds = kind === 'tests' ? ids : [];
  const runIds = kind === 'runs' ? ids : [];
  ports.reporter.opened({ apiName: ports.cloud.apiName, testIds, runIds, simulated });
  const together = new AbortController();
  signal.addEventListener('abort', () => {
    together.abort(signal.reason);
  });
  const told = <T>(story: Promise<T>): Promise<T> =>
    story.catch((fault: unknown) => {
      together.abort(fault); // the others stop their runs and end, instead of going on for hours
      throw asError(fault);
    });
  const turns = { start: pLimit(STARTS_AT_ONCE), study: pLimit(STUDIES_AT_ONCE) };
  const setting = { inputs, ports, turns, signal: together.signal };
  const stories = await Promise.allSettled([
    ...testIds.map((testId) => told(followTest(testId, setting))),
    ...runIds.map((runId) => told(followForeign(runId, setting))),
  ]);
  const fault = stories.find((story) => story.status === 'rejected');
  if (fault !== undefined) {
    await Promise.all(ports.memory.recall().map((left) => stopLeft(left, ports.cloud, ports.clock, FAULT_BUDGET_MS)));
    throw asError(fault.reason);
  }
  const outcomes = stories.flatMap((story) => (story.status === 'fulfilled' ? [story.value] : []));
  // After a cancel in the middle of the starts, post stops what was started.
  if (!signal.aborted) {
    for (const { testId, watched } of outcomes) {
      if (watched.kind === 'not-awaited' && testId !== undefined) ports.memory.forget(testId);
    }
  }
  return stepOutcome(outcomes, inputs.failOn);
}
