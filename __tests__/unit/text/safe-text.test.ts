/** No text from anywhere makes the runner do something, and no secret passes in any of its forms. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor, safeLine } from '../../../src/text/safe-text.ts';

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
      { numRuns: 2000 },
    );
  });

  it('leaves one line without controls, for any text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(safeLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
      }),
    );
  });

  it.each([
    ['ends of lines', 'a\nb\r\nc\rd\u000be\ff\u0085g\u2028h\u2029i', 'a b c d e f g h i'],
    ['tabs', 'a\tb\t\tc', 'a b  c'],
    ['controls', 'a\u0000b\u001b[31mc\u007fd\u009be', 'ab[31mcde'],
    ['marks that turn text around', 'a\u200eb\u202ec\u2066d\u2069e', 'abcde'],
    ['commands in a line', 'x ##[error]y ##[group]', 'x #\u2060#[error]y #\u2060#[group]'],
    ['a command with signs inside that go', '#\u0000#\u202e[error]', '#\u2060#[error]'],
    ['a command behind blanks', '  ::error::x', '  :\u2060:error::x'],
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

describe('createRedactor', () => {
  it('removes a secret in every form, for any text around it', () => {
    const secret = fc.stringMatching(/^[\w+/=-]{8,40}$/u);
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (token, before, after) => {
        const { hide, redact } = createRedactor();
        hide(token);
        const forms = [token, encodeURIComponent(token), Buffer.from(token).toString('base64')];
        for (const form of forms) expect(redact(`${before}${form}${after}`)).not.toContain(form);
      }),
    );
  });

  it('puts stars in the place of a secret, and leaves the rest', () => {
    const { hide, redact } = createRedactor();
    expect(redact('nothing is hidden yet')).toBe('nothing is hidden yet');
    expect(hide('p+ä')).toEqual(['p+ä', 'p%2B%C3%A4', 'cCvDpA==']);
    expect(redact('a p+ä b p%2B%C3%A4 c cCvDpA== d p+ä')).toBe('a *** b *** c *** d ***');
  });

  it('hides a secret whole that holds another, whichever it was told of first', () => {
    for (const secrets of [
      ['token', 'my-token-2'],
      ['my-token-2', 'token'],
    ]) {
      const { hide, redact } = createRedactor();
      secrets.forEach(hide);
      expect(redact('my-token-2 and token')).toBe('*** and ***');
    }
  });

  it('has nothing to hide where the secret is empty', () => {
    const { hide, redact } = createRedactor();
    expect(hide('')).toEqual([]);
    expect(redact('abc')).toBe('abc');
  });

  it('names the forms that are new, once', () => {
    const { hide } = createRedactor();
    expect(hide('plain-token')).toHaveLength(2);
    expect(hide('plain-token')).toHaveLength(0);
  });
});
