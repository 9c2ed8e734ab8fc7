/** Tests of gRPC, WebSocket and the browser through the bundle: their own numbers, and no row of what they do not have. */
import { describe, expect, it } from '@jest/globals';
import type { ProtocolPlan, ThresholdPlan } from '../../src/emulator/machine/numbers-plan.ts';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import type { ServedCloud } from '../support/k6-cloud.ts';
import { k6Cloud, QUICK, TEST_ID } from '../support/k6-cloud.ts';
import { commands, runAction } from '../support/run-action.ts';

const GRPC = (p95Ms: number): ProtocolPlan => ({ withoutHttp: true, grpc: { p95Ms, requests: 6900 } });
const WEB_SOCKET: ProtocolPlan = {
  withoutHttp: true,
  webSocket: { sessionP95Ms: 9800, connectingP95Ms: 31, sessions: 400, sent: 8000, received: 16_000 },
};
const BROWSER: ProtocolPlan = {
  withoutHttp: true,
  browser: { lcp: 2100, inp: 140, cls: 0.04, fcp: 900, ttfb: 210, requests: 200, failures: 5 },
};
const LIMIT: ThresholdPlan = { metric: 'grpc_req_duration', stat: 'p(95)', operator: '<', limit: 50 };

async function cloudOf(now: ProtocolPlan, then: ProtocolPlan, limit?: ThresholdPlan): Promise<ServedCloud> {
  const test = { id: TEST_ID, name: 'Checkout API', thresholds: limit === undefined ? [] : [limit] };
  const makeScenario = limit === undefined ? scenarios.passed : scenarios.failedByThreshold;
  const tests = [{ ...test, scenarios: [makeScenario({ ...QUICK, numbers: { checksRate: 1, protocols: now } })] }];
  const cloud = await k6Cloud([], { tests });
  cloud.cloud.seed(TEST_ID, { scenario: scenarios.passed({ numbers: { checksRate: 1, protocols: then } }) });
  return cloud;
}

/** The table of key numbers. */
function table(summary: string): readonly string[] {
  const lines = summary.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').split('\n');
  const from = lines.findIndex((line) => line.startsWith('|  | this run'));
  return lines.slice(from, lines.indexOf('', from));
}

describe.each([{}, { stack: '871234' }])('a test that makes no HTTP request (%j)', (api) => {
  it('of gRPC is judged by its own numbers, which a rule can name', async () => {
    const { step, requests } = await cloudOf(GRPC(61), GRPC(42), LIMIT);
    const ran = await runAction(step({ ...api, baseline: 'previous', 'max-regression': 'p95(grpc_req_duration)=10%' }));
    expect(ran.exitCode).toBe(1);
    expect(ran.summary.split('\n')[0]).toBe(
      '## ❌ Checkout API: gRPC p95 latency is 61 ms, over the limit of 50 ms (+22 %)',
    );
    expect(table(ran.summary)).toEqual([
      '|  | this run | baseline | change | limit |',
      '| :-- | --: | --: | --: | :-- |',
      '| gRPC p95 latency | **61 ms** | 42 ms | ❌ **+45.2 %**, allowed 10 % | ❌ < 50 ms |',
      '| gRPC p99 latency | 79.3 ms | 54.6 ms | 🔺 +45.2 % |  |',
      '| gRPC requests | 6 900 | 6 900 | same |  |',
      '| checks passed | 100 % | 100 % | same |  |',
    ]);
    expect(ran.stdout).toMatch(/^gRPC p95 latency {9}61 ms {2}\+45\.2 % against 42 ms$/mu);
    expect(ran.stdout).not.toContain('n/a');
    expect(ran.stdout).not.toContain('made no HTTP request');
    expect(
      requests().filter((line) =>
        /test_runs\/\d+\/query_aggregate_k6\(query='(?:rate|ratio|increase)',metric='http_/u.test(line),
      ),
    ).toEqual([]);
  });

  it('of WebSocket shows sessions and messages', async () => {
    const { step } = await cloudOf(WEB_SOCKET, WEB_SOCKET);
    const ran = await runAction(step(api));
    expect(ran.exitCode).toBe(0);
    expect(table(ran.summary)).toEqual([
      '|  | this run |',
      '| :-- | --: |',
      '| WebSocket session p95 | 9.8 s |',
      '| WebSocket connect p95 | 31 ms |',
      '| WebSocket sessions | 400 |',
      '| messages sent | 8 000 |',
      '| messages received | 16 000 |',
      '| checks passed | 100 % |',
    ]);
    expect(commands(ran.stdout, 'warning').join()).not.toContain('latency is unknown');
  });

  it('of the browser shows the web vitals', async () => {
    const { step } = await cloudOf(BROWSER, BROWSER);
    const ran = await runAction(step({ ...api, baseline: 'previous' }));
    expect(ran.exitCode).toBe(0);
    expect(table(ran.summary).slice(2)).toEqual([
      '| LCP p75 | 2.1 s | 2.1 s | same |',
      '| INP p75 | 140 ms | 140 ms | same |',
      '| CLS p75 | 0.04 | 0.04 | same |',
      '| FCP p75 | 900 ms | 900 ms | same |',
      '| TTFB p75 | 210 ms | 210 ms | same |',
      '| failed browser requests | 2.5 % | 2.5 % | same |',
      '| checks passed | 100 % | 100 % | same |',
    ]);
  });
});
