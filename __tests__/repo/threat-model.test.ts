/** The threat model names every request that the code can make; a new one cannot be forgotten there. */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { sources } from '../support/workflow-files.ts';

const COMMENTS = /^ *(?:\/?\*|\/\/).*$/gmu;

/** Which value takes a place does not matter here: `/loadtests/v2/runs/{}/stop`. */
const sent = sources('src/cloud/**/*.ts').flatMap(({ text }) =>
  [
    ...text
      .replaceAll(COMMENTS, '')
      .replaceAll(/(?:\$\{[^}]*\})+/gu, '{}')
      .matchAll(/[`'](?<path>\/[a-z]+\/[^`'?]*)/gu),
  ].map((match) => (match.groups?.['path'] ?? '').replace('(query=', '({})').replace(/(?<=[a-z])\{\}&.*$/u, '')),
);
const documented = [
  ...readFileSync('docs/threat-model.md', 'utf8').matchAll(
    /`(?:GET|POST|PATCH) (?<path>\/(?:cloud|loadtests)\/[^`?]*)/gu,
  ),
].map((match) => (match.groups?.['path'] ?? '').replaceAll(/\{\w+\}|…/gu, '{}'));

describe('the threat model', () => {
  it('tells of every request, and of none that is not made', () => {
    expect([...new Set(documented)].sort()).toEqual([...new Set(sent)].sort());
  });

  it('would notice: there are requests', () => {
    expect(sent).toContain('/loadtests/v2/runs/{}/stop');
  });
});
