/** XML to the letter: what is escaped, what is replaced, and how elements are put together. */
import { describe, expect, it } from '@jest/globals';
import { element, xmlText } from '../../../src/text/xml.ts';

describe('text in XML', () => {
  it.each([
    ['& < > " \'', '&amp; &lt; &gt; &quot; &apos;'],
    ['a\tb\nc\rd', 'a&#9;b&#10;c&#13;d'],
    ['\u0000\u0008\u000b\u000c\u001f', '\ufffd'.repeat(5)],
    ['\ud800 \udfff \ufffe \uffff', '\ufffd \ufffd \ufffd \ufffd'],
    ['a \ud7ff\ue000\ufffd😀\u{10ffff}', 'a \ud7ff\ue000\ufffd😀\u{10ffff}'],
  ])('of row %# is escaped, or replaced where XML has no place for it', (text, made) => {
    expect(xmlText(text)).toBe(made);
  });
});

describe('an element', () => {
  it('has its attributes in order, without those that have no value', () => {
    expect(element('a', { b: '<', c: undefined, d: 0, e: '' })).toBe('<a b="&lt;" d="0" e=""/>');
  });

  it('has its children on lines of their own', () => {
    expect(element('a', { b: 1 }, [element('c', {}), 'text'])).toBe('<a b="1">\n<c/>\ntext\n</a>');
    expect(element('a', {}, [])).toBe('<a/>');
  });
});
