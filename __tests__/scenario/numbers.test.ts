/** Numbers through the bundle: what they add, and that no source of theirs can change a verdict. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { FaultRule } from '../../src/emulator/faults/faults.ts';
import type { EmulatorOptions } from '../../src/emulator/emulator.ts';
import type { Scenario, Stage } from '../../src/emulator/machine/scenario.ts';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { githubApi } from '../support/github-api.ts';
import { k6Cloud, QUICK, TEST_ID, TOKEN } from '../support/k6-cloud.ts';
import { chartsOf } from '../support/mermaid.ts';
import { junitProblems } from '../support/junit-schema.ts';
import { commands, runAction } from '../support/run-action.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Everything but the requests that start, read and stop runs. */
const NUMBERS = /^\/cloud\/v5\/|^\/loadtests\/v[34]\/|\/thresholds\?|\/loadtests\/v2\/tests\/1201\?|is_baseline/u;
const broken = (fault: FaultRule['fault']): readonly FaultRule[] => [{ on: { path: NUMBERS }, times: Infinity, fault }];

describe('a run whose numbers are known', () => {
  it('has outputs, a reason with its numbers, charts, files and a comment', async () => {
    const { step } = await k6Cloud([scenarios.failedByThreshold(QUICK)]);
    const github = await githubApi({});
    const folder = temporaryFolder();
    const event = join(folder, 'event.json');
    writeFileSync(event, '{"pull_request":{"number":7}}');
    const reports = { 'report-dir': join(folder, 'report'), comment: 'on-failure', 'github-token': 'made-up' };
    const env = {
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_SHA: 'f'.repeat(40),
      GITHUB_API_URL: github.url,
      GITHUB_EVENT_PATH: event,
    };
    const ran = await runAction({ ...step(reports), env });
    await github.close();
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs.get('reason')).toMatch(
      /^p95 latency is 432 ms, over the limit of 400 ms \(run \d+: result_status FAILED\)\.$/u,
    );
    expect(Number(ran.outputs.get('p95'))).toBeCloseTo(432);
    for (const name of ['error-rate', 'rps', 'checks-rate']) expect(ran.outputs.get(name)).toMatch(/^\d+(?:\.\d+)?$/u);
    expect((await chartsOf(ran.summary)).length).toBeGreaterThanOrEqual(3);
    expect(ran.outputs.get('comment-url')).toBe('https://github.com/octo/shop/pull/7#issuecomment-1000');
    expect(github.comments[0]?.body).toContain('❌ Checkout API: p95 latency is 432 ms');
    const file = (name: string): string => readFileSync(join(ran.outputs.get('report-dir') ?? '', name), 'utf8');
    expect(await junitProblems(file('junit.xml'))).toEqual([]);
    expect(file('report.md')).toBe(ran.summary.trimEnd() + '\n');
    const report: unknown = JSON.parse(file('report.json'));
    expect(report).toMatchObject({ schema: 'k6-cloud-gate/report', version: 1, verdict: 'failed' });
    expect([ran.summary, file('report.json'), github.comments[0]?.body].join()).not.toContain(TOKEN);
  });

  it('fails by max-regression alone, in a sentence that names it', async () => {
    const { step, cloud } = await k6Cloud([scenarios.passed({ ...QUICK, numbers: { p95Ms: 390 } })]);
    cloud.seed(TEST_ID, { scenario: scenarios.passed({ numbers: { p95Ms: 300 } }) });
    const ran = await runAction(step({ baseline: 'previous', 'max-regression': 'p95=10%' }));
    expect(ran.outputs.get('verdict')).toBe('failed');
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs.get('reason')).toMatch(
      /^p95 latency rose 30 % \(300 → 390 ms, run \d+\); allowed: 10 % \(run \d+: its thresholds passed; `max-regression` decides\)\./u,
    );
    expect(commands(ran.stdout, 'error')).toHaveLength(1);
  });

  it('passes without a baseline, with a warning', async () => {
    const { step } = await k6Cloud([scenarios.passed(QUICK)]);
    const ran = await runAction(step({ baseline: 'previous', 'max-regression': 'p95=10%' }));
    expect(ran.outputs.get('verdict')).toBe('passed');
    expect(ran.exitCode).toBe(0);
    expect(commands(ran.stdout, 'warning').join()).toContain('No baseline: no earlier run that passed was found');
  });
});

describe('a threshold that failed during the run and was met at its end', () => {
  it.each([{}, { stack: '871234' }])('is described by the value that failed (%j)', async (inputs) => {
    const patch = (json: unknown): unknown =>
      JSON.parse(JSON.stringify(json).replaceAll('"calculated_value":432', '"calculated_value":380'));
    const fault: FaultRule = { on: { path: /\/v2\/thresholds/u }, times: Infinity, fault: { kind: 'patch', patch } };
    const { step } = await k6Cloud([scenarios.aborted('threshold', QUICK)], { faults: [fault] });
    const ran = await runAction(step(inputs));
    const sentence = 'p95 latency was 432 ms during the run, over the limit of 400 ms (380 ms at its end)';
    expect(ran.outputs.get('reason')).toContain(`${sentence} (run `);
    expect(ran.summary).toContain(`## ❌ Checkout API: ${sentence}`);
    expect(ran.summary).toContain('**432 ms (380 ms at the end)**');
    expect(ran.stdout).toContain('✗ http_req_duration  p(95)<400  432 ms (380 ms at the end)');
  });
});

describe('a run that ends in an unusual way', () => {
  const running: Stage = { status: 'running', ms: 1000 };
  const scenario = (...stages: readonly Stage[]): Scenario => {
    return { name: 'made up', stages: [running, ...stages], plannedS: 10, vus: 10 };
  };
  const stack = { stack: '871234' };

  it.each<readonly [string, Scenario, Readonly<Record<string, string>>, string, RegExp]>([
    [
      'v6, aborted, and its result comes a moment later',
      scenario(
        { status: 'aborted-by-threshold', reads: 2 },
        { status: 'aborted-by-threshold', result: 'failed', processing: 'finished' },
      ),
      stack,
      'aborted-by-threshold',
      /result failed/u,
    ],
    [
      'v6, aborted with a code alone',
      scenario({ status: 'aborted-by-script-error', result: 'error', reason: { code: 8030 } }),
      stack,
      'aborted-by-script-error',
      /error code is 8030.* Fix the script error/u,
    ],
    [
      'v2, a script error with a code alone',
      scenario({ status: 'aborted-by-script-error', reason: { code: 8035 } }),
      {},
      'aborted-by-script-error',
      /error code is 8035/u,
    ],
    [
      'v2, a limit with a code and empty words',
      scenario({ status: 'aborted-by-limit', reason: { code: 4015, message: '' } }),
      {},
      'aborted-by-limit',
      /error code is 4015.* Check your subscription and project limits/u,
    ],
    [
      'v2, stopped by the script',
      scenario({ status: 'aborted-by-user', reason: { code: 8036 } }),
      {},
      'aborted-by-user',
      /by a user, the API or `test\.abort\(\)` in the script/u,
    ],
  ])('%s', async (_, script, inputs, cause, reason) => {
    const { step } = await k6Cloud([script]);
    const ran = await runAction(step(inputs));
    expect(ran.outputs.get('cause')).toBe(cause);
    expect(ran.outputs.get('reason')).toMatch(reason);
    expect(ran.exitCode).toBe(1);
  });

  it('v6, waiting for a place in the queue: log and reason say for what', async () => {
    const message = 'Waiting: 5 of 5 concurrent runs.';
    const queued: Stage = { status: 'queued', reads: Infinity, reason: { message } };
    const { step } = await k6Cloud([{ name: 'queued', stages: [queued], plannedS: 10, vus: 10 }]);
    const ran = await runAction(step({ ...stack, 'queue-timeout': '3s' }));
    expect(ran.outputs.get('cause')).toBe('queue-time-limit');
    expect(ran.outputs.get('reason')).toContain('; k6 Cloud says: Waiting: 5 of 5 concurrent runs.');
    expect(ran.stdout).toMatch(/queued +Waiting: 5 of 5 concurrent runs$/mu);
  });

  it('v2, passed without a request: its latency is unknown, and not judged', async () => {
    const none = { requests_count: 0, failures_count: 0, rps_mean: 0, duration: { p95: 0, p99: 0, mean: 0, max: 0 } };
    const patch = (): unknown => ({ metrics_summary: { http_metric_summary: none, checks_metric_summary: null } });
    const { step, cloud, faults } = await k6Cloud([scenarios.passed(QUICK)]);
    cloud.seed(TEST_ID, { scenario: scenarios.passed() });
    const own = /test_runs\/7650002\/result_summary/u;
    faults.add({ on: { path: own }, times: Infinity, fault: { kind: 'patch', patch } });
    const ran = await runAction(step({ baseline: 'previous', 'max-regression': 'p95=10%' }));
    expect(ran.outputs.get('verdict')).toBe('passed');
    expect(ran.outputs.get('p95')).toBe('');
    expect(commands(ran.stdout, 'warning').join()).toContain('made no HTTP request, so its latency is unknown.');
    expect(ran.summary).not.toContain(' 0 ms');
  });
});

describe('require-thresholds', () => {
  const STACK = { stack: '871234' };
  const withoutSamples: FaultRule = {
    on: { path: /\/v2\/thresholds/u },
    times: Infinity,
    fault: {
      kind: 'patch',
      patch: (json) => {
        const text = JSON.stringify(json).replace(/"calculated_value":[\d.]+/gu, '"calculated_value":null');
        return JSON.parse(text) as unknown;
      },
    },
  };
  const gone: EmulatorOptions = { metrics: { gone: ['v2-thresholds', 'v4'] } };

  it.each<readonly [string, EmulatorOptions, Readonly<Record<string, string>>, RegExp | undefined]>([
    ['evaluated ones', {}, {}, undefined],
    ['evaluated ones on v6', {}, STACK, undefined],
    ['a list on v6 that the options do not show', { v6: { runOptions: 'no-thresholds' } }, STACK, undefined],
    ['no samples', { faults: [withoutSamples] }, {}, /^No threshold of the test had a sample/u],
    ['no samples on v6', { faults: [withoutSamples] }, STACK, /^No threshold of the test had a sample/u],
    ['no list', gone, {}, /^No threshold is known to have been evaluated/u],
    ['no list and no options on v6', { ...gone, v6: { runOptions: 'null' } }, STACK, /^No threshold is known to have/u],
  ])('with %s', async (_, options, inputs, reason) => {
    const { step } = await k6Cloud([scenarios.passed(QUICK)], options);
    const ran = await runAction(step({ ...inputs, 'require-thresholds': 'true' }));
    expect(ran.outputs.get('verdict')).toBe(reason === undefined ? 'passed' : 'error');
    expect(ran.exitCode).toBe(reason === undefined ? 0 : 1);
    const cause = reason === undefined ? 'passed' : 'thresholds-not-evaluated';
    expect(ran.outputs.get('cause')).toBe(cause);
    expect(ran.outputs.get('reason')).toMatch(reason ?? /^All thresholds passed/u);
  });

  it.each([{}, STACK])('absent, a pass without thresholds says that nothing was checked (%j)', async (inputs) => {
    const tests = [{ id: TEST_ID, scenarios: [scenarios.passed(QUICK)], thresholds: [] }];
    const { step } = await k6Cloud([], { tests });
    const ran = await runAction(step(inputs));
    expect(ran.exitCode).toBe(0);
    expect(ran.outputs.get('reason')).toMatch(/^Passed, but the test has no thresholds, so nothing was checked/u);
  });
});

describe('a run whose numbers cannot be had', () => {
  it.each<readonly [string, FaultRule['fault']]>([
    ['404', { kind: 'status', status: 404 }],
    ['403', { kind: 'status', status: 403 }],
    ['500', { kind: 'status', status: 500 }],
    ['nonsense', { kind: 'text', text: '<html>' }],
    ['a cut-off body', { kind: 'truncated' }],
    ['a reset', { kind: 'reset', acted: false }],
  ])('keeps its verdict where every source answers with %s', async (_, fault) => {
    for (const [script, verdict] of [
      [scenarios.passed(QUICK), 'passed'],
      [scenarios.failedByThreshold(QUICK), 'failed'],
    ] as const) {
      const { step } = await k6Cloud([script], { faults: broken(fault) });
      const ran = await runAction(step());
      expect(ran.outputs.get('verdict')).toBe(verdict);
      expect(ran.exitCode).toBe(verdict === 'passed' ? 0 : 1);
      expect(ran.outputs.get('p95')).toBe('');
      expect(ran.stdout.match(/Some numbers of run/gu)).toHaveLength(1);
      expect(ran.summary).not.toContain('0 ms');
    }
  });
});
