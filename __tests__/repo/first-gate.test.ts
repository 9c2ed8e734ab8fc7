/** The first step of docs/first-gate.md as a reader takes it: its inputs, run by the bundle, end as the page says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { blocks } from '../support/documents.ts';
import { runAction } from '../support/run-action.ts';
import { workflowOf } from '../support/workflow-files.ts';

const path = 'docs/first-gate.md';
const all = blocks({ path, text: readFileSync(path, 'utf8') });
const codeOf = (language: string): string => all.find((block) => block.language === language)?.code ?? '';

/** The inputs of the first step of the job `gate`. */
function inputsOf(workflow: string): Readonly<Record<string, string>> {
  const [step] = workflowOf(workflow).jobs['gate']?.steps ?? [];
  return Object.fromEntries(Object.entries(step?.with ?? {}).map(([name, value]) => [name, String(value)]));
}

describe('the first gate', () => {
  it('is red without an account, with the words of the page', async () => {
    const inputs = inputsOf(codeOf('yaml'));
    const ran = await runAction({ inputs });
    expect(inputs).toEqual({ simulate: 'failed' });
    expect(ran.exitCode).toBe(1);
    expect(codeOf('text')).not.toBe('');
    expect(ran.stdout).toContain(codeOf('text').trim());
  });
});

describe('the quick start of the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const [workflow] = blocks({ path: 'README.md', text: readme });
  const given = inputsOf(workflow?.code ?? '');
  const offer = /Set `simulate: (?<first>\w+)` \(or (?<others>[^)]*)\) instead of (?<instead>[^.]*)\./u.exec(
    readme,
  )?.groups;
  const named = (text = ''): readonly string[] =>
    [...text.matchAll(/`(?<name>[\w-]+)`/gu)].map(([, name = '']) => name);

  it('asks for what it says that a simulation stands for, and for nothing else', () => {
    expect(Object.keys(given).sort()).toEqual([...named(offer?.['instead'])].sort());
    expect(given['token']).toBe('${{ secrets.K6_CLOUD_TOKEN }}');
  });

  it('without the secret is red before any request, with what to do', async () => {
    const ran = await runAction({ inputs: { ...given, token: '' } });
    expect([ran.exitCode, ran.outputs.get('cause')]).toEqual([1, 'invalid-input']);
    expect(ran.stdout).toMatch(
      /^::error title=Inputs not accepted::`token` is empty\. Set `token` or the environment variable/mu,
    );
  });

  it.each([offer?.['first'] ?? '', ...named(offer?.['others'])])(
    'runs without an account: simulate: %s',
    async (simulate) => {
      const ran = await runAction({ inputs: { simulate } });
      expect([ran.exitCode, ran.outputs.get('verdict')]).toEqual([simulate === 'passed' ? 0 : 1, simulate]);
      const last = ran.stdout.trimEnd().split('\n').at(-1) ?? '';
      expect(last).toMatch(new RegExp(`^. ${simulate} · \\S.*\\brun 76500\\d\\d[:)]`, 'u'));
      expect(ran.summary).toContain(simulate === 'timeout' ? '⏱' : '## ');
    },
  );
});
