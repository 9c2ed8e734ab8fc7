/** The one entrypoint of main and post: builds the real ports, is red until proven green, and alone fails the job. */
import { toError, systemClock } from './clock.ts';
import { isPost, markCancelled, markMain } from './runner/memory.ts';
import { githubRunner } from './runner/github-runner.ts';
import { runMain, runPost } from './app/step.ts';
import { Cancelled } from './gate/cancelled.ts';

// Red from the first instant: only a verdict, or a finished post, makes it green. A lost promise, an empty event loop
// or a crash leaves it as it is.
process.exitCode = 1;

const stepStartMs = systemClock.now();
const runner = githubRunner();
const cancelling = new AbortController();
let concluded = false;

for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    cancelling.abort(new Cancelled(name));
    try {
      if (!isPost(runner)) markCancelled(runner);
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
  setTimeout(() => process.exit(), LINGER_MS).unref();
}

async function run(): Promise<boolean> {
  if (isPost(runner)) {
    await runPost(runner);
    return true;
  }
  markMain(runner);
  return runMain(runner, stepStartMs, cancelling.signal);
}

run().then(conclude, (fault: unknown) => {
  conclude(false, fault);
});
