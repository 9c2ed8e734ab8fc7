/** Pure: text from anywhere -> text inside XML, and elements of it. */
import { withoutInvisible } from './characters.ts';
import { withoutCommands } from './safe-text.ts';

/** Signs that XML 1.0 has no place for, lone surrogates included. Source: XML 1.0, production 2. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const MEANINGFUL: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text for an attribute or between tags; no workflow command, neither in the file nor where a program prints what it read. */
export function xmlText(text: string): string {
  return withoutCommands(withoutInvisible(text.replace(FORBIDDEN, '\u{FFFD}'))).replace(
    /[&<>"'\t\n\r]/gu,
    (sign) => MEANINGFUL[sign] ?? sign,
  );
}

/** An element; attributes without a value are left out, children are XML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: readonly string[] = [],
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`],
  );
  const start = `<${name}${written.join('')}`;
  return children.length === 0 ? `${start}/>` : `${start}>\n${children.join('\n')}\n</${name}>`;
}
