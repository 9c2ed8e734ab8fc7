/** Pure: charts as Mermaid text. Only numbers and words of ours get in, and those through one escaper. */

/** A line of a chart, or its bars. */
export interface Plot {
  readonly kind: 'line' | 'bar';
  readonly values: readonly number[];
  readonly colour: Colour;
}

/** `fail`: red, for what failed and nothing else; `accent`: everything else; `quiet`: a limit or a comparison. */
export type Colour = 'fail' | 'accent' | 'quiet';

/** A chart over a range of numbers or over named places. */
export interface Chart {
  readonly title: string;
  readonly x: { readonly title: string; readonly from: number; readonly to: number } | readonly string[];
  readonly plots: readonly Plot[];
}

/** Colours of GitHub's own palette that stand out from a light page as from a dark one. */
const COLOUR: Readonly<Record<Colour, string>> = { fail: '#cf222e', accent: '#0969da', quiet: '#8c959f' };

/** A fenced block with an xychart; empty where there is nothing to draw. */
export function chart({ title, x, plots }: Chart): string {
  const highest = Math.max(...plots.flatMap(({ values }) => values));
  if (!Number.isFinite(highest) || plots.some(({ values }) => values.length === 0)) return '';
  return block([
    '---',
    'config:',
    '  xyChart:',
    '    width: 640',
    '    height: 260',
    // Mermaid measures the labels at the size of the page, and draws them at that of the chart: on a phone, where both
    // differ, they are cut without this.
    '    yAxis:',
    '      labelPadding: 16',
    '  themeVariables:',
    '    xyChart:',
    '      backgroundColor: "transparent"',
    `      plotColorPalette: "${plots.map(({ colour }) => COLOUR[colour]).join(', ')}"`,
    '---',
    'xychart-beta',
    `  title "${mermaidText(title)}"`,
    'from' in x
      ? `  x-axis "${mermaidText(x.title)}" ${decimal(x.from)} --> ${decimal(x.to)}`
      : `  x-axis [${x.map((label) => `"${mermaidText(label)}"`).join(', ')}]`,
    `  y-axis 0 --> ${decimal(roundUp(highest))}`,
    ...plots.map(({ kind, values }) => `  ${kind} [${values.map(decimal).join(', ')}]`),
  ]);
}

/** Text in a chart: letters, digits and signs without a meaning there; nothing can end a string, a line or the block. */
export function mermaidText(text: string): string {
  const plain = text
    .replace(/[^\p{L}\p{N} .,()/%·−+-]/gu, ' ')
    .replace(/-{2,}|%{2,}/gu, ' ')
    .replace(/ +/gu, ' ')
    .trim();
  return plain === '' ? '.' : Array.from(plain.slice(0, 200)).slice(0, 100).join('');
}

function block(lines: readonly string[]): string {
  return ['```mermaid', ...lines, '```'].join('\n');
}

/** Past this a number is nonsense, and JavaScript writes it with an exponent, which Mermaid does not read. */
const HIGHEST = 1e15;

function decimal(given: number): string {
  const value = Math.max(-HIGHEST, Math.min(HIGHEST, given));
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(Math.abs(value) < 1 ? 6 : 2).replace(/\.?0+$/u, '');
}

/** The next round number with some air above the highest point; its ticks never overlap at this size. */
function roundUp(highest: number): number {
  if (highest <= 0) return 1;
  const wanted = highest * 1.1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 1.5, 2, 4, 5, 8, 10].find((one) => one * power >= wanted) ?? 10;
  return Number((step * power).toPrecision(3));
}
