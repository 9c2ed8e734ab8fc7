/** Lint rules; the folder walls of docs/architecture.md are enforced here, so that the drawing stays true. */
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Globals with one owner each: the file that may touch them is named in the message. */
const owned = {
  'no-restricted-globals': [
    'error',
    ...['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({ name, message: 'Only src/clock.ts sleeps.' })),
    { name: 'fetch', message: 'Only src/cloud/http.ts sends HTTP to k6 Cloud.' },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Only src/clock.ts reads the clock.' },
    { object: 'Math', property: 'random', message: 'Randomness is a parameter; see src/clock.ts.' },
    { object: 'process', property: 'exit', message: 'Only src/main.ts ends the process.' },
    { object: 'core', property: 'setFailed', message: 'Only src/main.ts fails the job.' },
  ],
};

/** What a folder may not import, as patterns on the import specifier. */
const wall = (files, ...patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});
const noRunner = {
  group: ['@actions/core', '@actions/github', '@actions/github/**', '@octokit/**'],
  message: 'Only src/runner/ imports the Actions toolkit.',
};
const noHttp = {
  group: ['@actions/http-client', 'node:http', 'node:https'],
  message: 'Only src/cloud/http.ts sends HTTP.',
};
const inward = (...folders) => ({
  group: folders.flatMap((folder) => [`../${folder}/**`, `./${folder}/**`, `../${folder}.ts`]),
  message: 'Imports run one way: test-run <- cloud, report, watch <- main <- index.',
});

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.tmp/', '.stryker/', '**/*.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, considerDefaultExhaustiveForUnions: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'no-console': 'error',
      curly: 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'bench/**/*.ts'],
    ignores: ['bench/soak.ts'], // runs for hours on the computer's own clock
    rules: {
      ...owned,
      'max-lines': ['error', { max: 170, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/clock.ts', 'src/main.ts', 'src/post.ts', 'src/emulator/**'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
  wall(['src/*.ts'], noRunner, noHttp),
  wall(['src/test-run/**'], noRunner, noHttp, { group: ['../**'], message: 'The domain imports nothing.' }),
  wall(['src/cloud/**'], noRunner, noHttp, inward('report', 'runner', 'emulator', 'main', 'watch', 'inputs')),
  wall(['src/cloud/http/http.ts'], noRunner, inward('report', 'runner', 'emulator', 'main', 'watch', 'inputs')),
  wall(['src/report/**'], noRunner, noHttp, inward('cloud', 'emulator', 'main', 'watch')),
  wall(['src/runner/**'], noHttp, inward('cloud', 'report', 'emulator', 'main', 'watch')),
  wall(
    ['src/emulator/**'],
    noRunner,
    { group: ['@actions/http-client'], message: 'The emulator is the other side.' },
    inward('cloud', 'report', 'runner', 'main', 'watch', 'inputs'),
  ),
  {
    files: ['__tests__/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='jest'][property.name=/^(mock|unstable_mockModule|doMock|spyOn)$/]",
          message: 'Modules are not mocked here: pass the thing as a parameter.',
        },
        {
          selector: 'MemberExpression[property.name=/^(skip|only|todo)$/][object.name=/^(it|test|describe)$/]',
          message: 'No test is skipped.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
      },
    },
  },
);
