/** The job summary: the verdict on the first line, tables and charts that hold, and never more than GitHub takes. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { marker } from '../../../src/report/comment-marker.ts';
import { commentText } from '../../../src/report/comment-text.ts';
import { checksTable } from '../../../src/report/criteria-tables.ts';
import { overview } from '../../../src/report/overview.ts';
import { summary } from '../../../src/report/summary.ts';
import { regressionSentence } from '../../../src/test-run/baseline.ts';
import type { Threshold } from '../../../src/test-run/metrics.ts';
import { NO_NUMBERS } from '../../../src/test-run/metrics.ts';
import type { RunMetrics } from '../../../src/test-run/run-metrics.ts';
import { aFailure, someMetrics, anOutcome, aStep, runMetrics } from '../../support/a-run-metrics.ts';
import { aSettledRun } from '../../support/a-run.ts';
import { hostile, KNOWN_HOSTILE } from '../../support/hostile.ts';
import { chartsOf, drawnByGithub, mermaidBlocks } from '../../support/mermaid.ts';
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

  it('shows ten endpoints, the slower ones first, with the rule that one is past', () => {
    const endpoints = Array.from({ length: 12 }, (_, place) => ({
      method: 'GET',
      name: place === 0 ? `https://shop.example/api/${'v1/'.repeat(30)}confirm` : `/item/${place}`,
      p95Ms: 1830 - place,
      usualP95Ms: place === 3 ? undefined : 1116,
      changePercent: place === 0 ? 64 : place === 3 ? undefined : 2,
      isSlower: place < 2,
      errorRate: place === 0 ? 0.031 : 0,
      requests: 1200,
    }));
    const of = { metric: undefined, tags: [['name', '/item/1'] as const] };
    const rule = { metric: 'p95' as const, size: 1, unit: '%' as const, of };
    const regressions = [{ rule, now: 1829, then: 1116, baselineRunId: '7649870' }];
    const study = runMetrics({ endpoints, regressions });
    const text = summary(aStep(aFailure(study)));
    const { cells } = rendered(text);
    const [header, ...rows] = cells
      .slice(cells.findIndex((row) => row.includes('endpoint')))
      .map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ')));
    expect(header).toEqual(['p95', 'change', 'failed', 'requests', 'endpoint']);
    expect(rows.slice(0, 4)).toEqual([
      ['1.83 s', '🔺 +64 %', '3.1 %', '1\u202f200', 'GET https://shop.examp…1/v1/v1/v1/v1/confirm'],
      ['1.83 s', '❌ +2 %, allowed 1 %', '0 %', '1\u202f200', 'GET /item/1'],
      ['1.83 s', '+2 %', '0 %', '1\u202f200', 'GET /item/2'],
      ['1.83 s', 'new', '0 %', '1\u202f200', 'GET /item/3'],
    ]);
    expect(text).toContain('### Endpoints · 2 slower\n');
    expect(text).toContain('\n\n2 more endpoints are left out here.\n');
    const comment = commentText(aStep(aFailure(study)), context);
    expect(comment).toContain('**Endpoints · 2 slower**\n');
    expect(comment).toContain('\n\n7 more endpoints are left out here.\n');
  });

  it('says which run it was, of which commit, and what it was compared with', () => {
    const start = 1_764_000_000_000;
    const origin = { repository: 'acme/shop', commit: '0123abc45678', pullRequest: undefined, workflowRun: undefined };
    const baselineRun = aSettledRun({ createdMs: start - 3_700_000, origin: { ...origin, branch: 'main' } });
    const usual = new Map([['p95' as const, { median: 362, deviation: 5, count: 8 }]]);
    const known = runMetrics().baseline;
    if (known === undefined) throw new Error('the metrics have a baseline');
    const about = { source: 'main', ageMs: 3_700_000 };
    const single = runMetrics({ baselineRun, baseline: { ...known, about } });
    const several = runMetrics({ baselineRun, baseline: { ...known, about, name: 'median of 8 runs of main', usual } });
    const source = { commit: 'a1b2c3d4e5f6', branch: 'feat/@x' };
    const linesOf = (metrics: RunMetrics, pullRequest?: number): readonly string[] => {
      const outcome = anOutcome({ result: 'failed', createdMs: start, startedMs: undefined }, metrics);
      const text = summary(aStep({ ...outcome, source: { ...source, pullRequest } }));
      return rendered(text)
        .text.split('\n')
        .map((line) => line.replaceAll('\u2060', ''));
    };
    expect(linesOf(single)).toContain('run 7650001 of a1b2c3d (feat/@x) · 200 VUs · 1.25 VUh');
    expect(linesOf(single)).toContain('Compared with run 7649870 at 0123abc of main (passed 1 h ago)');
    expect(linesOf(single, 12)).toContain('run 7650001 of a1b2c3d (pull request 12) · 200 VUs · 1.25 VUh');
    expect(linesOf(several)).toContain(
      'Compared with the median of 8 runs of main (newest 7649870 at 0123abc, passed 1 h ago; spread ±6.1 %)',
    );
  });

  it('names the checks with failures, in the comment too', () => {
    const line = '⚠️ 1 of 2 checks has failures, which alone do not fail a run: `status is 200` (86 of 6\u202f900)';
    expect(summary(aStep(aFailure()))).toContain(`\n\n${line}\n\n`);
    expect(commentText(aStep(aFailure()), context)).toContain(`\n\n${line}\n\n`);
    const many = ['a', 'b', 'c', 'd', 'e'].map((name, place) => ({ name, passes: 10, fails: place }));
    expect(commentText(aStep(aFailure(runMetrics({ checks: many }))), context)).toContain(
      '⚠️ 4 of 5 checks have failures, which alone do not fail a run: `e` (4 of 14), `d` (3 of 13), `c` (2 of 12) and 1 more\n',
    );
    const none = runMetrics({ checks: [{ name: 'a', passes: 1, fails: 0 }] });
    expect(summary(aStep(aFailure(none)))).not.toContain('has failures');
  });

  it('shows the numbers of another protocol in the place of those that the test does not have', () => {
    const numbers = { ...NO_NUMBERS, checksRate: 1, peakVus: 50 };
    const threshold = { metric: 'grpc_req_duration', stat: 'p(95)', condition: 'p(95)<50', limit: 50, value: 61 };
    const rule = {
      metric: 'p95' as const,
      size: 10,
      unit: '%' as const,
      of: { metric: 'grpc_req_duration', tags: [] },
    };
    const study = runMetrics({
      numbers,
      protocols: { grpcP95Ms: 61, grpcP99Ms: 80, grpcRequests: 6900 },
      baselineProtocols: { grpcP95Ms: 42, grpcRequests: 6900 },
      baseline: { runId: '7649870', url: 'https://acme.grafana.net/a/k6-app/runs/7649870', numbers },
      thresholds: [{ ...threshold, failed: true }],
      regressions: [{ rule, now: 61, then: 42, baselineRunId: '7649870' }],
    });
    const text = summary(aStep(aFailure(study)));
    expect(text.split('\n')[0]).toBe('## ❌ Checkout API: gRPC p95 latency is 61 ms, over the limit of 50 ms (+22 %)');
    const { cells } = rendered(text);
    expect(cells.slice(0, 5).map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ')))).toEqual([
      ['', 'this run', 'baseline', 'change', 'limit'],
      ['gRPC p95 latency', '61 ms', '42 ms', '❌ +45.2 %, allowed 10 %', '❌ < 50 ms'],
      ['gRPC p99 latency', '80 ms', 'n/a', 'n/a', ''],
      ['gRPC requests', '6\u202f900', '6\u202f900', 'same', ''],
      ['checks passed', '100 %', '100 %', 'same', ''],
    ]);
    const passing = anOutcome({}, runMetrics({ numbers, protocols: { grpcP95Ms: 42 }, thresholds: [] }));
    expect(summary(aStep(passing, passing))).toContain('| ⚠️\u00a0passed | Checkout API | 42\u00a0ms |  |');
  });

  it('calls a threshold neither met nor not met that was never evaluated', () => {
    const [met, notMet] = someMetrics().thresholds ?? [];
    if (met === undefined || notMet === undefined) throw new Error('there are two thresholds');
    const open = {
      metric: 'checks',
      stat: 'rate',
      condition: 'rate>=0.9',
      limit: 0.9,
      value: undefined,
      failed: false,
    };
    const of = (...thresholds: readonly Threshold[]): string =>
      summary(aStep(anOutcome({}, runMetrics({ thresholds })))).replaceAll('\u00a0', ' ');
    expect(of(met, open)).toContain('<summary>Thresholds · 1 of 2 met, 1 not evaluated</summary>');
    expect(of(met, open, notMet)).toContain('<summary>Thresholds · 1 of 3 not met, 1 not evaluated</summary>');
    expect(of(met, notMet)).toContain('<summary>Thresholds · 1 of 2 not met</summary>');
    expect(of(met, met)).toContain('<summary>Thresholds · all 2 met</summary>');
    const { cells } = rendered(of(met, open));
    const header = cells.findIndex((row) => row.includes('condition'));
    expect(cells.slice(header + 1, header + 3)).toEqual([
      ['⚠️', 'checks', 'rate>=0.9', 'not evaluated'],
      ['✅', 'http_req_failed', 'rate<0.05', '1.25 %'],
    ]);
    expect(cells.find(([title]) => title === 'checks passed')?.at(-1)).toBe('⚠️ >= 90 %');
  });

  it('leaves out columns of endpoints that are not known', () => {
    const endpoint = { method: undefined, name: '/cart', usualP95Ms: undefined, changePercent: undefined };
    const unknown = { isSlower: false, errorRate: undefined, requests: undefined };
    const text = summary(aStep(aFailure(runMetrics({ endpoints: [{ ...endpoint, ...unknown, p95Ms: 12 }] }))));
    expect(text).toContain('### Endpoints\n\n| p95 | endpoint |\n| --: | :-- |\n| 12\u00a0ms | `/cart` |\n');
  });

  it('shows the change against the baseline, signed where it is worse', () => {
    const { cells } = rendered(summary(aStep(aFailure())));
    expect(cells.slice(0, 6).map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ')))).toEqual([
      ['', 'this run', 'baseline', 'change', 'limit'],
      ['p95 latency', '431 ms', '362 ms', '🔺 +19.1 %', '❌ < 400 ms'],
      ['p99 latency', '702 ms', '640 ms', '🔺 +9.69 %', ''],
      ['requests', '57.5 /s', '58.1 /s', '−1.03 %', ''],
      ['failed requests', '1.25 %', '0.4 %', '🔺 +0.85 pp', '✅ < 5 %'],
      ['checks passed', '98.5 %', '99.9 %', '🔻 −1.4 pp', ''],
    ]);
  });

  it('shows no value past a limit as though it were on it', () => {
    const rule = { metric: 'p95', size: 10, unit: '%' } as const;
    const then = 400.2 / 1.100_04;
    const known = runMetrics();
    if (known.baseline === undefined) throw new Error('the metrics have a baseline');
    const threshold = { metric: 'http_req_duration', stat: 'p(95)', condition: 'p(95)<=400', limit: 400, value: 400.2 };
    const endpoint = { method: 'GET', name: '/cart', p95Ms: 400.2, usualP95Ms: then, errorRate: 0, requests: 1 };
    const of = { metric: undefined, tags: [['name', '/cart'] as const] };
    const past = { now: 400.2, then, baselineRunId: '7649870' };
    const metrics = runMetrics({
      numbers: { ...known.numbers, p95Ms: 400.2, errorRate: 0.3 },
      baseline: { ...known.baseline, numbers: { ...known.baseline.numbers, p95Ms: then, errorRate: 0.2 } },
      thresholds: [{ ...threshold, failed: true }],
      endpoints: [{ ...endpoint, changePercent: 10.004, isSlower: true }],
      regressions: [
        { ...past, rule },
        { ...past, rule: { ...rule, of } },
        { ...past, rule: { ...rule, metric: 'error-rate' }, now: 0.3, then: 0.2 },
      ],
    });
    const { cells } = rendered(summary(aStep(aFailure(metrics))).replaceAll('\u00a0', ' '));
    const row = (title: string): readonly string[] => cells.find((one) => one.includes(title)) ?? [];
    expect(row('p95 latency')).toEqual([
      'p95 latency',
      '400.2 ms',
      '364 ms',
      '❌ +10.004 %, allowed 10 %',
      '❌ <= 400 ms',
    ]);
    expect(row('failed requests')[3]).toBe('❌ +50 %, allowed 10 %');
    expect(row('GET /cart')[1]).toBe('❌ +10.004 %, allowed 10 %');
    expect(row('p(95)<=400')).toEqual(['❌', 'http_req_duration', 'p(95)<=400', '400.2 ms']);
  });

  it('counts one of a thing as one', () => {
    const [met] = someMetrics().thresholds ?? [];
    const checks = [{ name: 'a', passes: 1, fails: 0 }];
    const thresholds = met === undefined ? [] : [met];
    const numbers = { ...someMetrics().numbers, peakVus: 1 };
    const text = summary(aStep(anOutcome({ thresholds: 'some' }, runMetrics({ numbers, thresholds, checks }))));
    expect(text).toContain(' · 1 VU · ');
    expect(text).toContain('Thresholds · 1 met');
    expect(text).toContain('Checks · 1 passed');
    const many = Array.from({ length: 201 }, (_, place) => ({ name: String(place), passes: 1, fails: 0 }));
    expect(checksTable(many)).toMatch(/\n\n1 more is left out here\.$/u);
    expect(checksTable(many, 199)).toMatch(/\n\n2 more are left out here\.$/u);
    const runs = Array.from({ length: 3 }, () => aFailure());
    expect(overview(runs, 3)).not.toContain('in the log');
    expect(overview(runs, 2)).toMatch(/\n\n1 more run is in the log\.$/u);
    expect(overview(runs, 1)).toMatch(/\n\n2 more runs are in the log\.$/u);
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

  it.each([
    ['summary', summary(aStep(aFailure())), 5],
    ['summary of three tests', summary(aStep(aFailure(), anOutcome({ id: '7650002' }, runMetrics()))), 10],
    ['comment', commentText(aStep(aFailure()), context), 1],
  ])(
    'is drawn by GitHub: of a %s what is in no fold at once, all once the folds are opened',
    async (_, text, count) => {
      const [closed, opened] = [await drawnByGithub(text, false), await drawnByGithub(text, true)];
      expect(closed.map(({ svg }) => svg !== undefined)).toEqual(closed.map(({ isOpen }) => isOpen));
      expect(closed.map(({ isOpen }) => isOpen)).toContain(false);
      const bars = {
        isOpen: true,
        svg: expect.stringMatching(/aria-roledescription="xychart"[\s\S]*<(?:path|rect) /u),
      };
      expect(opened).toEqual(Array(count).fill(bars));
      const [first = ''] = mermaidBlocks(text);
      const chart = `\`\`\`mermaid\n${first}\`\`\`\n\n`;
      const two = await drawnByGithub(`<details>\n\n${chart}${chart}</details>`, true);
      expect(two.map(({ svg }) => svg === undefined)).toEqual([true, false]);
    },
  );

  it('draws this run in red where it failed, by dates, with its limit as a line', () => {
    const text = summary(aStep(aFailure()));
    const trend = text.slice(text.indexOf('p95 latency of the last 10 runs'));
    expect(trend).toMatch(/x-axis \["15 Nov", "16 Nov", .*"24 Nov"\]/u);
    expect(trend).toMatch(/bar \[0, .*, 0, 431\.2\]\n {2}bar \[350, .*, 362\]\n {2}line \[400, /u);
  });

  it.each([
    ['first', false],
    ['last', true],
  ])('draws the limit that was not met where p95 has two, also where that is the %s', (_, isLast) => {
    const threshold = { metric: 'http_req_duration', stat: 'p(95)', value: 431.2 };
    const met = { ...threshold, condition: 'p(95)<600', limit: 600, failed: false };
    const notMet = { ...threshold, condition: 'p(95)<400', limit: 400, failed: true };
    const metrics = runMetrics({ thresholds: isLast ? [met, notMet] : [notMet, met] });
    const step = aStep(aFailure(metrics));
    for (const text of [summary(step), commentText(step, context)]) {
      expect(text).toContain('title "p95 latency over the run, ms (limit 400)"');
      expect(text).not.toContain('(limit 600)');
    }
    expect(summary(step)).toMatch(
      /plotColorPalette: "#cf222e, #8c959f"[\s\S]*title "p95 latency of .* \(limit 400\)"/u,
    );
    const passing = runMetrics({ thresholds: [met, { ...notMet, failed: false }] });
    expect(summary(aStep(anOutcome({}, passing)))).toContain('title "p95 latency over the run, ms (limit 600)"');
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
        .map((row) => [row[0], row[6]]),
    ).toEqual([
      ['❌\u00a0failed', '7650001'],
      ['✅\u00a0passed', '7650002'],
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
