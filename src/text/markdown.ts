/** Pure: text from anywhere -> text that GitHub renders as just that text, and tables of it. */
import { wellFormed, withoutInvisible } from './characters.ts';

const LINE_ENDS = /[\n-\r\u0085\u2028\u2029]+/gu;
/** Signs that Markdown, HTML or GitHub could take for more than text wherever they stand. */
const MARKUP = /[\\`*[\]<>#|~&@$^]/gu;
/**
 * Signs that mean something in some places alone, so that text stays readable as source and in e-mails: `_` beside a
 * word, `:` before one (an address, an emoji), the point of a host, and what begins a list or a line under a title.
 */
const MARKUP_IN_PLACE =
  /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\S)|(?<=www\u2060)\.|(?<=^\s*)[-+=]|(?<=^\s*\d+)[.)]/giu;
/** GitHub finds mentions and references in the rendered text too, where an entity is a sign again. */
const MENTIONS = /(?:[@#]|\bGH-|:(?=\/\/)|(?<![a-z\d])www(?=\.))/giu;
/** Joins words without a width: what stands on both sides is no longer one name. */
const JOINER = '\u2060';
/** A longer name is cut; the log has it whole. */
const LONGEST = 160;

/** Text inside a paragraph or a table cell: no markup, no mention, no autolink, no image, on one line. */
export function escaped(text: string): string {
  return oneLine(text)
    .replace(MENTIONS, (call) => `${call}${JOINER}`)
    .replace(MARKUP, entity)
    .replace(MARKUP_IN_PLACE, entity);
}

/** A sign as HTML has it: text, and never markup. */
function entity(sign: string): string {
  return `&#${sign.codePointAt(0) ?? 0};`;
}

/** Text as code, which is neither markup nor mention; where it holds a sign that ends code, or a workflow command, it is plain text. */
export function code(text: string): string {
  const line = oneLine(text).trim();
  return line === '' || /[`|\\]|##\[/u.test(line) ? escaped(line) : `\`${line}\``;
}

/** A sentence of ours: names between backticks are code, and whatever else it quotes is text. */
export function prose(text: string): string {
  return oneLine(text)
    .split(/`([^`]{1,60})`/u)
    .map((part, place) => (place % 2 === 1 ? code(part) : escaped(part)))
    .join('');
}

/** A link; `url` must have passed the adapter as an https URL. */
export function link(text: string, url: string | undefined): string {
  if (url === undefined) return escaped(text);
  const destination = wellFormed(url)
    .replace(/[^\w\-.~:/?#@!$&+,;=%]/gu, (sign) => encodeURIComponent(sign).replace(/[^\w%]/gu, hex))
    .replaceAll('&', '&amp;');
  return `[${escaped(text)}](${destination})`;
}

/** The beginning of a text that is too long for its place. */
export function clipped(text: string, most = LONGEST): string {
  const signs = Array.from(text.slice(0, most * 2 + 2));
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text;
}

/** The beginning and the end of a text that is too long for its place. */
export function clippedInMiddle(text: string, most: number): string {
  const signs = Array.from(text);
  if (signs.length <= most) return text;
  const end = Math.floor((most - 1) / 2);
  return `${signs.slice(0, most - 1 - end).join('')}…${signs.slice(signs.length - end).join('')}`;
}

/** A value and its unit stay on one line, however narrow their column. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
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

/** Markdown that is folded under a line; `title` must be Markdown already. */
export function folded(title: string, markdown: string, open = false): string {
  return `<details${open ? ' open' : ''}><summary>${title}</summary>\n\n${markdown}\n\n</details>`;
}

const RULE: Readonly<Record<Alignment, string>> = { left: ':--', right: '--:', center: ':-:' };

function oneLine(text: string): string {
  return withoutInvisible(text.replace(LINE_ENDS, ' ')).replaceAll('\t', '');
}

/** encodeURIComponent leaves some signs as they are that end a link. */
function hex(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
