/** undici in the bundle: a step that talks to k6 Cloud alone never loads it, and GitHub's requests go through a proxy by it. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as scenarios from '../../src/emulator/machine/scenarios.ts';
import { connectProxy } from '../support/connect-proxy.ts';
import { githubApi } from '../support/github-api.ts';
import { k6Cloud, QUICK } from '../support/k6-cloud.ts';
import type { Ran, Step } from '../support/run-action.ts';
import { commands, runAction } from '../support/run-action.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { preloading } from '../support/preloading.ts';

/** Runs a step, and says whether it loaded undici. */
async function watched(step: Step): Promise<Ran & { readonly loaded: boolean }> {
  const mark = join(temporaryFolder(), 'loaded');
  const nodeOptions = preloading(
    `import { writeFileSync } from 'node:fs';
     import { Module } from 'node:module';
     process.on('exit', () => {
       const all = Object.keys(Module._cache);
       if (all.some((file) => /undici.index\\.cjs$/u.test(file))) writeFileSync(${JSON.stringify(mark)}, '');
     });`,
  );
  const ran = await runAction({ ...step, nodeOptions });
  return { ...ran, loaded: existsSync(mark) };
}

const EVENT = { GITHUB_REPOSITORY: 'octo/shop', GITHUB_SHA: 'f'.repeat(40), GITHUB_SERVER_URL: 'https://github.com' };
const STATUS = { status: 'load test', 'github-token': 'made-up-github-token-77' };

describe('undici', () => {
  it.each([{}, { stack: 'acme' }, { 'api-url': 'http://127.0.0.1:1', 'outage-timeout': '1s' }])(
    'is not loaded by a step that only talks to k6 Cloud: %j',
    async (inputs) => {
      const { step } = await k6Cloud([scenarios.passed(QUICK)]);
      const ran = await watched(step(inputs));
      expect([ran.exitCode, ran.loaded]).toEqual(['api-url' in inputs ? 1 : 0, false]);
    },
  );

  it('is loaded for GitHub, and takes its requests through a proxy', async () => {
    const [{ step }, github] = [await k6Cloud([scenarios.passed(QUICK)]), await githubApi({})];
    const proxy = await connectProxy(Number(new URL(github.url).port));
    const env = { ...EVENT, GITHUB_API_URL: 'http://github.test', HTTP_PROXY: proxy.url };
    const ran = await watched({ ...step(STATUS), env });
    proxy.close();
    await github.close();
    expect([ran.exitCode, ran.loaded, commands(ran.stdout, 'warning')]).toEqual([0, true, []]);
    expect(proxy.asked.length).toBeGreaterThan(0);
    expect(new Set(proxy.asked)).toEqual(new Set(['github.test:80']));
    expect(github.statuses.map(({ state }) => state)).toEqual(['pending', 'success']);
  });

  it('is replaced by a file that has every name which a bundled package takes of it', () => {
    const code = ['actions', 'octokit'].flatMap((scope) =>
      globSync(`node_modules/@${scope}/**/{lib,dist*}/**/*.js`).map((file) => readFileSync(file, 'utf8')),
    );
    const imported = code.flatMap((text) => [
      ...(/import \{(?<names>[^}]*)\} from ['"]undici['"]/u.exec(text)?.groups?.['names']?.split(',') ?? []),
      ...[...text.matchAll(/\bundici_1\.(?<name>\w+)/gu)].map((match) => match.groups?.['name'] ?? ''),
      ...(/import \S+( as \S+)? from ['"]undici['"]/u.test(text) ? ['everything'] : []),
    ]);
    const names = new Set(imported.map((name) => name.trim()));
    const require = createRequire(import.meta.url);
    expect(Object.keys(require('../../src/runner/undici-on-use.cjs') as object).sort()).toEqual([...names].sort());
  });
});
