/**
 * `node scripts/release-archive.mjs REF FILE`: the whole action of a commit or tag as one archive, which runs where it is
 * unpacked: action.yml and both entries of dist/ with all their chunks and licenses.
 */
import { spawnSync } from 'node:child_process';

/** What the runner needs of the action, and what a reader needs to trust it. */
const CONTENTS = ['action.yml', 'dist', 'LICENSE', 'README.md', 'CHANGELOG.md', 'SECURITY.md'];

const [ref = '', file = ''] = process.argv.slice(2);
const args = ['archive', '--format=tar.gz', '--prefix=k6-cloud-gate/', `--output=${file}`, ref, '--', ...CONTENTS];
process.exitCode = spawnSync('git', args, { stdio: 'inherit' }).status ?? 1;
