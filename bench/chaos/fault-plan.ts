/** The faults of a random server: some for each endpoint, drawn from a seed. */
import type { Fault, FaultRule } from '../../src/emulator/faults/faults.ts';
import type { Dice } from './random.ts';

/** A rule for one endpoint; its delays are in milliseconds of the step's clock. */
export interface EndpointFault extends FaultRule {
  readonly endpoint: Endpoint;
}

type Endpoint = 'start' | 'list' | 'read' | 'stop' | 'metrics';

/** The requests of each endpoint, on both APIs. */
export const ENDPOINTS: Readonly<Record<Endpoint, NonNullable<FaultRule['on']>>> = {
  start: { method: 'POST', path: /\/start(?:-testrun)?$/u },
  list: { method: 'GET', path: /\/v2\/runs\?(?:.*&)?test_id=|\/load_tests\/\d+\/test_runs|\/v6\/test_runs\?/u },
  read: { method: 'GET', path: /\/v2\/runs\/\d+(?:\?|$)|\/v2\/runs\?(?!.*test_id=)|\/v6\/test_runs\/\d+(?:\?|$)/u },
  stop: { method: 'POST', path: /\/(?:stop|abort)$/u },
  metrics: { method: 'GET', path: /\/cloud\/v5\/|\/loadtests\/v4\/|\/(?:thresholds|checks)(?:\?|$)/u },
};

/** How often an endpoint has any fault. The start is where most promises are at stake. */
const SHARES: Readonly<Record<Endpoint, number>> = { start: 0.6, list: 0.3, read: 0.4, stop: 0.35, metrics: 0.3 };

/** Draws the faults of a server, at most three rules for an endpoint. */
export function drawFaults(dice: Dice, api: 'v2' | 'v6'): readonly EndpointFault[] {
  return (Object.keys(SHARES) as Endpoint[]).flatMap((endpoint) => {
    if (!dice.chance(SHARES[endpoint])) return [];
    return Array.from({ length: dice.whole(1, endpoint === 'start' ? 2 : 3) }, () => ({
      endpoint,
      on: ENDPOINTS[endpoint],
      skip: endpoint === 'start' ? 0 : dice.whole(0, 3),
      times: endpoint === 'start' ? 1 : dice.whole(1, 3),
      fault: endpoint === 'start' ? drawStartFault(dice, api) : drawFault(dice, api),
    }));
  });
}

/** A fault of a start: what counts is whether and when the run is made although the client has no answer. */
function drawStartFault(dice: Dice, api: 'v2' | 'v6'): Fault {
  const acted = dice.chance(0.5);
  return dice.oneOf<() => Fault>([
    () => ({ kind: 'delay', ms: dice.whole(2000, 50_000), acts: 'late' }),
    () => ({ kind: 'delay', ms: dice.whole(2000, 50_000), acts: 'at-once' }),
    () => ({ kind: 'reset', acted }),
    () => ({ kind: 'silence', acted }),
    () => ({
      kind: 'status',
      status: dice.oneOf([500, 502, 503, 504]),
      body: dice.oneOf(['html', 'empty', api]),
      acted,
    }),
    () => ({ kind: 'status', status: dice.oneOf([408, 429]), body: api, retryAfter: dice.whole(1, 3) }),
    () => ({ kind: 'truncated' }),
    () => ({ kind: 'stalled' }),
    () => ({ kind: 'text', text: '<html>maintenance</html>', contentType: 'text/html' }),
  ])();
}

function drawFault(dice: Dice, api: 'v2' | 'v6'): Fault {
  const acted = dice.chance(0.3);
  return dice.oneOf<() => Fault>([
    () => ({ kind: 'delay', ms: dice.whole(500, 20_000) }),
    () => ({ kind: 'reset', acted }),
    () => ({ kind: 'silence', acted }),
    () => ({ kind: 'status', status: dice.oneOf([500, 502, 503]), body: dice.oneOf(['html', 'empty', api]), acted }),
    () => ({ kind: 'status', status: dice.oneOf([401, 403, 404, 409]), body: api }),
    () => ({ kind: 'status', status: 429, body: api, retryAfter: dice.whole(1, 3) }),
    () => ({ kind: 'truncated' }),
    () => ({ kind: 'stalled' }),
    () => ({ kind: 'slow', bytes: 64, everyMs: 1 }),
    () => ({ kind: 'extra-fields' }),
    () => ({ kind: 'text', text: '{"k6-runs": [' }),
  ])();
}
