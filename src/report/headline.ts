/** The first line of summary and comment: did it pass, and if not, what decided and how far off. */
import { metricText, regressionSentence } from '../test-run/baseline.ts';
import type { Threshold } from '../test-run/metrics.ts';
import { change, quantity } from '../test-run/quantity.ts';
import { knownProtocols, PROTOCOLS } from '../test-run/protocol-table.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import { PASS_DOUBTS } from '../test-run/cause-row.ts';
import type { Cause } from '../test-run/causes.ts';
import { CAUSES } from '../test-run/causes.ts';
import { formatDuration } from '../test-run/duration.ts';
import { hasThresholds, isProcessed } from '../test-run/evidence.ts';
import type { RunOutcome, StepOutcome } from '../test-run/outcome.ts';
import { isDoubtfulPass, runOf, signOf, titleOf, worstFirst } from '../test-run/outcome.ts';
import { VERDICT_WORDS } from '../test-run/verdict-words.ts';
import type { NameStyle } from '../test-run/threshold-sentences.ts';
import { failedFirst, thresholdSentence } from '../test-run/threshold-sentences.ts';
import { clipped, clippedInMiddle, code, escaped } from '../text/markdown.ts';

/** Stands under the first line where the verdict does not fail the job. */
export const NOT_FAILING = 'The job does not fail on this verdict (`fail-on`).';

/** The first line, without a heading's marks: sign, test, and what decided. */
export function headline(outcome: StepOutcome): string {
  const [worst, ...others] = worstFirst(outcome.runs);
  const simulation = outcome.simulated ? 'Simulation: ' : '';
  const { sign, title } = VERDICT_WORDS[outcome.word];
  if (worst === undefined) return `${sign} ${simulation}${CAUSES[outcome.cause].title ?? title}`;
  if (others.length > 0) {
    // Of several passes, any may be the one that people should look at.
    const doubtful = outcome.word === 'passed' ? outcome.runs.find(isDoubtfulPass) : undefined;
    return `${signOf(doubtful ?? worst)} ${simulation}${tally(outcome)}`;
  }
  return `${signOf(worst)} ${simulation}${escaped(clipped(nameOf(worst)))}: ${decided(worst)}`;
}

/** What decided, after the name of the test. */
function decided(run: RunOutcome): string {
  const { short } = VERDICT_WORDS[run.verdict.word];
  const title = titleOf(run);
  return finding(run) ?? (title === VERDICT_WORDS[run.verdict.word].title ? short : title);
}

/** What decided, as Markdown, where the numbers tell; `undefined` where only the sentence of the verdict does. */
export function finding(run: RunOutcome): string | undefined {
  const { verdict, metrics, pollResult } = run;
  if (isDoubtfulPass(run)) return doubt(run);
  if (verdict.cause === 'time-limit' && pollResult.kind === 'gave-up') {
    const { run: last, limitMs } = pollResult;
    return last === undefined || isProcessed(last) ? undefined : `did not finish within ${formatDuration(limitMs)}`;
  }
  return metrics === undefined ? undefined : FINDINGS[verdict.cause]?.(metrics);
}

function doubt({ pollResult, metrics }: RunOutcome): string {
  const thresholds = pollResult.kind === 'settled' ? hasThresholds(pollResult.run, metrics) : 'unknown';
  const isUnchecked = thresholds === 'no' || thresholds === 'not-evaluated';
  return `passed, but ${PASS_DOUBTS[isUnchecked ? thresholds : 'metrics-incomplete']}`;
}

/** Causes that numbers describe; every other one has its sentence. */
const FINDINGS: Readonly<Partial<Record<Cause, (metrics: RunMetrics) => string | undefined>>> = {
  'thresholds-not-met': notMet,
  'aborted-by-threshold': notMet,
  passed,
  // The rule and the branch in it are foreign text; the limit is at its end.
  regressed: ({ regressions: [first] }) =>
    first === undefined ? undefined : escaped(clippedInMiddle(regressionSentence(first), LONGEST_REGRESSION)),
};

const LONGEST_REGRESSION = 400;

function notMet({ thresholds = [] }: RunMetrics): string | undefined {
  const all = failedFirst(thresholds).filter((one) => one.failed);
  const [first] = all;
  const words = first === undefined ? undefined : thresholdSentence(first, MARKDOWN);
  const more = all.length === 1 ? '' : ` (and ${all.length - 1} more not met)`;
  return words === undefined || first === undefined ? undefined : `${words}${distance(first)}${more}`;
}

/** `(+8 %)`: how far a value is from its limit; nothing where it changed until the end, which the words say. */
function distance({ value, limit, valueAtEnd }: Threshold): string {
  if (value === undefined || limit === undefined || limit === 0 || valueAtEnd !== undefined) return '';
  const percent = (value / limit - 1) * 100;
  return Math.abs(percent) < 0.05 ? '' : ` (${change(percent, '%')})`;
}

const MARKDOWN: NameStyle = {
  metric: (name) => code(clipped(name)),
  text: (text) => escaped(clipped(text)),
};

function passed({ numbers, protocols }: RunMetrics): string | undefined {
  const { p95Ms, errorRate } = numbers;
  const [other] = p95Ms === undefined ? knownProtocols(protocols) : [];
  const parts = [
    p95Ms === undefined ? '' : `p95 ${metricText('p95', p95Ms)}`,
    other === undefined ? '' : `${PROTOCOLS[other].title} ${quantity(protocols[other], PROTOCOLS[other].unit)}`,
    errorRate === undefined ? '' : `${metricText('error-rate', errorRate)} of requests failed`,
  ].filter((part) => part !== '');
  return ['passed', ...parts].join(', ');
}

/** How a test is called: by its name where that is known. */
export function nameOf(outcome: RunOutcome): string {
  const testId = outcome.testId ?? runOf(outcome)?.testId;
  return outcome.metrics?.testName ?? (testId === undefined ? `run ${runOf(outcome)?.id ?? 'n/a'}` : `test ${testId}`);
}

/** Names in the first line; more would push the numbers out of sight. */
const MOST_NAMES = 3;

/** `1 of 3 load tests failed: Search API` */
function tally({ word, runs }: StepOutcome): string {
  const those = runs.filter((run) => run.verdict.word === word);
  const counted = `${those.length} of ${runs.length} load tests ${VERDICT_WORDS[word].verb}`;
  if (those.length === runs.length) return counted;
  const names = those.slice(0, MOST_NAMES).map((run) => escaped(clipped(nameOf(run), 60)));
  return `${counted}: ${names.join(', ')}${those.length > MOST_NAMES ? ', …' : ''}`;
}
