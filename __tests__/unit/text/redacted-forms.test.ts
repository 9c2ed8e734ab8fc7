/** A secret is found in each of its forms, however the form was cut, escaped or joined to other text. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor } from '../../../src/text/redactor.ts';
import { redactedBody } from '../../../src/text/safe-json.ts';
import { safeLine, safeOutput } from '../../../src/text/safe-text.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

function redactorFor(secret: string): ReturnType<typeof createRedactor> {
  const redactor = createRedactor();
  redactor.hide(secret);
  return redactor;
}

describe('the forms of a secret', () => {
  it('are its base64, whole and in parts, beside what URLs and JSON make of it', () => {
    expect(createRedactor().hide('k?>~"/6').toSorted()).toEqual(
      [
        'k?>~"/6',
        String.raw`k?>~\"/6`,
        String.raw`k?>~"\/6`,
        'k%3F%3E~%22%2F6',
        'k%3f%3e~%22%2f6',
        ...['az8+fiIvNg==', 'az8+fiIvNg', 'az8-fiIvNg==', 'az8-fiIvNg'],
        ...['az8+fiIvNjo=', 'az8+fiIvNjo', 'az8-fiIvNjo=', 'az8-fiIvNjo'],
        ...['Oms/Pn4iLzY=', 'Oms/Pn4iLzY', 'Oms_Pn4iLzY=', 'Oms_Pn4iLzY'],
        ...['az8+fiIvN', 'az8-fiIvN'],
        ...['s/Pn4iLz', 's_Pn4iLz'],
        ...['rPz5+Ii82', 'rPz5-Ii82'],
      ].toSorted(),
    );
  });

  it('are no parts of its base64 where those would occur by chance', () => {
    expect(createRedactor().hide('k6')).toEqual(['k6', 'azY=', 'azY', 'azY6', 'Oms2']);
  });
});

const SECRET = 'k6+a/b=c?d>e~"f';
const FORMS = createRedactor().hide(SECRET);

describe('a form of a secret that was cut', () => {
  it.each(FORMS)('is found from its twelfth sign on (%s)', (form) => {
    const { redact } = redactorFor(SECRET);
    for (let length = 12; length <= form.length; length++)
      expect(redact(`x ${form.slice(0, length)}… x`)).toBe('x ***… x');
  });

  it.each(FORMS)('is found where it stands in lines, or between signs without a width (%s)', (form) => {
    const { redact } = redactorFor(SECRET);
    for (const sign of ['\n', '\r\n', '\t', '\u200b', '\u202e', '\u0000'])
      for (let place = 1; place < form.length; place++)
        expect(redact(`x ${form.slice(0, place)}${sign}${form.slice(place)} x`)).toBe('x *** x');
  });
});

describe('a secret in base64 behind and before other text', () => {
  it.each([
    ['abcdefghijkl', '***'],
    ['abcdefghijkl:user', '***nVzZXI='],
    ['user:abcdefghijkl', 'dXNlcjp***w='],
    ['token:abcdefghijkl', 'dG9rZW46***'],
    ['k6-app:abcdefghijkl@', 'azYtYXBw***EA='],
    ['k6:abcdefghijkl@acme.net', 'azY6***QGFjbWUubmV0'],
  ])('%s is left as %s', (text, left) => {
    expect(redactorFor('abcdefghijkl').redact(base64(text))).toBe(left);
  });
});

describe('a part of base64', () => {
  it.each([
    ['seven signs', 'abcdef', 'xyabcdefz', 'eHlhYmNkZWZ6'],
    ['eight signs', 'abcdefg', 'xabcdefgz', 'eG***d6'],
  ])('of %s, as the secret %s has it, makes of %s in base64 %s', (_, secret, text, left) => {
    expect(redactorFor(secret).redact(base64(text))).toBe(left);
  });
});

/** A sign as a program may write it in JSON. */
const written = [
  (sign: string) => JSON.stringify(sign).slice(1, -1),
  (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  (sign: string) => `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  (sign: string) => (sign === '/' ? String.raw`\/` : JSON.stringify(sign).slice(1, -1)),
];
const styles = fc.array(fc.integer({ min: 0, max: written.length - 1 }), { minLength: 1, maxLength: 40 });

describe('the body of a response', () => {
  it('holds no form of a secret, whichever of its signs are escaped', () => {
    const { redact } = redactorFor(SECRET);
    fc.assert(
      fc.property(fc.constantFrom(...FORMS), styles, (form, style) => {
        const signs = Array.from(form, (sign, place) => written[style[place % style.length] ?? 0]?.(sign) ?? sign);
        const body = redactedBody(`{"message":"a ${signs.join('')} b","status":401}`, redact);
        expect(JSON.parse(body)).toEqual({ message: 'a *** b', status: 401 });
      }),
      {
        examples: FORMS.flatMap((form) => [
          [form, [0]],
          [form, [1]],
          [form, [2]],
          [form, [3]],
          [form, [0, 1]],
        ]),
      },
    );
  });
});

describe('what the log and the outputs show', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(...FORMS, SECRET.slice(0, 7), SECRET.slice(7), '::', ':', '##[', '#', '[', 'error', ']', ' '),
      fc.constantFrom('\n', '\r', '\t', '\u2028', '\u0085', '\u200b', '\u202e', '\u0000', '\u001b[31m', '\ufe0f', '"'),
    ),
    { maxLength: 12 },
  );
  const { redact } = redactorFor(SECRET);

  it.each([
    ['a line', (text: string) => safeLine(redact(text))],
    ['an output', (text: string) => safeOutput(text, redact)],
    ['an output of JSON', (text: string) => safeOutput(JSON.stringify({ reason: `- ${text}` }), redact)],
  ])('is %s without a secret and without a command', (_, shown) => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = shown(parts.join(''));
        for (const form of FORMS) expect(text).not.toContain(form);
        expect(text).not.toMatch(/^\s*::|##\[|[\u202e\u200b]|(?!\u0085)\p{Cc}/u);
      }),
      { examples: [[[SECRET.slice(0, 7), '\u200b', SECRET.slice(7)]], [['\u0085', ':', '\u200b', ':']]] },
    );
  });
});
