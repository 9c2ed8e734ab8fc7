/** The course of a run: its numbers over time, as many points as a chart shows well. */
import type { Series } from '../../test-run/metrics.ts';
import type { NumberName } from '../../test-run/number-table.ts';
import { NUMBERS, possibleValue } from '../../test-run/number-table.ts';
import type { RunFacts } from '../../test-run/test-run.ts';
import type { BestEffortGet, BestEffortOptions } from '../http/best-effort.ts';
import { queryPath } from './query.ts';
import { QueryAnswer } from './schemas.ts';

/** The highest point of the virtual users over time: the same query, so that it is not asked twice. */
export function peakOf({ vus }: Series): number | undefined {
  return vus.length === 0 ? undefined : Math.max(...vus.map(({ value }) => value));
}

/** As many points as a chart of the summary's width shows well. */
const POINTS = 60;
const SHORTEST_STEP_SECONDS = 1;

/** One query for each number of the charts; what cannot be read is empty. */
export async function seriesOf(ask: BestEffortGet, run: RunFacts, asking: BestEffortOptions): Promise<Series> {
  const reportedMs = run.startedMs === undefined || run.endedMs === undefined ? undefined : run.endedMs - run.startedMs;
  const lengthMs = run.executedMs ?? reportedMs ?? run.plannedMs;
  const step = Math.max(SHORTEST_STEP_SECONDS, Math.ceil((lengthMs ?? 0) / 1000 / POINTS));
  const series = async (name: NumberName): Promise<Series['vus']> =>
    points(
      await ask(queryPath(run.id, 'query_range_k6', NUMBERS[name].query, `,step=${step}`), QueryAnswer, asking),
    ).filter(({ value }) => possibleValue(name, value) !== undefined);
  const [p95Ms, rps, errorRate, vus] = await Promise.all([
    series('p95Ms'),
    series('rps'),
    series('errorRate'),
    series('peakVus'),
  ]);
  return { p95Ms, rps, errorRate, vus };
}

/** Past this no calendar goes: such an instant is nonsense, and would break what formats it. */
const LATEST_S = 8e12;

function points(answer: QueryAnswer | undefined): Series['vus'] {
  return (answer?.data.result[0]?.values ?? [])
    .flatMap(({ at, value }) =>
      at === undefined || value === undefined || Math.abs(at) > LATEST_S ? [] : [{ atMs: at * 1000, value }],
    )
    .sort((a, b) => a.atMs - b.atMs);
}
