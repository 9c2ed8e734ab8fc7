/** The words of an error body: whose they are, how many are kept, and what says nothing. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { errorBody } from '../../../../src/cloud/http/error-body.ts';

const numbered = (count: number): string[] => Array.from({ length: count }, (_, place) => `e${place}`);
const ten = numbered(10).join('; ');

describe('an error body', () => {
  it.each(['', '<p>', 'null', '[]', '"no"', '7'])('that is no object says nothing: %j', (body) => {
    expect(errorBody(body)).toStrictEqual({ words: undefined, code: undefined, foreign: false });
  });

  it.each([
    [{ error: { message: ' a ' } }, 'a', undefined, false],
    [{ error: { message: ' ', errors: ['', ' b', 'b'] } }, 'b', undefined, false],
    [{ error: { message: 'a', code: 7 } }, 'a', '7', false],
    [{ error: { code: ' odd ' } }, 'code odd', 'odd', false],
    [{ error: { code: ' ' } }, undefined, undefined, false],
    [{ code: 7 }, 'code 7', '7', false],
    [{ x: 1 }, undefined, undefined, false],
    [{ message: 'a', code: 'c' }, 'a', 'c', true],
    [{ error: ' a ' }, 'a', undefined, true],
    [{ error: ['a'] }, undefined, undefined, false],
    [{ error: null, detail: [null, { msg: 'a' }, { detail: 'b', message: 'c' }] }, 'a; b', undefined, true],
    [{ error: { message: 'a', detail: 'not ours' } }, 'a', undefined, false],
    [{ error: { message: 'a', details: [{ message: 'b' }, 'c', 8] } }, 'a; b; c', undefined, false],
    [{ error: { message: 'a', details: { id: 'b' }, field_errors: null } }, 'a; id: b', undefined, false],
    [
      { error: { message: 'a', details: { id: 'b' }, field_errors: { vus: ['c', 'd'] } } },
      'a; vus: c, d',
      undefined,
      false,
    ],
  ])('%j says %j', (body, words, code, foreign) => {
    expect(errorBody(JSON.stringify(body))).toStrictEqual({ words, code, foreign });
  });

  it.each([
    [{ error: { message: 'e0', errors: numbered(50).slice(1) } }],
    [{ errors: numbered(50) }],
    [{ detail: numbered(5), errors: numbered(50).slice(5) }],
  ])('of many sentences keeps ten (row %#)', (body) => {
    expect(errorBody(JSON.stringify(body)).words).toBe(ten);
  });

  it('of many fields keeps ten, and ten messages of each', () => {
    const fields = Object.fromEntries(numbered(50).map((name) => [name, numbered(50)]));
    const { words } = errorBody(JSON.stringify({ error: { field_errors: fields } }));
    expect(words).toBe(
      numbered(10)
        .map((name) => `${name}: ${numbered(10).join(', ')}`)
        .join('; '),
    );
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.json(), (body) => {
        const { words, code } = errorBody(body);
        for (const text of [words, code]) if (text !== undefined) expect(text.trim()).not.toBe('');
      }),
      { examples: [['{"error":{"message":{},"errors":[[["a"]]]}}'], ['{"error":{"field_errors":{"":[]}}}']] },
    );
  });
});
