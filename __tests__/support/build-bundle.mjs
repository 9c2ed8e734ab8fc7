/**
 * Jest set-up: builds the bundle from the sources of the working tree, once for each state of the sources, so that no
 * scenario can judge an old bundle.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from '../../scripts/build.mjs';

const ROOT = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const CACHE = join(ROOT, '.tmp/bundles');

export default async function buildBundle() {
  if (process.env.BUNDLE !== undefined) return;
  const folder = join(CACHE, sourcesHash());
  if (!existsSync(folder)) {
    rmSync(CACHE, { recursive: true, force: true });
    await build(folder);
  }
  process.env.BUNDLE = folder;
}

function sourcesHash() {
  const hash = createHash('sha256');
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true }).filter((file) => /\.c?[jt]s$/u.test(file));
  const files = [
    ...sources.sort().map((file) => join('src', file)),
    'package-lock.json',
    'tsconfig.json',
    'scripts/build.mjs',
  ];
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}
