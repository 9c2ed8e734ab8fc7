/** What is read of the answers of the metric sources, how odd values are left out, and how long a list may be. */
import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import {
  ChecksV3,
  ChecksV4,
  EndpointsAnswer,
  QueryAnswer,
  SummaryAnswer,
  ThresholdsV2,
  ThresholdsV4,
} from '../../../../src/cloud/metrics/schemas.ts';

const many = <T>(count: number, entry: T): readonly T[] => Array.from({ length: count }, () => entry);
const series = (...values: readonly unknown[]): unknown => ({ data: { result: [{ metric: {}, values }] } });

describe('the answer to a query', () => {
  it('is its series, each with the run that it is of and its points', () => {
    const result = [
      { metric: { test_run_id: 7, instance_id: 'a' }, values: [[1, 2]] },
      { metric: { test_run_id: '8' }, values: [[1.5, '2.5', 'more']] },
      { metric: { test_run_id: 'x' }, values: [] },
      { metric: null, values: [] },
      { values: [] },
    ];
    expect(v.parse(QueryAnswer, { status: 'success', data: { resultType: 'vector', result } })).toEqual({
      data: {
        result: [
          { metric: { test_run_id: '7' }, values: [{ at: 1, value: 2 }] },
          { metric: { test_run_id: '8' }, values: [{ at: 1.5, value: 2.5 }] },
          { metric: {}, values: [] },
          { values: [] },
          { values: [] },
        ],
      },
    });
  });

  it.each<readonly [unknown, { readonly at?: number; readonly value?: number }]>([
    [['1', '-2.5'], { at: 1, value: -2.5 }],
    [[1, 'NaN'], { at: 1 }],
    [[1, '+Inf'], { at: 1 }],
    [[1, ''], { at: 1 }],
    [[1, '1e3'], { at: 1 }],
    [[1, null], { at: 1 }],
    [[1, true], { at: 1 }],
    [[null, 2], { value: 2 }],
    [[1], { at: 1 }],
    [[], {}],
  ])('has of the point %j what is a number: %j', (point, read) => {
    expect(v.parse(QueryAnswer, series(point)).data.result[0]?.values).toEqual([read]);
  });

  it.each([[[1, 2]], { data: {} }, { data: { result: {} } }, { data: { result: [7] } }, series(7), series({ 0: 1 })])(
    'is not %j',
    (answer) => {
      expect(v.safeParse(QueryAnswer, answer).success).toBe(false);
    },
  );

  it('is read up to five hundred series of a thousand points', () => {
    const long = { metric: {}, values: [...many(1000, [1, 2]), 'not read'] };
    const { result } = v.parse(QueryAnswer, { data: { result: [...many(500, long), 'not read'] } }).data;
    expect([result.length, ...new Set(result.map(({ values }) => values.length))]).toEqual([500, 1000]);
  });
});

describe('the answer about endpoints', () => {
  it('is the series that have a name, each with the tags that can be read', () => {
    const values = [[1, 2]];
    const result = [
      { metric: { name: ' /cart ', method: 'GET', test_run_id: 7, expected_response: 'true' }, values },
      { metric: { name: '/cart', method: '', test_run_id: 0, expected_response: 'false' }, values },
      { metric: { name: '/cart', method: 7, expected_response: 'TRUE' }, values },
      { metric: { name: '/home', expected_response: true }, values },
      { metric: { name: '' }, values },
      { metric: { method: 'GET' }, values },
      { metric: { name: '/cart' }, values: 7 },
      { values },
      7,
    ];
    const point = { at: 1, value: 2 };
    expect(v.parse(EndpointsAnswer, { data: { result } }).data.result).toEqual([
      { metric: { name: '/cart', method: 'GET', test_run_id: '7', expected_response: 'true' }, values: [point] },
      { metric: { name: '/cart', expected_response: 'false' }, values: [point] },
      { metric: { name: '/cart' }, values: [point] },
      { metric: { name: '/home', expected_response: 'true' }, values: [point] },
    ]);
  });

  it('is read up to three thousand series', () => {
    const result = many(3001, { metric: { name: '/cart' }, values: [] });
    expect(v.parse(EndpointsAnswer, { data: { result } }).data.result).toHaveLength(3000);
  });
});

describe('the summary of a run', () => {
  const trend = { p95: 2, p99: '3', mean: 1, max: 4, min: 0 };
  const summary = {
    http_metric_summary: { requests_count: 5, failures_count: 1, rps_mean: 0.5, duration: trend, rps_max: 9 },
    checks_metric_summary: { hits_total: 4, hits_successes: '3', total: 2 },
    grpc_metric_summary: { requests_count: 6, duration: trend },
    ws_metric_summary: { sessions: 1, msgs_sent: 2, msgs_received: 3, connecting: trend, session_duration: trend },
    browser_metric_summary: {
      web_vital_cls_p75: 0.1,
      web_vital_fcp_p75: 1,
      web_vital_inp_p75: 2,
      web_vital_lcp_p75: 3,
      web_vital_ttfb_p75: 4,
      http_failure_count: 5,
      http_request_count: 6,
    },
  };
  const short = { p95: 2, p99: 3 };

  it('is its counts and its latencies', () => {
    expect(v.parse(SummaryAnswer, { metrics_summary: summary }).metrics_summary).toEqual({
      ...summary,
      http_metric_summary: {
        requests_count: 5,
        failures_count: 1,
        rps_mean: 0.5,
        duration: { ...short, mean: 1, max: 4 },
      },
      checks_metric_summary: { hits_total: 4, hits_successes: 3 },
      grpc_metric_summary: { requests_count: 6, duration: short },
      ws_metric_summary: { sessions: 1, msgs_sent: 2, msgs_received: 3, connecting: short, session_duration: short },
    });
  });

  it('has nothing below 0, and nothing that is no number', () => {
    const odd = {
      requests_count: -1,
      failures_count: null,
      rps_mean: 'fast',
      duration: { p95: -0.5, p99: {}, max: 0 },
    };
    expect(v.parse(SummaryAnswer, { metrics_summary: { http_metric_summary: odd } }).metrics_summary).toEqual({
      http_metric_summary: { duration: { max: 0 } },
    });
  });

  it.each([null, 7, 'none', []])('has none of a protocol whose part is %j', (part) => {
    const parts = Object.fromEntries(Object.keys(summary).map((name) => [name, part]));
    const read = v.parse(SummaryAnswer, { metrics_summary: parts }).metrics_summary;
    expect(Object.values(read).map((one) => Object.values(one ?? {}).filter(Boolean))).toEqual(many(5, []));
  });

  it.each([{}, { metrics_summary: null }])('is not %j', (answer) => {
    expect(v.safeParse(SummaryAnswer, answer).success).toBe(false);
  });
});

describe('a list of thresholds', () => {
  const entry = { tainted: false };

  it('has of an entry what is of use and can be read', () => {
    const full = {
      ...{ id: 1, name: 'p(95)<400', stat: 'p(95)', value: '400', calculated_value: 380, tainted: true, metric_id: 7 },
      calc_state: { tainted_value: '612', other: 1 },
    };
    const odd = { name: '', stat: 7, value: 'x', calculated_value: null, tainted: false, metric_id: {}, calc_state: 7 };
    const metrics = [{ id: 7, name: 'http_req_duration', contains: 'time', type: 'trend' }, { id: 'm' }, 7];
    const read = {
      ...{ name: 'p(95)<400', stat: 'p(95)', value: 400, calculated_value: 380, tainted: true },
      calc_state: { tainted_value: 612 },
    };
    expect(v.parse(ThresholdsV2, { 'k6-metrics': metrics, 'k6-thresholds': [full, odd] })).toEqual({
      'k6-metrics': [{ id: '7', name: 'http_req_duration', contains: 'time' }, { id: 'm' }],
      'k6-thresholds': [{ ...read, metric_id: '7' }, { tainted: false }],
    });
    expect(v.parse(ThresholdsV4, { value: [full, odd] })).toEqual({ value: [read, { tainted: false }] });
  });

  it('may have no metrics, and no entries', () => {
    expect(v.parse(ThresholdsV2, { 'k6-thresholds': [] })).toEqual({
      'k6-thresholds': [],
    });
    expect(v.parse(ThresholdsV2, { 'k6-metrics': 7, 'k6-thresholds': [] })['k6-metrics']).toBeUndefined();
  });

  it.each([[{}], [7, null], [{ tainted: 'false' }]])('is a fault where no entry can be read: %j', (...entries) => {
    expect(() => v.parse(ThresholdsV2, { 'k6-thresholds': entries })).toThrow('no entry could be read');
    expect(() => v.parse(ThresholdsV4, { value: entries })).toThrow('no entry could be read');
  });

  it('is read up to five hundred entries', () => {
    expect(v.parse(ThresholdsV4, { value: many(501, entry) }).value).toHaveLength(500);
    expect(() => v.parse(ThresholdsV4, { value: [...many(500, 7), entry] })).toThrow('no entry could be read');
    const list = { 'k6-metrics': many(501, { id: 1 }), 'k6-thresholds': many(501, entry) };
    expect(Object.values(v.parse(ThresholdsV2, list)).map((all) => all?.length)).toEqual([500, 500]);
  });

  it.each([{}, { value: {} }, []])('is not %j', (answer) => {
    expect(v.safeParse(ThresholdsV4, answer).success).toBe(false);
    expect(v.safeParse(ThresholdsV2, answer).success).toBe(false);
  });
});

describe('a list of checks', () => {
  it('has the checks that have a name', () => {
    const newer = [
      { name: 'up', metric_summary: { success_count: '3', fail_count: 0, other: 1 } },
      { name: 'odd', metric_summary: { success_count: -1, fail_count: {} } },
      { name: 'bare' },
      { name: 7 },
    ];
    expect(v.parse(ChecksV4, { value: newer }).value).toEqual([
      { name: 'up', metric_summary: { success_count: 3, fail_count: 0 } },
      { name: 'odd', metric_summary: {} },
      { name: 'bare' },
    ]);
    const older = [{ name: 'up', success_count: 3, total_count: '4' }, { name: 'bare', total_count: -1 }, {}];
    expect(v.parse(ChecksV3, { 'k6-checks': older })['k6-checks']).toEqual([
      { name: 'up', success_count: 3, total_count: 4 },
      { name: 'bare' },
    ]);
  });
});
