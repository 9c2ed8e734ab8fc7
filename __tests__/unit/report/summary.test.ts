/** The job summary: the verdict on the first line, tables and charts that hold, and never more than GitHub takes. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { marker } from '../../../src/report/comment-marker.ts';
import { commentText } from '../../../src/report/comment-text.ts';
import { summary } from '../../../src/report/summary.ts';
import { regressionSentence } from '../../../src/test-run/baseline.ts';
import type { RunMetrics } from '../../../src/test-run/run-metrics.ts';
import { aFailure, someMetrics, anOutcome, aStep, runMetrics } from '../../support/a-run-metrics.ts';
import { hostile, KNOWN_HOSTILE } from '../../support/hostile.ts';
import { chartsOf } from '../../support/mermaid.ts';
import { chartsInFolds, rendered } from '../../support/rendered.ts';

const context = {
  key: 'ci',
  runNumber: undefined,
  summaryUrl: 'https://github.com/o/r/actions/runs/1',
  commit: undefined,
};
const OURS = new Set('h2 h3 p strong a code table thead tbody tr th td details summary pre sub blockquote'.split(' '));

/** 300 checks and 80 thresholds whose names are the worst there are. */
function crowded(seed: number): RunMetrics {
  const names = fc.sample(hostile, { numRuns: 380, seed }).map((name) => `${name}${'\u{1f4a3}`|@x<b>'.repeat(200)}`);
  const [checks, thresholds] = [names.slice(0, 300), names.slice(300)];
  return runMetrics({
    testName: names[0],
    warnings: [names[1] ?? ''],
    ...someMetrics({
      checks: checks.map((name, place) => ({ name, passes: place, fails: 300 - place })),
      thresholds: thresholds.map((name) => {
        return { metric: name, stat: name, condition: name, limit: 1, value: 2, failed: true };
      }),
    }),
  });
}

describe('the job summary', () => {
  it('says on its first line what decided and how far off', () => {
    const [first] = summary(aStep(aFailure())).split('\n');
    expect(first).toBe('## ❌ Checkout API: p95 latency is 431 ms, over the limit of 400 ms (+7.8 %)');
  });

  it('tells a pass with its numbers, and a simulation as such', () => {
    const passing = anOutcome({}, runMetrics(someMetrics({ thresholds: someMetrics().thresholds?.slice(0, 1) })));
    expect(summary({ ...aStep(passing), simulated: true })).toMatch(
      /^## ✅ Simulation: Checkout API: passed, p95 431 ms, 1.25 % of requests failed\n/u,
    );
  });

  it('shows the change against the baseline, signed where it is worse', () => {
    const { cells } = rendered(summary(aStep(aFailure())));
    expect(cells.slice(0, 6).map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ')))).toEqual([
      ['', 'this run', 'baseline (run 7649870)', 'change', 'limit'],
      ['p95 latency', '431 ms', '362 ms', '🔺 +19.1 %', '❌ < 400 ms'],
      ['p99 latency', '702 ms', '640 ms', '🔺 +9.69 %', ''],
      ['requests', '57.5 /s', '58.1 /s', '−1.03 %', ''],
      ['failed requests', '1.25 %', '0.4 %', '🔺 +0.85 pp', '✅ < 5 %'],
      ['checks passed', '98.5 %', '99.9 %', '🔻 −1.4 pp', ''],
    ]);
  });

  it('has charts that Mermaid parses: latency, trend, requests, VUs, failed requests', async () => {
    const charts = await chartsOf(summary(aStep(aFailure())));
    expect(charts).toEqual(Array(5).fill('xychart'));
  });

  it('has one chart to a fold at most, since GitHub draws only the last one of a closed fold', () => {
    const several = summary(aStep(aFailure(), anOutcome({ id: '7650002' }, runMetrics())));
    for (const text of [several, summary(aStep(aFailure())), commentText(aStep(aFailure()), context)]) {
      expect(Math.max(...chartsInFolds(text))).toBe(1);
    }
  });

  it('draws this run in red where it failed, by dates, with its limit as a line', () => {
    const text = summary(aStep(aFailure()));
    const trend = text.slice(text.indexOf('p95 latency of the last 10 runs'));
    expect(trend).toMatch(/x-axis \["15 Nov", "16 Nov", .*"24 Nov"\]/u);
    expect(trend).toMatch(/bar \[0, .*, 0, 431\.2\]\n {2}bar \[350, .*, 362, 0\]\n {2}line \[400, /u);
  });

  it('shows what is unknown as n/a, and no chart of nothing', async () => {
    const numbers = { ...someMetrics().numbers, p95Ms: undefined, errorRate: undefined };
    const series = { p95Ms: [], rps: [], errorRate: [], vus: [] };
    const metrics = someMetrics({ numbers, series, thresholds: undefined, checks: undefined });
    const text = summary(aStep(aFailure(runMetrics({ ...metrics, trend: [] }))));
    expect(rendered(text).cells).toContainEqual(['p95 latency', 'n/a', '362\u00a0ms', 'n/a']);
    expect(await chartsOf(text)).toEqual([]);
    expect(text).toContain('A threshold was not met');
  });

  it('stands on its verdict where nothing else is known', () => {
    const text = summary(aStep(anOutcome({}, undefined)));
    expect(text).toMatch(/^## ✅ test 1201: passed\n\nThe run passed/u);
  });

  it('begins with an overview where there are several runs, worst on top, and opens the failed ones', () => {
    const passing = anOutcome({ id: '7650002' }, undefined);
    const text = summary(aStep(passing, aFailure()));
    expect(text).toMatch(/^## ❌ 1 of 2 load tests failed: Checkout API\n/u);
    expect(
      rendered(text)
        .cells.slice(1, 3)
        .map((row) => [row[2], row[3]]),
    ).toEqual([
      ['7650001', 'failed'],
      ['7650002', 'passed'],
    ]);
    expect(text).toContain('<details open><summary>❌ failed · Checkout API');
    expect(text).toContain('<details><summary>✅ passed');
  });

  it('leaves out whole sections for their size, the least important first, and says so', async () => {
    const whole = summary(aStep(aFailure()));
    for (const most of [3000, 2500, 2000, 1200]) {
      const text = summary(aStep(aFailure()), most);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
      expect(Buffer.byteLength(text)).toBeLessThan(Buffer.byteLength(whole));
      expect(text).toContain('Left out here for their size: ');
      expect(await chartsOf(text)).toBeDefined();
      expect(text.match(/<details/gu)?.length).toBe(text.match(/<\/details>/gu)?.length);
    }
    expect(summary(aStep(aFailure()), 3000)).toContain('Thresholds · 1 of 2 not met');
  });

  it.each([1, 2, 3])('holds 300 checks and 80 thresholds with hostile names within a MiB (%i)', async (seed) => {
    const step = aStep(aFailure(crowded(seed)), anOutcome({ id: '7650002' }, crowded(seed + 10)));
    const text = summary(step);
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    const { tags, prose } = rendered(text);
    expect(tags.filter((tag) => !OURS.has(tag))).toEqual([]);
    expect(prose).not.toMatch(/@[a-z0-9]|\bGH-\d|https?:\/\//iu);
    expect((await chartsOf(text)).length).toBeGreaterThan(5);
  });
});

describe('the comment', () => {
  it('is at most one screen: verdict, numbers, one chart folded, a link', async () => {
    const text = commentText(aStep(aFailure()), context);
    expect(text.split('\n').slice(0, 2)).toEqual([
      marker('ci'),
      '### ❌ Checkout API: p95 latency is 431 ms, over the limit of 400 ms (+7.8 %)',
    ]);
    expect(await chartsOf(text)).toEqual(['xychart']);
    expect(text).toContain('[all numbers and charts](https://github.com/o/r/actions/runs/1)');
  });

  it.each([1, 2, 3])('holds hostile names within 65,536 characters (%i)', (seed) => {
    const many = Array.from({ length: 60 }, (_, place) => anOutcome({ id: String(8_000_000 + place) }, crowded(seed)));
    const text = commentText(aStep(aFailure(crowded(seed)), ...many), context);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(rendered(text).tags.filter((tag) => !OURS.has(tag))).toEqual([]);
    expect(rendered(text).prose).not.toMatch(/@[a-z0-9]|https?:\/\//iu);
  });

  it('tells a regression by metric, both values, change and limit', () => {
    const rule = { metric: 'p95', size: 10, unit: '%' } as const;
    const regression = { rule, now: 431.2, then: 362, baselineRunId: '7649870' };
    const metrics = someMetrics({ thresholds: [] });
    const text = commentText(aStep(anOutcome({}, runMetrics({ ...metrics, regressions: [regression] }))), context);
    const words = 'p95 latency rose 19.1 % (362 → 431 ms, run 7649870); allowed: 10 %';
    expect(regressionSentence(regression)).toBe(words);
    expect(text).toContain(`### ❌ Checkout API: ${words}`);
    expect(text).toContain('❌\u00a0**+19.1\u00a0%**,\u00a0allowed\u00a010\u00a0%');
  });
});

describe('the marker', () => {
  it('is one comment of HTML on one line, and another for another key', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        expect(marker(one)).toMatch(/^<!-- k6-cloud-gate [\w.%]* -->$/u);
        const sound = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
        expect(marker(one) === marker(other)).toBe(sound(one) === sound(other));
      }),
      { examples: [...KNOWN_HOSTILE.map((text): [string, string] => [text, `${text}x`]), ['\ud800', '\udfff']] },
    );
  });
});
