/** The scripts of self.yml judge what the bundle really does: a promise that they check must be one that it keeps. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { k6Cloud, QUICK } from '../support/k6-cloud.ts';
import type { Ran } from '../support/run-action.ts';
import { runAction, startAction } from '../support/run-action.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { workflowOf } from '../support/workflow-files.ts';

const { jobs } = workflowOf(readFileSync('.github/workflows/self.yml', 'utf8'));

/** Runs the script of a job that follows its step `gate`; its exit code and what it says. */
function judged(job: string, env: Readonly<Record<string, string>>, cwd?: string): string {
  const steps = jobs[job]?.steps ?? [];
  const script = steps[steps.findIndex(({ id }) => id === 'gate') + 1]?.run ?? 'exit 99';
  // As the runner does it.
  const args = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script];
  const surroundings = { PATH: process.env['PATH'], ...env };
  const { status, stdout, stderr } = spawnSync('bash', args, { env: surroundings, cwd, encoding: 'utf8' });
  return status === 0 ? 'content' : `${status}: ${stdout}${stderr}`;
}

const outcomeOf = ({ exitCode }: Ran): string => (exitCode === 0 ? 'success' : 'failure');

// The workflow runs on Linux alone.
if (platform() === 'linux') {
  describe('self.yml', () => {
    it.each([
      ['passed', 'success'],
      ['failed', 'failure'],
    ])('is content with a simulation that %s', async (simulate, outcome) => {
      const folder = temporaryFolder();
      const ran = await runAction({ inputs: { simulate, 'report-dir': join(folder, 'report') } });
      const env = {
        OUTCOME: outcomeOf(ran),
        OUTPUTS: JSON.stringify(Object.fromEntries(ran.outputs)),
        COMMENTS: 'false',
      };
      const expected = { EXPECTED_OUTCOME: outcome, EXPECTED_VERDICT: simulate };
      expect(judged('verdict', { ...env, ...expected }, folder)).toBe('content');
      expect(judged('verdict', { ...env, ...expected, EXPECTED_VERDICT: 'aborted' }, folder)).toContain('::error::');
    });

    it('is content with a step that is skipped, and with one that is refused', async () => {
      const skipped = await runAction({ inputs: { 'test-id': '1201', 'missing-token': 'skip' } });
      expect(judged('skipped', { VERDICT: skipped.outputs.get('verdict') ?? '' })).toBe('content');
      const refused = await runAction({ inputs: { 'test-id': '1201' } });
      const env = { OUTCOME: outcomeOf(refused), REASON: refused.outputs.get('reason') ?? '' };
      expect(judged('refused', env)).toBe('content');
    });

    it('is content with a step that is killed', async () => {
      const { step } = await k6Cloud([scenarios.neverEnding(QUICK)]);
      const running = startAction(step());
      await running.said('running');
      running.kill('SIGKILL');
      const { outputs } = await running.done;
      const env = { VERDICT: outputs.get('verdict') ?? '', RUN_ID: outputs.get('run-id') ?? '' };
      expect(judged('killed', { OUTCOME: 'failure', ...env })).toBe('content');
    });
  });

  describe('expect-status.sh', () => {
    it.each([
      ['failure', 0],
      ['success', 1],
    ])('wants the newest status of the name, and sets it to success (expected: %s)', (expected, status) => {
      const folder = temporaryFolder();
      const [gh, calls] = [join(folder, 'gh'), join(folder, 'calls')];
      const list = [
        { context: 'other', state: 'success' },
        { context: 'self 1', state: 'failure' },
        { context: 'self 1', state: 'success' },
      ];
      writeFileSync(gh, `#!/usr/bin/env bash\necho "$@" >> '${calls}'\necho '${JSON.stringify(list)}'\n`);
      chmodSync(gh, 0o755);
      const env = {
        PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
        GITHUB_REPOSITORY: 'octo/shop',
        NAME: 'self 1',
        SHA: 'f'.repeat(40),
        EXPECTED: expected,
      };
      const ran = spawnSync('bash', ['.github/actions/emulated-k6-cloud/expect-status.sh'], { env, encoding: 'utf8' });
      expect(ran.status).toBe(status);
      const posted = readFileSync(calls, 'utf8')
        .split('\n')
        .filter((line) => line.includes('POST'));
      expect(posted).toHaveLength(status === 0 ? 1 : 0);
    });
  });
}
