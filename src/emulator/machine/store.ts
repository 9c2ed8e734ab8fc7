/** Stores tests and runs: assigns ids and creates the machines. */
import type { Account, CloudOptions, EmulatedTest, SeedPlan, TestPlan } from './cloud-model.ts';
import type { Drive, RunMachine } from './run-machine.ts';
import { createRun } from './run-machine.ts';
import type { Scenario } from './scenario.ts';
import { passed } from './scenarios.ts';

/** Tests and runs by id, and how new ones are made. */
export interface Store {
  readonly tests: ReadonlyMap<number, EmulatedTest>;
  readonly runs: ReadonlyMap<number, RunMachine>;
  readonly addTest: (plan?: TestPlan) => EmulatedTest;
  readonly addRun: (
    test: EmulatedTest,
    plan: SeedPlan,
    startedBy: string | undefined,
    key: string | undefined,
  ) => RunMachine;
  /** Takes the next scenario of the test; the last one repeats. */
  readonly nextScenario: (test: EmulatedTest) => Scenario;
}

/** An empty store. Ids rise by one; a test with an id of its own does not move them. */
export function createStore(options: CloudOptions, account: Account): Store {
  const tests = new Map<number, EmulatedTest>();
  const runs = new Map<number, RunMachine>();
  const started = new Map<number, number>();
  const drive = driveOf(options);
  let nextTestId = options.firstTestId ?? 1_200_001;
  let nextRunId = options.firstRunId ?? 7_650_001;
  return {
    tests,
    runs,
    addTest: (plan = {}) => {
      while (tests.has(nextTestId)) nextTestId++;
      const id = plan.id ?? nextTestId;
      const test = testOf(plan, id, account, options.now());
      tests.set(id, test);
      return test;
    },
    addRun: (test, plan, startedBy, key) => {
      const id = nextRunId++;
      const run = createRun(
        {
          id,
          testId: test.id,
          projectId: test.projectId,
          scenario: plan.scenario ?? passed(),
          startedBy,
          createdMs: plan.createdMs ?? options.now(),
          key,
          baseline: plan.baseline ?? false,
        },
        plan.at === 'start' ? drive : atItsEnd(options.now),
      );
      runs.set(id, run);
      return run;
    },
    nextScenario: (test) => {
      const at = started.get(test.id) ?? 0;
      started.set(test.id, at + 1);
      return test.scenarios[Math.min(at, test.scenarios.length - 1)] ?? passed();
    },
  };
}

function testOf(plan: TestPlan, id: number, account: Account, nowMs: number): EmulatedTest {
  return {
    id,
    name: plan.name ?? `Test ${id}`,
    projectId: plan.projectId ?? account.projectId,
    thresholds: plan.thresholds ?? [
      { metric: 'http_req_duration', stat: 'p(95)', operator: '<', limit: 400 },
      { metric: 'http_req_failed', stat: 'rate', operator: '<', limit: 0.05 },
    ],
    checks: plan.checks ?? ['status is 200', 'body has cart'],
    scenarios: plan.scenarios ?? [],
    access: plan.access ?? 'allowed',
    onStart: plan.onStart,
    createdMs: nowMs - 30 * 24 * 3_600_000,
  };
}

function driveOf({ now, advance = { by: 'reads' }, stamps }: CloudOptions): Drive {
  return { now, advance, stamps: stamps ?? (advance.by === 'reads' ? 'scenario' : 'clock') };
}

/** An infinite speed takes a run through its scenario at once. `scenario` gives it the stamps it would have had. */
function atItsEnd(now: () => number): Drive {
  return { now, advance: { by: 'clock', speed: Infinity }, stamps: 'scenario' };
}
