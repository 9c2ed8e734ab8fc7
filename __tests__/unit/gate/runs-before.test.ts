/** The list of runs at the end of a run: it counts as it is then, and the one of before helps to ask sooner. */
import { describe, expect, it } from '@jest/globals';
import type { MetricsClient } from '../../../src/cloud/cloud.ts';
import { collectMetrics } from '../../../src/gate/collect-metrics.ts';
import { metricsBudget } from '../../../src/gate/metrics-budget.ts';
import { withFreshLists } from '../../../src/gate/remembered-metrics.ts';
import type { ComparisonInputs } from '../../../src/inputs/reports.ts';
import type { EarlierRun } from '../../../src/test-run/metrics.ts';
import { NO_METRICS, NO_NUMBERS } from '../../../src/test-run/metrics.ts';
import type { NoteTail } from '../../../src/test-run/note-tail.ts';
import type { RunMetrics } from '../../../src/test-run/run-metrics.ts';
import { aSettledRun } from '../../support/a-run.ts';
import type { ManualClock } from '../../support/manual-clock.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { scriptedCloud } from '../../support/scripted-cloud.ts';

const CHECKOUT = { metric: undefined, tags: [['name', 'checkout']] } as const;
const COMPARING: ComparisonInputs = {
  baseline: { kind: 'previous' },
  maxRegression: [
    { metric: 'p95', size: 10, unit: '%' },
    { metric: 'p99', size: 10, unit: '%', of: CHECKOUT },
  ],
};
const [RUN, SLOW, FAST] = ['7650001', '7649990', '7649980'].map((id) => aSettledRun({ id }));

function earlier(run: typeof SLOW, marks: NoteTail['marks'] = []): EarlierRun {
  const from = { branch: 'main', commit: undefined, pullRequest: undefined, workflowRun: undefined };
  return { run: run ?? aSettledRun({}), marked: false, tail: { repository: 'acme/shop', ...from, marks } };
}

/** The slow run passed as well, since its own comparison was still to come. */
const EXPECTED = [earlier(SLOW), earlier(FAST)];
const NOW = [earlier(SLOW, ['regressed']), earlier(FAST)];

interface Collecting {
  readonly found: Promise<RunMetrics | undefined>;
  readonly asked: readonly (readonly unknown[])[];
  readonly clock: ManualClock;
  readonly notices: readonly string[];
}

function collecting(earlierRuns: MetricsClient['earlierRuns']): Collecting {
  const metrics: Partial<MetricsClient> = {
    metrics: () => Promise.resolve({ ...NO_METRICS, numbers: { ...NO_NUMBERS, p95Ms: 450 } }),
    numbers: (id) => Promise.resolve({ ...NO_NUMBERS, p95Ms: id === FAST?.id ? 300 : 450 }),
    across: (_testId, ids) => Promise.resolve(new Map(ids.map((id) => [id, 50]))),
    earlierRuns,
  };
  const { cloud, asked } = scriptedCloud({ metrics });
  const notices: string[] = [];
  const clock = manualClock();
  const found = collectMetrics(
    { kind: 'settled', run: RUN ?? aSettledRun({}) },
    COMPARING,
    {
      cloud: { ...cloud, metrics: withFreshLists(cloud.metrics, cloud.metrics) },
      clock,
      budget: metricsBudget(clock),
      onNotice: (sentence) => notices.push(sentence),
      detail: 'all',
      expected: EXPECTED,
    },
    new AbortController().signal,
  );
  return { found, asked, clock, notices };
}

const settle = (): Promise<unknown> => new Promise((later) => setImmediate(later));

describe('the runs before a run', () => {
  it('count as they are when it has ended: one that was marked meanwhile is no baseline', async () => {
    const { found, notices } = collecting(() => Promise.resolve(NOW));
    expect((await found)?.baseline?.runId).toBe(FAST?.id);
    expect((await found)?.regressions).toHaveLength(1);
    expect(notices).toEqual([]);
  });

  it('are those of before where they cannot be read any more, and that is said', async () => {
    const { found, notices } = collecting((_run, { onFailure }) => {
      onFailure('GET /x: 503.');
      return Promise.resolve([]);
    });
    expect((await found)?.baseline?.runId).toBe(SLOW?.id);
    expect(notices).toEqual(['Some numbers of run 7650001 are n/a: GET /x: 503.']);
  });

  it('are waited for no longer than 12 s, so that those of before can be used', async () => {
    const { found, clock, notices } = collecting(() => new Promise(() => undefined));
    await settle();
    clock.advance(12_000);
    expect((await found)?.baseline?.runId).toBe(SLOW?.id);
    expect(notices).toEqual(['Some numbers of run 7650001 are n/a: the list of runs was not read in time']);
  });

  it('keep nothing waiting where they are as they were: all that follows was asked for meanwhile, once', async () => {
    let answer: (list: readonly EarlierRun[]) => void = () => undefined;
    const { found, asked } = collecting(() => new Promise((resolve) => (answer = resolve)));
    await settle();
    const before = asked.map(([question]) => question);
    expect(before).toEqual(expect.arrayContaining(['numbers', 'across', 'endpoints']));
    answer(EXPECTED);
    await found;
    expect(asked.map(([question]) => question).slice(before.length)).toEqual(['latencies']); // was asked early as well
  });
});
