/** Thresholds and checks as tables, failed ones first. */
import type { Check, Threshold } from '../test-run/metrics.ts';
import { quantity } from '../test-run/quantity.ts';
import { failedFirst, thresholdValue } from '../test-run/threshold-sentences.ts';
import { clipped, code, escaped, table } from '../text/markdown.ts';

/** More rows are counted, not shown: nobody reads them here. */
const MOST_ROWS = 200;

/** `1 of 2 not met` */
export function thresholdsTitle(thresholds: readonly Threshold[]): string {
  return `${thresholds.filter((one) => one.failed).length} of ${thresholds.length} not met`;
}

/** The table of thresholds, failed ones first. */
export function thresholdsTable(thresholds: readonly Threshold[], most = MOST_ROWS): string {
  const rows = failedFirst(thresholds).map((one) => {
    const value = thresholdValue(one);
    return [
      one.failed ? '❌' : '✅',
      one.metric === undefined ? 'n/a' : code(clipped(one.metric)),
      one.condition === '' ? 'n/a' : code(clipped(one.condition)),
      one.failed ? `**${value}**` : value,
    ];
  });
  return truncatedTable(['', 'metric', 'condition', 'value'], ['center', 'left', 'left', 'right'], rows, most);
}

/** `1 of 2 failed` */
export function checksTitle(checks: readonly Check[]): string {
  return `${checks.filter(({ fails }) => fails > 0).length} of ${checks.length} failed`;
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
  return rows.length > most ? `${text}\n\n${rows.length - most} more are left out here.` : text;
}
