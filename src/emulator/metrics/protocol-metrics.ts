/** The metrics of gRPC, WebSocket and the browser, as v5 queries find them. */
import { LATENCY } from '../machine/fit-numbers.ts';
import type { ProtocolPlan } from '../machine/numbers-plan.ts';
import type { Metric } from './v5-metrics.ts';

/** A metric of gRPC, WebSocket or the browser, with a series where the plan of the run has it. */
export function protocolMetric(name: string): Metric | undefined {
  const metric = PROTOCOL_METRICS[name];
  if (metric === undefined) return undefined;
  const { type, read } = metric;
  const series: Metric['series'] = (sample) => {
    const found = read(sample.protocols);
    return found === undefined
      ? []
      : [
          {
            labels: {},
            of: { count: found.count, nonZero: found.failed ?? 0, sample: { ...sample, p95Ms: found.p95 ?? 0 } },
          },
        ];
  };
  return { name, type, series };
}

interface ProtocolValue {
  readonly count: number;
  readonly failed?: number;
  readonly p95?: number;
}

const vital = (pick: (browser: NonNullable<ProtocolPlan['browser']>) => number): ProtocolMetric => ({
  type: 'trend',
  read: ({ browser }) =>
    browser === undefined ? undefined : { count: browser.requests, p95: pick(browser) / (LATENCY['p(75)'] ?? 1) },
});

interface ProtocolMetric {
  readonly type: Metric['type'];
  readonly read: (plan: ProtocolPlan) => ProtocolValue | undefined;
}

const PROTOCOL_METRICS: Readonly<Record<string, ProtocolMetric>> = {
  grpc_req_duration: {
    type: 'trend',
    read: ({ grpc }) => (grpc === undefined ? undefined : { count: grpc.requests, p95: grpc.p95Ms }),
  },
  ws_session_duration: {
    type: 'trend',
    read: ({ webSocket: ws }) => (ws === undefined ? undefined : { count: ws.sessions, p95: ws.sessionP95Ms }),
  },
  ws_connecting: {
    type: 'trend',
    read: ({ webSocket: ws }) => (ws === undefined ? undefined : { count: ws.sessions, p95: ws.connectingP95Ms }),
  },
  ws_sessions: {
    type: 'counter',
    read: ({ webSocket: ws }) => (ws === undefined ? undefined : { count: ws.sessions }),
  },
  ws_msgs_sent: { type: 'counter', read: ({ webSocket: ws }) => (ws === undefined ? undefined : { count: ws.sent }) },
  ws_msgs_received: {
    type: 'counter',
    read: ({ webSocket: ws }) => (ws === undefined ? undefined : { count: ws.received }),
  },
  browser_web_vital_lcp: vital(({ lcp }) => lcp),
  browser_web_vital_inp: vital(({ inp }) => inp),
  browser_web_vital_cls: vital(({ cls }) => cls),
  browser_web_vital_fcp: vital(({ fcp }) => fcp),
  browser_web_vital_ttfb: vital(({ ttfb }) => ttfb),
  browser_http_req_failed: {
    type: 'rate',
    read: ({ browser }) => (browser === undefined ? undefined : { count: browser.requests, failed: browser.failures }),
  },
};
