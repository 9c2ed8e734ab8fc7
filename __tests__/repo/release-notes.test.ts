/** The notes of a release are the section of its version, and a release without one is refused. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'k6-gate-notes-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
writeFileSync(join(folder, 'package.json'), '{ "version": "1.2.0" }');

function notes(tag: string, changelog: string): { readonly status: number | null; readonly said: string } {
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
  const script = resolve('scripts/release-notes.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, tag], { cwd: folder, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}
const CHANGELOG = '# Changes\n\n## Unreleased\n\n- later\n\n## 1.2.0 – 2026-11-30\n\n- new\n\n## 1.1.0\n\n- old\n';

describe('release-notes.mjs', () => {
  it('prints the section of the version alone', () => {
    expect(notes('v1.2.0', CHANGELOG)).toEqual({ status: 0, said: '- new\n' });
  });

  it.each([
    ['v1.1.0', CHANGELOG, 'package.json has version 1.2.0'],
    ['v1.2.0', '# Changes\n\n## Unreleased\n\n- new\n', 'says nothing under "## 1.2.0"'],
    ['v1.2.0', '# Changes\n\n## 1.2.0\n\n## 1.1.0\n\n- old\n', 'says nothing under "## 1.2.0"'],
  ])('refuses %s where the files do not bear it out', (tag, changelog, why) => {
    const { status, said } = notes(tag, changelog);
    expect(status).toBe(1);
    expect(said).toContain(why);
  });
});
