/** Classes of characters that decide whether text is safe; every file that cleans text takes them from here. */

/** Everything that some reader takes for the end of a line; `\n-\r` has the vertical tab and the form feed in it. */
const LINE_ENDS = /\r\n|[\n-\r\u0085\u2028\u2029]/gu;

/**
 * Characters without a picture: controls (NUL, ESC), direction marks, zero-width characters. The selector of emoji
 * (U+FE0F) is one of them too; see `withoutInvisible`.
 */
export const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** These are invisible alone, but part a line or change the sign in front of them. */
const KEPT = /[\t\n-\r\u0085]|\ufe0f/u;

/** The text without invisible characters; tabs, ends of lines and the selector of emoji stay. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, (sign) => (KEPT.test(sign) ? sign : ''));
}

/** The text on one line, without tabs and invisible characters. */
export function oneLine(text: string): string {
  return withoutInvisible(text.replace(LINE_ENDS, ' ').replaceAll('\t', ' '));
}
