/** Figures as people read them: aligned columns, three significant digits, units in the header. */

/** One row: a name and its figures, by column. */
export interface Row {
  readonly name: string;
  readonly figures: Readonly<Record<string, number | string>>;
}

/** A table with a title; columns are those of the first row. */
export function table(title: string, rows: readonly Row[]): string {
  const columns = Object.keys(rows[0]?.figures ?? {});
  const lines = [
    ['', ...columns],
    ...rows.map(({ name, figures }) => [name, ...columns.map((column) => shown(figures[column] ?? ''))]),
  ];
  const widths = ['', ...columns].map((_, place) => Math.max(...lines.map((line) => line[place]?.length ?? 0)));
  const aligned = lines.map((line) =>
    line
      .map((cell, place) => (place === 0 ? cell.padEnd(widths[place] ?? 0) : cell.padStart(widths[place] ?? 0)))
      .join('  '),
  );
  return `${title}\n${aligned.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`;
}

function shown(figure: number | string): string {
  if (typeof figure === 'string') return figure;
  return Math.abs(figure) >= 100 ? figure.toFixed(0) : figure.toPrecision(3);
}

/** The arithmetic mean. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The value that `share` of all are not above. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
