/** The inputs of a step as action.yml declares them, with their defaults: what the runner hands over untouched. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** The root of the repository. */
export const ROOT = resolve(import.meta.dirname, '../..');

const ACTION = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
};

/** Every input by name; empty where there is no default, or where the runner would work it out. */
export const DEFAULT_INPUTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ACTION.inputs).map(([name, { default: value = '' }]) => [name, value.includes('${{') ? '' : value]),
);
