/** Pure: sections of a report -> one text within a size, by leaving out whole sections, the least important first. */

/** A part of a report that is shown whole or not at all. */
export interface Section {
  /** What is said to be missing where it is left out: `checks of run 7650001`. */
  readonly what: string;
  /** The higher, the longer it stays; `Infinity` for what a report is nothing without. */
  readonly weight: number;
  readonly markdown: string;
}

/** Names of sections left out that are listed; more are counted. */
const MOST_NAMED = 8;

/**
 * The sections in their order, with a word on those left out.
 * @param size how big a text is, in the unit of `most`
 */
export function truncatedToBudget(sections: readonly Section[], most: number, size: (text: string) => number): string {
  const shown = sections.filter(({ markdown }) => markdown !== '');
  const out: Section[] = [];
  const byWeight = [...shown].sort((a, b) => a.weight - b.weight);
  const sizes = new Map(shown.map((section) => [section, size(section.markdown) + GAP]));
  let total = [...sizes.values()].reduce((sum, one) => sum + one, 0);
  for (const section of byWeight) {
    if (total <= most - size(leftOutNote(out)) - GAP || section.weight === Infinity) break;
    total -= sizes.get(section) ?? 0;
    out.push(section);
  }
  const gone = new Set(out);
  const note = leftOutNote(shown.filter((section) => gone.has(section)));
  const parts = [...shown.filter((section) => !gone.has(section)).map(({ markdown }) => markdown), note];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const GAP = 2;

function leftOutNote(out: readonly Section[]): string {
  if (out.length === 0) return '';
  const named = out.slice(0, MOST_NAMED).map(({ what }) => what);
  const rest = out.length - named.length;
  return `<sub>Left out here for their size: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.</sub>`;
}

/** Size in bytes, as GitHub counts a job summary. */
export function bytes(text: string): number {
  return Buffer.byteLength(text);
}
