/** Each wall between the rooms is broken once, and lint refuses it; the wire's words and the start stay where they belong. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { closureOf, withoutComments } from '../../scripts/import-graph.mjs';
import { ROOMS, STARTS, walls } from '../../scripts/walls.mjs';

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, ...walls],
});

/** What lint says of a line of code in a file: the rules that refuse it. */
async function refusals(file: string, code: string): Promise<readonly (string | null)[]> {
  const results = await eslint.lintText(code, { filePath: `src/${file}` });
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();
const code = new Map(sources.map((file) => [file, withoutComments(readFileSync(`src/${file}`, 'utf8'))]));

/** A file of each room, and the way from one to another. */
const exampleOf = (room: string): string => (room.endsWith('.ts') ? room : `${room}/a-file.ts`);
const pathTo = (from: string, room: string): string => `${from.includes('/') ? '../' : './'}${exampleOf(room)}`;
const forbidden = Object.entries(ROOMS).flatMap(([room, allowed]) =>
  Object.keys(ROOMS)
    .filter((target) => target !== room && !allowed.includes(target))
    .map((target) => [room, target] as const),
);

describe('lint', () => {
  it('has the walls that are tested here', async () => {
    const { default: config } = (await import(resolve('eslint.config.mjs'))) as { default: unknown };
    expect(config).toEqual(expect.arrayContaining([...walls]));
  });

  it('knows every room', () => {
    expect([...new Set(sources.map((file) => file.split('/', 1)[0]))].sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it('wants a boolean parameter to be the last', async () => {
    expect(await refusals('poll/a.ts', 'function f(a: boolean, b: string): void {}')).toEqual(['walls/boolean-last']);
    expect(await refusals('poll/a.ts', 'const f = (a: string, b = true, c: boolean): void => {};')).toEqual([]);
    expect(await refusals('poll/a.ts', 'function f(a: string, { b }: { b: boolean }): void {}')).toEqual([]);
  });

  it.each(forbidden)('refuses %s -> %s, however it is imported', async (room, target) => {
    const file = exampleOf(room);
    const path = pathTo(file, target);
    for (const line of [
      `import { x } from '${path}';`,
      `import type { X } from '${path}';`,
      `export { x } from '${path}';`,
      `export type * from '${path}';`,
      `await import('${path}');`,
      `type X = import('${path}').X;`,
    ])
      expect([line, await refusals(file, line)]).toEqual([line, ['walls/imports']]);
  });

  it.each([
    ['gate/gate.ts', "await import('@actions/core');"],
    ['report/comment.ts', "import { getOctokit } from '@actions/github';"],
    ['report/comment.ts', "import type { Octokit } from '@octokit/core';"],
    ['main.ts', "import * as core from '@actions/core';"],
    ['cloud/connect.ts', "import { HttpClient } from '@actions/http-client';"],
    ['cloud/v2/start.ts', "import https from 'node:https';"],
    ['gate/start.ts', "await import('node:http');"],
    ['gate/start.ts', "import process from 'node:process';"],
    ['gate/start.ts', "import { setTimeout } from 'node:timers/promises';"],
    ['gate/start.ts', "import { performance } from 'node:perf_hooks';"],
    ['emulator/serve.ts', "import { HttpClient } from '@actions/http-client';"],
    ['emulator/routing.ts', "import http from 'node:http';"],
    ['gate/start.ts', 'await import(`../${"clock"}.ts`);'],
    ['gate/start.ts', "import fs = require('node:fs');"],
    ['gate/start.ts', "import '../../scripts/build.mjs';"],
    ['app/reporters.ts', "await import('../emulator/emulator.ts');"],
    ['app/step.ts', "import { startSimulation } from './simulate.ts';"],
    ['app/reporters.ts', "import { githubCommenting } from '../runner/github-pull-request.ts';"],
    ['post.ts', "import { postStep } from './app/post-step.ts';"],
    ['cloud/v2/read.ts', "import { v6Cloud } from '../v6/adapter.ts';"],
    ['cloud/v6/list.ts', "import type { Row } from '../v2/read.ts';"],
    ['cloud/stop.ts', "import { v2Stopper } from './v2/stopper.ts';"],
    ['cloud/metrics/numbers.ts', "import { readRun } from '../v2/read.ts';"],
    ['cloud/http/http.ts', "import { readNumbers } from '../metrics/numbers.ts';"],
    ['cloud/connect.ts', "import { toRun } from './v2/translate.ts';"],
    ['gate/run-test.ts', "import { toRun } from '../cloud/v2/translate.ts';"],
    ['gate/run-test.ts', "import { runSchema } from '../cloud/v6/schemas.ts';"],
    ['gate/run-test.ts', "import { send } from '../cloud/http/http.ts';"],
    ['post.ts', "await import('./app/step.ts');"],
    ['app/post-step.ts', "import { connect } from '../cloud/connect.ts';"],
    ['gate/cleanup.ts', "import { startRun } from './start.ts';"],
    ['gate/stop-and-watch.ts', "await import('./run-test.ts');"],
    ['cloud/connect-stopper.ts', "import { v2Cloud } from './v2/adapter.ts';"],
    ['cloud/v2/stopper.ts', "import { startV2 } from './start.ts';"],
    ['cloud/v6/stopper.ts', "import type { V6Start } from './start.ts';"],
  ])('refuses in %s: %s', async (file, line) => {
    expect(await refusals(file, line)).toEqual(['walls/imports']);
  });

  it.each([
    ['no-restricted-syntax', 'gate/gate.ts', 'new Date();'],
    ['no-restricted-syntax', 'gate/gate.ts', 'Date();'],
    ['no-restricted-syntax', 'gate/gate.ts', 'const Time = Date;'],
    ['no-restricted-properties', 'gate/gate.ts', 'Date.now();'],
    ['no-restricted-properties', 'cloud/http/retry.ts', "Date['now']();"],
    ['no-restricted-properties', 'cloud/http/retry.ts', 'const { now } = Date;'],
    ['no-restricted-properties', 'cloud/http/retry.ts', 'Math.random();'],
    ['no-restricted-properties', 'cloud/http/http.ts', 'AbortSignal.timeout(1);'],
    ['no-restricted-globals', 'poll/poll.ts', 'performance.now();'],
    ['no-restricted-globals', 'main.ts', 'setTimeout(f, 1);'],
    ['no-restricted-globals', 'post.ts', 'setInterval(f, 1);'],
    ['no-restricted-globals', 'gate/gate.ts', "process.env['TOKEN'];"],
    ['no-restricted-globals', 'inputs/inputs.ts', 'const { env } = process;'],
    ['no-restricted-globals', 'emulator/serve.ts', "process.env['TOKEN'];"],
    ['no-restricted-globals', 'clock.ts', 'process.exit();'],
    ['no-restricted-properties', 'main.ts', "process['env'];"],
    ['no-restricted-properties', 'main.ts', 'const { env } = process;'],
    ['no-restricted-properties', 'app/post-step.ts', 'process.exit(0);'],
    ['no-restricted-properties', 'runner/github-runner.ts', "core.setFailed('x');"],
    ['no-restricted-globals', 'gate/gate.ts', 'globalThis.setTimeout(f, 1);'],
    ['no-restricted-globals', 'report/files.ts', "fetch('x');"],
    ['no-restricted-globals', 'report/files.ts', "require('node:http');"],
  ])('refuses by %s, in %s: %s', async (rule, file, line) => {
    expect(await refusals(file, line)).toContain(rule);
  });

  it.each([
    ['app/step.ts', "const { startSimulation } = await import('./simulate.ts');"],
    ['app/simulate.ts', "import { serve } from '../emulator/serve.ts';"],
    ['cloud/http/http.ts', "import { HttpClient } from '@actions/http-client';"],
    ['runner/github-runner.ts', "import * as core from '@actions/core'; process.env['HOME'];"],
    ['report/run-facts.ts', 'new Date(1).toISOString(); Date.parse("x"); Date.UTC(2001, 0); const x: Date = y;'],
    ['clock.ts', 'new Date(); performance.now(); setTimeout(f, 1); Math.random();'],
    ['cloud/connect.ts', "import { v2Cloud } from './v2/adapter.ts';"],
  ])('takes, in %s: %s', async (file, line) => {
    expect(await refusals(file, line)).toEqual([]);
  });
});

describe('the post step', () => {
  const closure = closureOf('src/post.ts');

  it('reaches no file that can start a run', () => {
    expect(closure).toContain('src/cloud/v2/stopper.ts');
    expect(closure).toContain('src/cloud/v6/stopper.ts');
    expect(closure.filter((file) => STARTS.test(file.slice('src/'.length)))).toEqual([]);
  });

  it('reaches no route that starts a run, and main does', () => {
    const routes = /start-testrun|\/start\b/u;
    const withRoute = (files: readonly string[]): readonly string[] =>
      files.filter((file) => routes.test(withoutComments(readFileSync(file, 'utf8')).replace(/from '[^']*'/gu, '')));
    expect(withRoute(closure)).toEqual([]);
    const ofMain = withRoute(closureOf('src/main.ts').filter((file) => file.startsWith('src/cloud/')));
    expect(new Set(ofMain.map((file) => file.split('/')[2]))).toEqual(new Set(['v2', 'v6']));
  });
});

describe('the sources', () => {
  it('name the fields of the wire in cloud/ and emulator/ alone', () => {
    const named = sources.filter((file) => /(?:run|processing|result)_status/u.test(code.get(file) ?? ''));
    expect(named).not.toEqual([]);
    expect(named.filter((file) => !/^(?:cloud|emulator)\//u.test(file))).toEqual([]);
  });

  it('open with one sentence each', () => {
    const without = sources.filter(
      (file) => !/^\/\*\*\s+(?:\* )?\S[\s\S]*?\*\//u.test(readFileSync(`src/${file}`, 'utf8')),
    );
    expect(without).toEqual([]);
  });

  it('have no two files of one name, but for the parts that each API has', () => {
    const apart = sources.filter((file) => !/^cloud\/v[26]\//u.test(file)).map((file) => basename(file));
    const twice = apart.filter((name, place) => apart.indexOf(name) !== place);
    expect(twice).toEqual([]);
  });
});
