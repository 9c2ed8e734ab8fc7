/** Endpoints as a table and as lines of the log: values first, the long name last, the slower ones on top. */
import { changePast } from '../test-run/baseline.ts';
import type { Endpoint } from '../test-run/endpoints.ts';
import { ruleOn } from '../test-run/endpoints.ts';
import { change, quantity, significant } from '../test-run/quantity.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import { clippedInMiddle, code, table, unbroken } from '../text/markdown.ts';

/** A path is read by its beginning and its end. */
const LONGEST_NAME = 44;

/** `Endpoints · 1 slower` */
function endpointsTitle({ endpoints, baseline }: RunMetrics): string {
  const slower = endpoints.filter(({ isSlower }) => isSlower).length;
  if (slower > 0) return `Endpoints · ${slower} slower`;
  return baseline !== undefined && endpoints.some(isCompared) ? 'Endpoints · none slower' : 'Endpoints';
}

/** The table under its title, which `heading` makes a heading or bold; empty where no endpoint is known. */
export function endpointsSection(
  metrics: RunMetrics | undefined,
  most: number,
  heading: (title: string) => string,
): string {
  const text = metrics === undefined ? '' : endpointsTable(metrics, most);
  return metrics === undefined || text === '' ? '' : `${heading(endpointsTitle(metrics))}\n\n${text}`;
}

/** The table; empty where no endpoint is known. */
function endpointsTable(metrics: RunMetrics, most: number): string {
  const { endpoints } = metrics;
  if (endpoints.length === 0) return '';
  const columns = COLUMNS.filter((column) => endpoints.some((one) => isKnown(column, one)));
  const rows = endpoints.slice(0, most).map((endpoint) => [
    ...columns.map((column) => {
      const text = unbroken(cellOf(column, endpoint, metrics));
      return column === 'p95' && endpoint.isSlower ? `**${text}**` : text;
    }),
    code(nameOf(endpoint)),
  ]);
  const alignments = [...columns.map(() => 'right' as const), 'left' as const];
  const text = table([...columns, 'endpoint'], alignments, rows);
  const rest = endpoints.length - rows.length;
  return rest <= 0 ? text : `${text}\n\n${rest} more ${rest === 1 ? 'endpoint is' : 'endpoints are'} left out here.`;
}

/** The same as lines of text, in columns. */
export function endpointLines(metrics: RunMetrics): readonly string[] {
  const { endpoints } = metrics;
  const columns = COLUMNS.filter((column) => endpoints.some((one) => isKnown(column, one)));
  const cells = endpoints.map((endpoint) =>
    columns.map((column) => cellOf(column, endpoint, metrics).replace(MARK, '')),
  );
  const widths = columns.map((column, place) =>
    Math.max(column.length, ...cells.map((row) => Array.from(row[place] ?? '').length)),
  );
  const line = (row: readonly string[], name: string): string =>
    [...row.map((cell, place) => padded(cell, widths[place] ?? 0)), name].join('  ');
  return endpoints.length === 0
    ? []
    : [line(columns, 'endpoint'), ...endpoints.map((endpoint, place) => line(cells[place] ?? [], nameOf(endpoint)))];
}

const COLUMNS = ['p95', 'change', 'failed', 'requests'] as const;
type Column = (typeof COLUMNS)[number];

/** A column that no endpoint has a value for is not shown. */
function isKnown(column: Column, endpoint: Endpoint): boolean {
  switch (column) {
    case 'p95':
      return endpoint.p95Ms !== undefined;
    case 'change':
      return isCompared(endpoint);
    case 'failed':
      return endpoint.errorRate !== undefined;
    case 'requests':
      return endpoint.requests !== undefined;
  }
}

function isCompared({ changePercent }: Endpoint): boolean {
  return changePercent !== undefined;
}

function cellOf(column: Column, endpoint: Endpoint, metrics: RunMetrics): string {
  switch (column) {
    case 'p95':
      return quantity(endpoint.p95Ms, 'ms');
    case 'change':
      return changeOf(endpoint, metrics);
    case 'failed':
      return quantity(endpoint.errorRate, 'share');
    case 'requests':
      return quantity(endpoint.requests, 'count');
  }
}

function changeOf(endpoint: Endpoint, { regressions }: RunMetrics): string {
  const { changePercent, usualP95Ms, isSlower, p95Ms } = endpoint;
  if (usualP95Ms === undefined && p95Ms !== undefined) return 'new';
  if (changePercent === undefined) return 'n/a';
  const rule = ruleOn(endpoint, regressions);
  if (rule !== undefined)
    return `❌ ${changePast(changePercent, rule)}, allowed ${significant(rule.size)} ${rule.unit}`;
  const text = change(changePercent, '%');
  if (text === '0 %') return 'same';
  return `${isSlower ? '🔺 ' : ''}${text}`;
}

function nameOf({ method, name }: Endpoint): string {
  return clippedInMiddle(method === undefined ? name : `${method} ${name}`, LONGEST_NAME);
}

/** A terminal draws an emoji wider than other signs, and the order says enough. */
const MARK = /^(?:❌|🔺) /u;

/** Right-aligned, by signs and not by their parts. */
function padded(cell: string, width: number): string {
  return ' '.repeat(Math.max(0, width - Array.from(cell).length)) + cell;
}
