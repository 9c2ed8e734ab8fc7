/** k6 Cloud in small, without HTTP: tests, the runs they start, and how both change with reads, time and stops. */
import type { Account, CloudOptions, EmulatedCloud, SeedPlan, TestPlan } from './cloud-model.ts';
import { createRequestLog } from './request-log.ts';
import { createStore } from './store.ts';

const DEFAULT_ACCOUNT: Account = {
  token: 'emulated-token',
  organizationId: 540_001,
  projectId: 3_600_001,
  stackId: 871_234,
  stackUrl: 'https://acme.grafana.net',
  userId: 91_001,
  userEmail: undefined,
};

/** An empty cloud, or one with tests; holds everything in memory. */
export function createCloud(options: CloudOptions): EmulatedCloud {
  const account = { ...DEFAULT_ACCOUNT, ...options.account };
  const store = createStore(options, account);
  const { tests, runs } = store;
  const cloud: EmulatedCloud = {
    now: options.now,
    account,
    log: createRequestLog(options.keepRequests ?? Infinity),
    addTest: store.addTest,
    tests: () => [...tests.values()],
    test: (testId) => tests.get(testId),
    start: (testId, key) => {
      const test = tests.get(testId);
      if (test === undefined) return undefined;
      test.onStart?.('before', cloud, testId);
      const run = store.addRun(test, { scenario: store.nextScenario(test), at: 'start' }, account.userEmail, key);
      test.onStart?.('after', cloud, testId);
      return run.peek();
    },
    seed: (testId, plan = {}) => {
      const test = tests.get(testId) ?? store.addTest({ id: testId });
      const run = store.addRun(test, plan, plan.startedBy ?? 'other@example.com', undefined);
      Object.assign(run.marks, { note: plan.note ?? '', starred: plan.starred ?? false });
      return run.peek();
    },
    runs: (testId) =>
      [...runs.values()].map((run) => run.peek()).filter((run) => testId === undefined || run.testId === testId),
    peek: (runId) => runs.get(runId)?.peek(),
    read: (runId) => runs.get(runId)?.read(),
    stop: (runId) => runs.get(runId)?.stop(account.userEmail),
    mark: (runId, changed) => {
      const marks = runs.get(runId)?.marks;
      if (marks !== undefined) Object.assign(marks, changed);
      return marks !== undefined;
    },
  };
  for (const plan of options.tests ?? []) cloud.addTest(plan);
  return cloud;
}

/** For `onStart`: somebody else starts the same test just before or after a start of ours, once. */
export function startedByOther(when: 'before' | 'after', plan: SeedPlan = {}): NonNullable<TestPlan['onStart']> {
  let done = false;
  return (at, cloud, testId) => {
    if (done || at !== when) return;
    done = true;
    cloud.seed(testId, { at: 'start', ...plan });
  };
}
