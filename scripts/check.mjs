/**
 * `npm test`: all checks and tests, each with its result; ends with `N passed, N failed`.
 * Every check runs even if an earlier one failed, so that one run shows all there is to fix. The bundle is built once:
 * it is compared with dist/, and it is what the scenario tests run. The checks, one after the other, run beside both.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const TMP = '.tmp';
rmSync(TMP, { recursive: true, force: true });
mkdirSync(TMP, { recursive: true });

const bin = (name) => join('node_modules', name);

/** A program of Node; what it prints is shown when it ends, so that programs side by side do not mix. */
function node(...args) {
  return () =>
    new Promise((done) => {
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      const printed = [];
      child.stdout.on('data', (part) => printed.push(part));
      child.stderr.on('data', (part) => printed.push(part));
      child.on('close', (code) => {
        process.stdout.write(Buffer.concat(printed));
        done(code === 0);
      });
    });
}

/** A program whose progress is shown as it goes. */
function shown(...args) {
  return () =>
    new Promise((done) => {
      spawn(process.execPath, args, { stdio: 'inherit' }).on('close', (code) => done(code === 0));
    });
}

const report = join(TMP, 'jest.json');
const BUNDLE = join(process.cwd(), TMP, 'dist');
const jestArgs = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', bin('jest/bin/jest.js')];
const compareDist = `
  const { distIsCurrent } = await import(${JSON.stringify(pathToFileURL(join(process.cwd(), 'scripts/build.mjs')).href)});
  process.exitCode = (await distIsCurrent(${JSON.stringify(BUNDLE)})) ? 0 : 1;`;
const CHECKS = [
  ['types', node(bin('typescript/bin/tsc'), '-p', '.')],
  ['types of src', node(bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--noEmit')],
  ['lint', node(bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.')],
  ['format', node(bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.')],
  ['dead code', node(bin('knip/bin/knip.js'))],
];
const DIST = ['dist is current', node('--input-type=module', '--eval', compareDist)];
// --ci: a snapshot that nobody has reviewed fails here, and is not written.
const TESTS = [
  'tests',
  shown(...jestArgs, '--ci', '--json', `--outputFile=${report}`, '--verbose=false', ...process.argv.slice(2)),
];

let [passed, failed] = [0, 0];

/** Runs a check and prints its result. */
async function run([name, check]) {
  const startedMs = performance.now();
  const ok = await check();
  console.log(`${ok ? '✓' : '✗'} ${name} (${((performance.now() - startedMs) / 1000).toFixed(1)} s)`);
  return ok;
}

async function countedRun(check) {
  if (await run(check)) passed += 1;
  else failed += 1;
}

process.env.BUNDLE = BUNDLE;
const [ok] = await Promise.all([
  countedRun(DIST).then(() => run(TESTS)),
  (async () => {
    for (const check of CHECKS) await countedRun(check);
  })(),
]);
const counts = JSON.parse(readFileSync(report, 'utf8'));
passed += counts.numPassedTests;
// A suite that could not even be loaded has no failed test, and a skipped test proves nothing.
failed += counts.numFailedTests + counts.numRuntimeErrorTestSuites + counts.numPendingTests + counts.numTodoTests;
if (!ok && failed === 0) failed += 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
