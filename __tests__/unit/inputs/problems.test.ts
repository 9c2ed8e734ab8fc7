/** Problems in words: one line each, and nothing of a secret in any of them. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { collectProblems } from '../../../src/inputs/problems.ts';
import { createRedactor } from '../../../src/text/redactor.ts';

const TOKEN = 'made-up-token-4f1c9e27"and\\more';
const redactor = createRedactor();
redactor.hide(TOKEN);

function problem(text: string, accepted = 'a number'): string {
  const problems = collectProblems([TOKEN, ''], redactor.redact);
  problems.invalid('wait', text, { accepted });
  expect(problems.all).toHaveLength(1);
  return problems.all[0] ?? '';
}

describe('an invalid value', () => {
  it('is quoted with what is expected, and a hint where there is one', () => {
    expect(problem('yes')).toBe('`wait`: invalid value "yes". Expected a number.');
    const problems = collectProblems([], redactor.redact);
    problems.invalid('test-id', '1 x', { accepted: 'one id or two?', got: 'x', hint: 'Use `run-id`' });
    problems.add('Set `test-id`.');
    expect(problems.all).toEqual([
      '`test-id`: invalid value "x". Expected one id or two? Use `run-id`.',
      'Set `test-id`.',
    ]);
  });

  it('is cut and stays on one line', () => {
    const sentence = problem(`${'x'.repeat(500)}\n::error::y`);
    expect(sentence.length).toBeLessThan(150);
    expect(problem('a\n::error::b\u001b[0m\u202e')).toBe('`wait`: invalid value "a ::error::b[0m". Expected a number.');
  });

  it.each([
    'https://user:secret@api.k6.io',
    'https:user:secret@api.k6.io',
    'https:/user:secret@api.k6.io',
    'https://user:sec/ret@api.k6.io',
    'https://user:sec@ret@api.k6.io',
    'user:secret@api.k6.io',
    `https://user:${'secret'.repeat(200)}@api.k6.io`,
  ])('does not show a password in an address: %s', (text) => {
    expect(problem(text)).toBe('`wait`: invalid value (not shown: it may hold a password). Expected a number.');
  });

  it.each([
    'glsa_RealSecret',
    'glc_eyJvIjoiMSJ9',
    'glp_1',
    'ghp_x',
    'gho_x',
    'ghu_x',
    'ghs_x',
    'ghr_x',
    'github_pat_11A',
    '1201, glsa_RealSecret',
    'https://acme.grafana.net/?token=glsa_RealSecret',
    'gl\u200bsa_RealSecret',
    '0123456789abcdef'.repeat(2),
    '0123456789ABCDEF'.repeat(4),
    'abcdefgh'.repeat(4).replace(/[gh]/gu, 'a'),
    'Zx9'.repeat(11),
    `1201 ${'Zx9'.repeat(11)}`,
  ])('is not shown where it looks like a token that is not known: %s', (text) => {
    expect(problem(text)).toBe('`wait`: invalid value (not shown: it looks like a token). Expected a number.');
  });

  it.each(['highs_and_lows', 'g'.repeat(40), `${'Zx9'.repeat(10)}-${'Zx9'.repeat(10)}`, 'glsa', 'a-b-c-1-2-3'])(
    'is shown where it only resembles one: %s',
    (text) => {
      expect(problem(text)).toContain(JSON.stringify(text));
    },
  );

  it.each([
    ['the token', TOKEN],
    ['the token inside', `https://${TOKEN}.example`],
    ['its beginning', TOKEN.slice(0, 8)],
    ['its beginning behind an id', `1201, ${TOKEN.slice(0, 20)}`],
    ['the token with characters that are not seen', `${TOKEN.slice(0, 5)}\u200b\u0000${TOKEN.slice(5)}`],
    ['the token in letters of another size', `x${TOKEN.toUpperCase()}`],
    ['the token across lines', `${TOKEN.slice(0, 5)}\n${TOKEN.slice(5)}`],
  ])('is not shown where it holds %s', (_, text) => {
    expect(problem(text)).toBe('`wait`: invalid value (not shown). Expected a number.');
  });

  it('has its other forms of the token taken out before it is cut', () => {
    const base64 = Buffer.from(TOKEN).toString('base64');
    expect(problem(`${'x'.repeat(60)}${base64}`)).not.toContain(base64.slice(0, 8));
  });

  it('shows no 8 characters of the beginning of a token, wherever they stand', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 8, max: TOKEN.length }), (before, after, length) => {
        expect(problem(`${before}${TOKEN.slice(0, length)}${after}`)).not.toContain(TOKEN.slice(0, 8));
      }),
      {
        examples: [
          ['', '', TOKEN.length],
          ['"', '\u0000', 8],
        ],
      },
    );
  });
});
