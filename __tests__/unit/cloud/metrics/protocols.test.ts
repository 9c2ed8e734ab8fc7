/** The numbers of gRPC, WebSocket and browser tests: where the summary has each, and how earlier runs are asked for them. */
import { describe, expect, it } from '@jest/globals';
import { protocolsIn, protocolsSource } from '../../../../src/cloud/metrics/protocols.ts';
import { anAsking } from '../../../support/an-asking.ts';
import { pathsOf, rulePorts, seriesAnswer } from '../../../support/scripted-metrics.ts';

type Summary = Exclude<Parameters<typeof protocolsIn>[0], undefined>;

const NOTHING: Summary = {
  http_metric_summary: undefined,
  checks_metric_summary: undefined,
  grpc_metric_summary: undefined,
  ws_metric_summary: undefined,
  browser_metric_summary: undefined,
};
const NO_BROWSER = {
  web_vital_cls_p75: undefined,
  web_vital_fcp_p75: undefined,
  web_vital_inp_p75: undefined,
  web_vital_lcp_p75: undefined,
  web_vital_ttfb_p75: undefined,
  http_failure_count: undefined,
  http_request_count: undefined,
};
const EVERYTHING: Summary = {
  ...NOTHING,
  grpc_metric_summary: { requests_count: 6900, duration: { p95: 42.5, p99: 61 } },
  ws_metric_summary: {
    sessions: 12,
    msgs_sent: 340,
    msgs_received: 350,
    connecting: { p95: 21, p99: 22 },
    session_duration: { p95: 5000, p99: 5001 },
  },
  browser_metric_summary: {
    web_vital_cls_p75: 0.04,
    web_vital_fcp_p75: 900,
    web_vital_inp_p75: 150,
    web_vital_lcp_p75: 2100,
    web_vital_ttfb_p75: 300,
    http_failure_count: 5,
    http_request_count: 200,
  },
};

describe('the numbers of other protocols', () => {
  it('have their places in the summary of a run', () => {
    expect(protocolsIn(EVERYTHING)).toEqual({
      grpcP95Ms: 42.5,
      grpcP99Ms: 61,
      grpcRequests: 6900,
      wsSessionP95Ms: 5000,
      wsConnectingP95Ms: 21,
      wsSessions: 12,
      wsMessagesSent: 340,
      wsMessagesReceived: 350,
      lcpP75Ms: 2100,
      inpP75Ms: 150,
      clsP75: 0.04,
      fcpP75Ms: 900,
      ttfbP75Ms: 300,
      browserErrorRate: 0.025,
    });
  });

  it('stand in the order in which reports list them', () => {
    expect(Object.keys(protocolsIn(EVERYTHING)).slice(0, 4)).toEqual([
      'grpcP95Ms',
      'grpcP99Ms',
      'grpcRequests',
      'wsSessionP95Ms',
    ]);
  });

  it.each<readonly [string, Summary | undefined]>([
    ['there is no summary', undefined],
    ['the summary has none', NOTHING],
    [
      'no gRPC request was sent',
      { ...NOTHING, grpc_metric_summary: { requests_count: 0, duration: { p95: 0, p99: 0 } } },
    ],
    [
      'no WebSocket session was opened',
      {
        ...NOTHING,
        ws_metric_summary: {
          sessions: 0,
          msgs_sent: 0,
          msgs_received: 0,
          connecting: { p95: 0, p99: 0 },
          session_duration: { p95: 0, p99: 0 },
        },
      },
    ],
    [
      'each protocol is there without a number',
      {
        ...NOTHING,
        grpc_metric_summary: { requests_count: undefined, duration: undefined },
        ws_metric_summary: {
          sessions: undefined,
          msgs_sent: undefined,
          msgs_received: undefined,
          connecting: undefined,
          session_duration: undefined,
        },
        browser_metric_summary: NO_BROWSER,
      },
    ],
  ])('are none where %s', (_, summary) => {
    expect(protocolsIn(summary)).toStrictEqual({});
  });

  it('are known without the count of what was sent', () => {
    const grpc = { requests_count: undefined, duration: { p95: 42.5, p99: undefined } };
    const ws = {
      sessions: undefined,
      msgs_sent: 0,
      msgs_received: undefined,
      connecting: { p95: 21, p99: undefined },
      session_duration: undefined,
    };
    expect(protocolsIn({ ...NOTHING, grpc_metric_summary: grpc, ws_metric_summary: ws })).toStrictEqual({
      grpcP95Ms: 42.5,
      wsConnectingP95Ms: 21,
      wsMessagesSent: 0,
    });
  });

  it.each<readonly [failed: number | undefined, all: number | undefined, rate: number | undefined]>([
    [5, 200, 0.025],
    [0, 200, 0],
    [200, 200, 1],
    [201, 200, undefined],
    [0, 0, undefined],
    [undefined, 200, undefined],
    [5, undefined, undefined],
  ])('have of %j failed browser requests of %j the share %j', (failed, all, rate) => {
    const browser = { ...NO_BROWSER, http_failure_count: failed, http_request_count: all };
    expect(protocolsIn({ ...NOTHING, browser_metric_summary: browser }).browserErrorRate).toBe(rate);
  });
});

describe('the numbers of other protocols in earlier runs', () => {
  it('come by one request for each number, of the runs that have it', async () => {
    const asking = anAsking();
    const ports = rulePorts(
      [/'grpc_req_duration'/u, seriesAnswer([{ test_run_id: 1 }, 33], [{ test_run_id: 3 }, 35])],
      [/'ws_sessions'/u, seriesAnswer([{ test_run_id: 2 }, 12])],
    );
    const names = ['grpcP95Ms', 'wsSessions', 'lcpP75Ms'] as const;
    expect(await protocolsSource(ports).protocols('1201', ['1', '2', '3'], names, asking)).toEqual(
      new Map([
        ['grpcP95Ms', [33, 35]],
        ['wsSessions', [12]],
        ['lcpP75Ms', []],
      ]),
    );
    const asked = (method: string, metric: string): string =>
      `/cloud/v5/load_tests/1201/query_aggregate_k6(query='${method} by (test_run_id)',metric='${metric}',test_run_ids=[1,2,3])`;
    expect(pathsOf(ports)).toEqual([
      asked('histogram_quantile(0.95)', 'grpc_req_duration'),
      asked('increase', 'ws_sessions'),
      asked('histogram_quantile(0.75)', 'browser_web_vital_lcp'),
    ]);
    expect(asking.failures).toHaveLength(1);
  });

  it('are not asked for where there is no run', async () => {
    const ports = rulePorts();
    expect(await protocolsSource(ports).protocols('1201', [], ['grpcP95Ms'], anAsking())).toEqual(
      new Map([['grpcP95Ms', []]]),
    );
    expect(ports.sent).toEqual([]);
  });
});
