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
    ['a\u200b\u202eb\u001bc', 'ab\ufffdc'],
  ])('of row %# is escaped, or replaced where XML has no place for it', (text, made) => {
    expect(xmlText(text)).toBe(made);
  });
});

describe('a workflow command in XML', () => {
  it.each([
    ['x ##[error]y ##[group]', 'x #\u2060#[error]y #\u2060#[group]'],
    ['#\u200b#[error]', '#\u2060#[error]'],
    ['::error::x', ':\u2060:error::x'],
    [':\u2060:error::x', ':\u2060:error::x'],
    ['  ::error::x', '  :\u2060:error::x'],
    ['\n\t\r ::error::x', '&#10;&#9;&#13; :\u2060:error::x'],
    ['a\n::error::x\n ::b::', 'a&#10;:\u2060:error::x&#10; :\u2060:b::'],
    ['\u00a0\u2028::error::x', '\u00a0\u2028:\u2060:error::x'],
    ['\u0085::error::x', '\u0085:\u2060:error::x'],
    ['a\u0085 \u0085::error::x', 'a\u0085 \u0085:\u2060:error::x'],
    [':::x', ':\u2060::x'],
  ])('in %j is none any more, nor where a program prints what it read', (text, made) => {
    expect(xmlText(text)).toBe(made);
  });

  it.each(['a::b', ':a:', '## [a]', '# #', ' : :'])('is not seen in %j', (text) => {
    expect(xmlText(text)).toBe(text);
  });

  it('is none in an attribute either', () => {
    expect(element('a', { b: '::error::x ##[y]' })).toBe('<a b=":\u2060:error::x #\u2060#[y]"/>');
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
