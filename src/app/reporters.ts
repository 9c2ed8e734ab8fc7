/** The reporters that the inputs ask for: every way to report is one line here. */
import { systemClock, toError } from '../clock.ts';
import { commitStatus } from './step-status.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { annotationsReporter } from '../report/annotations.ts';
import { commentReporter } from '../report/comment.ts';
import { defaultKey } from '../report/comment-marker.ts';
import { filesReporter } from '../report/files.ts';
import { logReporter } from '../report/log.ts';
import { markBaselineReporter } from '../report/mark-baseline.ts';
import type { NoteKeeper } from '../report/run-note.ts';
import { outputsReporter } from '../report/outputs.ts';
import type { SetOutput } from '../report/outputs.ts';
import type { FullReporter, Reporter } from '../report/reporter.ts';
import { fanOut } from '../report/reporter.ts';
import { summaryReporter } from '../report/summary.ts';
import type { Commenting } from '../runner/pull-request.ts';
import type { Runner } from '../runner/runner.ts';
import { readWorkflow } from '../runner/workflow.ts';
import type { StepOutcome } from '../test-run/outcome.ts';

/** What reporters need of the step. */
interface StepParts {
  readonly cloud: Cloud;
  /** Absent where no notes are written. */
  readonly notes: NoteKeeper | undefined;
  readonly stepStartMs: number;
}

/** All of them, in this order: the log ends with the verdict, so that it is what a reader sees last. What is written elsewhere is written side by side. */
export function reporters(inputs: Inputs, runner: Runner, { cloud, notes, stepStartMs }: StepParts): FullReporter {
  const { summary, reportDir } = inputs.reports;
  warnOfLack(inputs, runner);
  const setOutput = outputOfReport(runner);
  const onWritten = (folder: string): void => {
    setOutput('report-dir', folder);
  };
  const sideBySide: readonly Reporter[] = [
    ...status(inputs, runner),
    ...comment(inputs, runner, setOutput),
    ...(notes === undefined ? [] : [notes.reporter]),
    ...mark(inputs, runner, cloud),
    ...(summary ? [summaryReporter(runner.summarize, runner.log)] : []),
    ...(reportDir === '' ? [] : [filesReporter(reportDir, { redact: runner.redact, note: runner.log, onWritten })]),
  ];
  const all = [
    outputsReporter(runner.output),
    sideBySide,
    annotationsReporter(runner.annotate, inputs.failOn),
    logReporter({
      log: runner.log,
      group: runner.group,
      now: systemClock.now,
      stepStartMs,
      outageMs: inputs.limits.outageMs,
    }),
  ];
  return fanOut(all, warner(runner), runner.redact);
}

/** Sets the output of a report that was made. The report did not fail where it cannot be set, and the outputs reporter warns of that. */
function outputOfReport({ output, debug }: Runner): SetOutput {
  return (name, value) => {
    try {
      output(name, value);
    } catch (fault) {
      debug(`The output \`${name}\` could not be written: ${toError(fault).message}`);
    }
  };
}

/** The commit status. It is sent first of what is written elsewhere: after a cancel there is a second for all of it. */
function status({ reports, githubToken }: Inputs, runner: Runner): readonly Reporter[] {
  return commitStatus({ name: reports.status, githubToken }, runner);
}

/** One warning where something on GitHub is asked for and cannot be written. */
function warnOfLack({ reports, githubToken }: Inputs, runner: Runner): void {
  const wanted = [
    ...(reports.status === '' ? [] : ['commit status']),
    ...(reports.comment === 'never' ? [] : ['comment on the pull request']),
  ];
  if (wanted.length === 0) return;
  const isGithub = readWorkflow(runner).context !== undefined;
  if (isGithub && githubToken !== undefined) return;
  const lack = isGithub ? '`github-token` is empty' : 'this is no workflow of GitHub';
  warner(runner)(`No ${wanted.join(' and no ')} is written: ${lack}.`);
}

/** The mark of passed runs, if it is wanted; where they are not to be marked, a line of the log says so. */
function mark({ targets, comparison }: Inputs, runner: Runner, cloud: Cloud): readonly Reporter[] {
  const { markAsBaseline: isWanted, origin } = comparison;
  if (isWanted !== true || cloud.markAsBaseline === undefined) return [];
  const untrusted = origin?.trusted === true ? undefined : 'this event is not one of the default branch or a tag';
  const refusal = targets.kind === 'runs' ? 'the action did not start the runs of `run-id`' : untrusted;
  return [markBaselineReporter(cloud.markAsBaseline, refusal, runner.log)];
}

/** The comment, where one is asked for and can be written. */
function comment({ reports, githubToken }: Inputs, runner: Runner, setOutput: SetOutput): readonly Reporter[] {
  const { comment: when, commentKey } = reports;
  if (when === 'never') return [];
  const { context, apiUrl, runUrl, runNumber, name } = readWorkflow(runner);
  if (context === undefined || githubToken === undefined) return [];
  const commenting = async (): Promise<Commenting> => {
    const { githubCommenting } = await import('../runner/github-pull-request.ts');
    return githubCommenting({ token: githubToken, apiUrl, context, redact: runner.redact, onDebug: runner.debug });
  };
  const key = (outcome: StepOutcome): string => (commentKey === '' ? defaultKey(name, outcome) : commentKey);
  const onWritten = (url: string): void => {
    setOutput('comment-url', url);
  };
  return [
    commentReporter({
      when,
      key,
      runNumber,
      summaryUrl: runUrl,
      clock: systemClock,
      commenting,
      warn: warner(runner),
      note: runner.log,
      onWritten,
    }),
  ];
}

function warner(runner: Runner): (sentence: string) => void {
  return (sentence) => {
    runner.annotate('warning', sentence);
  };
}
