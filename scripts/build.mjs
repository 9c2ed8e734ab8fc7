/** `npm run build`: bundles src/ into dist/, from nothing, so that no chunk of an earlier build is left behind. */
import { spawnSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** The entries, each with a folder of its own, as the runner wants them: `dist/main/index.js`. */
const ENTRIES = ['main', 'post'];
const NCC = 'node_modules/@vercel/ncc/dist/ncc/cli.js';

/** Builds into a folder; says whether it worked. A build that fails leaves what was there before. */
export function build(folder) {
  const fresh = `${folder}.fresh`;
  rmSync(fresh, { recursive: true, force: true });
  for (const entry of ENTRIES) {
    const args = [NCC, 'build', `src/${entry}.ts`, '-o', `${fresh}/${entry}`, '--license', 'licenses.txt', '-q'];
    if (spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0) return false;
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = build('dist') ? 0 : 1;
