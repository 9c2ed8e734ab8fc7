/** A random server and a random end of the step, drawn from a seed. */
import type { Scenario } from '../../src/emulator/machine/scenario.ts';
import type { ScenarioOverrides } from '../../src/emulator/machine/scenarios.ts';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import type { EndpointFault } from './fault-plan.ts';
import { drawFaults } from './fault-plan.ts';
import type { Dice } from './random.ts';
import { diceOf } from './random.ts';

/** One test of the step. */
interface ChaosTest {
  readonly id: number;
  readonly scenario: Scenario;
  /** Whether another user starts the same test at the same time. */
  readonly stranger: 'before' | 'after' | undefined;
}

/** How the step is ended from outside: by a signal after so many requests. */
export interface ChaosCancel {
  readonly signal: 'SIGINT' | 'SIGKILL';
  readonly afterRequests: number;
}

/** Everything that one seed determines. All durations are in seconds or milliseconds of the step's clock. */
export interface ChaosPlan {
  readonly seed: number;
  readonly api: 'v2' | 'v6';
  readonly tests: readonly ChaosTest[];
  /** How long a new run is missing in the list of runs; 0: it is there at once. */
  readonly listBehindMs: number;
  readonly repeatedKey: 'same-run' | 'conflict';
  readonly faults: readonly EndpointFault[];
  readonly cancel: ChaosCancel | undefined;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Draws the plan of a seed. */
export function drawPlan(seed: number): ChaosPlan {
  const dice = diceOf(seed);
  const api = dice.oneOf(['v2', 'v6'] as const);
  const count = dice.oneOf([1, 1, 1, 2, 3]);
  const tests = Array.from({ length: count }, (_, place) => drawTest(dice, 1201 + place));
  const listBehindMs = dice.chance(0.25) ? Math.round(dice.between(2000, 40_000)) : 0;
  const faults = drawFaults(dice, api);
  const cancel = drawCancel(dice);
  return {
    seed,
    api,
    tests,
    listBehindMs,
    repeatedKey: dice.oneOf(['same-run', 'same-run', 'same-run', 'conflict']),
    faults,
    cancel,
    inputs: {
      'poll-interval': dice.oneOf(['auto', '1s', '2s']),
      'outage-timeout': dice.oneOf(['20s', '60s', '90s']),
      'request-timeout': dice.oneOf(['5s', '15s']),
      timeout: dice.oneOf(['90s', '2m', '4m']),
    },
  };
}

function drawTest(dice: Dice, id: number): ChaosTest {
  const plannedS = dice.whole(5, 30);
  const timing: ScenarioOverrides = {
    plannedS,
    queuedMs: dice.whole(500, 4000),
    initializingMs: dice.whole(500, 6000),
  };
  const scenario = dice.oneOf<() => Scenario>([
    () => scenarios.passed(timing),
    () => scenarios.passed(timing),
    () => scenarios.passed(timing),
    () => scenarios.failedByThreshold(timing),
    () => scenarios.aborted(dice.oneOf(['user', 'system', 'script-error', 'threshold', 'limit']), timing),
    () => scenarios.processingError(timing),
    () => scenarios.lateResult(timing),
    () => scenarios.noResult(timing),
    () => scenarios.timedOut(timing),
    () => scenarios.unknownStatus(11, timing),
    () => scenarios.neverEnding(timing),
  ])();
  const stop = { ms: dice.oneOf([0, 0, 3000]) };
  const stranger = dice.chance(0.12) ? dice.oneOf(['before', 'after'] as const) : undefined;
  return { id, scenario: { ...scenario, stop }, stranger };
}

function drawCancel(dice: Dice): ChaosCancel | undefined {
  if (dice.chance(0.5)) return undefined;
  return { signal: dice.oneOf(['SIGINT', 'SIGKILL']), afterRequests: dice.whole(0, 14) };
}
