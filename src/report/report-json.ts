/** `report.json`: everything that is known, for programs; documented in docs/report-json.md. */
import { CAUSES } from '../test-run/causes.ts';
import { changeOf, regressionSentence } from '../test-run/baseline.ts';
import type { Metrics, Point } from '../test-run/metrics.ts';
import { METRIC_NAMES, METRICS, NUMBER_NAMES, NUMBERS } from '../test-run/number-table.ts';
import type { RunOutcome, StepOutcome } from '../test-run/outcome.ts';
import { runOf } from '../test-run/outcome.ts';
import type { RunMetrics } from '../test-run/run-metrics.ts';
import { iso, secondsOf, statusWords } from './run-facts.ts';

/** Raised when a field changes its meaning or goes away; new fields don't raise it. */
const REPORT_VERSION = 1;

/** The report as plain data; what is unknown is `null`, and every field is always there. */
export function reportJson(outcome: StepOutcome): string {
  const report = {
    schema: 'k6-cloud-gate/report',
    version: REPORT_VERSION,
    simulated: outcome.simulated,
    verdict: outcome.word,
    cause: outcome.cause,
    reason: outcome.reason,
    failsJob: outcome.fails,
    runs: outcome.runs.map(runJson),
  };
  return `${JSON.stringify(report, (_key, value: unknown) => (value === undefined ? null : value), 2)}\n`;
}

/** Whether the same job can end differently when it is run again; `null` where that is not known. */
const RETRY_HELPS = { yes: true, no: false, unknown: null } as const;

function runJson(outcome: RunOutcome): unknown {
  const run = runOf(outcome);
  const { verdict, reason, metrics, phases } = outcome;
  const words = run === undefined ? undefined : statusWords(run);
  return {
    testId: outcome.testId ?? run?.testId,
    testName: metrics?.testName,
    runId: run?.id,
    runUrl: run?.url,
    verdict: verdict.word,
    cause: verdict.cause,
    reason,
    retryHelps: RETRY_HELPS[CAUSES[verdict.cause].retryHelps],
    runStatus: words?.run,
    processingStatus: words?.processing,
    resultStatus: words?.result,
    createdAt: iso(run?.createdMs),
    startedAt: iso(run?.startedMs),
    endedAt: iso(run?.endedMs),
    executedSeconds: run === undefined ? undefined : secondsOf(run),
    plannedVus: run?.vus,
    vuh: run?.vuh,
    phases: phases.map(({ phase, fromMs, toMs }) => ({ phase, from: iso(fromMs), seconds: (toMs - fromMs) / 1000 })),
    ...metricsJson(metrics),
    ...comparisonJson(metrics),
  };
}

function metricsJson(metrics: Metrics | undefined): object {
  const series = metrics?.series;
  return {
    metrics: Object.fromEntries(NUMBER_NAMES.map((name) => [NUMBERS[name].json, metrics?.numbers[name]])),
    thresholds: metrics?.thresholds?.map(({ metric, stat, condition, limit, value, valueAtEnd, failed }) => {
      return { metric, stat, condition, limit, value, valueAtEnd, failed };
    }),
    checks: metrics?.checks?.map(({ name, passes, fails }) => ({ name, passes, fails })),
    series: {
      p95Ms: pointsJson(series?.p95Ms),
      requestsPerSecond: pointsJson(series?.rps),
      errorRate: pointsJson(series?.errorRate),
      vus: pointsJson(series?.vus),
    },
  };
}

function pointsJson(points: readonly Point[] = []): unknown {
  return points.map(({ atMs, value }) => ({ at: iso(atMs), value }));
}

function comparisonJson(metrics: RunMetrics | undefined): object {
  const { baseline, numbers } = metrics ?? {};
  return {
    baseline:
      baseline === undefined || numbers === undefined
        ? undefined
        : {
            runId: baseline.runId,
            runUrl: baseline.url,
            changes: METRIC_NAMES.map((metric) => {
              const { now, then, text, direction } = changeOf(metric, numbers, baseline.numbers);
              return { metric, unit: METRICS[metric].unit, now, then, change: text, direction };
            }),
          },
    regressions:
      metrics?.regressions.map(({ rule, now, then, ...one }) => {
        return {
          metric: rule.metric,
          now,
          then,
          limit: rule.size,
          unit: rule.unit,
          words: regressionSentence({ rule, now, then, ...one }),
        };
      }) ?? [],
    previousRuns: metrics?.trend.map(({ runId, p95Ms }) => ({ runId, p95Ms })) ?? [],
    warnings: metrics?.warnings ?? [],
  };
}
