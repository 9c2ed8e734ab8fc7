/** What never happens: a false green, a leak, an injection, a hang, unbounded memory, a decoration that decides. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import type { Ran } from '../support/run-action.ts';
import { commands, runAction } from '../support/run-action.ts';
import { k6Cloud, QUICK, TOKEN } from '../support/k6-cloud.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const START = { method: 'POST', path: 'start-testrun' };
const READ = { method: 'GET', path: /\/runs\/\d+/u };
const BOUNDS = { 'outage-timeout': '6s', 'request-timeout': '3s' };

/** Everything that leaves the process. */
function everything({ stdout, stderr, outputs, state, summary }: Ran): string {
  const withoutMasks = stdout.replace(/^::add-mask::.*$/gmu, '');
  return [withoutMasks, stderr, summary, ...outputs.values(), ...state.values()].join('\n');
}

describe('a false green', () => {
  it('does not come from bodies that are cut off', async () => {
    const { step, faults } = await k6Cloud([scenarios.passed(QUICK)]);
    faults.add({ on: READ, times: Infinity, fault: { kind: 'truncated' } });
    const ran = await runAction(step(BOUNDS));
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs.get('verdict')).toBe('error');
  });

  it('does not come from an event loop that runs out of work', async () => {
    const { step, faults } = await k6Cloud([scenarios.passed(QUICK)]);
    faults.add({ on: READ, times: Infinity, fault: { kind: 'silence', acted: false } });
    const preload = join(temporaryFolder(), 'lose-work.mjs');
    writeFileSync(
      preload,
      `import net from 'node:net';
       const { setTimeout: timer } = globalThis;
       globalThis.setTimeout = (...args) => timer(...args).unref();
       const { connect } = net.Socket.prototype;
       net.Socket.prototype.connect = function (...args) { this.unref(); return connect.apply(this, args).unref(); };`,
    );
    const ran = await runAction({ ...step(BOUNDS), nodeOptions: ['--import', preload] });
    expect(ran.exitCode).toBe(1);
    expect(commands(ran.stdout, 'error')).toEqual([
      expect.stringMatching(/had nothing left to do before there was a verdict/u),
    ]);
  });

  it('does not come from a crash', async () => {
    const { step } = await k6Cloud([scenarios.passed(QUICK)]);
    const preload = join(temporaryFolder(), 'crash.mjs');
    writeFileSync(preload, `setTimeout(() => { Promise.reject(new Error('lost on the way')); }, 300);`);
    const ran = await runAction({ ...step(BOUNDS), nodeOptions: ['--import', preload] });
    expect(ran.exitCode).toBe(1);
    expect(commands(ran.stdout, 'error').join()).toMatch(/lost on the way/u);
  });

  it('does not come from an output that cannot be written', async () => {
    const { step } = await k6Cloud([scenarios.failedByThreshold(QUICK)]);
    const ran = await runAction({ ...step(BOUNDS), env: { GITHUB_OUTPUT: '/nowhere/output' } });
    expect(ran.exitCode).toBe(1);
    expect(commands(ran.stdout, 'warning')).toEqual([expect.stringMatching(/outputs/u)]);
  });
});

describe('a leak', () => {
  it('does not happen in the debug log, nor where the service echoes the token', async () => {
    const message = `Token ${TOKEN} is not allowed, ${encodeURIComponent(TOKEN)}, ${Buffer.from(TOKEN).toString('base64')}`;
    const { step, faults } = await k6Cloud([scenarios.aborted('limit', { ...QUICK, reason: { code: 1, message } })]);
    faults.add({ on: READ, fault: { kind: 'status', status: 500, body: 'v2', message } });
    const ran = await runAction({ ...step(BOUNDS), env: { RUNNER_DEBUG: '1' } });
    expect(ran.stdout).toMatch(/::debug::GET \/loadtests\/v2\/runs/u);
    expect(everything(ran)).not.toContain(TOKEN);
    expect(everything(ran)).not.toContain(Buffer.from(TOKEN).toString('base64'));
    expect(everything(ran)).toContain('***');
  });

  it.each([TOKEN, 'glc_a"b\\c&d<e>f|g_h*i=='])(
    'does not happen in what escapes or cuts the text: %j',
    async (token) => {
      const message = `Token ${token} is not allowed`;
      const { step } = await k6Cloud([scenarios.aborted('limit', { ...QUICK, reason: { code: 1, message } })], {
        account: { token },
      });
      const folder = join(temporaryFolder(), 'report');
      const ran = await runAction(step({ ...BOUNDS, token, 'report-dir': folder }));
      const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
      expect(ran.outputs.get('reason')).toMatch(/Token \*\*\* is not allowed/u);
      expect(files).toHaveLength(3);
      for (const text of [everything(ran), ...files]) {
        expect(text).toMatch(/Token (?:\*|&#42;){3} is not allowed/u);
        expect(text).not.toContain(token.slice(0, 4)); // no escape touches these
      }
    },
  );

  it.each(['\u0000', '\u001b', '\u202e', '\u200b'])(
    'does not happen where the service puts %j between the signs of the token',
    async (sign) => {
      const message = `Token ${Array.from(TOKEN).join(sign)} is not allowed`;
      const { step } = await k6Cloud([scenarios.aborted('limit', { ...QUICK, reason: { code: 1, message } })]);
      const folder = join(temporaryFolder(), 'report');
      const ran = await runAction({
        ...step({ ...BOUNDS, 'report-dir': folder }),
        env: { RUNNER_DEBUG: '1' },
      });
      const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
      for (const text of [everything(ran), ...files]) {
        expect(text.replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '')).not.toContain(TOKEN);
      }
      expect(ran.outputs.get('reason')).toMatch(/Token \*\*\* is not allowed/u);
    },
  );

  it('does not happen as base64, url-safe, without padding or in basic authorization', async () => {
    const encodings = (['base64', 'base64url'] as const).flatMap((encoding) =>
      [TOKEN, `user:${TOKEN}`, `${TOKEN}:`, `a:${TOKEN}`].map((text) => Buffer.from(text).toString(encoding)),
    );
    const message = `Not allowed: ${encodings.map((text) => text.replace(/=+$/u, '')).join(' ')}`.slice(0, 290);
    const { step } = await k6Cloud([scenarios.aborted('limit', { ...QUICK, reason: { code: 1, message } })]);
    const ran = await runAction(step(BOUNDS));
    const words = everything(ran)
      .split(/[^\w+/-]+/u)
      .map((word) => Buffer.from(word, 'base64').toString());
    expect(words.filter((word) => word.includes(TOKEN.slice(0, 6)))).toEqual([]);
  });

  it('does not happen through a redirect', async () => {
    const seen: (string | undefined)[] = [];
    const elsewhere = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => elsewhere.once('listening', listening));
    const to = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    const { step, faults } = await k6Cloud([scenarios.passed(QUICK)]);
    faults.add({ on: START, fault: { kind: 'redirect', to } });
    const ran = await runAction(step(BOUNDS));
    elsewhere.close();
    expect(seen).toEqual([]);
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs.get('reason')).toMatch(/Redirects are not followed/u);
  });

  it('does not happen through bad input', async () => {
    const ran = await runAction({ inputs: { token: TOKEN, 'test-id': TOKEN } });
    expect(ran.exitCode).toBe(1);
    expect(everything(ran)).not.toContain(TOKEN);
  });
});

describe('an injection', () => {
  it('does not come from what the service says', async () => {
    const message = 'x\n::error::forged\r\n::set-output name=verdict::passed ##[error]forged <img src=x> @everyone |a|';
    const { step, faults } = await k6Cloud([scenarios.aborted('limit', { ...QUICK, reason: { code: 1, message } })], {
      v2: { runUrl: { raw: 'https://evil.example/)\n::error::forged<script>' } },
    });
    faults.add({ on: READ, fault: { kind: 'status', status: 500, body: 'v2', message } });
    const ran = await runAction(step(BOUNDS));
    expect(commands(ran.stdout, 'error')).toHaveLength(1);
    expect(
      ran.stdout.split('\n').filter((line) => /^\s*::(?!add-mask|error title|group|endgroup|warning)/u.test(line)),
    ).toEqual([]);
    expect(ran.stdout).not.toMatch(/##\[/u);
    expect(ran.summary).not.toMatch(/<img|<script|@everyone/u);
    expect(ran.outputs.get('verdict')).toBe('error');
    for (const value of ran.outputs.values()) expect(value).not.toMatch(/[\p{Cc}\u2028]|^\s*::|##\[/u);
    expect(JSON.parse(ran.outputs.get('runs') ?? '')).toHaveLength(1);
  });
});

describe('a hang, or unbounded memory', () => {
  it('does not come from a service that never answers', async () => {
    const { step, faults } = await k6Cloud([scenarios.passed(QUICK)]);
    faults.add({ times: Infinity, fault: { kind: 'silence', acted: false } });
    const ran = await runAction(step(BOUNDS));
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs.get('reason')).toMatch(/no complete response within 3 s/u);
  });

  it('does not come from an answer without end', async () => {
    const { step, faults } = await k6Cloud([scenarios.passed(QUICK)]);
    faults.add({ on: READ, times: Infinity, fault: { kind: 'endless' } });
    const ran = await runAction(step({ ...BOUNDS, 'request-timeout': '30s' }));
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs.get('reason')).toMatch(/larger than 1 MiB/u);
  });
});

describe('a decoration that decides', () => {
  it.each([
    ['passed', scenarios.passed(QUICK), 0],
    ['failed', scenarios.failedByThreshold(QUICK), 1],
  ] as const)('does not exist: a summary that cannot be written leaves a run %s', async (_, script, exitCode) => {
    const { step } = await k6Cloud([script]);
    const ran = await runAction({ ...step(BOUNDS), env: { GITHUB_STEP_SUMMARY: '/nowhere/summary.md' } });
    expect(ran.exitCode).toBe(exitCode);
    expect(commands(ran.stdout, 'warning')).toEqual([expect.stringMatching(/job summary/u)]);
  });
});
