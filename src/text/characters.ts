/** Classes of characters that decide whether text is safe; every file that cleans text takes them from here. */

/** Everything that some reader takes for the end of a line; `\n-\r` has the vertical tab and the form feed in it. */
const LINE_ENDS = /\r\n|[\n-\r\u0085\u2028\u2029]/gu;

/**
 * Characters without a picture: controls (NUL, ESC), direction marks, zero-width characters. The selector of emoji
 * (U+FE0F) is one of them too; see `withoutInvisible`.
 */
const WITHOUT_PICTURE = String.raw`\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb`;
const INVISIBLE = new RegExp(`[${WITHOUT_PICTURE}]`, 'gu');

/** What may stand between the signs of a secret, and does not hide it from who reads it: `base64` breaks its lines. */
export const BLANK = new RegExp(String.raw`[\s${WITHOUT_PICTURE}]`, 'gu');

/** These are invisible alone, but part a line or change the sign in front of them. */
const KEPT = /[\t\n-\r\u0085]|\ufe0f/u;

/** Halves of a character. */
const LONE_SURROGATE = /\p{Cs}/gu;

/** The text with a sign of replacement for each half of a character: neither URLs nor GitHub's API take those. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd');
}

/** At most so many UTF-16 units of the text; a character that does not fit is left out as a whole. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/\p{Cs}$/u, '');
}

/** The text without invisible characters and half ones; tabs, ends of lines and the selector of emoji stay. */
export function withoutInvisible(text: string): string {
  return wellFormed(text).replace(INVISIBLE, (sign) => (KEPT.test(sign) ? sign : ''));
}

/** The text on one line, without tabs and invisible characters. */
export function oneLine(text: string): string {
  return withoutInvisible(text.replace(LINE_ENDS, ' ').replaceAll('\t', ' '));
}
