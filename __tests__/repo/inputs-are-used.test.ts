/** Every declared input is read, and what is read of it is used: an input without an effect fails here. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { withoutComments } from '../../scripts/import-graph.mjs';
import { readInputs } from '../../src/inputs/inputs.ts';
import { DEFAULT_INPUTS } from '../support/default-inputs.ts';
import { memoryRunner } from '../support/memory-runner.ts';

const given = {
  ...DEFAULT_INPUTS,
  token: 'made-up-token-0123456789',
  'test-id': '1201',
  baseline: 'previous',
  'max-regression': 'p95=10%',
  comment: 'always',
};

/** The names of the fields of an object and of the plain objects in it. */
function fieldsOf(value: object): readonly string[] {
  return Object.entries(value).flatMap(([name, field]: [string, unknown]) => {
    const isPlain = typeof field === 'object' && field !== null && Object.getPrototypeOf(field) === Object.prototype;
    return [name, ...(isPlain ? fieldsOf(field) : [])];
  });
}

it('reads every input that action.yml declares', () => {
  const names = new Set<string>();
  const runner = memoryRunner(given);
  const input = (name: string): string => {
    names.add(name);
    return runner.input(name);
  };
  readInputs({ ...runner, input });
  expect([...names].sort()).toEqual(Object.keys(DEFAULT_INPUTS).sort());
});

it('uses every field of the inputs outside the room that reads them', () => {
  const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !/^(?:inputs|emulator)\//u.test(file))
    .map((file) => withoutComments(readFileSync(`src/${file}`, 'utf8')))
    .join('\n');
  const fields = fieldsOf(readInputs(memoryRunner(given)));
  expect(fields).toContain('timeoutMs');
  expect(fields.filter((name) => !new RegExp(`\\b${name}\\b`, 'u').test(code))).toEqual([]);
});
