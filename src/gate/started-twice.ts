/** After a start in doubt: names and stops a second run that a lost try made, so that nobody pays for it in silence. */
import { isAborted, toError, withDeadline } from '../clock.ts';
import type { RunStopper, SecondRuns, StartDoubt } from '../cloud/cloud.ts';
import { CloudError } from '../cloud/errors.ts';
import { LATE_MS } from '../cloud/second-runs.ts';
import { hasEnded } from '../cloud/stop.ts';
import type { PendingStart } from '../runner/memory.ts';
import type { PollResult, SecondRun, TestRun } from '../test-run/test-run.ts';
import type { Ports } from './ports.ts';

/** How long the list may be asked for; post asks again. */
const CHECK_MS = 15_000;
/** How long the stop of a second run may be tried; post tries again. */
const STOP_BUDGET_MS = 7000;

/**
 * Reads the list again where a try of the start may have made a second run, once the run itself needs no stop any more.
 * @param start what memory holds of the start; a start without a doubt is not checked
 * @returns the result as it was, or `started-twice` with the other runs
 */
export async function checkForSecondRuns(
  start: PendingStart | undefined,
  pollResult: PollResult,
  ports: Ports,
  signal: AbortSignal,
): Promise<PollResult> {
  const own = 'run' in pollResult ? pollResult.run : undefined;
  // After a cancel there is no time for it: the doubt stays in memory, and post checks.
  if (start === undefined || !isDoubtful(start) || own === undefined || signal.aborted) return pollResult;
  const { clock, cloud, memory, reporter } = ports;
  const late = (): Error => new LateList(`the list of runs was not read within ${CHECK_MS / 1000} s`);
  try {
    return await withDeadline(clock, { limitMs: CHECK_MS, signal }, late, async (within) => {
      const found = await secondRunsOf(start, own, cloud, within);
      // Said once, at the end: until then others may come.
      if (found.others.length > 0 && pollResult.kind !== 'not-awaited')
        reporter.noticed(othersSentence(start.testId, found.others));
      const others = await Promise.all(found.ours.map((run) => stopped(run, cloud, signal)));
      const isSettled = others.length > 0 && others.every(({ stop }) => stop !== 'stop-failed');
      // A run may still appear in the list: then post reads the list again.
      const isKnown = isSettled || clock.now() > start.doubt.lastTryMs + LATE_MS;
      memory.remember({ ...start, runId: own.id, doubt: isKnown ? undefined : start.doubt });
      return others.length === 0 ? pollResult : { kind: 'started-twice', run: own, others };
    });
  } catch (error) {
    if (isAborted(signal)) return { kind: 'cancelled', run: own };
    if (!(error instanceof CloudError || error instanceof LateList)) throw error;
    reporter.noticed(uncheckedSentence(start.testId, error.message));
    return pollResult;
  }
}

class LateList extends Error {}

/** A start of which a try may have made a second run. */
export type DoubtfulStart = PendingStart & { readonly doubt: StartDoubt };

/** Whether a try of the start may have made a second run. */
export function isDoubtful<Start extends PendingStart>(start: Start): start is Start & DoubtfulStart {
  return start.doubt !== undefined;
}

/** The new runs beside the one that is known. */
export function secondRunsOf(
  start: DoubtfulStart,
  own: TestRun,
  { secondRuns }: Pick<RunStopper, 'secondRuns'>,
  signal: AbortSignal,
): Promise<SecondRuns> {
  const { testId, notes, doubt } = start;
  return secondRuns({ intent: { testId, notes }, own, doubt }, signal);
}

/** One line where the list that tells of a second run could not be read. */
export function uncheckedSentence(testId: string, failure: string): string {
  return `Whether the start of test ${testId} made a second run could not be checked: ${failure}`;
}

/** One line for new runs that are not ours. */
export function othersSentence(testId: string, runIds: readonly string[]): string {
  return `Other new runs of test ${testId} exist; none of them was started by this step: ${runIds.join(', ')}.`;
}

async function stopped(run: TestRun, { stop }: Pick<RunStopper, 'stop'>, signal: AbortSignal): Promise<SecondRun> {
  if (hasEnded(run)) return { runId: run.id, stop: 'already-over' };
  try {
    const result = await stop(run.id, STOP_BUDGET_MS, signal);
    return { runId: run.id, stop: result === 'stopping' ? 'stopped' : 'already-over' };
  } catch (error) {
    return { runId: run.id, stop: 'stop-failed', failure: toError(error).message };
  }
}
