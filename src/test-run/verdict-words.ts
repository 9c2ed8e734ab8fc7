/** The closed set of verdicts that users see: one table with rank, tone, sign and title of each. */

/** The verdicts, as the output of the same name has them. */
export type VerdictWord = 'passed' | 'failed' | 'aborted' | 'error' | 'timeout' | 'cancelled' | 'started' | 'skipped';

/** Verdicts that `fail-on` may name. */
export type FailWord = Extract<VerdictWord, 'failed' | 'aborted' | 'error' | 'timeout'>;

/** What is known of a verdict, whatever its cause. */
interface VerdictWordRow {
  /** Place in the order in which a step with several runs takes its verdict; 0 decides first. */
  readonly rank: number;
  /** `neutral`: nothing was judged, and nothing is wrong. */
  readonly tone: 'good' | 'bad' | 'neutral';
  /** Stands before the title in summary and comment. */
  readonly sign: string;
  /** The title of the annotation. */
  readonly title: string;
  /** The same after the name of a test: `Checkout API: aborted`. */
  readonly short: string;
  /** The same after a count: `1 of 2 load tests gave no result`. */
  readonly verb: string;
}

/** All verdicts. */
export const VERDICT_WORDS: Readonly<Record<VerdictWord, VerdictWordRow>> = {
  cancelled: { rank: 0, tone: 'bad', sign: '🚫', title: 'Load test cancelled', short: 'cancelled', verb: 'cancelled' },
  failed: { rank: 1, tone: 'bad', sign: '❌', title: 'Load test failed', short: 'failed', verb: 'failed' },
  error: {
    rank: 2,
    tone: 'bad',
    sign: '⚠️',
    title: 'Load test without a result',
    short: 'no result',
    verb: 'gave no result',
  },
  timeout: { rank: 3, tone: 'bad', sign: '⏱️', title: 'Load test timed out', short: 'timed out', verb: 'timed out' },
  aborted: { rank: 4, tone: 'bad', sign: '🛑', title: 'Load test aborted', short: 'aborted', verb: 'aborted' },
  passed: { rank: 5, tone: 'good', sign: '✅', title: 'Load test passed', short: 'passed', verb: 'passed' },
  started: {
    rank: 6,
    tone: 'neutral',
    sign: '⏳',
    title: 'Load test started',
    short: 'started, result pending',
    verb: 'started, result pending',
  },
  skipped: { rank: 7, tone: 'neutral', sign: '⏭️', title: 'Load test skipped', short: 'skipped', verb: 'skipped' },
};
