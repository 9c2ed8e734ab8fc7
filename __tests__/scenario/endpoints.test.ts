/** Endpoints through the bundle: which one became slower, wherever people and programs look for it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { FaultRule } from '../../src/emulator/faults/faults.ts';
import type { NumbersPlan } from '../../src/emulator/machine/numbers-plan.ts';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { githubApi } from '../support/github-api.ts';
import type { ServedCloud } from '../support/k6-cloud.ts';
import { k6Cloud, QUICK, TEST_ID } from '../support/k6-cloud.ts';
import { commands, runAction } from '../support/run-action.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CONFIRM = '/checkout/confirm';
const plan = (confirmMs: number): NumbersPlan => ({
  rps: 50,
  endpoints: [
    { method: 'GET', name: '/cart', p95Ms: 199, share: 0.75 },
    { method: 'POST', name: CONFIRM, p95Ms: confirmMs, share: 0.25, errorRate: 0.02 },
  ],
});
const APIS: readonly Readonly<Record<string, string>>[] = [{}, { stack: '871234' }];

/** A cloud with earlier runs of these latencies of the endpoint, and a next run of 1830 ms. */
async function cloudOf(earlier: readonly number[], faults: readonly FaultRule[] = []): Promise<ServedCloud> {
  const cloud = await k6Cloud([scenarios.passed({ ...QUICK, numbers: plan(1830) })], { faults });
  for (const confirmMs of earlier) {
    cloud.cloud.seed(TEST_ID, { scenario: scenarios.passed({ ...QUICK, numbers: plan(confirmMs) }) });
  }
  return cloud;
}

const spaces = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

describe.each(APIS)('endpoints (%j)', (api) => {
  it('stand in summary, comment, log and report.json, the slower one first', async () => {
    const { step, requests } = await cloudOf([1100, 1116, 1120]);
    const github = await githubApi({});
    const folder = temporaryFolder();
    const event = join(folder, 'event.json');
    writeFileSync(event, '{"pull_request":{"number":7}}');
    const reports = { 'report-dir': join(folder, 'report'), comment: 'always', 'github-token': 'made-up' };
    const env = {
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_SHA: 'f'.repeat(40),
      GITHUB_API_URL: github.url,
      GITHUB_EVENT_PATH: event,
    };
    const ran = await runAction({ ...step({ ...api, ...reports, baseline: 'recent' }), env });
    await github.close();
    const rows = `| p95 | change | failed | requests | endpoint |
| --: | --: | --: | --: | :-- |
| **1.83 s** | 🔺 +64 % | 2 % | 1 550 | \`POST ${CONFIRM}\` |
| 199 ms | same | 0 % | 4 650 | \`GET /cart\` |`;
    expect(spaces(ran.summary)).toContain(`### Endpoints · 1 slower\n\n${rows}\n`);
    expect(spaces(github.comments[0]?.body ?? '')).toContain(`**Endpoints · 1 slower**\n\n${rows}\n`);
    expect(spaces(ran.stdout)).toContain(`endpoints
     p95  change  failed  requests  endpoint
  1.83 s   +64 %     2 %     1 550  POST ${CONFIRM}
  199 ms    same     0 %     4 650  GET /cart
`);
    const report: unknown = JSON.parse(readFileSync(join(folder, 'report/report.json'), 'utf8'));
    expect(report).toMatchObject({
      runs: [
        {
          endpoints: [
            {
              name: CONFIRM,
              method: 'POST',
              p95Ms: 1830,
              baselineP95Ms: 1116,
              changePercent: (1830 / 1116 - 1) * 100,
              slower: true,
              errorRate: 0.02,
              requests: 1550,
            },
            { name: '/cart', method: 'GET', p95Ms: 199, baselineP95Ms: 199, changePercent: 0, slower: false },
          ],
        },
      ],
    });
    expect(requests().filter((line) => line.includes('name,method'))).toHaveLength(2);
  });

  it('name the one that a rule is about, in its row as in the reason', async () => {
    const { step } = await cloudOf([1116]);
    const rules = { baseline: 'previous', 'max-regression': `p95{name:"${CONFIRM}"}=15%` };
    const ran = await runAction(step({ ...api, ...rules }));
    expect(ran.outputs.get('cause')).toBe('regressed');
    expect(ran.exitCode).toBe(1);
    expect(spaces(ran.summary)).toContain(`| **1.83 s** | ❌ +64 %, allowed 15 % | 2 % | 1 550 |`);
  });

  it.each<readonly [string, FaultRule['fault']]>([
    ['404', { kind: 'status', status: 404 }],
    ['nonsense', { kind: 'text', text: '<html>' }],
    ['no answer', { kind: 'silence', acted: false }],
  ])('are missing, and nothing else, where they get %s', async (_, fault) => {
    const { step } = await cloudOf([300], [{ on: { path: /name,method/u }, times: Infinity, fault }]);
    const ran = await runAction(step({ ...api, baseline: 'previous', 'max-regression': 'p95=10%' }));
    expect(ran.exitCode).toBe(0);
    expect(ran.outputs.get('verdict')).toBe('passed');
    expect(ran.summary).not.toContain('Endpoints');
    expect(ran.summary).toContain('| p95 latency |');
    expect(ran.stdout.match(/Some numbers of run \d+ are n\/a/gu)).toHaveLength(1);
    expect(commands(ran.stdout, 'warning')).toEqual([]);
  });
});
