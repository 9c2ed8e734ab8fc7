/** The key numbers of a run in one table: value, baseline, change and limit; what the test does not have is left out. */
import type { Change, Regression } from '../test-run/baseline.ts';
import { changeBetween, changePast, movedBy } from '../test-run/baseline.ts';
import type { Numbers, Threshold } from '../test-run/metrics.ts';
import { METRICS, METRIC_NAMES } from '../test-run/number-table.ts';
import { PROTOCOL_NAMES, PROTOCOLS } from '../test-run/protocol-table.ts';
import type { Unit } from '../test-run/quantity.ts';
import { distinguishable, quantity, significant } from '../test-run/quantity.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import { stateOf } from '../test-run/thresholds.ts';
import { THRESHOLD_SIGNS } from './criteria-tables.ts';
import { table, unbroken } from '../text/markdown.ts';

/** A number of the run and of its baseline, and what is asked of it. */
interface KeyNumber {
  readonly title: string;
  readonly unit: Unit;
  readonly change: Omit<Change, 'metric'>;
  /** The threshold on it, one that was not met before others. */
  readonly threshold: Threshold | undefined;
  /** How it is past a rule of `max-regression`. */
  readonly regression: Regression | undefined;
}

/** All key numbers that are known of the run or of its baseline; checks, which belong to no protocol, are the last. */
function keyNumbersOf(metrics: RunMetrics): readonly KeyNumber[] {
  const own = httpNumbers(metrics);
  const checks = own.filter(({ title }) => title === METRICS['checks-rate'].title);
  return [...own.filter((row) => !checks.includes(row)), ...protocolNumbers(metrics), ...checks].filter(
    ({ change: { now, then } }) => now !== undefined || then !== undefined,
  );
}

/** The numbers that a reviewer asks for first, and any other that is past a rule. */
function httpNumbers(metrics: RunMetrics): readonly KeyNumber[] {
  const { numbers, baseline, regressions } = metrics;
  const regressionOf = (name: string): Regression | undefined =>
    regressions.find(({ rule }) => rule.metric === name && rule.of === undefined);
  const shown = METRIC_NAMES.filter((name) => METRICS[name].row.isKey || regressionOf(name) !== undefined);
  return shown.map((name) => {
    const { title, unit, of, row } = METRICS[name];
    const then = baseline === undefined ? undefined : of(baseline.numbers);
    const change = changeBetween(METRICS[name], of(numbers), then);
    return { title, unit, change, threshold: thresholdOn(row.threshold, metrics), regression: regressionOf(name) };
  });
}

function protocolNumbers(metrics: RunMetrics): readonly KeyNumber[] {
  return PROTOCOL_NAMES.map((name) => {
    const { title, unit, threshold, query } = PROTOCOLS[name];
    const change = changeBetween(PROTOCOLS[name], metrics.protocols[name], metrics.baselineProtocols[name]);
    const [metric, method] = query;
    const regression = metrics.regressions.find(({ rule: { metric: rated, of } }) => {
      return of?.metric === metric && of.tags.length === 0 && METRICS[rated].row.query[1] === method;
    });
    return { title, unit, change, threshold: thresholdOn(threshold, metrics), regression };
  });
}

/** The table; empty where no number of the run is known. */
export function keyNumbers(metrics: RunMetrics | undefined): string {
  if (metrics === undefined) return '';
  const { baseline } = metrics;
  const rows = keyNumbersOf(metrics);
  if (rows.every(({ change }) => change.now === undefined)) return '';
  const texts = rows.map(valueAndLimit);
  const limits = texts.map(([, limit]) => limit);
  const hasLimits = limits.some((limit) => limit !== '');
  const cells = rows.map((row, place) => {
    const value = texts[place]?.[0] ?? '';
    const isBad = row.regression !== undefined || row.threshold?.failed === true;
    return [
      row.title,
      isBad ? `**${value}**` : value,
      ...(baseline === undefined ? [] : [unbroken(quantity(row.change.then, row.unit)), changeText(row)]),
      ...(hasLimits ? [limits[place] ?? ''] : []),
    ];
  });
  const against = baseline === undefined ? [] : [baseline.name === undefined ? 'baseline' : 'usual', 'change'];
  const header = ['', 'this run', ...against, ...(hasLimits ? ['limit'] : [])];
  const numeric = against.map(() => 'right' as const);
  return table(header, ['left', 'right', ...numeric, ...(hasLimits ? (['left'] as const) : [])], cells);
}

/** `431 ms` and `❌ < 400 ms`, which never look alike where they differ; the limit is empty without a threshold. */
function valueAndLimit({ change: { now }, threshold, unit }: KeyNumber): readonly [value: string, limit: string] {
  const operator = /(?:[<>]=?|[=!]==?)/u.exec(threshold?.condition ?? '')?.[0];
  if (threshold?.limit === undefined || operator === undefined) return [unbroken(quantity(now, unit)), ''];
  const [value, limit] =
    now === undefined
      ? [quantity(now, unit), quantity(threshold.limit, unit)]
      : distinguishable(now, threshold.limit, unit);
  return [unbroken(value), unbroken(`${THRESHOLD_SIGNS[stateOf(threshold)]} ${operator} ${limit}`)];
}

/** Whether a threshold is on a number of the table, so that it is seen there. */
export function isInTable(
  threshold: Threshold,
  { numbers, protocols }: Pick<RunMetrics, 'numbers' | 'protocols'>,
): boolean {
  const shown = [
    ...METRIC_NAMES.filter((name) => METRICS[name].row.isKey && isKnown(name, numbers)).map(
      (name) => METRICS[name].row,
    ),
    ...PROTOCOL_NAMES.filter((name) => protocols[name] !== undefined).map((name) => PROTOCOLS[name]),
  ];
  return shown.some((row) => isOn(row.threshold, threshold));
}

function isKnown(name: (typeof METRIC_NAMES)[number], numbers: Numbers): boolean {
  return METRICS[name].of(numbers) !== undefined;
}

type Criterion = readonly [metric: string, stat: string] | undefined;

function isOn(criterion: Criterion, { metric, stat }: Threshold): boolean {
  return criterion !== undefined && metric === criterion[0] && stat === criterion[1];
}

function thresholdOn(criterion: Criterion, { thresholds = [] }: RunMetrics): Threshold | undefined {
  const all = thresholds.filter((one) => isOn(criterion, one));
  return all.find(({ failed }) => failed) ?? all[0];
}

/** From here on a change for the worse gets a sign: runs of one test differ by a few percent on their own. */
const REMARKABLE_PERCENT = 5;
const REMARKABLE_POINTS = 0.5;

function changeText({ change: { text, size, direction }, regression, unit }: KeyNumber): string {
  if (text === undefined || size === undefined) return 'n/a';
  if (regression !== undefined) {
    const { rule } = regression;
    const past = changePast(movedBy(regression), rule);
    return unbroken(`❌ **${past}**, allowed ${significant(rule.size)} ${rule.unit}`);
  }
  if (direction === 'same') return direction;
  const remarkable = unit === 'share' ? REMARKABLE_POINTS : REMARKABLE_PERCENT;
  const isMarked = direction === 'worse' && Math.abs(size) >= remarkable;
  return unbroken(`${!isMarked ? '' : size > 0 ? '🔺 ' : '🔻 '}${text}`);
}
