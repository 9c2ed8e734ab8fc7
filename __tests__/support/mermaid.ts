/** Mermaid's own parser, with as much of a browser as it asks for. */
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');

/** The Mermaid blocks of a Markdown text, without their fences. */
export function mermaidBlocks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```mermaid\n([\s\S]*?)^```$/gmu)].map(([, block = '']) => block);
}

/** The kind of every chart of a text, parsed. @throws what Mermaid says of a broken one */
export async function chartsOf(markdown: string): Promise<readonly string[]> {
  const kinds: string[] = [];
  for (const block of mermaidBlocks(markdown)) {
    kinds.push((await mermaid.parse(block)).diagramType);
  }
  return kinds;
}
