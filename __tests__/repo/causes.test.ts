/** docs/causes.md has a row for each cause of the code, under the verdict that it can have, and no other. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CAUSES } from '../../src/test-run/causes.ts';

const page = readFileSync(new URL('../../docs/causes.md', import.meta.url), 'utf8');

describe('docs/causes.md', () => {
  it('lists every cause once', () => {
    const listed = [...page.matchAll(/^\| `(?<cause>[a-z-]+)`/gmu)].map(({ groups }) => groups?.['cause']);
    expect([...listed].sort()).toEqual(Object.keys(CAUSES).sort());
  });
});
