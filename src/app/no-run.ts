/** Reports a step that ended before there was any test run: invalid inputs, or no token with `missing-token: skip`. */
import { systemClock, toError, withDeadline } from '../clock.ts';
import { commitStatus } from './step-status.ts';
import type { InputError } from '../inputs/inputs.ts';
import { outputsReporter } from '../report/outputs.ts';
import type { Reporter } from '../report/reporter.ts';
import { fanOut } from '../report/reporter.ts';
import { summaryReporter } from '../report/summary.ts';
import type { Runner } from '../runner/runner.ts';
import { CAUSES } from '../test-run/causes.ts';
import { withoutFullStop } from '../test-run/evidence.ts';
import type { StepOutcome } from '../test-run/outcome.ts';

/** The outputs and the summary are files on the runner; this is long for them. */
const REPORTS_MS = 10_000;

/**
 * Invalid inputs: one error for each problem.
 * @returns `false`: the job fails
 */
export async function refused(runner: Runner, { problems, summary, status }: InputError): Promise<boolean> {
  for (const problem of problems) runner.annotate('error', problem, CAUSES['invalid-input'].title);
  const reason = problems.join(' ');
  const outcome = { word: 'error', cause: 'invalid-input', reason, fails: true, simulated: false, runs: [] } as const;
  await report(runner, outcome, commitStatus(status, runner), summary);
  return false;
}

/**
 * `missing-token: skip`: one warning.
 * @returns `true`: the job passes
 */
export async function skipped(runner: Runner, summary: boolean): Promise<boolean> {
  const reason = '`token` is empty, so no load test was started (`missing-token: skip`).';
  runner.annotate('warning', reason, 'Load test skipped');
  await report(
    runner,
    { word: 'skipped', cause: 'skipped', reason, fails: false, simulated: false, runs: [] },
    [],
    summary,
  );
  return true;
}

/** A fault of this action: one error, and the outputs as well as they can be written. */
export function crashed(runner: Runner, { message }: Error): void {
  const reason = `Internal error in this action: ${withoutFullStop(message)}. Please report it with the log of this step.`;
  runner.annotate('error', reason, CAUSES['internal-error'].title);
  try {
    for (const [name, value] of Object.entries({ verdict: 'error', cause: 'internal-error', reason }))
      runner.output(name, value);
  } catch (error) {
    runner.debug(`The outputs could not be written: ${toError(error).message}`);
  }
}

async function report(
  runner: Runner,
  outcome: StepOutcome,
  status: readonly Reporter[],
  summary: boolean,
): Promise<void> {
  const all: readonly Reporter[] = [
    outputsReporter(runner.output),
    ...(summary ? [summaryReporter(runner.summarize, runner.log)] : []),
    ...status,
    closingLine(runner.log),
  ];
  const warn = (sentence: string): void => {
    runner.annotate('warning', sentence);
  };
  const reporter = fanOut(all, warn, runner.redact);
  reporter.opened({ apiName: '', testIds: [], runIds: [], simulated: false });
  const late = (): Error => new Error('the time for reports is over');
  const never = new AbortController().signal;
  await withDeadline(systemClock, { limitMs: REPORTS_MS, signal: never }, late, (within) =>
    reporter.closed(outcome, within),
  );
}

/** The last line of the log has the verdict, as it has where there are runs. */
function closingLine(log: Runner['log']): Reporter {
  return {
    name: 'log',
    closed: ({ word, reason, fails }) => {
      log(`${fails ? '✗' : '⚠'} ${word} · ${reason}`);
    },
  };
}
