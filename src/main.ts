/** The entry of main: red until proven green; it alone fails the job. */
import { systemClock, toError } from './clock.ts';
import { runMain } from './app/step.ts';
import { Cancelled } from './gate/cancelled.ts';
import { githubRunner } from './runner/github-runner.ts';
import { markCancelled } from './runner/memory.ts';

// Red from the first instant: only a verdict makes it green. A lost promise, an empty event loop or a crash leaves it.
process.exitCode = 1;

const stepStartMs = systemClock.now();
const runner = githubRunner();
const cancelling = new AbortController();
let concluded = false;

for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    cancelling.abort(new Cancelled(name));
    try {
      markCancelled(runner);
    } catch (fault) {
      runner.debug(`${name} could not be noted: ${toError(fault).message}`); // then post stops what is left
    }
  });
}
process.on('uncaughtException', (fault) => {
  conclude(false, fault);
});
process.on('beforeExit', () => {
  if (!concluded) conclude(false, new Error('the process ran out of work before there was a verdict'));
});

/** Handles that outlive their work must not hang the job. */
const LINGER_MS = 3000;

function conclude(green: boolean, fault?: unknown): void {
  if (concluded) return;
  concluded = true;
  process.exitCode = green ? 0 : 1;
  if (fault !== undefined) {
    const error = toError(fault);
    runner.annotate('error', `A fault in this action: ${error.message}. Please report it with the log of this step.`);
    error.stack?.split('\n').forEach(runner.debug);
  }
  systemClock.setTimer(LINGER_MS, () => process.exit(), { keepsProcessAlive: false });
}

runMain(runner, stepStartMs, cancelling.signal).then(conclude, (fault: unknown) => {
  conclude(false, fault);
});
