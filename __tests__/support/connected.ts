/** The real adapter on a real socket to an emulated cloud. */
import { randomUUID } from 'node:crypto';
import { systemClock } from '../../src/clock.ts';
import type { Clock } from '../../src/clock.ts';
import type { Cloud } from '../../src/cloud/cloud.ts';
import { connect } from '../../src/cloud/connect.ts';
import type { ServedCloud } from './k6-cloud.ts';
import { TOKEN } from './k6-cloud.ts';

/** Connects; `several` as a step with more than one run would. */
export function connected(
  { url }: ServedCloud,
  several: boolean,
  clock: Clock = systemClock,
  requestMs = 600_000,
  api: Parameters<typeof connect>[0]['api'] = { kind: 'v2' },
): Cloud {
  return connect({
    apiUrl: new URL(url),
    token: TOKEN,
    redact: (text) => text,
    api,
    uuid: randomUUID,
    several,
    requestMs,
    outageMs: 10_000,
    clock,
    random: () => 0.5,
    onDebug: () => undefined,
    onNotice: () => undefined,
  });
}
