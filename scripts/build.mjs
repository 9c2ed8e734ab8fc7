/** `npm run build`: bundles src/ into dist/, from nothing, so that no chunk of an earlier build is left behind. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

/**
 * Whether the committed bundle is what the sources give, file by file; git must have every file of it.
 * @param folder where the bundle to compare with is built
 */
export function distIsCurrent(folder) {
  if (!build(folder)) return false;
  const fresh = filesBelow(folder);
  const committed = git('ls-files', 'dist').map((file) => file.slice('dist/'.length));
  const missing = fresh.filter((file) => !committed.includes(file));
  const surplus = committed.filter((file) => !fresh.includes(file));
  const changed = fresh.filter((file) => committed.includes(file) && !sameFile(join(folder, file), join('dist', file)));
  const say = (what, files) => {
    if (files.length > 0) console.error(`${what}: ${files.map((file) => `dist/${file}`).join(', ')}`);
  };
  say('Run npm run build and commit. Changed', changed);
  say('Add to git', missing);
  say('Remove from git', surplus);
  return missing.length + surplus.length + changed.length === 0;
}

function filesBelow(folder) {
  const all = readdirSync(folder, { recursive: true }).map((file) => file.replaceAll('\\', '/'));
  return all.filter((file) => statSync(join(folder, file)).isFile()).sort();
}

function sameFile(one, other) {
  try {
    return readFileSync(one).equals(readFileSync(other));
  } catch {
    return false; // git has it, the working tree does not
  }
}

function git(...args) {
  return spawnSync('git', args, { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line !== '');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = build('dist') ? 0 : 1;
