/** Text from anywhere stays text in Markdown, whatever it holds. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clipped, code, escaped, link, table } from '../../../src/report/markdown.ts';
import { hostile } from '../../support/hostile.ts';
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
      { numRuns: 500 },
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
      { numRuns: 500 },
    );
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
      { numRuns: 500 },
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
      { numRuns: 500 },
    );
  });
});

describe('clipped', () => {
  it('cuts between signs, never through one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (text, most) => {
        expect(Array.from(clipped(text, most)).length).toBeLessThanOrEqual(most);
        expect(clipped(text, most)).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
