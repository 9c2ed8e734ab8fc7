/** No secret passes, in any of its forms, whole or in part, whatever is hidden in it or around it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor } from '../../../src/text/redactor.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const plainSecret = fc.stringMatching(/^[\w+/=-]{12,40}$/u);

function redactorFor(secret: string): ReturnType<typeof createRedactor> {
  const redactor = createRedactor();
  redactor.hide(secret);
  return redactor;
}

describe('createRedactor', () => {
  it('removes a secret in every form, for any text around it', () => {
    fc.assert(
      fc.property(plainSecret, fc.string(), fc.string(), (token, before, after) => {
        const { redact } = redactorFor(token);
        const encodings = [token, `${token}:`, `:${token}`].flatMap((text) => [
          base64(text),
          base64(text).replace(/=/gu, ''),
          base64url(text),
        ]);
        for (const form of [token, encodeURIComponent(token), JSON.stringify(token), ...encodings]) {
          expect(redact(`${before}${form}${after}`)).not.toContain(form);
        }
      }),
      {
        examples: [
          ['=====token/++', '%', '"'],
          ['aaaaaaaaaaaaa', 'a', 'a'],
        ],
      },
    );
  });

  it('removes it from basic authorization, whoever the user is', () => {
    fc.assert(
      fc.property(plainSecret, fc.stringMatching(/^[a-z]{1,9}$/u), (token, user) => {
        for (const encoded of [
          base64(`${user}:${token}`),
          base64url(`${user}:${token}@`),
          base64(`${token}:${user}`),
        ]) {
          const left = redactorFor(token).redact(`Basic ${encoded}`).replace('Basic ', '').split('***');
          expect(left.length).toBeGreaterThan(1);
          for (const part of left) expect(Buffer.from(part, 'base64').toString()).not.toContain(token.slice(0, 6));
        }
      }),
      {
        examples: [
          ['aaaaaaaaaaaa', 'aaa'],
          ['+/+/+/+/+/+/', 'ab'],
        ],
      },
    );
  });

  it.each(['\u0000', '\u001b', '\u200b', '\u202e', '\u2060', '\ufeff', '\u00ad'])(
    'finds a secret with %j between its signs',
    (sign) => {
      const { redact } = redactorFor('glc_made-up-secret');
      expect(redact(`a ${Array.from('glc_made-up-secret').join(sign)} b`)).toBe('a *** b');
      expect(redact(`a glc_made-up${sign}${sign}-secret b${sign}c`)).toBe(`a *** b${sign}c`);
    },
  );

  it('removes the beginning of a secret from 12 characters on', () => {
    const { redact } = redactorFor('glc_made-up-secret');
    expect(redact('a glc_made-up-sec…')).toBe('a ***…');
    expect(redact('a glc_made-up- b')).toBe('a *** b');
    expect(redact('a glc_made-up b')).toBe('a glc_made-up b');
  });

  it('removes the beginning of a text that begins like a secret, from 8 characters on', () => {
    const { redact } = redactorFor('glc_made-up-secret');
    expect(redact(' glc_madeX')).toBe(' ***X');
    expect(redact('glc_madX')).toBe('glc_madX');
  });

  it('puts stars in the place of a secret, and leaves the rest', () => {
    const { hide, redact } = createRedactor();
    expect(redact('nothing is hidden yet')).toBe('nothing is hidden yet');
    expect(hide('p+ä')).toEqual(expect.arrayContaining(['p+ä', 'p%2B%C3%A4', 'p%2b%c3%a4', 'cCvDpA==', 'cCvDpA']));
    expect(redact('a p+ä b p%2B%C3%A4 c cCvDpA== d p+ä')).toBe('a *** b *** c *** d ***');
  });

  it('hides a secret whole that holds another, whichever was added first', () => {
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
    expect(hide('')).not.toContain('');
    expect(redact('abc')).toBe('abc');
  });

  it('names the forms that are new, once', () => {
    const { hide } = createRedactor();
    expect(hide('plain-token')).toContain('plain-token');
    expect(hide('plain-token')).toHaveLength(0);
  });

  it('takes megabytes; work that grows with the square of the length would not end here', () => {
    const { redact } = redactorFor('aaaaaaaaaaaaaaaaaaaab');
    expect(redact('a'.repeat(1024 * 1024))).toContain('***');
    expect(redact('glc_\u200b'.repeat(200_000)).length).toBeGreaterThan(0);
  });
});

describe('the edges of a secret', () => {
  it('are exact: twelve characters anywhere, eight at the beginning, and what follows stays', () => {
    const { redact } = redactorFor('abcdefghijklmnop');
    expect(redact('x abcdefghijkl y')).toBe('x *** y');
    expect(redact('x abcdefghijk y')).toBe('x abcdefghijk y');
    expect(redact('abcdefgh y')).toBe('*** y');
    expect(redact('abcdefg y')).toBe('abcdefg y');
    expect(redact('\t\n abcdefgh')).toBe('\t\n ***');
    expect(redact('abcdefghijklmnopqr')).toBe('***qr');
  });

  it('are found twice in a row, side by side, and at the end', () => {
    const { redact } = redactorFor('abcdefghijklmnop');
    expect(redact('abcdefghijklmnopabcdefghijklmnop')).toBe('******');
    expect(redact('1abcdefghijklmnop')).toBe('1***');
  });

  it('of a short secret are the whole of it', () => {
    const { redact } = redactorFor('abc');
    expect([redact('abc'), redact('xabcx'), redact('ab')]).toEqual(['***', 'x***x', 'ab']);
  });

  it('lie between invisible characters, which go with it, and stay elsewhere', () => {
    const { redact } = redactorFor('abcdefghijklmnop');
    expect(redact('\u200bx\u200b abcdefgh\u200bijklmnop\u200b \u200by')).toBe('\u200bx\u200b ***\u200b \u200by');
    expect(redact('\u200babcdefgh\u200b')).toBe('\u200b***\u200b');
  });

  it('do not matter to a text that is shorter than every form', () => {
    const { redact } = redactorFor('abcdefghijklmnop');
    expect([redact(''), redact('abcdefg')]).toEqual(['', 'abcdefg']);
  });

  it('of two secrets that overlap become one', () => {
    const { hide, redact } = createRedactor();
    hide('aaaa-bbbb-cccc');
    hide('cccc-dddd-eeee');
    expect(redact('1 aaaa-bbbb-cccc-dddd-eeee 2')).toBe('1 *** 2');
    expect(redact('1 aaaa-bbbb-cccccccc-dddd-eeee 2')).toBe('1 ****** 2');
  });

  it('in base64 depend on what stands before it', () => {
    const { redact } = redactorFor('abcdefghijklmnop');
    for (const before of ['', 'x', 'xy', 'xyz']) {
      const text = redact(base64(`${before}abcdefghijklmnop${before}`));
      expect(text).toContain('***');
      expect(text.replace('***', '').length).toBeLessThan(2 * before.length + 6);
    }
  });

  it('in base64 are not looked for where the secret is so short that its part occurs by chance', () => {
    const { redact } = redactorFor('abcd');
    expect(redact(base64('xabcdx'))).toBe(base64('xabcdx'));
  });
});

describe('a secret that blanks part', () => {
  const SECRET = 'glc_made-up-secret-of-forty-signs-in-all';

  it('is found in lines of base64, as `base64` and mail programs break them, on one line or on several', () => {
    const { redact } = redactorFor(SECRET);
    const lines = base64(`user:${SECRET}`).replace(/.{20}/gu, '$&\n');
    for (const wrapped of [lines, lines.replaceAll('\n', ' '), lines.replaceAll('\n', '\r\n  ')]) {
      // The first bytes are the user name; a text of base64 ends in signs that the next byte would change.
      expect(redact(`a ${wrapped} b`)).toMatch(/^a dXNlcj[\w\s]{0,4}\*{3}[\w=\s]{0,4} b$/u);
    }
  });

  it.each([' ', '\n', '\u2028', '\u0085', '\u00a0', ' \u200b\t'])(
    'is found with %j in it, and blanks elsewhere stay',
    (blank) => {
      const { redact } = redactorFor(SECRET);
      expect(redact(`a b\n glc_made-up${blank}-secret-of-forty-signs-in-all \t c`)).toBe('a b\n *** \t c');
    },
  );

  it('is found where it has blanks of its own', () => {
    const { redact } = redactorFor('made up\npass word');
    expect(redact('x made up\npass word y')).toBe('x *** y');
    expect(redact('x made up pass word y')).toBe('x *** y');
  });

  it('is none where it is blank', () => {
    const { hide, redact } = createRedactor();
    expect([hide(''), hide(' \n\u200b')]).toEqual([[], []]);
    expect(redact('Og== a b')).toBe('Og== a b');
  });
});

describe('a secret that repeats itself', () => {
  it('is hidden to its end behind more of its beginning', () => {
    const { redact } = redactorFor('aaaaaaaaaaaaaSECRETTAIL');
    expect(redact('x aaaaaaaaaaaaaaaSECRETTAIL y')).toBe('x *** y');
    expect(redactorFor('abababababababX').redact('x abababababababababX y')).toBe('x *** y');
  });
});

describe('odd secrets', () => {
  it('are hidden in JSON that escapes slashes', () => {
    expect(redactorFor('glc_abcdefgh/ijk/lmn').redact(String.raw`x glc_abcdefgh\/ijk\/lmn y`)).toBe('x *** y');
  });

  it('may have half a character in them', () => {
    expect(redactorFor('abc\ud800defghijk').redact('x abc\ud800defghijk y')).toBe('x *** y');
  });
});
