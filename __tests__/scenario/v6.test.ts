/** The current API through the bundle: one input more than the legacy API, and the same story for people. */
import { describe, expect, it } from '@jest/globals';
import type { Scenario } from '../../src/emulator/machine/scenario.ts';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { commands, runAction, startAction, transcript } from '../support/run-action.ts';
import type { ServedCloud } from '../support/k6-cloud.ts';
import { k6Cloud, QUICK, TEST_ID, TOKEN } from '../support/k6-cloud.ts';
import { until } from '../support/until.ts';

const STACK = { stack: 'acme' };
const START = { method: 'POST', path: '/start' };
const THRESHOLDS = [{ metric: 'http_req_duration', stat: 'p(95)', operator: '<', limit: 400 }] as const;
/** The workflow's surroundings that a note is made of. */
const WORKFLOW = {
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_REF: 'refs/pull/12/merge',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_RUN_ID: '99',
};

function v6Cloud(script: Scenario, v6: object = {}): Promise<ServedCloud> {
  return k6Cloud([], { tests: [{ id: TEST_ID, scenarios: [script], thresholds: THRESHOLDS }], v6 });
}

const isAbort = (line: string): boolean => line.includes('/abort');
const isLook = (line: string): boolean => /GET \/cloud\/v6\/test_runs\/\d+/u.test(line);

const rows: readonly (readonly [string, Scenario, Readonly<Record<string, string>>, string])[] = [
  ['passed', scenarios.passed(QUICK), {}, 'passed'],
  ['failed by a threshold', scenarios.failedByThreshold(QUICK), {}, 'failed'],
  ['aborted by a threshold', scenarios.aborted('threshold', QUICK), {}, 'failed'],
  ['aborted by a user', scenarios.aborted('user', QUICK), {}, 'aborted'],
  ['aborted by the system', scenarios.aborted('system', QUICK), {}, 'error'],
  ['out of quota', scenarios.quota(QUICK), {}, 'error'],
  ['completed with an error', scenarios.completedWithError(QUICK), {}, 'error'],
  ['completed without a result', scenarios.noResult(QUICK), { 'processing-timeout': '2s' }, 'error'],
  ['completed with a late result', scenarios.lateResult(QUICK), {}, 'passed'],
  ['aborted, and said to have passed', scenarios.aborted('system', { ...QUICK, result: 'passed' }), {}, 'error'],
  ['a status on the way that nobody knows', scenarios.unknownPhase('finalizing', QUICK), {}, 'passed'],
  ['a status for ever that nobody knows', scenarios.unknownStatus('finalizing', QUICK), { timeout: '12s' }, 'timeout'],
];

describe('the verdict of a run on v6', () => {
  it.each(rows)('%s', async (_, script, inputs, verdict) => {
    const { step, requests, runCount } = await v6Cloud(script);
    const ran = await runAction(step({ ...STACK, ...inputs }));
    expect(ran.outputs.get('verdict')).toBe(verdict);
    expect(ran.exitCode).toBe(verdict === 'passed' ? 0 : 1);
    expect(commands(ran.stdout, 'error')).toHaveLength(verdict === 'passed' ? 0 : 1);
    expect(runCount()).toBe(1);
    expect(transcript(ran, requests())).toMatchSnapshot();
  });

  it('says that a pass without thresholds measured nothing, and is none where they are required', async () => {
    const tests = [{ id: TEST_ID, scenarios: [scenarios.passed(QUICK)], thresholds: [] }];
    const lenient = await k6Cloud([], { tests });
    const ran = await runAction(lenient.step(STACK));
    expect(ran.exitCode).toBe(0);
    expect(commands(ran.stdout, 'warning').join()).toMatch(/has no thresholds, so nothing was checked/u);
    const strict = await k6Cloud([], { tests });
    const other = await runAction(strict.step({ ...STACK, 'require-thresholds': 'true' }));
    expect(other.exitCode).toBe(1);
    expect(other.outputs.get('reason')).toMatch(/^The test has no thresholds/u);
  });
});

describe('a move from v2 to v6', () => {
  it.each([
    ['passed', scenarios.passed(QUICK)],
    ['failed', scenarios.failedByThreshold(QUICK)],
    ['aborted', scenarios.aborted('user', QUICK)],
    ['error', scenarios.timedOut(QUICK)],
  ])('keeps the verdict %s, the id and the times, by adding one input', async (verdict, script) => {
    const both = await Promise.all(
      [{}, STACK].map(async (inputs) => {
        const { step } = await v6Cloud(script);
        return (await runAction(step(inputs))).outputs;
      }),
    );
    for (const outputs of both) {
      expect(outputs.get('verdict')).toBe(verdict);
      expect(outputs.get('run-url')).toMatch(/^https:\/\/acme\.grafana\.net\/a\/k6-app\/runs\/\d+$/u);
      expect(outputs.get('run-id')).toMatch(/^\d+$/u);
    }
    const [v2, v6] = both;
    expect(v6?.get('duration')).toBe(v2?.get('duration'));
  });
});

describe('a start on v6', () => {
  it.each([
    ['answered with the same run', {}],
    ['refused', { repeatedKey: 'conflict' }],
  ])('whose answer is lost makes one run, its repeated key being %s', async (_, v6) => {
    const { step, requests, runCount, faults } = await v6Cloud(scenarios.passed(QUICK), v6);
    faults.add({ on: START, fault: { kind: 'reset', acted: true } });
    const ran = await runAction(step(STACK));
    expect(ran.exitCode).toBe(0);
    expect(runCount()).toBe(1);
    expect(transcript(ran, requests())).toMatchSnapshot();
  });

  it('leaves a note that leads back to the workflow', async () => {
    const { step, cloud } = await v6Cloud(scenarios.passed(QUICK));
    const ran = await runAction({ ...step({ ...STACK, note: 'auto' }), env: WORKFLOW });
    expect(ran.exitCode).toBe(0);
    expect(cloud.runs(TEST_ID)[0]?.note).toBe(
      'acme/shop, pull request 12, commit 0123456789ab, https://github.com/acme/shop/actions/runs/99 ' +
        '[k6-cloud-gate/1 repository=acme/shop commit=0123456789ab pull-request=12 workflow-run=99]',
    );
  });

  it('leaves no note on a run that somebody else started', async () => {
    const { step, cloud, requests } = await v6Cloud(scenarios.passed(QUICK));
    const { id } = cloud.seed(TEST_ID, { scenario: scenarios.passed(QUICK), at: 'start', note: 'theirs' });
    const ran = await runAction({ ...step({ ...STACK, note: 'auto', 'run-id': String(id) }), env: WORKFLOW });
    expect(ran.exitCode).toBe(0);
    expect(requests().filter((line) => line.startsWith('PATCH'))).toEqual([]);
    expect(cloud.peek(id)?.note).toBe('theirs');
  });

  it('goes green all the same where the note is refused, with one warning', async () => {
    const { step, faults } = await v6Cloud(scenarios.passed(QUICK));
    faults.add({ on: { method: 'PATCH' }, times: Infinity, fault: { kind: 'status', status: 403, body: 'v6' } });
    const ran = await runAction({ ...step({ ...STACK, note: 'auto' }), env: WORKFLOW });
    expect(ran.exitCode).toBe(0);
    expect(ran.outputs.get('verdict')).toBe('passed');
    expect(commands(ran.stdout, 'warning')).toHaveLength(1);
    expect(commands(ran.stdout, 'warning')[0]).toMatch(/note/u);
  });

  it('takes the stack from the environment', async () => {
    const { step, requests } = await v6Cloud(scenarios.passed(QUICK));
    const ran = await runAction({ ...step(), env: { K6_CLOUD_STACK_ID: '871234' } });
    expect(ran.exitCode).toBe(0);
    expect(requests().filter((line) => line.includes('start-testrun'))).toEqual([]);
    expect(requests()).toContain(`POST /cloud/v6/load_tests/${TEST_ID}/start -> 200`);
  });

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['v6 without a stack', { api: 'v6' }, /^`api: v6` needs a stack\. Set `stack`/u],
    ['a stack that is none', { stack: 'two words' }, /^`stack`: invalid value "two words"/u],
    ['an API that is none', { api: 'v7' }, /^`api`: invalid value "v7"\. Expected auto, v6 or v2/u],
    ['a stack that the token may not use', { stack: 'other' }, /no access to this stack\. Check that `stack`/u],
    ['the number of such a stack', { stack: '999' }, /no access to this stack\. Check `stack`/u],
    [
      'a token of the wrong kind',
      { ...STACK, token: 'glsa_of_a_service_account' },
      /personal API token or a stack API/u,
    ],
  ])('with %s ends red and says what to do, and nothing is started', async (_, inputs, said) => {
    const { step, runCount } = await v6Cloud(scenarios.passed(QUICK));
    const ran = await runAction(step(inputs));
    expect(ran.exitCode).toBe(1);
    expect(commands(ran.stdout, 'error')).toEqual([expect.stringMatching(said)]);
    expect(runCount()).toBe(0);
    expect((ran.stdout + ran.stderr).replace(/^::add-mask::.*$/gmu, '')).not.toContain(TOKEN);
  });
});

describe('a simulation with a stack', () => {
  it.each(['acme-of-mine', '42'])('speaks v6 in the stack %s', async (stack) => {
    const ran = await runAction({ inputs: { simulate: 'passed', stack } });
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toMatch(/^k6 Cloud gate · test 1201 · v6 API · simulated$/mu);
    expect(ran.outputs.get('run-status')).toBe('completed');
  });
});

describe('v6, when the step ends early', () => {
  it('aborts the run at once when the workflow is cancelled', async () => {
    const { step, requests, cloud } = await v6Cloud(scenarios.neverEnding(QUICK));
    const running = startAction(step({ ...STACK, 'poll-interval': '1h' }));
    await until(() => requests().some(isLook));
    running.kill('SIGINT');
    const ran = await running.done;
    expect(ran.exitCode).toBe(1);
    expect(requests().filter(isAbort)).toHaveLength(1);
    expect(cloud.peek(Number(ran.outputs.get('run-id')))?.stopAsked).toBe(true);
    expect(transcript(ran, requests())).toMatchSnapshot();
    const post = await runAction({ ...step(STACK), state: ran.state });
    expect(post.exitCode).toBe(0);
    expect(requests().filter(isAbort)).toHaveLength(1);
  });

  it('aborts the run of a step that was killed', async () => {
    const { step, requests } = await v6Cloud(scenarios.neverEnding(QUICK));
    const running = startAction(step(STACK));
    await until(() => requests().some(isLook));
    running.kill('SIGKILL');
    const ran = await running.done;
    const post = await runAction({ ...step(STACK), state: ran.state });
    expect(post.exitCode).toBe(0);
    expect(requests().filter(isAbort)).toHaveLength(1);
    expect(transcript(post, requests().slice(-4))).toMatchSnapshot();
  });

  it('finds the run of a step that was killed before its start was answered, and starts none', async () => {
    const { step, requests, faults, runCount } = await v6Cloud(scenarios.neverEnding(QUICK));
    faults.add({ on: START, fault: { kind: 'silence', acted: true } });
    const running = startAction(step(STACK));
    await until(() => runCount() === 1);
    running.kill('SIGKILL');
    const ran = await running.done;
    const post = await runAction({ ...step(STACK), state: ran.state });
    expect(post.exitCode).toBe(0);
    expect(requests().filter(isAbort)).toHaveLength(1);
    expect(requests().filter((line) => line.includes('/start'))).toHaveLength(1);
    expect(runCount()).toBe(1);
  });
});
