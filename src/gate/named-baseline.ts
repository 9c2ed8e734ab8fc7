/** The run that a user names as the baseline: whether it may be one, and if not, why. */
import type { BestEffortOptions } from '../cloud/http/best-effort.ts';
import { isOtherLoad, runExclusion } from '../test-run/eligible.ts';
import { isProcessed } from '../test-run/evidence.ts';
import type { TestRun } from '../test-run/test-run.ts';
import { notABaseline } from './compare-words.ts';
import type { CompareRequest } from './compare.ts';

/** A run that may be the baseline, or the sentence that says why it may not. */
export type NamedBaseline =
  { readonly of: TestRun; readonly warnings: readonly string[] } | { readonly missing: string };

/** Judges the named run by the list of earlier runs, else by one read of it. Never throws. */
export async function namedBaseline(
  runId: string,
  { run, earlier, cloud }: Pick<CompareRequest, 'run' | 'earlier' | 'cloud'>,
  asking: BestEffortOptions,
): Promise<NamedBaseline> {
  const missing = (clause: string): NamedBaseline => ({ missing: notABaseline(runId, clause) });
  if (runId === run.id) return missing('is the run itself');
  if (Number(runId) > Number(run.id)) return missing(WORDS['not-older']);
  const named = earlier.find((one) => one.run.id === runId)?.run ?? (await cloud.metrics.namedRun(runId, asking));
  // A response about another run tells nothing of this one.
  if (named?.id !== runId) return missing('could not be read');
  if (isOtherTest(named, run)) return missing('is of another test');
  const excluded = runExclusion(named, run);
  if (excluded !== undefined) return missing(isProcessed(named) ? 'is still being processed' : WORDS[excluded]);
  const warning = `The baseline, run ${runId}, has another load than run ${run.id}.`;
  return { of: named, warnings: isOtherLoad(named, run) ? [warning] : [] };
}

const WORDS = {
  'not-finished': 'has not ended',
  'not-passed': 'did not pass',
  'metrics-incomplete': 'has no complete metrics',
  'not-older': 'is not older than the run',
} as const satisfies Readonly<Record<NonNullable<ReturnType<typeof runExclusion>>, string>>;

function isOtherTest(a: TestRun, b: TestRun): boolean {
  return a.testId !== undefined && b.testId !== undefined && a.testId !== b.testId;
}
