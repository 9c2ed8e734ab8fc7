/**
 * `npm run mutate`: mutants of the parts that decide, each part against its own tests; prints the scores by folder.
 * `npm run mutate -- domain` does one part. `-- --without-static` leaves out the mutants in what runs once when a module is
 * loaded (tables, patterns): each of those needs every test of its part anew, which is nine tenths of the time. Reports
 * stay in `.stryker/`. Nothing is kept from an earlier run: a mutant in
 * a constant would be called a survivor as long as its own line stays, whatever test was written for it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const HOME = '.stryker';
/**
 * Against these alone, so that a mutant counts as caught only where the tests of its part see it. They are given to
 * jest, not by Stryker's own `testFiles`: version 10.0 then takes file names for names of tests, runs none for a mutant
 * in a constant, and calls it a survivor.
 */
const PARTS = {
  domain: { mutate: ['src/test-run/*.ts'], tests: ['__tests__/unit/test-run/*.test.ts'] },
  // Without the chaos test: its seeds play whole lives, which takes seconds for each mutant.
  gate: { mutate: ['src/gate/*.ts'], tests: ['__tests__/unit/gate/!(chaos).test.ts'] },
  poll: { mutate: ['src/poll/*.ts'], tests: ['__tests__/unit/poll/*.test.ts'] },
  text: { mutate: ['src/text/*.ts'], tests: ['__tests__/unit/{text,report}/*.test.ts'] },
  http: { mutate: ['src/cloud/http/*.ts'], tests: ['__tests__/unit/cloud/http/*.test.ts'] },
  metrics: {
    mutate: ['src/cloud/metrics/*.ts', 'src/cloud/v[26]/history.ts'],
    tests: ['__tests__/unit/cloud/metrics/*.test.ts', '__tests__/contract/{metrics,thresholds}.test.ts'],
  },
  adapters: {
    mutate: ['src/cloud/*.ts', 'src/cloud/v[26]/!(history).ts'],
    tests: ['__tests__/unit/cloud/*.test.ts', '__tests__/unit/cloud/v[26]/*.test.ts', '__tests__/contract/*.test.ts'],
  },
};

mkdirSync(HOME, { recursive: true });
const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { 'without-static': { type: 'boolean', default: false } },
});
const names = asked.length === 0 ? Object.keys(PARTS) : asked;
const common = JSON.parse(readFileSync('stryker.config.json', 'utf8'));
const rows = names.flatMap((name) => {
  const part = PARTS[name];
  if (part === undefined) throw new Error(`No part ${name}; there are ${Object.keys(PARTS).join(', ')}.`);
  const [config, report] = [join(HOME, `${name}.config.json`), join(HOME, `${name}.mutants.json`)];
  rmSync(report, { force: true });
  const settings = {
    ...common,
    ignoreStatic: values['without-static'],
    mutate: part.mutate,
    jest: { ...common.jest, config: { ...common.jest.config, testMatch: part.tests.map(inRoot) } },
    jsonReporter: { fileName: report },
    htmlReporter: { fileName: join(HOME, `${name}.html`) },
  };
  writeFileSync(config, JSON.stringify(settings));
  spawnSync(process.execPath, [join('node_modules', '@stryker-mutator/core/bin/stryker.js'), 'run', config], {
    stdio: 'inherit',
    // These tests run no bundle; without this, each run of theirs would look for one, or build it of the mutants.
    env: { ...process.env, BUNDLE: resolve('dist') },
  });
  if (!existsSync(report)) throw new Error(`The part ${name} came to no report: see above.`);
  return Object.entries(JSON.parse(readFileSync(report, 'utf8')).files).map(([file, { mutants }]) => {
    const count = (...kinds) => mutants.filter(({ status }) => kinds.includes(status)).length;
    const [caught, missed] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')];
    return {
      part: name,
      file,
      mutants: caught + missed,
      caught,
      ignored: count('Ignored'),
      score: score(caught, missed),
    };
  });
});

function inRoot(pattern) {
  return `<rootDir>/${pattern}`;
}

function score(caught, missed) {
  return caught + missed === 0 ? 'n/a' : `${((100 * caught) / (caught + missed)).toFixed(1)} %`;
}

console.table(rows);
const folders = Map.groupBy(rows, ({ file }) => file.slice(0, file.lastIndexOf('/')));
console.table(
  [...folders].map(([folder, files]) => {
    const sum = (key) => files.reduce((all, file) => all + file[key], 0);
    const [mutants, caught] = [sum('mutants'), sum('caught')];
    return { folder, mutants, caught, score: score(caught, mutants - caught) };
  }),
);
