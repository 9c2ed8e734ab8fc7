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

  it('has the event that its file holds', () => {
    const path = join(temporaryFolder(), 'event.json');
    writeFileSync(path, '{"pull_request":{"number":7}}');
    expect(read({ ...ALL, GITHUB_EVENT_PATH: path }).context?.event).toEqual({ pull_request: { number: 7 } });
  });

  it('has an event of 25 MiB, and none that is larger', () => {
    const path = join(temporaryFolder(), 'event.json');
    for (const [length, event] of [
      [25 * 1024 * 1024, {}],
      [25 * 1024 * 1024 + 1, undefined],
    ] as const) {
      writeFileSync(path, '{}'.padEnd(length));
      expect(read({ ...ALL, GITHUB_EVENT_PATH: path }).context?.event).toEqual(event);
    }
  });

  it.each([
    ['https://ghe.example', 'https://ghe.example'],
    ['https://ghe.example//', 'https://ghe.example'],
    ['http://ghe.example:8080/api/v3/', 'http://ghe.example:8080/api/v3'],
  ])('of the server %s has its pages there', (address, base) => {
    const { apiUrl, runUrl } = read({ ...ALL, GITHUB_SERVER_URL: address, GITHUB_API_URL: address });
    expect([apiUrl, runUrl]).toEqual([base, `${base}/octo/shop/actions/runs/99/attempts/2`]);
  });

  it.each([
    ['GITHUB_RUN_ATTEMPT', '0', 'https://github.com/octo/shop/actions/runs/99'],
    ['GITHUB_RUN_ATTEMPT', undefined, 'https://github.com/octo/shop/actions/runs/99'],
    ['GITHUB_RUN_ID', '99x', undefined],
    ['GITHUB_RUN_ID', 'x99', undefined],
    ['GITHUB_RUN_ID', undefined, undefined],
    ['GITHUB_SERVER_URL', undefined, undefined],
    ['GITHUB_REPOSITORY', undefined, undefined],
    ['GITHUB_RUN_ID', '9'.repeat(15), `https://github.com/octo/shop/actions/runs/${'9'.repeat(15)}/attempts/2`],
  ])('with %s %j has the page %s', (name, value, page) => {
    expect(read({ ...ALL, [name]: value }).runUrl).toBe(page);
  });

  it.each(['octo', 'octo/', '/shop', 'octo/shop/x', 'octo/sh op', ' octo/shop', 'octo/shop\n'])(
    'with the repository %j is outside of GitHub',
    (repository) => {
      expect(read({ ...ALL, GITHUB_REPOSITORY: repository })).toMatchObject({ context: undefined, runUrl: undefined });
    },
  );

  it.each([
    ['GITHUB_EVENT_NAME', 'Push', 'eventName'],
    ['GITHUB_EVENT_NAME', 'push!', 'eventName'],
    ['GITHUB_EVENT_NAME', '!push', 'eventName'],
    ['GITHUB_EVENT_NAME', 'x'.repeat(51), 'eventName'],
    ['GITHUB_EVENT_NAME', '', 'eventName'],
    ['GITHUB_SHA', 'a'.repeat(39), 'sha'],
    ['GITHUB_SHA', undefined, 'sha'],
    ['GITHUB_REF', undefined, 'ref'],
  ] as const)('with %s %j has that as if it were not there', (name, value, field) => {
    expect(read({ ...ALL, [name]: value }).context).toEqual({ ...read(ALL).context, [field]: undefined });
  });

  it('knows a repository and a commit however they are written', () => {
    const { context } = read({ ...ALL, GITHUB_REPOSITORY: 'Octo-1/the_shop.js', GITHUB_SHA: SHA.toUpperCase() });
    expect([context?.repository, context?.sha]).toEqual(['Octo-1/the_shop.js', SHA]);
  });

  it.each([
    ['CI', undefined, 'CI', 'CI'],
    [undefined, 'load', 'load', ''],
    [undefined, undefined, '', ''],
  ])('of the workflow %j and the job %j is called %j', (workflow, job, name, numbered) => {
    const found = read({ ...ALL, GITHUB_WORKFLOW: workflow, GITHUB_JOB: job });
    expect([found.name, found.runNumber]).toEqual([name, { workflow: numbered, run: 12, attempt: 2 }]);
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

  it.each([
    'javascript:alert(1)',
    'no address',
    'ftp://x',
    'https://user:password@x',
    'https://user@x',
    'https://:password@x',
    'https://x/?y=1',
    'https://x/#y',
    'xhttps://x',
    'httpss://x',
  ])('with the address %s is as if that were not there', (address) => {
    const { context, apiUrl, runUrl } = read({ ...ALL, GITHUB_SERVER_URL: address, GITHUB_API_URL: address });
    expect([context, apiUrl, runUrl]).toEqual([undefined, '', undefined]);
  });

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
