/** The one-call summary of a run, as `v5/…/result_summary` and `v4/test_runs(…)` have it. */
import type { RunSample } from './metrics-options.ts';
import type { RunNumbers } from '../machine/run-numbers.ts';
import { allChecks, latencyMs } from '../machine/run-numbers.ts';
import { v2Run } from '../v2/v2-run.ts';
import type { Account } from '../machine/cloud-model.ts';

/** All of them null where nothing was measured. */
export function summaries({ numbers }: RunSample): Readonly<Record<string, unknown>> {
  return {
    http_metric_summary: numbers === undefined ? null : http(numbers),
    checks_metric_summary: numbers === undefined || numbers.checks.length === 0 ? null : checks(numbers),
    thresholds_summary: numbers === undefined || numbers.thresholds.length === 0 ? null : thresholds(numbers),
    ws_metric_summary: null,
    grpc_metric_summary: null,
    browser_metric_summary: null,
  };
}

/** `Passed`, `Failed` or `Error`: a word with a capital here. */
export function resultWord({ run }: RunSample): string | null {
  const { result } = run;
  if (typeof result !== 'string' || result === 'none') return null;
  return { passed: 'Passed', failed: 'Failed', error: 'Error' }[result];
}

/** The run itself, as the older reads have it: numbers of the legacy API. */
export function runFields({ run }: RunSample, account: Account): Readonly<Record<string, unknown>> {
  const fields = v2Run(run, account, {});
  const { id, created, started, ended, note, run_status, processing_status, k6_runtime_config } = fields;
  return {
    id,
    load_test_id: run.testId,
    project_id: run.projectId,
    created,
    started,
    ended,
    note,
    run_status,
    processing_status,
    k6_runtime_config,
  };
}

function http(numbers: RunNumbers): Readonly<Record<string, unknown>> {
  const { requests, failures, seconds } = numbers;
  const latency = (stat: string): number | undefined => latencyMs(numbers, stat);
  return {
    requests_count: requests,
    failures_count: failures,
    rps_mean: requests / seconds,
    rps_max: (requests / seconds) * 1.2,
    duration: {
      count: requests,
      max: latency('max'),
      mean: latency('avg'),
      min: latency('min'),
      p95: latency('p(95)'),
      p99: latency('p(99)'),
      stdev: latency('stdev'),
    },
    duration_median: latency('med'),
  };
}

function checks(numbers: RunNumbers): Readonly<Record<string, unknown>> {
  const { passed, failed } = allChecks(numbers);
  return {
    total: numbers.checks.length,
    successes: numbers.checks.filter((check) => check.failed === 0).length,
    hits_total: passed + failed,
    hits_successes: passed,
  };
}

function thresholds({ thresholds: all }: RunNumbers): Readonly<Record<string, unknown>> {
  return { total: all.length, successes: all.filter(({ crossed }) => !crossed).length };
}
