/** The form of a query of v5 about one run, and the value of its answer. */
import type { NumberRow } from '../../test-run/number-table.ts';
import type { QueryAnswer } from './schemas.ts';

/** The path of a query. The functions are a part of it; their brackets, quotes and commas must stay as they are. */
export function queryPath(runId: string, name: string, [metric, method]: NumberRow['query'], more = ''): string {
  return `/cloud/v5/test_runs/${runId}/${name}(query='${method}',metric='${metric}'${more})`;
}

/** An empty result means that there is no data, not 0. */
export function firstValue(answer: QueryAnswer | undefined): number | undefined {
  return answer?.data.result[0]?.values.at(-1)?.value;
}
