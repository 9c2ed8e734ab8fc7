/** A selector as the user writes it, so that a report can be searched for the rule that it speaks of. */
import { describe, expect, it } from '@jest/globals';
import type { Selector } from '../../../src/test-run/selector.ts';
import { selectorText } from '../../../src/test-run/selector.ts';

describe('the text of a selector', () => {
  it.each<readonly [string, Selector]>([
    ['', { metric: undefined, tags: [] }],
    ['(checkout_duration)', { metric: 'checkout_duration', tags: [] }],
    ['{name:checkout}', { metric: undefined, tags: [['name', 'checkout']] }],
    [
      '{name:checkout,status:200}',
      {
        metric: undefined,
        tags: [
          ['name', 'checkout'],
          ['status', '200'],
        ],
      },
    ],
    ['(checkout_duration){scenario:buyers}', { metric: 'checkout_duration', tags: [['scenario', 'buyers']] }],
  ])('is %j', (text, selector) => {
    expect(selectorText(selector)).toBe(text);
  });

  it.each([
    ['word', 'word'],
    ['A_1', 'A_1'],
    ['7', '7'],
    ['POST /checkout', '"POST /checkout"'],
    ['/checkout', '"/checkout"'],
    ['checkout/', '"checkout/"'],
    ['a-b', '"a-b"'],
    ['/', '"/"'],
    ['//', '"//"'],
    ['caf\u00e9', '"caf\u00e9"'],
    ['', '""'],
  ])('has the value %j as %s: in quotes unless it is a word', (value, written) => {
    expect(selectorText({ metric: undefined, tags: [['name', value]] })).toBe(`{name:${written}}`);
  });
});
