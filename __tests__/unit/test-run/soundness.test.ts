/** When a measurement is not sound, in words, and what the note of such a run says. */
import { describe, expect, it } from '@jest/globals';
import { marksOf } from '../../../src/test-run/note-marks.ts';
import { unsoundReasons, unsoundWarning } from '../../../src/test-run/soundness.ts';
import { aSettledRun } from '../../support/a-run.ts';
import { runMetrics } from '../../support/a-run-metrics.ts';

describe('a measurement', () => {
  it.each<readonly [number | undefined, number | undefined, number | undefined, readonly string[]]>([
    [undefined, undefined, undefined, []],
    [undefined, undefined, 1000, []],
    [0, 0, 1000, []],
    [10, undefined, 990, []],
    [11, undefined, 989, ['1.1 % of its iterations were dropped (limit 1 %)']],
    [10.01, undefined, 989.99, ['1.001 % of its iterations were dropped (limit 1 %)']],
    [50, undefined, undefined, []],
    [0, undefined, 0, []],
    [-5, undefined, 0, []],
    [5, undefined, -10, []],
    [5, undefined, 0, ['100 % of its iterations were dropped (limit 1 %)']],
    [undefined, 80, 1000, []],
    [undefined, 80.1, 1000, ['a load generator was at 80.1 % CPU (limit 80 %)']],
    [
      300,
      96.4,
      9700,
      ['3 % of its iterations were dropped (limit 1 %)', 'a load generator was at 96.4 % CPU (limit 80 %)'],
    ],
  ])(
    'with %s dropped iterations and %s %% CPU of %s iterations: %j',
    (droppedIterations, cpuPercent, made, reasons) => {
      expect(unsoundReasons({ droppedIterations, cpuPercent }, made)).toEqual(reasons);
    },
  );

  it('that is not sound is said in one sentence', () => {
    expect(unsoundWarning('7', [])).toEqual([]);
    expect(unsoundWarning('7', ['a', 'b'])).toEqual([
      'Run 7 was not a sound measurement: a, and b. Its latencies are not those of the tested system alone.',
    ]);
  });
});

describe('the marks of a run', () => {
  const passed = { kind: 'settled', run: aSettledRun({}) } as const;
  const [rule] = [{ metric: 'p95', size: 10, unit: '%' }] as const;
  const regressions = [{ rule, now: 2, then: 1, baselineRunId: '7' }];

  it.each([
    ['none', passed, runMetrics(), []],
    ['regressed', passed, runMetrics({ regressions }), ['regressed']],
    ['unsound', passed, runMetrics({ unsound: ['x'] }), ['unsound']],
    ['both', passed, runMetrics({ unsound: ['x'], regressions }), ['regressed', 'unsound']],
    ['none without metrics', passed, undefined, []],
    [
      'those of a run whose result is not known yet',
      { kind: 'gave-up', limit: 'timeout', limitMs: 1, run: undefined },
      runMetrics({ unsound: ['x'] }),
      ['unsound'],
    ],
    [
      'none if it failed',
      { ...passed, run: aSettledRun({ result: 'failed' }) },
      runMetrics({ unsound: ['x'], regressions }),
      [],
    ],
    [
      'none if it was aborted',
      { ...passed, run: aSettledRun({ ending: { kind: 'aborted', by: 'user' } }) },
      runMetrics({ unsound: ['x'] }),
      [],
    ],
  ] as const)('are %s', (_, pollResult, metrics, marks) => {
    expect(marksOf(pollResult, metrics)).toEqual(marks);
  });
});
