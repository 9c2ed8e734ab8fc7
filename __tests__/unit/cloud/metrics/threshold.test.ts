/** Entries of lists of thresholds as k6 Cloud sends them, and what is understood of each. */
import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { ThresholdsV2, ThresholdsV4 } from '../../../../src/cloud/metrics/schemas.ts';
import { translateThreshold } from '../../../../src/cloud/metrics/threshold.ts';
import type { Threshold } from '../../../../src/test-run/metrics.ts';
import { thresholdSentence } from '../../../../src/test-run/threshold-sentences.ts';

/** Decodes and translates one entry, as the list of v2 has it. */
function read(entry: object, metric?: object): Threshold {
  const list = v.parse(ThresholdsV2, {
    'k6-metrics': metric === undefined ? [] : [{ id: 'm', ...metric }],
    'k6-thresholds': [{ id: 1, metric_id: 'm', tainted: true, ...entry }],
  });
  const [decoded] = list['k6-thresholds'];
  if (decoded === undefined) throw new Error('the entry was left out');
  return translateThreshold(list['k6-metrics']?.[0], decoded);
}

const p95 = { name: 'p(95)<400', stat: 'p(95)', value: 400 };
const duration = { name: 'http_req_duration', contains: 'time' };

describe('a threshold that was not met', () => {
  it.each<readonly [string, object, object | undefined, string]>([
    [
      'only during the run',
      { ...p95, calculated_value: 380, calc_state: { tainted_value: 612 } },
      duration,
      'p95 latency was 612 ms during the run, over the limit of 400 ms (380 ms at its end)',
    ],
    [
      'only during the run, with a generic name',
      { ...p95, name: 'threshold_1', calculated_value: 380, calc_state: { tainted_value: 612 } },
      duration,
      'p95 latency was 612 ms during the run, over the limit of 400 ms (380 ms at its end)',
    ],
    [
      'during the run and at its end',
      { ...p95, calculated_value: 650, calc_state: { tainted_value: 612 } },
      duration,
      'p95 latency is 650 ms, over the limit of 400 ms',
    ],
    [
      'without a value at the end',
      { ...p95, calculated_value: null, calc_state: { tainted_value: 612 } },
      duration,
      'p95 latency is 612 ms, over the limit of 400 ms',
    ],
    [
      'by a lower limit',
      { name: 'rate>=0.9', stat: 'rate', value: 0.9, calculated_value: 0.5 },
      { name: 'checks', contains: 'percent' },
      'checks passed 50 %, below the required 90 %',
    ],
    [
      'by a lower limit, with a generic name',
      { name: 'threshold_1', stat: 'rate', value: 0.9, calculated_value: 0.95, calc_state: { tainted_value: 0.5 } },
      { name: 'checks' },
      'checks passed 50 % during the run, below the required 90 % (95 % at its end)',
    ],
    [
      'by a value on the limit',
      { name: 'max > 0', stat: 'max', value: 0, calculated_value: 0 },
      { name: 'browser_web_vital_lcp{page:root}' },
      '`browser_web_vital_lcp{page:root}` max 0 ms, required over 0 ms',
    ],
    [
      'with a generic name',
      { name: 'threshold_1', stat: 'rate', value: 0.01, calculated_value: 0.0123 },
      { name: 'http_req_failed' },
      'failed requests 1.23 %, over the limit of 1 %',
    ],
    [
      'with no value at all',
      { name: 'p(95)<500', stat: 'p(95)', value: 500, calculated_value: null },
      duration,
      '`http_req_duration` p(95)<500 was not met (value unknown)',
    ],
    [
      'without a metric',
      { ...p95, metric_id: null, calculated_value: 431 },
      undefined,
      'p(95) 431, over the limit of 400',
    ],
    [
      'of a custom metric whose kind is known',
      { name: 'avg<10', stat: 'avg', value: 10, calculated_value: 11 },
      { name: 'checkout', contains: 'time' },
      '`checkout` avg 11 ms, over the limit of 10 ms',
    ],
    [
      'of a custom rate',
      { name: 'rate<0.1', stat: 'rate', value: 0.1, calculated_value: 0.25 },
      { name: 'checkout_errors', contains: 'percent' },
      '`checkout_errors` rate 25 %, over the limit of 10 %',
    ],
  ])('%s', (_, entry, metric, sentence) => {
    expect(thresholdSentence(read(entry, metric))).toBe(sentence);
  });
});

describe('the condition of a threshold', () => {
  it.each<readonly [object, string, number | undefined]>([
    [{ name: 'http_req_duration: p(95)<400' }, 'p(95)<400', 400],
    [{ name: 'p(99.9) <= 1e3' }, 'p(99.9)<=1e3', 1000],
    [{ name: 'rate>.5' }, 'rate>.5', 0.5],
    [{ name: 'count===0' }, 'count===0', 0],
    [{ name: 'rate<1e999' }, 'rate<1e999', undefined],
    [{ name: 'threshold_1', stat: 'rate', value: 0.01, calculated_value: 0.02 }, 'rate<0.01', 0.01],
    [{ name: 'threshold_1', stat: 'rate', value: 0.01, calculated_value: 0.005, tainted: false }, 'rate<0.01', 0.01],
    [{ name: 'threshold_1', stat: 'rate', value: 0.9, calculated_value: 0.95, tainted: false }, 'rate>0.9', 0.9],
    [{ name: 'threshold_1', stat: 'rate', value: 0.9, calculated_value: 0.9 }, 'rate, limit 0.9', 0.9],
    [{ name: 'threshold_1', stat: 'rate', value: 0.9, calculated_value: null }, 'rate, limit 0.9', 0.9],
    [{ name: 'threshold_1', value: 0.9 }, 'limit 0.9', 0.9],
    [{ name: 'threshold_1', stat: 'p(95)' }, 'p(95)', undefined],
    [{ name: 'threshold_1' }, 'threshold_1', undefined],
    [{}, '', undefined],
  ])('of %j is %s', (entry, condition, limit) => {
    expect(read(entry)).toMatchObject({ condition, limit });
  });

  it('is shown where the metric is null', () => {
    expect(read({ ...p95, metric_id: null })).toMatchObject({ metric: undefined, condition: 'p(95)<400' });
  });
});

describe('a list of thresholds', () => {
  it.each([null, undefined, 'yes', 1])('leaves out an entry whose `tainted` is %j, and keeps the others', (tainted) => {
    const entries = [{ ...p95, tainted }, p95, 7, null].map((one) =>
      typeof one === 'object' && one !== null ? { tainted: true, ...one } : one,
    );
    expect(v.parse(ThresholdsV2, { 'k6-thresholds': entries })['k6-thresholds']).toHaveLength(1);
    expect(v.parse(ThresholdsV4, { value: entries }).value).toHaveLength(1);
  });

  it('is not empty because none of its entries could be read', () => {
    expect(() => v.parse(ThresholdsV2, { 'k6-thresholds': [{}] })).toThrow('no entry could be read');
    expect(v.parse(ThresholdsV4, { value: [] }).value).toEqual([]);
  });
});
