/** `npm run build`: bundles src/ into dist/, from nothing, so that no chunk of an earlier build is left behind. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ncc from '@vercel/ncc';
import { minify } from 'terser';
import ts from 'typescript';

/**
 * Where the sources stand as JavaScript. ncc would check their types once for each entry, which is most of its time; the
 * types have checks of their own. The path is fixed: the names of the chunks come from it.
 */
const SOURCES = '.tmp/sources';
const TO_JAVASCRIPT = {
  compilerOptions: {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
  },
};

/** The entries, each with a folder of its own, as the runner wants them: `dist/main/index.js`. */
const ENTRIES = ['main', 'post'];
const UNDICI_ON_USE = 'src/runner/undici-on-use.cjs';
/** What the entries import in place of a package; the path is seen from their folders. */
const EXTERNALS = { undici: '../undici/on-use.cjs' };

/**
 * Leaves out what nothing uses, above all the larger part of valibot: it is read at each start. Names, lines and comments
 * stay, so that the bundle can be read and compared.
 */
const READABLE = {
  module: true,
  mangle: false,
  compress: { defaults: false, unused: true, dead_code: true, side_effects: true, toplevel: true },
  format: { beautify: true, indent_level: 2, comments: 'all' },
};

/** Builds into a folder. A build that fails throws, and leaves what was there before. */
export async function build(folder) {
  const fresh = `${folder}.fresh`;
  rmSync(fresh, { recursive: true, force: true });
  writeJavaScript();
  for (const entry of ENTRIES) {
    await bundle({
      source: `${SOURCES}/${entry}.js`,
      folder: join(fresh, entry),
      filename: 'index.js',
      externals: EXTERNALS,
    });
  }
  await bundle({ source: 'node_modules/undici/index.js', folder: join(fresh, 'undici'), filename: 'index.cjs' });
  copyFileSync(UNDICI_ON_USE, join(fresh, 'undici/on-use.cjs'));
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

async function readable(code) {
  const named = code.replace(/\.\/\.tmp\/sources\/([\w/-]+)\.js/gu, './src/$1.ts'); // in comments alone
  return (await minify(named, READABLE)).code;
}

/** Writes only what has changed, so that two builds of the same sources may run side by side. */
function writeJavaScript() {
  for (const file of filesBelow('src').filter((name) => name.endsWith('.ts'))) {
    const { outputText } = ts.transpileModule(readFileSync(join('src', file), 'utf8'), TO_JAVASCRIPT);
    const path = join(SOURCES, file.replace(/ts$/u, 'js'));
    if (existsSync(path) && readFileSync(path, 'utf8') === outputText) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, outputText);
  }
}

/** One file of the bundle, with its chunks and the licenses of what is in it. */
async function bundle({ source, folder, filename, externals = {} }) {
  const { code, assets } = await ncc(resolve(source), { quiet: true, license: 'licenses.txt', filename, externals });
  const files = Object.entries(assets).map(([name, asset]) => [name, asset.source]);
  for (const [name, content] of [[filename, code], ...files]) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, name.endsWith('.js') ? await readable(String(content)) : content);
  }
}

/**
 * Whether the committed bundle is what the sources give, file by file; git must have every file of it.
 * @param folder where the bundle to compare with is built
 */
export async function distIsCurrent(folder) {
  await build(folder);
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build('dist');
