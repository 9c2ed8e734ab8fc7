/** The inputs about what people see, and about the run that a run is compared with. */
import type { Parser } from './parsers.ts';
import { runId } from './ids.ts';
import { oneOf, yesNo } from './parsers.ts';
import type { Problems } from './problems.ts';
import { oneLine } from '../text/characters.ts';
import type { RegressionRule } from '../test-run/regression-rule.ts';
import type { StepOrigin } from './step-origin.ts';
import { regressionRules } from './regression-rules.ts';
import { looksLikeToken } from './token-like.ts';

/** Which run to compare with. */
type BaselineChoice =
  | { readonly kind: 'none' }
  /** The newest earlier run that can be compared with. */
  | { readonly kind: 'previous' }
  /** The median of up to ten earlier runs that can be compared with. */
  | { readonly kind: 'recent' }
  /** The newest earlier run that the user marked in k6 Cloud. */
  | { readonly kind: 'marked' }
  | { readonly kind: 'run'; readonly runId: string };

/** The comparison that the user asked for. */
export interface ComparisonInputs {
  readonly baseline: BaselineChoice;
  readonly maxRegression: readonly RegressionRule[];
  /** A run that would pass is an error if a rule could not be applied. */
  readonly requireComparison?: boolean;
  /** A passed run becomes the marked baseline. */
  readonly markAsBaseline?: boolean;
  /** Where the runs of this step come from; `undefined` outside of GitHub. */
  readonly origin?: StepOrigin | undefined;
}

/** Whether a comparison can decide: there are rules, and something to hold a run against is wanted. */
export function isCompared({ baseline, maxRegression }: ComparisonInputs): boolean {
  return maxRegression.length > 0 && baseline.kind !== 'none';
}

/** When the pull request gets a comment. */
type CommentWhen = 'never' | 'on-failure' | 'always';

/** What people see besides log and annotations. */
export interface ReportInputs {
  readonly summary: boolean;
  readonly comment: CommentWhen;
  /** Empty: workflow, job and test make the key. */
  readonly commentKey: string;
  /** The name of the commit status; empty: none. */
  readonly status: string;
  /** Where report files go; empty: nowhere. */
  readonly reportDir: string;
}

/** The commit status that is asked for. */
export interface StatusRequest {
  /** Empty: none. */
  readonly name: string;
  readonly githubToken: string | undefined;
}

/** The names of the inputs that are read here. */
export const REPORT_INPUT_NAMES = [
  'summary',
  'comment',
  'comment-key',
  'github-token',
  'status',
  'baseline',
  'max-regression',
  'require-comparison',
  'mark-as-baseline',
  'report-dir',
] as const;

type ReadReport = <T>(name: (typeof REPORT_INPUT_NAMES)[number], parser: Parser<T>) => T;

/** Reads how the run is compared; a rule without a baseline is an error, because it would never be applied. */
export function readComparison(read: ReadReport, origin: StepOrigin | undefined, problems: Problems): ComparisonInputs {
  const known = problems.all.length;
  const baseline = read('baseline', baselineChoice);
  const maxRegression = read('max-regression', regressionRules);
  if (problems.all.length === known && maxRegression.length > 0 && baseline.kind === 'none') {
    problems.add('`max-regression` needs a baseline. Set `baseline` to previous, recent, marked or the id of a run.');
  }
  const requireComparison = read('require-comparison', yesNo);
  if (problems.all.length === known && requireComparison && maxRegression.length === 0) {
    problems.add('`require-comparison` needs rules. Set `max-regression`, for example to p95=10%.');
  }
  return { baseline, maxRegression, origin, requireComparison, markAsBaseline: read('mark-as-baseline', yesNo) };
}

/** Reads what people see. */
export function readReports(read: ReadReport): ReportInputs {
  return {
    summary: read('summary', yesNo),
    comment: read('comment', oneOf('never', 'on-failure', 'always')),
    commentKey: read('comment-key', text),
    status: read('status', statusName),
    reportDir: read('report-dir', reportDir),
  };
}

/**
 * A folder as it is. No shell reads the input, so `~` and `$NAME` would become folders of that very name.
 */
const reportDir: Parser<string> = (folder) => {
  const hint = 'No shell reads it. Use a path in the workspace, or an expression such as `${{ runner.temp }}`';
  if (/^~(?:$|[/\\\w])/u.test(folder)) return { accepted: 'a path that does not begin with `~`', hint };
  if (/\$(?:\w|\{)/u.test(folder)) return { accepted: 'a path without shell variables', hint };
  return { value: folder };
};

const text: Parser<string> = (value) => ({ value });

const LONGEST_STATUS_NAME = 100;

/** The name of a commit status: what branch protection shows, and everybody, so one short line and no token. */
export const statusName: Parser<string> = (value) =>
  value.length <= LONGEST_STATUS_NAME && oneLine(value) === value && !looksLikeToken(value)
    ? { value }
    : { accepted: `one line of at most ${LONGEST_STATUS_NAME} characters that is no token` };

const baselineChoice: Parser<BaselineChoice> = (word) => {
  if (word === 'none' || word === 'previous' || word === 'recent' || word === 'marked')
    return { value: { kind: word } };
  const id = runId(word);
  return 'value' in id
    ? { value: { kind: 'run', runId: id.value } }
    : { ...id, accepted: `none, previous, recent, marked, or ${id.accepted}` };
};
