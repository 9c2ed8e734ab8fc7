/**
 * `npm run pictures`: the real path from the emulated k6 Cloud over the bundle to summary and comment, as PNG files: those
 * of the README in docs/pictures; with `-- --all`, every scene in .tmp/pictures, in both themes and three widths, folds
 * closed and open. Needs Chromium (`CHROMIUM`, else /usr/bin/chromium); `BUNDLE` names another bundle than the committed.
 * `-- NAME …` draws these scenes only.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { createEmulator } from '../src/emulator/emulator.ts';
import { serve } from '../src/emulator/serve.ts';
import { render } from './render.mjs';
import { SCENES } from './scenes.mjs';

const TARGET = 'docs/pictures';
const GALLERY = '.tmp/pictures';
const TOKEN = 'made-up-token-of-the-pictures';
const BUNDLE = resolve(process.env.BUNDLE ?? 'dist/main/index.js');
const HEAD = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
const NOTE = '[k6-cloud-gate/1 repository=acme/shop branch=main commit=0123abc45678]';
const DAY_MS = 86_400_000;

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

function emulatorOf({ tests, faults = [] }) {
  const account = { token: TOKEN, stackUrl: 'https://acme.grafana.net' };
  const emulator = createEmulator({ account, firstRunId: 7_650_001, tests, faults });
  for (const { id, past = [] } of tests) {
    past.forEach((scenario, place) => {
      emulator.cloud.seed(id, { scenario, note: NOTE, createdMs: Date.now() - (past.length - place) * DAY_MS });
    });
  }
  return emulator;
}

function environment({ inputs, tests }, urls, file) {
  const declared = Object.entries(parse(readFileSync('action.yml', 'utf8')).inputs);
  const defaults = declared.map(([name, { default: value = '' }]) => [name, value.includes('${{') ? '' : value]);
  const all = {
    ...Object.fromEntries(defaults),
    token: TOKEN,
    'test-id': tests.map(({ id }) => id).join() || '1201',
    'api-url': urls.cloud,
    'poll-interval': '1s',
    comment: 'always',
    'github-token': 'made-up-github-token',
    ...inputs,
  };
  const event = { pull_request: { number: 7, head: { sha: HEAD, ref: 'topic' }, base: { ref: 'main' } } };
  return {
    PATH: process.env.PATH,
    GITHUB_OUTPUT: file('output'),
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary.md'),
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_API_URL: urls.github,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SHA: 'f'.repeat(40),
    GITHUB_RUN_ID: '1',
    GITHUB_WORKFLOW: 'load',
    GITHUB_JOB: 'load',
    ...Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
}

/** One step through the bundle; its summary and its comment. */
async function step(scene) {
  const cloud = await serve(emulatorOf(scene));
  const github = await pullRequest();
  const folder = mkdtempSync(join(tmpdir(), 'k6-gate-pictures-'));
  const file = (name, text = '') => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const env = environment(scene, { cloud: cloud.url, github: github.url }, file);
  const child = spawn(process.execPath, [BUNDLE], { env, cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let log = '';
  let isCancelled = false;
  child.stdout.setEncoding('utf8').on('data', (text) => {
    log += text;
    if (isCancelled || scene.cancelAt === undefined || !log.includes(scene.cancelAt)) return;
    isCancelled = true;
    child.kill('SIGINT');
  });
  const code = await new Promise((done) => child.on('close', done));
  const summary = readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8');
  github.close();
  await cloud.close();
  rmSync(folder, { recursive: true });
  const comments = scene.comment === false ? 0 : 1;
  if (code !== scene.code || github.written.length !== comments || summary === '') {
    throw new Error(
      `${scene.name}: exit code ${code}, ${github.written.length} comments, summary ${summary.length}\n${log}`,
    );
  }
  return { summary, comment: github.written[0] };
}

/** Every place where people see a scene: a summary at the width of a page, a comment at two, and a phone's for both. */
function gallery(name, { summary, comment }) {
  const texts = comment === undefined ? { summary } : { summary, comment };
  return Object.entries(texts).flatMap(([place, markdown]) =>
    ['light', 'dark'].flatMap((theme) =>
      [960, 780, 390].map((widthPx) => {
        const file = `${GALLERY}/${name}-${place}-${widthPx}-${theme}.png`;
        return { markdown, file, theme, widthPx, open: widthPx === 960 };
      }),
    ),
  );
}

const [, , ...args] = process.argv;
const names = args.filter((one) => !one.startsWith('-'));
const wanted = (name) => names.length === 0 || names.includes(name);
if (args.length > 0) {
  mkdirSync(GALLERY, { recursive: true });
  for (const scene of SCENES.filter(({ name }) => wanted(name))) {
    await render(gallery(scene.name, await step(scene)));
    console.log(scene.name);
  }
} else {
  mkdirSync(TARGET, { recursive: true });
  const find = (name) => SCENES.find((scene) => scene.name === name);
  const [one, three] = [await step(find('failed')), await step(find('three'))];
  await render([
    { markdown: one.summary, file: `${TARGET}/summary.png`, theme: 'light', widthPx: 900 },
    { markdown: one.summary, file: `${TARGET}/summary-dark.png`, theme: 'dark', widthPx: 900 },
    { markdown: one.comment, file: `${TARGET}/comment.png`, theme: 'light', widthPx: 900 },
    { markdown: one.comment, file: `${TARGET}/comment-dark.png`, theme: 'dark', widthPx: 900 },
    { markdown: three.comment, file: `${TARGET}/comment-of-three.png`, theme: 'light', widthPx: 900 },
  ]);
}
