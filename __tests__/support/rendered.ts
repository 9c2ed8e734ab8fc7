/** Markdown as a reader sees it: the elements and the text that come of it. */
import { JSDOM } from 'jsdom';
import { marked } from 'marked';

/** What rendering gives. */
export interface Rendered {
  readonly tags: readonly string[];
  readonly text: string;
  /** Text outside of code, where GitHub looks for mentions and references. */
  readonly prose: string;
  readonly cells: readonly (readonly string[])[];
  readonly hrefs: readonly string[];
}

/** A document that runs no scripts; one for all, since making one takes longer than the rendering. */
const { document } = new JSDOM('').window;

/** How many charts each fold has that are in no fold within it. */
export function chartsInFolds(markdown: string): readonly number[] {
  document.body.innerHTML = marked.parse(markdown, { gfm: true, async: false });
  const charts = [...document.querySelectorAll('code.language-mermaid')].map((chart) => chart.closest('details'));
  return [...document.querySelectorAll('details')].map((fold) => charts.filter((one) => one === fold).length);
}

/** Renders GitHub-flavoured Markdown. */
export function rendered(markdown: string): Rendered {
  document.body.innerHTML = marked.parse(markdown, { gfm: true, async: false });
  const all = [...document.body.querySelectorAll('*')];
  const text = document.body.textContent;
  const cells = [...document.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('td,th')].map((cell) => cell.textContent),
  );
  const hrefs = [...document.querySelectorAll('a')].map((anchor) => anchor.getAttribute('href') ?? '');
  document.querySelectorAll('code').forEach((code) => {
    code.remove();
  });
  return { tags: all.map((one) => one.tagName.toLowerCase()), text, prose: document.body.textContent, cells, hrefs };
}
