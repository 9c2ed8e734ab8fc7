/** action.yml, the code's tables and the README say the same. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { DEFAULTS } from '../../src/inputs/defaults.ts';
import { INPUT_NAMES } from '../../src/inputs/inputs.ts';
import { OUTPUT_NAMES } from '../../src/report/outputs.ts';
import { asWorkflow, blocks } from '../support/documents.ts';
import { sources, workflowOf } from '../support/workflow-files.ts';

interface ActionFile {
  readonly description: string;
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: Readonly<Record<string, string>>;
}
const action = parse(readFileSync('action.yml', 'utf8')) as ActionFile;
const readme = readFileSync('README.md', 'utf8');

describe('action.yml', () => {
  it('declares the inputs that the code reads, and no other', () => {
    expect(Object.keys(action.inputs).sort()).toEqual([...INPUT_NAMES].sort());
  });

  it('declares the outputs that the code sets, and no other', () => {
    expect(Object.keys(action.outputs).sort()).toEqual([...OUTPUT_NAMES].sort());
  });

  it('describes everything, in names of the field', () => {
    for (const [name, { description }] of [...Object.entries(action.inputs), ...Object.entries(action.outputs)]) {
      expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
      expect(description.length).toBeGreaterThan(10);
    }
  });

  it('has the defaults that an empty input gets; an expression is worked out by the runner', () => {
    const declared = Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? '']);
    const fixed = declared.filter(([, value = '']) => value !== '' && !value.includes('${{'));
    expect([...DEFAULTS]).toEqual(fixed);
  });

  it('fits the Marketplace, and runs the one bundle twice', () => {
    expect(action.description.length).toBeLessThanOrEqual(125);
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/main/index.js', post: 'dist/post/index.js' });
  });
});

describe('README.md, docs/internals/architecture.md and src/inputs/defaults.ts', () => {
  it('have what action.yml gives and the tree that src/ gives', () => {
    expect(() => execFileSync(process.execPath, ['scripts/readme.mjs', '--check'])).not.toThrow();
  });
});

describe('README.md', () => {
  it('names the four commands on one line', () => {
    const line = readme.split('\n').find((one) => one.includes('npm cit')) ?? '';
    for (const command of ['npm run demo', 'npm run build', 'npm run format']) expect(line).toContain(command);
  });
});

describe('the words', () => {
  /** Words that are unclear, or that mean something else to most readers. Documents for developers, in docs/internals/, are free. */
  const BANNED =
    /\b(?:patience|parted by|mends?|mended|mending|told|look(?:s|ing)? again|whoever|farewell|all the same|blanks)\b/giu;
  const documents = ['action.yml', 'README.md', 'docs/*.md'].flatMap(sources);

  it.each(documents)('of $path are plain', ({ text }) => {
    const lines = text.split('\n').filter((line) => line.match(BANNED) !== null);
    expect(lines).toEqual([]);
  });

  it('are read in every document', () => {
    expect(documents.length).toBeGreaterThan(8);
  });

  it('of outputs and events reach the scripts of the examples by env, because an expression could become a command', () => {
    const scripts = documents
      .flatMap(blocks)
      .filter(({ language, code }) => language === 'yaml' && /^ *(?:- )?run:/mu.test(code))
      .flatMap(({ code }) => Object.values(workflowOf(asWorkflow(code)).jobs))
      .flatMap(({ steps }) => steps.map(({ run = '' }) => run))
      .filter((run) => run !== '');
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });
});
