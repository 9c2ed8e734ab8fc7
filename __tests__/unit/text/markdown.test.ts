/** Text from anywhere stays text in Markdown, whatever it holds. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clipped, code, escaped, folded, link, table, unbroken } from '../../../src/text/markdown.ts';
import { hostile, KNOWN_HOSTILE } from '../../support/hostile.ts';
import { rendered } from '../../support/rendered.ts';

/** What GitHub turns into a call, a reference or a link after rendering. */
const CALLS = /@[a-z0-9]|#\d|\bGH-\d|https?:\/\/|\bwww\./iu;

describe('escaped', () => {
  it('gives nothing but a paragraph of text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { tags, prose } = rendered(`x ${escaped(text)} x`);
        expect(tags).toEqual(['p']);
        expect(prose).not.toMatch(CALLS);
      }),
      { numRuns: 200, examples: KNOWN_HOSTILE.map((text) => [text]) },
    );
  });

  it.each([
    ['every sign with a meaning', '\\`*_{}[]()<>+-.!|~&$^="\'/', /^(?:&#\d+;){25}$/u],
    ['none of the others', 'aä1 ,;?%§€', /^aä1 ,;\?%§€$/u],
    ['a mention', '@me', /^&#64;\u2060me$/u],
    ['a reference', 'a#1 GH-2 gh-3', /^a&#35;\u20601 GH&#45;\u20602 gh&#45;\u20603$/u],
    ['no word that ends alike', 'aGH-2', /^aGH&#45;2$/u],
    ['an address', 'http://x', /^http&#58;\u2060&#47;&#47;x$/u],
    ['no other colon', 'a:b', /^a&#58;b$/u],
    ['a host', 'www.x', /^www\u2060&#46;x$/u],
    ['no other word', 'awww.x wwwx', /^awww&#46;x wwwx$/u],
    ['ends of lines, as one blank', 'a\r\n\u000b\f\u0085\u2028\u2029b\nc', /^a b c$/u],
    ['controls, as nothing', 'a\u0000\t\u001bb', /^ab$/u],
    ['marks that turn text, as nothing', 'a\u200e\u200f\u202a\u202e\u2066\u2069b', /^ab$/u],
  ])('makes harmless %s', (_, text, made) => {
    expect(escaped(text)).toMatch(made);
  });

  it('gives the very sign back as an entity', () => {
    expect(escaped('<~>')).toBe('&#60;&#126;&#62;');
  });

  it('keeps what a reader would read', () => {
    expect(rendered(escaped('p(95) < 400 & <b>fast</b>')).text.trim()).toBe('p(95) < 400 & <b>fast</b>');
  });
});

describe('code', () => {
  it('gives code or text, and nothing else', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { tags, prose } = rendered(`x ${code(text)} x`);
        expect(['p', 'p,code']).toContain(tags.join());
        expect(prose).not.toMatch(CALLS);
      }),
      { numRuns: 200, examples: KNOWN_HOSTILE.map((text) => [text]) },
    );
  });
});

describe('code, to the letter,', () => {
  it.each([
    ['run_status', '`run_status`'],
    ['  a\nb ', '`a b`'],
    ['', ''],
    [' \n ', ''],
    ['a`b', 'a&#96;b'],
    ['a|b', 'a&#124;b'],
    ['a\\b', 'a&#92;b'],
  ])('of %j is %j', (text, made) => {
    expect(code(text)).toBe(made);
  });
});

describe('link, to the letter,', () => {
  it.each([
    ['https://acme.net/a/k6-app/runs/1?a=b&c=d#e', 'https://acme.net/a/k6-app/runs/1?a=b&amp;c=d#e'],
    ['https://a.net/~b@c$d+e,f;g%20h!i:1', 'https://a.net/~b@c$d+e,f;g%20h!i:1'],
    ['https://a.net/(b)*c', 'https://a.net/%28b%29%2Ac'],
    ["https://a.net/'b c<d>", 'https://a.net/%27b%20c%3Cd%3E'],
    ['https://a.net/ä€', 'https://a.net/%C3%A4%E2%82%AC'],
    ['https://a.net/\t', 'https://a.net/%09'],
  ])('to %s leads there', (url, destination) => {
    expect(link('a.b', url)).toBe(`[a&#46;b](${destination})`);
  });
});

describe('what is put around text', () => {
  it('keeps a value and its unit together', () => {
    expect(unbroken('1 2 ms')).toBe('1\u00a02\u00a0ms');
  });

  it('is a table with a row of rules', () => {
    expect(table(['a', 'b', 'c'], ['left', 'right', 'center'], [['1', '2', '3']])).toBe(
      '| a | b | c |\n| :-- | --: | :-: |\n| 1 | 2 | 3 |',
    );
  });

  it('folds it, closed by default', () => {
    expect(folded('t', 'm')).toBe('<details><summary>t</summary>\n\nm\n\n</details>');
    expect(folded('t', 'm', true)).toBe('<details open><summary>t</summary>\n\nm\n\n</details>');
  });
});

describe('link', () => {
  it('leads to its address alone', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        hostile,
        (text, url, tail) => {
          const whole = `${url}${tail}`;
          if (!URL.canParse(whole)) return;
          const { tags, hrefs } = rendered(link(text, new URL(whole).href));
          expect(tags).toEqual(['p', 'a']);
          expect(new URL(hrefs[0] ?? '').origin).toBe(new URL(whole).origin);
        },
      ),
      { numRuns: 200, examples: KNOWN_HOSTILE.map((text) => [text, 'https://a.example/?b=1#c', text]) },
    );
  });
});

describe('table', () => {
  it('has the cells it was given, however hostile', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const text = table(['a', 'b', 'c'], ['left', 'right', 'center'], [[escaped(one), code(other), 'end']]);
        const { cells, tags } = rendered(text);
        expect(cells.map((row) => row.length)).toEqual([3, 3]);
        expect(cells[1]?.[2]).toBe('end');
        expect(tags.filter((tag) => ['a', 'img', 'script', 'details'].includes(tag))).toEqual([]);
      }),
      { numRuns: 200, examples: KNOWN_HOSTILE.map((text) => [text, text]) },
    );
  });
});

describe('clipped', () => {
  it.each([
    ['abcd', 4, 'abcd'],
    ['abcde', 4, 'abc…'],
    ['😀😀😀😀', 4, '😀😀😀😀'],
    ['😀😀😀😀😀', 4, '😀😀😀…'],
    ['x'.repeat(160), undefined, 'x'.repeat(160)],
    ['x'.repeat(161), undefined, `${'x'.repeat(159)}…`],
  ])('of %j to %j is %j', (text, most, cut) => {
    expect(clipped(text, most)).toBe(cut);
  });

  it('cuts between signs, never through one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (text, most) => {
        expect(Array.from(clipped(text, most)).length).toBeLessThanOrEqual(most);
        expect(clipped(text, most)).not.toMatch(/\p{Surrogate}/u);
      }),
      {
        examples: [
          ['\u{1f468}\u200d\u{1f469}', 1],
          ['a\u0301', 1],
          ['', 1],
        ],
      },
    );
  });
});
