/** Property tests pin what once broke: chance alone finds it again on one day in a hundred. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const files = readdirSync('__tests__', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => join('__tests__', file));

/** Whether each call of `fc.assert` in a text has a second argument that names `examples`. */
function pinned(text: string): readonly boolean[] {
  const found: boolean[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'fc.assert') {
      const options = node.arguments[1];
      const names = options !== undefined && ts.isObjectLiteralExpression(options) ? options.properties : [];
      found.push([...names].some(({ name }) => name?.getText() === 'examples'));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

describe('a property test', () => {
  const asserted = files
    .map((file) => ({ file, all: pinned(readFileSync(file, 'utf8')) }))
    .filter(({ all }) => all.length > 0);

  it('is found where there is one', () => {
    expect(pinned('fc.assert(p); fc.assert(p, { numRuns: 1 }); fc.assert(p, { examples: [] });')).toEqual([
      false,
      false,
      true,
    ]);
    expect(asserted.length).toBeGreaterThan(20);
  });

  it.each(asserted.map(({ file, all }) => [file, all] as const))('pins examples: %s', (_, all) => {
    expect(all).toEqual(all.map(() => true));
  });
});
