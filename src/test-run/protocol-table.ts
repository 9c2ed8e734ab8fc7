/** The numbers of tests that speak other protocols than HTTP, in one table: gRPC, WebSocket and the browser. */
import type { ComparedNumber } from './baseline.ts';

/** What is known of one such number. */
export interface ProtocolRow extends ComparedNumber {
  /** As it stands in tables and sentences. */
  readonly title: string;
  /** Its key in report.json. */
  readonly json: string;
  /** Metric and statistic of a threshold on it. */
  readonly threshold: readonly [metric: string, stat: string];
  /** Metric and method of the query that shows it of earlier runs. Source: the reference of the v5 metrics. */
  readonly query: readonly [metric: string, method: string];
}

const P75 = 'histogram_quantile(0.75)';
const P95 = 'histogram_quantile(0.95)';
const LATENCY = { unit: 'ms', worse: 'more' } as const;
const COUNT = { unit: 'count', worse: 'neither' } as const;

/** A web vital is good or bad by its 75th percentile: https://web.dev/articles/vitals. */
const ROWS = {
  grpcP95Ms: {
    ...LATENCY,
    title: 'gRPC p95 latency',
    json: 'grpcP95Ms',
    threshold: ['grpc_req_duration', 'p(95)'],
    query: ['grpc_req_duration', P95],
  },
  grpcP99Ms: {
    ...LATENCY,
    title: 'gRPC p99 latency',
    json: 'grpcP99Ms',
    threshold: ['grpc_req_duration', 'p(99)'],
    query: ['grpc_req_duration', 'histogram_quantile(0.99)'],
  },
  grpcRequests: {
    ...COUNT,
    title: 'gRPC requests',
    json: 'grpcRequests',
    threshold: ['grpc_req_duration', 'count'],
    query: ['grpc_req_duration', 'histogram_count_increase'],
  },
  wsSessionP95Ms: {
    unit: 'ms',
    worse: 'neither', // scripts often end a session after a fixed time
    title: 'WebSocket session p95',
    json: 'wsSessionP95Ms',
    threshold: ['ws_session_duration', 'p(95)'],
    query: ['ws_session_duration', P95],
  },
  wsConnectingP95Ms: {
    ...LATENCY,
    title: 'WebSocket connect p95',
    json: 'wsConnectingP95Ms',
    threshold: ['ws_connecting', 'p(95)'],
    query: ['ws_connecting', P95],
  },
  wsSessions: {
    ...COUNT,
    title: 'WebSocket sessions',
    json: 'wsSessions',
    threshold: ['ws_sessions', 'count'],
    query: ['ws_sessions', 'increase'],
  },
  wsMessagesSent: {
    ...COUNT,
    title: 'messages sent',
    json: 'wsMessagesSent',
    threshold: ['ws_msgs_sent', 'count'],
    query: ['ws_msgs_sent', 'increase'],
  },
  wsMessagesReceived: {
    ...COUNT,
    title: 'messages received',
    json: 'wsMessagesReceived',
    threshold: ['ws_msgs_received', 'count'],
    query: ['ws_msgs_received', 'increase'],
  },
  lcpP75Ms: {
    ...LATENCY,
    title: 'LCP p75',
    json: 'lcpP75Ms',
    threshold: ['browser_web_vital_lcp', 'p(75)'],
    query: ['browser_web_vital_lcp', P75],
  },
  inpP75Ms: {
    ...LATENCY,
    title: 'INP p75',
    json: 'inpP75Ms',
    threshold: ['browser_web_vital_inp', 'p(75)'],
    query: ['browser_web_vital_inp', P75],
  },
  clsP75: {
    unit: 'plain',
    worse: 'more',
    title: 'CLS p75',
    json: 'clsP75',
    threshold: ['browser_web_vital_cls', 'p(75)'],
    query: ['browser_web_vital_cls', P75],
  },
  fcpP75Ms: {
    ...LATENCY,
    title: 'FCP p75',
    json: 'fcpP75Ms',
    threshold: ['browser_web_vital_fcp', 'p(75)'],
    query: ['browser_web_vital_fcp', P75],
  },
  ttfbP75Ms: {
    ...LATENCY,
    title: 'TTFB p75',
    json: 'ttfbP75Ms',
    threshold: ['browser_web_vital_ttfb', 'p(75)'],
    query: ['browser_web_vital_ttfb', P75],
  },
  browserErrorRate: {
    unit: 'share',
    worse: 'more',
    title: 'failed browser requests',
    json: 'browserErrorRate',
    threshold: ['browser_http_req_failed', 'rate'],
    query: ['browser_http_req_failed', 'ratio'],
  },
} as const satisfies Readonly<Record<string, ProtocolRow>>;

/** A number of another protocol than HTTP. */
export type ProtocolName = keyof typeof ROWS;

/** What is known of each such number. */
export const PROTOCOLS: Readonly<Record<ProtocolName, ProtocolRow>> = ROWS;

/** All of them, in the order in which reports list them. */
export const PROTOCOL_NAMES = Object.keys(ROWS) as readonly ProtocolName[];

/** The numbers that a run has; those of protocols that its script does not speak are absent. */
export type ProtocolNumbers = Readonly<Partial<Record<ProtocolName, number>>>;

/** The names of the numbers that are known. */
export function knownProtocols(numbers: ProtocolNumbers): readonly ProtocolName[] {
  return PROTOCOL_NAMES.filter((name) => numbers[name] !== undefined);
}
