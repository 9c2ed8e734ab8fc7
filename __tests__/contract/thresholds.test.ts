/** Whether a threshold was evaluated, by every adapter: the list decides, from whichever of two sources answers. */
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../src/emulator/faults/faults.ts';
import { passed } from '../../src/emulator/machine/scenarios.ts';
import type { Thresholds } from '../../src/test-run/test-run.ts';
import { ADAPTERS, isJson } from './adapters.ts';
import type { StagePlan } from './stage.ts';
import { calm, stages, TEST } from './stage.ts';

const CONDITION = { metric: 'http_req_duration', stat: 'p(95)', operator: '<', limit: 400 } as const;
/** Changes every entry of a list of thresholds, in either shape. */
const each = (change: (entry: object) => unknown): Fault => ({
  kind: 'patch',
  patch: (json) => {
    if (!isJson(json)) return json;
    const [key] = ['k6-thresholds', 'value'].filter((name) => name in json);
    const list = key === undefined ? undefined : json[key];
    return key === undefined || !Array.isArray(list) ? json : { ...json, [key]: list.map(change) };
  },
});
const noSamples = each((entry) => ({ ...entry, calculated_value: null }));
const nonsense = each(() => ({ tainted: 'odd' }));

describe.each(ADAPTERS)('thresholds of $name', (adapter) => {
  const stage = stages(adapter);
  const known = async (
    plan: StagePlan,
    faults: readonly (readonly [RegExp, Fault])[] = [],
    thresholds: readonly (typeof CONDITION)[] = [CONDITION],
  ): Promise<Thresholds> => {
    const { cloud, emulator } = await stage({ tests: [{ id: TEST, thresholds }], outageMs: 2000, ...plan });
    for (const [path, fault] of faults) emulator.faults.add({ on: { path }, times: Infinity, fault });
    const { id } = emulator.cloud.seed(TEST, { scenario: passed() });
    const run = await cloud.read(String(id), calm);
    return cloud.thresholds(run, calm);
  };
  const [v2, v4] = [/\/v2\/thresholds/u, /\/v4\/.*thresholds/u];

  it.each<readonly [string, StagePlan, readonly (readonly [RegExp, Fault])[], Thresholds]>([
    ['an evaluated one', {}, [], 'some'],
    ['an evaluated one in the second source', { metrics: { gone: ['v2-thresholds'] } }, [], 'some'],
    ['an evaluated one beside options without any', { v6: { runOptions: 'no-thresholds' } }, [], 'some'],
    ['an evaluated one beside no options', { v6: { runOptions: 'null' } }, [], 'some'],
    ['one without a sample', {}, [[v2, noSamples]], 'not-evaluated'],
    [
      'one without a sample in the second source',
      { metrics: { gone: ['v2-thresholds'] } },
      [[v4, noSamples]],
      'not-evaluated',
    ],
    ['no source', { metrics: { gone: ['v2-thresholds', 'v4'] } }, [], 'unreadable'],
    [
      'no source and no options',
      { metrics: { gone: ['v2-thresholds', 'v4'] }, v6: { runOptions: 'null' } },
      [],
      'unreadable',
    ],
    ['sources that fail', {}, [[/thresholds/u, { kind: 'status', status: 503 }]], 'unreadable'],
    ['lists of nonsense', {}, [[/thresholds/u, nonsense]], 'unreadable'],
    ['nonsense in the first source alone', {}, [[v2, nonsense]], 'some'],
  ])('with %s', async (_, plan, faults, thresholds) => {
    expect(await known(plan, faults)).toBe(thresholds);
  });

  it('with an empty list of a test that has none', async () => {
    expect(await known({}, [], [])).toBe('none');
  });
});
