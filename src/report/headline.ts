/** The first line of summary and comment: did it pass, and if not, what decided and how far off. */
import { metricText, regressionSentence } from '../test-run/baseline.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import type { Cause } from '../test-run/verdict.ts';
import type { RunOutcome, StepOutcome } from '../test-run/outcome.ts';
import { runOf, worstFirst } from '../test-run/outcome.ts';
import type { NameStyle } from '../test-run/threshold-sentences.ts';
import { failedFirst, thresholdSentence } from '../test-run/threshold-sentences.ts';
import { TITLE } from './annotations.ts';
import { clipped, code, escaped } from '../text/markdown.ts';

/** The sign of a verdict; the word always stands beside it. */
export function signOf(word: StepOutcome['word']): string {
  if (word === 'skipped') return '⚠️';
  return word === 'passed' || word === 'started' ? '✅' : '❌';
}

/** `❌ Load test failed: …` without a heading's marks. */
export function headline(outcome: StepOutcome, simulated: boolean): string {
  const [worst] = worstFirst(outcome.runs);
  const several = outcome.runs.length > 1;
  const title = several ? TITLE[outcome.word].replace('Load test', 'Load tests') : TITLE[outcome.word];
  const said = worst === undefined ? undefined : several ? tally(outcome) : finding(worst);
  return `${signOf(outcome.word)} ${simulated ? 'Simulation: ' : ''}${title}${said === undefined ? '' : `: ${said}`}`;
}

/** What decided, as Markdown, where the numbers tell; `undefined` where only the sentence of the verdict does. */
export function finding({ verdict, metrics }: RunOutcome): string | undefined {
  return metrics === undefined ? undefined : FINDINGS[verdict.cause]?.(metrics);
}

/** Causes that numbers can tell of; every other one is best told by its sentence. */
const FINDINGS: Readonly<Partial<Record<Cause, (study: RunMetrics) => string | undefined>>> = {
  'thresholds-crossed': crossed,
  'aborted-by-threshold': crossed,
  'thresholds-passed': passed,
  regressed: ({ regressions: [first] }) => (first === undefined ? undefined : regressionSentence(first)),
};

function crossed({ thresholds = [] }: RunMetrics): string | undefined {
  const all = failedFirst(thresholds).filter((one) => one.failed);
  const [first] = all;
  const words = first === undefined ? undefined : thresholdSentence(first, MARKDOWN);
  const more = all.length === 1 ? '' : ` (and ${all.length - 1} more not met)`;
  return words === undefined ? undefined : `${words}${more}`;
}

/** Conditions of letters and numbers are left readable in the source; anything else is escaped. */
const MARKDOWN: NameStyle = {
  metric: (name) => code(clipped(name)),
  text: (text) => (/^[\p{L}\d.,()]*$/u.test(text) ? text : escaped(clipped(text))),
};

function passed({ numbers }: RunMetrics): string | undefined {
  const { p95Ms, errorRate } = numbers;
  const told = [
    p95Ms === undefined ? '' : `p95 ${metricText('p95', p95Ms)}`,
    errorRate === undefined ? '' : `${metricText('error-rate', errorRate)} of requests failed`,
  ].filter((part) => part !== '');
  return told.length === 0 ? undefined : told.join(', ');
}

/** How a test is called: by its name where that is known. */
export function nameOf(outcome: RunOutcome): string {
  const testId = outcome.testId ?? runOf(outcome)?.testId;
  return outcome.metrics?.testName ?? (testId === undefined ? 'test of run' : `test ${testId}`);
}

/** `1 of 3 failed, 2 passed` */
function tally({ runs }: StepOutcome): string {
  const counts = new Map<string, number>();
  for (const { verdict } of worstFirst(runs)) counts.set(verdict.word, (counts.get(verdict.word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} of ${runs.length} ${word}`).join(', ');
}
