/** Whether the run that the response to a start names is believed: a run of the test that was asked for, and a new one. */
import type { TestRun } from '../test-run/test-run.ts';
import type { AdapterPorts, StartIntent } from './cloud.ts';
import { CloudError } from './errors.ts';
import type { NewRunDetector } from './new-runs.ts';
import { ageOf } from './new-runs.ts';

/** An answer to a start that names a run which was there before: whatever it means, that run is not ours. */
function oldRunError(request: string, runId: string): CloudError {
  return new CloudError('wrong-run', { request, response: `the response names run ${runId}, which existed before` });
}

/**
 * The run that the response to a start names, where it is a new run of the test that was asked for. What the response
 * does not tell of that is read off the run itself; where neither tells it, the run is not believed.
 * @throws CloudError `wrong-run`: such a run is not judged and not stopped
 */
export async function ownRun<Run extends TestRun>(
  run: Run,
  { request, intent, ports }: { readonly request: string; readonly intent: StartIntent; readonly ports: AdapterPorts },
  detector: Pick<NewRunDetector, 'isNew' | 'read'>,
  signal: AbortSignal,
): Promise<Run> {
  const { testId } = intent;
  const ageTold = ageOf(run, intent, ports, detector);
  if (ageTold === 'old') throw oldRunError(request, run.id);
  const isTold = run.testId !== undefined && ageTold === 'new';
  const shown = isTold ? run : await detector.read(run.id, signal).catch(ignoreCloudError(signal));
  const age =
    shown === undefined
      ? ageTold
      : ageOf({ id: run.id, createdMs: run.createdMs ?? shown.createdMs }, intent, ports, detector);
  if (age === 'old') throw oldRunError(request, run.id);
  const testOfRun = run.testId ?? shown?.testId;
  if (testOfRun === testId && age === 'new') return { ...run, testId };
  throw new CloudError('wrong-run', {
    request,
    response: `the response names run ${run.id}, ${finding(testOfRun, testId)}`,
  });
}

function finding(testOfRun: string | undefined, testId: string): string {
  if (testOfRun === undefined) return 'of which the test is not known';
  if (testOfRun !== testId) return `which is a run of test ${testOfRun}`;
  return 'of which it is not known whether it existed before';
}

/** For a read that only helps: what it cannot tell stays unknown. */
function ignoreCloudError(signal: AbortSignal): (error: unknown) => undefined {
  return (error) => {
    signal.throwIfAborted();
    if (!(error instanceof CloudError)) throw error;
    return undefined;
  };
}
