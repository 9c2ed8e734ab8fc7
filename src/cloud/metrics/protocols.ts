/** The numbers of gRPC, WebSocket and browser tests: in the summary of the run, and of earlier runs by query. */
import type { ProtocolName, ProtocolNumbers } from '../../test-run/protocol-table.ts';
import { PROTOCOL_NAMES, PROTOCOLS } from '../../test-run/protocol-table.ts';
import type { BestEffortOptions, BestEffortPorts } from '../http/best-effort.ts';
import { bestEffortGet } from '../http/best-effort.ts';
import { valuesByRun } from './across-runs.ts';
import type { SummaryAnswer } from './schemas.ts';

type Summary = SummaryAnswer['metrics_summary'];

/** Where the one-call summary has each number. */
const IN_SUMMARY: Readonly<Record<ProtocolName, (summary: Summary) => number | undefined>> = {
  grpcP95Ms: ({ grpc_metric_summary: grpc }) => grpc?.duration?.p95,
  grpcP99Ms: ({ grpc_metric_summary: grpc }) => grpc?.duration?.p99,
  grpcRequests: ({ grpc_metric_summary: grpc }) => grpc?.requests_count,
  wsSessionP95Ms: ({ ws_metric_summary: ws }) => ws?.session_duration?.p95,
  wsConnectingP95Ms: ({ ws_metric_summary: ws }) => ws?.connecting?.p95,
  wsSessions: ({ ws_metric_summary: ws }) => ws?.sessions,
  wsMessagesSent: ({ ws_metric_summary: ws }) => ws?.msgs_sent,
  wsMessagesReceived: ({ ws_metric_summary: ws }) => ws?.msgs_received,
  lcpP75Ms: ({ browser_metric_summary: browser }) => browser?.web_vital_lcp_p75,
  inpP75Ms: ({ browser_metric_summary: browser }) => browser?.web_vital_inp_p75,
  clsP75: ({ browser_metric_summary: browser }) => browser?.web_vital_cls_p75,
  fcpP75Ms: ({ browser_metric_summary: browser }) => browser?.web_vital_fcp_p75,
  ttfbP75Ms: ({ browser_metric_summary: browser }) => browser?.web_vital_ttfb_p75,
  browserErrorRate: ({ browser_metric_summary: browser }) => {
    const { http_failure_count: failed, http_request_count: all } = browser ?? {};
    return failed === undefined || all === undefined || all === 0 || failed > all ? undefined : failed / all;
  },
};

/** The numbers that the summary of a run has. A protocol in which nothing was sent is one that the test does not speak. */
export function protocolsIn(summary: Summary | undefined): ProtocolNumbers {
  if (summary === undefined) return {};
  const { grpc_metric_summary: grpc, ws_metric_summary: ws } = summary;
  const spoken: Summary = {
    ...summary,
    grpc_metric_summary: grpc?.requests_count === 0 ? undefined : grpc,
    ws_metric_summary: ws?.sessions === 0 ? undefined : ws,
  };
  const known = PROTOCOL_NAMES.map((name) => [name, IN_SUMMARY[name](spoken)] as const);
  return Object.fromEntries(known.filter(([, value]) => value !== undefined));
}

/** The question about these numbers of earlier runs. */
export interface ProtocolsSource {
  /** The values of each number in the runs that have it; one request for each number. */
  readonly protocols: (
    testId: string,
    runIds: readonly string[],
    names: readonly ProtocolName[],
    asking: BestEffortOptions,
  ) => Promise<ReadonlyMap<ProtocolName, readonly number[]>>;
}

/** The question over the given connection. */
export function protocolsSource(ports: BestEffortPorts): ProtocolsSource {
  const ask = bestEffortGet(ports);
  return {
    protocols: async (testId, runIds, names, asking) => {
      const found = names.map(async (name) => {
        const [metric, method] = PROTOCOLS[name].query;
        const values = await valuesByRun(ask, { testId, runIds, metric, method }, asking);
        return [name, [...values.values()]] as const;
      });
      return new Map(await Promise.all(found));
    },
  };
}
