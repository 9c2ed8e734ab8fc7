/**
 * `npm run demo`: the committed bundle at work, as a runner would start it, against the embedded k6 Cloud. Needs Node 20
 * or later and nothing installed. Exits 0 only if the passed run was green and the failed one red. `-- --v6` speaks the
 * current API instead of the legacy one.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const expected = { passed: 0, failed: 1 };
const api = process.argv.includes('--v6') ? { stack: 'acme' } : {};

/** The defaults of action.yml, read without a YAML library: this script runs before anything is installed. */
function defaults() {
  const inputs = readFileSync(join(ROOT, 'action.yml'), 'utf8').split(/^outputs:/mu)[0] ?? '';
  const found = [...inputs.matchAll(/^ {2}([a-z-]+):\n(?: {4}.*\n)*? {4}default: (.*)$/gmu)];
  return Object.fromEntries(found.map(([, name, value]) => [name, value.replace(/^'(.*)'$/u, '$1')]));
}

/** Runs one step and resolves with its exit code; its log goes straight to this terminal. */
async function step(inputs) {
  const folder = mkdtempSync(join(tmpdir(), 'k6-gate-demo-'));
  const files = { GITHUB_OUTPUT: 'output', GITHUB_STATE: 'state', GITHUB_STEP_SUMMARY: 'summary.md' };
  const env = { PATH: process.env.PATH };
  for (const [name, file] of Object.entries(files)) {
    env[name] = join(folder, file);
    writeFileSync(env[name], '');
  }
  for (const [name, value] of Object.entries({ ...defaults(), ...inputs })) {
    if (!value.includes('${{')) env[`INPUT_${name.toUpperCase()}`] = value;
  }
  const child = spawn(process.execPath, [join(ROOT, 'dist/main/index.js')], { env, cwd: folder, stdio: 'inherit' });
  const code = await new Promise((done) => child.on('close', done));
  const outputs = readFileSync(env.GITHUB_OUTPUT, 'utf8');
  const values = new Map(
    [...outputs.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n?\2\n/gmu)].map(([, name, , value]) => [name, value]),
  );
  console.log('\n--- outputs');
  for (const [name, value] of values) console.log(`${name}=${value}`);
  console.log(`\n--- job summary\n${readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8').trimEnd()}`);
  rmSync(folder, { recursive: true });
  return { code, verdict: values.get('verdict') };
}

let behaved = true;
for (const [story, code] of Object.entries(expected)) {
  console.log(`\n=== simulate: ${story}\n`);
  const ran = await step({ simulate: story, ...api });
  const good = ran.code === code && ran.verdict === story;
  behaved &&= good;
  console.log(
    `\n=== ${good ? 'as it should be' : 'NOT as it should be'}: exit code ${ran.code}, verdict ${ran.verdict}`,
  );
}
process.exitCode = behaved ? 0 : 1;
