/** Mermaid's own parser, with as much of a browser as it asks for. */
import { JSDOM } from 'jsdom';
import { marked } from 'marked';

const { window } = new JSDOM('', { pretendToBeVisual: true });
const { document, CSSStyleSheet, Event, SVGElement } = window;
Object.assign(globalThis, { window, document, CSSStyleSheet });
// Without a layout no text has a size: each is as wide as a short label.
Object.assign(SVGElement.prototype, { getBBox: () => ({ x: 0, y: 0, width: 40, height: 12 }) });
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

/** A chart of a page: whether its fold is open, and the picture, where there is one. */
export interface DrawnChart {
  readonly isOpen: boolean;
  readonly svg: string | undefined;
}

/**
 * Draws the charts of a text as GitHub's client does: at once outside of folds; in a closed fold when it is opened, by
 * the only handler that a fold has, so that of several charts in one fold the last alone is drawn.
 * @param open opens every fold, one after another, after the page was drawn
 */
export async function drawnByGithub(markdown: string, open: boolean): Promise<readonly DrawnChart[]> {
  document.body.innerHTML = marked.parse(markdown, { gfm: true, async: false });
  const charts = [...document.querySelectorAll('code.language-mermaid')];
  const folds = [...document.querySelectorAll('details')];
  const drawing: Promise<void>[] = [];
  const pictures = new Map<(typeof charts)[number], string>();
  const draw = async (chart: (typeof charts)[number]): Promise<void> => {
    const { svg } = await mermaid.render(`chart-${charts.indexOf(chart)}`, chart.textContent);
    pictures.set(chart, svg);
  };
  for (const chart of charts) {
    const fold = chart.closest('details');
    if (fold === null) drawing.push(draw(chart));
    else fold.ontoggle = () => drawing.push(draw(chart));
  }
  if (open) {
    for (const fold of folds) {
      fold.open = true;
      fold.dispatchEvent(new Event('toggle'));
    }
  }
  await Promise.all(drawing);
  const isOpen = (chart: (typeof charts)[number]): boolean => chart.closest('details:not([open])') === null;
  return charts.map((chart) => ({ isOpen: isOpen(chart), svg: pictures.get(chart) }));
}
