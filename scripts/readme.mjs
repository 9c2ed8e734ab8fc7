/**
 * Writes what follows from action.yml: the tables of inputs and outputs in README.md, and src/inputs/defaults.ts. With
 * `--check` it only compares.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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
  Reports: ['summary', 'comment-key', 'github-token', 'note', 'report-dir'],
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

/** The text with what stands between two markers replaced. */
function filled(text, marker, lines) {
  const [start, end] = [`<!-- ${marker}: written by npm run format from action.yml -->`, `<!-- end of ${marker} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no place for ${marker}`);
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

const readme = readFileSync('README.md', 'utf8');
const written = {
  'README.md': filled(filled(readme, 'inputs', inputs), 'outputs', outputs),
  'src/inputs/defaults.ts': defaultsModule,
};
for (const [file, text] of Object.entries(written)) {
  const after = await prettier.format(text, { ...(await prettier.resolveConfig(file)), filepath: file });
  if (!process.argv.includes('--check')) writeFileSync(file, after);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== after) {
    console.error(`${file} and action.yml differ: run npm run format.`);
    process.exitCode = 1;
  }
}
