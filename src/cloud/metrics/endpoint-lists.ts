/** The endpoints of a run and of the runs that it is compared with, in two requests. Decoration: never throws. */
import type { EndpointNumbers } from '../../test-run/endpoints.ts';
import { NUMBERS } from '../../test-run/number-table.ts';
import type { RunFacts } from '../../test-run/test-run.ts';
import type { BestEffortOptions, BestEffortPorts } from '../http/best-effort.ts';
import { bestEffortGet } from '../http/best-effort.ts';
import { queryPath } from './query.ts';
import { EndpointsAnswer } from './schemas.ts';

/** The question about endpoints; empty where the run has none, or they could not be read. */
export interface EndpointsSource {
  /** @param earlierIds the runs of the baseline */
  readonly endpoints: (
    run: RunFacts,
    earlierIds: readonly string[],
    asking: BestEffortOptions,
  ) => Promise<readonly EndpointNumbers[]>;
}

/** The question over the given connection; v5 answers to the tokens of both APIs. */
export function endpointsSource(ports: BestEffortPorts): EndpointsSource {
  const ask = bestEffortGet(ports);
  const ofRun = (
    id: string,
    query: readonly [metric: string, method: string],
    asking: BestEffortOptions,
  ): Promise<EndpointsAnswer | undefined> => ask(queryPath(id, 'query_aggregate_k6', query), EndpointsAnswer, asking);
  const latencies = async (
    { id, testId }: RunFacts,
    earlierIds: readonly string[],
    counting: Promise<EndpointsAnswer | undefined>,
    asking: BestEffortOptions,
  ): Promise<EndpointsAnswer | undefined> => {
    const [metric, method] = NUMBERS.p95Ms.query;
    const runs = [id, ...earlierIds].join(',');
    const acrossRuns = `query='${method} by (test_run_id,name,method)',metric='${metric}',test_run_ids=[${runs}]`;
    const quiet = { ...asking, onFailure: () => undefined };
    const together =
      testId === undefined || earlierIds.length === 0
        ? undefined
        : await ask(`/cloud/v5/load_tests/${testId}/query_aggregate_k6(${acrossRuns})`, EndpointsAnswer, quiet);
    if (together !== undefined && together.data.result.length > 0) return together;
    // A run without endpoints has none in either response: a further request would only make the step longer.
    if (together !== undefined && (await counting)?.data.result.length === 0) return together;
    return ofRun(id, [metric, `${method} by (name,method)`], asking);
  };
  const counts = [NUMBERS.requests.query[0], 'increase by (name,method,expected_response)'] as const;
  return {
    endpoints: async (run, earlierIds, asking) => {
      const counting = ofRun(run.id, counts, asking);
      const [p95s, requests] = await Promise.all([latencies(run, earlierIds, counting, asking), counting]);
      return joined(run.id, p95s, requests);
    },
  };
}

interface Found {
  readonly name: string;
  readonly method: string | undefined;
  p95Ms: number | undefined;
  readonly earlier: number[];
  requests: number | undefined;
  failed: number;
  /** Whether the tag that tells failed requests is there. */
  isTagged: boolean;
}

/** Only what the run itself requested: an endpoint that is gone has nothing to show. */
function joined(
  runId: string,
  latencies: EndpointsAnswer | undefined,
  counts: EndpointsAnswer | undefined,
): readonly EndpointNumbers[] {
  const found = new Map<string, Found>();
  const at = ({ name, method }: Labels): Found => {
    const key = JSON.stringify([method, name]);
    const known = found.get(key) ?? {
      name,
      method,
      p95Ms: undefined,
      earlier: [],
      requests: undefined,
      failed: 0,
      isTagged: true,
    };
    found.set(key, known);
    return known;
  };
  for (const { metric, values } of latencies?.data.result ?? []) {
    const value = values.at(-1)?.value;
    if (value === undefined || value < 0) continue;
    const endpoint = at(metric);
    if ((metric.test_run_id ?? runId) === runId) endpoint.p95Ms = value;
    else endpoint.earlier.push(value);
  }
  for (const { metric, values } of counts?.data.result ?? []) {
    const value = values.at(-1)?.value;
    if (value === undefined || value < 0) continue;
    const endpoint = at(metric);
    endpoint.requests = (endpoint.requests ?? 0) + value;
    endpoint.isTagged &&= metric.expected_response !== undefined;
    if (metric.expected_response === 'false') endpoint.failed += value;
  }
  return [...found.values()]
    .filter(({ p95Ms, requests }) => p95Ms !== undefined || (requests ?? 0) > 0)
    .map(({ name, method, p95Ms, earlier, requests, failed, isTagged }) => {
      const isCounted = requests !== undefined && requests > 0 && isTagged;
      const errorRate = isCounted ? failed / requests : undefined;
      return { name, method, p95Ms, earlierP95Ms: earlier, errorRate, requests };
    });
}

type Labels = EndpointsAnswer['data']['result'][number]['metric'];
