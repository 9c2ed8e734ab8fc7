/** `simulate`: the whole real path against an emulated k6 Cloud on loopback, in this very process; loaded only then. */
import type { Clock } from '../clock.ts';
import type { Api } from '../cloud/connection.ts';
import type { EmulatedCloud } from '../emulator/machine/cloud-model.ts';
import { createEmulator } from '../emulator/emulator.ts';
import type { Scenario } from '../emulator/machine/scenario.ts';
import { aborted, failedByThreshold, neverEnding, passed } from '../emulator/machine/scenarios.ts';
import { serve } from '../emulator/serve.ts';
import type { Inputs, Simulation } from '../inputs/inputs.ts';

/** A simulation that is being served. */
export interface SimulatedCloud {
  /** The step's inputs, with what makes them fit: address, test and a poll interval for a run of seconds. */
  readonly inputs: Inputs;
  /** The one token that the emulated service takes; made up. */
  readonly token: string;
  /** Ends the service and its connections. */
  readonly end: () => Promise<void>;
}

const DEFAULT_TEST_ID = '1201';
/** A simulated run takes about ten seconds in all, so it is polled more often than a real one. */
const POLL_MS = 500;
const TIMEOUT_MS = 8000;
const TIMING = {
  plannedS: 5,
  createdMs: 500,
  queuedMs: 1500,
  initializingMs: 1500,
  runningMs: 5000,
  processingMs: 1500,
};
/** The runs before this one, oldest first: there is something to draw, and to compare with. */
const EARLIER_P95_MS = [341, 338, 352, 347, 344, 361, 349, 345, 351];
/** The run among them that is marked as baseline. */
const MARKED = 4;
const HOUR_MS = 3_600_000;

/**
 * Serves an emulated k6 Cloud that plays the scenario asked for, with a run for each test of the inputs.
 * @param stepStartMs the instant from which `timeout` counts: the scenario `timeout` is one that outlasts it
 */
export async function startSimulation(
  inputs: Inputs,
  scenario: Simulation,
  clock: Clock,
  stepStartMs: number,
): Promise<SimulatedCloud> {
  const named = inputs.targets.kind === 'tests' ? inputs.targets.ids : [];
  const ids = named.length > 0 ? named : [DEFAULT_TEST_ID];
  const emulator = createEmulator({
    now: clock.now,
    advance: { by: 'clock' },
    account: stackOf(inputs.api),
    tests: ids.map((id) => ({
      id: Number(id),
      name: 'Checkout API (simulated)',
      thresholds: [
        { metric: 'http_req_duration', stat: 'p(95)', operator: '<', limit: 400 },
        { metric: 'http_req_failed', stat: 'rate', operator: '<', limit: 0.05 },
      ],
      checks: ['status is 200', 'body has cart'],
      scenarios: [scenarioOf(scenario)],
    })),
  });
  for (const id of ids) seedEarlierRuns(emulator.cloud, Number(id), clock.now());
  const served = await serve(emulator);
  const timeoutMs = scenario === 'timeout' ? clock.now() - stepStartMs + TIMEOUT_MS : inputs.limits.timeoutMs;
  return {
    inputs: {
      ...inputs,
      targets: { kind: 'tests', ids },
      apiUrl: new URL(served.url),
      pollMs: POLL_MS,
      limits: { ...inputs.limits, timeoutMs },
    },
    token: emulator.cloud.account.token,
    end: served.close,
  };
}

function seedEarlierRuns(cloud: EmulatedCloud, testId: number, nowMs: number): void {
  EARLIER_P95_MS.forEach((p95Ms, index) => {
    const marked = index === MARKED;
    cloud.seed(testId, {
      scenario: passed({ ...TIMING, numbers: { p95Ms } }),
      createdMs: nowMs - (EARLIER_P95_MS.length - index) * HOUR_MS,
      baseline: marked,
      starred: marked,
    });
  });
}

/** Whatever stack the user names is there, and may be used. */
function stackOf(api: Api): { readonly stackId?: number; readonly stackUrl?: string } {
  if (api.kind === 'v2') return {};
  return api.stack.kind === 'id' ? { stackId: Number(api.stack.id) } : { stackUrl: api.stack.url };
}

function scenarioOf(scenario: Simulation): Scenario {
  switch (scenario) {
    case 'passed':
      return passed(TIMING);
    case 'failed':
      return failedByThreshold(TIMING);
    case 'aborted':
      return aborted('user', TIMING);
    case 'error':
      return aborted('script-error', TIMING);
    case 'timeout':
      return neverEnding(TIMING);
  }
}
