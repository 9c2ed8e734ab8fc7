/** What the inputs do, through the bundle: bad ones before any request, several tests, watched runs, no waiting. */
import { describe, expect, it } from '@jest/globals';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { DEFAULT_INPUTS } from '../support/default-inputs.ts';
import { commands, runAction, startAction, transcript } from '../support/run-action.ts';
import { k6Cloud, QUICK, TEST_ID, TOKEN } from '../support/k6-cloud.ts';

const EMPTY_INPUTS = Object.fromEntries(Object.keys(DEFAULT_INPUTS).map((name) => [name, '']));

describe('bad input', () => {
  it.each([
    [{ 'test-id': 'checkout' }, ['test-id']],
    [{ 'test-id': '1.5, -1' }, ['test-id']],
    [{ 'test-id': '9007199254740992' }, ['test-id']],
    [{ 'test-id': '../../v3/account/me' }, ['test-id']],
    [{ 'test-id': '1201 1201' }, ['test-id']],
    [{ 'test-id': '1201', 'run-id': '7650001' }, ['test-id']],
    [{ 'test-id': '' }, ['test-id']],
    [{ 'test-id': '1,201' }, ['test-id']],
    [{ 'test-id': 'https://acme.grafana.net/a/k6-app/runs/7650001' }, ['test-id']],
    [{ timeout: 'soon', 'poll-interval': '0', 'queue-timeout': '-5' }, ['poll-interval', 'timeout', 'queue-timeout']],
    [{ wait: 'yes', summary: '1', 'require-thresholds': 'TrUe' }, ['wait', 'require-thresholds', 'summary']],
    [
      { 'fail-on': 'faild', 'on-cancel': 'kill', 'on-timeout': 'go', simulate: 'chaos' },
      ['simulate', 'on-timeout', 'on-cancel', 'fail-on'],
    ],
    [{ token: 'two words' }, ['token']],
    [{ token: '' }, ['token']],
  ])('%j is explained before any request is sent', async (inputs, named) => {
    const { step, requests } = await k6Cloud([scenarios.passed(QUICK)]);
    const ran = await runAction(step(inputs));
    expect(ran.exitCode).toBe(1);
    expect(commands(ran.stdout, 'error').map((line) => /`([a-z-]+)`/u.exec(line)?.[1])).toEqual(named);
    expect(ran.outputs.get('verdict')).toBe('error');
    expect(requests()).toEqual([]);
  });

  it('is reported as any other outcome: outputs, summary and a last line', async () => {
    const { step } = await k6Cloud([]);
    const ran = await runAction(step({ 'test-id': '<b>checkout</b>', timeout: 'soon' }));
    expect(transcript(ran)).toMatchSnapshot();
  });

  it('writes no summary where none is wanted', async () => {
    const { step } = await k6Cloud([]);
    const ran = await runAction(step({ 'test-id': 'checkout', summary: 'false' }));
    expect(ran.summary).toBe('');
    const skipped = await runAction(step({ token: '', 'missing-token': 'skip', summary: 'false' }));
    expect(skipped.summary).toBe('');
  });

  it('does not show a token that was pasted into another input', async () => {
    const { step } = await k6Cloud([]);
    for (const value of [TOKEN, TOKEN.slice(0, 14), `${'x'.repeat(70)}${TOKEN}`]) {
      const ran = await runAction(step({ 'test-id': value, 'api-url': value, timeout: value }));
      const shown = [ran.stdout.replace(/^::add-mask::.*$/gmu, ''), ran.stderr, ran.summary, ...ran.outputs.values()];
      expect(shown.join('\n')).not.toContain(TOKEN.slice(0, 8));
    }
  });

  it.each([
    { token: 'acme', stack: 'glsa_made-up-Secret' },
    { token: 'load test', status: 'glsa_made-up-Secret' },
    { token: '', 'test-id': 'glsa_made-up-Secret' },
  ])('does not show a token that the step does not know: %j', async (given) => {
    const ran = await runAction({ inputs: { 'test-id': '1201', ...given } });
    expect([ran.exitCode, ran.outputs.get('cause')]).toEqual([1, 'invalid-input']);
    const shown = [ran.stdout, ran.stderr, ran.summary, ...ran.outputs.values()].join('\n');
    expect(shown).toContain('(not shown: it looks like a token)');
    expect(shown).not.toContain('glsa_');
  });

  it.each(['http://api.k6.io', 'https://user:pass@api.k6.io', 'nonsense', 'ftp://127.0.0.1'])(
    'an api-url like %s is explained',
    async (url) => {
      const ran = await runAction({ inputs: { token: TOKEN, 'test-id': '1201', 'api-url': url } });
      expect(ran.exitCode).toBe(1);
      expect(commands(ran.stdout, 'error')).toEqual([expect.stringMatching(/^`api-url`: invalid value/u)]);
    },
  );
});

describe('empty inputs', () => {
  it('mean their defaults, as where a wrapping workflow passes on what it was not given', async () => {
    const { step } = await k6Cloud([scenarios.passed(QUICK)]);
    const { inputs } = step();
    const ran = await runAction({ inputs: { ...EMPTY_INPUTS, ...inputs } });
    expect(ran.stdout).not.toContain('::error');
    expect(ran.exitCode).toBe(0);
    expect(ran.summary).not.toBe('');
  });

  it('cost one warning where they hold no token for the comment that was asked for', async () => {
    const { step } = await k6Cloud([scenarios.passed(QUICK)]);
    const env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_RUN_ID: '99', GITHUB_EVENT_NAME: 'push', GITHUB_SHA: 'f00' };
    const ran = await runAction({ ...step({ comment: 'always', 'github-token': '' }), env });
    expect(ran.exitCode).toBe(0);
    expect(commands(ran.stdout, 'warning')).toEqual([expect.stringMatching(/No comment/u)]);
  });
});

describe('the token', () => {
  it('may come from the environment, with a line break at its end', async () => {
    const { step } = await k6Cloud([scenarios.passed(QUICK)]);
    const ran = await runAction({ ...step({ token: '' }), env: { K6_CLOUD_TOKEN: `${TOKEN}\n` } });
    expect(ran.exitCode).toBe(0);
  });

  it('is masked before anything else is printed', async () => {
    const { step } = await k6Cloud([scenarios.passed(QUICK)]);
    const ran = await runAction(step());
    expect(ran.stdout.split('\n')[0]).toBe(`::add-mask::${TOKEN}`);
  });

  it('may be missing where the user allows it: green, with a warning', async () => {
    const { step, requests } = await k6Cloud([]);
    const ran = await runAction(step({ token: '', 'missing-token': 'skip' }));
    expect(ran.exitCode).toBe(0);
    expect(requests()).toEqual([]);
    expect(transcript(ran)).toMatchSnapshot();
  });
});

describe('ids', () => {
  it('may be addresses, with a number sign, or in quotes', async () => {
    const { step, requests } = await k6Cloud([scenarios.passed(QUICK)]);
    const ran = await runAction(step({ 'test-id': `https://acme.grafana.net/a/k6-app/tests/${TEST_ID}?tab=runs` }));
    expect(ran.exitCode).toBe(0);
    const runId = ran.outputs.get('run-id') ?? '';
    const judged = await runAction(step({ 'run-id': `"#${runId}"` }));
    expect(judged.outputs.get('verdict')).toBe('passed');
    expect(requests().filter((line) => line.includes('start-testrun'))).toHaveLength(1);
  });
});

describe('several tests', () => {
  const tests = [
    { id: 1201, scenarios: [scenarios.passed(QUICK)] },
    { id: 1202, scenarios: [scenarios.failedByThreshold(QUICK)] },
    { id: 1203, scenarios: [scenarios.aborted('user', QUICK)] },
  ];

  it('are watched side by side, all reported, and the worst decides', async () => {
    const { step } = await k6Cloud([], { tests });
    const ran = await runAction(step({ 'test-id': '1201, 1202\n1203' }));
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs.get('verdict')).toBe('failed');
    expect(ran.outputs.get('run-status')).toBe('FINISHED,FINISHED,ABORTED_BY_USER');
    const runs = JSON.parse(ran.outputs.get('runs') ?? '') as { verdict: string; 'test-id': string }[];
    expect(runs.map((run) => [run['test-id'], run.verdict])).toEqual([
      ['1201', 'passed'],
      ['1202', 'failed'],
      ['1203', 'aborted'],
    ]);
    expect(commands(ran.stdout, 'error')).toHaveLength(2);
  });

  it('do not suffer from one that is unknown, but the job fails', async () => {
    const { step } = await k6Cloud([], { tests });
    const ran = await runAction(step({ 'test-id': '1201, 9999', 'fail-on': 'none' }));
    expect(ran.exitCode).toBe(1);
    const runs = JSON.parse(ran.outputs.get('runs') ?? '') as { verdict: string }[];
    expect(runs.map((run) => run.verdict)).toEqual(['passed', 'error']);
    expect(commands(ran.stdout, 'error')).toHaveLength(1);
  });
});

describe('wait: false', () => {
  it('starts, sets the outputs and leaves; a later job judges that run', async () => {
    const { step, requests } = await k6Cloud([scenarios.failedByThreshold(QUICK)]);
    const started = await runAction(step({ wait: 'false' }));
    expect(started.exitCode).toBe(0);
    expect(started.outputs.get('verdict')).toBe('started');
    const post = await runAction({ ...step({ wait: 'false' }), state: started.state });
    expect(post.exitCode).toBe(0);
    expect(requests().some((line) => line.includes('/stop'))).toBe(false);

    const judged = await runAction(step({ 'run-id': started.outputs.get('run-id') ?? '' }));
    expect(judged.exitCode).toBe(1);
    expect(judged.outputs.get('verdict')).toBe('failed');
    expect(transcript(judged, requests())).toMatchSnapshot();
  });
});

describe('report-dir', () => {
  it.each(['~/report', '$RUNNER_TEMP/report'])('%s is refused before any request', async (folder) => {
    const { step, requests } = await k6Cloud([scenarios.passed(QUICK)]);
    const ran = await runAction(step({ 'report-dir': folder }));
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs.get('cause')).toBe('invalid-input');
    expect(commands(ran.stdout, 'error').join()).toContain('`report-dir`: invalid value');
    expect(requests()).toEqual([]);
  });
});

describe('run-id', () => {
  it('names an unknown run at once', async () => {
    const { step } = await k6Cloud([]);
    const ran = await runAction(step({ 'run-id': '7659999', 'fail-on': 'none' }));
    expect(ran.exitCode).toBe(1);
    expect(commands(ran.stdout, 'error')).toEqual([expect.stringMatching(/404.*Check the id/u)]);
    expect(ran.outputs.get('reason')).toMatch(/run 7659999, never found\)\.$/u);
    expect(ran.outputs.get('run-status')).toBe('');
    expect(ran.stdout).toContain('::error title=Run not found::');
    expect(ran.summary.split('\n')[0]).toBe('## ⚠️ run 7659999: Run not found');
  });
});

describe('require-thresholds', () => {
  it.each([
    ['none', [], 'error'],
    ['some', [{ metric: 'http_req_duration', stat: 'p(95)', operator: '<', limit: 400 } as const], 'passed'],
  ] as const)('with %s in the test says so', async (_, thresholds, verdict) => {
    const tests = [{ id: TEST_ID, thresholds, scenarios: [scenarios.passed(QUICK)] }];
    const { step } = await k6Cloud([], { tests });
    const ran = await runAction(step({ 'require-thresholds': 'true' }));
    expect(ran.outputs.get('verdict')).toBe(verdict);
  });

  it('is red where it cannot be read whether there are any', async () => {
    const { step, faults } = await k6Cloud([scenarios.passed(QUICK)]);
    faults.add({ on: { path: '/thresholds' }, times: Infinity, fault: { kind: 'status', status: 500, body: 'v2' } });
    const ran = await runAction(step({ 'require-thresholds': 'true', 'outage-timeout': '1s' }));
    expect(ran.outputs.get('verdict')).toBe('error');
  });
});

describe('simulate', () => {
  it.each([
    ['passed', 0],
    ['failed', 1],
    ['aborted', 1],
    ['error', 1],
    ['timeout', 1],
  ])('%s plays its story without account or token', async (simulate, exitCode) => {
    const ran = await runAction({ inputs: { simulate } });
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.outputs.get('verdict')).toBe(simulate);
    expect(ran.outputs.get('simulated')).toBe('true');
    expect(commands(ran.stdout, 'warning').join()).toMatch(/simulation/u);
    expect(ran.summary).toMatch(/Simulation/u);
    expect(`${ran.summary}${ran.stdout}`).not.toMatch(/https:/u); // the page of a simulated run leads nowhere
  });

  it('can be cancelled', async () => {
    const running = startAction({ inputs: { simulate: 'passed' } });
    await running.said('running');
    running.kill('SIGINT');
    const ran = await running.done;
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs.get('verdict')).toBe('cancelled');
  });

  it.each([
    ['p95=10%', { stack: '' }, 'passed'],
    ['p95=1%', { stack: '' }, 'failed'],
    ['p95=1%', { stack: 'acme' }, 'failed'],
  ])('has a past to compare with: %s, %j: %s', async (rule, stack, verdict) => {
    const inputs = { simulate: 'passed', baseline: 'marked', 'max-regression': rule, ...stack };
    const ran = await runAction({ inputs });
    expect(commands(ran.stdout, 'warning')).toHaveLength(1);
    expect(ran.outputs.get('verdict')).toBe(verdict);
    expect(ran.exitCode).toBe(verdict === 'passed' ? 0 : 1);
  });
});
