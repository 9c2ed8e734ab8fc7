/** Starts a test so that its run is never lost: the intent is remembered first, the run as soon as it is known. */
import { withDeadline } from '../clock.ts';
import type { StartIntent } from '../cloud/cloud.ts';
import { StartUncertain } from '../cloud/cloud.ts';
import { CloudError, problemOf } from '../cloud/errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Ports } from './ports.ts';
import type { PendingStart, RunMemory } from '../runner/memory.ts';
import type { EarlierDuration } from '../test-run/earlier-durations.ts';
import type { PendingRun, PollResult } from '../test-run/test-run.ts';

/** The run of a test, and what the list of runs before it shows. */
export interface Started {
  readonly state: 'started';
  readonly run: PendingRun;
  readonly earlier: readonly EarlierDuration[];
}

/** No run came of it; `pollResult` says why. */
export interface NotStarted {
  readonly state: 'not-started';
  readonly pollResult: PollResult;
}

/**
 * Starts a test. `timeout` counts from the start of the step, so a start that the API does not answer is under it too.
 * @throws only what is a fault of this action
 */
export async function startRun(
  testId: string,
  { limits: { timeoutMs } }: Inputs,
  ports: Ports,
  signal: AbortSignal,
): Promise<Started | NotStarted> {
  if (timeoutMs === undefined) return start(testId, ports, signal);
  const late = new Error('the time of the step is over');
  const restMs = ports.stepStartMs + timeoutMs - ports.clock.now();
  const started = await withDeadline(
    ports.clock,
    { limitMs: restMs, signal },
    () => late,
    (within) => start(testId, ports, within),
  );
  if (started.state !== 'not-started' || started.pollResult.kind !== 'cancelled' || signal.aborted) return started;
  const pollResult = { kind: 'gave-up', limit: 'timeout', limitMs: timeoutMs, run: undefined } as const;
  return { state: 'not-started', pollResult };
}

/** The intent is remembered before the start is sent, so that even a kill in between leaves a trace to search by. */
async function start(testId: string, ports: Ports, signal: AbortSignal): Promise<Started | NotStarted> {
  const { cloud, memory } = ports;
  let intent: StartIntent | undefined;
  try {
    const { earlier, ...prepared } = await cloud.prepare(testId, signal);
    intent = prepared;
    signal.throwIfAborted(); // nothing was sent, so there is nothing for post to search for
    let begun: PendingStart = intent;
    const save = (known: Partial<PendingStart>): void => {
      begun = { ...begun, ...known };
      memory.remember(begun);
    };
    save({});
    const run = await cloud.start(intent, signal, {
      onRun: (runId) => {
        save({ runId });
      },
      onDoubt: (doubt) => {
        save({ doubt });
      },
    });
    save({ runId: run.id });
    const pending = run.state === 'pending' ? run : { ...cloud.unknownRun(run.id), testId, seen: true };
    return { state: 'started', run: pending, earlier };
  } catch (error) {
    if (signal.aborted) return { state: 'not-started', pollResult: { kind: 'cancelled', run: undefined } };
    if (!(error instanceof CloudError)) throw error;
    if (intent !== undefined) rememberFailure(error, intent, memory);
    return {
      state: 'not-started',
      pollResult: { kind: 'not-started', failure: error.message, problem: problemOf(error) },
    };
  }
}

/**
 * What a start that failed leaves to do: a run that may yet appear is searched for by post. If several may be ours, none
 * is touched, and post names them too: a kill may keep main from it.
 */
function rememberFailure(error: CloudError, intent: StartIntent, memory: RunMemory): void {
  if (!(error instanceof StartUncertain)) memory.forget(intent.testId);
}
