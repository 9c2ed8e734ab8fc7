/** The values of rules about a part of the test: what is asked for them, what is usual, and why a value is missing. */
import { describe, expect, it } from '@jest/globals';
import type { MetricsClient } from '../../../src/cloud/cloud.ts';
import { selectedValues } from '../../../src/gate/selected-values.ts';
import type { SelectedValues } from '../../../src/test-run/baseline.ts';
import type { RegressionRule } from '../../../src/test-run/regression-rule.ts';
import { aSettledRun } from '../../support/a-run.ts';
import { anAsking } from '../../support/an-asking.ts';
import { scriptedCloud } from '../../support/scripted-cloud.ts';

const CHECKOUT: RegressionRule = {
  metric: 'p95',
  size: 10,
  unit: '%',
  of: { metric: undefined, tags: [['name', 'checkout']] },
};
/** `rate(orders)=10%`: of a rate, or of a counter. */
const ORDERS: RegressionRule = {
  metric: 'error-rate',
  rate: 'more',
  size: 10,
  unit: '%',
  of: { metric: 'orders', tags: [] },
};
const RUN = '7650001';

interface Given {
  readonly rules?: readonly RegressionRule[];
  readonly ids?: readonly string[];
  /** By the number that is asked for. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The numbers that cannot be read. */
  readonly failing?: readonly string[];
  /** The numbers that are refused, as of a metric of another kind. */
  readonly refused?: readonly string[];
  readonly run?: Parameters<typeof aSettledRun>[0];
  readonly testId?: string | undefined;
}

interface Seen {
  readonly found: Readonly<Record<string, SelectedValues>>;
  readonly asked: readonly unknown[];
  readonly failures: readonly string[];
}

async function selected(given: Given): Promise<Seen> {
  const { rules = [CHECKOUT], ids = ['7649990'], values = {}, failing = [], refused = [] } = given;
  const across: MetricsClient['across'] = (_testId, _runIds, { number }, { onFailure }) => {
    if (failing.includes(number)) onFailure(`${number}: 503.`, 'unavailable');
    if (refused.includes(number)) onFailure(`${number}: 400.`, 'rejected');
    return Promise.resolve(new Map(Object.entries(values[number] ?? {})));
  };
  const { cloud, asked } = scriptedCloud({ metrics: { across } });
  const asking = anAsking();
  const run = aSettledRun({ ...given.run, ...('testId' in given ? { testId: given.testId } : {}) });
  const comparing = { baseline: { kind: 'previous' }, maxRegression: rules } as const;
  const found = await selectedValues(ids, { run, comparing, cloud }, asking);
  return { found: Object.fromEntries(found), asked, failures: asking.failures };
}

describe('the values of a rule with a selector', () => {
  it('are asked in one request, the run and its baseline together, and stand under the text of the rule', async () => {
    const { found, asked } = await selected({ values: { p95Ms: { [RUN]: 120, '7649990': 100 } } });
    expect(found).toMatchObject({ 'p95{name:checkout}=10%': { now: 120, then: 100, metric: 'p95' } });
    expect(found['p95{name:checkout}=10%']?.usual).toBeUndefined();
    expect(asked).toMatchObject([['across', '1201', [RUN, '7649990'], { number: 'p95Ms', of: CHECKOUT.of }]]);
  });

  it('are compared with the median where the baseline is several runs', async () => {
    const values = { p95Ms: { [RUN]: 120, '4': 90, '5': 100, '6': 140 } };
    const { found } = await selected({ ids: ['4', '5', '6'], values });
    expect(found['p95{name:checkout}=10%']).toMatchObject({
      now: 120,
      then: 100,
      usual: { median: 100, deviation: 10, count: 3 },
    });
  });

  it('have nothing to be compared with where too few of several runs have a value', async () => {
    const { found } = await selected({ ids: ['4', '5', '6'], values: { p95Ms: { [RUN]: 120, '4': 90, '6': 140 } } });
    expect(found['p95{name:checkout}=10%']).toMatchObject({
      now: 120,
      then: undefined,
      usual: undefined,
      lack: 'no sample of the baseline has {name:checkout}',
    });
  });

  it('are those of each such rule, and a rule about the whole test needs none', async () => {
    const whole: RegressionRule = { metric: 'p99', size: 5, unit: '%' };
    const { found, asked } = await selected({ rules: [whole, CHECKOUT, ORDERS] });
    expect(Object.keys(found)).toEqual(['p95{name:checkout}=10%', 'rate(orders)=10%']);
    expect(asked).toHaveLength(3);
  });

  it('are none where the test of the run is not known', async () => {
    expect(await selected({ testId: undefined })).toEqual({ found: {}, asked: [], failures: [] });
  });
});

describe('a value that is missing', () => {
  const tagged = { metric: undefined, tags: [['name', 'checkout']] } as const;
  const own = { metric: 'checkout_duration', tags: [] } as const;
  const both = { metric: 'checkout_duration', tags: [['status', '200']] } as const;

  it.each<readonly [string, RegressionRule, string]>([
    ['of a tag', { ...CHECKOUT, of: tagged }, 'no sample of run 7650001 has {name:checkout}'],
    [
      'of a metric',
      { ...CHECKOUT, of: own },
      'run 7650001 has no p95 of checkout_duration: there is no such metric, or it is of another kind',
    ],
    [
      'of a metric with a tag',
      { ...CHECKOUT, of: both },
      'run 7650001 has no p95 of checkout_duration with {status:200}: there is no such metric, or it is of another kind',
    ],
    ['of a rate', ORDERS, 'run 7650001 has no rate of orders: there is no such metric, or it is of another kind'],
  ])('%s is explained', async (_, rule, lack) => {
    const { found } = await selected({ rules: [rule] });
    expect(Object.values(found).map((one) => one.lack)).toEqual([lack]);
  });

  it('of the baseline alone is said of the baseline', async () => {
    const { found } = await selected({ values: { p95Ms: { [RUN]: 120 } } });
    expect(found['p95{name:checkout}=10%']?.lack).toBe('no sample of the baseline has {name:checkout}');
  });

  it('is not called missing where it could not be read, and the failure is told', async () => {
    const { found, failures } = await selected({ failing: ['p95Ms'] });
    expect(found['p95{name:checkout}=10%']).toMatchObject({
      now: undefined,
      lack: 'a value could not be read: p95Ms: 503',
    });
    expect(failures).toEqual(['p95Ms: 503.']);
  });
});

describe('a rate in percent', () => {
  const numbersOf = (asked: readonly unknown[]): readonly unknown[] =>
    asked.map((question) => ((question as readonly unknown[])[3] as { readonly number: string }).number);

  it('is that of a rate where there is one, and no counter is asked for', async () => {
    const seen = await selected({ rules: [ORDERS], values: { errorRate: { [RUN]: 0.2, '7649990': 0.1 } } });
    expect(seen.found['rate(orders)=10%']).toMatchObject({ now: 0.2, then: 0.1, metric: 'error-rate' });
    expect(numbersOf(seen.asked)).toEqual(['errorRate']);
  });

  it('is that of a counter where there is no rate, and a failed first guess is told to nobody', async () => {
    const values = { rps: { [RUN]: 7, '7649990': 5 } };
    const seen = await selected({ rules: [ORDERS], values, failing: ['errorRate'] });
    expect(seen.found['rate(orders)=10%']).toMatchObject({ now: 7, then: 5, metric: 'rps' });
    expect(numbersOf(seen.asked)).toEqual(['errorRate', 'rps']);
    expect(seen.failures).toEqual([]);
  });

  it('does not exist where one of the two was refused and the other is empty', async () => {
    const { found, failures } = await selected({ rules: [ORDERS], refused: ['errorRate'] });
    expect(found['rate(orders)=10%']?.lack).toMatch(/^run 7650001 has no rate of orders/u);
    expect(failures).toEqual([]);
  });

  it.each<readonly [string, Pick<Given, 'failing' | 'refused'>, readonly string[]]>([
    ['the first', { failing: ['errorRate'] }, ['errorRate: 503.']],
    ['the second', { failing: ['rps'] }, ['rps: 503.']],
    [
      'the first, and the second was refused,',
      { failing: ['errorRate'], refused: ['rps'] },
      ['errorRate: 503.', 'rps: 400.'],
    ],
    ['neither of them', { failing: ['errorRate', 'rps'] }, ['errorRate: 503.', 'rps: 503.']],
    ['both, which were refused,', { refused: ['errorRate', 'rps'] }, ['errorRate: 400.', 'rps: 400.']],
  ])('may exist where %s could not be read, and what failed is told', async (_, given, told) => {
    const { found, failures } = await selected({ rules: [ORDERS], ...given });
    const lack = `a value could not be read: ${told[0]?.replace(/\.$/u, '')}`;
    expect(found['rate(orders)=10%']).toMatchObject({ now: undefined, lack });
    expect(failures).toEqual(told);
  });

  it.each<readonly [string, RegressionRule]>([
    ['in percentage points', { ...ORDERS, unit: 'pp' }],
    ['with a floor', { ...ORDERS, floor: 2 }],
  ])('can be no counter %s', async (_, rule) => {
    const { asked, failures } = await selected({ rules: [rule], failing: ['errorRate'] });
    expect(numbersOf(asked)).toEqual(['errorRate']);
    expect(failures).toEqual(['errorRate: 503.']);
  });
});

describe('a counter of which some runs have no series', () => {
  const zeroFor = async (rule: RegressionRule, run: Given['run'] = {}): Promise<unknown> => {
    const { asked } = await selected({ rules: [rule], ids: ['4', '5'], run });
    return (asked.at(-1) as readonly (readonly unknown[])[])[3];
  };
  const REQUESTS: RegressionRule = {
    metric: 'rps',
    size: 5,
    unit: '%',
    of: { metric: undefined, tags: [['name', 'checkout']] },
  };

  it.each<readonly [string, RegressionRule, readonly string[]]>([
    ['of the run and of its baseline where more is worse', ORDERS, [RUN, '4', '5']],
    ['of the run alone where less is worse', { ...ORDERS, rate: 'less' }, [RUN]],
    ['of requests, of the run alone', REQUESTS, [RUN]],
  ])('counts as 0 %s', async (_, rule, runs) => {
    expect(await zeroFor(rule)).toEqual({ number: 'rps', of: rule.of, zeroFor: runs });
  });

  it('is unknown of a run of which the service lost metrics', async () => {
    expect(await zeroFor(REQUESTS, { metrics: 'incomplete' })).toMatchObject({ zeroFor: [] });
  });

  it.each<readonly [string, RegressionRule]>([
    ['a latency', CHECKOUT],
    ['a share', { ...ORDERS, unit: 'pp' }],
  ])('is nothing that %s knows', async (_, rule) => {
    expect(await zeroFor(rule)).not.toHaveProperty('zeroFor');
  });
});
