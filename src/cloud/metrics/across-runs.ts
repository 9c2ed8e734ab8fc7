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
  /** Runs that have 0 of a counter if they have no series of it, and another run of the same response has one. */
  readonly zeroFor?: readonly string[];
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
    across: async (testId, runIds, { number, of, zeroFor = [] }, asking) => {
      const [usual, method] = NUMBERS[number].query;
      const metric = `${of?.metric ?? usual}${selectorOf(of?.tags ?? [])}`;
      const { values, isSilent } = await seriesByRun(ask, { testId, runIds, metric, method }, asking);
      const zeros = zeroFor.filter(isSilent).map((runId) => [runId, 0] as const);
      const found = new Map([...values, ...zeros]);
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
  query: RunsQuery,
  asking: BestEffortOptions,
): Promise<ReadonlyMap<string, number>> {
  return (await seriesByRun(ask, query, asking)).values;
}

interface RunSeries {
  readonly values: ReadonlyMap<string, number>;
  /** Whether a run has no series although another has a value: it is known that it has no sample. */
  readonly isSilent: (runId: string) => boolean;
}

async function seriesByRun(
  ask: BestEffortGet,
  { testId, runIds, metric, method }: RunsQuery,
  asking: BestEffortOptions,
): Promise<RunSeries> {
  const values = new Map<string, number>();
  if (runIds.length === 0 || !SAFE.test(metric) || !SAFE.test(method)) return { values, isSilent: () => false };
  const call = `query='${grouped(method)}',metric='${metric}',test_run_ids=[${runIds.join(',')}]`;
  const path = `/cloud/v5/load_tests/${testId}/query_aggregate_k6(${call})`;
  const series = (await ask(path, QueryAnswer, asking))?.data.result ?? [];
  for (const { metric: labels, values: points } of series) {
    const [value, runId] = [points.at(-1)?.value, labels?.test_run_id];
    if (value !== undefined && runId !== undefined && runIds.includes(runId)) values.set(runId, value);
  }
  // A series of no run may be of any.
  const runsOf = new Set(series.map(({ metric: labels }) => labels?.test_run_id));
  const isTold = values.size > 0 && !runsOf.has(undefined);
  return { values, isSilent: (runId) => isTold && !runsOf.has(runId) };
}

/** `{name="checkout",status="200"}` */
function selectorOf(tags: Selector['tags']): string {
  return tags.length === 0 ? '' : `{${tags.map(([name, value]) => `${name}="${value}"`).join(',')}}`;
}

/** One line for each run. */
function grouped(method: string): string {
  return method.includes(' by (') ? method : `${method} by (test_run_id)`;
}
