/** A cancel in each phase of a run, on both APIs: what the last line of the log says, and what was asked of the service. */
import { describe, expect, it } from '@jest/globals';
import type { FaultRule } from '../../src/emulator/faults/faults.ts';
import type { Scenario } from '../../src/emulator/machine/scenario.ts';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { k6Cloud, QUICK } from '../support/k6-cloud.ts';
import { longAgo, runAction, startAction } from '../support/run-action.ts';
import { until } from '../support/until.ts';

const STARTS = /POST \/loadtests\/v2\/tests\/\d+\/start-testrun|POST \/cloud\/v6\/load_tests\/\d+\/start/u;
const STOPS = /POST \/loadtests\/v2\/runs\/\d+\/stop|POST \/cloud\/v6\/test_runs\/\d+\/abort/u;
const NUMBERS = /\/cloud\/v5\/|\/loadtests\/v4\//u;

interface Row {
  readonly phase: string;
  readonly run: Scenario;
  readonly fault?: FaultRule;
  /** A text of the log, or a request, that shows that the phase is reached. */
  readonly reached: string | RegExp;
  readonly verdict: 'cancelled' | 'passed';
  /** The reason, without the part in brackets about the last answer. */
  readonly says: string | RegExp;
  readonly stops: 0 | 1;
  /** What post says. */
  readonly post?: string;
}

/** A run that stays in a stage for ever. */
const stuck = (stage: 'created' | 'queued' | 'initializing'): Scenario =>
  scenarios.neverEnding({ ...QUICK, reads: { ...QUICK.reads, [stage]: Infinity } });
const silence = { kind: 'silence', acted: false } as const;
const BEFORE_ITS_END = 'The workflow was cancelled before the run ended (…). A stop was requested for the run.';

const rows: readonly Row[] = [
  {
    phase: 'before the start',
    run: stuck('created'),
    fault: { on: { method: 'GET' }, times: Infinity, fault: silence },
    reached: /GET/u,
    verdict: 'cancelled',
    says: 'The workflow was cancelled before the test run was known.',
    stops: 0,
  },
  {
    phase: 'the start is not answered, and is not acted on',
    run: stuck('created'),
    fault: { on: { method: 'POST', path: /start/u }, times: Infinity, fault: silence },
    reached: STARTS,
    verdict: 'cancelled',
    says: 'The workflow was cancelled before the test run was known. Its start was not answered, so it may have made a run. The post step searches for it and stops it.',
    stops: 0,
    post: 'The start request for test 1201 got no response, and no run was found in 120 s. Check k6 Cloud.',
  },
  {
    phase: 'the start is not answered, and made a run',
    run: stuck('created'),
    fault: { on: { method: 'POST', path: /start/u }, times: Infinity, fault: { kind: 'silence', acted: true } },
    reached: STARTS,
    verdict: 'cancelled',
    says: 'The workflow was cancelled before the test run was known. A stop was requested for the run.',
    stops: 1,
  },
  {
    phase: 'created',
    run: stuck('created'),
    reached: ' created',
    verdict: 'cancelled',
    says: BEFORE_ITS_END,
    stops: 1,
  },
  { phase: 'queued', run: stuck('queued'), reached: ' queued', verdict: 'cancelled', says: BEFORE_ITS_END, stops: 1 },
  {
    phase: 'initializing',
    run: stuck('initializing'),
    reached: ' initializing',
    verdict: 'cancelled',
    says: BEFORE_ITS_END,
    stops: 1,
  },
  {
    phase: 'running',
    run: scenarios.neverEnding(QUICK),
    reached: ' running',
    verdict: 'cancelled',
    says: BEFORE_ITS_END,
    stops: 1,
  },
  {
    phase: 'the metrics are processed',
    run: scenarios.passed({ ...QUICK, runningMs: 1, reads: { ...QUICK.reads, processing: Infinity } }),
    reached: ' finished',
    verdict: 'cancelled',
    says: 'The workflow was cancelled before the run ended (…). The run had already ended.',
    stops: 0,
  },
  {
    phase: 'the numbers are read',
    run: scenarios.passed({ ...QUICK, runningMs: 1 }),
    fault: { on: { path: NUMBERS }, times: Infinity, fault: silence },
    reached: NUMBERS,
    verdict: 'passed',
    says: /^(?:All thresholds|The run) passed \(…\)\.$/u,
    stops: 0,
  },
  {
    phase: 'the stop of a first cancel is not answered',
    run: scenarios.neverEnding(QUICK),
    fault: { on: { path: /\/stop|\/abort/u }, fault: silence },
    reached: ' running',
    verdict: 'cancelled',
    says: 'The workflow was cancelled before the run ended (…). The run could not be stopped. It may still be running and using VUh.',
    stops: 1,
    post: 'was still running. It was stopped.',
  },
];

const APIS = [
  ['v2', {}],
  ['v6', { stack: 'acme' }],
] as const;

describe.each(APIS)('a job on %s that is cancelled while', (_, api) => {
  it.each(rows)('$phase', async ({ run, fault, reached, verdict, says, stops, post: told = '' }) => {
    const { step, requests, faults } = await k6Cloud([run]);
    if (fault !== undefined) faults.add(fault);
    const running = startAction(step({ ...api, 'poll-interval': '1s' }));
    if (typeof reached === 'string') await running.said(reached);
    else await until(() => requests().some((line) => reached.test(line)));
    running.kill('SIGINT');
    const ran = await running.done;
    const reason = (ran.outputs.get('reason') ?? '').replace(/\([^()]*\)/u, '(…)');
    expect([ran.exitCode, ran.outputs.get('verdict')]).toEqual([verdict === 'passed' ? 0 : 1, verdict]);
    expect(reason).toEqual(typeof says === 'string' ? says : expect.stringMatching(says));
    expect(ran.stdout.trimEnd().split('\n').at(-1)).toContain(`${verdict} · ${ran.outputs.get('reason')}`);
    expect(ran.summary).toContain(verdict === 'passed' ? 'passed' : 'cancelled');
    expect(requests().filter((line) => STARTS.test(line)).length).toBeLessThanOrEqual(1);
    expect(requests().filter((line) => STOPS.test(line))).toHaveLength(stops);
    faults.clear();
    const post = await runAction({ ...step(api), state: longAgo(ran.state) });
    expect([post.exitCode, post.stdout]).toEqual([0, told === '' ? '' : expect.stringContaining(told)]);
  });
});
