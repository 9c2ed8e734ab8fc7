/** What a recipe promises beside being valid: a repeat only where a repeat can help, and no gate that is green for an error. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CAUSES } from '../../src/test-run/causes.ts';

const recipes = readFileSync('docs/recipes.md', 'utf8');
const CAUSES_PAGE = readFileSync('docs/causes.md', 'utf8');

/** The causes that a page of causes lists under the verdict `error`. */
const ofError = [
  ...(CAUSES_PAGE.split(/^## /mu).find((part) => part.startsWith('`error`')) ?? '').matchAll(
    /^\| `(?<cause>[a-z-]+)`/gmu,
  ),
].map((match) => match.groups?.['cause']);

describe('the recipe for a repeat', () => {
  it('lists every cause of an error where a repeat helps, and no other', () => {
    const list = /WORTH_A_REPEAT: >-\n\s+(?<json>\[.*\])/u.exec(recipes)?.groups?.['json'] ?? '[]';
    const worth = Object.entries(CAUSES).filter(([cause, row]) => row.retryHelps === 'yes' && ofError.includes(cause));
    expect((JSON.parse(list) as string[]).sort()).toEqual(worth.map(([cause]) => cause).sort());
  });
});

describe('a recipe with a commit status', () => {
  it('has the permission for it in every job', () => {
    const jobs = recipes.split(/^## /mu).flatMap((recipe) => recipe.split(/(?=^ {2}[a-z]+:$)/mu));
    const withStatus = jobs.filter((job) => /^ +status: /mu.test(job));
    expect(withStatus.length).toBeGreaterThan(4);
    expect(withStatus.filter((job) => !job.includes('statuses: write'))).toEqual([]);
  });
});
