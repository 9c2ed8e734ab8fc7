/** The post step with real ports: stops what main left, within its budget, and turns any fault into a warning. */
import { systemClock, systemRandom, toError } from '../clock.ts';
import { connectStopper } from '../cloud/connect-stopper.ts';
import { cleanUp } from '../gate/cleanup.ts';
import { readInputs } from '../inputs/inputs.ts';
import { githubRunner } from '../runner/github-runner.ts';
import { savedStarts, wasCancelled } from '../runner/memory.ts';

/** Stops the runs that main left. Never throws. */
export async function postStep(): Promise<void> {
  const runner = githubRunner();
  const warn = (sentence: string): void => {
    runner.annotate('warning', sentence);
  };
  try {
    const left = savedStarts(runner);
    if (left.length === 0) {
      warn('The state that main saved cannot be read: a run that it started may still be running. Check k6 Cloud.');
      return;
    }
    const inputs = readInputs(runner);
    const { api, apiUrl, token, requestMs, limits } = inputs;
    if (token === undefined) return;
    if (inputs.onCancel === 'leave' && wasCancelled(runner)) {
      runner.log('Runs are left going on, as `on-cancel: leave` asks.');
      return;
    }
    const stopper = connectStopper({
      api,
      apiUrl,
      token,
      redact: runner.redact,
      requestMs,
      outageMs: limits.outageMs,
      clock: systemClock,
      random: systemRandom,
      onDebug: runner.debug,
      onNotice: runner.log,
    });
    await cleanUp(left, { stopper, clock: systemClock, log: runner.log, warn });
    stopper.close();
  } catch (fault) {
    warn(`Runs that may still be going on could not be stopped: ${toError(fault).message}`);
  }
}
