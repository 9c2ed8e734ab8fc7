/** What the documents show can be pasted, what they command exists, and where they point there is something. */
import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import * as v from 'valibot';
import { INPUT_NAMES } from '../../src/inputs/inputs.ts';
import { OUTPUT_NAMES } from '../../src/report/outputs.ts';
import { anchors, asWorkflow, blocks, commandsOf, documents, links } from '../support/documents.ts';
import { workflowFaults } from '../support/lint-workflow.ts';
import type { Step } from '../support/workflow-files.ts';
import { workflowOf } from '../support/workflow-files.ts';

const OURS = /^[\w-]+\/k6-cloud-gate@|^\.\/$/u;
const all = documents.flatMap(blocks);
const examples = all
  .filter(({ language, code }) => language === 'yaml' && /^\s*(?:- |- id: .*\n\s*)?(?:uses|jobs):/mu.test(code))
  .map(({ at, code }) => ({ at, workflow: asWorkflow(code) }));

function stepsOf(workflow: string): readonly Step[] {
  return Object.values(workflowOf(workflow).jobs).flatMap((job) => job.steps);
}

describe('the examples', () => {
  it('are found', () => {
    expect(examples.length).toBeGreaterThan(15);
    expect(examples.filter(({ workflow }) => !workflow.includes('jobs:'))).toEqual([]);
  });

  it.each(examples)('at $at can be pasted', async ({ at, workflow }) => {
    expect(await workflowFaults({ path: `${at}.yml`, text: workflow })).toEqual([]);
  });

  it.each(examples)('at $at give this action inputs that it has', ({ workflow }) => {
    const given = stepsOf(workflow)
      .filter(({ uses = '' }) => OURS.test(uses))
      .flatMap((step) => Object.keys(step.with));
    expect(given.filter((name) => !INPUT_NAMES.some((input) => input === name))).toEqual([]);
  });

  it.each(examples)('at $at read outputs that this action has', ({ workflow }) => {
    const ids = stepsOf(workflow)
      .filter(({ uses = '' }) => OURS.test(uses))
      .map(({ id }) => id);
    const read = [...workflow.matchAll(/\bsteps\.(?<id>[\w-]+)\.outputs\.(?<output>[\w-]+)/gu)]
      .filter((match) => ids.includes(match.groups?.['id']))
      .map((match) => match.groups?.['output']);
    expect(read.filter((name) => !OUTPUT_NAMES.some((output) => output === name))).toEqual([]);
  });
});

describe('the commands', () => {
  const { scripts } = v.parse(
    v.object({ scripts: v.record(v.string(), v.string()) }),
    JSON.parse(readFileSync('package.json', 'utf8')),
  );
  /** Commands of npm itself. */
  const OWN = ['ci', 'cit', 'version', 'sbom', 'install'];
  const typed = documents.flatMap((document) => commandsOf(document).map((code) => ({ path: document.path, code })));
  const named = typed.flatMap(({ path, code }) =>
    [...code.matchAll(/\bnpm (?<words>(?:run )?[\w:-]+)/gu)].map((match) => ({
      path,
      words: match.groups?.['words'] ?? '',
    })),
  );

  it('of npm exist', () => {
    expect(named.length).toBeGreaterThan(8);
    const missing = named.filter(({ words }) => {
      if (words.startsWith('run ')) return !(words.slice('run '.length) in scripts);
      return words !== 'test' && !OWN.includes(words);
    });
    expect(missing).toEqual([]);
  });

  // The others are steps of `npm test` itself (`npm run build` as "dist is current", `npm run format` as "format").
  it.each(['npm run demo', 'npm run jest -- __tests__/repo/release-notes.test.ts'])(
    '%s does what it says',
    (command) => {
      const { status, stdout, stderr } = spawnSync(command, { shell: true, encoding: 'utf8' });
      expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: expect.stringMatching(/passed/u) });
    },
  );

  it('of node name files that exist', () => {
    const files = typed.flatMap(({ code }) =>
      [...code.matchAll(/\bnode (?<file>(?:scripts|bench|src)\/[\w./-]+)/gu)].map((match) => match.groups?.['file']),
    );
    expect(files.filter((file) => !existsSync(file ?? ''))).toEqual([]);
  });
});

describe('the files of this repository that a document names', () => {
  const sources = ['src', 'scripts', 'bench', '__tests__'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
      `/${join(folder, file)}`.replaceAll('\\', '/'),
    ),
  );
  const named = documents
    .filter(({ path }) => path !== 'CHANGELOG.md')
    .flatMap(({ path, text }) =>
      [...text.matchAll(/`(?<file>[a-z\d_/.-]+\.(?:ts|mjs))`/gu)].map((match) => ({
        path,
        file: match.groups?.['file'] ?? '',
      })),
    );

  it('exist', () => {
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ file }) => !sources.some((source) => source.endsWith(`/${file}`)))).toEqual([]);
  });
});

describe('the links', () => {
  const inner = documents.flatMap((document) => links(document).map((target) => ({ path: document.path, target })));

  it('are found', () => {
    expect(inner.length).toBeGreaterThan(20);
  });

  it.each(inner)('of $path lead somewhere: $target', ({ path, target }) => {
    const [file = '', anchor] = target.split('#');
    const full = file === '' ? path : normalize(join(dirname(path), file));
    expect(existsSync(full)).toBe(true);
    if (anchor !== undefined) expect([...anchors(readFileSync(full, 'utf8'))]).toContain(anchor);
  });
});
