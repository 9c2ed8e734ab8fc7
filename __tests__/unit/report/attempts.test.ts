/** A test can have more than one run in a step: every report keeps the attempts apart by run and together by test. */
import { describe, expect, it } from '@jest/globals';
import { commentText } from '../../../src/report/comment-text.ts';
import { junit } from '../../../src/report/junit.ts';
import { outputsOf } from '../../../src/report/outputs.ts';
import { reportJson } from '../../../src/report/report-json.ts';
import { summary } from '../../../src/report/summary.ts';
import { aFailure, anOutcome, aStep, runMetrics } from '../../support/a-run-metrics.ts';

const [first, second] = ['7650001', '7650002'];
const step = aStep({ ...aFailure(), testId: '1201' }, { ...anOutcome({ id: second }, runMetrics()), testId: '1201' });

describe('two attempts of one test', () => {
  it('are two values of each output, in order', () => {
    const outputs = outputsOf(step);
    expect(outputs['run-id']).toBe(`${first},${second}`);
    expect(JSON.parse(outputs.runs)).toMatchObject([
      { 'test-id': '1201', 'run-id': first, verdict: 'failed' },
      { 'test-id': '1201', 'run-id': second, verdict: 'passed' },
    ]);
  });

  it('are two runs of report.json, and two suites of junit.xml', () => {
    expect(JSON.parse(reportJson(step))).toMatchObject({ runs: [{ runId: first }, { runId: second }] });
    const suites = [...junit(step).matchAll(/<testsuite name="(?<name>[^"]*)"/gu)].map(
      (match) => match.groups?.['name'],
    );
    expect(suites).toEqual([
      `Checkout API (test 1201) #1 (run ${first})`,
      `Checkout API (test 1201) #2 (run ${second})`,
    ]);
  });

  it('are two rows and two sections of summary and comment', () => {
    const context = { key: 'k', runNumber: undefined, summaryUrl: undefined, commit: undefined };
    for (const text of [summary(step), commentText(step, context)]) {
      expect(text).toContain('1 of 2 load tests failed');
      for (const id of [first, second]) expect(text).toContain(`[${id}](`);
    }
  });
});
