/** What the emulated k6 Cloud is made of: its account, its tests, its options and its operations. */
import type { ThresholdPlan } from './numbers-plan.ts';
import type { RequestLog } from './request-log.ts';
import type { Advance } from './run-machine.ts';
import type { RunMarks, RunView, Stamps } from './run-view.ts';
import type { Scenario } from './scenario.ts';

/** The account that owns the tests. */
export interface Account {
  /** The one token that is right. */
  readonly token: string;
  readonly organizationId: number;
  readonly projectId: number;
  readonly stackId: number;
  /** No slash at the end: `https://acme.grafana.net`. */
  readonly stackUrl: string;
  readonly userId: number;
  /** Of the token's user; `undefined` for a stack token. */
  readonly userEmail: string | undefined;
}

/** A test to create. */
export interface TestPlan {
  readonly id?: number;
  readonly name?: string;
  readonly projectId?: number;
  readonly thresholds?: readonly ThresholdPlan[];
  /** Names of its checks. */
  readonly checks?: readonly string[];
  /** The scenarios of its next runs, in order; the last one repeats. */
  readonly scenarios?: readonly Scenario[];
  /** `forbidden`: the token sees it and may not start it. */
  readonly access?: 'allowed' | 'forbidden';
  /** Called when a start request is acted on; may start runs of its own (see `startedByOther`). */
  readonly onStart?: (when: 'before' | 'after', cloud: EmulatedCloud, testId: number) => void;
}

/** A test that exists. */
export interface EmulatedTest extends Required<Omit<TestPlan, 'onStart'>> {
  readonly createdMs: number;
  readonly onStart: TestPlan['onStart'];
}

/** A run that was there before, or that somebody else makes. */
export interface SeedPlan {
  /** `passed` by default. */
  readonly scenario?: Scenario;
  /** Epoch ms; now by default. */
  readonly createdMs?: number;
  /** `end` (default): it has gone through its whole scenario; `start`: it begins now. */
  readonly at?: 'start' | 'end';
  readonly startedBy?: string;
  readonly note?: string;
  /** v6. */
  readonly starred?: boolean;
  /** v2 `is_baseline`. */
  readonly baseline?: boolean;
}

/** How the cloud is set up; every field has a default. */
export interface CloudOptions {
  /** Epoch ms. */
  readonly now: () => number;
  /** By reads, by default. */
  readonly advance?: Advance;
  /** `scenario` where runs advance by reads, `clock` where they advance by the clock. */
  readonly stamps?: Stamps;
  readonly account?: Partial<Account>;
  readonly firstTestId?: number;
  readonly firstRunId?: number;
  readonly tests?: readonly TestPlan[];
  /** Drops the oldest requests past this number. */
  readonly keepRequests?: number;
}

/** The machine. Unknown ids give `undefined`. */
export interface EmulatedCloud {
  readonly now: () => number;
  readonly account: Account;
  readonly log: RequestLog;
  readonly addTest: (plan?: TestPlan) => EmulatedTest;
  /** In the order of their making. */
  readonly tests: () => readonly EmulatedTest[];
  readonly test: (testId: number) => EmulatedTest | undefined;
  /** Starts a run by the next scenario of the test. */
  readonly start: (testId: number, key?: string) => RunView | undefined;
  /** Adds a run that no start request made. */
  readonly seed: (testId: number, plan?: SeedPlan) => RunView;
  /** Ascending by id; no reads. */
  readonly runs: (testId?: number) => readonly RunView[];
  /** The run as it is. Does not count as a read. */
  readonly peek: (runId: number) => RunView | undefined;
  /** The run as it is. Counts as a read. */
  readonly read: (runId: number) => RunView | undefined;
  readonly stop: (runId: number) => 'stopping' | 'already-over' | undefined;
  readonly mark: (runId: number, marks: Partial<RunMarks>) => boolean;
}
