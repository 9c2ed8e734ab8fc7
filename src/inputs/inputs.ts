/** Runner strings to Inputs, every problem reported at once; nothing after this file sees a raw string. */
import { apiUrl, duration, ids, oneOf, onlyYes, orWord, timeLimit, someOf, token, yesNo } from './parsers.ts';
import type { Parser } from './parsers.ts';
import type { ComparisonInputs, ReportInputs } from './reports.ts';
import { readComparison, readReports, REPORT_INPUT_NAMES } from './reports.ts';
import { readApi } from './api.ts';
import type { Api } from '../cloud/connection.ts';
import { rawEnv, rawInputs } from './raw.ts';
import { noteFor } from './note.ts';
import type { Runner } from '../runner/runner.ts';
import type { FailWord, Policy } from '../test-run/verdict.ts';

/** What to watch: tests that are started first, or runs that exist already and are never stopped. */
export type Targets =
  | { readonly kind: 'tests'; readonly ids: readonly string[] }
  | { readonly kind: 'runs'; readonly ids: readonly string[] };

/** The stories that the emulator can play for `simulate`. */
export type Simulation = (typeof SIMULATIONS)[number];
const SIMULATIONS = ['passed', 'failed', 'aborted', 'error', 'timeout'] as const;

/** How long the action waits for what, ms; `undefined`: for ever. */
export interface TimeLimits {
  /** From the start of the step to the last verdict. */
  readonly timeoutMs: number | undefined;
  /** Until a run is running. */
  readonly queueMs: number | undefined;
  /** For the metrics of a finished run. */
  readonly processingMs: number;
  /** How long the API may stay out of reach. */
  readonly outageMs: number;
}

/** The inputs of the step, whole and sound. */
export interface Inputs {
  /** Absent only where `missing-token: skip` allows it, or in a simulation. */
  readonly token: string | undefined;
  readonly targets: Targets;
  readonly api: Api;
  readonly apiUrl: URL;
  readonly wait: boolean;
  /** Pause between two looks, ms, or `auto`. */
  readonly pollMs: number | 'auto';
  readonly limits: TimeLimits;
  readonly requestMs: number;
  readonly onTimeout: 'stop' | 'leave';
  readonly onCancel: 'stop' | 'leave';
  readonly failOn: ReadonlySet<FailWord>;
  readonly policy: Policy;
  readonly missingToken: 'fail' | 'skip';
  readonly comparison: ComparisonInputs;
  readonly reports: ReportInputs;
  /** For the comment on the pull request; `undefined` where none was given. */
  readonly githubToken: string | undefined;
  /** Left on the runs that are started, where the API takes notes; `undefined`: none. */
  readonly note: string | undefined;
  readonly simulate: Simulation | undefined;
}

/** The inputs cannot be used; one line per problem, each naming the input, what was given and what is accepted. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
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
  const input: (name: InputName) => string = rawInputs(runner);
  const given = input('token') || rawEnv(runner, 'K6_CLOUD_TOKEN');
  if (given !== '') runner.hide(given);
  const problems: string[] = [];
  const read = reader(input, problems);
  const simulate = input('simulate') === '' ? undefined : read('simulate', oneOf(...SIMULATIONS));
  const missingToken = read('missing-token', oneOf('fail', 'skip'));
  const inputs = {
    token: readToken(given, simulate !== undefined || missingToken === 'skip', problems),
    targets: readTargets(read, simulate !== undefined, problems),
    api: readApi({ api: input('api'), stack: input('stack') || rawEnv(runner, 'K6_CLOUD_STACK_ID') }, problems),
    apiUrl: read('api-url', apiUrl),
    wait: read(
      'wait',
      input('run-id') === '' ? yesNo : onlyYes('`false` starts a test and leaves it, but `run-id` starts none'),
    ),
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
    missingToken,
    comparison: readComparison(read, problems),
    reports: readReports(read),
    githubToken: githubToken(input('github-token'), runner),
    note: noteFor(input('note'), runner.env),
    simulate,
  };
  if (problems.length > 0) throw new InputError(problems);
  return inputs;
}

/** A token of GitHub's own making; masked, since it may be one of the user's. */
function githubToken(given: string, runner: Runner): string | undefined {
  if (given !== '') runner.hide(given);
  return given === '' ? undefined : given;
}

type Read = <T>(name: InputName, parser: Parser<T>) => T;

/** A problem ends in `problems`; the value that takes its place is never seen, since problems end the reading. */
function reader(input: (name: InputName) => string, problems: string[]): Read {
  return <T>(name: InputName, parser: Parser<T>): T => {
    const text = input(name);
    const parsed = parser(text);
    if ('value' in parsed) return parsed.value;
    problems.push(`${name}: got ${quoted(text)}; accepted: ${parsed.accepted}.`);
    return undefined as T;
  };
}

function readToken(given: string, mayBeMissing: boolean, problems: string[]): string | undefined {
  if (given === '') {
    if (mayBeMissing) return undefined;
    problems.push(
      'token: got nothing; accepted: a k6 Cloud API token, here or in the environment variable K6_CLOUD_TOKEN. ' +
        'Secrets are not given to pull requests from forks: `missing-token: skip` lets those pass with a warning.',
    );
    return undefined;
  }
  const parsed = token(given);
  if ('value' in parsed) return parsed.value;
  problems.push(`token: got a value of ${given.length} characters that is not shown; accepted: ${parsed.accepted}.`);
  return undefined;
}

function readTargets(read: Read, simulated: boolean, problems: string[]): Targets {
  const known = problems.length;
  const tests = read('test-id', ids);
  const runs = read('run-id', ids);
  if (problems.length > known) return { kind: 'tests', ids: [] };
  if (tests.length > 0 && runs.length > 0) {
    problems.push(
      `test-id, run-id: got both (${quoted(tests.join(', '))} and ${quoted(runs.join(', '))}); accepted: one.`,
    );
  }
  if (tests.length === 0 && runs.length === 0 && !simulated) {
    problems.push('test-id, run-id: got neither; accepted: the id of a test to start, or of a run to watch.');
  }
  return runs.length > 0 ? { kind: 'runs', ids: runs } : { kind: 'tests', ids: tests };
}

function quoted(text: string): string {
  if (text === '') return 'nothing';
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
