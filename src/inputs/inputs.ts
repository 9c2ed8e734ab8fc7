/** Turns the runner's strings into Inputs and reports all problems together; no other folder sees a raw string. */
import { testIds, runIds } from './ids.ts';
import { apiUrl, duration, oneOf, onlyYes, orWord, timeLimit, someOf, yesNo } from './parsers.ts';
import type { Parser } from './parsers.ts';
import type { ComparisonInputs, ReportInputs, StatusRequest } from './reports.ts';
import { readComparison, readReports, REPORT_INPUT_NAMES, statusName } from './reports.ts';
import { readApi } from './api.ts';
import type { Api } from '../cloud/connection.ts';
import type { Problems } from './problems.ts';
import { collectProblems } from './problems.ts';
import type { RawInput } from './raw.ts';
import { rawEnv, rawInputs } from './raw.ts';
import { hideTokens, readToken, withoutToken } from './tokens.ts';
import { noteFor, withTail } from './note.ts';
import { stepOrigin } from './step-origin.ts';
import type { Runner } from '../runner/runner.ts';
import type { FailWord } from '../test-run/verdict-words.ts';
import type { Policy } from '../test-run/verdict.ts';

/** What to judge: runs of tests that are started first, or existing runs, which are never stopped. */
type Targets =
  | { readonly kind: 'tests'; readonly ids: readonly string[] }
  | { readonly kind: 'runs'; readonly ids: readonly string[] };

/** The scenarios that the emulator can play for `simulate`. */
export type Simulation = (typeof SIMULATIONS)[number];
const SIMULATIONS = ['passed', 'failed', 'aborted', 'error', 'timeout'] as const;

/** How long the action waits for what, ms; `undefined`: no limit. */
export interface TimeLimits {
  /** From the start of the step to the last verdict. */
  readonly timeoutMs: number | undefined;
  /** Until a run is running. */
  readonly queueMs: number | undefined;
  /** For the metrics of a finished run. */
  readonly processingMs: number;
  /** How long the API may be unreachable. */
  readonly outageMs: number;
}

/** The inputs of the step, complete and valid. */
export interface Inputs {
  /** Absent only where `missing-token: skip` allows it, or in a simulation. */
  readonly token: string | undefined;
  readonly targets: Targets;
  readonly api: Api;
  readonly apiUrl: URL;
  readonly wait: boolean;
  /** Pause between two polls, ms, or `auto`. */
  readonly pollMs: number | 'auto';
  readonly limits: TimeLimits;
  readonly requestMs: number;
  readonly onTimeout: 'stop' | 'leave';
  readonly onCancel: 'stop' | 'leave';
  readonly failOn: ReadonlySet<FailWord>;
  readonly policy: Policy;
  readonly comparison: ComparisonInputs;
  readonly reports: ReportInputs;
  /** For the comment on the pull request; `undefined` where none was given. */
  readonly githubToken: string | undefined;
  /** Left on the runs that are started, where the API takes notes; `undefined`: none. */
  readonly note: string | undefined;
  readonly simulate: Simulation | undefined;
}

/** The inputs are invalid: one line for each problem, which names the input, its value and what is expected. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly string[];
  /** Whether the job summary is to be written: as asked for, also where other inputs are invalid. */
  readonly summary: boolean;
  /** The commit status that is to be an error, unless its own name is invalid. */
  readonly status: StatusRequest;

  constructor(problems: readonly string[], status: StatusRequest, summary: boolean) {
    super(problems.join('\n'));
    this.problems = problems;
    this.summary = summary;
    this.status = status;
  }
}

/** The names of all inputs that are read here; a test compares them with action.yml. */
export const INPUT_NAMES = [
  'token',
  'test-id',
  'run-id',
  'stack',
  'api',
  'api-url',
  'wait',
  'poll-interval',
  'timeout',
  'queue-timeout',
  'processing-timeout',
  'outage-timeout',
  'request-timeout',
  'on-timeout',
  'on-cancel',
  'fail-on',
  'processing-error',
  'require-thresholds',
  'missing-token',
  ...REPORT_INPUT_NAMES,
  'note',
  'simulate',
] as const;
type InputName = (typeof INPUT_NAMES)[number];

const SECOND_MS = 1000;

/**
 * Reads and checks all inputs, and hides the token before anything else.
 * @throws InputError with every problem of every input
 */
export function readInputs(runner: Runner): Inputs {
  const input: RawInput = rawInputs(runner);
  const tokens = hideTokens(runner, input);
  const problems = collectProblems(tokens.secrets, runner.redact);
  const read = reader(input, problems);
  // Also where the word is refused: what a simulation does not need is then no second problem.
  const isSimulation = input('simulate') !== '';
  const simulate = isSimulation ? read('simulate', oneOf(...SIMULATIONS)) : undefined;
  const missingToken: 'fail' | 'skip' | undefined = read('missing-token', oneOf('fail', 'skip'));
  const comparison = readComparison(read, stepOrigin(runner), problems);
  const inputs = {
    token: readToken(tokens.k6, problems, isSimulation || missingToken !== 'fail'),
    targets: readTargets(read, problems, isSimulation),
    api: readApi({ api: input('api'), ...stackInput(input, runner) }, problems),
    apiUrl: read('api-url', withoutToken(apiUrl, problems)),
    wait: read('wait', input('run-id') === '' ? yesNo : onlyYes('`run-id` starts no test that could be left')),
    pollMs: read('poll-interval', orWord('auto', duration(SECOND_MS))),
    limits: {
      timeoutMs: read('timeout', timeLimit),
      queueMs: read('queue-timeout', timeLimit),
      processingMs: read('processing-timeout', duration(SECOND_MS)),
      outageMs: read('outage-timeout', duration(SECOND_MS)),
    },
    requestMs: read('request-timeout', duration(SECOND_MS)),
    onTimeout: read('on-timeout', oneOf('stop', 'leave')),
    onCancel: read('on-cancel', oneOf('stop', 'leave')),
    failOn: read('fail-on', someOf('failed', 'aborted', 'error', 'timeout')),
    policy: {
      processingError: read('processing-error', oneOf('fail', 'warn')),
      requireThresholds: read('require-thresholds', yesNo),
    },
    comparison,
    reports: readReports(read),
    githubToken: tokens.github === '' ? undefined : tokens.github,
    note: noteOf(input('note'), comparison, runner),
    simulate,
  };
  if (problems.all.length === 0) return inputs;
  const name = statusName(input('status'));
  const status = { name: 'value' in name ? name.value : '', githubToken: inputs.githubToken };
  throw new InputError(problems.all, status, !/^false$/iu.test(input('summary')));
}

/** The tail stands on the note wherever runs are compared, whatever the user wants the note to say. */
function noteOf(
  text: string,
  { baseline, origin, markAsBaseline }: ComparisonInputs,
  runner: Runner,
): string | undefined {
  const isWanted = text === 'auto' || baseline.kind !== 'none' || markAsBaseline === true;
  const tail = origin === undefined || !isWanted ? undefined : { ...origin, marks: [] };
  return withTail(noteFor(text, runner.env, origin), tail);
}

/** The stack, and where it was set. */
function stackInput(input: RawInput, runner: Runner): { readonly stack: string; readonly stackName: string } {
  const stack = input('stack');
  if (stack !== '') return { stack, stackName: 'stack' };
  return { stack: rawEnv(runner, 'K6_CLOUD_STACK_ID'), stackName: 'K6_CLOUD_STACK_ID' };
}

type Read = <T>(name: InputName, parser: Parser<T>) => T;

/** A refused value is added to `problems`; what is returned in its place is never used, because problems end the reading. */
function reader(input: RawInput, problems: Problems): Read {
  return <T>(name: InputName, parser: Parser<T>): T => {
    const text = input(name);
    const parsed = parser(text);
    if ('value' in parsed) return parsed.value;
    problems.invalid(name, text, parsed);
    return undefined as T;
  };
}

function readTargets(read: Read, problems: Problems, simulated: boolean): Targets {
  const known = problems.all.length;
  const tests = read('test-id', testIds);
  const runs = read('run-id', runIds);
  if (problems.all.length > known) return { kind: 'tests', ids: [] };
  if (tests.length > 0 && runs.length > 0) problems.add('Set `test-id` or `run-id`, not both.');
  if (tests.length === 0 && runs.length === 0 && !simulated) {
    problems.add('Set `test-id` (test to start) or `run-id` (run to judge).');
  }
  return runs.length > 0 ? { kind: 'runs', ids: runs } : { kind: 'tests', ids: tests };
}
