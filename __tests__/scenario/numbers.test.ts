/** Numbers through the bundle: what they add, and that no source of theirs can change a verdict. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { FaultRule } from '../../src/emulator/faults/faults.ts';
import * as stories from '../../src/emulator/machine/scenarios.ts';
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
    const { step } = await k6Cloud([stories.failedByThreshold(QUICK)]);
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
      /^http_req_duration p\(95\) is 432 ms, the limit is 400 ms \(run \d+: result_status FAILED\)\.$/u,
    );
    expect(Number(ran.outputs.get('p95'))).toBeCloseTo(432);
    for (const name of ['error-rate', 'rps', 'checks-rate']) expect(ran.outputs.get(name)).toMatch(/^\d+(?:\.\d+)?$/u);
    expect((await chartsOf(ran.summary)).length).toBeGreaterThanOrEqual(3);
    expect(ran.outputs.get('comment-url')).toBe('https://github.com/octo/shop/pull/7#issuecomment-1000');
    expect(github.comments[0]?.body).toContain('❌ Checkout API: `http_req_duration` p(95) is 432 ms');
    const file = (name: string): string => readFileSync(join(ran.outputs.get('report-dir') ?? '', name), 'utf8');
    expect(await junitProblems(file('junit.xml'))).toEqual([]);
    expect(file('report.md')).toBe(ran.summary.trimEnd() + '\n');
    const report: unknown = JSON.parse(file('report.json'));
    expect(report).toMatchObject({ schema: 'k6-cloud-gate/report', version: 1, verdict: 'failed' });
    expect([ran.summary, file('report.json'), github.comments[0]?.body].join()).not.toContain(TOKEN);
  });

  it('fails by max-regression alone, in a sentence that names it', async () => {
    const { step, cloud } = await k6Cloud([stories.passed({ ...QUICK, numbers: { p95Ms: 390 } })]);
    cloud.seed(TEST_ID, { scenario: stories.passed({ numbers: { p95Ms: 300 } }) });
    const ran = await runAction(step({ baseline: 'previous', 'max-regression': 'p95=10%' }));
    expect(ran.outputs.get('verdict')).toBe('failed');
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs.get('reason')).toMatch(
      /^p95 latency is 390 ms against 300 ms in run \d+: \+30 %, the limit is \+10 % \(run \d+: its thresholds passed; `max-regression` decides\)\./u,
    );
    expect(commands(ran.stdout, 'error')).toHaveLength(1);
  });

  it('passes without a baseline, with a warning', async () => {
    const { step } = await k6Cloud([stories.passed(QUICK)]);
    const ran = await runAction(step({ baseline: 'previous', 'max-regression': 'p95=10%' }));
    expect(ran.outputs.get('verdict')).toBe('passed');
    expect(ran.exitCode).toBe(0);
    expect(commands(ran.stdout, 'warning').join()).toContain('No baseline: no earlier run that passed was found');
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
      [stories.passed(QUICK), 'passed'],
      [stories.failedByThreshold(QUICK), 'failed'],
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
