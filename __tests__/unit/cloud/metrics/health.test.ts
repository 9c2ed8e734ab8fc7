/** The load generators of a run: two questions, no value that cannot be, and silence where nothing is known. */
import { describe, expect, it } from '@jest/globals';
import { generatorHealth } from '../../../../src/cloud/metrics/health.ts';
import type { Scripted } from '../../../support/scripted-http.ts';
import { anAsking } from '../../../support/an-asking.ts';
import { pathsOf, rulePorts, seriesAnswer } from '../../../support/scripted-metrics.ts';

const [DROPPED, CPU] = [/dropped_iterations/u, /load_generator_cpu_percent/u];

describe('the health of load generators', () => {
  it('is what was dropped and how busy the busiest was, in two requests', async () => {
    const asking = anAsking();
    const ports = rulePorts([DROPPED, seriesAnswer([{}, '42'])], [CPU, seriesAnswer([{}, 91.5])]);
    expect(await generatorHealth(ports).health('7', asking)).toEqual({ droppedIterations: 42, cpuPercent: 91.5 });
    expect(pathsOf(ports)).toEqual([
      "/cloud/v5/test_runs/7/query_aggregate_k6(query='increase',metric='dropped_iterations')",
      "/cloud/v5/test_runs/7/query_aggregate_k6(query='max(max by (instance_id))',metric='load_generator_cpu_percent')",
    ]);
    expect(asking.failures).toEqual([]);
  });

  it.each<readonly [string, Scripted, number | undefined]>([
    ['0', seriesAnswer([{}, 0]), 0],
    ['less than 0', seriesAnswer([{}, -1]), undefined],
    ['no number', seriesAnswer([{}, 'NaN']), undefined],
    ['an empty result', seriesAnswer(), undefined],
    ['nonsense', { json: [1] }, undefined],
    ['a refusal', { code: 'not-found' }, undefined],
    ['a failure', { code: 'unavailable' }, undefined],
  ])('from %s is %j, in silence', async (_, answer, value) => {
    const asking = anAsking();
    const health = await generatorHealth(rulePorts([/./u, answer])).health('7', asking);
    expect(health).toEqual({ droppedIterations: value, cpuPercent: value });
    expect(asking.failures).toEqual([]);
  });

  it('is told as far as it is known', async () => {
    const ports = rulePorts([CPU, seriesAnswer([{}, 80])]);
    expect(await generatorHealth(ports).health('7', anAsking())).toEqual({
      droppedIterations: undefined,
      cpuPercent: 80,
    });
  });
});
