/** What is measured as a process: this action's bundle, a minimal action with the same packages, and bare node. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from '../scripts/build.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const NCC = join(ROOT, 'node_modules/@vercel/ncc/dist/ncc/cli.js');

/** Files to run. */
export interface Bundles {
  readonly action: string;
  /** Imports the toolkit's core, github and http-client; sends one request where API_URL is set, and that is all. */
  readonly minimal: string;
  /** The same without @actions/github, which this action does not load either unless it writes a comment. */
  readonly minimalOfTwo: string;
  /** An empty file. */
  readonly bare: string;
}

/** Builds all from their sources into a temporary folder, so that no stale `dist/` is measured. */
export async function bundles(): Promise<Bundles> {
  const folder = mkdtempSync(join(tmpdir(), 'k6-gate-bench-'));
  const bare = join(folder, 'bare.mjs');
  writeFileSync(bare, '');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await build(join(folder, 'action'));
  const core = ["import * as core from '@actions/core';", "import { HttpClient } from '@actions/http-client';"];
  const github = "import * as github from '@actions/github';";
  return {
    action: join(folder, 'action/main/index.js'),
    minimal: minimal(folder, 'minimal', [...core, github], 'core, github'),
    minimalOfTwo: minimal(folder, 'minimal-of-two', core, 'core'),
    bare,
  };
}

function minimal(folder: string, name: string, imports: readonly string[], used: string): string {
  const source = join(folder, `${name}.js`);
  const body = [
    ...imports,
    `globalThis.kept = [HttpClient, ${used}];`,
    "const url = process.env['API_URL'];",
    "if (url) await (await new HttpClient('minimal').get(url)).readBody();",
  ];
  writeFileSync(source, `${body.join('\n')}\n`);
  return built(source, join(folder, name));
}

function built(source: string, into: string): string {
  mkdirSync(into);
  execFileSync(process.execPath, [NCC, 'build', source, '-o', into, '-q'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return join(into, 'index.js');
}
