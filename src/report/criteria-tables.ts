/** Thresholds and checks as tables, failed ones first. */
import type { Check, Threshold } from '../test-run/metrics.ts';
import { quantity } from '../test-run/quantity.ts';
import { failedFirst, thresholdValue } from '../test-run/threshold-sentences.ts';
import type { ThresholdState } from '../test-run/thresholds.ts';
import { countStates, stateOf } from '../test-run/thresholds.ts';
import { clipped, clippedInMiddle, code, escaped, table } from '../text/markdown.ts';

/** More rows are counted, not shown: nobody reads them here. */
const MOST_ROWS = 200;

/** `1 of 2 not met`, `all 2 met`, `1 met`, `1 of 2 met, 1 not evaluated` */
export function thresholdsTitle(thresholds: readonly Threshold[]): string {
  const { met, 'not-met': failed, 'not-evaluated': open } = countStates(thresholds);
  if (failed + open === 0) return `${allOf(thresholds)} met`;
  const counted = failed === 0 ? `${met} of ${thresholds.length} met` : `${failed} of ${thresholds.length} not met`;
  return open === 0 ? counted : `${counted}, ${open} not evaluated`;
}

/** The sign of a threshold in a table. */
export const THRESHOLD_SIGNS: Readonly<Record<ThresholdState, string>> = {
  met: '✅',
  'not-met': '❌',
  'not-evaluated': '⚠️',
};

/** The table of thresholds, failed ones first. */
export function thresholdsTable(thresholds: readonly Threshold[], most = MOST_ROWS): string {
  const rows = failedFirst(thresholds).map((one) => {
    const value = thresholdValue(one);
    return [
      THRESHOLD_SIGNS[stateOf(one)],
      one.metric === undefined ? 'n/a' : code(clipped(one.metric)),
      one.condition === '' ? 'n/a' : code(clipped(one.condition)),
      one.failed ? `**${value}**` : value,
    ];
  });
  return truncatedTable(['', 'metric', 'condition', 'value'], ['center', 'left', 'left', 'right'], rows, most);
}

function allOf({ length }: readonly unknown[]): string {
  return length === 1 ? '1' : `all ${length}`;
}

/** `1 of 2 failed`, `all 2 passed`, `1 passed` */
export function checksTitle(checks: readonly Check[]): string {
  const failed = checks.filter(({ fails }) => fails > 0).length;
  return failed === 0 ? `${allOf(checks)} passed` : `${failed} of ${checks.length} failed`;
}

/** Checks that are named in the sentence about them. */
const MOST_NAMED = 3;
const LONGEST_NAME = 60;

/** ⚠️ 1 of 2 checks has failures, which alone do not fail a run: `status is 200` (86 of 6 900); empty where none has. */
export function checksSentence(checks: readonly Check[]): string {
  const failed = worstChecksFirst(checks).filter(({ fails }) => fails > 0);
  if (failed.length === 0) return '';
  const named = failed.slice(0, MOST_NAMED).map(({ name, passes, fails }) => {
    return `${code(clippedInMiddle(name, LONGEST_NAME))} (${quantity(fails, 'count')} of ${quantity(passes + fails, 'count')})`;
  });
  const rest = failed.length - named.length;
  const verb = failed.length === 1 ? 'has' : 'have';
  const counted = `${failed.length} of ${checks.length} ${checks.length === 1 ? 'check' : 'checks'} ${verb} failures`;
  return `⚠️ ${counted}, which alone do not fail a run: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** The table of checks, those with the most failures first. */
export function checksTable(checks: readonly Check[], most = MOST_ROWS): string {
  const rows = worstChecksFirst(checks).map(({ name, passes, fails }) => [
    fails > 0 ? '❌' : '✅',
    escaped(clipped(name)),
    quantity(passes, 'count'),
    quantity(fails, 'count'),
    quantity(rateOf({ passes, fails }), 'share'),
  ]);
  const aligned = ['center', 'left', 'right', 'right', 'right'] as const;
  return truncatedTable(['', 'check', 'passed', 'failed', 'rate'], aligned, rows, most);
}

/** By the number of failures, most first; equal ones stay in the order of the API. */
export function worstChecksFirst(checks: readonly Check[]): readonly Check[] {
  return [...checks].sort((a, b) => b.fails - a.fails);
}

/** Passed of all, 0..1; `undefined` for a check that was never evaluated. */
export function rateOf({ passes, fails }: Omit<Check, 'name'>): number | undefined {
  return passes + fails === 0 ? undefined : passes / (passes + fails);
}

function truncatedTable(...[header, alignments, rows, most]: [...Parameters<typeof table>, number]): string {
  const text = table(header, alignments, rows.slice(0, most));
  const rest = rows.length - most;
  return rest > 0 ? `${text}\n\n${rest} more ${rest === 1 ? 'is' : 'are'} left out here.` : text;
}
