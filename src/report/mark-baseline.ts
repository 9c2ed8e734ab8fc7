/** The mark that makes a passed run the baseline of its test in k6 Cloud; worth one warning at most. */
import type { RunOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import type { Reporter } from './reporter.ts';

/**
 * The reporter that marks the passed runs that this step started. One that was not a sound measurement is no baseline, nor is
 * one of which a comparison could not be read: nobody knows whether it is worse.
 * @param refusal why none is to be marked, without its full stop; `undefined` if they are
 * @param log gets the line about it
 */
export function markBaselineReporter(
  mark: (runId: string, signal: AbortSignal) => Promise<void>,
  refusal: string | undefined,
  log: (line: string) => void,
): Reporter {
  return {
    name: 'mark as baseline',
    closed: async ({ runs }, signal) => {
      if (refusal !== undefined) {
        log(`No run was marked as baseline: ${refusal}.`);
        return;
      }
      const all = runs.filter(({ testId, verdict }) => testId !== undefined && verdict.word === 'passed');
      const isSound = ({ metrics }: RunOutcome): boolean => (metrics?.unsound ?? []).length === 0;
      const idsOf = (some: readonly RunOutcome[]): readonly string[] => some.flatMap((one) => runOf(one)?.id ?? []);
      const isUnread = ({ metrics }: RunOutcome): boolean => metrics?.isComparisonUnread === true;
      const [passed, unread] = [all.filter((one) => !isUnread(one)), idsOf(all.filter(isUnread))];
      if (unread.length > 0) {
        log(`Not marked as baseline, because it could not be compared: run ${unread.join(', ')}.`);
      }
      const [runIds, unsound] = [idsOf(passed.filter(isSound)), idsOf(passed.filter((one) => !isSound(one)))];
      if (unsound.length > 0) {
        log(`Not marked as baseline, because it was not a sound measurement: run ${unsound.join(', ')}.`);
      }
      const marking = await Promise.allSettled(runIds.map((runId) => mark(runId, signal)));
      const failed = marking.find((one) => one.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      if (runIds.length > 0) log(`Marked as baseline: run ${runIds.join(', ')}.`);
    },
  };
}
