/** Whether a text looks like a token, no matter who issued it: it may have been set for the wrong input. */
import { oneLine } from '../text/characters.ts';

/** How tokens of Grafana and of GitHub begin. */
const PREFIX = /(?<![a-z\d])(?:gl(?:sa|c|p)|gh[pousr]|github_pat)_/iu;
/** As long as the shortest tokens. */
const LONG = /[a-z\d]{32,}/giu;

/** Says so of a known beginning, of 32 hex digits and more, and of as many letters and digits mixed. */
export function looksLikeToken(text: string): boolean {
  const line = oneLine(text);
  if (PREFIX.test(line)) return true;
  const long = line.match(LONG) ?? [];
  return long.some((part) => /^[\da-f]+$/iu.test(part) || (/\d/u.test(part) && /\D/u.test(part)));
}
