/** The workflows are sound to two linters, and keep the rules of the house for what holds a token. */
import { describe, expect, it } from '@jest/globals';
import { actionFaults, workflowFaults } from '../support/lint-workflow.ts';
import { sources, workflowOf } from '../support/workflow-files.ts';

const workflows = sources('.github/workflows/*.yml').map((source) => ({ ...source, data: workflowOf(source.text) }));
const localActions = sources('.github/actions/*/action.yml');
const everything = [...workflows, ...localActions];

/** `uses: owner/name/path@commit # v1.2.3` */
const PINNED = /^ *(?:- )?uses: (?<action>[\w.-]+\/[\w./-]+)@(?<commit>[0-9a-f]{40}) # (?<version>v\d+\.\d+\.\d+)$/u;
const OWN = /^ *(?:- )?uses: \.\/\S*$/u;
const usesLines = everything.flatMap(({ path, text }) =>
  text
    .split(/\r?\n/u)
    .filter((line) => /^\s*(?:-\s*)?uses:/u.test(line))
    .map((line) => ({ path, line })),
);

describe('the linters', () => {
  it('see what a schema sees, and what only the expressions tell', async () => {
    const text = [
      'on: push',
      'permissions: { contents: maybe }',
      'jobs:',
      '  gate:',
      '    needs: absent',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - run: echo ${{ steps.nobody.outputs.x }} ${{ nothing.at }}',
    ].join('\n');
    const faults = (await workflowFaults({ path: 'broken.yml', text })).join('\n');
    for (const word of ["'maybe'", '"absent"', '"nobody"', "'nothing'"]) expect(faults).toContain(word);
  });

  it('see an action file that GitHub would refuse', () => {
    const text = 'name: x\ndescription: y\nruns:\n  using: node24\n';
    expect(actionFaults({ path: 'action.yml', text }).join('\n')).toContain('main');
  });
});

describe.each(workflows)('$path', ({ data, path, text }) => {
  const jobs = Object.values(data.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('has no fault', async () => {
    expect(await workflowFaults({ path, text })).toEqual([]);
  });

  it('allows nothing as a whole, and names what each job may do', () => {
    expect(data.permissions).toEqual({});
    for (const job of jobs) expect(job.permissions).toBeDefined();
  });

  it('ends by itself, and does not pile up', () => {
    expect(data.concurrency).toBeDefined();
    for (const job of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
  });

  it('leaves no token behind in the checkout', () => {
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(step.with['persist-credentials']).toBe(false);
    }
  });

  it('hands values to scripts through the environment, never by pasting them in', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  it('runs where GitHub has machines', () => {
    for (const job of jobs)
      expect(job['runs-on']).toMatch(/^(?:(?:ubuntu|macos|windows)-latest|\$\{\{ matrix\.os \}\})$/u);
  });
});

describe('the actions of this repository', () => {
  it('have no fault', () => {
    expect(localActions.flatMap(actionFaults)).toEqual([]);
  });
});

describe('actions of others', () => {
  it('are pinned by commit, with the version beside it', () => {
    expect(usesLines.length).toBeGreaterThan(10);
    expect(usesLines.filter(({ line }) => !PINNED.test(line) && !OWN.test(line))).toEqual([]);
  });

  it('are the same commit wherever they are used', () => {
    const commits = new Map<string, Set<string>>();
    for (const { line } of usesLines) {
      const { action = '', commit = '', version = '' } = PINNED.exec(line)?.groups ?? {};
      const repository = action.split('/').slice(0, 2).join('/');
      if (action !== '') commits.set(repository, (commits.get(repository) ?? new Set()).add(`${commit} ${version}`));
    }
    expect([...commits].filter(([, all]) => all.size > 1)).toEqual([]);
  });
});
