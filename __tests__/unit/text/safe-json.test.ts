/** JSON keeps its shape while secrets, invisible characters and workflow commands leave its strings. */
import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { redactedBody, redactedJson } from '../../../src/text/safe-json.ts';

describe('redactedJson', () => {
  it.each<readonly [string, string, string, string?]>([
    ['nothing secret', '{"a": 1.50}', '{"a": 1.50}'],
    ['a secret as it is', '{"a":"my sec/ret","b":[{"c":"sec/ret"}],"d":12}', '{"a":"my ***","b":[{"c":"***"}],"d":12}'],
    ['a secret in escapes', String.raw`{"a":"my sec\/ret, \u0073ec/ret"}`, '{"a":"my ***, ***"}'],
    ['escapes alone', String.raw`{"a":"x\n\u0079"}`, String.raw`{"a":"x\ny"}`],
    ['a name is left, so that the answer keeps its shape', '{"sec/ret":1}', '{"sec/ret":1}'],
    ['characters without a width', '{"a":"se\u200bc/r\\u200bet"}', '{"a":"***"}'],
    ['a secret with a quote and slashes', String.raw`{"a":"sec\/ret \\\" sec/ret"}`, String.raw`{"a":"*** \\\" ***"}`],
    ['a workflow command', '{"a":"##[error]x"}', String.raw`{"a":"#\u0023[error]x"}`],
    ['a web page', '<p>sec/ret</p>', '<p>***</p>'],
    ['JSON that is cut off', '{"a":"sec/ret', '{"a":"***'],
    ['nothing', '', ''],
    ['a number that holds the secret', '12345', '12345', '234'],
    ['a number with all its signs', ' -1.5e+10 ', ' -1.5e+10 ', '5e+1'],
    ['true, false and null', 'true', 'true', 'ru'],
    ['what only begins like a number', '12x sec/ret', '12x ***'],
    ['text with an invisible character', 'x\u200bsec/ret', 'x***'],
    ['text with a command', '##[error]', '##[error]'],
    ['a string alone', '"sec/ret"', '"***"'],
    ['a list, after blanks', ' \n["sec/ret"]', ' \n["***"]'],
    ['a name behind which blanks stand', '{"sec/ret" \n : "sec/ret"}', '{"sec/ret" \n : "***"}'],
    ['a short string next to a secret', '{"a":"\\u0041","b":"sec/ret"}', '{"a":"A","b":"***"}'],
    ['a string of three signs', '["abc","sec/ret"]', '["***","sec/ret"]', 'abc'],
    ['strings beside each other', '["sec/ret","sec/ret"]', '["***","***"]'],
    ['two workflow commands', '["##[a]##[b]"]', String.raw`["#\u0023[a]#\u0023[b]"]`],
    ['an escape that is broken', String.raw`{"a":"\q sec/ret"}`, String.raw`{"a":"\q ***"}`],
    ['a web page with quotes', '<p class="x">sec/ret</p>', '<p class="x">***</p>'],
    ['text that begins with a quote behind a word', 'name="x" sec/ret', 'name="x" ***'],
    ['a secret behind a string that ends in a backslash', '["x\\\\","sec/ret"]', '["x\\\\","***"]'],
    ['a secret behind a quote in a string', String.raw`["x\\\",sec/ret"]`, String.raw`["x\\\",***"]`],
    ['a direction mark alone', '["\u202e"]', '[""]'],
    ['ends of lines that JSON has as they are', '{"a":"x\u2028y\u0085z"}', String.raw`{"a":"x\u2028y\u0085z"}`],
    ['text that begins like a list', '[401] bad token sec/ret', '[401] bad token ***'],
    ['text that begins like an object', '{invalid token sec/ret}', '{invalid token ***}'],
    ['text behind JSON', '{"a":1} sec/ret', '{"a":1} ***'],
    ['text with a name and no object', '"sec/ret": bad', '"***": bad'],
    ['JSON cut off behind escapes', String.raw`{"a":"sec\u002fret-and`, '{"a":"***-and'],
    ['a broken escape beside others', String.raw`{"a":"sec\u002fret \q"}`, String.raw`{"a":"*** \q"}`],
    ['a surrogate alone, as it came', '{"a":"\ud800"}', '{"a":"\ud800"}'],
  ])('%s', (_, body, cleaned, secret = 'sec/ret') => {
    expect(redactedJson(body, (text) => text.replaceAll(secret, '***'))).toBe(cleaned);
  });

  it.each<readonly [string, string, readonly string[]]>([
    ['is redacted whole, once', '["a plain string",{"b":"another"}]', []],
    ['has its escapes read, and no more', String.raw`["a plain string","x\u0079z"]`, ['xyz']],
    [
      'has no more than its strings read where it holds a secret',
      '{"name":["sec/ret",12,"ab","abc"]}',
      ['sec/ret', 'abc'],
    ],
    ['that is a number is not read', '12345678', []],
  ])('a text of some megabytes %s', (_, text, strings) => {
    const redact = jest.fn((whole: string) => whole.replaceAll('sec/ret', '***'));
    redactedJson(text, redact);
    expect(redact.mock.calls).toEqual([text, ...strings].map((asked) => [asked]));
  });

  it('leaves what is no string, whatever the secret', () => {
    fc.assert(
      fc.property(fc.json(), fc.string({ minLength: 1 }), (body, secret) => {
        const cleaned = redactedJson(body, (text) => text.replaceAll(secret, '***'));
        const shape = (text: string): unknown =>
          JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? '' : value));
        expect(shape(cleaned)).toEqual(shape(body));
      }),
      {
        examples: [
          ['{"a":"\\""}', '"'],
          ['["\\\\"]', '\\'],
          ['{"__proto__":"x"}', 'x'],
        ],
      },
    );
  });
});

describe('redactedBody', () => {
  const redact = (text: string): string => text.replaceAll('sec/ret', '***');

  it.each([
    ['nothing secret, as it came', String.raw`{"a": "x\n\u0079\u200b"}`, String.raw`{"a": "x\n\u0079\u200b"}`],
    ['a secret as it is', '{"a":"my sec/ret"}', '{"a":"my ***"}'],
    ['a secret in escapes', String.raw`{"a":"sec\/ret, \u0073ec/ret"}`, '{"a":"***, ***"}'],
    ['a secret in the numbers of its signs', String.raw`{"a":"\u0073ec/r\u0065t"}`, '{"a":"***"}'],
    ['a secret in capital numbers of its signs', String.raw`{"a":"sec\u002Fret"}`, '{"a":"***"}'],
    ['a secret behind slashes', String.raw`{"a":"\\sec\/ret"}`, String.raw`{"a":"\\***"}`],
    ['a web page', '<p>sec/ret</p>', '<p>***</p>'],
    ['text that begins like JSON', '[401] sec/ret', '[401] ***'],
    [
      'JSON that was cut off in an escape',
      String.raw`{"a":"sec\u002fret", "b":"\u00`,
      String.raw`{"a":"***", "b":"\u00`,
    ],
  ])('%s', (_, body, clean) => {
    expect(redactedBody(body, redact)).toBe(clean);
  });

  it('is searched once where it is without escapes, and as it is read too where it has some', () => {
    for (const [body, asked] of [
      ['{"a":"x"}', ['{"a":"x"}']],
      [String.raw`{"a":"x\\\ty\u007a"}`, [String.raw`{"a":"x\\\ty\u007a"}`, String.raw`{"a":"x\ yz"}`]],
    ] as const) {
      const counted = jest.fn(redact);
      redactedBody(body, counted);
      expect(counted.mock.calls.flat()).toEqual(asked);
    }
  });

  it.each([
    `[${String.raw`"\n",`.repeat(170_000)}1]`,
    `"${String.raw`\n`.repeat(500_000)}"`,
    `"${'\\'.repeat(350_000)}"`,
    `[${'{},'.repeat(1_000_000)}"\\u200b"]`,
  ])('takes megabytes; work that grows with the square of the length would not end here (%#)', (body) => {
    expect(redactedBody(body, redact).length).toBeGreaterThan(0);
  });
});
