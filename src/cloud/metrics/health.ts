/** The health of a run's load generators: two small questions, in silence where they are not answered. */
import type { GeneratorHealth } from '../../test-run/soundness.ts';
import type { BestEffortOptions, BestEffortPorts } from '../http/best-effort.ts';
import { bestEffortGet } from '../http/best-effort.ts';
import { firstValue, queryPath } from './query.ts';
import { QueryAnswer } from './schemas.ts';

/** The question about the load generators of a run. */
export interface HealthSource {
  readonly health: (runId: string, asking: BestEffortOptions) => Promise<GeneratorHealth>;
}

/** Metric and query of each; a run has the first metric only if it dropped iterations. */
const QUERIES = {
  droppedIterations: ['dropped_iterations', 'increase'],
  cpuPercent: ['load_generator_cpu_percent', 'max(max by (instance_id))'],
} as const;

/** The question over the given connection; v5 answers to the tokens of both APIs. */
export function generatorHealth(ports: BestEffortPorts): HealthSource {
  const ask = bestEffortGet(ports);
  return {
    health: async (runId, asking) => {
      const quiet = { ...asking, onFailure: () => undefined }; // a run without these metrics is an ordinary one
      const value = async (query: readonly [string, string]): Promise<number | undefined> => {
        const path = queryPath(runId, 'query_aggregate_k6', query);
        const read = firstValue(await ask(path, QueryAnswer, quiet));
        return read === undefined || read < 0 ? undefined : read;
      };
      const [droppedIterations, cpuPercent] = await Promise.all([
        value(QUERIES.droppedIterations),
        value(QUERIES.cpuPercent),
      ]);
      return { droppedIterations, cpuPercent };
    },
  };
}
