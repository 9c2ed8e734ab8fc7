/** The imports between source files, read from their text: static, dynamic and type imports alike. */
import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';

const IMPORT = /\b(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/gu;

/** Comments replaced by nothing, so that a word in a comment counts as no code. Strings that hold `//` stay whole. */
export function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu, '');
}

/** The files that a file imports, as paths from the repository's root. */
export function importsOf(file) {
  const text = withoutComments(readFileSync(file, 'utf8'));
  return [...text.matchAll(IMPORT)].map(([, specifier]) => posix.join(dirname(file), specifier));
}

/** A file and all that it reaches by imports; a file that `isOutside` says yes to is neither listed nor read. */
export function closureOf(entry, isOutside = () => false) {
  const reached = new Set();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file) || isOutside(file)) continue;
    reached.add(file);
    waiting.push(...importsOf(file));
  }
  return [...reached].sort();
}
