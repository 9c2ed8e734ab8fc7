/** Which run it was, of which commit, and what it was compared with: the line under the first one, through the bundle. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { k6Cloud, QUICK, TEST_ID } from '../support/k6-cloud.ts';
import { runAction } from '../support/run-action.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HEAD = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
const MERGE = 'f'.repeat(40);

/** A step of a pull request, or of a push to main. */
function workflow(pullRequest: number | undefined): Readonly<Record<string, string>> {
  const event = join(temporaryFolder(), 'event.json');
  const pull = { number: pullRequest, head: { ref: 'fix/`cart`', sha: HEAD }, base: { ref: 'main' } };
  writeFileSync(event, JSON.stringify(pullRequest === undefined ? {} : { pull_request: pull }));
  const name = pullRequest === undefined ? 'push' : 'pull_request';
  const ref = pullRequest === undefined ? 'refs/heads/main' : `refs/pull/${pullRequest}/merge`;
  return {
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SHA: pullRequest === undefined ? HEAD : MERGE,
    GITHUB_RUN_ID: '99',
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: event,
    GITHUB_REF: ref,
  };
}

/** The lines between the first one and the table. */
const linesUnder = (summary: string): readonly string[] =>
  (summary.split('\n|')[0] ?? '').split('\n').filter((line) => line.startsWith('[run') || line.startsWith('Compared'));

describe('the identity of a run', () => {
  it('names the head of the pull request, and on v6 the commit of the baseline', async () => {
    const { step, cloud } = await k6Cloud([scenarios.passed(QUICK)]);
    const note = 'nightly [k6-cloud-gate/1 repository=acme/shop branch=main commit=0123abc45678]';
    const seeded = cloud.seed(TEST_ID, { scenario: scenarios.passed(QUICK), note });
    const folder = temporaryFolder();
    const inputs = { stack: '871234', baseline: 'previous', 'report-dir': folder };
    const ran = await runAction({ ...step(inputs), env: workflow(12) });
    expect(ran.exitCode).toBe(0);
    const [own, compared] = linesUnder(ran.summary);
    expect(own).toMatch(
      /^\[run \d+\]\(https:[^)]+\) of `a1b2c3d` \(fix\/&#96;cart&#96;\) · 200 VUs · 2m 04s · .* VUh · started /u,
    );
    expect(compared).toMatch(
      new RegExp(`^Compared with run \\[${seeded.id}\\]\\(https:[^)]+\\) at \`0123abc\` of main \\(passed `, 'u'),
    );
    const report: unknown = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    expect(report).toMatchObject({
      runs: [{ commit: HEAD.slice(0, 12), branch: 'fix/`cart`', baseline: { commit: '0123abc45678' } }],
    });
    const judged = await runAction(step({ stack: '871234', 'run-id': ran.outputs.get('run-id') ?? '' }));
    expect(linesUnder(judged.summary)[0]).toMatch(/^\[run \d+\]\(https:[^)]+\) of `a1b2c3d` \(pull request 12\) · /u);
  });

  it('is the branch of a push; on the legacy API nothing is known of other runs', async () => {
    const { step, cloud } = await k6Cloud([scenarios.passed(QUICK)]);
    const seeded = cloud.seed(TEST_ID, { scenario: scenarios.passed(QUICK), note: 'nightly' });
    const ran = await runAction({ ...step({ baseline: 'previous' }), env: workflow(undefined) });
    const [own, compared] = linesUnder(ran.summary);
    expect(own).toMatch(/^\[run \d+\]\(https:[^)]+\) of `a1b2c3d` \(main\) · /u);
    expect(compared).toMatch(new RegExp(`^Compared with run \\[${seeded.id}\\]\\(https:[^)]+\\) \\(passed `, 'u'));
    const judged = await runAction(step({ 'run-id': ran.outputs.get('run-id') ?? '' }));
    expect(linesUnder(judged.summary)[0]).toMatch(/^\[run \d+\]\(https:[^)]+\) · 200 VUs · /u);
  });
});
