/** Numbers over time: parts of a run that add up to the whole. */
import type { RunNumbers, Sample } from './run-numbers.ts';

/** A part, and when it began (epoch ms). */
export interface Part extends Sample {
  readonly atMs: number;
}

/**
 * The run in parts of `stepS` seconds, the last one shorter. Counts add up to those of the run, and latency weighted by
 * requests is the latency of the run; both up to rounding.
 */
export function parts(numbers: RunNumbers, stepS: number): readonly Part[] {
  const { runId, seconds, startMs } = numbers;
  const count = Math.max(1, Math.ceil(seconds / stepS - 1e-9));
  const shares = Array.from({ length: count }, (_, index) => {
    const long = Math.min(stepS, seconds - index * stepS);
    const at = (index * stepS + long / 2) / seconds;
    return { at, long, load: load(at) * long, slowness: slowness(runId, at) };
  });
  const whole = shares.reduce((sum, { load: part }) => sum + part, 0);
  const mean = shares.reduce((sum, { load: part, slowness: slow }) => sum + part * slow, 0) / whole;
  return shares.map(({ at, long, load: part, slowness: slow }, index) => ({
    ...scaled(numbers, part / whole),
    atMs: startMs + index * stepS * 1000,
    seconds: long,
    p95Ms: (numbers.p95Ms * slow) / mean,
    vus: Math.round(numbers.vus * load(at)),
  }));
}

/** Parts as one: those of a window. */
export function merged(some: readonly Part[]): Sample | undefined {
  const [first] = some;
  if (first === undefined) return undefined;
  const sum = (pick: (part: Part) => number): number => some.reduce((total, part) => total + pick(part), 0);
  const requests = sum((part) => part.requests);
  return {
    seconds: sum((part) => part.seconds),
    requests,
    failures: sum((part) => part.failures),
    p95Ms: sum((part) => part.p95Ms * part.requests) / requests,
    vus: Math.max(...some.map((part) => part.vus)),
    iterations: sum((part) => part.iterations),
    trends: first.trends,
    custom: first.custom,
    protocols: first.protocols,
    endpoints: first.endpoints.map((endpoint, index) => ({
      ...endpoint,
      requests: sum((part) => part.endpoints[index]?.requests ?? 0),
      failures: sum((part) => part.endpoints[index]?.failures ?? 0),
    })),
    ...(first.droppedIterations === undefined ? {} : { droppedIterations: sum((part) => part.droppedIterations ?? 0) }),
    ...(first.generatorCpu === undefined ? {} : { generatorCpu: first.generatorCpu }),
    checks: first.checks.map(({ name }, index) => ({
      name,
      passed: sum((part) => part.checks[index]?.passed ?? 0),
      failed: sum((part) => part.checks[index]?.failed ?? 0),
    })),
  };
}

function scaled(whole: Sample, share: number): Sample {
  return {
    ...whole,
    requests: whole.requests * share,
    failures: whole.failures * share,
    iterations: whole.iterations * share,
    ...(whole.droppedIterations === undefined ? {} : { droppedIterations: whole.droppedIterations * share }),
    checks: whole.checks.map(({ name, passed, failed }) => ({ name, passed: passed * share, failed: failed * share })),
    endpoints: whole.endpoints.map(({ requests, failures, ...endpoint }) => ({
      ...endpoint,
      requests: requests * share,
      failures: failures * share,
    })),
  };
}

/** Users ramp up for a fifth of the run and down at its end; `at` is 0..1. */
function load(at: number): number {
  return Math.max(0.02, Math.min(1, at / 0.2, (1 - at) / 0.05));
}

/** Slower as the run goes on, with a little unrest that is the same for the same run. */
function slowness(runId: number, at: number): number {
  const unrest = Math.sin(runId * 12.9898 + Math.floor(at * 60) * 78.233) * 0.06;
  return 0.7 + 0.6 * at * at + unrest;
}
