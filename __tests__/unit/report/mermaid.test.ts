/** Every chart is one that Mermaid's own parser takes. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chart, mermaidText, timeline } from '../../../src/report/mermaid.ts';
import { hostile } from '../../support/hostile.ts';
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
            unit,
            x: values.map(() => unit),
            plots: [
              { kind: 'bar', values, colour: 'accent' },
              { kind: 'line', values, colour: 'quiet' },
            ],
            heightPx: 200,
          });
          expect(await chartsOf(drawn)).toEqual(['xychart']);
          expect(
            mermaidBlocks(drawn)
              .join()
              .match(/^\s*(?:title|x-axis|y-axis|bar|line) /gmu),
          ).toHaveLength(5);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is left out where there is nothing to draw', () => {
    const nothing = { title: 'x', x: [], unit: 'ms', heightPx: 1 };
    expect(chart({ ...nothing, plots: [] })).toBe('');
    expect(chart({ ...nothing, plots: [{ kind: 'line', values: [], colour: 'accent' }] })).toBe('');
    expect(chart({ ...nothing, plots: [{ kind: 'line', values: [NaN], colour: 'accent' }] })).toBe('');
  });
});

describe('timeline', () => {
  it('is parsed, whatever its steps are called', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 5 }), async (names) => {
        const steps = names.map((name, place) => ({ name, fromS: place, toS: place + 1, main: place === 0 }));
        expect(await chartsOf(timeline(steps))).toEqual(['gantt']);
      }),
      { numRuns: 100 },
    );
  });
});

describe('mermaidText', () => {
  it('has no sign that ends a string, a line or a block', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(mermaidText(text)).toMatch(/^[^"'`#;:{}[\]<>\\\p{Cc}]+$/u);
      }),
    );
  });
});
