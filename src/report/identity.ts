/** Which run it was: the line under the first one. */
import { formatDuration } from '../test-run/duration.ts';
import type { RunOutcome, RunSource } from '../test-run/outcome.ts';
import { pageOf, runOf } from '../test-run/outcome.ts';
import { counted, quantity } from '../test-run/quantity.ts';
import { dayAndTime, secondsOf } from './run-facts.ts';
import { clippedInMiddle, code, escaped, link } from '../text/markdown.ts';

/** [run 7650001](…) of `a1b2c3d` (topic) · 200 VUs · 2m 04s · 1.25 VUh · started 24 Nov 09:12 UTC; empty where there is no run. */
export function identity(outcome: RunOutcome): string {
  const run = runOf(outcome);
  if (run === undefined) return '';
  const seconds = secondsOf(run);
  const vus = outcome.metrics?.numbers.peakVus ?? run.vus;
  const parts = [
    `${link(`run ${run.id}`, pageOf(outcome))}${sourceText(outcome.source)}`,
    vus === undefined ? '' : counted(vus, 'VU'),
    seconds === undefined ? '' : formatDuration(seconds * 1000),
    run.vuh === undefined ? '' : quantity(run.vuh, 'vuh'),
    run.startedMs === undefined ? '' : `started ${dayAndTime(run.startedMs)}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Digits of a commit that people read. */
const COMMIT_DIGITS = 7;

/** A commit as people read it: the first digits, as code. */
export function shortCommit(commit: string): string {
  return code(commit.slice(0, COMMIT_DIGITS));
}

const LONGEST_BRANCH = 40;

/** ` of a1b2c3d (topic)`; empty where nothing is known. */
function sourceText(source: RunSource | undefined): string {
  const commit = source?.commit === undefined ? '' : shortCommit(source.commit);
  const branch = source?.branch === undefined ? '' : escaped(clippedInMiddle(source.branch, LONGEST_BRANCH));
  const where = typeof source?.pullRequest === 'number' ? `pull request ${source.pullRequest}` : branch;
  if (commit === '') return where === '' ? '' : ` of ${where}`;
  return ` of ${commit}${where === '' ? '' : ` (${where})`}`;
}
