/** The line under the identity of a run: what it is compared with, as Markdown. */
import { comparedWith } from '../test-run/compared-words.ts';
import type { RunOutcome } from '../test-run/outcome.ts';
import { shortCommit } from './identity.ts';
import { escaped, link } from '../text/markdown.ts';

/** Compared with the median of 8 runs of main (newest [7650009](…) at `0123abc`, passed 1 h ago; spread ±2 %); empty without a baseline. */
export function comparedLine({ metrics, simulated }: RunOutcome): string {
  const baseline = metrics?.baseline;
  if (baseline === undefined) return '';
  const commit = metrics?.baselineRun?.origin?.commit;
  const at = commit === undefined ? '' : ` at ${shortCommit(commit)}`;
  // The link is put in after the branch, which is foreign text, is escaped.
  const [before = '', after = ''] = comparedWith(baseline, () => PLACE).split(PLACE);
  return `${escaped(before)}${link(baseline.runId, simulated === true ? undefined : baseline.url)}${at}${escaped(after)}`;
}

const PLACE = '\u0000';
