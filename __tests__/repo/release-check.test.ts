/** What `npm run release:check` finds before a tag, and the archive of a release, which runs where it is unpacked. */
import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseProblems } from '../../scripts/release-problems.mjs';
import { fastClock } from '../support/run-action.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const READY: Parameters<typeof releaseProblems>[0] = {
  packageJson: '{ "version": "1.2.0" }',
  lock: '{ "version": "1.2.0", "packages": { "": { "version": "1.2.0" } } }',
  changelog: '# Changes\n\n## Unreleased\n\n## 1.2.0 – 2026-11-30\n\n- new\n',
  action: readFileSync('action.yml', 'utf8'),
  documents: { 'README.md': '      - uses: k6-cloud-gate/k6-cloud-gate@v1\n' },
};

describe('releaseProblems', () => {
  it('finds none where the files agree', () => {
    expect(releaseProblems(READY)).toEqual([]);
  });

  it.each([
    [{ packageJson: '{ "version": "1.2" }' }, '"1.2" is no version'],
    [{ lock: '{ "version": "1.1.0", "packages": { "": { "version": "1.1.0" } } }' }, 'package-lock.json has version'],
    [{ changelog: '# Changes\n\n## Unreleased\n\n- new\n' }, 'says nothing under "## 1.2.0"'],
    [{ changelog: '## Unreleased\n\n- later\n\n## 1.2.0 – 2026-11-30\n\n- new\n' }, 'under "## Unreleased"'],
    [{ changelog: '## 1.2.0\n\n- new\n' }, 'has no day'],
    [{ documents: { 'README.md': 'none' } }, 'no example with @v1'],
    [{ documents: { ...READY.documents, 'docs/a.md': 'uses: k6-cloud-gate/k6-cloud-gate@v2' } }, 'docs/a.md names @v2'],
    [{ action: READY.action.replace('node24', 'node20') }, 'does not say "using: node24"'],
    [{ action: READY.action.replace(/^description: /mu, `description: ${'x'.repeat(200)}`) }, 'description has'],
  ])('finds what is missing (%#)', (change, problem) => {
    expect(releaseProblems({ ...READY, ...change }).join('\n')).toContain(problem);
  });
});

describe('the archive of a release', () => {
  it('is the whole action: main and post run where it is unpacked, chunks included', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'action.tar.gz');
    execFileSync(process.execPath, ['scripts/release-archive.mjs', 'HEAD', file]);
    execFileSync('tar', ['-xzf', 'action.tar.gz'], { cwd: folder });
    const action = join(folder, 'k6-cloud-gate');
    expect(readFileSync(join(action, 'action.yml'), 'utf8')).toContain('main: dist/main/index.js');
    const run = (entry: string, env: Readonly<Record<string, string>>): string => {
      const surroundings = { PATH: process.env['PATH'], ...fastClock(), ...env };
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(action, 'dist', entry, 'index.js')], {
        env: surroundings,
        encoding: 'utf8',
      });
      return `${status}: ${stdout}${stderr}`;
    };
    // `simulate` loads the emulator, and what is owed loads the post step: both are chunks of their entries.
    const inputs = { INPUT_SIMULATE: 'passed', INPUT_SUMMARY: 'false', INPUT_TIMEOUT: '60s' };
    expect(run('main', inputs)).toMatch(/^0: [\s\S]*passed/u);
    expect(run('post', { 'STATE_start-0': '{"testId":"1","notes":""}' })).toMatch(/^0: [\s\S]*::warning::/u);
  });
});
