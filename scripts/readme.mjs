/** Writes the tables of inputs and outputs into README.md from action.yml; with `--check` it only compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';
import { parse } from 'yaml';

const action = parse(readFileSync('action.yml', 'utf8'));
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const value = (text) => (text === undefined || text === '' ? '' : `\`${text}\``);

const inputs = [
  '| input | default | meaning |',
  '| :-- | :-- | :-- |',
  ...Object.entries(action.inputs).map(
    ([name, input]) => `| \`${name}\` | ${value(input.default)} | ${cell(input.description)} |`,
  ),
];
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

const before = readFileSync('README.md', 'utf8');
const filledIn = filled(filled(before, 'inputs', inputs), 'outputs', outputs);
const after = await prettier.format(filledIn, { ...(await prettier.resolveConfig('README.md')), parser: 'markdown' });
if (process.argv.includes('--check')) {
  if (before !== after) console.error('README.md and action.yml differ: run npm run format.');
  process.exitCode = before === after ? 0 : 1;
} else writeFileSync('README.md', after);
