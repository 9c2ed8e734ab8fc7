/**
 * `npm run pictures`: the real path from the emulated k6 Cloud over the bundle to summary and comment, as PNG files in
 * docs/pictures. Needs Chromium (`CHROMIUM`, else /usr/bin/chromium); `BUNDLE` names another bundle than the committed.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { createEmulator } from '../src/emulator/emulator.ts';
import { failedByThreshold, passed } from '../src/emulator/machine/scenarios.ts';
import { serve } from '../src/emulator/serve.ts';
import { render } from './render.mjs';

const TARGET = 'docs/pictures';
const TOKEN = 'made-up-token-of-the-pictures';
const BUNDLE = resolve(process.env.BUNDLE ?? 'dist/main/index.js');
/** Nine quiet weeks, and then a change that made the checkout slow. */
const PAST_P95_MS = [350, 355, 349, 360, 362, 358, 361, 365, 362];
const quick = { reads: { created: 0, validated: 0, running: 1, processing: 1 } };
const slow = failedByThreshold({
  ...quick,
  vuh: 1.25,
  numbers: { p95Ms: 431, rps: 57.5, errorRate: 0.0125, checksRate: 0.985 },
});
const fine = passed({ ...quick, vuh: 0.4, numbers: { p95Ms: 212, rps: 31, errorRate: 0.0004, checksRate: 0.9998 } });

/** A pull request without comments; resolves to the body of the comment that is written. */
async function pullRequest() {
  const written = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    if (request.method === 'POST') written.push(JSON.parse(text).body);
    response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(request.method === 'POST' ? { id: 1, html_url: 'https://github.com/acme/shop/pull/7' } : []),
    );
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${server.address().port}`, written, close: () => server.close() };
}

/** One step through the bundle; its summary and its comment. */
async function step(tests) {
  const emulator = createEmulator({ account: { token: TOKEN }, firstRunId: 7_649_992, tests });
  for (const p95Ms of PAST_P95_MS) {
    emulator.cloud.seed(tests[0].id, {
      scenario: passed({ numbers: { p95Ms, rps: 58.1, errorRate: 0.004, checksRate: 0.999 } }),
    });
  }
  const cloud = await serve(emulator);
  const github = await pullRequest();
  const folder = mkdtempSync(join(tmpdir(), 'k6-gate-pictures-'));
  const file = (name, text = '') => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const declared = Object.entries(parse(readFileSync('action.yml', 'utf8')).inputs);
  const defaults = declared.map(([name, { default: value = '' }]) => [name, value.includes('${{') ? '' : value]);
  const inputs = {
    ...Object.fromEntries(defaults),
    token: TOKEN,
    'test-id': tests.map(({ id }) => id).join(),
    'api-url': cloud.url,
    'poll-interval': '1s',
    baseline: 'previous',
    comment: 'always',
    'github-token': 'made-up-github-token',
  };
  const env = {
    PATH: process.env.PATH,
    GITHUB_OUTPUT: file('output'),
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary.md'),
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify({ pull_request: { number: 7 } })),
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SHA: 'f'.repeat(40),
    GITHUB_RUN_ID: '1',
    GITHUB_WORKFLOW: 'load',
    GITHUB_JOB: 'load',
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
  const child = spawn(process.execPath, [BUNDLE], { env, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((done) => child.on('close', done));
  const summary = readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8');
  github.close();
  await cloud.close();
  rmSync(folder, { recursive: true });
  if (code !== 1 || github.written.length !== 1)
    throw new Error(`exit code ${code}, ${github.written.length} comments`);
  return { summary, comment: github.written[0] };
}

mkdirSync(TARGET, { recursive: true });
const one = await step([{ id: 1201, name: 'Checkout API', scenarios: [slow] }]);
const two = await step([
  { id: 1201, name: 'Checkout API', scenarios: [slow] },
  { id: 1202, name: 'Search API', scenarios: [fine] },
]);
await render([
  { markdown: one.summary, file: `${TARGET}/summary.png`, theme: 'light', widthPx: 900 },
  { markdown: one.summary, file: `${TARGET}/summary-dark.png`, theme: 'dark', widthPx: 900 },
  { markdown: one.comment, file: `${TARGET}/comment.png`, theme: 'light', widthPx: 900 },
  { markdown: one.comment, file: `${TARGET}/comment-dark.png`, theme: 'dark', widthPx: 900 },
  { markdown: two.comment, file: `${TARGET}/comment-of-two.png`, theme: 'light', widthPx: 900 },
]);
