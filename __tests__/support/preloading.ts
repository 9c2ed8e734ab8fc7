/** Code that a child process runs before the bundle. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** Options of node that run this ES module first. */
export function preloading(code: string): readonly string[] {
  const file = join(temporaryFolder(), 'preload.mjs');
  writeFileSync(file, code);
  return ['--import', file];
}
