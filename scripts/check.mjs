/**
 * `npm test`: all checks and tests, one after the other, each with its result; ends with `N passed, N failed`.
 * Every check runs even where an earlier one failed, so that one run shows all there is to mend.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { distIsCurrent } from './build.mjs';

const TMP = '.tmp';
rmSync(TMP, { recursive: true, force: true });
mkdirSync(TMP, { recursive: true });

const bin = (name) => join('node_modules', name);
const node =
  (...args) =>
  () =>
    spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;

const report = join(TMP, 'jest.json');
const jestArgs = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', bin('jest/bin/jest.js')];
const checks = [
  ['types', node(bin('typescript/bin/tsc'), '-p', '.')],
  ['types of src', node(bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--noEmit')],
  ['lint', node(bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.')],
  ['format', node(bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.')],
  ['dead code', node(bin('knip/bin/knip.js'))],
  ['dist is current', () => distIsCurrent(join(TMP, 'dist'))],
  // --ci: a snapshot that nobody has reviewed fails here, and is not written.
  ['tests', node(...jestArgs, '--ci', '--json', `--outputFile=${report}`, '--verbose=false', ...process.argv.slice(2))],
];

let [passed, failed] = [0, 0];
for (const [name, run] of checks) {
  const startedMs = performance.now();
  const ok = run();
  console.log(`${ok ? '✓' : '✗'} ${name} (${((performance.now() - startedMs) / 1000).toFixed(1)} s)`);
  if (name !== 'tests') {
    if (ok) passed += 1;
    else failed += 1;
  } else {
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    passed += counts.numPassedTests;
    // A suite that could not even be loaded has no failed test, and a skipped test proves nothing.
    failed += counts.numFailedTests + counts.numRuntimeErrorTestSuites + counts.numPendingTests + counts.numTodoTests;
    if (!ok && failed === 0) failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
