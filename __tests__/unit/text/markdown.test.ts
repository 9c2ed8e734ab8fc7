/** Text from anywhere stays text in Markdown, whatever it holds. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  clipped,
  clippedInMiddle,
  code,
  escaped,
  folded,
  link,
  prose,
  table,
  unbroken,
} from '../../../src/text/markdown.ts';
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
    ['every sign with a meaning', '\\`*[]<>|~&$^', /^(?:&#\d+;){12}$/u],
    ['none of the others', 'aä1 ,;?%§€{}()!"\'/', /^aä1 ,;\?%§€\{\}\(\)!"'\/$/u],
    ['what begins a list', '- a', /^&#45; a$/u],
    ['a number that begins a list', ' 12) a', /^ 12&#41; a$/u],
    ['a line under a title', '=', /^&#61;$/u],
    ['emphasis, but no name with underscores', '_a_ run_status', /^&#95;a&#95; run_status$/u],
    [
      'no sentence',
      'p95 rose 19 % (362 → 431 ms, run 7): 1.5-fold.',
      /^p95 rose 19 % \(362 → 431 ms, run 7\): 1\.5-fold\.$/u,
    ],
    ['a mention', '@me', /^&#64;\u2060me$/u],
    ['a reference', 'a#1 GH-2 gh-3', /^a&#35;\u20601 GH-\u20602 gh-\u20603$/u],
    ['no word that ends alike', 'aGH-2', /^aGH-2$/u],
    ['an address', 'http://x', /^http&#58;\u2060\/\/x$/u],
    ['an emoji', 'a :b:', /^a &#58;b:$/u],
    ['a host', 'www.x', /^www\u2060&#46;x$/u],
    ['no other word', 'awww.x wwwx', /^awww\.x wwwx$/u],
    ['ends of lines, as one blank', 'a\r\n\u000b\f\u0085\u2028\u2029b\nc', /^a b c$/u],
    ['controls, as nothing', 'a\u0000\t\u001bb', /^ab$/u],
    ['marks that turn text, as nothing', 'a\u200e\u200f\u202a\u202e\u2066\u2069b', /^ab$/u],
  ])('makes harmless %s', (_, text, made) => {
    expect(escaped(text)).toMatch(made);
  });

  it('gives the very sign back as an entity', () => {
    expect(escaped('<~>')).toBe('&#60;&#126;&#62;');
  });

  it('is text at the beginning of a paragraph too', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { tags, prose } = rendered(escaped(text.trimStart()));
        expect(['', 'p']).toContain(tags.join());
        expect(prose).not.toMatch(CALLS);
      }),
      {
        numRuns: 200,
        examples: [...KNOWN_HOSTILE, '1. a', '- a', '+ a', '=', '---', '___', '1) a'].map((text) => [text]),
      },
    );
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

describe('prose', () => {
  it('gives text and code, and nothing else', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = rendered(`x ${prose(text)} x`);
        expect(shown.tags.filter((tag) => tag !== 'code')).toEqual(['p']);
        expect(shown.prose).not.toMatch(CALLS);
      }),
      { numRuns: 200, examples: KNOWN_HOSTILE.map((text) => [text]) },
    );
  });

  it.each([
    ['no `outage-timeout` here', 'no `outage-timeout` here'],
    ['`a` and `b c`', '`a` and `b c`'],
    ['one ` alone', 'one &#96; alone'],
    ['`a|b` <b>', 'a&#124;b &#60;b&#62;'],
    ['``x``', '&#96;`x`&#96;'],
    ['`a` @me', '`a` &#64;\u2060me'],
    ['a\n`b\nc`', 'a `b c`'],
    ['`##[error]x`', '&#35;\u2060&#35;\u2060&#91;error&#93;x'],
    [`\`${'x'.repeat(60)}\``, `\`${'x'.repeat(60)}\``],
    [`\`${'x'.repeat(61)}\``, `&#96;${'x'.repeat(61)}&#96;`],
    ['', ''],
  ])('of %j is %j', (text, made) => {
    expect(prose(text)).toBe(made);
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
    ['##[error]x', '&#35;\u2060&#35;\u2060&#91;error&#93;x'],
    ['## [a] <b> @c _d_', '`## [a] <b> @c _d_`'],
    ['::error::x', '`::error::x`'],
    ['a\u200b\tb\u202ec\u0000', '`abc`'],
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
    expect(link('a.b', url)).toBe(`[a.b](${destination})`);
  });
});

describe('link without an address', () => {
  it('is its text alone', () => {
    expect(link('[a](b) @c', undefined)).toBe('&#91;a&#93;(b) &#64;\u2060c');
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

describe('clippedInMiddle', () => {
  it.each([
    ['short', 10, 'short'],
    ['0123456789', 10, '0123456789'],
    ['0123456789a', 10, '01234…789a'],
    ['\u{1f4a3}\u{1f4a3}\u{1f4a3}\u{1f4a3}', 3, '\u{1f4a3}…\u{1f4a3}'],
  ])('of %s in %d is %s', (text, most, made) => {
    expect(clippedInMiddle(text, most)).toBe(made);
  });
});
