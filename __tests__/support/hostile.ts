/** Text as an attacker or an accident would have it: markup, commands, mentions, links, and plain noise. */
import fc from 'fast-check';

const PIECES = [
  '@everyone',
  '@octo-org/team',
  '#1',
  'GH-2',
  'octo/repo#3',
  'https://evil.example/x',
  'www.evil.example',
  'mail@evil.example',
  '![x](https://evil.example/y.png)',
  '[a](javascript:alert(1))',
  '<img src=x onerror=alert(1)>',
  '<script>',
  '</details>',
  '<!--',
  '-->',
  '`',
  '``',
  '```',
  '```mermaid',
  '|',
  '\\|',
  '\n',
  '\r\n',
  '\n\n# x\n',
  '\u2028',
  '\t',
  '::error::x',
  '##[error]x',
  '"',
  "'",
  '&lt;',
  '&#64;me',
  ']]>',
  '<![CDATA[',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\ud800',
  '%%{init: {}}%%',
  '-->',
  ';',
  '"]',
  '${{ secrets.X }}',
  '$x$',
  '*a*',
  '__b__',
  '~~c~~',
];

/** Any text, with a taste for the worst. */
export const hostile = fc
  .array(
    fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 5 }), fc.string({ maxLength: 8 })),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** Texts that once got through an escaper, or look as though they might: pinned in every property test of one. */
export const KNOWN_HOSTILE: readonly string[] = [
  '',
  '|',
  '`\\|`',
  '``` \n</details>\n\n# x',
  '##[error]x\r\n::error::x',
  '<!-- --> ]]>',
  '\ud800\u0000\u202e',
  'call',
  'href',
  'click',
  'x-axis',
  '%%{init: {}}%%',
  'mail@evil.example www.evil.example',
];
