/** The metrics of a run: few numbers that fit how it ends, without randomness, so that every source agrees. */
import type { EmulatedTest } from './cloud-model.ts';
import type { ThresholdPlan, TrendPlan } from './numbers-plan.ts';
import type { RunView } from './run-view.ts';
import { LATENCY, crosses, fitted, metricName, thresholdValue } from './fit-numbers.ts';

/** What was measured in a stretch of time. Latencies are of `http_req_duration`, in ms; see `LATENCY` for the others. */
export interface Sample {
  readonly seconds: number;
  readonly requests: number;
  readonly failures: number;
  readonly p95Ms: number;
  /** Peak of virtual users. */
  readonly vus: number;
  readonly iterations: number;
  /** One for each check, in the order of the test. */
  readonly checks: readonly CheckCount[];
  readonly trends: readonly TrendPlan[];
}

/** How often one check held and did not. */
export interface CheckCount {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
}

/** A threshold that was evaluated. */
export interface EvaluatedThreshold extends ThresholdPlan {
  readonly calculated: number;
  readonly crossed: boolean;
}

/** All of a run. */
export interface RunNumbers extends Sample {
  readonly runId: number;
  /** Epoch ms, as the run shows it. */
  readonly startMs: number;
  readonly endMs: number;
  readonly thresholds: readonly EvaluatedThreshold[];
}

/** The metrics so far; `undefined` for a run that has not begun to run. */
export function numbersOf(run: RunView, test: EmulatedTest, nowMs: number): RunNumbers | undefined {
  const { startedMs } = run;
  if (startedMs === undefined) return undefined;
  const endMs = Math.max(run.endedMs ?? nowMs, startedMs + 1000);
  const seconds = (endMs - startedMs) / 1000;
  const failing = fails(run);
  const base = fitted(test.thresholds, run.scenario, failing);
  const requests = Math.max(1, Math.round(base.rps * seconds));
  const share = base.errorRate * requests;
  const failures = Math.min(requests, failing ? Math.ceil(share) : Math.floor(share));
  const sample: Sample = {
    seconds,
    requests,
    failures,
    p95Ms: base.p95Ms,
    vus: run.scenario.vus,
    iterations: Math.ceil(requests / 2),
    checks: checkCounts(test.checks, requests, base.checksRate, failing),
    trends: base.trends,
  };
  return {
    ...sample,
    runId: run.id,
    startMs: startedMs,
    endMs,
    thresholds: test.thresholds.map((plan) => evaluated(plan, sample, failing)),
  };
}

/** The latency of a stretch by the statistic's name: `p(95)`, `avg`, …; `undefined` for one that does not exist. */
export function latencyMs({ p95Ms }: Sample, stat: string): number | undefined {
  const ratio = LATENCY[stat];
  return ratio === undefined ? undefined : rounded(p95Ms * ratio);
}

/** All checks together. */
export function allChecks({ checks }: Sample): { readonly passed: number; readonly failed: number } {
  const sum = (pick: (check: CheckCount) => number): number => checks.reduce((total, check) => total + pick(check), 0);
  return { passed: sum((check) => check.passed), failed: sum((check) => check.failed) };
}

/** Two digits after the point are more than any client shows. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** By its result, or, while it has none, by the one its scenario has for it. */
function fails({ result, scenario }: RunView): boolean {
  return (result === 'none' ? scenario.stages.at(-1)?.result : result) === 'failed';
}

/** The first check takes all the failures it can hold: a table of checks has something to show first. */
function checkCounts(names: readonly string[], each: number, rate: number, failing: boolean): readonly CheckCount[] {
  const missed = (1 - rate) * each * names.length;
  let left = failing ? Math.ceil(missed) : Math.floor(missed);
  return names.map((name) => {
    const failed = Math.min(left, each);
    left -= failed;
    return { name, passed: each - failed, failed };
  });
}

function evaluated(plan: ThresholdPlan, sample: Sample, failing: boolean): EvaluatedThreshold {
  const { passed, failed } = allChecks(sample);
  const calculated =
    {
      http_req_duration: latencyMs(sample, plan.stat),
      http_req_failed: sample.failures / sample.requests,
      http_reqs: plan.stat === 'count' ? sample.requests : sample.requests / sample.seconds,
      checks: passed + failed === 0 ? undefined : passed / (passed + failed),
    }[metricName(plan)] ?? thresholdValue(plan, failing);
  return { ...plan, calculated, crossed: crosses(plan, calculated) };
}
