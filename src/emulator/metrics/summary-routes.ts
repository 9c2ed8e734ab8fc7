/** The one-call summary of a run, as `v5/…/result_summary` has it. */
import type { RunSample } from './metrics-options.ts';
import type { RunNumbers } from '../machine/run-numbers.ts';
import { allChecks, latencyMs } from '../machine/run-numbers.ts';
import { LATENCY } from '../machine/fit-numbers.ts';
import type { ProtocolPlan } from '../machine/numbers-plan.ts';

/** All of them null where nothing was measured. */
export function summaries({ numbers }: RunSample): Readonly<Record<string, unknown>> {
  return {
    http_metric_summary: numbers === undefined || numbers.protocols.withoutHttp === true ? null : http(numbers),
    checks_metric_summary: numbers === undefined || numbers.checks.length === 0 ? null : checks(numbers),
    thresholds_summary: numbers === undefined || numbers.thresholds.length === 0 ? null : thresholds(numbers),
    ws_metric_summary: numbers?.protocols.webSocket === undefined ? null : webSocket(numbers.protocols.webSocket),
    grpc_metric_summary: numbers?.protocols.grpc === undefined ? null : grpc(numbers.protocols.grpc, numbers.seconds),
    browser_metric_summary: numbers?.protocols.browser === undefined ? null : browser(numbers.protocols.browser),
  };
}

/** `Passed`, `Failed` or `Error`: a word with a capital here. */
export function resultWord({ run }: RunSample): string | null {
  const { result } = run;
  if (typeof result !== 'string' || result === 'none') return null;
  return { passed: 'Passed', failed: 'Failed', error: 'Error' }[result];
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

/** One distribution, known by its 95th percentile. */
function trend(p95: number, count: number): Readonly<Record<string, number>> {
  const of = (stat: string): number => Math.round(p95 * (LATENCY[stat] ?? 1) * 100) / 100;
  return { count, max: of('max'), mean: of('avg'), min: of('min'), p95, p99: of('p(99)'), stdev: of('stdev') };
}

function grpc({ p95Ms, requests }: Planned<'grpc'>, seconds: number): Readonly<Record<string, unknown>> {
  const rps = requests / seconds;
  const duration = trend(p95Ms, requests);
  return { requests_count: requests, rps_mean: rps, rps_max: rps * 1.2, duration, duration_median: p95Ms / 2 };
}

function webSocket(plan: Planned<'webSocket'>): Readonly<Record<string, unknown>> {
  const { sessionP95Ms, connectingP95Ms, sessions, sent, received } = plan;
  return {
    msgs_sent: sent,
    msgs_received: received,
    sessions,
    connecting: trend(connectingP95Ms, sessions),
    ping: null,
    session_duration: trend(sessionP95Ms, sessions),
  };
}

function browser({
  lcp,
  inp,
  cls,
  fcp,
  ttfb,
  requests,
  failures,
}: Planned<'browser'>): Readonly<Record<string, unknown>> {
  return {
    web_vital_lcp_p75: lcp,
    web_vital_inp_p75: inp,
    web_vital_cls_p75: cls,
    web_vital_fcp_p75: fcp,
    web_vital_ttfb_p75: ttfb,
    http_request_count: requests,
    http_failure_count: failures,
  };
}

type Planned<Name extends 'grpc' | 'webSocket' | 'browser'> = NonNullable<ProtocolPlan[Name]>;

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
