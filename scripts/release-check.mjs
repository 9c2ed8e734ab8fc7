/**
 * `npm run release:check`: everything that can be known before a version is tagged: the files agree on the version, the
 * tag is free, the bundle is what the sources give and is whole in the archive, and what the notes will say.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { distIsCurrent } from './build.mjs';
import { notesOf } from './release-notes.mjs';
import { releaseProblems } from './release-problems.mjs';

const read = (file) => readFileSync(file, 'utf8');
const git = (...args) => spawnSync('git', args, { encoding: 'utf8' });
const { version } = JSON.parse(read('package.json'));
const folder = mkdtempSync(join(tmpdir(), 'k6-gate-release-'));

/** The archive must hold each file of dist/ that git has. */
function archiveProblems() {
  const file = join(folder, 'action.tar.gz');
  const made = spawnSync(process.execPath, ['scripts/release-archive.mjs', 'HEAD', file], { stdio: 'inherit' });
  if (made.status !== 0) return ['The archive cannot be made.'];
  const held = spawnSync('tar', ['-tzf', file], { encoding: 'utf8' }).stdout.split(/\r?\n/u);
  const wanted = ['action.yml', ...git('ls-files', 'dist').stdout.trim().split('\n')];
  return wanted.filter((one) => !held.includes(`k6-cloud-gate/${one}`)).map((one) => `The archive lacks ${one}.`);
}

const documents = globSync(['*.md', 'docs/**/*.md']).map((path) => [path.replaceAll('\\', '/'), read(path)]);
const problems = [
  ...releaseProblems({
    packageJson: read('package.json'),
    lock: read('package-lock.json'),
    changelog: read('CHANGELOG.md'),
    action: read('action.yml'),
    documents: Object.fromEntries(documents),
  }),
  ...(git('tag', '--list', `v${version}`).stdout === '' ? [] : [`The tag v${version} exists already.`]),
  ...(git('status', '--porcelain').stdout === '' ? [] : ['There are changes that are not committed.']),
  ...archiveProblems(),
  ...((await distIsCurrent(join(folder, 'dist'))) ? [] : ['dist/ is not what src/ gives.']),
];
rmSync(folder, { recursive: true });

for (const problem of problems) console.error(`✗ ${problem}`);
if (problems.length > 0) process.exitCode = 1;
else {
  console.log(`v${version} can be tagged. The notes of the release:\n\n${notesOf(version, read('CHANGELOG.md'))}`);
}
