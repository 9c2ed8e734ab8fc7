/** The numbers of gRPC, WebSocket and the browser: which of them a run has. */
import { describe, expect, it } from '@jest/globals';
import type { ProtocolName, ProtocolNumbers } from '../../../src/test-run/protocol-table.ts';
import { knownProtocols, PROTOCOL_NAMES } from '../../../src/test-run/protocol-table.ts';

describe('the numbers of other protocols than HTTP', () => {
  it.each<readonly [string, ProtocolNumbers, readonly ProtocolName[]]>([
    ['none of a test that speaks HTTP alone', {}, []],
    ['those that were measured', { grpcP95Ms: 12, grpcRequests: 100 }, ['grpcP95Ms', 'grpcRequests']],
    ['a 0 too, which is known', { browserErrorRate: 0 }, ['browserErrorRate']],
    [
      'those of several protocols in the order of reports',
      { clsP75: 0.1, wsSessions: 3, grpcP99Ms: 9 },
      ['grpcP99Ms', 'wsSessions', 'clsP75'],
    ],
  ])('that are known are %s', (_, numbers, names) => {
    expect(knownProtocols(numbers)).toEqual(names);
  });

  it('are all known of a run that has them all', () => {
    const all = Object.fromEntries(PROTOCOL_NAMES.map((name) => [name, 1]));
    expect(knownProtocols(all)).toEqual(PROTOCOL_NAMES);
  });
});
