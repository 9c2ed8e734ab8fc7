/** Pure: text from anywhere -> text that GitHub renders as just that text, and tables of it. */

const LINE_ENDS = /[\r\n\v\f\u0085\u2028\u2029]+/gu;
/** Everything that Markdown, HTML or GitHub's autolinks could take for more than text. */
const MEANINGFUL = /[\\`*_{}[\]()<>#+\-.!|~&@:$^="'/]/gu;

/** Text inside a paragraph or a table cell: no markup, no mention, no autolink, no image, on one line. */
export function escaped(text: string): string {
  return text
    .replace(LINE_ENDS, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(MEANINGFUL, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
}

/** Text as code; a backtick inside would end it, so such text is shown as plain text. */
export function code(text: string): string {
  return /^[\w .()<>=%/+-]+$/u.test(text) ? `\`${text.trim()}\`` : escaped(text);
}

/** A link; `url` must have passed the adapter as an https URL. */
export function link(text: string, url: string): string {
  return `[${escaped(text)}](${url.replace(/[()\s<>|\\]/gu, encodeURIComponent)})`;
}

/** How a column's cells are set. */
export type Alignment = 'left' | 'right' | 'center';

/** A table; cells must be Markdown already, each on one line. */
export function table(
  header: readonly string[],
  alignments: readonly Alignment[],
  rows: readonly (readonly string[])[],
): string {
  const rules = alignments.map((alignment) => RULE[alignment]);
  return [header, rules, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const RULE: Readonly<Record<Alignment, string>> = { left: ':--', right: '--:', center: ':-:' };
