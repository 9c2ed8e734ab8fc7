/** Comparisons through the bundle: a regression stays red however often the job is re-run, and a person can accept it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { SeedPlan } from '../../src/emulator/machine/cloud-model.ts';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import type { ServedCloud } from '../support/k6-cloud.ts';
import { k6Cloud, QUICK, TEST_ID } from '../support/k6-cloud.ts';
import type { Ran } from '../support/run-action.ts';
import { commands, runAction } from '../support/run-action.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const RULE = { baseline: 'previous', 'max-regression': 'p95=10%' };
const V6 = { ...RULE, stack: 'acme' };
const SHA = '0123456789abcdef0123456789abcdef01234567';

/** A cloud whose next runs have these latencies, after one run of main with 300 ms. */
async function cloudOf(latencies: readonly number[], earlier: readonly SeedPlan[] = [{}]): Promise<ServedCloud> {
  const runs = latencies.map((p95Ms) => scenarios.passed({ ...QUICK, numbers: { p95Ms } }));
  const cloud = await k6Cloud([], { tests: [{ id: TEST_ID, scenarios: runs, thresholds: [] }] });
  for (const plan of earlier) {
    const scenario = scenarios.passed({ ...QUICK, numbers: { p95Ms: 300 } });
    cloud.cloud.seed(TEST_ID, { scenario, note: '[k6-cloud-gate/1 repository=acme/shop branch=main]', ...plan });
  }
  return cloud;
}

/** The environment of a step of a pull request, or of a push to main. */
function workflow(pullRequest: number | undefined): Readonly<Record<string, string>> {
  const event =
    pullRequest === undefined
      ? { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' }
      : { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: `refs/pull/${pullRequest}/merge`, GITHUB_BASE_REF: 'main' };
  return { GITHUB_REPOSITORY: 'acme/shop', GITHUB_SHA: SHA, GITHUB_RUN_ID: '99', ...event };
}

const run = (
  { step }: ServedCloud,
  pullRequest: number | undefined,
  inputs: Readonly<Record<string, string>> = V6,
): Promise<Ran> => runAction({ ...step(inputs), env: workflow(pullRequest) });
const verdictOf = ({ exitCode, outputs }: Ran): string => `${exitCode} ${outputs.get('verdict')}`;

describe('a slow pull request on v6', () => {
  it('is red each of the five times that it is run', async () => {
    const cloud = await cloudOf([450]);
    for (let attempt = 1; attempt <= 5; attempt++) {
      const ran = await run(cloud, 12);
      expect(verdictOf(ran)).toBe('1 failed');
      expect(ran.outputs.get('cause')).toBe('regressed');
      expect(ran.outputs.get('reason')).toMatch(/^p95 latency rose 50 % \(300 → 450 ms, run \d+\); allowed: /u);
    }
    const notes = cloud.cloud
      .runs(TEST_ID)
      .slice(1)
      .map(({ note }) => note);
    expect(notes).toHaveLength(5);
    for (const note of notes) {
      expect(note).toMatch(
        /\[k6-cloud-gate\/1 repository=acme\/shop branch=main commit=0123456789ab pull-request=12 workflow-run=99 regressed\]$/u,
      );
    }
  });

  it('does not move the level step by step, and a star accepts a new level', async () => {
    const cloud = await cloudOf([324, 350, 378, 378]);
    const verdicts = [await run(cloud, 1), await run(cloud, 2), await run(cloud, 3)].map(verdictOf);
    expect(verdicts).toEqual(['0 passed', '1 failed', '1 failed']);
    const newest = cloud.cloud.runs(TEST_ID).at(-1);
    cloud.cloud.mark(newest?.id ?? 0, { starred: true });
    expect(verdictOf(await run(cloud, 3))).toBe('0 passed');
  });

  it('that is pushed to main is red there each time, because a regressed run is no baseline', async () => {
    const cloud = await cloudOf([450]);
    expect(verdictOf(await run(cloud, undefined))).toBe('1 failed');
    expect(verdictOf(await run(cloud, undefined))).toBe('1 failed');
  });

  it('is compared with the newest run of another pull request if there is nothing else, with a warning', async () => {
    const cloud = await cloudOf([300, 450]);
    cloud.cloud.mark(cloud.cloud.runs(TEST_ID)[0]?.id ?? 0, {
      note: '[k6-cloud-gate/1 repository=acme/shop branch=main pull-request=9]',
    });
    expect(verdictOf(await run(cloud, 12))).toBe('0 passed');
    const ran = await run(cloud, 12);
    expect(verdictOf(ran)).toBe('1 failed');
    expect(commands(ran.stdout, 'warning').join()).toContain('a slow drift is not seen');
  });

  it('says why nothing was compared, with counts', async () => {
    const note = '[k6-cloud-gate/1 repository=acme/shop branch=main pull-request=12]';
    const small = scenarios.passed({ ...QUICK, vus: 20 });
    const cloud = await cloudOf([450], [{ note }, { note }, { scenario: small }]);
    const ran = await run(cloud, 12);
    expect(verdictOf(ran)).toBe('0 passed');
    expect(commands(ran.stdout, 'warning').join()).toContain(
      'No baseline: 3 earlier runs passed, 2 of pull requests, 1 of another load; `max-regression` (p95=10%25) was not applied.',
    );
  });
});

describe('`baseline: recent` on v6', () => {
  it('compares with the median, in one request for each metric', async () => {
    const levels = [300, 310, 290, 305, 295, 3000];
    const earlier = levels.map((p95Ms) => ({ scenario: scenarios.passed({ ...QUICK, numbers: { p95Ms } }) }));
    const cloud = await cloudOf([450], earlier);
    const ran = await run(cloud, 12, { ...V6, baseline: 'recent' });
    expect(verdictOf(ran)).toBe('1 failed');
    expect(ran.outputs.get('reason')).toMatch(
      /^p95 latency rose 48\.8 % \(303 → 450 ms, median of 6 runs of main\); allowed: /u,
    );
    const across = cloud.requests().filter((line) => line.includes('load_tests/1201/query_aggregate_k6'));
    expect(across.length).toBeLessThanOrEqual(8);
  });
});

describe('a rule about a part of the test', () => {
  const trends = (checkout: number, custom: number): ReturnType<typeof scenarios.passed> =>
    scenarios.passed({
      ...QUICK,
      numbers: {
        p95Ms: 300,
        trends: [
          { metric: 'http_req_duration', tags: { name: 'POST /checkout' }, p95Ms: checkout },
          { metric: 'http_req_duration', tags: { name: 'home' }, p95Ms: 20 },
          { metric: 'checkout_duration', p95Ms: custom },
        ],
      },
    });

  it.each([
    ['p95{name:"POST /checkout"}=15%', /^p95 latency \{name:"POST \/checkout"\} rose 20 % \(500 → 600 ms, /u],
    ['p95(checkout_duration)=10%', /^p95 of checkout_duration rose 80 % \(50 → 90 ms, /u],
  ])('%s is red though the whole test is not slower', async (rule, reason) => {
    const cloud = await k6Cloud([], { tests: [{ id: TEST_ID, scenarios: [trends(600, 90)], thresholds: [] }] });
    cloud.cloud.seed(TEST_ID, { scenario: trends(500, 50) });
    const ran = await run(cloud, 12, { ...V6, 'max-regression': `p95=10%, ${rule}` });
    expect(verdictOf(ran)).toBe('1 failed');
    expect(ran.outputs.get('reason')).toMatch(reason);
  });

  it('is not applied if no sample has the tag, and says so', async () => {
    const cloud = await k6Cloud([], { tests: [{ id: TEST_ID, scenarios: [trends(600, 90)], thresholds: [] }] });
    cloud.cloud.seed(TEST_ID, { scenario: trends(500, 50) });
    const rules = { ...V6, 'max-regression': 'p95{name:nowhere}=10%', 'require-comparison': 'true' };
    const ran = await run(cloud, 12, rules);
    expect([verdictOf(ran), ran.outputs.get('cause')]).toEqual(['1 error', 'not-compared']);
    expect(ran.outputs.get('reason')).toContain('`max-regression` (p95{name:nowhere}=10%) was not applied');
  });
});

describe('`require-comparison`', () => {
  const REQUIRED = { ...V6, 'require-comparison': 'true' };

  it('makes a pass that was not compared an error, which names the rule and what is missing', async () => {
    const cloud = await cloudOf([300], []);
    const ran = await run(cloud, 12, REQUIRED);
    expect([verdictOf(ran), ran.outputs.get('cause')]).toEqual(['1 error', 'not-compared']);
    expect(ran.outputs.get('reason')).toMatch(
      /^No baseline: no earlier run that passed was found; `max-regression` \(p95=10%\) was not applied, and `require-comparison` is set/u,
    );
  });

  it('changes nothing if the run was compared, or did not pass', async () => {
    const compared = await cloudOf([300, 450]);
    expect(verdictOf(await run(compared, 12, REQUIRED))).toBe('0 passed');
    expect(verdictOf(await run(compared, 12, REQUIRED))).toBe('1 failed');
  });

  it('needs a rule', async () => {
    const cloud = await cloudOf([300]);
    const ran = await run(cloud, 12, { stack: 'acme', 'require-comparison': 'true' });
    expect(commands(ran.stdout, 'error').join()).toContain('`require-comparison` needs rules');
    expect(cloud.runCount()).toBe(1);
  });
});

describe.each<readonly [string, Readonly<Record<string, string>>]>([
  ['v2', {}],
  ['v6', { stack: 'acme' }],
])('`mark-as-baseline` and `baseline: marked` on %s', (_, api) => {
  const inputs = { ...api, baseline: 'marked', 'max-regression': 'p95=10%', 'mark-as-baseline': 'true' };

  it('take the level from pushes to main, and a slow pull request stays red', async () => {
    const cloud = await cloudOf([300, 450, 450, 310, 330], [{ note: '' }]);
    const isMarked = (id: number | undefined): boolean | undefined => {
      const found = cloud.cloud.runs(TEST_ID).find((one) => one.id === id);
      return found?.baseline === true || found?.starred === true;
    };
    const pushed = await runAction({ ...cloud.step(inputs), env: { ...workflow(undefined), ...eventOfMain() } });
    expect(verdictOf(pushed)).toBe('0 passed');
    expect(isMarked(Number(pushed.outputs.get('run-id')))).toBe(true);
    expect(pushed.stdout).toContain(`Marked as baseline: run ${pushed.outputs.get('run-id')}.`);
    for (let attempt = 1; attempt <= 2; attempt++) expect(verdictOf(await run(cloud, 12, inputs))).toBe('1 failed');
    const other = await run(cloud, 13, inputs);
    expect(verdictOf(other)).toBe('0 passed');
    expect(isMarked(Number(other.outputs.get('run-id')))).toBe(false);
    expect(other.stdout).toContain(
      'No run was marked as baseline: this event is not one of the default branch or a tag.',
    );
  });

  it('cost a warning if the service refuses the mark', async () => {
    const cloud = await cloudOf([300]);
    cloud.faults.add({ on: { method: 'POST', path: /star$|make_baseline$/u }, fault: { kind: 'status', status: 403 } });
    const pushed = await runAction({ ...cloud.step(inputs), env: { ...workflow(undefined), ...eventOfMain() } });
    expect(verdictOf(pushed)).toBe('0 passed');
    expect(commands(pushed.stdout, 'warning').join()).toContain('The mark as baseline failed: ');
  });
});

/** A push to main, with the payload that names the default branch. */
function eventOfMain(): Readonly<Record<string, string>> {
  const path = join(temporaryFolder(), 'event.json');
  writeFileSync(path, JSON.stringify({ repository: { full_name: 'acme/shop', default_branch: 'main' } }));
  return { GITHUB_EVENT_PATH: path };
}

describe('the legacy API', () => {
  it('says on a pull request that earlier attempts cannot be told apart', async () => {
    const cloud = await cloudOf([310]);
    const ran = await run(cloud, 12, RULE);
    expect(verdictOf(ran)).toBe('0 passed');
    expect(commands(ran.stdout, 'warning').join()).toContain(
      'earlier attempts of this pull request cannot be told apart',
    );
  });
});
