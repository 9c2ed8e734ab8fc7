/** No text from anywhere makes the runner do something. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { safeLine, safeOutput } from '../../../src/text/safe-text.ts';
import { KNOWN_HOSTILE } from '../../support/hostile.ts';

/** Text with more than its share of what matters here. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('::', '##[', '\n', '\r', '\u2028', '\t', ' ', 'error', ']', ':', '\u001b[2J', '#'),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''));

/** What actions/runner takes for a command: `::x::` behind white space at a line's start, `##[x]` anywhere. */
function hasCommand(line: string): boolean {
  return /^\s*::[^:]*::/u.test(line) || /##\[[^\]]*\]/u.test(line);
}

describe('safeLine', () => {
  it('leaves no command, for any text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(hasCommand(safeLine(text))).toBe(false);
      }),
      { numRuns: 2000, examples: KNOWN_HOSTILE.map((text) => [text]) },
    );
  });

  it('leaves one line without controls, for any text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(safeLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
      }),
      { examples: KNOWN_HOSTILE.map((text) => [text]) },
    );
  });

  it.each([
    ['ends of lines', 'a\nb\r\nc\rd\u000be\ff\u0085g\u2028h\u2029i', 'a b c d e f g h i'],
    ['tabs', 'a\tb\t\tc', 'a b  c'],
    ['controls', 'a\u0000b\u001b[31mc\u007fd\u009be', 'ab[31mcde'],
    ['marks that turn text around', 'a\u200eb\u202ec\u2066d\u2069e\u061cf', 'abcdef'],
    ['characters without a width', 'a\u200bb\ufeffc\u2060d\u00ade\u{e0041}f', 'abcdef'],
    ['a command split by a character without a width', '#\u200b#[error]:\u200b:', '#\u2060#[error]::'],
    ['commands in a line', 'x ##[error]y ##[group]', 'x #\u2060#[error]y #\u2060#[group]'],
    ['a command with signs inside that go', '#\u0000#\u202e[error]', '#\u2060#[error]'],
    ['a command behind spaces', '  ::error::x', '  :\u2060:error::x'],
    ['a command behind an end of a line', '\n\u0000::error::x', ' :\u2060:error::x'],
  ])('makes %s harmless', (_, text, line) => {
    expect(safeLine(text)).toBe(line);
  });

  it.each([
    'k6 Cloud gate · test 1201 · legacy API',
    '  0:08  initializing        queued for 6s',
    'http_req_duration: p(95)<400 [✗]',
    '## a heading',
    'a::b',
  ])('leaves %j as it is', (line) => {
    expect(safeLine(line)).toBe(line);
  });
});

describe('safeOutput', () => {
  const redact = (text: string): string => text.replaceAll('to"ken', '***');

  it('is one line without controls and commands', () => {
    expect(safeOutput('a\n::error::forged\r\u001b[2J ##[group]x to"ken', redact)).toBe(
      'a ::error::forged [2J #\u2060#[group]x ***',
    );
    expect(safeOutput('\n ::error::forged', redact)).toBe('  :\u2060:error::forged');
  });

  it('keeps JSON what it is, on one line', () => {
    const safe = safeOutput('[{"reason":"a\\n::error::to\\"ken ##[x] \\u202eb", "n":\n1.5}]', redact);
    expect(JSON.parse(safe)).toEqual([{ reason: 'a\n::error::*** ##[x] b', n: 1.5 }]);
    expect(safe).not.toMatch(/##\[|\n/u);
  });

  it('takes JSON without fields and items for text', () => {
    expect(safeOutput('"##[error] [x]"', redact)).toBe('"#\u2060#[error] [x]"');
    expect(safeOutput(' [1, 2]', redact)).toBe(' [1, 2]');
    expect(safeOutput('1.50', redact)).toBe('1.50');
  });

  it('takes text that begins like JSON for text', () => {
    expect(safeOutput('[x] ##[error]', redact)).toBe('[x] #\u2060#[error]');
  });
});
