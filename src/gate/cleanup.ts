/** The post step: stops what main could not; it never fails the job. */
import type { Clock } from '../clock.ts';
import { sleep, toError, withTimeout } from '../clock.ts';
import type { RunStopper } from '../cloud/cloud.ts';
import { leftAlone, unclearRuns } from '../cloud/cloud.ts';
import { CloudError } from '../cloud/errors.ts';
import { hasEnded } from '../cloud/stop.ts';
import type { PendingStart } from '../runner/memory.ts';
import type { TestRun } from '../test-run/test-run.ts';
import { withoutFullStop } from '../test-run/evidence.ts';
import { searchRun } from './search-run.ts';
import type { WatchedStop } from './stop-and-watch.ts';
import { stopAndWatch } from './stop-and-watch.ts';
import type { DoubtfulStart } from './started-twice.ts';
import { isDoubtful, othersSentence, secondRunsOf, uncheckedSentence } from './started-twice.ts';

/** GitHub ends a cancelled job after five minutes at most; the search for a lost start and a stop stay far below it. */
const BUDGET_MS = 60_000;
/** One read, before anything is stopped. */
const READ_MS = 5000;
/** Between two reads, where one that failed is made again. */
const READ_PAUSE_MS = 2000;

/** What post needs. */
export interface CleanupPorts {
  readonly stopper: RunStopper;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly warn: (sentence: string) => void;
}

/** Stops the runs that main has left, side by side, and says what came of each. Never throws. */
export async function cleanUp(owed: readonly PendingStart[], ports: CleanupPorts): Promise<void> {
  await Promise.all(
    owed.map(async (left) => {
      try {
        await cleanUpOne(left, ports);
      } catch (fault) {
        ports.warn(unstoppable(left, toError(fault).message));
      }
    }),
  );
}

/** The sentence for a run that may go on: its ids, what it may cost, and why it was not stopped. */
export function unstoppable({ testId, runId }: PendingStart, failure: string): string {
  const run = runId === undefined ? `A run of test ${testId}` : `Run ${runId} of test ${testId}`;
  return `${run} could not be stopped. It may still be running and using VUh: ${failure}`;
}

async function cleanUpOne(left: PendingStart, ports: CleanupPorts): Promise<void> {
  const { stopper, clock, warn } = ports;
  let { runId } = left;
  let shown: TestRun | undefined;
  if (runId === undefined) {
    const search = await searchRun(left, stopper, clock, BUDGET_MS);
    switch (search.kind) {
      case 'none':
        warn(
          `The start request for test ${left.testId} got no response, and no run was found in 120 s. Check k6 Cloud.`,
        );
        return;
      case 'unclear':
        warn(
          `The start request for test ${left.testId} got no response; ${unclearRuns(left.testId, search.runIds)}. ${leftAlone(search.runIds, 'stopped')}`,
        );
        return;
      case 'failed':
        warn(unstoppable(left, search.failure));
        return;
      case 'one':
        shown = search.run;
        runId = shown.id;
    }
  }
  const found = { ...left, runId };
  if (found.isLeft !== true) await stopOwn(found, shown ?? (await readOnce(found, ports)), ports);
  if (isDoubtful(found)) await stopSecondRuns(found, ports);
}

/** Main may have been killed when the run was over, or before it saw that the run is none of ours: one read tells. */
async function stopOwn(found: FoundStart, shown: TestRun | undefined, ports: CleanupPorts): Promise<void> {
  const { stopper, clock, log, warn } = ports;
  if (shown?.testId !== undefined && shown.testId !== found.testId) {
    log(`Run ${found.runId} is of test ${shown.testId}, not of test ${found.testId}. It was not stopped.`);
    return;
  }
  const isOver = shown !== undefined && hasEnded(shown);
  if (isOver && isDoubtful(found)) return; // main told of it, and left the search for a second run alone
  const stopped: WatchedStop = isOver
    ? { kind: 'already-over' }
    : await stopAndWatch(found.runId, stopper, clock, BUDGET_MS);
  (stopped.kind === 'unseen' || stopped.kind === 'failed' ? warn : log)(sentenceOf(found, stopped));
}

async function readOnce({ runId }: FoundStart, { stopper, clock }: CleanupPorts): Promise<TestRun | undefined> {
  const late = (): Error => new Error('the run was not read in time');
  try {
    return await withTimeout(clock, READ_MS, late, (signal) => stopper.read(runId, signal));
  } catch {
    return undefined; // the stop finds out
  }
}

type FoundStart = PendingStart & { readonly runId: string };

function sentenceOf(left: FoundStart, stopped: WatchedStop): string {
  const run = `Run ${left.runId} of test ${left.testId}`;
  switch (stopped.kind) {
    case 'ended':
      return `${run} was still running. It was stopped.`;
    case 'already-over':
      return `${run} had already ended.`;
    case 'unseen':
      return `${run}: The stop was accepted, but the run was not seen to end. It may still be using VUh. Check it in k6 Cloud.`;
    case 'failed':
      return unstoppable(left, stopped.failure);
  }
}

/** A try of the start that got no response may have made a run beside the one that is known. */
async function stopSecondRuns(start: FoundStart & DoubtfulStart, ports: CleanupPorts): Promise<void> {
  const { stopper, clock, log, warn } = ports;
  const late = (): Error => new Error('the list of runs was not read in time');
  const found = await withTimeout(clock, BUDGET_MS, late, async (signal) =>
    secondRunsOf(start, await readPatiently(start.runId, ports, signal), stopper, signal),
  ).catch((failure: unknown) => {
    // The run that is known may be over: what is not known is whether there is another one.
    warn(`${uncheckedSentence(start.testId, withoutFullStop(toError(failure).message))}. Check k6 Cloud.`);
    return { ours: [], others: [] };
  });
  const { ours, others } = found;
  if (others.length > 0) log(othersSentence(start.testId, others));
  for (const { id } of ours) {
    const stopped = await stopAndWatch(id, stopper, clock, BUDGET_MS);
    const second = { ...start, runId: id };
    warn(`The start of test ${start.testId} made a second run. ${sentenceOf(second, stopped)}`);
  }
}

/** Reads a run, again and again while that may help. */
async function readPatiently(runId: string, { stopper, clock }: CleanupPorts, signal: AbortSignal): Promise<TestRun> {
  for (;;) {
    try {
      return await stopper.read(runId, signal);
    } catch (error) {
      if (!(error instanceof CloudError) || error.code === 'unauthorized') throw error;
      await sleep(clock, READ_PAUSE_MS, signal).catch(() => {
        throw error; // its words say more than that the time is over
      });
    }
  }
}
