/** The step's outputs, in one table name -> value; the address of a run is set as soon as the run exists. */
import type { RunOutcome, StepOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import { NO_NUMBERS } from '../test-run/metrics.ts';
import type { TestRun } from '../test-run/test-run.ts';
import { oneLine } from '../text/characters.ts';
import { iso, secondsOf, statusWords } from './run-facts.ts';
import type { Reporter } from './reporter.ts';

/** Names of the outputs; a test compares them with action.yml. */
export const OUTPUT_NAMES = [
  'verdict',
  'cause',
  'reason',
  'run-id',
  'run-url',
  'run-status',
  'processing-status',
  'result-status',
  'started-at',
  'ended-at',
  'duration',
  'p95',
  'error-rate',
  'rps',
  'checks-rate',
  'runs',
  'report-dir',
  'comment-url',
  'simulated',
] as const;
/** Name of an output; a typo does not compile. */
export type OutputName = (typeof OUTPUT_NAMES)[number];

/** Sets one output. */
export type SetOutput = (name: OutputName, value: string) => void;

/** The outputs of one run, keyed as the step's outputs are; unknown is empty. */
type RunRow = Readonly<Record<Exclude<OutputName, StepOutput> | 'test-id', string>>;
/** Outputs that tell of the step, not of a run. */
type StepOutput = 'runs' | 'simulated' | 'report-dir' | 'comment-url';
/** Outputs that are set elsewhere: at the beginning, or by the reporter that makes the thing. */
type SetElsewhere = Exclude<StepOutput, 'runs'>;

/** The reporter of outputs. Runs appear in the order of the input, however they started. */
export function outputsReporter(setOutput: SetOutput): Reporter {
  let order: readonly string[] = [];
  const started = new Map<string, TestRun>();
  return {
    name: 'outputs',
    opened: (plan) => {
      order = [...plan.testIds, ...plan.runIds];
      setOutput('simulated', String(plan.simulated));
    },
    runStarted: (run) => {
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

/** The outputs of a step: one value, or the values of the runs in order, separated by commas. */
export function outputsOf(outcome: StepOutcome): Readonly<Record<Exclude<OutputName, SetElsewhere>, string>> {
  const rows = outcome.runs.map(row);
  const all = (name: keyof RunRow): string => rows.map((one) => one[name]).join(',');
  return {
    verdict: outcome.word,
    cause: outcome.cause,
    reason: oneLine(outcome.reason),
    'run-id': all('run-id'),
    'run-url': all('run-url'),
    'run-status': all('run-status'),
    'processing-status': all('processing-status'),
    'result-status': all('result-status'),
    'started-at': all('started-at'),
    'ended-at': all('ended-at'),
    duration: all('duration'),
    p95: all('p95'),
    'error-rate': all('error-rate'),
    rps: all('rps'),
    'checks-rate': all('checks-rate'),
    runs: JSON.stringify(rows),
  };
}

function row(outcome: RunOutcome): RunRow {
  const run = runOf(outcome);
  const words = statusWords(run);
  const { p95Ms, errorRate, rps, checksRate } = outcome.metrics?.numbers ?? NO_NUMBERS;
  return {
    'test-id': outcome.testId ?? run?.testId ?? '',
    verdict: outcome.verdict.word,
    cause: outcome.verdict.cause,
    reason: oneLine(outcome.reason),
    'run-id': run?.id ?? '',
    'run-url': run?.url ?? '',
    'run-status': words.run,
    'processing-status': words.processing,
    'result-status': words.result,
    'started-at': iso(run?.startedMs) ?? '',
    'ended-at': iso(run?.endedMs) ?? '',
    duration: run === undefined ? '' : (secondsOf(run)?.toString() ?? ''),
    p95: measured(p95Ms),
    'error-rate': measured(errorRate),
    rps: measured(rps),
    'checks-rate': measured(checksRate),
  };
}

/** Digits that mean something, without an exponent: a shell compares them. */
function measured(value: number | undefined): string {
  return value === undefined ? '' : String(Number(value.toFixed(6)));
}
