/** No text from anywhere makes the runner do something, and no secret passes in any of its forms. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor, safeLine } from '../../../src/runner/safe-text.ts';

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

  it('names the forms that are new, once', () => {
    const { hide } = createRedactor();
    expect(hide('plain-token')).toHaveLength(2);
    expect(hide('plain-token')).toHaveLength(0);
  });
});
