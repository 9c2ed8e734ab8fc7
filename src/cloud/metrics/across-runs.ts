/** One metric of several runs of a test in one request. Decoration: never throws. */
import type { Numbers } from '../../test-run/metrics.ts';
import type { Selector } from '../../test-run/selector.ts';
import type { BestEffortGet, BestEffortOptions, BestEffortPorts } from '../http/best-effort.ts';
import { bestEffortGet } from '../http/best-effort.ts';
import { NUMBERS, possibleValue } from '../../test-run/number-table.ts';
import { QueryAnswer } from './schemas.ts';

/** A number, of the whole test or of a part of it. */
interface NumberQuery {
  readonly number: keyof Numbers;
  /** Another metric of the same kind, or samples with these tags. */
  readonly of?: Selector | undefined;
}

/** The question about a metric of several runs; the run ids lead to the values, runs without one are absent. */
export interface AcrossRuns {
  readonly across: (
    testId: string,
    runIds: readonly string[],
    query: NumberQuery,
    asking: BestEffortOptions,
  ) => Promise<ReadonlyMap<string, number>>;
}

/** The characters that a query is made of; a single quote would end it. */
const SAFE = /^[\w.(){}=~!"<>|, /:*+-]*$/u;

/** The question over the given connection; v5 answers to the tokens of both APIs. */
export function acrossRuns(ports: BestEffortPorts): AcrossRuns {
  const ask = bestEffortGet(ports);
  return {
    across: async (testId, runIds, { number, of }, asking) => {
      const [usual, method] = NUMBERS[number].query;
      const metric = `${of?.metric ?? usual}${selectorOf(of?.tags ?? [])}`;
      const found = await valuesByRun(ask, { testId, runIds, metric, method }, asking);
      // What a metric of the script counts may be below zero.
      if (of?.metric !== undefined) return found;
      return new Map([...found].filter(([, value]) => possibleValue(number, value) !== undefined));
    },
  };
}

/** One query of v5 over several runs of a test. */
interface RunsQuery {
  readonly testId: string;
  readonly runIds: readonly string[];
  readonly metric: string;
  readonly method: string;
}

/** The value of each run that has one. */
export async function valuesByRun(
  ask: BestEffortGet,
  { testId, runIds, metric, method }: RunsQuery,
  asking: BestEffortOptions,
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  if (runIds.length === 0 || !SAFE.test(metric) || !SAFE.test(method)) return found;
  const call = `query='${grouped(method)}',metric='${metric}',test_run_ids=[${runIds.join(',')}]`;
  const path = `/cloud/v5/load_tests/${testId}/query_aggregate_k6(${call})`;
  for (const { metric: labels, values } of (await ask(path, QueryAnswer, asking))?.data.result ?? []) {
    const [value, runId] = [values.at(-1)?.value, labels?.test_run_id];
    if (value !== undefined && runId !== undefined && runIds.includes(runId)) found.set(runId, value);
  }
  return found;
}

/** `{name="checkout",status="200"}` */
function selectorOf(tags: Selector['tags']): string {
  return tags.length === 0 ? '' : `{${tags.map(([name, value]) => `${name}="${value}"`).join(',')}}`;
}

/** One line for each run. */
function grouped(method: string): string {
  return method.includes(' by (') ? method : `${method} by (test_run_id)`;
}
