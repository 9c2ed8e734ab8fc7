/** The entry of main: red until proven green; it alone fails the job. */
import { systemClock, toError } from './clock.ts';
import { crashed } from './app/no-run.ts';
import { runMain } from './app/step.ts';
import { Cancelled } from './gate/cancelled.ts';
import { githubRunner } from './runner/github-runner.ts';

// Red from the first instant: only a verdict makes it green. A lost promise, an empty event loop or a crash leaves it.
process.exitCode = 1;

const stepStartMs = systemClock.now();
const runner = githubRunner();
const cancelling = new AbortController();
let concluded = false;

for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    cancelling.abort(new Cancelled(name));
    if (concluded) endSoon();
  });
}
process.on('uncaughtException', (fault) => {
  conclude({ green: false, fault });
});
process.on('beforeExit', () => {
  if (!concluded)
    conclude({ green: false, fault: new Error('the process had nothing left to do before there was a verdict') });
});

/** Handles that outlive their work must not hang the job; the runner is about to kill a step that is cancelled. */
const LINGER_MS = 3000;
const HASTY_LINGER_MS = 500;

function endSoon(): void {
  const lingerMs = cancelling.signal.aborted ? HASTY_LINGER_MS : LINGER_MS;
  systemClock.setTimer(lingerMs, () => process.exit(), { keepsProcessAlive: false });
}

function conclude({ green, fault }: { readonly green: boolean; readonly fault?: unknown }): void {
  if (concluded) return;
  concluded = true;
  process.exitCode = green ? 0 : 1;
  if (fault !== undefined) {
    const error = toError(fault);
    crashed(runner, error);
    error.stack?.split('\n').forEach(runner.debug);
  }
  endSoon();
}

runMain(runner, stepStartMs, cancelling.signal).then(
  (green) => {
    conclude({ green });
  },
  (fault: unknown) => {
    conclude({ green: false, fault });
  },
);
