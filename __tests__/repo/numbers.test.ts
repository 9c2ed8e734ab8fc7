/** The documents describe every number that the table has, and none that it lacks. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { NUMBERS } from '../../src/test-run/number-table.ts';
import { PROTOCOLS } from '../../src/test-run/protocol-table.ts';
import type { Unit } from '../../src/test-run/quantity.ts';

const UNITS: Readonly<Record<Unit, string>> = {
  ms: 'ms',
  'per-second': '1/s',
  share: '0 to 1',
  count: '',
  vuh: 'VUh',
  plain: '',
};
const code = (text: string | undefined): string => (text === undefined ? '' : `\`${text}\``);
const rows = Object.values(NUMBERS).map((row) => {
  const [metric, method] = row.query;
  const worse = row.worse === 'neither' ? '' : row.worse;
  return [row.title, UNITS[row.unit], code(row.rule), worse, code(row.json), `${code(method)} of ${code(metric)}`];
});
const reports = readFileSync('docs/reports.md', 'utf8');

describe('the numbers of a run', () => {
  it('are the rows of the table in docs/reports.md', () => {
    const [, section = ''] = /## The numbers\n\n([\s\S]*?)\n\n/u.exec(reports) ?? [];
    const cells = section.split('\n').map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    expect(cells.slice(2)).toEqual(rows);
  });

  it('are the metrics of `max-regression` there', () => {
    const [, list = ''] = /Metrics: (.*?);/u.exec(reports) ?? [];
    expect(list.split(', ')).toEqual(rows.map(([, , rule = '']) => rule).filter((rule) => rule !== ''));
  });

  it('of other protocols are the rows of their table', () => {
    const [, section = ''] = /## Other protocols\n\n.*\n\n([\s\S]*?)\n\n/u.exec(reports) ?? [];
    const cells = section.split('\n').map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    const expected = Object.values(PROTOCOLS).map(({ title, unit, worse, json, query: [metric, method] }) => [
      title,
      UNITS[unit],
      worse === 'neither' ? '' : worse,
      code(json),
      `${code(method)} of ${code(metric)}`,
    ]);
    expect(cells.slice(2)).toEqual(expected);
  });

  it('are the keys of `metrics` in docs/report-json.md', () => {
    const [line = ''] = /^\| `metrics` .*$/mu.exec(readFileSync('docs/report-json.md', 'utf8')) ?? [];
    const keys = [...line.matchAll(/`(\w+)`/gu)].map(([, key]) => key);
    expect(keys.filter((key) => key !== 'metrics' && key !== 'http_req_duration').sort()).toEqual(
      Object.values(NUMBERS)
        .map(({ json }) => json)
        .sort(),
    );
  });
});
