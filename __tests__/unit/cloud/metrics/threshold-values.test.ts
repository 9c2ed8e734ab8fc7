/** What is taken from one entry of a list of thresholds, field by field: which value decided, by which operator, in which unit. */
import { describe, expect, it } from '@jest/globals';
import { translateThreshold } from '../../../../src/cloud/metrics/threshold.ts';
import type { Threshold } from '../../../../src/test-run/metrics.ts';

type Metric = Exclude<Parameters<typeof translateThreshold>[0], undefined>;
type Entry = Parameters<typeof translateThreshold>[1];

const BARE: Entry = {
  name: undefined,
  stat: undefined,
  value: undefined,
  calculated_value: undefined,
  tainted: false,
  calc_state: undefined,
};
const metricOf = (name: string | undefined, contains?: string): Metric => ({ id: 'm', name, contains });
const translated = (entry: Partial<Entry>, metric?: Metric): Threshold =>
  translateThreshold(metric, { ...BARE, ...entry });
const duringRun = (value: number | undefined): Entry['calc_state'] => ({ tainted_value: value });

describe('an entry of a list of thresholds', () => {
  it('is read whole from a condition with its metric', () => {
    expect(translated({ name: 'http_req_duration{name:cart}: p(95) < 400', calculated_value: 380 })).toEqual({
      metric: 'http_req_duration{name:cart}',
      stat: 'p(95)',
      condition: 'p(95)<400',
      limit: 400,
      value: 380,
      valueAtEnd: undefined,
      unit: undefined,
      failed: false,
    });
  });

  it('is read whole from fields, which count more than the condition', () => {
    const fields = { name: 'x: max<1', stat: 'p(95)', value: 400, calculated_value: 431, tainted: true };
    expect(translated(fields, metricOf('http_req_duration', 'time'))).toEqual({
      metric: 'http_req_duration',
      stat: 'p(95)',
      condition: 'max<1',
      limit: 400,
      value: 431,
      valueAtEnd: undefined,
      unit: 'ms',
      failed: true,
    });
  });

  it('has the metric of its condition where the list names none', () => {
    expect(translated({ name: 'orders: count>10' }, metricOf(undefined)).metric).toBe('orders');
  });

  it('says nothing that nothing is said of', () => {
    expect(translated({ name: 'constructor' })).toEqual({
      metric: undefined,
      stat: undefined,
      condition: 'constructor',
      limit: undefined,
      value: undefined,
      valueAtEnd: undefined,
      unit: undefined,
      failed: false,
    });
  });
});

describe('the value of a threshold', () => {
  it.each<readonly [string, Partial<Entry>, Pick<Threshold, 'value' | 'valueAtEnd'>]>([
    ['that was met is that at the end', { calculated_value: 380 }, { value: 380, valueAtEnd: undefined }],
    [
      'that was met is that at the end, whatever is said of the run',
      { calculated_value: 380, calc_state: duringRun(612) },
      { value: 380, valueAtEnd: undefined },
    ],
    [
      'that failed at the end is that at the end',
      { tainted: true, calculated_value: 650, calc_state: duringRun(612) },
      { value: 650, valueAtEnd: undefined },
    ],
    [
      'that failed during the run alone is the one that failed',
      { tainted: true, calculated_value: 380, calc_state: duringRun(612) },
      { value: 612, valueAtEnd: 380 },
    ],
    [
      'that failed is the one that failed where none is known at the end',
      { tainted: true, calc_state: duringRun(612) },
      { value: 612, valueAtEnd: undefined },
    ],
    [
      'that failed is that at the end where no other is known',
      { tainted: true, calculated_value: 650, calc_state: duringRun(undefined) },
      { value: 650, valueAtEnd: undefined },
    ],
    ['that failed without a sample is unknown', { tainted: true }, { value: undefined, valueAtEnd: undefined }],
  ])('%s', (_, entry, values) => {
    expect(translated({ name: 'p(95)<400', ...entry })).toMatchObject(values);
  });

  it.each<readonly [condition: string, atEnd: number, met: boolean]>([
    ['max<5', 4, true],
    ['max<5', 5, false],
    ['max<5', 6, false],
    ['max<=5', 4, true],
    ['max<=5', 5, true],
    ['max<=5', 6, false],
    ['min>5', 4, false],
    ['min>5', 5, false],
    ['min>5', 6, true],
    ['min>=5', 4, false],
    ['min>=5', 5, true],
    ['min>=5', 6, true],
    ['count==5', 5, true],
    ['count==5', 6, false],
    ['count===5', 5, true],
    ['count===5', 6, false],
    ['count!=5', 5, false],
    ['count!=5', 6, true],
  ])('that failed during the run shows by %s whether %d at the end met it: %s', (name, atEnd, met) => {
    const { value, valueAtEnd } = translated({
      name,
      tainted: true,
      calculated_value: atEnd,
      calc_state: duringRun(99),
    });
    expect({ value, valueAtEnd }).toEqual(
      met ? { value: 99, valueAtEnd: atEnd } : { value: atEnd, valueAtEnd: undefined },
    );
  });

  it('at the end counts as not met where the limit is not known', () => {
    const entry = { tainted: true, calculated_value: 1, calc_state: duringRun(99) };
    expect(translated({ ...entry, name: 'max<1e999' })).toMatchObject({ limit: undefined, value: 1 });
    expect(translated({ ...entry, name: 'threshold_1' })).toMatchObject({ limit: undefined, value: 1 });
  });
});

describe('the condition of a threshold with a generic name', () => {
  it.each<readonly [string, Partial<Entry>, string]>([
    ['a value over the limit fails', { tainted: true, calculated_value: 11 }, 'max<10'],
    ['a value under the limit fails', { tainted: true, calculated_value: 9 }, 'max>10'],
    ['a value over the limit passes', { calculated_value: 11 }, 'max>10'],
    ['a value under the limit passes', { calculated_value: 9 }, 'max<10'],
    ['a value on the limit fails', { tainted: true, calculated_value: 10 }, 'max, limit 10'],
    ['a value on the limit passes', { calculated_value: 10 }, 'max, limit 10'],
    ['no value is known', {}, 'max, limit 10'],
    [
      'a value over the limit failed during the run',
      { tainted: true, calculated_value: 9, calc_state: duringRun(11) },
      'max<10',
    ],
  ])('tells its operator as far as it shows, where %s', (_, entry, condition) => {
    expect(translated({ name: 'threshold_1', stat: 'max', value: 10, ...entry }).condition).toBe(condition);
  });

  it.each<readonly [Partial<Entry>, string]>([
    [{ stat: 'max' }, 'max'],
    [{}, 'threshold_1'],
    [{ value: 10 }, 'limit 10'],
    [{ value: 0, stat: 'count', calculated_value: 0 }, 'count, limit 0'],
  ])('of %j is in words', (entry, condition) => {
    expect(translated({ name: 'threshold_1', ...entry }).condition).toBe(condition);
  });
});

describe('the unit of a threshold', () => {
  it.each<readonly [contains: string | undefined, stat: string, unit: Threshold['unit']]>([
    ['time', 'p(95)', 'ms'],
    ['time', 'avg', 'ms'],
    ['time', 'count', undefined],
    ['time', 'rate', undefined],
    ['time', 'value', undefined],
    ['percent', 'rate', 'share'],
    ['percent', 'count', undefined],
    ['bytes', 'rate', undefined],
    ['default', 'max', undefined],
    [undefined, 'max', undefined],
  ])('of a metric of %j by %s is %j', (contains, stat, unit) => {
    const metric = metricOf('checkout', contains);
    expect(translated({ name: 'threshold_1', stat }, metric).unit).toBe(unit);
    expect(translated({ name: `${stat}<10` }, metric).unit).toBe(unit);
  });

  it('is not known without a metric', () => {
    expect(translated({ name: 'rate<0.1' }).unit).toBeUndefined();
    expect(translated({ name: 'p(95)<400' }).unit).toBeUndefined();
  });
});

describe('a text that is no condition', () => {
  it.each([
    'p(95)<400 or so',
    'x p(95)<400',
    'p(95)~400',
    'p(95)<',
    'p(95)<4e',
    'p(95)<.',
    '<400',
    'P(95)<400',
    'p(x)<400',
    'http req: p(95)<400',
    'min!=+3',
    'p(95)<400\n',
  ])('is shown as it is: %j', (name) => {
    expect(translated({ name })).toMatchObject({ condition: name, stat: undefined, limit: undefined });
  });
});

describe('a condition', () => {
  it.each<readonly [name: string, condition: string, limit: number]>([
    ['rate>-.5e-1', 'rate>-.5e-1', -0.05],
    ['rate >= 1.', 'rate>=1.', 1],
    ['count<1E+3', 'count<1E+3', 1000],
    ['a.b_c{x:1,y:2} :max<7', 'max<7', 7],
  ])('is read as scripts write it: %s', (name, condition, limit) => {
    expect(translated({ name })).toMatchObject({ condition, limit });
  });
});
