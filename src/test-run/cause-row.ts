/** What is known of one cause of a verdict, and the findings that depend on more than the status. */
import type { SentenceParts } from './evidence.ts';
import { evidence, hasThresholds } from './evidence.ts';
import type { Threshold } from './metrics.ts';
import { thresholdsSentence } from './threshold-sentences.ts';
import { countStates } from './thresholds.ts';

/** A row of the table of causes. */
export interface CauseRow {
  /** The finding about a run, without its full stop. */
  readonly finding: (parts: SentenceParts) => string;
  /** What to do, as a sentence or two; absent where nothing is to do here. */
  readonly advice?: string | ((parts: SentenceParts) => string);
  /** Whether the same job can end differently when it is run again. */
  readonly retryHelps: 'yes' | 'no' | 'unknown';
  /** A title that says more than the verdict's. */
  readonly title?: string;
}

/** Why a pass proves less than it seems to, after "passed, but". */
export const PASS_DOUBTS = {
  no: 'the test has no thresholds, so nothing was checked',
  'not-evaluated': 'no threshold of the test had a sample, so nothing was checked',
  'metrics-incomplete': 'k6 Cloud failed to process some metrics',
} as const;

/** The finding of a pass. Without thresholds nothing was checked, and it says so. */
export function passed({ run, metrics }: SentenceParts): string {
  const proof = evidence(run, run.statuses.result);
  if (run.state === 'settled' && run.metrics === 'incomplete') {
    return `Passed, but ${PASS_DOUBTS['metrics-incomplete']} (${evidence(run, run.statuses.processing, run.statuses.result)})`;
  }
  const thresholds = hasThresholds(run, metrics);
  switch (thresholds) {
    case 'yes':
      return `${passedThresholds(metrics?.thresholds ?? [])} (${proof})`;
    case 'no':
    case 'not-evaluated':
      return `Passed, but ${PASS_DOUBTS[thresholds]} (${proof})`;
    case 'unknown':
      return `The run passed (${proof})`;
  }
}

function passedThresholds(thresholds: readonly Threshold[]): string {
  const { met, 'not-evaluated': open } = countStates(thresholds);
  if (open === 0) return 'All thresholds passed';
  return `${met} of ${thresholds.length} thresholds passed, ${open} ${open === 1 ? 'was' : 'were'} not evaluated`;
}

/** The finding of a run that a threshold ended. Where one status tells of all, the result is evidence too. */
export function abortedByThreshold({ run, metrics }: SentenceParts): string {
  const sentence = thresholdsSentence(metrics?.thresholds) ?? 'A threshold with abortOnFail was not met';
  const { run: status, processing, result } = run.statuses;
  return `${sentence} (${evidence(run, status, processing === undefined ? result : undefined)})`;
}
