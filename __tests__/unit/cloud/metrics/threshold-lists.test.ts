/** The thresholds of a run from two sources: for reports in one round, for a rule of the user until a source answers. */
import { describe, expect, it } from '@jest/globals';
import { CloudError } from '../../../../src/cloud/errors.ts';
import { bestEffortGet } from '../../../../src/cloud/http/best-effort.ts';
import { readThresholds, thresholdsOf } from '../../../../src/cloud/metrics/threshold-lists.ts';
import type { Threshold } from '../../../../src/test-run/metrics.ts';
import type { Scripted, ScriptedPorts } from '../../../support/scripted-http.ts';
import { scriptedPorts } from '../../../support/scripted-http.ts';
import type { Rule } from '../../../support/scripted-metrics.ts';
import { anAsking } from '../../../support/an-asking.ts';
import { pathsOf, rulePorts } from '../../../support/scripted-metrics.ts';

const calm = new AbortController().signal;
const [V2, V4] = [/\/v2\//u, /\/v4\//u];
const V2_PATH = '/loadtests/v2/thresholds?test_run_id=7';
const V4_PATH = '/loadtests/v4/test_runs(7)/thresholds?$select=id,name,stat,tainted,calculated_value';

const ENTRY = { name: 'threshold_1', stat: 'p(95)', value: 400, calculated_value: 431.2, tainted: true };
const OLDER: Rule = [
  V2,
  {
    json: {
      'k6-metrics': [
        { name: 'of no id', contains: 'time' },
        { id: 12, name: 'http_req_duration', contains: 'time' },
        { id: 'm3', name: 'checkout' },
      ],
      'k6-thresholds': [
        { ...ENTRY, metric_id: '12' },
        { ...ENTRY, metric_id: 'm3' },
        { ...ENTRY, metric_id: 'gone' },
        ENTRY,
      ],
    },
  },
];
const NEWER: Rule = [
  V4,
  { json: { value: [{ name: 'p(95)<400', stat: 'p(95)', calculated_value: 380, tainted: false }] } },
];
const known = (metric: string | undefined, unit?: 'ms'): Threshold => ({
  metric,
  stat: 'p(95)',
  condition: 'p(95)<400',
  limit: 400,
  value: 431.2,
  valueAtEnd: undefined,
  unit,
  failed: true,
});
const FROM_OLDER = [known('http_req_duration', 'ms'), known('checkout'), known(undefined), known(undefined)];
const FROM_NEWER = [{ ...known(undefined), value: 380, failed: false }];

describe('the thresholds of a run, for reports,', () => {
  const asked = async (...rules: readonly Rule[]) => {
    const [ports, asking] = [rulePorts(...rules), anAsking()];
    const thresholds = await thresholdsOf(bestEffortGet(ports), '7', asking);
    return { thresholds, paths: pathsOf(ports), misses: asking.failures };
  };

  it('are those of v2, each with the metric that it names', async () => {
    expect(await asked(OLDER, NEWER)).toEqual({ thresholds: FROM_OLDER, paths: [V2_PATH], misses: [] });
  });

  it('are known where v2 lists no metrics', async () => {
    const { thresholds } = await asked([V2, { json: { 'k6-thresholds': [{ ...ENTRY, metric_id: 12 }] } }]);
    expect(thresholds).toEqual([known(undefined)]);
  });

  it('are those of v4 where v2 does not answer, in silence', async () => {
    expect(await asked(NEWER)).toEqual({ thresholds: FROM_NEWER, paths: [V2_PATH, V4_PATH], misses: [] });
  });

  it('are unknown where neither answers, with a word on the second', async () => {
    expect(await asked()).toEqual({
      thresholds: undefined,
      paths: [V2_PATH, V4_PATH],
      misses: ['GET /loadtests/v4/test_runs(7)/thresholds: not-found.'],
    });
  });
});

describe('the thresholds of a run, for a rule of the user,', () => {
  it('are those of v2', async () => {
    const ports = rulePorts(OLDER, NEWER);
    expect(await readThresholds(ports, '7', calm)).toEqual(FROM_OLDER);
    expect(ports.sent).toEqual([{ method: 'GET', path: V2_PATH }]);
  });

  it('are those of v2 as soon as it answers', async () => {
    const answers: Scripted[] = [{ code: 'unavailable' }, { code: 'late' }, OLDER[1]];
    const ports = scriptedPorts((_, place) => answers[place - 1] ?? { code: 'rejected' });
    expect(await readThresholds(ports, '7', calm)).toEqual(FROM_OLDER);
    expect(pathsOf(ports)).toEqual([V2_PATH, V2_PATH, V2_PATH]);
  });

  it.each<readonly [string, Scripted]>([
    ['refuses', { code: 'forbidden' }],
    ['is gone', { code: 'removed' }],
    ['is too large', { code: 'too-large' }],
  ])('are those of v4 at once where v2 %s', async (_, answer) => {
    const ports = rulePorts([V2, answer], NEWER);
    expect(await readThresholds(ports, '7', calm)).toEqual(FROM_NEWER);
    expect(ports.sent).toEqual([
      { method: 'GET', path: V2_PATH },
      { method: 'GET', path: V4_PATH },
    ]);
  });

  it('are unknown where both refuse', async () => {
    expect(await readThresholds(rulePorts(), '7', calm)).toBeUndefined();
  });

  /** When each source was asked while neither answers, ms from the first request. */
  const looks = async (outageMs: number): Promise<readonly (readonly [source: string, atMs: number])[]> => {
    const looked: [string, number][] = [];
    const ports: ScriptedPorts = scriptedPorts(({ path }) => {
      looked.push([V2.test(path) ? 'v2' : 'v4', ports.clock.now()]);
      return { code: 'unavailable' };
    });
    expect(await readThresholds({ ...ports, outageMs }, '7', calm)).toBeUndefined();
    return looked.map(([source, atMs]) => [source, atMs - (looked[0]?.[1] ?? 0)]);
  };

  it('are asked of each source for half a minute at most', async () => {
    const atMs = [0, 375, 1125, 2625, 5625, 11_625, 22_875, 30_000];
    expect(await looks(600_000)).toEqual([...atMs.map((at) => ['v2', at]), ...atMs.map((at) => ['v4', at + 30_000])]);
  });

  it('are asked of each source for no longer than an outage may last', async () => {
    expect(await looks(1200)).toEqual([
      ['v2', 0],
      ['v2', 375],
      ['v2', 1125],
      ['v2', 1200],
      ['v4', 1200],
      ['v4', 1575],
      ['v4', 2325],
      ['v4', 2400],
    ]);
  });

  it.each([
    ['an error of its own', new Error('cancelled')],
    ['an error of the cloud', new CloudError('late', { request: 'GET /run', response: 'too late' })],
  ])('end with the reason of the signal, also where it is %s', async (_, reason) => {
    const controller = new AbortController();
    const ports = scriptedPorts(() => {
      controller.abort(reason);
      return { code: 'forbidden' };
    });
    await expect(readThresholds(ports, '7', controller.signal)).rejects.toBe(reason);
    expect(pathsOf(ports)).toEqual([V2_PATH]);
  });

  it('hide no fault of our own', async () => {
    const fault = new TypeError('x');
    const ports = scriptedPorts(() => {
      throw fault;
    });
    await expect(readThresholds(ports, '7', calm)).rejects.toBe(fault);
  });
});
