/**
/**
 * Writes what is generated: the tables of inputs and outputs into README.md and src/inputs/defaults.ts from action.yml,
 * and the tree of src/ into docs/internals/architecture.md from each file's opening sentence. With `--check` it only compares.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';
import { parse } from 'yaml';

const action = parse(readFileSync('action.yml', 'utf8'));
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const value = (text) => (text === undefined || text === '' ? '' : `\`${text}\``);

/** The inputs in the order of the README; one that is in no group is listed under the last heading. */
const GROUPS = {
  Essential: ['token', 'test-id', 'stack', 'baseline', 'max-regression', 'comment'],
  Gate: ['run-id', 'wait', 'fail-on', 'require-thresholds', 'processing-error', 'missing-token'],
  'Time limits': [
    'timeout',
    'queue-timeout',
    'processing-timeout',
    'outage-timeout',
    'request-timeout',
    'on-timeout',
    'on-cancel',
  ],
  Reports: ['summary', 'status', 'comment-key', 'github-token', 'note', 'report-dir'],
  Advanced: ['api', 'api-url', 'poll-interval', 'simulate'],
};
const grouped = Object.values(GROUPS).flat();
const ungrouped = Object.keys(action.inputs).filter((name) => !grouped.includes(name));

const inputs = Object.entries({ ...GROUPS, Advanced: [...GROUPS.Advanced, ...ungrouped] }).flatMap(([group, names]) => [
  `### ${group}`,
  '',
  '| input | default | meaning |',
  '| :-- | :-- | :-- |',
  ...names.map((name) => {
    const input = action.inputs[name];
    return `| \`${name}\` | ${value(input.default)} | ${cell(input.description)} |`;
  }),
  '',
]);
const outputs = [
  '| output | value |',
  '| :-- | :-- |',
  ...Object.entries(action.outputs).map(([name, output]) => `| \`${name}\` | ${cell(output.description)} |`),
];

/** The order of rooms in the tree, from the top floor down; files of a folder come before its folders. */
const FLOORS = ['app', 'gate', 'poll', 'inputs', 'cloud', 'report', 'runner', 'text', 'test-run', 'emulator'];
const WIDTH = 28;

/** The first sentence of a file's opening comment. */
function openingSentence(file) {
  const comment = /^\/\*\*([\s\S]*?)\*\//u.exec(readFileSync(file, 'utf8'))?.[1];
  if (comment === undefined) throw new Error(`${file} does not open with a sentence in /** … */`);
  const text = comment.replace(/\s*\n\s*\*?\s*/gu, ' ').trim();
  return text.split(/(?<=\.)\s/u, 1)[0];
}

/** A line for each file below a folder, and a line for each folder. */
function treeOf(folder, indent) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts')).map(({ name }) => name);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const place = (name) => (FLOORS.includes(name) ? FLOORS.indexOf(name) : FLOORS.length);
  return [
    ...files.sort().map((name) => `${indent}${name}`.padEnd(WIDTH) + ` ${openingSentence(`${folder}/${name}`)}`),
    ...folders
      .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
      .flatMap((name) => [`${indent}${name}/`, ...treeOf(`${folder}/${name}`, `${indent}  `)]),
  ];
}

/** The text with what stands between two markers replaced. */
function filled(text, marker, source, lines) {
  const [start, end] = [`<!-- ${marker}: written by npm run format from ${source} -->`, `<!-- end of ${marker} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`There is no place for ${marker}`);
  return `${text.slice(0, from)}${start}\n\n${lines.join('\n')}\n\n${text.slice(to)}`;
}

/** The defaults that do not depend on the workflow; an expression such as `${{ github.token }}` does. */
const defaults = Object.entries(action.inputs)
  .filter(([, input]) => input.default !== undefined && !input.default.includes('${{'))
  .map(([name, input]) => `  [${JSON.stringify(name)}, ${JSON.stringify(input.default)}],`);
const defaultsModule = [
  '/** The defaults of the inputs. Written by `npm run format` from action.yml. */',
  '',
  '/** The default of each input that has one, by the name of the input. */',
  'export const DEFAULTS: ReadonlyMap<string, string> = new Map([',
  ...defaults,
  ']);',
  '',
].join('\n');

/** Each generated file with the function from what it holds now to what it should hold, in the order of writing. */
const GENERATED = {
  'src/inputs/defaults.ts': () => defaultsModule,
  'README.md': (text) => filled(filled(text, 'inputs', 'action.yml', inputs), 'outputs', 'action.yml', outputs),
  'docs/internals/architecture.md': (text) =>
    filled(text, 'tree', 'src/', ['```text', 'src/', ...treeOf('src', '  '), '```']),
};

for (const [file, fill] of Object.entries(GENERATED)) {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const after = await prettier.format(fill(before), { ...(await prettier.resolveConfig(file)), filepath: file });
  if (!process.argv.includes('--check')) writeFileSync(file, after);
  else if (before !== after) {
    console.error(`${file} is not what npm run format writes: run it.`);
    process.exitCode = 1;
  }
}
