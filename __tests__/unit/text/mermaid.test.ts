/** Every chart is one that Mermaid's own parser takes. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chart, mermaidText } from '../../../src/text/mermaid.ts';
import { hostile, KNOWN_HOSTILE } from '../../support/hostile.ts';
import { chartsOf, mermaidBlocks } from '../../support/mermaid.ts';

const number = fc.oneof(
  fc.double({ noNaN: true, min: 0, max: 1e12 }),
  fc.double({ noNaN: true, min: 0, max: 1e-9 }),
  fc.nat(),
);

describe('chart', () => {
  it('is parsed, whatever text and numbers it is made of', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostile,
        hostile,
        fc.array(number, { minLength: 1, maxLength: 12 }),
        async (title, unit, values) => {
          const drawn = chart({
            title,
            x: values.map(() => unit),
            plots: [
              { kind: 'bar', values, colour: 'accent' },
              { kind: 'line', values, colour: 'quiet' },
            ],
          });
          expect(await chartsOf(drawn)).toEqual(['xychart']);
          expect(
            mermaidBlocks(drawn)
              .join()
              .match(/^\s*(?:title|x-axis|y-axis|bar|line) /gmu),
          ).toHaveLength(5);
        },
      ),
      { numRuns: 30, examples: KNOWN_HOSTILE.map((text) => [text, text, [0, -1, 1e-9, 1e21]]) },
    );
  });

  it('is left out where there is nothing to draw', () => {
    const nothing = { title: 'x', x: [] };
    expect(chart({ ...nothing, plots: [] })).toBe('');
    expect(chart({ ...nothing, plots: [{ kind: 'line', values: [], colour: 'accent' }] })).toBe('');
    expect(chart({ ...nothing, plots: [{ kind: 'line', values: [NaN], colour: 'accent' }] })).toBe('');
  });
});

describe('chart, to the letter,', () => {
  const plain = { title: 'T' };
  const line = (...values: readonly number[]) => ({ kind: 'line', values, colour: 'accent' }) as const;

  it('is a block with its colours, axes and values', () => {
    const drawn = chart({
      ...plain,
      title: 'a"b',
      x: { title: 'sec;onds', from: 0, to: 90.5 },
      plots: [
        { kind: 'line', values: [1, 2.5, 1e-7], colour: 'accent' },
        { kind: 'bar', values: [0.25, 30, 0.125], colour: 'fail' },
        { kind: 'line', values: [9, 9, 9], colour: 'quiet' },
      ],
    });
    expect(drawn.split('\n')).toEqual([
      '```mermaid',
      '---',
      'config:',
      '  xyChart:',
      '    width: 640',
      '    height: 260',
      '    yAxis:',
      '      labelPadding: 16',
      '  themeVariables:',
      '    xyChart:',
      '      backgroundColor: "transparent"',
      '      plotColorPalette: "#0969da, #cf222e, #8c959f"',
      '---',
      'xychart-beta',
      '  title "a b"',
      '  x-axis "sec onds" 0 --> 90.5',
      '  y-axis 0 --> 40',
      '  line [1, 2.5, 0]',
      '  bar [0.25, 30, 0.125]',
      '  line [9, 9, 9]',
      '```',
    ]);
  });

  it('names places', () => {
    expect(chart({ ...plain, x: ['1', 'a"'], plots: [line(1, 2)] })).toContain('\n  x-axis ["1", "a"]\n');
  });

  it.each([
    [0, '1'],
    [-5, '1'],
    [0.5, '0.8'],
    [1, '1.5'],
    [1.05, '1.5'],
    [1.3, '1.5'],
    [1.8, '2'],
    [2.2, '4'],
    [2.7, '4'],
    [3.5, '4'],
    [4.5, '5'],
    [5.4, '8'],
    [7, '8'],
    [8, '10'],
    [9.5, '15'],
    [431, '500'],
    [0.0042, '0.005'],
    [1e300, '1000000000000000'],
    [123_456, '150000'],
  ])('with %d at its highest goes up to %s', (highest, top) => {
    expect(chart({ ...plain, x: ['a'], plots: [line(highest)] })).toContain(`y-axis 0 --> ${top}\n`);
  });

  it.each([
    [12.345, '12.35'],
    [12.5, '12.5'],
    [100, '100'],
    [10.001, '10'],
    [-0.5, '-0.5'],
    [0.123_456_78, '0.123457'],
    [1.009, '1.01'],
  ])('writes %d as %s', (value, text) => {
    expect(chart({ ...plain, x: ['a', 'b'], plots: [line(value, 2000)] })).toContain(`line [${text}, 2000]`);
  });

  it('is left out where any of its plots is empty', () => {
    expect(chart({ ...plain, x: ['a'], plots: [line(1), line()] })).toBe('');
    expect(chart({ ...plain, x: ['a'], plots: [line(Infinity)] })).toBe('');
  });
});

describe('mermaidText', () => {
  it('has no sign that ends a string, a line or a block', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(mermaidText(text)).toMatch(/^[^"'`#;:{}[\]<>\\\p{Cc}]+$/u);
      }),
      { examples: KNOWN_HOSTILE.map((text) => [text]) },
    );
  });

  it.each([
    ['p95 latency, ms (avg) 1/2 5% · −1+2-3', 'p95 latency, ms (avg) 1/2 5% · −1+2-3'],
    ['ärger 東京', 'ärger 東京'],
    ['a"b\n`c`', 'a b c'],
    ['a --> b %%c -x %y', 'a b c -x %y'],
    ['a--b%%c---d', 'a b c d'],
    ['  a   b  ', 'a b'],
    ['"', '.'],
    ['', '.'],
    ['x'.repeat(101), 'x'.repeat(100)],
  ])('makes of %j %j', (text, made) => {
    expect(mermaidText(text)).toBe(made);
  });
});
