/** The emulator as an action of this repository: it outlives its step, and its post step tells a stopped run from one left. */
import { describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { k6Cloud, QUICK, TEST_ID, TOKEN } from '../support/k6-cloud.ts';
import { startAction } from '../support/run-action.ts';

const ACTION = '.github/actions/emulated-k6-cloud';

/** Runs one life of the action; what it wrote for the runner comes back as pairs. */
function live(
  file: string,
  env: Readonly<Record<string, string>>,
): { status: number | null; outputs: string; printed: string } {
  const folder = mkdtempSync(join(tmpdir(), 'k6-gate-double-'));
  const outputs = join(folder, 'outputs');
  writeFileSync(outputs, '');
  const surroundings = { PATH: process.env['PATH'], GITHUB_OUTPUT: outputs, GITHUB_STATE: outputs, ...env };
  const { status, stdout } = spawnSync(process.execPath, [join(ACTION, file)], { env: surroundings, encoding: 'utf8' });
  const life = { status, outputs: readFileSync(outputs, 'utf8'), printed: stdout };
  rmSync(folder, { recursive: true });
  return life;
}

/** A served emulator, its address, and its post step. */
function served(): { ask: (method: string, path: string) => Promise<Response>; post: () => ReturnType<typeof live> } {
  const { outputs } = live('main.mjs', {});
  const facts = new Map(
    outputs.split('\n').map((line) => [line.split('=', 1)[0] ?? '', line.slice(line.indexOf('=') + 1)]),
  );
  const headers = { authorization: `Token ${facts.get('token') ?? ''}` };
  return {
    ask: (method, path) => fetch(`${facts.get('url') ?? ''}/loadtests/v2/${path}`, { method, headers }),
    post: () => live('post.mjs', Object.fromEntries([...facts].map(([name, value]) => [`STATE_${name}`, value]))),
  };
}

async function startedRunId(answer: Promise<Response>): Promise<string> {
  return /"id":\s*(\d{7,})/u.exec(await (await answer).text())?.[1] ?? '';
}

describe('the emulated k6 Cloud', () => {
  it('is content with one run that was stopped, and ends its server', async () => {
    const { ask, post } = served();
    const runId = await startedRunId(ask('POST', 'tests/1201/start-testrun'));
    await ask('POST', `runs/${runId}/stop`);
    const { status, printed } = post();
    expect(printed).toBe(`Run ${runId} was stopped, and it was the only one.\n`);
    expect(status).toBe(0);
    await expect(ask('GET', `runs/${runId}`)).rejects.toThrow();
  });

  it('fails the job for a run that was left going on, and for no run at all', async () => {
    const [left, idle] = [served(), served()];
    const runId = await startedRunId(left.ask('POST', 'tests/1201/start-testrun'));
    const faults = [left.post(), idle.post()];
    expect(faults.map(({ status }) => status)).toEqual([1, 1]);
    expect(faults[0]?.printed).toContain(`::error::Expected one run, stopped; found ${runId} with run_status`);
    expect(faults[1]?.printed).toContain('found none');
  });
});

/** Runs `kill-gate.sh` for the cloud at an address, to its exit code. */
function killGate(url: string): Promise<number | null> {
  const env = { PATH: process.env['PATH'], URL: url, TOKEN, TEST_ID: String(TEST_ID) };
  return new Promise((settle, fail) => {
    spawn('bash', [join(ACTION, 'kill-gate.sh')], { env, stdio: 'ignore' })
      .on('error', fail)
      .on('exit', settle);
  });
}

// The script is for the runners of self.yml, which are Linux; it reads /proc.
if (platform() === 'linux') {
  describe('kill-gate.sh', () => {
    it('kills the gate of its own emulator, and no other process of the same name', async () => {
      const [ours, another] = [
        await k6Cloud([scenarios.neverEnding(QUICK)]),
        await k6Cloud([scenarios.neverEnding(QUICK)]),
      ];
      const [killed, spared] = [startAction(ours.step()), startAction(another.step())];
      await spared.said('running');
      expect(await killGate(ours.url)).toBe(0);
      expect((await killed.done).exitCode).toBeNull();
      spared.kill('SIGINT');
      expect((await spared.done).exitCode).toBe(1);
    });
  });
}
