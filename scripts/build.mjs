/** `npm run build`: bundles src/ into dist/, from nothing, so that no chunk of an earlier build is left behind. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Builds into a folder; says whether it worked. */
export function build(folder) {
  rmSync(folder, { recursive: true, force: true });
  const ncc = 'node_modules/@vercel/ncc/dist/ncc/cli.js';
  const args = [ncc, 'build', 'src/index.ts', '-o', folder, '--license', 'licenses.txt', '-q'];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = build('dist') ? 0 : 1;
