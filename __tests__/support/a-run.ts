/** Builders of runs for tests: a sound default, and what the test says of it. */
import type { PendingRun, RunFacts, SettledRun } from '../../src/test-run/test-run.ts';

const FACTS: RunFacts = {
  id: '7650001',
  testId: '1201',
  seen: true,
  url: 'https://app.k6.io/runs/7650001',
  createdMs: 1_000_000,
  startedMs: 1_023_000,
  endedMs: 1_147_000,
  plannedMs: 120_000,
  executedMs: undefined,
  vus: 200,
  vuh: undefined,
  result: 'passed',
  thresholds: 'unknown',
  detail: undefined,
  statuses: {
    run: { field: 'run_status', value: 'FINISHED' },
    processing: { field: 'processing_status', value: 'FINISHED' },
    result: { field: 'result_status', value: 'PASSED' },
  },
};

/** A run that finished and passed by default. */
export function aSettledRun(overrides: Partial<SettledRun>): SettledRun {
  const result = { field: 'result_status', value: (overrides.result ?? FACTS.result).toUpperCase() };
  const words = { ...FACTS.statuses, result };
  return {
    ...FACTS,
    statuses: words,
    state: 'settled',
    ending: { kind: 'finished' },
    metrics: 'complete',
    ...overrides,
  };
}

/** A run that is running by default. */
export function aPendingRun(overrides: Partial<PendingRun>): PendingRun {
  return { ...FACTS, state: 'pending', phase: 'running', result: 'none', ...overrides };
}
