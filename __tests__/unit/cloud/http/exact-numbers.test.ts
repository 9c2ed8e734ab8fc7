/** A number that is only whole after rounding is no status; all others stay as they are. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exactNumbers } from '../../../../src/cloud/http/exact-numbers.ts';

describe('exactNumbers', () => {
  it.each([
    ['0e-1', '0e-1'],
    ['"a 1e-400"', 'a 1e-400'],
    ['{"result_status": 1e-400}', { result_status: '1e-400' }],
    ['[2.9999999999999999999, 1E-400, 30e-1, -1e-999]', ['2.9999999999999999999', '1E-400', '30e-1', '-1e-999']],
    [`[0.${'0'.repeat(400)}1]`, [`0.${'0'.repeat(400)}1`]],
    [String.raw`{"a\"1e-400": "1e-400 \\", "b": 1e-400}`, { 'a"1e-400': '1e-400 \\', b: '1e-400' }],
    ['[300.0, 300.0000000000000000, 3e2, 1e-5, 0.30000000000000004, 0]', [300, 300, 300, 1e-5, 0.30000000000000004, 0]],
  ])('reads %s', (text, value) => {
    expect(JSON.parse(exactNumbers(text))).toEqual(value);
  });

  it('leaves JSON that programs write as it is', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(exactNumbers(text))).toEqual(JSON.parse(text));
      }),
      { examples: [['"-0"'], ['"1e-400"'], ['[0,-1.5e-7,1e21]'], ['{"1e-400":0}'], [String.raw`"\\"`]] },
    );
  });

  it('takes megabytes; a search that goes back for each number would not end here', () => {
    for (const text of [`[${'"a",'.repeat(700_000)}1e-4]`, `[${'1.5e-3,'.repeat(400_000)}1]`])
      expect(exactNumbers(text)).toBe(text);
    expect(exactNumbers('1'.repeat(3_000_000)).length).toBe(3_000_000);
  });
});
