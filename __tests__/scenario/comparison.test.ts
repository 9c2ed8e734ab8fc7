/** Comparisons through the bundle: a regression stays red however often the job is re-run, and a person can accept it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { SeedPlan } from '../../src/emulator/machine/cloud-model.ts';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import type { ServedCloud } from '../support/k6-cloud.ts';
import { k6Cloud, QUICK, TEST_ID } from '../support/k6-cloud.ts';
import type { Ran } from '../support/run-action.ts';
import { commands, runAction, startAction } from '../support/run-action.ts';
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

/** What a reader of the log sees at the end of a step: what the run was compared with, what was noted, and the verdict. */
function ending(title: string, { exitCode, stdout }: Ran): string {
  const lines = stdout
    .split('\n')
    .filter((line) => /^(?:::|Compared| {2}.*; allowed: |[✓✗⚠] |.*as baseline)/u.test(line));
  const shown = lines.filter((line) => !/^::(?:add-mask|group|endgroup|notice)|^:::/u.test(line));
  return [`--- ${title}: exit code ${exitCode}`, ...shown].join('\n');
}

describe.each<readonly [string, Readonly<Record<string, string>>, 'starred' | 'baseline']>([
  ['v6, with `previous`', V6, 'starred'],
  ['v2, with `marked`', { ...RULE, baseline: 'marked', 'mark-as-baseline': 'true' }, 'baseline'],
])('the story of a slow change on %s', (_, inputs, mark) => {
  const main = { ...workflow(undefined), ...eventOfMain() };
  const pushed = async (cloud: ServedCloud): Promise<string> => {
    return ending('push to main', await runAction({ ...cloud.step(inputs), env: main }));
  };

  it('is red each of the five times that it is run', async () => {
    const cloud = await cloudOf([300, 450], []);
    const story = [await pushed(cloud)];
    for (let attempt = 1; attempt <= 5; attempt++) {
      const ran = await run(cloud, 12, inputs);
      expect([verdictOf(ran), ran.outputs.get('cause')]).toEqual(['1 failed', 'regressed']);
      expect(ran.outputs.get('reason')).toMatch(/^p95 latency rose 50 % \(300 → 450 ms, run \d+\); allowed: /u);
      story.push(ending(`pull request 12, attempt ${attempt}`, ran));
    }
    expect(story.join('\n\n')).toMatchSnapshot();
  });

  it('by five times 8 % is red from the second on, until a person marks a new level', async () => {
    const cloud = await cloudOf([300, 324, 350, 378, 408, 441, 441], []);
    const [story, verdicts]: [string[], string[]] = [[await pushed(cloud)], []];
    for (let pull = 1; pull <= 5; pull++) {
      const ran = await run(cloud, pull, inputs);
      verdicts.push(verdictOf(ran));
      story.push(ending(`pull request ${pull}`, ran));
    }
    expect(verdicts).toEqual(['0 passed', '1 failed', '1 failed', '1 failed', '1 failed']);
    const newest = cloud.cloud.runs(TEST_ID).at(-1);
    cloud.cloud.mark(newest?.id ?? 0, { [mark]: true });
    const accepted = await run(cloud, 5, inputs);
    expect(verdictOf(accepted)).toBe('0 passed');
    expect(accepted.stdout).toContain(`Compared with run ${newest?.id}`);
    expect(accepted.stdout).toMatch(/\(marked as baseline, passed just now\)/u);
    story.push(ending('the same again, after its run was marked', accepted));
    expect(story.join('\n\n')).toMatchSnapshot();
  });
});

describe.each<readonly [string, Readonly<Record<string, string>>]>([
  ['v6', V6],
  ['v2', RULE],
])('a run id as `baseline` on %s', (_, inputs) => {
  const naming = (baseline: number, more: Readonly<Record<string, string>> = {}) =>
    ({ ...inputs, baseline: String(baseline), ...more }) as const;

  it('takes a run that passed, also one that the list does not reach, with a word on its load', async () => {
    const small = scenarios.passed({ ...QUICK, vus: 20, numbers: { p95Ms: 300 } });
    const cloud = await cloudOf([450], [{ scenario: small }, ...Array<SeedPlan>(101).fill({})]);
    const [oldest] = cloud.cloud.runs(TEST_ID);
    const ran = await run(cloud, 12, naming(oldest?.id ?? 0));
    expect([verdictOf(ran), ran.outputs.get('cause')]).toEqual(['1 failed', 'regressed']);
    expect(commands(ran.stdout, 'warning').join()).toContain(`The baseline, run ${oldest?.id}, has another load`);
  });

  it('takes no run that failed, and says so', async () => {
    const failed = scenarios.failedByThreshold({ ...QUICK, numbers: { p95Ms: 900 } });
    const cloud = await cloudOf([450, 450], [{}, { scenario: failed }]);
    const [, bad] = cloud.cloud.runs(TEST_ID);
    const ran = await run(cloud, 12, naming(bad?.id ?? 0));
    expect(commands(ran.stdout, 'warning').join()).toContain(`No baseline: run ${bad?.id} did not pass; `);
    const required = await run(cloud, 12, naming(bad?.id ?? 0, { 'require-comparison': 'true' }));
    expect([verdictOf(required), required.outputs.get('cause')]).toEqual(['1 error', 'not-compared']);
  });

  it('takes no run of another test, nor the run itself', async () => {
    const tests = [{ id: TEST_ID, scenarios: [scenarios.passed(QUICK)] }, { id: TEST_ID + 1 }];
    const cloud = await k6Cloud([], { tests });
    const other = cloud.cloud.seed(TEST_ID + 1, { scenario: scenarios.passed(QUICK) });
    const ran = await run(cloud, 12, naming(other.id, { 'require-comparison': 'true' }));
    expect([verdictOf(ran), ran.outputs.get('cause')]).toEqual(['1 error', 'not-compared']);
    expect(ran.outputs.get('reason')).toContain(`No baseline: run ${other.id} is of another test; `);
    const own = cloud.cloud.runs(TEST_ID).at(-1)?.id ?? 0;
    const itself = await run(cloud, 12, naming(own, { 'run-id': String(own) }));
    expect(commands(itself.stdout, 'warning').join()).toContain(`No baseline: run ${own} is the run itself; `);
  });
});

describe('a slow pull request on v6', () => {
  it('has notes that say where each run came from, and that it is worse', async () => {
    const cloud = await cloudOf([450]);
    for (let attempt = 1; attempt <= 2; attempt++) await run(cloud, 12);
    const [, ...notes] = cloud.cloud.runs(TEST_ID).map(({ note }) => note);
    expect(notes).toHaveLength(2);
    for (const note of notes) {
      expect(note).toMatch(
        /\[k6-cloud-gate\/1 repository=acme\/shop branch=main commit=0123456789ab pull-request=12 workflow-run=99 regressed\]$/u,
      );
    }
  });

  it('that is pushed to main is red there each time, because a regressed run is no baseline', async () => {
    const cloud = await cloudOf([450]);
    expect(verdictOf(await run(cloud, undefined))).toBe('1 failed');
    expect(verdictOf(await run(cloud, undefined))).toBe('1 failed');
  });

  it('is red although the run before it passed at its start, and was found to be worse only then', async () => {
    const cloud = await cloudOf([450]);
    const note = '[k6-cloud-gate/1 repository=acme/shop branch=main]';
    const slow = cloud.cloud.seed(TEST_ID, { scenario: scenarios.passed({ ...QUICK, numbers: { p95Ms: 450 } }), note });
    const listed = (): number => cloud.requests().filter((line) => line.includes('load_tests/1201/test_runs?')).length;
    const running = startAction({ ...cloud.step(V6), env: workflow(undefined) });
    await running.said('running');
    await eventually(() => cloud.requests().some((line) => line.includes(`test_runs/${slow.id}/`)));
    cloud.cloud.mark(slow.id, { note: note.replace(']', ' regressed]') });
    const before = listed();
    const ran = await running.done;
    expect([verdictOf(ran), ran.outputs.get('cause')]).toEqual(['1 failed', 'regressed']);
    expect(listed()).toBe(before + 1);
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
      /^p95 latency rose 48\.8 % \(303 → 450 ms, median of 6 runs of main\); allowed: 11 % \(10 %, widened by noise\) /u,
    );
    expect(ran.stdout).toMatch(
      /^Compared with the median of 6 runs of main \(newest 7650006, passed just now; spread ±11 %\)\.\n {2}p95 latency 450 ms, usual 303 ms ±11 % in 6 runs of main; allowed: 11 % \(10 %, widened by noise\)$/mu,
    );
    expect(ran.summary).toContain('[7650006](https://acme.grafana.net/a/k6-app/runs/7650006)');
    expect(commands(ran.stdout, 'warning').join()).toContain('10 %25 of p95 latency is below the noise of this test');
    const across = cloud.requests().filter((line) => line.includes('load_tests/1201/query_aggregate_k6'));
    expect(across.filter((line) => line.includes('name,method'))).toHaveLength(1);
    expect(across.length - 1).toBeLessThanOrEqual(8);
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
    ['p95{name:"POST /checkout"}=15%', /^p95 latency of POST \/checkout rose 20 % \(500 → 600 ms, /u],
    ['p95(checkout_duration)=10%', /^p95 of checkout_duration rose 80 % \(50 → 90 ms, /u],
  ])('%s is red though the whole test is not slower', async (rule, reason) => {
    const cloud = await k6Cloud([], { tests: [{ id: TEST_ID, scenarios: [trends(600, 90)], thresholds: [] }] });
    cloud.cloud.seed(TEST_ID, { scenario: trends(500, 50) });
    const ran = await run(cloud, 12, { ...V6, 'max-regression': `p95=10%, ${rule}` });
    expect(verdictOf(ran)).toBe('1 failed');
    expect(ran.outputs.get('reason')).toMatch(reason);
  });

  const customs = (errors: number, sent: number): ReturnType<typeof scenarios.passed> =>
    scenarios.passed({
      ...QUICK,
      numbers: {
        p95Ms: 300,
        custom: [
          { metric: 'my_errors', kind: 'rate', count: 1000, nonZero: errors },
          { metric: 'messages_sent', kind: 'counter', count: sent },
        ],
      },
    });

  it.each([
    ['rate(my_errors)=0.5pp', /^rate of my_errors rose 1 pp \(1 → 2 %, run \d+\); allowed: 0\.5 pp/u],
    ['rate(my_errors)=50%', /^rate of my_errors rose 100 % \(1 → 2 %, /u],
    ['rate(messages_sent)=-5%', /^rate of messages_sent fell 50 % \([\d.]+ → [\d.]+ \/s, run \d+\); allowed: 5 %/u],
    ['rate(my_errors)=-0.5pp', undefined],
    ['rate(messages_sent)=5%', undefined],
  ])('%s is judged by the way that its sign calls worse', async (rule, reason) => {
    const cloud = await k6Cloud([], { tests: [{ id: TEST_ID, scenarios: [customs(20, 620)], thresholds: [] }] });
    cloud.cloud.seed(TEST_ID, { scenario: customs(10, 1240) });
    const ran = await run(cloud, 12, { ...V6, 'max-regression': rule, 'require-comparison': 'true' });
    expect(verdictOf(ran)).toBe(reason === undefined ? '0 passed' : '1 failed');
    if (reason !== undefined) expect(ran.outputs.get('reason')).toMatch(reason);
    expect(ran.stdout).not.toContain(' are n/a');
  });

  it.each([
    ['p95(my_errors)=10%', 'has no p95 of my_errors: there is no such metric, or it is of another kind'],
    [
      'rate(checkout_duration)=10%',
      'has no rate of checkout_duration: there is no such metric, or it is of another kind',
    ],
    ['rate(messages_sent)=1pp', 'has no rate of messages_sent: there is no such metric, or it is of another kind'],
    [
      'rate(my_errors){name:a}=10%',
      'has no rate of my_errors with {name:a}: there is no such metric, or it is of another kind',
    ],
  ])('%s is not applied to a metric of another kind, and says so', async (rule, lack) => {
    const cloud = await k6Cloud([], { tests: [{ id: TEST_ID, scenarios: [customs(20, 620)], thresholds: [] }] });
    cloud.cloud.seed(TEST_ID, { scenario: customs(10, 1240) });
    const ran = await run(cloud, 12, { ...V6, 'max-regression': rule, 'require-comparison': 'true' });
    expect([verdictOf(ran), ran.outputs.get('cause')]).toEqual(['1 error', 'not-compared']);
    expect(ran.outputs.get('reason')).toContain(lack);
  });

  const errors = (count: number): ReturnType<typeof scenarios.passed> => {
    const custom = count === 0 ? [] : [{ metric: 'errors', kind: 'counter', count } as const];
    return scenarios.passed({ ...QUICK, numbers: { p95Ms: 300, custom } });
  };

  it.each([
    ['previous', [0], /^rate of errors rose \(0 → [\d.]+ \/s, run \d+\); allowed: 10 %/u],
    ['recent', [9, 9, 9, 9, 0, 0, 0, 0, 0, 0], /^rate of errors rose \(0 → [\d.]+ \/s, median of 10 runs of main\)/u],
  ])('of errors that rose from nothing is red, with `baseline: %s`', async (baseline, counts, reason) => {
    const cloud = await k6Cloud([], { tests: [{ id: TEST_ID, scenarios: [errors(5000)], thresholds: [] }] });
    const note = '[k6-cloud-gate/1 repository=acme/shop branch=main]';
    for (const count of counts) cloud.cloud.seed(TEST_ID, { scenario: errors(count), note });
    const ran = await run(cloud, undefined, { ...V6, baseline, 'max-regression': 'rate(errors)=10%' });
    expect([verdictOf(ran), ran.outputs.get('cause')]).toEqual(['1 failed', 'regressed']);
    expect(ran.outputs.get('reason')).toMatch(reason);
  });

  it('is not applied if no sample has the tag, and says so', async () => {
    const cloud = await k6Cloud([], { tests: [{ id: TEST_ID, scenarios: [trends(600, 90)], thresholds: [] }] });
    cloud.cloud.seed(TEST_ID, { scenario: trends(500, 50) });
    const rules = { ...V6, 'max-regression': 'p95{name:nowhere}=10%', 'require-comparison': 'true' };
    const ran = await run(cloud, 12, rules);
    expect([verdictOf(ran), ran.outputs.get('cause')]).toEqual(['1 error', 'not-compared']);
    expect(ran.outputs.get('reason')).toMatch(
      /^`max-regression` \(p95\{name:nowhere\}=10%\) was not applied: no sample of run \d+ has \{name:nowhere\}, and/u,
    );
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

  it('leave a run alone whose comparison could not be read', async () => {
    const cloud = await cloudOf([450], [{ starred: true, baseline: true }]);
    cloud.faults.add({ on: { path: /v5/u }, times: Infinity, fault: { kind: 'status', status: 503 } });
    const pushed = await runAction({ ...cloud.step(inputs), env: { ...workflow(undefined), ...eventOfMain() } });
    const slow = cloud.cloud.runs(TEST_ID).at(-1);
    expect([verdictOf(pushed), slow?.starred, slow?.baseline]).toEqual(['0 passed', false, false]);
    expect(pushed.stdout).toContain(`Not marked as baseline, because it could not be compared: run ${slow?.id}.`);
  });

  it('cost a warning if the service refuses the mark', async () => {
    const cloud = await cloudOf([300]);
    cloud.faults.add({ on: { method: 'POST', path: /star$|make_baseline$/u }, fault: { kind: 'status', status: 403 } });
    const pushed = await runAction({ ...cloud.step(inputs), env: { ...workflow(undefined), ...eventOfMain() } });
    expect(verdictOf(pushed)).toBe('0 passed');
    expect(commands(pushed.stdout, 'warning').join()).toContain('The mark as baseline failed: ');
  });
});

describe.each<readonly [string, Readonly<Record<string, string>>]>([
  ['v2', {}],
  ['v6', { stack: 'acme' }],
])('an unsound measurement on %s', (name, api) => {
  const UNSOUND = { p95Ms: 300, droppedIterations: 400, generatorCpu: 93 };
  const WHY =
    /was not a sound measurement: 10\.1 % of its iterations were dropped \(limit 1 %\), and a load generator was at 93 % CPU \(limit 80 %\)\. Its latencies are not those of the tested system alone\./u;
  const scenario = scenarios.passed({ ...QUICK, numbers: UNSOUND });

  it('is said in log, summary and report.json, and changes no verdict', async () => {
    const cloud = await k6Cloud([scenario]);
    const folder = temporaryFolder();
    const ran = await run(cloud, undefined, { ...api, 'report-dir': folder });
    expect(verdictOf(ran)).toBe('0 passed');
    expect(commands(ran.stdout, 'warning').join().replaceAll('%25', '%')).toMatch(WHY);
    expect(ran.summary.replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))).toMatch(WHY);
    const report: unknown = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    expect(report).toMatchObject({
      runs: [{ soundness: { sound: false, droppedIterations: 400, loadGeneratorCpuPercent: 93 } }],
    });
  });

  it('is no baseline: the note says so, and it is not marked', async () => {
    const cloud = await k6Cloud([], { tests: [{ id: TEST_ID, scenarios: [scenario], thresholds: [] }] });
    const inputs = { ...api, ...RULE, 'mark-as-baseline': 'true' };
    const pushed = await runAction({ ...cloud.step(inputs), env: { ...workflow(undefined), ...eventOfMain() } });
    expect(verdictOf(pushed)).toBe('0 passed');
    expect(pushed.stdout).toContain('Not marked as baseline, because it was not a sound measurement: run ');
    const [first] = cloud.cloud.runs(TEST_ID);
    expect([first?.starred, first?.baseline]).toEqual([false, false]);
    if (name === 'v2') return;
    expect(first?.note).toMatch(/ unsound\]$/u);
    const next = await run(cloud, 12);
    expect(commands(next.stdout, 'warning').join()).toContain('1 earlier run passed, 1 not measured soundly');
  });

  it('is not found where the generators say nothing, or are not asked with success', async () => {
    const calm = await k6Cloud([scenarios.passed(QUICK)]);
    const quiet = await run(calm, undefined, api);
    expect(commands(quiet.stdout, 'warning')).toEqual([]);
    const broken = await k6Cloud([scenario]);
    broken.faults.add({
      on: { method: 'GET', path: /dropped_iterations|load_generator_cpu_percent/u },
      times: Infinity,
      fault: { kind: 'status', status: 404 },
    });
    const ran = await run(broken, undefined, api);
    expect(verdictOf(ran)).toBe('0 passed');
    expect(ran.stdout).not.toMatch(/sound| are n\/a/u);
  });
});

/** A push to main, with the payload that names the default branch. */
function eventOfMain(): Readonly<Record<string, string>> {
  const path = join(temporaryFolder(), 'event.json');
  writeFileSync(path, JSON.stringify({ repository: { full_name: 'acme/shop', default_branch: 'main' } }));
  return { GITHUB_EVENT_PATH: path };
}

/** Waits for what the process under test does beside its log. */
async function eventually(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((next) => setTimeout(next, 20));
}

describe('the tail of a note on v6', () => {
  const PATCH = { method: 'PATCH', path: /test_runs/u } as const;
  const REQUIRED = { ...V6, 'require-comparison': 'true' };
  const refused = { kind: 'status', status: 403, body: 'v6' } as const;
  const post = (cloud: ServedCloud, state: Ran['state']): Promise<Ran> =>
    runAction({ inputs: { ...cloud.step(V6).inputs }, state });
  const noteOf = ({ cloud }: ServedCloud): string => cloud.runs(TEST_ID).at(-1)?.note ?? '';
  const owed = (state: Ran['state']): readonly string[] =>
    [...state].filter(([key]) => key.startsWith('note-')).map(([, value]) => value);

  it('that was written leaves nothing to post', async () => {
    const ran = await run(await cloudOf([310]), 12);
    expect(owed(ran.state)).toEqual(['']);
  });

  it.each([
    ['refused with 403', refused],
    ['answered with 500', { kind: 'status', status: 500, body: 'v6' }],
    ['never answered', { kind: 'silence', acted: false }],
  ] as const)('that is %s costs one warning, and post writes it', async (_, fault) => {
    const cloud = await cloudOf([310]);
    cloud.faults.add({ on: PATCH, times: Infinity, fault });
    const ran = await run(cloud, 12);
    expect(verdictOf(ran)).toBe('0 passed');
    const aboutNotes = commands(ran.stdout, 'warning').filter((warning) => warning.includes('note'));
    expect(aboutNotes).toEqual([expect.stringMatching(/can later be taken for a baseline\.$/u)]);
    expect(noteOf(cloud)).toBe('');
    cloud.faults.clear();
    const after = await post(cloud, ran.state);
    expect([after.exitCode, after.stdout.includes('The note of run ')]).toEqual([0, true]);
    expect(commands(after.stdout, 'warning')).toEqual([]);
    expect(noteOf(cloud)).toMatch(/ pull-request=12 workflow-run=99\]$/u);
    expect(cloud.runCount()).toBe(2);
  });

  it('that cannot be written makes a pass an error with `require-comparison`', async () => {
    const cloud = await cloudOf([310]);
    cloud.faults.add({ on: PATCH, times: Infinity, fault: refused });
    const ran = await run(cloud, 12, REQUIRED);
    expect([verdictOf(ran), ran.outputs.get('cause')]).toEqual(['1 error', 'not-compared']);
    expect(ran.outputs.get('reason')).toMatch(
      /^The note by which later comparisons know run \d+ could not be written: .*, and `require-comparison` is set/u,
    );
    const after = await post(cloud, ran.state);
    expect([after.exitCode, commands(after.stdout, 'warning')]).toEqual([0, []]); // main has warned
    expect(after.stdout).toContain('could not be finished');
  });

  it('is written at the next try if only the first one fails, beside what a person wrote meanwhile', async () => {
    const cloud = await cloudOf([310]);
    cloud.faults.add({ on: PATCH, fault: refused });
    const running = startAction({ ...cloud.step(REQUIRED), env: workflow(12) });
    await running.said('running');
    cloud.cloud.mark(cloud.cloud.runs(TEST_ID).at(-1)?.id ?? 0, { note: 'looked at' });
    expect(verdictOf(await running.done)).toBe('0 passed');
    expect(noteOf(cloud)).toMatch(/^looked at \[k6-cloud-gate\/1 /u);
  });

  it('gets its mark from post if main is killed between verdict and mark', async () => {
    const cloud = await cloudOf([450]);
    const running = startAction({ ...cloud.step(V6), env: workflow(12) });
    // The first write goes through, the one of the mark is never answered.
    cloud.faults.add({ on: PATCH, skip: 1, times: Infinity, fault: { kind: 'silence', acted: false } });
    await running.said('processed');
    await eventually(() => cloud.requests().filter((line) => line.startsWith('PATCH')).length === 2);
    running.kill('SIGKILL');
    const { state } = await running.done;
    expect(noteOf(cloud)).not.toContain('regressed');
    cloud.faults.clear();
    const after = await post(cloud, state);
    expect(after.stdout).toContain('The note of run ');
    expect(noteOf(cloud)).toMatch(/ regressed\]$/u);
    expect(cloud.runCount()).toBe(2);
    expect(verdictOf(await run(cloud, 12))).toBe('1 failed');
  });

  it('of a run of `run-id` gets the mark, and the note of another person does not', async () => {
    const slow = scenarios.passed({ ...QUICK, numbers: { p95Ms: 450 } });
    const tail = '[k6-cloud-gate/1 repository=acme/shop branch=main pull-request=12]';
    const cloud = await cloudOf([], [{}, { scenario: slow, note: tail }, { scenario: slow, note: 'theirs' }]);
    const [, ours, theirs] = cloud.cloud.runs(TEST_ID).map(({ id }) => id);
    expect(verdictOf(await run(cloud, 12, { ...V6, 'run-id': String(ours) }))).toBe('1 failed');
    expect(verdictOf(await run(cloud, 12, { ...V6, 'run-id': String(theirs) }))).toBe('1 failed');
    expect(
      cloud.cloud
        .runs(TEST_ID)
        .map(({ note }) => note)
        .slice(1),
    ).toEqual(['[k6-cloud-gate/1 repository=acme/shop branch=main pull-request=12 regressed]', 'theirs']);
  });
});

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
