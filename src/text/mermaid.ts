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
  readonly unit: string;
  readonly plots: readonly Plot[];
  readonly heightPx: number;
}

/** Colours of GitHub's own palette that stand out from a light page as from a dark one. */
const COLOUR: Readonly<Record<Colour, string>> = { fail: '#cf222e', accent: '#0969da', quiet: '#8c959f' };

/** A fenced block with an xychart; empty where there is nothing to draw. */
export function chart({ title, x, unit, plots, heightPx }: Chart): string {
  const highest = Math.max(...plots.flatMap(({ values }) => values));
  if (!Number.isFinite(highest) || plots.some(({ values }) => values.length === 0)) return '';
  return block([
    '---',
    'config:',
    '  xyChart:',
    '    width: 900',
    `    height: ${heightPx}`,
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
    `  y-axis "${mermaidText(unit)}" 0 --> ${decimal(roundUp(highest))}`,
    ...plots.map(({ kind, values }) => `  ${kind} [${values.map(decimal).join(', ')}]`),
  ]);
}

/** The names of bars: a closed set, because Mermaid reads `call`, `click` and `href` at the start of a line as keywords. */
export const STEP_NAMES = [
  'created',
  'validated',
  'queued',
  'initializing',
  'running',
  'metrics',
  'result',
  'unknown status',
] as const;
/** The name of a bar. */
export type StepName = (typeof STEP_NAMES)[number];

/** One bar of a time line, seconds from its beginning. */
export interface Step {
  readonly name: StepName;
  /** Text after the name, such as a duration. */
  readonly detail: string;
  readonly fromS: number;
  readonly toS: number;
  /** The one that matters most. */
  readonly main: boolean;
}

/** A fenced block with a time line. Instants are of a day that no clock was changed on: Mermaid knows local time alone. */
export function timeline(steps: readonly Step[]): string {
  if (steps.length === 0) return '';
  const lastS = Math.max(...steps.map(({ toS }) => toS));
  return block([
    'gantt',
    '  dateFormat YYYY-MM-DD HH:mm:ss',
    `  axisFormat ${lastS < 3600 ? '%M:%S' : '%H:%M'}`,
    '  section run',
    ...steps.map(({ name, detail, fromS, toS, main }) => {
      const [from, to] = [instant(fromS), instant(Math.max(toS, fromS + 1))];
      return `  ${name} ${mermaidText(detail)} :${main ? 'active, ' : ''}${from}, ${to}`;
    }),
  ]);
}

function instant(seconds: number): string {
  const midnightMs = Date.UTC(2001, 0, 1);
  return new Date(midnightMs + Math.round(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Text in a chart: letters, digits and signs without a meaning there; nothing can end a string, a line or the block. */
export function mermaidText(text: string): string {
  const plain = text
    .replace(/[^\p{L}\p{N} .,()/%·−+-]/gu, ' ')
    .replace(/-{2,}|%{2,}/gu, ' ')
    .replace(/ +/gu, ' ')
    .trim();
  return plain === '' ? '.' : plain.slice(0, 100);
}

function block(lines: readonly string[]): string {
  return ['```mermaid', ...lines, '```'].join('\n');
}

/** Mermaid reads no exponents. */
function decimal(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return value.toFixed(Math.abs(value) < 1 ? 6 : 2).replace(/\.?0+$/u, '');
}

/** The next round number with some air above the highest point. */
function roundUp(highest: number): number {
  if (highest <= 0) return 1;
  const wanted = highest * 1.1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= wanted) ?? 10;
  return Number((step * power).toPrecision(3));
}
