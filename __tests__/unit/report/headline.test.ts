/** The first line never contradicts the reason, and where it says less than that, the reason stands below it. */
import { describe, expect, it } from '@jest/globals';
import { commentText } from '../../../src/report/comment-text.ts';
import { headline } from '../../../src/report/headline.ts';
import { summary } from '../../../src/report/summary.ts';
import type { RunOutcome } from '../../../src/test-run/outcome.ts';
import type { TestRun } from '../../../src/test-run/test-run.ts';
import type { StopOutcome } from '../../../src/test-run/wording.ts';
import { reasonFor } from '../../../src/test-run/wording.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { aFailure, anOutcome, aStep, runMetrics } from '../../support/a-run-metrics.ts';
import { rendered } from '../../support/rendered.ts';

const context = { key: 'ci', runNumber: undefined, summaryUrl: undefined, commit: undefined };

describe('a step that ran out of time', () => {
  const outcome = (run: TestRun | undefined, stopOutcome: StopOutcome): RunOutcome => {
    const pollResult = { kind: 'gave-up', limit: 'timeout', limitMs: 12_000, run } as const;
    const verdict = { word: 'timeout', cause: 'time-limit', always: false } as const;
    const reason = reasonFor({ pollResult, verdict, stopOutcome });
    return { testId: '1201', pollResult, verdict, reason, stopOutcome, phases: [], metrics: runMetrics() };
  };

  it.each<readonly [string, TestRun | undefined, StopOutcome, string, RegExp]>([
    [
      'whose run goes on and could not be stopped',
      aPendingRun({}),
      'stop-failed',
      'did not finish within 12s',
      /could not be stopped\. It may still be running/u,
    ],
    [
      'whose metrics are processed',
      aPendingRun({ phase: 'processing' }),
      'already-over',
      'timed out',
      /The run ended, but its metrics were not ready within 12s/u,
    ],
    [
      'whose result is awaited',
      aPendingRun({ phase: 'deciding' }),
      'already-over',
      'timed out',
      /The run ended, but its metrics were not ready within 12s/u,
    ],
    ['whose run is over', aSettledRun({}), 'already-over', 'did not finish within 12s', /had already ended/u],
    [
      'whose start was not answered',
      undefined,
      'start-in-doubt',
      'timed out',
      /got no response within 12s \(timeout\)\. Its start was not answered, so it may have made a run/u,
    ],
  ])('%s says so on its first line, and why below it', (_, run, stopOutcome, title, reason) => {
    const step = aStep(outcome(run, stopOutcome));
    expect(headline(step)).toBe(`⏱️ Checkout API: ${title}`);
    for (const text of [summary(step), commentText(step, context)]) expect(rendered(text).text).toMatch(reason);
  });
});

describe('a step of several tests', () => {
  const pass = anOutcome({ thresholds: 'some' }, undefined);
  const doubtful = anOutcome({ id: '7650002', thresholds: 'none' }, undefined);
  const without = anOutcome({ result: 'error' }, runMetrics({ testName: 'Search' }));

  it.each<readonly [string, readonly RunOutcome[], string]>([
    ['counts with a verb', [without, pass], '⚠️ 1 of 2 load tests gave no result: Search'],
    ['counts what failed', [pass, aFailure()], '❌ 1 of 2 load tests failed: Checkout API'],
    ['of sound passes passed', [pass, pass], '✅ 2 of 2 load tests passed'],
    [
      'with a doubtful pass is worth a look, also where that is the first',
      [doubtful, pass],
      '⚠️ 2 of 2 load tests passed',
    ],
    [
      'with a doubtful pass is worth a look, also where that is the last',
      [pass, doubtful],
      '⚠️ 2 of 2 load tests passed',
    ],
    [
      'that failed is not softened by a doubtful pass',
      [doubtful, aFailure()],
      '❌ 1 of 2 load tests failed: Checkout API',
    ],
  ])('%s', (_, runs, line) => {
    expect(headline(aStep(...runs))).toBe(line);
  });
});
