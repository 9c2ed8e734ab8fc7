/** The commit status with real ports: for main, for a step that ends before there is a run, and for post. */
import { systemClock, withTimeout } from '../clock.ts';
import type { StatusRequest } from '../inputs/reports.ts';
import type { Reporter } from '../report/reporter.ts';
import { briefly } from '../report/reporter.ts';
import { statusReporter } from '../report/status.ts';
import type { StatusWriter } from '../runner/commit-status.ts';
import { savedStatus, saveStatus } from '../runner/commit-status.ts';
import type { Runner } from '../runner/runner.ts';
import { readWorkflow } from '../runner/workflow.ts';

/** Post has a minute for everything; a status is one request. */
const POST_MS = 15_000;

/** Opens the way to the statuses of a name. */
type OpenWriter = () => Promise<StatusWriter>;

/** The status, where one is asked for and can be written. */
export function commitStatus(request: StatusRequest, runner: Runner): readonly Reporter[] {
  const writer = writerOf(request, runner);
  if (writer === undefined) return [];
  const { redact, debug } = runner;
  const warn = (sentence: string): void => {
    runner.annotate('warning', sentence);
  };
  const save: Parameters<typeof statusReporter>[0]['save'] = (owed) => {
    saveStatus(runner, owed);
  };
  return [statusReporter({ writer, save, clock: systemClock, redact, warn, debug })];
}

/** Writes the status that main left, with one line or one warning. Never throws. */
export async function finishStatus(request: StatusRequest, runner: Runner): Promise<void> {
  const [owed, writer] = [savedStatus(runner), writerOf(request, runner)];
  if (owed === undefined || writer === undefined) return;
  const late = (): Error => new Error('GitHub did not respond in time');
  try {
    await withTimeout(systemClock, POST_MS, late, async (signal) => {
      const { commit, write } = await writer();
      await write(owed.commit ?? (await commit(signal)), owed.status, signal);
    });
    runner.log(`The commit status \`${request.name}\` was set to ${owed.status.state}.`);
  } catch (error) {
    runner.annotate('warning', `The commit status could not be finished: ${briefly(error, runner.redact)}`);
  }
}

/** `undefined` where no status is asked for, or none can be written. */
function writerOf({ name, githubToken }: StatusRequest, runner: Runner): OpenWriter | undefined {
  if (name === '' || githubToken === undefined) return undefined;
  const { context, apiUrl, runUrl } = readWorkflow(runner);
  if (context === undefined) return undefined;
  const { redact, debug: onDebug } = runner;
  let opened: Promise<StatusWriter> | undefined;
  return () =>
    (opened ??= import('../runner/github-status.ts').then(({ githubStatus }) =>
      githubStatus({ token: githubToken, apiUrl, name, context, targetUrl: runUrl, redact, onDebug }),
    ));
}
