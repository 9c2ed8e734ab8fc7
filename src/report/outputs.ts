/** The step's outputs, in one table name -> value; the address of a run is set as soon as the run exists. */
import type { RunOutcome, StepOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import type { TestRun } from '../test-run/test-run.ts';
import { iso, secondsOf } from './facts.ts';
import type { Reporter } from './reporter.ts';

/** Names of the outputs; a test compares them with action.yml. */
export const OUTPUT_NAMES = [
  'verdict',
  'reason',
  'run-id',
  'run-url',
  'run-status',
  'processing-status',
  'result-status',
  'started-at',
  'ended-at',
  'duration',
  'runs',
  'simulated',
] as const;
/** Name of an output; a typo does not compile. */
export type OutputName = (typeof OUTPUT_NAMES)[number];

/** Sets one output. */
export type SetOutput = (name: OutputName, value: string) => void;

/** The outputs of one run, keyed as the step's outputs are; unknown is empty. */
type RunRow = Readonly<Record<Exclude<OutputName, 'runs' | 'simulated'> | 'test-id', string>>;

/** The reporter of outputs. Runs appear in the order of the input, however they started. */
export function outputsReporter(setOutput: SetOutput): Reporter {
  let order: readonly string[] = [];
  const started = new Map<string, TestRun>();
  let simulated = false;
  return {
    makes: 'outputs',
    opened: (plan) => {
      order = [...plan.testIds, ...plan.runIds];
      simulated = plan.simulated;
      setOutput('simulated', String(simulated));
    },
    started: (run) => {
      started.set(run.id, run);
      const place = ({ testId = '', id }: TestRun): number => Math.max(order.indexOf(testId), order.indexOf(id));
      const inOrder = [...started.values()].sort((a, b) => place(a) - place(b));
      setOutput('run-id', inOrder.map((run) => run.id).join(','));
      setOutput('run-url', inOrder.map((run) => run.url).join(','));
    },
    closed: (outcome) => {
      for (const [name, value] of Object.entries(outputsOf(outcome))) setOutput(name as OutputName, value);
    },
  };
}

/** All outputs of a step but `simulated`: one value, or the values of the runs in order, parted by commas. */
export function outputsOf(outcome: StepOutcome): Readonly<Record<Exclude<OutputName, 'simulated'>, string>> {
  const rows = outcome.runs.map(row);
  const all = (name: keyof RunRow): string => rows.map((one) => one[name]).join(',');
  return {
    verdict: outcome.word,
    reason: outcome.reason,
    'run-id': all('run-id'),
    'run-url': all('run-url'),
    'run-status': all('run-status'),
    'processing-status': all('processing-status'),
    'result-status': all('result-status'),
    'started-at': all('started-at'),
    'ended-at': all('ended-at'),
    duration: all('duration'),
    runs: JSON.stringify(rows),
  };
}

function row(outcome: RunOutcome): RunRow {
  const run = runOf(outcome);
  return {
    'test-id': outcome.testId ?? run?.testId ?? '',
    verdict: outcome.verdict.word,
    reason: outcome.reason,
    'run-id': run?.id ?? '',
    'run-url': run?.url ?? '',
    'run-status': run?.words.run.word ?? '',
    'processing-status': run?.words.processing.word ?? '',
    'result-status': run?.words.result.word ?? '',
    'started-at': iso(run?.startedMs) ?? '',
    'ended-at': iso(run?.endedMs) ?? '',
    duration: run === undefined ? '' : (secondsOf(run)?.toString() ?? ''),
  };
}
