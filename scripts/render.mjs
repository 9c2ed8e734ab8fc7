/** Renders GitHub-flavoured Markdown with Mermaid charts to PNG files in headless Chromium, as GitHub shows it. */
/* global document, window */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marked } from 'marked';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const STYLE = {
  light: require.resolve('github-markdown-css/github-markdown-light.css'),
  dark: require.resolve('github-markdown-css/github-markdown-dark.css'),
};
const MERMAID = require.resolve('mermaid/dist/mermaid.min.js');

/** Without these a machine that is cut off from the network is slow to start it. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
marked.use({
  gfm: true,
  renderer: {
    code: ({ text, lang }) => (lang === 'mermaid' ? `<pre class="mermaid">${escaped(text)}</pre>` : false),
  },
});

/** One page: the text in a column as wide as GitHub's, framed as GitHub frames it. */
function page(markdown, theme) {
  const css = readFileSync(STYLE[theme], 'utf8');
  const [background, border] = theme === 'dark' ? ['#0d1117', '#3d444d'] : ['#ffffff', '#d1d9e0'];
  return `<!doctype html><meta charset="utf-8"><style>${css}
    body { margin: 0; padding: 16px; background: ${background}; }
    .markdown-body { box-sizing: border-box; padding: 24px; border: 1px solid ${border}; border-radius: 6px; }
    .markdown-body pre.mermaid { background: none; padding: 0; text-align: center; }
  </style><article class="markdown-body">${marked.parse(markdown)}</article>`;
}

/**
 * Draws the charts of a page as GitHub does: one in a closed fold is drawn when the fold is opened, by the only handler
 * that a fold has, so that of several charts in one fold the last one alone is drawn.
 * @returns how many charts that can be seen are not drawn
 */
async function draw({ dark, open }) {
  window.mermaid.initialize({ startOnLoad: false, theme: dark ? 'dark' : 'default' });
  const drawing = [];
  const drawNow = (chart) => drawing.push(window.mermaid.run({ nodes: [chart] }));
  for (const chart of document.querySelectorAll('.mermaid')) {
    const fold = chart.closest('details:not([open])');
    if (fold === null) drawNow(chart);
    else fold.ontoggle = () => drawNow(chart);
  }
  if (open) {
    for (const fold of document.querySelectorAll('details:not([open])')) {
      const opened = new Promise((done) => fold.addEventListener('toggle', done, { once: true }));
      fold.open = true;
      await opened;
    }
  }
  await Promise.all(drawing);
  const seen = [...document.querySelectorAll('.mermaid')].filter(
    (chart) => chart.closest('details:not([open])') === null,
  );
  return seen.filter((chart) => chart.querySelector('svg') === null).length;
}

/**
 * Renders each picture: `{ markdown, file, theme: 'light' | 'dark', widthPx, open? }`; `open` opens every fold.
 * @throws where a chart can't be drawn
 */
export async function render(pictures) {
  const profile = mkdtempSync(join(tmpdir(), 'k6-gate-pictures-'));
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: FLAGS,
    deviceScaleFactor: 1,
  });
  try {
    for (const { markdown, file, theme, widthPx, open = false } of pictures) {
      const tab = await browser.newPage();
      await tab.setViewportSize({ width: widthPx, height: 100 });
      await tab.setContent(page(markdown, theme));
      await tab.addScriptTag({ path: MERMAID });
      const missing = await tab.evaluate(draw, { dark: theme === 'dark', open });
      if (missing > 0) throw new Error(`${file}: ${missing} charts are not drawn`);
      await tab.screenshot({ path: file, fullPage: true });
      await tab.close();
    }
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
