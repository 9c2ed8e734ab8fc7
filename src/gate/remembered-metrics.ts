/** Remembers what was read of the runs before a run, so that what is read while it goes on is not read again at its end. */
import type { MetricsClient } from '../cloud/cloud.ts';
import type { BestEffortOptions } from '../cloud/http/best-effort.ts';
import { abortable } from '../clock.ts';

/**
 * The client of one run with a memory. It covers what the run cannot change: the name of its test, and everything about
 * the runs before it; of an ended run also its endpoints. A question that is still open is waited for. One that failed is asked once more, and only the
 * second failure counts.
 */
export function rememberedMetrics(client: MetricsClient): MetricsClient {
  const names = memory<Awaited<ReturnType<MetricsClient['testName']>>>();
  const lists = memory<Awaited<ReturnType<MetricsClient['earlierRuns']>>>();
  const runs = memory<Awaited<ReturnType<MetricsClient['namedRun']>>>();
  const numbers = memory<Awaited<ReturnType<MetricsClient['numbers']>>>();
  const values = memory<ReadonlyMap<string, number>>();
  const endpoints = memory<Awaited<ReturnType<MetricsClient['endpoints']>>>();
  return {
    ...client,
    testName: (testId, asking) => names(testId, asking, (own) => client.testName(testId, own)),
    earlierRuns: (run, asking) => lists(`earlier ${run.id}`, asking, (own) => client.earlierRuns(run, own)),
    markedRuns: (run, asking) => lists(`marked ${run.id}`, asking, (own) => client.markedRuns(run, own)),
    namedRun: (runId, asking) => runs(runId, asking, (own) => client.namedRun(runId, own)),
    numbers: (runId, asking) => numbers(runId, asking, (own) => client.numbers(runId, own)),
    latencies: (testId, runIds, asking) =>
      values([testId, ...runIds].join(), asking, (own) => client.latencies(testId, runIds, own)),
    across: (testId, runIds, query, asking) =>
      values(JSON.stringify([testId, runIds, query]), asking, (own) => client.across(testId, runIds, query, own)),
    endpoints: (run, earlierIds, asking) =>
      endpoints([run.id, ...earlierIds].join(), asking, (own) => client.endpoints(run, earlierIds, own)),
  };
}

/**
 * What was remembered, but for the lists: the note of a run in them may have got a mark meanwhile, and a newer run may
 * have passed. They are asked for once more, and then remembered.
 */
export function withFreshLists(
  remembered: MetricsClient,
  { earlierRuns, markedRuns }: Pick<MetricsClient, 'earlierRuns' | 'markedRuns'>,
): MetricsClient {
  return rememberedMetrics({ ...remembered, earlierRuns, markedRuns });
}

/** Answers to one kind of question, by what was asked. */
type Memory<T> = (key: string, asking: BestEffortOptions, ask: (own: BestEffortOptions) => Promise<T>) => Promise<T>;

function memory<T>(): Memory<T> {
  const answers = new Map<string, Promise<{ readonly value: T } | undefined>>();
  return async (key, asking, ask) => {
    const earlier = answers.get(key);
    const known = earlier === undefined ? undefined : await abortable(asking.signal, earlier);
    if (known !== undefined) return known.value;
    const failures: Parameters<BestEffortOptions['onFailure']>[] = [];
    const asked = ask({ ...asking, onFailure: (...failure) => failures.push(failure) });
    const kept = asked.then((value) => (failures.length === 0 ? { value } : undefined));
    answers.set(
      key,
      kept.catch(() => undefined),
    );
    const value = await asked;
    for (const failure of failures) asking.onFailure(...failure);
    return value;
  };
}
