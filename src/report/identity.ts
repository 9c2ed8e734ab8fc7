/** Which run it was, and what it was compared with: two lines under the first one. */
import { formatDuration } from '../test-run/duration.ts';
import { spreadOf } from '../test-run/noise.ts';
import type { RunOutcome, RunSource } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import { quantity, significant } from '../test-run/quantity.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import type { TestRun } from '../test-run/test-run.ts';
import { dayAndTime, secondsOf } from './run-facts.ts';
import { clippedInMiddle, code, escaped, link } from '../text/markdown.ts';

/** [run 7650001](…) of `a1b2c3d` (topic) · 200 VUs · 2m 04s · 1.25 VUh · started 24 Nov 09:12 UTC; empty where there is no run. */
export function identity(outcome: RunOutcome): string {
  const run = runOf(outcome);
  if (run === undefined) return '';
  const seconds = secondsOf(run);
  const vus = outcome.metrics?.numbers.peakVus ?? run.vus;
  const parts = [
    `${link(`run ${run.id}`, run.url)}${sourceText(outcome.source)}`,
    vus === undefined ? '' : `${quantity(vus, 'count')} VUs`,
    seconds === undefined ? '' : formatDuration(seconds * 1000),
    run.vuh === undefined ? '' : quantity(run.vuh, 'vuh'),
    run.startedMs === undefined ? '' : `started ${dayAndTime(run.startedMs)}`,
  ];
  const line = parts.filter((part) => part !== '').join(' · ');
  const against = outcome.metrics === undefined ? '' : comparedWith(outcome.metrics, run);
  return against === '' ? line : `${line}\n\n${against}`;
}

/** Digits of a commit that people read. */
const COMMIT_DIGITS = 7;
const LONGEST_BRANCH = 40;

/** ` of a1b2c3d (topic)`; empty where nothing is known. */
function sourceText(source: RunSource | undefined): string {
  const commit = source?.commit === undefined ? '' : code(source.commit.slice(0, COMMIT_DIGITS));
  const branch = source?.branch === undefined ? '' : escaped(clippedInMiddle(source.branch, LONGEST_BRANCH));
  const where = typeof source?.pullRequest === 'number' ? `pull request ${source.pullRequest}` : branch;
  if (commit === '') return where === '' ? '' : ` of ${where}`;
  return ` of ${commit}${where === '' ? '' : ` (${where})`}`;
}

/** Compared with the median of 8 runs of main (newest [run 7650009](…) of `0123abc`, 1 h earlier; p95 spread ±2 %) */
function comparedWith({ baseline, baselineRun }: RunMetrics, run: TestRun): string {
  if (baseline === undefined) return '';
  const { name, runId, url, usual } = baseline;
  const age = ageOf(baselineRun, run);
  const origin = name === undefined ? baselineRun?.origin : { commit: baselineRun?.origin?.commit, branch: undefined };
  const which = `${link(`run ${runId}`, url)}${sourceText(origin)}`;
  if (name === undefined) return `Compared with ${which}${age === '' ? '' : `, ${age}`}`;
  const p95 = usual?.get('p95');
  const spread = p95 === undefined ? undefined : spreadOf(p95);
  const details = [
    `newest ${which}${age === '' ? '' : `, ${age}`}`,
    ...(spread === undefined ? [] : [`p95 spread ±${significant(spread, 2)} %`]),
  ];
  return `Compared with the ${escaped(name)} (${details.join('; ')})`;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `2 h earlier`, by when the runs were created. */
function ageOf(baseline: TestRun | undefined, run: TestRun): string {
  if (baseline?.createdMs === undefined || run.createdMs === undefined) return '';
  const ageMs = run.createdMs - baseline.createdMs;
  if (ageMs < MINUTE_MS) return '';
  if (ageMs < HOUR_MS) return `${Math.floor(ageMs / MINUTE_MS)}\u00a0min earlier`;
  if (ageMs < 2 * DAY_MS) return `${Math.floor(ageMs / HOUR_MS)}\u00a0h earlier`;
  return `${Math.floor(ageMs / DAY_MS)} days earlier`;
}
