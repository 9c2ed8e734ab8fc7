/** The first step of docs/first-gate.md as a reader takes it: its inputs, run by the bundle, end as the page says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { blocks } from '../support/documents.ts';
import { runAction } from '../support/run-action.ts';
import { workflowOf } from '../support/workflow-files.ts';

const path = 'docs/first-gate.md';
const all = blocks({ path, text: readFileSync(path, 'utf8') });
const codeOf = (language: string): string => all.find((block) => block.language === language)?.code ?? '';

describe('the first gate', () => {
  it('is red without an account, with the words of the page', async () => {
    const [step] = workflowOf(codeOf('yaml')).jobs['gate']?.steps ?? [];
    const inputs = Object.fromEntries(Object.entries(step?.with ?? {}).map(([name, value]) => [name, String(value)]));
    const ran = await runAction({ inputs });
    expect(inputs).toEqual({ simulate: 'failed' });
    expect(ran.exitCode).toBe(1);
    expect(codeOf('text')).not.toBe('');
    expect(ran.stdout).toContain(codeOf('text').trim());
  });
});
