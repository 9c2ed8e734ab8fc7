/** The workflow run from the environment: what is missing or odd is as if it were not there, and nothing throws. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Workflow } from '../../../src/runner/workflow.ts';
import { readWorkflow } from '../../../src/runner/workflow.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SHA = 'a'.repeat(40);
const ALL = {
  GITHUB_REPOSITORY: 'octo/shop',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_RUN_ID: '99',
  GITHUB_RUN_NUMBER: '12',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_SHA: SHA,
  GITHUB_REF: 'refs/heads/main',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_WORKFLOW: 'CI',
  GITHUB_JOB: 'load',
};

function read(env: Readonly<Record<string, string | undefined>>): Workflow {
  return readWorkflow({ env: (name) => env[name] });
}

describe('the workflow', () => {
  it('is read from the environment', () => {
    expect(read(ALL)).toEqual({
      context: { repository: 'octo/shop', eventName: 'push', ref: 'refs/heads/main', sha: SHA, event: undefined },
      apiUrl: 'https://api.github.com',
      runUrl: 'https://github.com/octo/shop/actions/runs/99/attempts/2',
      runNumber: { workflow: 'CI', run: 12, attempt: 2 },
      name: 'CI / load',
    });
  });

  it('is unknown outside of GitHub', () => {
    expect(read({})).toEqual({
      context: undefined,
      apiUrl: 'https://api.github.com',
      runUrl: undefined,
      runNumber: undefined,
      name: '',
    });
  });

  it.each(['javascript:alert(1)', 'no address', 'ftp://x', 'https://user:password@x', 'https://x/?y=1'])(
    'with the address %s is as if that were not there',
    (address) => {
      const { context, runUrl } = read({ ...ALL, GITHUB_SERVER_URL: address, GITHUB_API_URL: address });
      expect([context, runUrl]).toEqual([undefined, undefined]);
    },
  );

  it.each(['-1', '0', '1.5', 'x', '1e3', '9'.repeat(20)])('with the run number %s has none', (number) => {
    expect(read({ ...ALL, GITHUB_RUN_NUMBER: number }).runNumber).toBeUndefined();
    expect(read({ ...ALL, GITHUB_RUN_ATTEMPT: number }).runNumber).toBeUndefined();
  });

  it('has no event where its file is a folder, no JSON, or missing', () => {
    const folder = temporaryFolder();
    const broken = join(folder, 'event.json');
    writeFileSync(broken, '{');
    for (const path of [folder, broken, join(folder, 'missing')]) {
      expect(read({ ...ALL, GITHUB_EVENT_PATH: path }).context?.event).toBeUndefined();
    }
  });

  it('never throws', () => {
    const texts = fc.record(
      Object.fromEntries([...Object.keys(ALL), 'GITHUB_EVENT_PATH'].map((name) => [name, fc.string()])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(texts, (env) => read({ ...ALL, ...env }).name.length >= 0),
      { examples: [[{}], [{ GITHUB_EVENT_PATH: '\u0000' }], [{ GITHUB_EVENT_PATH: '/' }]] },
    );
  });
});
