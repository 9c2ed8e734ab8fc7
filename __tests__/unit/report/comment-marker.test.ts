/** The hidden line of the comment: read as it was written, and the key that is made where none is set. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultKey, marker, readMarker } from '../../../src/report/comment-marker.ts';
import { aFailure, aStep } from '../../support/a-run-metrics.ts';
import { hostile, KNOWN_HOSTILE } from '../../support/hostile.ts';

const count = fc.integer({ min: 1, max: 999_999_999 });
const numbers = fc.record({ workflow: hostile, run: count, attempt: count });

describe('the marker with a run number', () => {
  it('is one comment of HTML on one line, and is read as it was written', () => {
    fc.assert(
      fc.property(hostile, numbers, (key, number) => {
        const line = marker(key, number);
        expect(line).toMatch(/^<!-- k6-cloud-gate [\w.%]* run=\d+\.\d+ workflow=[0-9a-f]{12} -->$/u);
        const { run, attempt } = number;
        expect(readMarker(`${line}\ntext`, key, number)).toEqual({ run, attempt, isNewer: false });
        expect(readMarker(line, key, { ...number, run: run + 1, attempt: 1 })).toMatchObject({ isNewer: false });
        expect(readMarker(line, key, { ...number, run: run - 1, attempt: attempt + 1 })).toMatchObject({
          isNewer: true,
        });
        expect(readMarker(line, `${key}x`, number)).toBeUndefined();
      }),
      { examples: KNOWN_HOSTILE.map((text) => [text, { workflow: text, run: 1, attempt: 999_999_999 }]) },
    );
  });

  it.each(['x', ' run=1.1 -->', ' run=-1.1 workflow=000000000000 -->', ' run=1.1 workflow=0 -->', ''])(
    'that ends with "%s" is not ours',
    (end) => {
      expect(readMarker(`<!-- k6-cloud-gate ci${end}`, 'ci', undefined)).toBeUndefined();
    },
  );

  it('of an earlier version has no number', () => {
    expect(readMarker('<!-- k6-cloud-gate ci -->\ntext', 'ci', undefined)).toBe('unnumbered');
  });
});

describe('the default key', () => {
  const ofTest = (testId: string | undefined): ReturnType<typeof aFailure> => ({ ...aFailure(), testId });

  it('is workflow, job and tests, without runs', () => {
    expect(defaultKey('CI / load', aStep(ofTest('1201'), ofTest('1202'), ofTest('1201')))).toBe(
      'CI / load / 1201 1202',
    );
  });

  it('is workflow and job where a run does not name its test', () => {
    const unknown = {
      ...ofTest(undefined),
      pollResult: { kind: 'not-started', failure: 'no', problem: 'other' } as const,
    };
    expect(defaultKey('CI / load', aStep(ofTest('1201'), unknown))).toBe('CI / load');
    expect(defaultKey('CI / load', aStep())).toBe('CI / load');
  });
});
