/** action.yml against GitHub's schema, and against what its documents ask of an action on the Marketplace. */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import { actionFaults } from '../support/lint-workflow.ts';

const text = readFileSync('action.yml', 'utf8');
const sentence = v.pipe(v.string(), v.minLength(10), v.maxLength(160), v.regex(/[.]$/u));
const key = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/u));

/** Only documented keys; source: docs.github.com, "Metadata syntax for GitHub Actions". */
const Metadata = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(50)),
  description: v.pipe(v.string(), v.maxLength(125)), // the Marketplace cuts off the rest
  author: v.string(),
  branding: v.strictObject({
    icon: v.pipe(v.string(), v.regex(/^[a-z]+(?:-[a-z]+)*$/u)), // which icons there are, the schema knows
    color: v.picklist(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']),
  }),
  inputs: v.record(
    key,
    v.strictObject({
      description: sentence,
      required: v.optional(v.boolean()),
      default: v.optional(v.string()), // an unquoted true or 0 would not be the text that the code reads
      deprecationMessage: v.optional(v.string()),
    }),
  ),
  outputs: v.record(key, v.strictObject({ description: sentence })),
  runs: v.strictObject({ using: v.literal('node24'), main: v.string(), post: v.string() }),
});

describe('action.yml', () => {
  it('has no fault in the eyes of GitHub', () => {
    expect(actionFaults({ path: 'action.yml', text })).toEqual([]);
  });

  it('holds documented keys only, in the lengths and spellings that the Marketplace shows whole', () => {
    const checked = v.safeParse(Metadata, parse(text));
    expect((checked.issues ?? []).map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`)).toEqual([]);
  });

  it('would be refused with an icon or a colour that does not exist', () => {
    const broken = text.replace('icon: activity', 'icon: k6').replace('color: purple', 'color: mauve');
    expect(actionFaults({ path: 'action.yml', text: broken })).toHaveLength(2);
  });

  it('names a bundle that is there', () => {
    const { runs } = v.parse(Metadata, parse(text));
    for (const file of [runs.main, runs.post]) expect(readFileSync(file).length).toBeGreaterThan(0);
  });
});
