/** Builders of studies and outcomes for tests: a sound default, and what the test says of it. */
import type { Metrics, Point } from '../../src/test-run/metrics.ts';
import { NO_NUMBERS } from '../../src/test-run/metrics.ts';
import type { RunOutcome, StepOutcome } from '../../src/test-run/outcome.ts';
import { stepOutcome } from '../../src/test-run/outcome.ts';
import type { RunMetrics } from '../../src/test-run/run-metrics.ts';
import { decide } from '../../src/test-run/verdict.ts';
import { reasonFor } from '../../src/test-run/wording.ts';
import type { SettledRun } from '../../src/test-run/test-run.ts';
import { aSettledRun } from './a-run.ts';

const START_MS = 1_764_000_000_000;

/** Points ten seconds apart. */
export function everyTenSeconds(values: readonly number[]): readonly Point[] {
  return values.map((value, place) => ({ atMs: START_MS + place * 10_000, value }));
}

/** What is known of a run whose p95 went past its limit in the second half. */
export function someMetrics(overrides: Partial<Metrics> = {}): Metrics {
  return {
    numbers: {
      p95Ms: 431.2,
      p99Ms: 702,
      avgMs: 182.4,
      maxMs: 1480,
      requests: 6900,
      rps: 57.5,
      errorRate: 0.0125,
      checksRate: 0.985,
      peakVus: 200,
      iterations: 3450,
    },
    thresholds: [
      { metric: 'http_req_failed', stat: 'rate', condition: 'rate<0.05', limit: 0.05, value: 0.0125, failed: false },
      { metric: 'http_req_duration', stat: 'p(95)', condition: 'p(95)<400', limit: 400, value: 431.2, failed: true },
    ],
    checks: [
      { name: 'body has cart', passes: 6900, fails: 0 },
      { name: 'status is 200', passes: 6814, fails: 86 },
    ],
    series: {
      p95Ms: everyTenSeconds([210, 260, 280, 300, 320, 330, 360, 420, 500, 520, 510, 480]),
      rps: everyTenSeconds([12, 40, 58, 60, 61, 60, 62, 61, 58, 57, 59, 60]),
      errorRate: everyTenSeconds([0, 0, 0, 0.002, 0.004, 0.01, 0.012, 0.02, 0.03, 0.022, 0.02, 0.018]),
      vus: everyTenSeconds([20, 80, 140, 200, 200, 200, 200, 200, 200, 200, 120, 40]),
    },
    ...overrides,
  };
}

/** Metrics with a baseline and a trend. */
export function runMetrics(overrides: Partial<RunMetrics> = {}): RunMetrics {
  const past = [350, 355, 349, 360, 362, 358, 361, 365, 362];
  const trend = [
    ...past.map((p95Ms, place) => ({
      runId: String(7_649_862 + place),
      createdMs: START_MS - (past.length - place) * 86_400_000,
      p95Ms,
    })),
    { runId: '7650001', createdMs: START_MS, p95Ms: 431.2 },
  ];
  const numbers = { ...NO_NUMBERS, p95Ms: 362, p99Ms: 640, rps: 58.1, errorRate: 0.004, checksRate: 0.999 };
  return {
    testName: 'Checkout API',
    ...someMetrics(),
    trend,
    baseline: { runId: '7649870', url: 'https://acme.grafana.net/a/k6-app/runs/7649870', numbers },
    regressions: [],
    warnings: [],
    ...overrides,
  };
}

/** What came of a settled run, judged as the action judges it. */
export function anOutcome(run: Partial<SettledRun>, metrics: RunMetrics | undefined): RunOutcome {
  const pollResult = { kind: 'settled' as const, run: aSettledRun({ vuh: 1.25, ...run }) };
  const policy = { processingError: 'fail', requireThresholds: false } as const;
  const verdict = decide(
    { pollResult: pollResult, regressions: metrics?.regressions ?? [], comparisonCutShort: false },
    policy,
  );
  const span = (phase: 'queued' | 'initializing' | 'running' | 'processing', from: number, to: number) => {
    return { phase, fromMs: START_MS + from * 1000, toMs: START_MS + to * 1000 };
  };
  return {
    testId: '1201',
    pollResult: pollResult,
    verdict,
    reason: reasonFor({ pollResult: pollResult, verdict, metrics: metrics }),
    stopOutcome: undefined,
    metrics: metrics,
    phases: [span('queued', 0, 6), span('initializing', 6, 21), span('running', 21, 145), span('processing', 145, 148)],
  };
}

/** A failed run with everything known. */
export function aFailure(metrics: RunMetrics = runMetrics()): RunOutcome {
  const words = {
    run: { field: 'run_status', value: 'FINISHED' },
    processing: { field: 'processing_status', value: 'FINISHED' },
    result: { field: 'result_status', value: 'FAILED' },
  };
  return anOutcome({ result: 'failed', statuses: words }, metrics);
}

/** A step of these runs, with the default `fail-on`. */
export function aStep(...runs: readonly RunOutcome[]): StepOutcome {
  return stepOutcome(runs, new Set(['failed', 'aborted', 'error', 'timeout']));
}
