/** The log that a person scrolls through: a line per change, a heartbeat a minute at most, the verdict last. */
import { describe, expect, it } from '@jest/globals';
import { logReporter } from '../../../src/report/log.ts';
import { metricLines } from '../../../src/report/metric-lines.ts';
import type { Reporter } from '../../../src/report/reporter.ts';
import { addPhase } from '../../../src/test-run/phases.ts';
import type { PhaseSpan, TestRun } from '../../../src/test-run/test-run.ts';
import { judge } from '../../../src/test-run/verdict.ts';
import { reasonFor } from '../../../src/test-run/wording.ts';
import { aPendingRun, aSettledRun } from '../../support/a-run.ts';
import { anOutcome, runMetrics } from '../../support/a-run-metrics.ts';

/** A log whose time is set by hand, in seconds since the start of the step. */
function log(): { readonly lines: string[]; readonly at: (second: number) => Reporter } {
  const lines: string[] = [];
  let nowMs = 0;
  const reporter = logReporter({
    log: (line) => lines.push(line),
    group: (title, all) => lines.push(`▸ ${title}`, ...all),
    now: () => nowMs,
    outageMs: 300_000,
    stepStartMs: 0,
  });
  return {
    lines,
    at: (second) => {
      nowMs = second * 1000;
      return reporter;
    },
  };
}

const plan = { apiName: 'legacy API', testIds: ['1201'], runIds: [], simulated: false };

describe('logReporter', () => {
  it('tells the story of a run that failed', async () => {
    const { lines, at } = log();
    const failed = aSettledRun({ result: 'failed' });
    let phases: readonly PhaseSpan[] = [];
    const poll = (second: number, run: TestRun): void => {
      phases = addPhase(phases, run, second * 1000);
      at(second).polled?.(run);
    };
    at(0).opened?.(plan);
    at(0).runStarted?.(failed);
    poll(0, aPendingRun({ phase: 'created' }));
    poll(2, aPendingRun({ phase: 'queued' }));
    poll(8, aPendingRun({ phase: 'initializing' }));
    poll(23, aPendingRun({ phase: 'running' }));
    poll(50, aPendingRun({ phase: 'running' }));
    poll(83, aPendingRun({ phase: 'running' }));
    poll(147, aPendingRun({ phase: 'processing' }));
    poll(150, failed);
    const pollResult = { kind: 'settled', run: failed } as const;
    const verdict = judge(pollResult, { processingError: 'fail', requireThresholds: false });
    const outcome = {
      testId: '1201',
      pollResult,
      verdict,
      phases,
      stopOutcome: undefined,
      reason: reasonFor({ pollResult: pollResult, verdict }),
    };
    const step = { ...verdict, reason: outcome.reason, fails: true, simulated: false, runs: [outcome] };
    await at(150).closed?.(step, new AbortController().signal);
    expect(lines.join('\n')).toMatchSnapshot();
  });

  it('names the run on every line where there are several, and counts them in the heartbeat', () => {
    const { lines, at } = log();
    at(0).opened?.({ ...plan, testIds: ['1201', '1202'] });
    at(0).polled?.(aPendingRun({ id: '1', phase: 'queued' }));
    at(0).polled?.(aPendingRun({ id: '2', phase: 'running' }));
    at(59).polled?.(aPendingRun({ id: '1', phase: 'queued' }));
    at(61).polled?.(aPendingRun({ id: '1', phase: 'queued' }));
    at(61).polled?.(aPendingRun({ id: '2', phase: 'running' }));
    expect(lines).toEqual([
      'k6 Cloud gate · tests 1201, 1202 · legacy API',
      '  0:00  1  queued',
      '  0:00  2  running             2m 00s planned, 200 VUs, ends about 00:02 UTC',
      '  1:01  1 queued, 1 running',
    ]);
  });

  it('writes a better address of the run as its page', () => {
    const { lines, at } = log();
    at(0).opened?.(plan);
    at(1).runStarted?.(aPendingRun({ id: '1', url: 'https://app.k6.io/runs/1' }));
    at(2).runStarted?.(aPendingRun({ id: '1', url: 'https://acme.grafana.net/a/k6-app/runs/1' }));
    expect(lines.slice(1)).toEqual([
      'run 1 · https://app.k6.io/runs/1',
      'page: https://acme.grafana.net/a/k6-app/runs/1',
    ]);
  });

  it('gives a simulation no address, since it leads nowhere', () => {
    const { lines, at } = log();
    at(0).opened?.({ ...plan, simulated: true });
    at(1).runStarted?.(aPendingRun({ id: '1', url: 'https://app.k6.io/runs/1' }));
    at(2).runStarted?.(aPendingRun({ id: '1', url: 'https://acme.grafana.net/a/k6-app/runs/1' }));
    expect(lines.slice(1)).toEqual(['run 1']);
  });

  it('names one VU as one', () => {
    const { lines, at } = log();
    at(0).polled?.(aPendingRun({ vus: 1 }));
    expect(lines[0]).toContain('2m 00s planned, 1 VU, ends');
  });

  it('lists thresholds with a sign: not met, not evaluated, met', () => {
    const checks = { metric: 'checks', stat: 'rate', condition: 'rate>=0.9', limit: 0.9 };
    const thresholds = [
      { ...checks, value: 0.95, failed: false },
      { ...checks, value: undefined, failed: false },
      { ...checks, value: 0.8, failed: true },
    ];
    const lines = metricLines(anOutcome({}, runMetrics({ thresholds, checks: [] })));
    expect(lines.slice(-4)).toEqual([
      'thresholds',
      '  ✗ checks  rate>=0.9  80 %',
      '  ⚠ checks  rate>=0.9  not evaluated',
      '  ✓ checks  rate>=0.9  95 %',
    ]);
  });

  it('stays under 130 lines in a soak of 8 hours, polled every 5 seconds, with an outage an hour', () => {
    const { lines, at } = log();
    at(0).opened?.(plan);
    const run = aPendingRun({ plannedMs: 8 * 3_600_000 });
    for (let second = 0; second <= 8 * 3600; second += 5) {
      if (second % 3600 < 60) at(second).pollFailed?.(run, 'GET /x: 503.');
      else at(second).polled?.(run);
    }
    expect(lines.length).toBeLessThan(130);
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.at(-2)).toMatch(/^7:5\d:\d\d {2}█{20} {2}7h 5\dm of 8h 00m$/u);
  });

  it.each([
    ['an hour', 3600, 10 + 50 / 3],
    ['20 minutes', 1200, 20],
    ['a time that is not known', undefined, 10 + 50 / 5],
  ])('writes every minute for ten minutes, then every 5 minutes or 5 %% of %s', (_, plannedS, expected) => {
    const { lines, at } = log();
    const run = aPendingRun({ plannedMs: plannedS === undefined ? undefined : plannedS * 1000 });
    for (let second = 0; second < (plannedS ?? 3600); second += 5) at(second).polled?.(run);
    expect(Math.abs(lines.length - expected)).toBeLessThanOrEqual(2);
  });

  it('says by how much a run is over its plan', () => {
    const { lines, at } = log();
    const run = aPendingRun({ plannedMs: 7_200_000 });
    at(0).polled?.(run);
    at(7200 + 26 * 60 + 41).polled?.(run);
    expect(lines.at(-1)).toBe('2:26:41  running             26m 41s over plan');
  });

  it('says an outage once, and its end once', () => {
    const { lines, at } = log();
    at(0).opened?.(plan);
    at(0).polled?.(aPendingRun({}));
    for (let second = 5; second < 20; second += 5) at(second).pollFailed?.(aPendingRun({}), 'GET /x: 503.');
    at(20).polled?.(aPendingRun({}));
    at(25).polled?.(aPendingRun({}));
    expect(lines.slice(2)).toEqual([
      '  0:05  k6 Cloud API error, retrying until 5:05: GET /x: 503.',
      '  0:20  k6 Cloud API is back (unavailable for 15s)',
    ]);
  });

  it('shows what a run waits for, once, also where that is known later than the status', () => {
    const message = 'Waiting: 5 of 5 concurrent runs.';
    const waiting = aPendingRun({ phase: 'queued', detail: { code: undefined, message } });
    const early = log();
    early.at(1).polled?.(waiting);
    early.at(5).polled?.(waiting);
    expect(early.lines).toEqual(['0:01  queued              Waiting: 5 of 5 concurrent runs'].map((one) => `  ${one}`));
    const late = log();
    late.at(1).polled?.(aPendingRun({ phase: 'queued' }));
    late.at(5).polled?.(waiting);
    late.at(9).polled?.({ ...waiting, detail: { code: undefined, message: 'Waiting: 4 of 5' } });
    expect(late.lines.map((line) => line.trim())).toEqual([
      '0:01  queued',
      '0:05  queued              Waiting: 5 of 5 concurrent runs',
    ]);
  });

  it('warns once of a status it does not know', () => {
    const { lines, at } = log();
    at(0).opened?.(plan);
    const words = { ...aPendingRun({}).statuses, run: { field: 'run_status', value: 'UNKNOWN (-7)' } };
    for (let second = 0; second < 50; second += 5)
      at(second).polled?.(aPendingRun({ phase: 'unrecognised', statuses: words }));
    expect(lines.slice(1)).toEqual(['  0:00  unknown status UNKNOWN (-7)']);
  });
});
