/** Text from outside stays text in every place of every report: names, rules, branches, thresholds, words of k6 Cloud. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commentText } from '../../../src/report/comment-text.ts';
import { headline } from '../../../src/report/headline.ts';
import { summary } from '../../../src/report/summary.ts';
import type { Regression } from '../../../src/test-run/baseline.ts';
import type { Threshold } from '../../../src/test-run/metrics.ts';
import type { RunOutcome } from '../../../src/test-run/outcome.ts';
import type { RunMetrics } from '../../../src/test-run/run-metrics.ts';
import { aFailure, anOutcome, aStep, runMetrics } from '../../support/a-run-metrics.ts';
import { aSettledRun } from '../../support/a-run.ts';
import { hostile, KNOWN_HOSTILE } from '../../support/hostile.ts';
import { rendered } from '../../support/rendered.ts';

const ELEMENTS = 'h2 h3 p strong a code table thead tbody tr th td details summary pre sub blockquote';
const OURS = new Set(ELEMENTS.split(' '));
/** What GitHub turns into a call, a reference or a link after rendering. */
const CALLS = /@[a-z0-9]|#\d|\bGH-\d|https?:\/\/|(?<![a-z\d])www\./iu;
const SUMMARY_URL = 'https://github.com/o/r/actions/runs/1';
const PAGES = new Set(['https://app.k6.io', 'https://acme.grafana.net', 'https://github.com']);
const LIVE = ['@octocat/<img/src=x>', 'https://shop.example/_cart_/*|<img src=x>*', 'www.evil.example'];
const EXAMPLES = [...LIVE, ...KNOWN_HOSTILE];

/** A threshold of each form that a sentence is made of. */
function thresholdsOf(text: string, failed: boolean): readonly Threshold[] {
  const named = { metric: text, stat: text, condition: text, limit: 1, value: 2, failed };
  return [
    named,
    { ...named, metric: undefined },
    { ...named, metric: 'checks', valueAtEnd: 0.5 },
    { ...named, value: undefined },
    { ...named, limit: undefined, metric: undefined },
  ];
}

/** A rule of each form, past its limit. */
function regressionsOf(text: string): readonly Regression[] {
  const past = { now: 431, then: 362, baselineRunId: '7649870' };
  const rule = { metric: 'p95', size: 10, unit: '%' } as const;
  return [
    { ...past, rule: { ...rule, of: { metric: undefined, tags: [['name', text]] } } },
    { ...past, rule: { ...rule, of: { metric: text, tags: [[text, text]] } } },
    { ...past, rule, baselineName: `median of 8 runs of ${text}` },
  ];
}

/** Everything that is known of a run, with the text wherever there is text from outside. */
function metricsOf(text: string): RunMetrics {
  const { baseline } = runMetrics();
  if (baseline === undefined) throw new Error('the metrics have a baseline');
  const origin = { repository: text, branch: text, commit: text, pullRequest: undefined, workflowRun: undefined };
  const endpoint = { method: text, name: text, p95Ms: 431, usualP95Ms: 362, changePercent: 19, isSlower: true };
  return runMetrics({
    testName: text,
    // Charts hold numbers alone, and rendering them takes most of the time.
    series: { p95Ms: [], rps: [], errorRate: [], vus: [] },
    trend: [],
    warnings: [text],
    checks: [{ name: text, passes: 1, fails: 1 }],
    endpoints: [{ ...endpoint, errorRate: 0, requests: 1 }],
    baseline: { ...baseline, name: `median of 8 runs of ${text}`, about: { source: text, ageMs: 1 } },
    baselineRun: aSettledRun({ origin }),
  });
}

/** Runs that end in every way whose words hold text from outside; the same threshold or rule first in each. */
function outcomesOf(text: string): readonly RunOutcome[] {
  const metrics = metricsOf(text);
  const word = { field: 'run_status', value: text };
  const foreign = { detail: { code: text, message: text }, statuses: { run: word, processing: word, result: word } };
  const thresholds = thresholdsOf(text, true);
  const found = [
    ...thresholds.map((one) => aFailure({ ...metrics, thresholds: [one, ...thresholds] })),
    ...regressionsOf(text).map((one) => anOutcome({}, { ...metrics, regressions: [one, ...regressionsOf(text)] })),
    anOutcome({}, { ...metrics, thresholds: thresholdsOf(text, false) }),
    anOutcome({ ...foreign, result: 'error' }, metrics),
    anOutcome({ ...foreign, ending: { kind: 'unrecognised' } }, metrics),
  ];
  return found.map((outcome) => ({ ...outcome, source: { commit: text, branch: text } }));
}

/** The first line of each run alone, and whole reports of one run and of several. `report.md` is the summary. */
function reportsOf(outcomes: readonly RunOutcome[]): readonly string[] {
  const context = { key: 'ci', runNumber: undefined, summaryUrl: SUMMARY_URL, commit: undefined };
  const firstLines = outcomes.map((outcome) => `## ${headline(aStep(outcome))}`).join('\n\n');
  const steps = [aStep(...outcomes.slice(0, 1)), aStep(...outcomes.slice(-4))];
  return [firstLines, ...steps.flatMap((step) => [summary(step), commentText(step, context)])];
}

describe('every report', () => {
  it('has no element, call or link but its own, whatever the texts are', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const report of reportsOf(outcomesOf(text))) {
          const { tags, prose, hrefs } = rendered(report);
          expect(tags.filter((tag) => !OURS.has(tag))).toEqual([]);
          expect(prose).not.toMatch(CALLS);
          expect(hrefs.filter((href) => !PAGES.has(new URL(href).origin))).toEqual([]);
        }
      }),
      { numRuns: EXAMPLES.length + 5, examples: EXAMPLES.map((text) => [text]) },
    );
  });

  it.each(LIVE)('shows %j as it is on its first line', (text) => {
    const [threshold] = thresholdsOf(text, true);
    const [byRule] = regressionsOf(text);
    if (threshold === undefined || byRule === undefined) throw new Error('there is one of each');
    const failed = aFailure(runMetrics({ thresholds: [{ ...threshold, metric: undefined }] }));
    const regressed = anOutcome({}, runMetrics({ thresholds: [], regressions: [byRule] }));
    for (const outcome of [failed, regressed]) {
      const first = rendered(headline(aStep(outcome)));
      expect([first.tags, first.hrefs]).toEqual([['p'], []]);
      expect(first.text.replaceAll('\u2060', '')).toContain(text);
    }
  });
});
