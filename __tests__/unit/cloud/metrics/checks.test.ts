/** The checks of a run: two sources, one entry for each name, and no count that is not known. */
import { describe, expect, it } from '@jest/globals';
import { checksOf } from '../../../../src/cloud/metrics/checks.ts';
import { bestEffortGet } from '../../../../src/cloud/http/best-effort.ts';
import type { Scripted } from '../../../support/scripted-http.ts';
import type { Rule } from '../../../support/scripted-metrics.ts';
import { anAsking } from '../../../support/an-asking.ts';
import { pathsOf, rulePorts } from '../../../support/scripted-metrics.ts';

const [V4, V3] = [/\/v4\//u, /\/v3\//u];
const [V4_PATH, V3_PATH] = [
  '/loadtests/v4/test_runs(7)/checks?$select=name,metric_summary',
  '/loadtests/v3/checks?test_run_id=7',
];

async function asked(...rules: readonly Rule[]) {
  const [ports, asking] = [rulePorts(...rules), anAsking()];
  const checks = await checksOf(bestEffortGet(ports), '7', asking);
  return { checks, paths: pathsOf(ports), misses: asking.failures };
}
const v4 = (...value: readonly object[]): Rule => [V4, { json: { value } }];
const v3 = (...checks: readonly object[]): Rule => [V3, { json: { 'k6-checks': checks } }];
const newer = (name: string, passes: unknown, fails: unknown): object => ({
  name,
  metric_summary: { success_count: passes, fail_count: fails },
});
const older = (name: string, passes: unknown, all: unknown): object => ({
  name,
  success_count: passes,
  total_count: all,
});

describe('the checks of a run', () => {
  it('are those of the newer source', async () => {
    const { checks, paths, misses } = await asked(v4(newer('up', 3, 1), newer('is 200', '9', 0), newer('never', 0, 0)));
    expect(checks).toEqual([
      { name: 'up', passes: 3, fails: 1 },
      { name: 'is 200', passes: 9, fails: 0 },
      { name: 'never', passes: 0, fails: 0 },
    ]);
    expect([paths, misses]).toEqual([[V4_PATH], []]);
  });

  it('are none, and asked for no further, where the newer source has none', async () => {
    expect(await asked(v4())).toEqual({ checks: [], paths: [V4_PATH], misses: [] });
  });

  it('are those of the older source where the newer one is gone, in silence', async () => {
    const { checks, paths, misses } = await asked(v3(older('up', 3, 4), older('all', 4, 4), older('none', 0, 4)));
    expect(checks).toEqual([
      { name: 'up', passes: 3, fails: 1 },
      { name: 'all', passes: 4, fails: 0 },
      { name: 'none', passes: 0, fails: 4 },
    ]);
    expect([paths, misses]).toEqual([[V4_PATH, V3_PATH], []]);
  });

  it('are unknown where neither answers, with a word on the second', async () => {
    expect(await asked()).toEqual({
      checks: undefined,
      paths: [V4_PATH, V3_PATH],
      misses: ['GET /loadtests/v3/checks: not-found.'],
    });
  });

  it('of one name in several places are one', async () => {
    const { checks } = await asked(v4(newer('up', 90, 10), newer('down', 1, 2), newer('up', 9, 1)));
    expect(checks).toEqual([
      { name: 'up', passes: 99, fails: 11 },
      { name: 'down', passes: 1, fails: 2 },
    ]);
  });

  it.each<readonly [string, Rule]>([
    ['no counts at all', v4({ name: 'x' }, newer('up', 1, 0))],
    ['counts that are null', v4({ name: 'x', metric_summary: null }, newer('up', 1, 0))],
    ['no passes', v4(newer('x', undefined, 1), newer('up', 1, 0))],
    ['no failures', v4(newer('x', 1, null), newer('up', 1, 0))],
    ['passes below 0', v4(newer('x', -1, 1), newer('up', 1, 0))],
    ['no passes in the older source', v3(older('x', undefined, 1), older('up', 1, 1))],
    ['no total in the older source', v3(older('x', 1, undefined), older('up', 1, 1))],
    ['more passes than there were', v3(older('x', 2, 1), older('up', 1, 1))],
    ['sums past all numbers', v4(newer('x', 1e308, 1), newer('x', 1e308, 1), newer('up', 1, 0))],
    ['passes and failures past all numbers', v4(newer('x', 1e308, 1e308), newer('up', 1, 0))],
    ['no name', v4(newer('', 1, 1), newer('up', 1, 0))],
  ])('leave out one with %s', async (_, rule) => {
    expect((await asked(rule)).checks).toEqual([{ name: 'up', passes: 1, fails: 0 }]);
  });

  it.each<readonly [string, Rule]>([
    ['in the newer source', v4(newer('up', 1, 0), newer('up', undefined, 4), newer('up', 4, undefined))],
    ['in the older source', v3(older('up', 1, 1), older('up', undefined, 4), older('up', 4, undefined))],
  ])('count the places of a name whose counts are known, %s', async (_, rule) => {
    expect((await asked(rule)).checks).toEqual([{ name: 'up', passes: 1, fails: 0 }]);
  });

  it.each<readonly [string, (checks: readonly object[]) => Scripted, RegExp]>([
    ['newer', (value) => ({ json: { value } }), V4],
    ['older', (checks) => ({ json: { 'k6-checks': checks } }), V3],
  ])('are five hundred at most from the %s source', async (_, answer, path) => {
    const many = Array.from({ length: 501 }, (_unused, place) => {
      return { ...newer(`check ${place}`, 1, 0), success_count: 1, total_count: 1 };
    });
    expect((await asked([path, answer(many)])).checks).toHaveLength(500);
  });
});
