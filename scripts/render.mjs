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
 * Renders each picture: `{ markdown, file, theme: 'light' | 'dark', widthPx, open? }`; `open` unfolds everything.
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
      if (open) await tab.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      await tab.addScriptTag({ path: MERMAID });
      await tab.evaluate(async (dark) => {
        // A folded chart has no size to draw in, so every fold is open while the charts are drawn.
        const folds = [...document.querySelectorAll('details')].filter((one) => !one.open);
        folds.forEach((one) => (one.open = true));
        window.mermaid.initialize({ startOnLoad: false, theme: dark ? 'dark' : 'default' });
        await window.mermaid.run({ querySelector: '.mermaid' });
        folds.forEach((one) => (one.open = false));
      }, theme === 'dark');
      await tab.screenshot({ path: file, fullPage: true });
      await tab.close();
    }
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
