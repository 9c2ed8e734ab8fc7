/** The issue forms: GitHub shows none at all, and says nothing, where one has a fault. */
import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { parse } from 'yaml';
import { sources } from '../support/workflow-files.ts';

const words = v.pipe(v.string(), v.minLength(2));
const validations = v.optional(v.strictObject({ required: v.boolean() }));
const id = v.pipe(v.string(), v.regex(/^[\w-]+$/u));
const label = { label: words, description: v.optional(words) };
const unique = v.check((all: string[]) => new Set(all).size === all.length, 'each once');

/** Source: docs.github.com, "Syntax for GitHub's form schema". */
const Form = v.strictObject({
  name: words,
  description: words,
  labels: v.array(words),
  body: v.array(
    v.variant('type', [
      v.strictObject({ type: v.literal('markdown'), attributes: v.strictObject({ value: words }) }),
      v.strictObject({
        type: v.literal('dropdown'),
        id,
        attributes: v.strictObject({ ...label, options: v.pipe(v.array(words), v.minLength(1), unique) }),
        validations,
      }),
      v.strictObject({
        type: v.literal('textarea'),
        id,
        attributes: v.strictObject({ ...label, placeholder: v.optional(words), render: v.optional(words) }),
        validations,
      }),
      v.strictObject({
        type: v.literal('input'),
        id,
        attributes: v.strictObject({ ...label, placeholder: v.optional(words) }),
        validations,
      }),
    ]),
  ),
});
const forms = sources('.github/ISSUE_TEMPLATE/*.yml').filter(({ path }) => !path.endsWith('/config.yml'));

describe.each(forms)('$path', ({ text }) => {
  it('is a form that GitHub can show', () => {
    const { issues = [] } = v.safeParse(Form, parse(text));
    expect(issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`)).toEqual([]);
  });

  it('asks each thing once', () => {
    const ids = v.parse(Form, parse(text)).body.flatMap((part) => ('id' in part ? [part.id] : []));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
